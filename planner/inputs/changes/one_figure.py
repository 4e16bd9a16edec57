"""An input of the plan as one figure: what it states, lists too, and the plan with another figure there."""

from typing import Any

import numpy as np

from planner.inputs.faults import checked
from planner.inputs.path import Path, at, put
from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.plan.plan import DEFAULT_RUNNING_COSTS, INPUTS, Plan
from planner.inputs.plan.schedule import Ramp, monthly_values
from planner.inputs.plan.team_today import people_in

RUNNING_COSTS, STARTUP_COSTS = ("running_costs",), ("getting_started", "items")
LISTS = (RUNNING_COSTS, STARTUP_COSTS)
ORDER_PRICE, YEARLY_ATTRITION = ("customers", "retail_per_order"), ("team", "annual_attrition")
TEAM_TODAY = ("team", "today")


def figure_at(plan: Plan, path: Path) -> float | None:
    """What the plan states in an input; None where something else counts in its place, or where it is left empty."""
    return stated_figure(plan, path) if INPUTS[path].counts(plan) else None


def stated_figure(plan: Plan, path: Path) -> float | None:
    """The same, whether it counts or not.

    A schedule and running costs are an average month of the plan, start-up costs their sum, products what an order of
    them comes to, a team of today how many people.
    """
    if path == RUNNING_COSTS:
        return sum(a_month(row, plan) for row in plan.running_costs)
    if path == STARTUP_COSTS:
        return sum(item.amount for item in plan.getting_started.items)
    if path == ORDER_PRICE:
        return plan.customers.order_price
    if path == TEAM_TODAY:
        return float(people_in(plan.team.today))
    value = at(plan, path)
    if isinstance(value, (tuple, Ramp)):
        return float(np.mean(monthly_values(value, plan.horizon_months)[1:]))
    return None if value is None else float(value)


def with_figure(plan: Plan, path: Path, figure: float) -> Plan | None:
    """The plan with another figure in an input; None where that does not go with the rest of it.

    What has several parts keeps its proportions: a schedule its shape, costs their months, an order its products,
    attrition the share of it in the first months.
    """
    data, now = plan.model_dump(mode="json"), figure_at(plan, path)
    times = figure / now if now else None
    stated = at(data, path)
    if path == RUNNING_COSTS and times is None:
        row = RunningCost(name=DEFAULT_RUNNING_COSTS[0].name, amount=figure)
        put(data, path, [row.model_dump(mode="json")])
    elif path in LISTS and times is not None:
        for row in stated:
            row["amount"] *= times
    elif path == ORDER_PRICE and plan.customers.products and times is not None:
        for product in data["customers"]["products"]:
            product["per_order"] *= times
    elif isinstance(stated, (list, dict)) and times is not None:
        put(data, path, _in_proportion(stated, times))
    else:
        put(data, path, round(figure) if INPUTS[path].unit in ("months", "month") else figure)
        early = plan.team.first_months_attrition
        if path == YEARLY_ATTRITION and early is not None:
            data["team"]["first_months_attrition"] = early * times if times is not None else 0.0
    return checked(Plan, data)[0]


def a_month(row: RunningCost, plan: Plan) -> float:
    """What is paid for a running cost in an average month of the plan."""
    months = range(1, plan.horizon_months + 1)
    return row.amount * sum(row.payments(plan.start_month, month) for month in months) / plan.horizon_months


def _in_proportion(schedule: Any, times: float) -> Any:
    if isinstance(schedule, list):
        return [value * times for value in schedule]
    return schedule | {"first": schedule["first"] * times, "last": schedule["last"] * times}
