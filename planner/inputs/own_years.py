"""A plan on a historic company begins in the years of that company's terms."""

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan, default_plan

DECEMBER = 12


def in_own_years(plan: Plan, company: Company) -> Plan:
    """The plan with its start month moved into the years of a historic company; as it is where it lies in them.

    The calendar month stays, and with it the season. The year is the last in which the months of the plan, that of
    joining the first of them, end within the years; the first of the years where they are more than these.
    """
    years, (year, month) = company.years, (int(part) for part in plan.start_month.split("-"))
    if years is None or years.first <= year <= years.last:
        return plan
    over = max(month + plan.horizon_months - 1 - DECEMBER, 0)  # months that reach beyond a year's end
    begins = max(years.last - -(-over // DECEMBER), years.first)
    return Plan.model_validate(dict(plan) | {"start_month": f"{begins}-{month:02}"})


def default_plan_on(company: Company) -> Plan:
    """The default plan in the company's currency, in the years of a historic one."""
    return in_own_years(default_plan(company.currency), company)
