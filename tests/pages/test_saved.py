"""A plan kept in the database: kept, opened by its link, saved again, compared, gone back to and deleted."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.inputs.plan_file import PlanFile
from planner.store.database import STATED_AS, address_of
from tests.pages.conftest import APP, PATIENCE, enter, open_it, plan_of, run
from tests.pages.opening import shown
from tests.plans import small_seller

FILE = PlanFile(company="example-company", plan=small_seller(name="Anna"))
PAGE = "pages/versions.py"
CUSTOMERS = "customers.new_a_month"


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for saved plans in which there is none yet."""
    file = tmp_path / "plans.sqlite"
    monkeypatch.setenv(STATED_AS, address_of(file))
    return file


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def kept(file: PlanFile = FILE) -> tuple[AppTest, str]:
    """The page of a plan that was just kept, and what stands in its link."""
    app = press(open_it("en", PAGE, file), "keep")
    token: str = app.session_state["kept"]
    return app, token


def opened_by(token: str, page: str = PAGE) -> AppTest:
    """Another browser, at the page, after the link was opened."""
    app = AppTest.from_file(APP, default_timeout=PATIENCE)
    app.query_params.update({"lang": "en", "saved": token})
    run(app)
    app.switch_page(page)
    return run(app)


def test_nothing_is_kept_until_the_button_is_pressed(database: Path) -> None:
    app = open_it("en", PAGE, FILE)
    assert "It is in this tab of your browser" in shown(app)
    assert not database.exists()
    press(app, "keep")
    assert database.exists()


def test_a_kept_plan_opens_by_its_link_saves_and_is_gone_back_to() -> None:
    app, token = kept()
    assert f"/?saved={token}&lang=en" in app.code[0].value
    assert token not in shown(app)
    press(app, "link-told")
    assert not app.code
    other = opened_by(f"{token[:20]}\n{token[20:]}&utm_source=messenger")
    assert other.session_state["plan_file"] == FILE
    assert "saved" not in other.query_params
    other.switch_page("pages/start.py")
    run(other)
    enter(other, CUSTOMERS, "3")
    press(other, "save-version")
    assert "Version 2, saved" in shown(other)
    other.switch_page(PAGE)
    run(other)
    assert "Changed: New customers a month" in shown(other)
    press(other, "version-back-1")
    assert other.session_state["plan_file"] == FILE
    assert "Version 3, saved" in shown(other)


def changed_on(app: AppTest, place: str, text: str) -> AppTest:
    """A value typed on My plan's first page, and back on the page of versions."""
    app.switch_page("pages/start.py")
    enter(run(app), place, text)
    app.switch_page(PAGE)
    return run(app)


def test_two_who_save_at_once_lose_nothing() -> None:
    anna, token = kept()
    bert = opened_by(token)
    press(changed_on(bert, CUSTOMERS, "4"), "save-version")
    press(changed_on(anna, "money_and_time.hours_a_week", "9"), "save-version")
    assert "Somebody saved before you: Version 2" in anna.info[0].value.replace("\\", "")
    plan = plan_of(anna)
    assert (plan.customers.new_a_month, plan.money_and_time.hours_a_week) == (4, 9)
    press(changed_on(bert, CUSTOMERS, "5"), "save-version")
    assert plan_of(bert).money_and_time.hours_a_week == 9
    press(changed_on(anna, CUSTOMERS, "6"), "save-version")
    [choice] = anna.radio
    assert choice.options == ["mine: 6", "saved meanwhile: 5"]
    choice.set_value("theirs")
    run(anna)
    press(anna, "save-chosen")
    assert plan_of(anna).customers.new_a_month == 5
    assert "Everything is saved" in shown(anna)
