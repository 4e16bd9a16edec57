"""Effort that nobody has: more hours than there are, less time than a customer takes, more members than people live."""

from planner.analysis.case import Case
from planner.analysis.cautions.of_people import Needed, needed_in
from planner.inputs.plan.schedule import monthly_values
from planner.timeline import WEEKS_PER_MONTH

HOURS_AWAKE = 112.0  # a week, 16 a day: more than anybody works
LEAST_MINUTES = 6.0  # for each new customer and each order, all hours of the plan together. A judgement.


def that_nobody_has(case: Case) -> bool:
    """Whether a plan takes any of the three."""
    hours = case.plan.money_and_time.hours_a_week
    return hours > HOURS_AWAKE or too_few_minutes(case) is not None or bool(outgrown(case))


def too_few_minutes(case: Case) -> float | None:
    """Minutes for each customer or order of the busiest month, where they are too few; None where not, or no hours."""
    plan = case.plan
    coming = float(monthly_values(plan.customers.new_a_month, plan.horizon_months).max())
    served = max(coming, float(case.projection.sales.orders[:, 0].max()))
    hours = plan.money_and_time.hours_a_week
    if hours <= 0 or served <= 0:
        return None
    minutes = 60 * hours * WEEKS_PER_MONTH / served
    return minutes if minutes < LEAST_MINUTES else None


def outgrown(case: Case) -> tuple[Needed, ...]:
    """The places that the team would outgrow within the plan, were nobody ever to run out; the largest last."""
    return tuple(each for each in needed_in(case) if each.month and each.month <= case.plan.horizon_months)
