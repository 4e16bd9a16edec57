"""A change that makes the plan larger than what can be opened again is refused in words, wherever it is made."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.session import state
from planner.inputs.plan_file import PlanFile, dump_plan_file
from tests.pages.conftest import OpenApp, enter, plan_of, run, said
from tests.plans import small_seller

FILE = PlanFile(company="scentsy-us", plan=small_seller())
NOT_TAKEN = "This was not taken, and your plan is as it was:"


@pytest.fixture
def nearly_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty more bytes fit into the plan of these tests."""
    monkeypatch.setattr(state, "LARGEST_FILE", len(dump_plan_file(FILE)) + 20 + state.BESIDE)


def refusals(app: AppTest) -> list[str]:
    return [said(each) for each in app.error if said(each).startswith(NOT_TAKEN)]


def file_of(app: AppTest) -> Any:
    return app.session_state["plan_file"]


@pytest.mark.usefixtures("nearly_full")
def test_what_is_typed_is_refused_and_said_until_something_is_taken(open_app: OpenApp) -> None:
    app = open_app("en", "pages/plan.py", FILE)
    enter(app, "name", "A plan with a name that is longer than there is room")
    assert file_of(app) == FILE
    [refusal] = refusals(app)
    assert "could not be opened again" in refusal
    enter(app, "name", "Short")
    assert plan_of(app).name == "Short"
    assert refusals(app) == []


@pytest.mark.usefixtures("nearly_full")
def test_a_company_of_ones_own_is_refused(open_app: OpenApp) -> None:
    app = open_app("en", "pages/my_company.py", FILE)
    app.button(key="own-copy").click()
    app = run(app)
    assert file_of(app) == FILE
    assert len(refusals(app)) == 1


@pytest.mark.usefixtures("nearly_full")
def test_a_scenario_is_refused(open_app: OpenApp) -> None:
    app = open_app("en", "pages/versions.py", FILE)
    [name] = [each for each in app.text_input if str(each.key).startswith("text:scenario-new-name@")]
    name.set_value("Another")
    app.button(key="scenario-make").click()
    app = run(app)
    assert file_of(app) == FILE
    assert len(refusals(app)) == 1
