"""What everyone bought in each month of a team's file, and the single orders of it where each row is one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.inputs.team_file.cells import NOTHING
from planner.inputs.team_file.columns import ColumnName
from planner.inputs.team_file.people import People
from planner.inputs.team_file.rows import Array, Index, Rows


@dataclass(frozen=True, slots=True)
class Single:
    """The single orders of a month, a row each. member: whose, by their place. value: money, NaN where not stated.

    by_customer, joining: whether it is an outside customer's, or the one at joining.
    """

    member: Index
    points: Array
    value: Array
    by_customer: NDArray[np.bool_]
    joining: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Orders:
    """What the members bought in a month, a place each; points unless said. value: money, NaN where it is not stated.

    by_customers, joining: parts of the points. customers: people; sold, used: from the shelf; single: its orders; each
    None where the file does not state them.
    """

    points: Array
    value: Array
    by_customers: Array
    joining: Array
    customers: Array | None
    sold: Array | None = None
    used: Array | None = None
    single: Single | None = None


def orders_of(rows: Rows, people: People, months: Index, count: int) -> tuple[Orders, ...]:
    """What everyone bought in each month, from 0: rows of the same member and month are orders, and are added up."""
    members = len(people.members)
    at = months * members + people.place[rows.people("member")]

    def laid(column: ColumnName) -> Array:
        amounts = rows.of(column)
        amounts = np.where(amounts == NOTHING, 0.0, amounts)
        found = np.bincount(at, weights=amounts, minlength=count * members)
        return np.asarray(found, dtype=np.float64).reshape(count, members)

    def laid_if_stated(column: ColumnName) -> list[Array | None]:
        return list(laid(column)) if rows.has(column) else [None] * count

    value, unstated = laid("value"), (rows.of("value") == NOTHING) & (rows.of("personal_volume") > 0)
    value.reshape(-1)[at[unstated]] = np.nan
    return tuple(
        Orders(*each)
        for each in zip(
            laid("personal_volume"),
            value,
            laid("customer_sales"),
            laid("joining_order"),
            laid_if_stated("customers"),
            laid_if_stated("sold"),
            laid_if_stated("used"),
            single_of(rows, people, months, count) if rows.has("order") else [None] * count,
            strict=True,
        )
    )


def single_of(rows: Rows, people: People, months: Index, count: int) -> list[Single]:
    """The rows of each month as single orders, in the order of the file."""
    value = rows.of("value")
    found = []
    for month in range(count):
        here = np.flatnonzero((months == month) & ((rows.of("personal_volume") > 0) | (value > 0)))
        found.append(
            Single(
                member=people.place[rows.people("member")[here]],
                points=np.maximum(rows.of("personal_volume")[here], 0.0),
                value=np.where(value[here] == NOTHING, np.nan, value[here]),
                by_customer=rows.of("customer_sales")[here] > 0,
                joining=rows.of("joining_order")[here] > 0,
            )
        )
    return found
