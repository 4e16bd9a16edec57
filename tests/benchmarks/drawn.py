"""The charts of the cash-flow page, drawn up once a process: constants for the bare script."""

from pages.parts.cash_flow import by_line
from pages.shared.draw import charts
from pages.shared.session import state
from planner.analysis.case import Case
from planner.inputs.plan.plan import default_plan
from planner.speech import Speech


def drawn() -> tuple[charts.Chart, ...]:
    """The three charts, of the plan that a new session begins with."""
    company = state.companies()[0]
    case = Case.of(default_plan(company.currency), company)
    speech = Speech.of("en", case.plan)
    return (
        charts.running_total_chart(case, speech),
        by_line.money_by_line_chart(case, speech),
        charts.cash_and_profit_chart(case, speech),
    )


CHARTS = drawn()
