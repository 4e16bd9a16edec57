"""The people of a forest month by month: who stands above whom among those who act, and what each buys."""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Index, PeopleMonths
from planner.projection.assumptions import Assumptions
from planner.simulation.forest import Forest, generations
from planner.simulation.sampling import Array, Factors, Purpose


def people_months(forest: Forest, assumptions: Assumptions, purchases: "Purchases") -> PeopleMonths:
    """Every month in which somebody acts, a row each, in the order of the forest."""
    start = np.cumsum(forest.acts) - forest.acts
    person = np.repeat(np.arange(len(forest.acts)), forest.acts)
    month = np.arange(len(person)) - start[person] + forest.born[person] + 1
    above, personal = nearest_above(forest, person, month, start)
    rows = tuple(rows_of(part, forest.acts, start) for part in generations(forest))
    level = np.ones(len(person), dtype=np.int64)
    for part in rows[1:]:
        up = above[part]
        level[part] = np.where(up == ROOT, 1, level[up] + 1)
    joining = np.where(month == forest.born[person] + 1, float(assumptions.member_joining_order[0]), 0.0)
    return PeopleMonths(
        scenarios=forest.paths,
        horizon=forest.horizon,
        cell=month * forest.paths + forest.path[person],
        above=above,
        level=level,
        generation=forest.generation[person],
        personal=personal,
        bought=purchases.of(forest, person, month) + joining,
        joining=joining,
        generations=rows,
    )


def nearest_above(forest: Forest, person: Index, month: Index, start: Index) -> tuple[Index, NDArray[np.bool_]]:
    """The row of the nearest member above who acts in the same month, and whether that is who recruited them."""
    last = forest.born + forest.acts
    sponsor = forest.sponsor[person]
    gone = np.flatnonzero(sponsor != ROOT)
    gone = gone[last[sponsor[gone]] < month[gone]]
    personal = np.ones(len(person), dtype=bool)
    personal[gone] = False
    while len(gone):
        sponsor[gone] = forest.sponsor[sponsor[gone]]
        gone = gone[sponsor[gone] != ROOT]
        gone = gone[last[sponsor[gone]] < month[gone]]
    above = start[sponsor] + month - forest.born[sponsor] - 1 if len(person) else sponsor
    return np.where(sponsor == ROOT, ROOT, above), personal


def rows_of(part: slice, acts: Index, start: Index) -> slice:
    """The rows of person-months of some persons who stand beside each other."""
    if part.start == part.stop:
        return slice(0, 0)
    return slice(int(start[part.start]), int(start[part.stop - 1] + acts[part.stop - 1]))


class Purchases:
    """What members buy in a month at shop price: some always much, everyone sometimes more.

    Of the spread of a member's month, in logarithms, half the variance is between people and half from month to month.
    """

    def __init__(self, monthly: float, spread: float) -> None:
        """monthly: the average; spread: of one member's month, standard deviation over mean."""
        half = float(np.sqrt(np.sqrt(1 + spread**2) - 1))
        self._monthly, self._factors = monthly, Factors.lognormal(half)

    def of(self, forest: Forest, person: Index, month: Index) -> Array:
        """By row."""
        appetite = self._factors.of(forest.key, Purpose.APPETITE)
        luck = self._factors.of(forest.key[person], Purpose.PURCHASE, month)
        each = np.broadcast_to(self._monthly * appetite, forest.key.shape)
        return np.asarray(each[person] * luck)
