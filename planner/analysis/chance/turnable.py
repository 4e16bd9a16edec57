"""Inputs of a plan that can be turned one at a time, each between two bounds, to see what it takes of it alone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from annotated_types import Ge, Gt, Le, Lt

from planner.inputs.changes.one_figure import LISTS, figure_at, with_figure
from planner.inputs.changes.scenario import changeable_fields, value_at
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan.schedule import monthly_values

OF_PLAN = "of_plan"  # the unit of what is turned as a whole: times what the plan states
FAR = 10  # times the plan's value, or the default where that is more: how far up an input is tried that has no bound
ALMOST_ALL = 0.99  # the highest share that is tried where all of it is impossible
MOST_A_MONTH = 1000.0  # of a schedule, as it is declared
# What FAR is counted from where the plan and the default state nothing, or less.
AT_LEAST = {"team.recruits_a_month": 0.5, "address_book.cold_a_month": 5.0}

Condition = Callable[[Plan], bool]


@dataclass(frozen=True, slots=True)
class Turnable:
    """One input as the plan states it, and how far it is tried.

    key: its path in the plan. title: a marked text. unit: as the field declares it; OF_PLAN where now is 1 and all
    its months are turned together. now, low, high: in that unit; of lists of costs, the average a month over the plan
    ("running_costs") or all of them together ("getting_started.items"). whole: takes whole numbers only.
    """

    key: str
    title: str
    unit: str
    now: float
    low: float
    high: float
    whole: bool = False

    def laid(self, plan: Plan, value: float) -> Plan | None:
        """The plan with this value in the place of its own; None where the two do not go together."""
        return with_figure(plan, self.key, value * _figure(plan, self.key) if self.unit == OF_PLAN else value)


def _always(_plan: Plan) -> bool:
    return True


def _customers_stated(plan: Plan) -> bool:
    return plan.customers.new_from == "schedule"


def _customers_found(plan: Plan) -> bool:
    return not _customers_stated(plan)


def _recruits_stated(plan: Plan) -> bool:
    return plan.team.recruits_from == "schedule"


def _recruits_found(plan: Plan) -> bool:
    return not _recruits_stated(plan)


def _from_book(plan: Plan) -> bool:
    return _customers_found(plan) or _recruits_found(plan)


def _has_team(plan: Plan) -> bool:
    if _recruits_found(plan):
        return plan.address_book.become_recruits > 0
    return bool(monthly_values(plan.team.recruits_a_month, plan.horizon_months).any())


# In the order of a plan, with the condition on which each has an effect.
TURNED: dict[str, Condition] = {
    "customers.new_a_month": _customers_stated,
    "address_book.contacts": _from_book,
    "address_book.share_approached": _from_book,
    "address_book.cold_a_month": _from_book,
    "address_book.become_customers": _customers_found,
    "customers.orders_per_customer": _always,
    "customers.retail_per_order": _always,
    "customers.attrition": _always,
    "customers.discount": _always,
    "customers.cost_per_order": lambda plan: plan.customers.cost_per_order > 0,
    "team.recruits_a_month": _recruits_stated,
    "address_book.become_recruits": _recruits_found,
    "team.duplication": _has_team,
    "team.annual_attrition": _has_team,
    "team.member_monthly_purchases": _has_team,
    "running_costs": lambda plan: _figure(plan, "running_costs") > 0,
    "getting_started.items": lambda plan: _figure(plan, "getting_started.items") > 0,
    "stock.opening_stock": _always,
    "stock.cover_months": _always,
    "stock.standing_order": lambda plan: plan.stock.standing_order > 0,
    "stock.own_use": lambda plan: plan.stock.own_use > 0,
    "stock.ship_direct_share": _always,
    "money_and_time.hours_a_week": _always,
}
OF_HOURS_ONLY = "money_and_time.hours_a_week"  # hours enter nothing but earnings per hour


def turnable(plan: Plan, key: str) -> Turnable:
    """One of the inputs in TURNED, as the plan states it. KeyError for another."""
    if key not in TURNED:
        raise KeyError(key)
    record, name = changeable_fields()[key]
    field, stated = record.model_fields[name], value_at(plan.model_dump(), key)
    extra: Any = field.json_schema_extra
    now, usual = _figure(plan, key), _figure(default_plan(plan.currency), key)
    title = str(field.title)
    if key in LISTS:
        return Turnable(key, title, "money", now, 0.0, FAR * max(now, usual))
    if not isinstance(stated, int | float):
        return Turnable(key, title, OF_PLAN, 1.0, 0.0, float(FAR))
    low, high = _beside_others(plan, key, *_bounds(field.metadata, now))
    if extra["unit"] != "share":
        high = min(high, FAR * max(now, usual, AT_LEAST.get(key, 0.0)))
    return Turnable(key, title, extra["unit"], now, low, high, whole=field.annotation is int)


def turnables(plan: Plan, *, hours: bool) -> tuple[Turnable, ...]:
    """Every input that has an effect as the plan stands. hours: whether those count."""
    return tuple(
        turnable(plan, key) for key, matters in TURNED.items() if matters(plan) and (hours or key != OF_HOURS_ONLY)
    )


def _figure(plan: Plan, key: str) -> float:
    """What the plan states, as one number, whether it counts or not; 0 where it is left empty."""
    counted = figure_at(plan, key)
    if counted is not None:
        return counted
    stated = value_at(plan.model_dump(), key)
    return float(stated) if isinstance(stated, int | float) else 0.0


def _bounds(metadata: list[Any], now: float) -> tuple[float, float]:
    low, high = 0.0, MOST_A_MONTH
    for bound in metadata:
        match bound:
            case Ge():
                low = float(str(bound.ge))
            case Gt():
                low = now / FAR
            case Le():
                high = float(str(bound.le))
            case Lt():
                high = max(ALMOST_ALL, now)
    return low, high


def _beside_others(plan: Plan, key: str, low: float, high: float) -> tuple[float, float]:
    """The bounds that other inputs set: at most everybody asked says yes."""
    book = plan.address_book
    match key:
        case "address_book.become_customers":
            return low, high - book.become_recruits
        case "address_book.become_recruits":
            return low, high - book.become_customers
        case _:
            return low, high
