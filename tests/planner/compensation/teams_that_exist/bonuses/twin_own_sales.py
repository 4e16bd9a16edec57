"""Twin of pay on own sales: one member, one month or order at a time, as the plan's page says it."""

from typing import Any

from planner.inputs.pay.bonuses.own_sales import OwnSales


def pay_own_sales(part: OwnSales, bought: dict[str, Any], may_be_paid: bool) -> float:
    """What one member is paid for one month."""
    if not may_be_paid:
        return 0.0
    if part.by == "order":
        return sum(pay_of_lot(part, [order]) for order in bought["orders"])
    return pay_of_lot(part, bought["orders"])


def pay_of_lot(part: OwnSales, orders: list[dict[str, Any]]) -> float:
    """What some orders together are paid. Their value is spread over their points, so that a share of these is one."""
    points = sum(order["points"] for order in orders)
    value = sum(order["value"] for order in orders)
    customers = sum(order["points"] for order in orders if order["by_customer"])
    share = {"all": 1.0, "customers": customers / points if points else 0.0}
    base = value * part.base_per_value
    measured = {"points": points, "value": value, "base": base}[part.measured_in] * share[part.reached_by]
    return base * share[part.volume] * rate_of(part, measured)


def rate_of(part: OwnSales, volume: float) -> float:
    """The rate on the whole, or the average rate of the parts that fall in each bracket."""
    if part.pays == "whole":
        rate = 0.0
        for bracket in part.brackets:
            enough = volume > bracket.from_volume + 1e-9 or bracket.from_volume == 0
            if part.threshold == "reached":
                enough = volume >= bracket.from_volume - 1e-9
            if enough:
                rate = bracket.rate
        return rate
    total = 0.0
    for number, bracket in enumerate(part.brackets):
        higher = part.brackets[number + 1].from_volume if number + 1 < len(part.brackets) else volume
        upper = min(volume, higher)
        if upper > bracket.from_volume:
            total += (upper - bracket.from_volume) * bracket.rate
    return total / volume if volume else 0.0
