"""The page to take home is offered where a plan was tried, and made of what stands there."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.answer import paper
from planner.inputs.plan_file import PlanFile
from tests.pages.conftest import open_it
from tests.plans import small_seller

FILE = PlanFile(company="scentsy-us", plan=small_seller(horizon_months=6))


@pytest.mark.parametrize("page", ["plan", "talk"])
def test_it_is_offered_in_both_forms(page: str) -> None:
    file = FILE.model_copy(update={"talk": FILE.talk.model_copy(update={"step": "until_then"})})
    app: AppTest = open_it("sv", f"pages/{page}.py", file)
    offered = {each.proto.label for each in app.get("download_button")}
    assert {"En sida att ta med hem (PDF)", "Samma sida för webbläsaren (HTML)"} <= offered


def test_where_it_would_take_too_long_it_does_without_what_the_plan_hangs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_it("en", "pages/plan.py", FILE)
    tried = paper.Tried.of(app.session_state["case"])
    found = paper.what_matters(FILE, tried)
    assert found is not None
    assert found.stated.lose == tried.odds.lose  # or the plan would have two numbers on one page
    monkeypatch.setattr(paper, "TOO_LONG", 0.0)
    assert paper.what_matters(FILE, tried) is None
