"""Whatever a plan states, the workbook's cells are what the program computes: a new input cannot be forgotten there."""

import pytest
from hypothesis import given

from planner.analysis.case import Case
from planner.export.frames import monthly_frame
from planner.export.workbook.book import model_of
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.line_items import CENT
from planner.speech import Speech
from tests.properties.random_plans import plans, plans_under_rules
from tests.properties.situations import companies
from tests.random_cases import tried


@given(plan=plans(longest=14) | plans_under_rules(longest=14), company=companies())
@tried(16)
def test_the_workbook_has_the_months_of_the_program(plan: Plan, company: Company) -> None:
    """What formulas come to is tried of few plans, in tests/planner/export/test_workbook.py."""
    plan = plan.model_copy(update={"exchange_rates": {"SEK": 0.1, **plan.exchange_rates, "EUR": 1.1, "USD": 0.9}})
    case = Case.of(plan, company)
    model, frame = model_of(case, PlanFile(plan=plan), Speech.of("en", plan)), monthly_frame(case)
    for row in (each for sheet in (*model.sheets, model.statement) for each in sheet.rows if each.heading.name):
        found = [row[month].number for month in range(plan.horizon_months + 1)]
        assert found == pytest.approx(frame[row.heading.name].tolist(), rel=1e-9, abs=CENT), row.heading.name
