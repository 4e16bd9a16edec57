"""Whose orders the pay of a plan rests on: two taps on Start and on Cash flow, of both kinds of rules."""

import pytest

from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan_file import PlanFile
from tests.pages.conftest import OpenApp, run
from tests.pages.opening import shown
from tests.simulation.plans import team_plan

COMPANIES = {"young-living-us": ("en", "Of 100 of it, "), "usana-us": ("sv", "Av 100 av den bygger ")}


@pytest.mark.parametrize("page", ["start", "cash_flow"])
def test_two_taps_show_whose_orders_and_the_receipt_of_a_run(open_app: OpenApp, page: str) -> None:
    for company, (language, words) in COMPANIES.items():
        plan = team_plan(load_catalog().companies[company])
        app = open_app(language, f"pages/{page}.py", PlanFile(company=company, plan=plan))
        assert words not in shown(app)
        app.session_state[f"{page}-whose"] = True
        app = run(app)
        assert words in shown(app), company
        app.session_state[f"{page}-whose-run"] = True
        app = run(app)
        everything = shown(app)
        assert ("Recruit " if language == "en" else "Värvad ") in everything, company
        assert ("Rule: " if language == "en" else "Regel: ") in everything, company
        assert not app.exception


def test_another_month_is_told_and_a_plan_without_pay_has_nothing_to_open(open_app: OpenApp) -> None:
    plan = team_plan(load_catalog().companies["young-living-us"])
    app = open_app("en", "pages/start.py", PlanFile(company="young-living-us", plan=plan))
    app.session_state["start-whose"] = True
    app = run(app)
    [month] = [each for each in app.selectbox if str(each.key).startswith("start-whose-month")]
    month.select(12)
    app = run(app)
    assert "In month 12 (" in shown(app)
    alone = plan.model_copy(update={"team": plan.team.model_copy(update={"recruits_a_month": 0.0})})
    app = open_app("en", "pages/start.py", PlanFile(company="young-living-us", plan=alone))
    assert not [each for each in app.expander if "Whose orders" in each.label]
