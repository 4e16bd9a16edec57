"""A plan kept in the database: kept, opened by its link, saved again, compared, gone back to and deleted."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.versions.saved import FOR_EVER
from planner.inputs.plan_file import PlanFile, with_changes
from planner.inputs.together.talk import Talk
from planner.store.database import STATED_AS, address_of
from tests.pages.conftest import APP, PATIENCE, enter, open_it, plan_of, run
from tests.pages.opening import shown
from tests.plans import small_seller

FILE = PlanFile(company="example-company", plan=small_seller(name="Anna"), talk=Talk(dates="anna"))
PAGE = "pages/versions.py"
NOTE = {"to": "page", "place": "odds", "thread": [{"text": "Ask again.", "by": "Bert"}]}
MORE = {"to": "page", "place": "odds", "thread": [{"text": "And this.", "by": "Cecilia"}]}
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
    assert "not the one that is entered now" not in shown(app)
    app.session_state["kept"] = ""
    assert "It opens the plan that was kept, not the one that is entered now." in shown(run(app))
    app.session_state["kept"] = token
    press(run(app), "link-told")
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
    press(changed_on(bert, CUSTOMERS, "7"), "save-version")  # while she chooses
    press(anna, "save-chosen")
    [choice] = anna.radio
    assert choice.options == ["mine: 6", "saved meanwhile: 7"]
    choice.set_value("theirs")
    run(anna)
    press(anna, "save-chosen")
    assert plan_of(anna).customers.new_a_month == 7
    assert "Everything is saved" in shown(anna)
    press(changed_on(bert, CUSTOMERS, "9"), "save-version")
    press(changed_on(anna, CUSTOMERS, "8"), "save-version")
    [choice] = anna.radio
    assert choice.options == ["mine: 8", "saved meanwhile: 9"]
    assert choice.value == "mine"  # what was chosen the last time is no choice of this time


def given(app: AppTest, right: str, name: str) -> str:
    """A link with a right for somebody, as it is told."""
    [typed] = [each for each in app.text_input if str(each.key).startswith("link-name.")]
    typed.set_value(name)
    [pills] = [each for each in app.pills if str(each.key).startswith("link-right.")]
    pills.set_value(right)
    press(app, "give-a-link")
    token = app.code[0].value.partition("saved=")[2].partition("&")[0]
    press(app, "link-told")
    return token


def test_a_link_for_notes_saves_notes_alone_and_is_taken_back() -> None:
    anna, token = kept()
    bert = opened_by(given(anna, "comment", "Bert"), "pages/start.py")
    assert "write notes" in bert.info[0].value
    enter(bert, CUSTOMERS, "4")
    bert.session_state["plan_file"] = with_changes(bert.session_state["plan_file"], notes=[NOTE])
    press(run(bert), "save-version")
    assert (plan_of(bert).customers.new_a_month, plan_of(opened_by(token)).customers.new_a_month) == (4, 0.5)
    assert "Not saved: New customers a month." in shown(bert)
    assert opened_by(token).session_state["plan_file"].notes[0].thread[0].text == "Ask again."
    cecilia = opened_by(given(anna, "comment", "Cecilia"))
    cecilia.session_state["plan_file"] = with_changes(cecilia.session_state["plan_file"], notes=[])
    assert run(cecilia).button(key="save-version").disabled  # it lets notes be added, and takes none away
    cecilia.session_state["plan_file"] = with_changes(cecilia.session_state["plan_file"], notes=[NOTE, MORE])
    cecilia.switch_page("pages/who_said.py")
    deletes = [each.key for each in run(cecilia).button if "-note-delete-" in str(each.key)]
    assert deletes == ["listed-note-delete-1"]  # what is saved is not to be deleted with it
    looks = opened_by(given(anna, "look", "Cecilia"))
    assert not [each for each in looks.button if each.key == "save-version"]
    assert "lets you look only" in shown(looks)
    for _link in ("Bert's", "Cecilia's", "Cecilia's other"):
        press(anna, next(each.key for each in anna.button if each.label == "Take it back"))
    bert.session_state["plan_file"] = with_changes(bert.session_state["plan_file"], notes=[NOTE, NOTE])
    press(run(bert), "save-version")
    assert "This link opens nothing" in bert.error[0].value
    assert "save-refused" in [each.key for each in bert.get("download_button")]
    assert len(bert.session_state["plan_file"].notes) == 2
    refused = opened_by("A" * 43)
    assert "This link opens nothing" in refused.error[0].value


def test_a_baseline_lies_beside_the_plan_and_deleting_leaves_what_is_entered() -> None:
    app, token = kept()
    app.session_state["baseline-1"] = True
    run(app)
    [name] = [each for each in app.text_input if str(each.key).startswith("text:baseline.1@")]
    name.set_value("Our *first* talk")
    press(app, "fix-1")
    assert r"Our \*first\* talk" in [box.label for box in app.checkbox if box.value]
    [days] = [each for each in app.pills if str(each.key).startswith("choice:kept-days.")]
    days.set_value(FOR_EVER)
    assert "kept until somebody deletes it" in shown(run(app))
    app.checkbox(key="sure-to-delete").check()
    press(run(app), "delete-kept")
    assert app.session_state["plan_file"] == FILE
    assert app.session_state["kept"] == ""
    assert "This link opens nothing" in opened_by(token).error[0].value


def test_a_database_that_went_away_loses_nothing(database: Path) -> None:
    app, _token = kept()
    database.unlink()
    press(changed_on(app, CUSTOMERS, "4"), "save-version")
    assert {"The file with the saved plans is not where it was" in each.value for each in app.error} == {True}
    assert plan_of(app).customers.new_a_month == 4
    assert {"save-refused", "save-unread"} <= {each.key for each in app.get("download_button")}


def test_a_copy_has_dates_of_its_own_in_a_calendar() -> None:
    app, _token = kept()
    assert app.session_state["plan_file"].talk.dates == "anna"
    press(app, "keep")
    assert app.session_state["plan_file"].talk.dates not in (None, "anna")


def test_who_comes_back_finds_the_baseline_beside_what_was_changed() -> None:
    app, token = kept()
    app.session_state["baseline-1"] = True
    run(app)
    next(each for each in app.text_input if str(each.key).startswith("text:baseline.1")).set_value("Our first talk")
    press(app, "fix-1")
    back = opened_by(token)
    assert "Our first talk" not in [each.label for each in back.checkbox if each.value]  # nothing was changed yet
    changed_on(back, CUSTOMERS, "3")
    assert [each.label for each in back.checkbox if each.value] == ["Our first talk"]
