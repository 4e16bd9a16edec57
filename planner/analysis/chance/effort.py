"""Effort that nobody has: more hours than there are, less time than a person takes, more members than people live."""

from planner.analysis.case import Case
from planner.analysis.cautions.of_people import Needed, needed_in
from planner.analysis.measures.measure import hours_by_month
from planner.inputs.plan.schedule import monthly_values
from planner.timeline import WEEKS_PER_MONTH

HOURS_AWAKE = 112.0  # a week, 16 a day: more than anybody works
# All hours of the plan together: for each new customer and each order, and for each recruit. Judgements.
LEAST_MINUTES, LEAST_MINUTES_OF_A_RECRUIT = 6.0, 60.0


def that_nobody_has(case: Case) -> bool:
    """Whether a plan takes any of that."""
    too_fast = (too_few_minutes(case), too_few_minutes_of_a_recruit(case))
    return hours_a_week(case) > HOURS_AWAKE or too_fast != (None, None) or bool(outgrown(case))


def hours_a_week(case: Case) -> float:
    """Of the busiest month, those of parties among them."""
    return float(hours_by_month(case.plan).max()) / WEEKS_PER_MONTH


def too_few_minutes(case: Case) -> float | None:
    """Minutes for each customer or order of the busiest month, where they are too few; None where not, or no hours."""
    plan = case.plan
    coming = float(monthly_values(plan.customers.new_a_month, plan.horizon_months).max())
    served = max(coming, float(case.projection.sales.orders[:, 0].max()))
    return _too_few(served, LEAST_MINUTES, case)


def too_few_minutes_of_a_recruit(case: Case) -> float | None:
    """The same for each person whom one recruits oneself, in the month in which most are."""
    return _too_few(float(case.projection.network.joined[:, 1, 0].max()), LEAST_MINUTES_OF_A_RECRUIT, case)


def _too_few(people: float, least: float, case: Case) -> float | None:
    hours = hours_a_week(case)
    if hours <= 0 or people <= 0:
        return None
    minutes = 60 * hours * WEEKS_PER_MONTH / people
    return minutes if minutes < least else None


def outgrown(case: Case) -> tuple[Needed, ...]:
    """The places that the team would outgrow within the plan, were nobody ever to run out; the largest last."""
    return tuple(each for each in needed_in(case) if each.month and each.month <= case.plan.horizon_months)
