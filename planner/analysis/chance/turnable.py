"""Inputs of a plan that can be turned one at a time, each between two bounds, to see what it takes of it alone."""

from dataclasses import dataclass
from math import floor
from typing import Any

from annotated_types import Ge, Gt, Le, Lt

from planner.inputs.changes.one_figure import LISTS, stated_figure, with_figure
from planner.inputs.path import Path, at
from planner.inputs.plan.entry import Turned
from planner.inputs.plan.plan import DEFAULT_SCALE, INPUTS, Plan, default_plan
from planner.inputs.plan.schedule import monthly_values

OF_PLAN = "of_plan"  # the unit of what is turned as a whole: times what the plan states
FAR = 10  # times the plan's value, or the default where that is more: how far up an input is tried in small steps
ALMOST_ALL = 0.99  # the highest share that is tried where all of it is impossible
MOST_A_MONTH = 1000.0  # of a schedule, as it is declared

# Every input that can be turned: people first, then what is paid, and last the rest as the plan declares it.
FIRST = ("address_book", "customers", "team", "running_costs", "getting_started")
TURNED: dict[Path, Turned] = {
    path: declared.turned
    for path, declared in sorted(
        INPUTS.items(), key=lambda each: FIRST.index(str(each[0][0])) if each[0][0] in FIRST else len(FIRST)
    )
    if declared.turned is not None
}


@dataclass(frozen=True, slots=True)
class Turnable:
    """One input as the plan states it, and how far it is tried.

    title: a marked text. unit: as the field declares it; OF_PLAN where now is 1 and all its months are turned together.
    now, low, high: in that unit; of lists of costs, the average a month over the plan (running costs) or all of them
    together (start-up costs). low and high are the ends of what is possible; far: up to where small steps are taken,
    beyond which each is twice the last. whole: takes whole numbers only.
    """

    path: Path
    title: str
    unit: str
    now: float
    low: float
    high: float
    far: float
    whole: bool = False

    def laid(self, plan: Plan, value: float) -> Plan | None:
        """The plan with this value in the place of its own; None where the two do not go together."""
        return with_figure(plan, self.path, value * _figure(plan, self.path) if self.unit == OF_PLAN else value)


def turnable(plan: Plan, path: Path) -> Turnable:
    """One of the inputs in TURNED, as the plan states it. KeyError for another."""
    turned, declared, stated = TURNED[path], INPUTS[path], at(plan, path)
    now, usual = _figure(plan, path), _figure(default_plan(plan.currency), path)
    title, unit = declared.title, declared.unit
    if path in LISTS:
        far = FAR * max(now, usual)
        return Turnable(path, title, unit, now, 0.0, far, far)  # more costs bring no plan nearer to anything
    if not isinstance(stated, int | float):
        highest = float(monthly_values(stated, plan.horizon_months).max())
        most = max(floor(100 * MOST_A_MONTH / max(highest, 1.0)) / 100, 1.0)
        return Turnable(path, title, OF_PLAN, 1.0, 0.0, most, min(most, float(FAR)))
    low, high = _bounds(declared.declared.metadata, now)
    if turned.whole_with:
        high -= at(plan, (*path[:-1], turned.whole_with))
    at_least = turned.at_least * (DEFAULT_SCALE.get(plan.currency, 1) if unit == "money" else 1)
    far = high if unit == "share" else min(high, FAR * max(now, usual, at_least))
    return Turnable(path, title, unit, now, low, high, far, whole=declared.declared.annotation is int)


def turnables(plan: Plan, *, hours: bool) -> tuple[Turnable, ...]:
    """Every input that has an effect as the plan stands. hours: whether those count."""
    return tuple(
        turnable(plan, path)
        for path, turned in TURNED.items()
        if _has_effect(plan, path, turned) and (hours or not turned.per_hour_only)
    )


def _has_effect(plan: Plan, path: Path, turned: Turned) -> bool:
    declared = INPUTS[path]
    some = not turned.where_some or _figure(plan, path) > 0
    return some and turned.when(plan) and declared.counts(plan) and declared.idle_without(plan)


def _figure(plan: Plan, path: Path) -> float:
    """What the plan states, as one number, whether it counts or not; 0 where it is left empty."""
    return stated_figure(plan, path) or 0.0


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
