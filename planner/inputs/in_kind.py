"""What one company gives one plan in place of money, by month."""

from collections.abc import Collection

from planner.inputs.company.company import Company
from planner.inputs.plan.pay_in_kind import PayInKind
from planner.inputs.plan.plan import Plan

InKind = tuple[PayInKind, ...]


def in_kind(plan: Plan, company: Company) -> InKind:
    """The rows of the plan that count on a company: its own, and those that name none."""
    return tuple(row for row in plan.pay_in_kind if row.given_by(company))


def value_by_month(rows: InKind, worth: Collection[str], months: int) -> list[float]:
    """What comes in months 0 to `months`, as stated in the plan's currency, of rows that are worth one of these."""
    chosen = [row for row in rows if row.worth in worth]
    return [float(sum(row.value for row in chosen if row.received_in(month))) for month in range(months + 1)]
