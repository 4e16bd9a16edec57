"""The people of a forest month by month: who stands above whom among those who act, and what each buys."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Before, Index
from planner.projection.assumptions import Assumptions
from planner.simulation.forest import Forest, generations, place_among
from planner.simulation.sampling import Array, Factors, Keys, Purpose, drawn
from planner.simulation.today import Today

MONTHS_A_DRAW = 4  # of what a member buys: 16 of its 64 bits each
PEOPLE_AT_ONCE = 4_096  # whose purchases are drawn, so that what is passed on stays in the processor's cache


class ForestMonths:
    """Every month in which somebody of a forest acts, a row each, in its order; what is not asked for is not computed.

    A person's months stand beside each other, so that whatever moves by one a month is the row and a number of theirs.
    The rest is as in compensation.people.PeopleMonths.
    """

    def __init__(
        self, forest: Forest, assumptions: Assumptions, purchases: "Purchases", today: Today | None = None
    ) -> None:
        """purchases: what members buy in a month; what they buy on joining is the assumptions'. today: who is there
        when the plan starts, with averages of their own.
        """
        self._today, self._counted = today, assumptions.today_counted
        self._forest, self._purchases = forest, purchases
        self._first_order = assumptions.member_joining_order
        self._resold_share = assumptions.member_resold_share
        self._start = np.cumsum(forest.acts) - forest.acts
        self.scenarios, self.horizon = forest.paths, forest.horizon

    @property
    def rows(self) -> int:
        """How many there are."""
        return int(self._forest.acts.sum())

    @cached_property
    def cell(self) -> Index:
        """Of each row."""
        return self._rising(self._forest.path * (self.horizon + 1) + self._forest.born + 1)

    @cached_property
    def level(self) -> NDArray[np.integer]:
        """One less than the generation for each above who is gone."""
        forest, start = self._forest, self._start
        gone = np.zeros(self.rows + 1)  # how many more of those above are gone than in the row before
        last, who = forest.born + forest.acts, np.flatnonzero((forest.sponsor != ROOT) & (forest.acts > 0))
        above = forest.sponsor[who]
        while len(who):
            before = last[above] < last[who]
            stays = who[before]
            np.add.at(gone, start[stays] + np.maximum(last[above[before]] - forest.born[stays], 0), 1.0)
            np.add.at(gone, start[stays] + forest.acts[stays], -1.0)  # the next person's begin anew
            above = forest.sponsor[above]
            who, above = who[above != ROOT], above[above != ROOT]
        return self.generation - np.cumsum(gone[:-1]).astype(np.int16)

    @cached_property
    def generation(self) -> NDArray[np.integer]:
        """Of each row."""
        return np.repeat(self._forest.generation.astype(np.int16), self._forest.acts)

    @cached_property
    def generations(self) -> tuple[slice, ...]:
        """The rows of each."""
        ends = np.append(self._start, self.rows)
        return tuple(slice(int(ends[part.start]), int(ends[part.stop])) for part in generations(self._forest))

    @cached_property
    def bought(self) -> Array:
        """By row, a first order in a member's first month."""
        bought = self._purchases.of(self._forest, self.own_average)
        return bought if self.joining is None else bought + self.joining

    @cached_property
    def sold(self) -> Array:
        """By row."""
        return self.bought * np.repeat(self.resold_share, self._forest.acts)

    @property
    def resold_share(self) -> Array:
        """By person."""
        return by_person(self._resold_share, self._forest.path)

    @property
    def resold_by_path(self) -> Array:
        """Of everybody below each distributor, (paths,)."""
        return np.broadcast_to(self._resold_share, self.scenarios)

    @cached_property
    def age(self) -> Index:
        """By row."""
        return place_among(self._forest.acts)

    @cached_property
    def tenure(self) -> Index | None:
        """By person, months that each was a member before the plan; None where nobody was."""
        today = self._forest.today
        return None if self._today is None else np.where(today == ROOT, 0, self._today.tenure[today])

    @property
    def since(self) -> Index:
        """By row."""
        months = self.age + 1
        return months if self.tenure is None else months + np.repeat(self.tenure, self._forest.acts)

    @cached_property
    def before(self) -> Before | None:
        """By row."""
        average, acts = self.own_average, self._forest.acts
        if average is None:
            return None
        bought = np.repeat(np.where(average < 0, 0.0, average), acts)
        return Before(bought, bought * np.repeat(self.resold_share, acts))

    @cached_property
    def own_average(self) -> Array | None:
        """By person, what who was there before the plan buys in a month, -1 for the others; None where nobody was."""
        if self._today is None:
            return None
        today, counted = self._forest.today, by_person(self._counted, self._forest.path)
        return np.where(today == ROOT, -1.0, self._today.buys[today] * counted)

    @cached_property
    def joining(self) -> Array | None:
        """By row; None where nobody places a first order."""
        if not self._first_order.any():
            return None
        joining, acting = np.zeros(self.rows), (self._forest.acts > 0) & (self._forest.today == ROOT)
        joining[self._start[acting]] = by_person(self._first_order, self._forest.path[acting])
        return joining

    @cached_property
    def above(self) -> Index:
        """That of the recruiter while they act, and then of the nearest above them."""
        forest, start = self._forest, self._start
        last, front = forest.born + forest.acts, forest.sponsor == ROOT
        behind = start - forest.born  # rows and months differ by it, for each person
        above = self._rising(start + behind[forest.sponsor] - behind)
        above[: int(forest.acts[front].sum())] = ROOT  # the frontline comes first
        together = np.where(front, forest.acts, np.clip(last[forest.sponsor] - forest.born, 0, forest.acts))
        alone = forest.acts - together  # months that a person stays after their recruiter
        later = place_among(alone)
        gone, when = (np.repeat(each + together, alone) + later for each in (start, forest.born + 1))
        sponsor = np.repeat(forest.sponsor, alone)
        while len(gone):
            sponsor = forest.sponsor[sponsor]
            top = sponsor == ROOT
            above[gone[top]] = ROOT
            there = ~top & (last[sponsor] >= when)
            above[gone[there]] = behind[sponsor[there]] + when[there] - 1
            left = ~(top | there)
            gone, sponsor, when = gone[left], sponsor[left], when[left]
        return above

    def _rising(self, first: Index) -> Index:
        """By row, a number that rises by one a month from a first of each person, (persons,)."""
        by_row = np.repeat(first - self._start, self._forest.acts)
        by_row += np.arange(len(by_row))
        return by_row


