"""A plan that comes by a link, and one that is given as a link, as a page does it."""

import base64
import json
import zlib

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.session import links
from planner.inputs import link
from planner.inputs.link import link_text, read_link
from planner.inputs.plan_file import VERSION, PlanFile, plan_file_record
from tests.pages.conftest import APP, PATIENCE, field, open_it, run
from tests.plans import small_seller

GIVEN = PlanFile(company="scentsy-us", plan=small_seller(name="From Anna"))


def opened_by(text: str, mine: PlanFile | None = None, language: str = "en") -> AppTest:
    app = AppTest.from_file(APP, default_timeout=PATIENCE)
    app.query_params["lang"] = language
    app.query_params["plan"] = text
    if mine is not None:
        app.session_state["plan_file"] = mine
        app.session_state["opened"] = PlanFile(plan=mine.plan)  # so it was changed since
    return run(app)


def test_where_nothing_was_entered_it_is_opened_and_leaves_the_address() -> None:
    app = opened_by(link_text(GIVEN), language="sv")
    assert app.session_state["plan_file"] == GIVEN
    app = run(app)  # by the browser, or else with the next run
    assert app.query_params == {"lang": "sv"}
    assert not [each for each in app.button if each.key == "link-open"]


@pytest.mark.parametrize("opens", [True, False])
def test_a_plan_that_is_not_saved_is_not_lost(opens: bool) -> None:
    mine = PlanFile(company="example-company", plan=small_seller(name="Mine"))
    app = opened_by(link_text(GIVEN), mine)
    assert app.session_state["plan_file"] == mine
    app.button(key="link-open" if opens else "link-leave").click()
    run(app)
    assert app.session_state["plan_file"] == (GIVEN if opens else mine)
    assert not [each for each in app.button if each.key == "link-open"]
    if opens:
        [undo] = [each for each in app.button if each.label == "Undo"]
        undo.click()
        assert run(app).session_state["plan_file"] == mine


def test_a_draft_that_comes_back_later_stays_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = PlanFile(plan=small_seller(name="Mine"))
    kept = {"link_opened": GIVEN}
    monkeypatch.setattr(links.st, "session_state", kept)
    links.offer_instead(mine)
    assert kept["link_offered"] == GIVEN
    links.offer_instead(mine)  # told once
    assert "link_opened" not in kept


def test_a_damaged_link_is_refused_with_one_sentence() -> None:
    app = opened_by(link_text(GIVEN)[:-5])
    [error] = app.error
    assert "The link was not opened, and your plan is as it was" in error.value
    assert "A part of this link is missing" in error.value
    field(app, "stock.opening_stock").set_value("300")
    run(app)
    assert not app.error  # it is told until the next edit


def test_the_link_that_is_given_holds_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOINWISE_ADDRESS", "https://plans.example.org")
    app = open_it("sv", "pages/plan.py", GIVEN)
    assert not app.code
    app.session_state["give-link"] = True
    run(app)
    [shown] = [each.value for each in app.code]
    assert shown.startswith("https://plans.example.org/?plan=")
    assert read_link(shown.partition("plan=")[2]) == (GIVEN, ())
    [code] = [each.proto.body for each in app.get("html") if 'class="qr"' in each.proto.body]
    assert '<img alt="' in code  # Streamlit takes SVG out of HTML
    assert 'src="data:image/svg+xml;' in code


def test_what_an_older_link_comes_to_otherwise_is_said_once() -> None:
    """Version 7 knew no reduction of Swedish contributions. Of a link of this version nothing is said."""
    plan = small_seller("SEK", customers={"new_a_month": 20}, tax={"rules": "sweden-sole-trader-2026"})
    now = link_text(PlanFile(company="zinzino-se", plan=plan))
    differs = link.differing(link.defaults(VERSION), plan_file_record(PlanFile(company="zinzino-se", plan=plan)))
    pressed = zlib.compressobj(9, zdict=link.words(7))
    data = pressed.compress(json.dumps(differs).encode()) + pressed.flush()
    older = f"7.{base64.urlsafe_b64encode(data).rstrip(b'=').decode()}"
    for text, is_older in ((older, True), (now, False)):
        app = opened_by(text)
        assert app.session_state["plan_file"].plan == plan
        told = [each.value for each in app.info if "An older version saved this plan" in each.value]
        assert bool(told) == is_older
        if is_older:
            assert "Swedish contributions are reduced" in told[0]
            field(app, "money_and_time.hours_a_week").set_value("7")
            run(app)
            assert not [each for each in app.info if "An older version" in each.value]
