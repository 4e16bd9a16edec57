"""Twin of a fast start: one recruit after the other, and from them up, as the plan's page says it."""

from typing import Any

from planner.inputs.pay.bonuses.fast_start import FastStart


def orders_of(part: FastStart, bought: dict[str, Any], months_since: int) -> list[dict[str, Any]]:
    """The orders of one member's month that the part is paid on; the first month has been 0 months ago."""
    if months_since >= part.months:
        return []
    return [order for order in bought["orders"] if part.orders == "all" or order["joining"]]


def pay_fast_start(
    part: FastStart,
    sponsors: dict[str, str | None],
    first: dict[str, list[dict[str, Any]]],
    active: dict[str, bool],
    paid: dict[str, bool],
) -> dict[str, float]:
    """What each is paid. first: each member's orders that count; paid: who may be paid the part."""
    pay = dict.fromkeys(sponsors, 0.0)
    for name, orders in first.items():
        level, above = 1, sponsors[name]
        while above is not None:
            is_level = {"none": True, "standard": active[above], "dynamic": paid[above]}[part.compression]
            if is_level:
                if paid[above]:
                    pay[above] += of_level(part, orders, level)
                level += 1
            above = sponsors[above]
    return pay


def of_level(part: FastStart, orders: list[dict[str, Any]], level: int) -> float:
    """What the orders of one recruit bring the level."""
    if part.rates is not None:
        value = sum(order["value"] for order in orders)
        return value * part.base_per_value * part.rates[level - 1] if level <= len(part.rates) else 0.0
    points = sum(order["points"] for order in orders)
    amount = 0.0
    for package in part.packages:
        if points > 0 and points >= package.from_points - 1e-9:
            amount = package.amounts[level - 1] if level <= len(package.amounts) else 0.0
    return amount
