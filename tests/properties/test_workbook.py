"""Whatever a plan states, the workbook's cells are what the program computes: a new input cannot be forgotten there."""

from hypothesis import given

from planner.analysis.case import Case
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.properties.months_of_workbook import assert_the_workbook_has_the_months
from tests.properties.random_plans import plans, plans_under_rules
from tests.properties.situations import companies
from tests.random_cases import FEW_RUNS, tried


@given(plan=plans(longest=14) | plans_under_rules(longest=14), company=companies())
@tried(16)
def test_the_workbook_has_the_months_of_the_program(plan: Plan, company: Company) -> None:
    """What formulas come to is tried of few plans, in tests/planner/export/test_workbook.py."""
    plan = plan.model_copy(update={"exchange_rates": {"SEK": 0.1, **plan.exchange_rates, "EUR": 1.1, "USD": 0.9}})
    assert_the_workbook_has_the_months(Case.of(plan, company, FEW_RUNS))