class Purchases:
    """What members buy in a month at shop price: some always much, everyone sometimes more.

    Of the spread of a member's month, in logarithms, half the variance is between people and half from month to month.
    """

    def __init__(self, monthly: Array, spread: float) -> None:
        """monthly: the average, (paths,) or (1,); spread: of one member's month, standard deviation over mean."""
        half = float(np.sqrt(np.sqrt(1 + spread**2) - 1))
        self._monthly, self._factors = monthly, Factors.lognormal(half)

    def of(self, forest: Forest, own: Array | None = None) -> Array:
        """By person and month, as in ForestMonths. own: averages of persons' own, negative where they have none."""
        ends = np.cumsum(forest.acts)
        bought = np.empty(int(ends[-1]) if len(ends) else 0)
        for first in range(0, len(ends), PEOPLE_AT_ONCE):
            people = slice(first, first + PEOPLE_AT_ONCE)
            acts = forest.acts[people]
            average: Array = by_person(self._monthly, forest.path[people])
            average = average * self._factors.of(forest.key[people], Purpose.APPETITE)
            if own is not None:  # which is known, so that some months differ, and not who buys much
                average = np.where(own[people] < 0, average, own[people])
            bought[ends[first] - acts[0] : ends[people][-1]] = self._of(forest.key[people], acts, average)
        return bought

    def _of(self, keys: Keys, acts: Index, appetite: Array) -> Array:
        """Of some people; appetite: the average of each."""
        if self._factors.values is None:
            return np.repeat(appetite, acts)
        draws = -(-acts // MONTHS_A_DRAW)
        bits = drawn(np.repeat(keys, draws), Purpose.PURCHASE, place_among(draws))
        each: Array = self._factors.of_parts(bits)  # of a person's last draw some are left over
        each.reshape(-1, MONTHS_A_DRAW)[:] *= np.repeat(appetite, draws)[:, None]
        over = draws * MONTHS_A_DRAW - acts
        kept = np.repeat(np.cumsum(over) - over, acts)
        kept += np.arange(len(kept))
        return np.asarray(each[kept])


def by_person(values: Array, path: Index) -> Array:
    """The value of each person's path; values: (paths,), or (1,) where all share it."""
    return np.broadcast_to(values, path.shape) if len(values) == 1 else np.asarray(values[path])
