"""A company that states its pay as a plan of parts: every page shows the mean of the headline's runs, and says it."""

import re
from typing import Any

import pytest
import streamlit as st

from pages.shared.answer import view
from pages.shared.runs import keeper, many_runs
from planner.analysis import mean_of_runs
from planner.analysis.case import Case
from planner.analysis.chance import duration
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile
from tests.pages.conftest import OpenApp, enter, run
from tests.pages.opening import case_of, shown

COMPANY = "usana-us"  # two legs
PAGES = ("start", "plan", "cash_flow", "what_if", "odds", "compare", "leaving", "goal", "what_matters", "talk")
SO_MANY = re.compile(r"What the company pays is the mean of ([\d,]+) runs")


def plan_with(**team: Any) -> Plan:
    data = default_plan("USD").model_dump()
    data["team"] |= {"recruits_a_month": 0.6, "duplication": 0.05, **team}
    data["stock"] |= {"standing_order": 150.0}
    return Plan.model_validate(data)


def file_of(plan: Plan) -> PlanFile:
    return PlanFile(company=COMPANY, plan=plan, compared=(COMPANY, "amway-us"))


@pytest.fixture(autouse=True)
def nothing_is_kept() -> None:
    mean_of_runs.forget()


@pytest.mark.usefixtures("searched_with_few_runs", "moved_with_few_runs")
def test_every_page_stands_and_shows_the_same_mean(open_app: OpenApp) -> None:
    plan = plan_with()
    expected = Case.of(plan, load_catalog().companies[COMPANY])
    assert expected.projection.commission_on_team.sum() > 0
    for number, page in enumerate(PAGES):
        app = open_app("sv" if number % 3 == 2 else "en", f"pages/{page}.py", file_of(plan), view.EXACTLY)
        if page == "compare":  # which lays the plan on each company by itself
            assert "and of so many: USANA 1,000." in shown(app) or "så här många: USANA 1" in shown(app)
            [case] = [each for each in app.session_state["compared"][1].cases if each.company.id == COMPANY]
        else:
            case = case_of(app)
        assert case.runs == case.projection.given.runs == many_runs.RUNS, page
        assert case.measures.result == expected.measures.result, page
        if page == "cash_flow":
            assert "Ersättningen från företaget är medelvärdet av" in shown(app)
    app = open_app("en", "pages/start.py", file_of(plan), view.EXACTLY)
    assert SO_MANY.findall(shown(app)) == ["1,000"]


def test_an_edit_of_a_large_team_has_the_first_runs_at_once_and_all_once_the_page_stands(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    found = keeper._find

    def finding(question: Any, work: Any) -> Any:
        if question.name == many_runs.NAME:
            told.append(f"{question.of[-1]} {case_asked()}")
        return found(question, work)

    def case_asked() -> int:
        return int(st.session_state["case"].runs)

    monkeypatch.setattr(keeper, "_find", finding)
    monkeypatch.setattr(duration, "A_PERSON_MONTH_BY_PLAN", 2e-5)  # as if every run took long
    app = open_app("en", "pages/start.py", file_of(plan_with()), view.EXACTLY)
    assert case_of(app).runs == many_runs.RUNS
    app = run(enter(app, "team.recruits_a_month", "0.7"))
    few = [line for line in told if line.startswith("1000 ")]
    assert len(few) == 2
    assert all(int(line.split()[1]) < many_runs.RUNS for line in few)
    assert case_of(app).runs == many_runs.RUNS
    assert SO_MANY.findall(shown(app)) == ["1,000"]
