"""Orders at joining: what a fast start is paid on, and what is left of a month's volume for everything else."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.team import Array, Bought, Orders, Team
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.pay_plan import PayPlan


@dataclass(frozen=True, slots=True)
class First:
    """What each member ordered that a fast start is paid on: points, and their commissionable money."""

    points: Array
    value: Array


def first_orders(part: FastStart, team: Team, number: int, bought: Bought) -> First:
    """Of a month, by its number. Money of joining orders is that of the single ones, or else goes by their points."""
    new = is_new(part, team, number)
    if part.orders == "all":
        return First(np.where(new, bought.points, 0.0), np.where(new, bought.value, 0.0))
    return First(np.where(new, bought.joining, 0.0), np.where(new, value_of_joining(bought), 0.0))


def is_new(part: FastStart, team: Team, number: int) -> NDArray[np.bool_]:
    """Who is in the months in which the part is paid on what they order."""
    since = number - team.joined
    return np.asarray((since >= 0) & (since < part.months))


def value_of_joining(bought: Bought) -> Array:
    """The commissionable money of each member's orders at joining."""
    if bought.orders is not None:
        return summed(bought.orders.value * bought.orders.joining, bought.orders, len(bought.points))
    return bought.value * share_of(bought.joining, bought.points)


def without_first_orders(plan: PayPlan, team: Team, number: int, bought: Bought) -> Bought:
    """What counts as volume of the month: all but the orders that only a fast start is paid on."""
    for part in plan.parts:
        if isinstance(part, FastStart) and not part.counts_as_volume:
            new = is_new(part, team, number)
            if bought.orders is None:
                bought = sums_without(part, new, bought)
            else:
                bought = orders_without(part, new, bought, bought.orders)
    return bought


def sums_without(part: FastStart, new: NDArray[np.bool_], bought: Bought) -> Bought:
    """Of a month of sums alone."""
    gone = np.where(new, bought.points if part.orders == "all" else bought.joining, 0.0)
    points = np.maximum(bought.points - gone, 0.0)
    return replace(
        bought,
        points=points,
        value=np.where(gone > 0, bought.value * share_of(points, bought.points), bought.value),
        by_customers=np.minimum(bought.by_customers, points),
        joining=np.maximum(bought.joining - gone, 0.0),
    )


def orders_without(part: FastStart, new: NDArray[np.bool_], bought: Bought, orders: Orders) -> Bought:
    """Of a month of single orders: the sums are those of the orders that are left."""
    members = len(bought.points)
    rows = np.flatnonzero(~(new[orders.member] & (orders.joining | (part.orders == "all"))))
    left = Orders(
        orders.member[rows], orders.points[rows], orders.value[rows], orders.by_customer[rows], orders.joining[rows]
    )
    return replace(
        bought,
        points=summed(left.points, left, members),
        value=summed(left.value, left, members),
        by_customers=summed(left.points * left.by_customer, left, members),
        joining=summed(left.points * left.joining, left, members),
        orders=left,
    )


def summed(amounts: Array, orders: Orders, members: int) -> Array:
    """What the orders of each member come to."""
    return np.asarray(np.bincount(orders.member, weights=amounts, minlength=members), dtype=np.float64)


def share_of(some: Array, all_of_it: Array) -> Array:
    """A share; none of nothing."""
    return np.divide(some, all_of_it, out=np.zeros_like(all_of_it), where=all_of_it > 0)
