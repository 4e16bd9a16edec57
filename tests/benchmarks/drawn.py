"""The charts of the cash-flow page, drawn up once a process: constants for the bare script."""

from pages.shared import charts, state
from planner.analysis.metrics import measure
from planner.analysis.wording import Speech
from planner.projection.engine import project


def drawn() -> tuple[charts.Chart, ...]:
    """The three charts, of the plan that a new session begins with."""
    company = state.companies()[0]
    plan = state.default_plan(company.currency)
    projection = project(plan, company)
    current = state.Current(plan, company, projection, measure(plan, projection))
    speech = Speech.of("en", plan)
    return (
        charts.running_total_chart(current, speech),
        charts.money_by_line_chart(current, speech),
        charts.cash_and_profit_chart(current, speech),
    )


CHARTS = drawn()
