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
    them. bought: goods of the month at shop price; joining: the part of it that is a first order, None where nobody
    places one. generations: the rows of each generation, from the first.
    """

    scenarios: int
    horizon: int
    cell: Index
    above: Index
    level: NDArray[np.integer]
    generation: NDArray[np.integer]
    personal: NDArray[np.bool_]
    bought: Array
    joining: Array | None
    generations: tuple[slice, ...]


def summed(people: PeopleMonths, amounts: Array) -> Array:
    """What each row and everyone below it come to, from what each alone has."""
    total = np.append(amounts, 0.0)  # a last place for the distributor, which ROOT points to
    for rows in reversed(people.generations[1:]):
        np.add.at(total, people.above[rows], total[rows])
    return total[:-1]
