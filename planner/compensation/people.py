"""Real people, to be paid by the same rules: every month of every member a row, wherever they come from."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Index = NDArray[np.int64]
ROOT = -1  # the distributor, above everyone


@dataclass(frozen=True, slots=True)
class Before:
    """By row, at shop price: goods of one month, and the part of it that customers bought."""

    bought: Array
    sold: Array


class PeopleMonths(Protocol):
    """Months in which somebody below acts, a row each; who stands above somebody comes before them."""

    @property
    def scenarios(self) -> int:
        """Teams beside each other."""

    @property
    def horizon(self) -> int:
        """Months."""

    @property
    def cell(self) -> Index:
        """Where the row's scenario and month stand in a table of them: scenario * (horizon + 1) + month."""

    @property
    def above(self) -> Index:
        """The row of the nearest member above who acts in the same month, ROOT for the distributor."""

    @property
    def level(self) -> NDArray[np.integer]:
        """1 for the frontline, counted over those who act."""

    @property
    def generation(self) -> NDArray[np.integer]:
        """1 for the frontline, counted over everyone, those who left too."""

    @property
    def bought(self) -> Array:
        """Goods of the month at shop price, a first order with them."""

    @property
    def joining(self) -> Array | None:
        """The part of it that is a first order; None where nobody places one."""

    @property
    def sold(self) -> Array:
        """The part of it that customers bought of the member, at shop price."""

    @property
    def age(self) -> Index:
        """Months that the member acted in before; their rows stand directly before this one."""

    @property
    def since(self) -> Index:
        """Months since the member joined, those before the plan among them; 1 in their first."""

    @property
    def before(self) -> "Before | None":
        """What the members had in each month before the plan in which they were there; None where nobody was."""

    @property
    def generations(self) -> tuple[slice, ...]:
        """The rows of each generation, from the first: those whom the distributor recruited."""


def table_of(people: PeopleMonths, cells: Index, amounts: Array | None = None) -> Array:
    """Amounts, or how many there are, by month and scenario, (horizon + 1, scenarios); cells: of each amount."""
    shape = (people.scenarios, people.horizon + 1)
    return by_month(np.bincount(cells, weights=amounts, minlength=shape[0] * shape[1]), shape)


def by_month(amounts: NDArray[np.number], shape: tuple[int, int]) -> Array:
    """Amounts of each cell, the last axis, as (horizon + 1, scenarios); shape: (scenarios, horizon + 1)."""
    table = amounts.reshape(*amounts.shape[:-1], *shape)
    return np.ascontiguousarray(table.swapaxes(-1, -2), dtype=np.float64)


def summed(people: PeopleMonths, amounts: Array) -> Array:
    """What each row and everyone below it come to, from what each alone has."""
    total = np.append(amounts, 0.0)  # a last place for the distributor, which ROOT points to
    for rows in reversed(people.generations[1:]):
        np.add.at(total, people.above[rows], total[rows])
    return total[:-1]
