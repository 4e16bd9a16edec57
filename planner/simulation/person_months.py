"""The people of a forest month by month: who stands above whom among those who act, and what each buys."""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Index, PeopleMonths
from planner.projection.assumptions import Assumptions
from planner.simulation.forest import Forest, generations, place_among
from planner.simulation.sampling import Array, Factors, Purpose


def people_months(forest: Forest, assumptions: Assumptions, purchases: "Purchases") -> PeopleMonths:
    """Every month in which somebody acts, a row each, in the order of the forest."""
    start = np.cumsum(forest.acts) - forest.acts
    total = int(forest.acts.sum())
    # A person's months stand beside each other: whatever moves by one a month is the row and a number of the person.
    row = np.arange(total)
    month = row + np.repeat(forest.born + 1 - start, forest.acts)
    above, personal = nearest_above(forest, row, month, start)
    rows = tuple(rows_of(part, forest.acts, start) for part in generations(forest))
    level = np.ones(total, dtype=np.int16)
    for part in rows[1:]:
        up = above[part]
        level[part] = np.where(up == ROOT, 1, level[up] + 1)
    bought, joining = purchases.of(forest, month), None
    first_order = float(assumptions.member_joining_order[0])
    if first_order:
        joining = np.zeros(total)
        joining[start[forest.acts > 0]] = first_order
        bought += joining
    return PeopleMonths(
        scenarios=forest.paths,
        horizon=forest.horizon,
        cell=month * forest.paths + np.repeat(forest.path, forest.acts),
        above=above,
        level=level,
        generation=np.repeat(forest.generation.astype(np.int16), forest.acts),
        personal=personal,
        bought=bought,
        joining=joining,
        generations=rows,
    )


def nearest_above(forest: Forest, row: Index, month: Index, start: Index) -> tuple[Index, NDArray[np.bool_]]:
    """The row of the nearest member above who acts in the same month, and whether that is who recruited them."""
    last = forest.born + forest.acts
    front = forest.sponsor == ROOT
    behind = start - forest.born  # rows and months differ by it, for each person
    above = row + np.repeat(behind[forest.sponsor] - behind, forest.acts)
    above[: int(forest.acts[front].sum())] = ROOT  # the frontline comes first
    together = np.where(front, forest.acts, np.clip(last[forest.sponsor] - forest.born, 0, forest.acts))
    alone = forest.acts - together  # months that a person stays after their recruiter
    gone = np.repeat(start + together, alone) + place_among(alone)
    personal = np.ones(len(row), dtype=bool)
    personal[gone] = False
    sponsor, when = np.repeat(forest.sponsor, alone), month[gone]
    while len(gone):
        sponsor = forest.sponsor[sponsor]
        top = sponsor == ROOT
        above[gone[top]] = ROOT
        there = ~top & (last[sponsor] >= when)
        above[gone[there]] = behind[sponsor[there]] + when[there] - 1
        left = ~(top | there)
        gone, sponsor, when = gone[left], sponsor[left], when[left]
    return above, personal


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

    def of(self, forest: Forest, month: Index) -> Array:
        """By row; month: of each row."""
        appetite = np.broadcast_to(self._monthly * self._factors.of(forest.key, Purpose.APPETITE), forest.key.shape)
        each = np.repeat(appetite, forest.acts)
        if self._factors.values is not None:
            each *= self._factors.of(np.repeat(forest.key, forest.acts), Purpose.PURCHASE, month)
        return each
