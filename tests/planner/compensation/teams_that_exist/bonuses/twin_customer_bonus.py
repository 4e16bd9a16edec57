"""Twin of pay for personal customers: one member's month, as the plan's page says it."""

from typing import Any

from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus


def pay_customer_bonus(part: CustomerBonus, bought: dict[str, Any], may_be_paid: bool) -> float:
    """What one member is paid. Money of customers' orders goes by their share of the points."""
    if not may_be_paid:
        return 0.0
    met = [
        step
        for step in part.steps
        if bought["customers"] >= step.customers and bought["by_customers"] >= step.volume - 1e-9
    ]
    if not met:
        return 0.0
    step = met[-1]
    if step.amount is not None:
        return step.amount
    share = bought["by_customers"] / bought["points"] if bought["points"] else 0.0
    return bought["value"] * share * part.base_per_value * step.rate
