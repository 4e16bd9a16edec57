"""From shelf price to pocket: what becomes of one order's price, step by step."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.analysis.metrics import Measures, monthly_hours
from planner.inputs.plan import Plan
from planner.language import mark
from planner.projection.engine import Projection

StepName = Literal["shelf_price", "discount", "goods", "contribution", "own_pay", "fixed_costs", "pocket"]


@dataclass(frozen=True, slots=True)
class PriceStep:
    """One step. amount: money of one order, with its sign in the sum. result: what the steps so far come to."""

    name: StepName
    title: str
    amount: float
    result: bool = False


@dataclass(frozen=True, slots=True)
class PriceSteps:
    """The steps of one order, and the hours behind it.

    hours_per_order: all hours of a month over its orders. earnings_per_hour: what an order leaves in your pocket over
    its hours; it counts neither start-up costs nor pay for a team, unlike the measure of the whole plan. Both None
    without orders or without hours.
    """

    steps: tuple[PriceStep, ...]
    hours_per_order: float | None
    earnings_per_hour: float | None


def price_steps(plan: Plan, projection: Projection, measures: Measures, scenario: int = 0) -> PriceSteps:
    """One order at the last month's price, orders and own pay, with its share of the average monthly fixed costs.

    Without orders there is nothing to share the fixed costs among, so the steps end with what an order leaves.
    """

    def one(value: np.ndarray) -> float:
        return float(np.broadcast_to(value, projection.assumptions.scenarios)[scenario])

    price = one(projection.assumptions.retail_per_order)
    discount = price * one(projection.assumptions.discount)
    goods = price * one(projection.wholesale_share[-1])
    order = (
        PriceStep("shelf_price", mark("Price in the shop list"), price),
        PriceStep("discount", mark("Discount you give"), -discount),
        PriceStep("goods", mark("What the goods cost you"), -goods),
        PriceStep("contribution", mark("Left of an order"), measures.contribution_per_order, result=True),
    )
    orders = measures.planned_orders
    if orders <= 0:
        return PriceSteps(order, None, None)
    own_pay = one(projection.commission_on_own[-1]) / orders
    fixed = measures.fixed_costs_a_month / orders
    pocket = measures.contribution_per_order + own_pay - fixed
    steps = (
        *order,
        PriceStep("own_pay", mark("Pay from the company on your own purchases"), own_pay),
        PriceStep("fixed_costs", mark("Its share of fees and running costs"), -fixed),
        PriceStep("pocket", mark("Left in your pocket"), pocket, result=True),
    )
    hours = monthly_hours(plan) / orders
    return PriceSteps(steps, hours or None, pocket / hours if hours > 0 else None)
