"""An input of the plan as one figure: what it states, lists too, and the plan with another figure there."""

from collections.abc import Callable
from typing import Any

import numpy as np

from planner.inputs.changes.scenario import changeable_fields, lay_on, value_at
from planner.inputs.faults import checked
from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.plan.plan import DEFAULT_RUNNING_COSTS, Plan
from planner.inputs.plan.schedule import Ramp, monthly_values

RUNNING_COSTS, STARTUP_COSTS = "running_costs", "getting_started.items"
LISTS = (RUNNING_COSTS, STARTUP_COSTS)
ORDER_PRICE, YEARLY_ATTRITION = "customers.retail_per_order", "team.annual_attrition"


def _from_book(plan: Plan) -> bool:
    return "address_book" in (plan.customers.new_from, plan.team.recruits_from)


# When an input counts; one that is not named here always does.
COUNTS: dict[str, Callable[[Plan], bool]] = {
    "customers.new_a_month": lambda plan: plan.customers.new_from == "schedule",
    "team.recruits_a_month": lambda plan: plan.team.recruits_from == "schedule",
    "address_book.contacts": _from_book,
    "address_book.share_approached": _from_book,
    "address_book.become_customers": lambda plan: plan.customers.new_from == "address_book",
    "address_book.become_recruits": lambda plan: plan.team.recruits_from == "address_book",
}


def figure_at(plan: Plan, path: str) -> float | None:
    """What the plan states in an input; None where something else counts in its place, or where it is left empty.

    A schedule and running costs are an average month of the plan, start-up costs their sum, products what an order of
    them comes to.
    """
    if path in COUNTS and not COUNTS[path](plan):
        return None
    if path == RUNNING_COSTS:
        return sum(a_month(row, plan.horizon_months) for row in plan.running_costs)
    if path == STARTUP_COSTS:
        return sum(item.amount for item in plan.getting_started.items)
    if path == ORDER_PRICE:
        return plan.customers.order_price
    value: Any = plan
    for part in path.split("."):
        value = getattr(value, part)
    if isinstance(value, (tuple, Ramp)):
        return float(np.mean(monthly_values(value, plan.horizon_months)[1:]))
    return None if value is None else float(value)


def with_figure(plan: Plan, path: str, figure: float) -> Plan | None:
    """The plan with another figure in an input; None where that does not go with the rest of it.

    What has several parts keeps its proportions: a schedule its shape, costs their months, an order its products,
    attrition the share of it in the first months.
    """
    data, now = plan.model_dump(mode="json"), figure_at(plan, path)
    times = figure / now if now else None
    stated = value_at(data, path)
    if path == RUNNING_COSTS and times is None:
        row = RunningCost(name=DEFAULT_RUNNING_COSTS[0].name, amount=figure)
        lay_on(data, path, [row.model_dump(mode="json")])
    elif path in LISTS and times is not None:
        for row in stated:
            row["amount"] *= times
    elif path == ORDER_PRICE and plan.customers.products and times is not None:
        for product in data["customers"]["products"]:
            product["per_order"] *= times
    elif isinstance(stated, (list, dict)) and times is not None:
        lay_on(data, path, _in_proportion(stated, times))
    else:
        lay_on(data, path, round(figure) if unit_of(path) == "months" else figure)
        early = plan.team.first_months_attrition
        if path == YEARLY_ATTRITION and early is not None:
            data["team"]["first_months_attrition"] = early * times if times is not None else 0.0
    return checked(Plan, data)[0]


def unit_of(path: str) -> str:
    """The unit of an input, as declared; empty for what no plan has."""
    return str(_extra(path).get("unit", ""))


def title_of(path: str) -> str:
    """The marked title of an input, as declared."""
    record, name = changeable_fields()[path]
    return record.model_fields[name].title or ""


def _extra(path: str) -> dict[str, Any]:
    if path not in changeable_fields():
        return {}
    record, name = changeable_fields()[path]
    extra: Any = record.model_fields[name].json_schema_extra
    return extra if isinstance(extra, dict) else {}


def a_month(row: RunningCost, months: int) -> float:
    """What is paid for a running cost in an average month of the plan."""
    last = min(row.last_month or months, months)
    return row.amount * len(range(row.first_month, last + 1, row.every_months)) / months


def _in_proportion(schedule: Any, times: float) -> Any:
    if isinstance(schedule, list):
        return [value * times for value in schedule]
    return schedule | {"first": schedule["first"] * times, "last": schedule["last"] * times}
