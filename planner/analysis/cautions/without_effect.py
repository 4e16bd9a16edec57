"""What a plan states that counts for nothing in it, as the plan stands: it begins after the plan ends, or lacks a part.

It is said where it is typed, and by `check`. What only does not count since something else does in its place is not
shown at all (Input.counts), and is not among them.
"""

from collections.abc import Iterator

from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan
from planner.language import mark
from planner.messages import Message, Quantity
from planner.timeline import MONTHS_PER_YEAR

# Inputs that are a month of the plan, or hold one; and rates by which something rises in month 13 for the first time.
MONTHS: tuple[Path, ...] = (("stock", "standing_order_from"), ("chance", "review_month"))
RISES: tuple[Path, ...] = tuple(("money_and_time", name) for name in ("shop_price_rise", "cost_rise", "wage_rise"))


def without_effect(plan: Plan) -> dict[Path, Message]:
    """Each by the place where it is stated, of a row that of the row."""
    return dict((*_of_inputs(plan), *_of_costs(plan), *_of_what_comes_and_goes(plan)))


def _of_inputs(plan: Plan) -> Iterator[tuple[Path, Message]]:
    for path in MONTHS:
        month = getattr(getattr(plan, str(path[0])), str(path[1]))
        if month is not None and month > plan.horizon_months and INPUTS[path].counts(plan):
            yield path, _too_late(plan)
    for path in RISES:
        rate = getattr(plan.money_and_time, str(path[1]))
        if rate and plan.horizon_months <= MONTHS_PER_YEAR and INPUTS[path].counts(plan):
            words = mark("Without effect: it rises once a year, from month {first} on, and the plan ends after {end}.")
            first = Quantity(MONTHS_PER_YEAR + 1, "count")
            yield path, Message(words, {"first": first, "end": Quantity(plan.horizon_months, "months")})


def _of_costs(plan: Plan) -> Iterator[tuple[Path, Message]]:
    for place, item in enumerate(plan.getting_started.items):
        if item.month > plan.horizon_months:
            yield ("getting_started", "items", place), _too_late(plan)
    for place, cost in enumerate(plan.running_costs):
        if cost.first_month > plan.horizon_months:
            yield ("running_costs", place), _too_late(plan)
        elif cost.every_weeks is not None and cost.every_months != 1:
            words = mark("It is paid every so many weeks, so every how many months is not counted.")
            yield ("running_costs", place), Message(words)


def _of_what_comes_and_goes(plan: Plan) -> Iterator[tuple[Path, Message]]:
    for place, gift in enumerate(plan.pay_in_kind):
        if gift.first_month > plan.horizon_months:
            yield ("pay_in_kind", place), _too_late(plan)
        elif gift.every_months is None and gift.last_month is not None:
            words = mark("It comes once, in {month}. A last month counts only where it comes again.")
            yield ("pay_in_kind", place), Message(words, {"month": Quantity(gift.first_month, "month")})
    for place, goods in enumerate(plan.stock.out_of_season):
        if not goods.ever_goes(plan.start_month, plan.horizon_months):
            yield ("stock", "out_of_season", place), _too_late(plan)


def _too_late(plan: Plan) -> Message:
    words = mark("Not counted: the plan ends after {months}, before this happens.")
    return Message(words, {"months": Quantity(plan.horizon_months, "months")})
