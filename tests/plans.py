"""The plan that tests work out by hand where they need some seller, stated so that other defaults do not move it."""

from typing import Any

from planner.inputs.plan.plan import DEFAULT_SCALE, Plan, default_plan


def small_seller(currency: str = "USD", **groups: Any) -> Plan:
    """A new customer every second month, goods for 200 at the start, running costs of 50 a month; else the defaults.

    Amounts are scaled in other currencies as those of the default plan are. groups: what else the plan states, by
    group, laid over it.
    """
    data, scale = default_plan(currency).model_dump(), DEFAULT_SCALE.get(currency, 1)
    data["customers"]["new_a_month"] = 0.5
    data["stock"]["opening_stock"] = 200 * scale
    data["running_costs"][0]["amount"] = 50 * scale
    for name, stated in groups.items():
        data[name] = {**data[name], **stated} if isinstance(stated, dict) else stated
    return Plan.model_validate(data)
