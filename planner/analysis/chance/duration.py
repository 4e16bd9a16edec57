"""About how long many runs of a plan take."""

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.plan_assumptions import plan_assumptions
from planner.simulation.engine import expected_person_months, paths_drawn
from planner.simulation.needed import needs_others

A_PATH, A_PERSON_MONTH = 5e-5, 3e-7  # seconds on a machine of the year 2026, measured
ABOUT_PEOPLE = ("address_book", "team")  # groups of a plan in which it is said how many people there will be below
# Where a pay plan of parts pays the distributor, and where others' pay or places are needed for it.
A_PERSON_MONTH_BY_PLAN, WITH_OTHERS = 7e-7, 2e-6


def expected_people(plan: Plan) -> float:
    """Months of members below in one path, in expectation."""
    return float(expected_person_months(plan_assumptions(plan))[0])


def seconds_of(people: float, *paths: int, company: Company | None = None) -> float:
    """About how long simulations of so many paths each take, one after the other; the machine may be slower.

    people: months of members below in one path. company: that pays them, where it is known.
    """
    each, plan = A_PERSON_MONTH, None if company is None else company.pay.plan
    if plan is not None:
        each = WITH_OTHERS if needs_others(plan) else A_PERSON_MONTH_BY_PLAN
    return A_PATH * sum(paths) + each * people * sum(paths_drawn(people, number) for number in paths)


def is_by_plan(company: Company | None) -> bool:
    """Whether a pay plan of parts pays the people of a plan."""
    return company is not None and company.pay.plan is not None


def expected_seconds(plan: Plan, *paths: int, company: Company | None = None) -> float:
    """The same of a plan."""
    return seconds_of(expected_people(plan), *paths, company=company)
