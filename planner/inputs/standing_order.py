"""The standing order that a company asks for, as one plan meets it: in the plan's currency, placed or refused."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.inputs.cited.figure import Figure, NotFound
from planner.inputs.company.company import Company, OrderedFor
from planner.inputs.plan.plan import Plan

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class StandingOrder:
    """What the company asks a distributor to order each month; it asks for nothing where both are 0.

    money: what the goods cost, in the plan's currency. points: the company's own, of goods of one's own order. For what
    it is asked: staying, pay, part of it, or the discount. refused: the person will not, which a condition of staying
    leaves no room for. first_month: from which on it is asked for, 1 at least.
    """

    money: float = 0.0
    points: float = 0.0
    condition: OrderedFor = "pay"
    refused: bool = False
    first_month: int = 1

    @property
    def asked(self) -> bool:
        """Whether the company asks for any."""
        return self.money > 0 or self.points > 0

    def asked_in(self, month: int) -> bool:
        """Whether the company asks for one in a month."""
        return self.asked and month >= self.first_month

    @property
    def loses_discount(self) -> bool:
        """Whether refusing it costs the discount."""
        return self.refused and self.condition == "discount"

    @property
    def loses_pay(self) -> bool:
        """Whether refusing it costs the pay of months in which less is ordered anyway; all, to be on the safe side."""
        return self.refused and self.condition in ("pay", "part_of_pay")

    def goods(self, share: Array, points_of_goods: Array) -> Array:
        """The order at shop price, (scenarios,). share: paid of the shop price; points_of_goods: of goods of 1 at it.

        Where goods bring no points, an order in points cannot be told in goods and is nothing.
        """
        some = points_of_goods > 0
        for_points = np.where(some, self.points / np.where(some, points_of_goods, 1.0), 0.0)
        return np.asarray(np.maximum(self.money / share, for_points))


def standing_order_of(company: Company, plan: Plan, rate: float) -> StandingOrder:
    """The order that the company asks for each month, and whether the person places it."""
    activity = company.activity
    if activity is None or not isinstance(activity.standing_order, Figure):
        return StandingOrder()
    figure, condition = activity.standing_order, activity.standing_order_for or "pay"
    refused = plan.stock.demanded_order == "refused" and condition != "staying" and figure.value > 0
    begins = activity.standing_order_from
    in_points = figure.unit == "points_a_month"
    return StandingOrder(
        money=0.0 if in_points else figure.value * rate,
        points=figure.value if in_points else 0.0,
        condition=condition,
        refused=refused,
        first_month=max(int(begins.value), 1) if begins is not None else 1,
    )


def order_without_points(company: Company) -> bool:
    """A standing order is asked for in points, and nothing says what points goods bring: what it costs is unknown."""
    order = company.activity.standing_order if company.activity else None
    in_points = isinstance(order, Figure) and order.unit == "points_a_month" and order.value > 0
    return in_points and isinstance(company.volume.points_per_100_retail, NotFound)
