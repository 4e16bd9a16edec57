"""Real people, to be paid by the same rules: every month of every member a row, wherever they come from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Index = NDArray[np.int64]
ROOT = -1  # the distributor, above everyone


@dataclass(frozen=True, slots=True)
class PeopleMonths:
    """Months in which somebody below acts, a row each; who stands above somebody comes before them.

    scenarios: teams beside each other; horizon: months. cell: month * scenarios + scenario. above: the row of the
    nearest member above who acts in the same month, ROOT for the distributor. level: 1 for the frontline, counted over
    those who act; generation: counted over everyone, those who left too. personal: whether the one above recruited
    them. bought: goods of the month at shop price; joining: the part of it that is a first order.
    generations: the rows of each generation, from the first.
    """

    scenarios: int
    horizon: int
    cell: Index
    above: Index
    level: Index
    generation: Index
    personal: NDArray[np.bool_]
    bought: Array
    joining: Array
    generations: tuple[slice, ...]


def summed(people: PeopleMonths, amounts: Array) -> Array:
    """What each row and everyone below it come to, from what each alone has."""
    total = amounts.copy()
    for rows in reversed(people.generations[1:]):
        above = people.above[rows]
        below = above != ROOT
        np.add.at(total, above[below], total[rows][below])
    return total
