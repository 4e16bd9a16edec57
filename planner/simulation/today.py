"""The people with whom every path begins: where they stand, how long they stay and what they buy."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from planner.compensation.people import ROOT, Index
from planner.inputs.plan.team_today import TeamToday
from planner.simulation.sampling import Array, Keys, Lives, Purpose, Whole, drawn


@dataclass(frozen=True, slots=True)
class Today:
    """A person each, in an order in which whoever stands above somebody comes before them.

    rows: of the plan. law: how they stay, early and later attrition, and how uneven; longest: months of a member that
    are told apart. above: the place of who stands above, ROOT for the distributor. generation: 1 for the frontline.
    tenure: months since they joined. buys: in a month at shop price.
    """

    rows: TeamToday
    law: tuple[float, float, float]
    longest: int
    above: Index = field(compare=False)
    generation: Index = field(compare=False)
    tenure: Index = field(compare=False)
    buys: Array = field(compare=False)

    def __len__(self) -> int:
        return len(self.above)

    @classmethod
    def of(cls, rows: TeamToday, law: tuple[float, float, float], longest: int) -> "Today":
        """The people of a plan."""
        each = np.repeat(np.arange(len(rows)), [row.alike for row in rows])
        first = np.cumsum([0, *(row.alike for row in rows)])
        under = np.array([row.under for row in rows], dtype=np.int64)[each]
        above = np.where(under == 0, ROOT, first[np.maximum(under - 1, 0)])
        generation = np.ones(len(each), dtype=np.int64)
        for person in np.flatnonzero(above != ROOT):
            generation[person] = generation[above[person]] + 1
        tenure = np.array([row.months for row in rows], dtype=np.int64)[each]
        return cls(rows, law, longest, above, generation, tenure, np.array([row.buys for row in rows])[each])

    def lives(self) -> Iterator[tuple[int, Lives]]:
        """By months since they joined, how many months they go on acting."""
        for tenure in np.unique(self.tenure).tolist():
            yield tenure, Lives.of_those_who_stayed(*self.law, self.longest, tenure)

    def keys(self, paths: Keys, people: Index) -> Keys:
        """Of some of the people in each of the paths, one person after the other."""
        return drawn(np.tile(paths, len(people)), Purpose.TODAY, np.repeat(people, len(paths)))

    def months_acted(self, keys: Keys, people: Index) -> Whole:
        """As many for each key; people: whose it is."""
        found, tenure = np.zeros(len(keys), dtype=np.int64), self.tenure[people]
        order = np.argsort(tenure, kind="stable")
        sorted_tenure = tenure[order]
        for months, lives in self.lives():
            first, past = np.searchsorted(sorted_tenure, [months, months + 1])
            those = order[first:past]
            found[those] = lives.of(keys[those], Purpose.LIFE)
        return found

    def there(self, months: int) -> Array:
        """How many act in each month, in expectation, (months + 1,), the first at index 1."""
        number = ((int((self.tenure == tenure).sum()), lives) for tenure, lives in self.lives())
        return np.asarray(sum((count * lives.still_there(months) for count, lives in number), np.zeros(months + 1)))
