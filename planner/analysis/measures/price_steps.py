"""From shelf price to pocket: what becomes of one order's price, step by step."""

from dataclasses import dataclass
from typing import Literal

from planner.analysis.case import Case
from planner.analysis.measures.measure import monthly_hours
from planner.analysis.measures.order_margin import OrderMargin, order_margin
from planner.language import mark
from planner.line_items import BorneByAnOrder

StepName = Literal[BorneByAnOrder, "discount", "parties", "contribution", "pocket"]


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


def price_steps(case: Case) -> PriceSteps:
    """One order at the last month's price, orders and own pay, with its share of the average monthly fixed costs.

    Without orders there is nothing to share the fixed costs among, so the steps end with what an order leaves.
    """
    measures, projection = case.measures, case.projection
    order = steps_of_order(order_margin(projection), measures.contribution_per_order)
    orders = measures.planned_orders
    if orders <= 0:
        return PriceSteps(order, None, None)
    own_pay = float(projection.commission_on_own[-1, 0]) / orders
    fixed = measures.fixed_costs_a_month / orders
    pocket = measures.contribution_per_order + own_pay - fixed
    steps = (
        *order,
        PriceStep("own_pay", mark("Pay from the company on your own purchases"), own_pay),
        PriceStep("fixed_costs", mark("Its share of fees and running costs"), -fixed),
        PriceStep("pocket", mark("Left in your pocket"), pocket, result=True),
    )
    hours = monthly_hours(case.plan) / orders
    return PriceSteps(steps, hours or None, pocket / hours if hours > 0 else None)


def steps_of_order(margin: OrderMargin, left: float) -> tuple[PriceStep, ...]:
    """What is taken from the price of an order, in the order in which a person meets it, and what is left of it.

    Discount and goods stand there even at nothing; VAT, tax, freight, delivery and refunds only where there are any.
    """
    goods = mark("What the goods cost you, without VAT") if margin.vat else mark("What the goods cost you")
    taken = (
        PriceStep("charges", mark("Shipping and fees that you keep"), margin.charges),
        PriceStep("discount", mark("Discount you give"), -margin.discount),
        PriceStep("vat", mark("VAT that you owe on it"), -margin.vat),
        PriceStep("goods", goods, -margin.goods),
        PriceStep("goods_tax", mark("Tax paid ahead on the goods, not got back from customers"), -margin.goods_tax),
        PriceStep("freight", mark("Freight on the goods"), -margin.freight),
        PriceStep("delivery", mark("Delivery of the order"), -margin.delivery),
        PriceStep("refunds", mark("Refunds to expect, less goods sold again"), -margin.refunds),
        PriceStep("parties", mark("Parties: goods for hosts and other costs, on average"), -margin.parties),
    )
    return (
        PriceStep("shelf_price", mark("Price in the shop list"), margin.price),
        *(step for step in taken if step.amount or step.name in ("discount", "goods")),
        PriceStep("contribution", mark("Left of an order"), left, result=True),
    )
