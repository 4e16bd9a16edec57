"""Pay on own sales: the bracket that the volume of a month, or of an order, reaches, and what is paid in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.compensation.teams.brackets import share_in_each
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import Array, Index
from planner.inputs.pay.bonuses.own_sales import OwnSales, Volume


@dataclass(frozen=True, slots=True)
class Lots:
    """What is paid on by itself, a row each: the months of members, or their orders.

    volume: what the bracket is told from; base: the money that is paid on.
    """

    member: Index
    volume: Array
    base: Array


def pay_own_sales(part: OwnSales, month: TeamMonth) -> Iterator[Flow]:
    """What everybody is paid on their own, a step each bracket; details: the volume that decided."""
    lots = lots_of(part, month)
    paid = np.ones(len(month.team), dtype=np.bool_)
    if part.needs_active or part.from_rank is not None:
        paid = month.paid_from(part.from_rank)
    base = np.where(paid[lots.member], lots.base, 0.0)
    shares = share_in_each(part, lots.volume)
    for step, (bracket, share) in enumerate(zip(part.brackets, shares, strict=True), start=1):
        yield flow(step, lots.member, lots.member, base * share, bracket.rate, volume=lots.volume)


def lots_of(part: OwnSales, month: TeamMonth) -> Lots:
    """The orders or the months of members, with the volume and the money that the part looks at."""
    bought, orders = month.bought, month.bought.orders
    if part.by == "order" and orders is not None:
        of_customers = orders.by_customer.astype(np.float64)
        member, points, value = orders.member, orders.points, orders.value
    else:
        member, points, value = np.arange(len(month.team), dtype=np.int64), bought.points, bought.value
        none = np.zeros_like(points)
        of_customers = np.divide(bought.by_customers, points, out=none, where=points > 0)

    def counted(whose: Volume) -> Array:
        return of_customers if whose == "customers" else np.ones_like(of_customers)

    money = value * part.base_per_value
    measured = {"points": points, "value": value, "base": money}[part.measured_in]
    return Lots(member, measured * counted(part.reached_by), money * counted(part.volume))
