"""Who said what on its page, and beside the fields: owners in two taps, what hangs on it, notes, the other figure."""

from math import inf
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from planner.inputs.own_company.places import value_at
from planner.inputs.path import parse
from planner.inputs.plan_file import PlanFile
from planner.inputs.together.ledger import Said, Told
from planner.inputs.together.notes import Note, Remark
from planner.language import Language
from tests.pages.conftest import field, group, open_it, run
from tests.pages.opening import EXAMPLE, plan_with, shown
from tests.planner.inputs.together.test_in_the_file import DAY

CUSTOMERS = parse("customers.new_a_month")
SHORT = {"horizon_months": 6}
KIT = Told(company=EXAMPLE, place="joining.starter_kit_fee", value=99, owner="recruiter", day=DAY)


def opened(page: str = "who_said", language: Language = "en", **held: Any) -> AppTest:
    return open_it(language, f"pages/{page}.py", PlanFile(company=EXAMPLE, plan=plan_with(**SHORT), **held))


def file_of(app: AppTest) -> PlanFile:
    file: PlanFile = app.session_state["plan_file"]
    return file


def by_key(widgets: Any, front: str) -> Any:
    [found] = [each for each in widgets if str(each.key).startswith(front)]
    return found


def press(app: AppTest, key: str) -> AppTest:
    by_key(app.button, key).click()
    return run(app)


def beside(app: AppTest, path: str) -> AppTest:
    """Opens the word beside a field: the first tap."""
    app.session_state[f"who-{path}"] = True
    return run(app)


def test_beside_a_field_its_owner_is_two_taps_away_and_stays_when_the_figure_is_changed() -> None:
    app = beside(group(opened("plan"), "customers"), "customers.new_a_month")
    by_key(app.pills, "choice:who.customers.new_a_month").set_value("recruiter")
    app = beside(run(app), "customers.new_a_month")
    said = file_of(app).ledger[CUSTOMERS]
    assert (said.owner, said.day is not None) == ("recruiter", True)
    field(app, "ledger.customers.new_a_month.note").set_value("at the café")
    app = beside(run(app), "customers.new_a_month")
    field(app, "ledger.customers.new_a_month.day").set_value("yesterday")
    app = beside(run(app), "customers.new_a_month")
    assert any("This is no day" in each.value for each in app.error)
    field(app, "customers.new_a_month").set_value("4")
    app = run(app)
    assert file_of(app).plan.customers.new_a_month == 4
    assert file_of(app).ledger[CUSTOMERS].note == "at the café"
    app = press(app, "undo")
    app = press(app, "undo")
    assert file_of(app).plan.customers.new_a_month == 0.5


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Most hangs on “", "the recruiter, 29 November 2026; to be checked", " of 100 lose", "Assumptions of")),
        (
            "sv",
            ("Mest hänger på ”", "den som värvar mig, 29 november 2026; ska", " av 100 för", "Programmets ant"),
        ),
    ],
)
def test_the_page_says_what_most_hangs_on_and_lists_it_with_its_owner(language: Language, words: tuple[str]) -> None:
    app = opened(language=language, ledger={CUSTOMERS: Said(owner="recruiter", day=DAY, check=True)})
    for each in words:
        assert each in shown(app)


def test_a_figure_that_was_told_otherwise_counts_once_it_is_chosen_and_no_longer_when_it_is_not() -> None:
    app = opened(told=(KIT,))
    assert "As published: 49 USD. Otherwise, by the recruiter, 29 November 2026: 99 USD." in shown(app)
    by_key(app.segmented_control, "choice:told.").set_value("told")
    app = run(app)
    [own] = file_of(app).own_companies
    assert file_of(app).company == own.id
    assert value_at(own, KIT.place) == 99
    by_key(app.segmented_control, "choice:told.").set_value("published")
    app = run(app)
    [own] = file_of(app).own_companies
    assert value_at(own, KIT.place) == 49
    assert file_of(app).told == (KIT,)
    app = press(app, "undo")
    assert (file_of(app).company, file_of(app).own_companies) == (EXAMPLE, ())  # the choice is one step


def test_what_is_told_is_read_as_a_figure_or_refused() -> None:
    app = opened()
    by_key(app.text_input, "told-value.").set_value("a lot")
    app = press(app, "told-keep")
    assert any("This is not taken:" in each.value.replace("\\", "") for each in app.error)
    assert file_of(app).told == ()
    by_key(app.text_input, "told-value.").set_value("99")
    app = press(app, "told-keep")
    [told] = file_of(app).told
    assert (told.company, told.place, told.value, told.owner) == (EXAMPLE, KIT.place, 99, "recruiter")


def test_that_goods_can_be_returned_without_limit_can_be_told_and_counts() -> None:
    app = opened()
    by_key(app.selectbox, "told-place.").set_value("buy_back.window_months")
    app = run(app)
    by_key(app.checkbox, "told-no-limit.").check()
    app = run(app)
    assert not [each for each in app.text_input if str(each.key).startswith("told-value.")]
    app = press(app, "told-keep")
    [told] = file_of(app).told
    assert (told.value, told.no_limit) == (None, True)
    assert ": no limit of time." in shown(app)
    by_key(app.segmented_control, "choice:told.").set_value("told")
    app = run(app)
    [own] = file_of(app).own_companies
    assert value_at(own, told.place) == inf


def test_a_note_is_pinned_answered_done_and_deleted() -> None:
    hostile = "<script>alert(1)</script> \u202e[x](http://y) $a$"
    app = opened(notes=(Note(to="input", place="stock.opening_stock", thread=(Remark(text=hostile, by="Bo"),)),))
    assert any("\\<script\\>" in each.value for each in app.markdown)
    by_key(app.text_area, "note-text.listed.answer.0.").set_value("who says?")
    by_key(app.text_input, "note-by.listed.answer.0.").set_value("Åsa")
    app = press(app, "note-keep.listed.answer.0")
    assert [(each.by, each.text) for each in file_of(app).notes[0].thread][1] == ("Åsa", "who says?")
    app = press(app, "listed-note-done-0")
    assert file_of(app).notes[0].done
    app = press(app, "listed-note-delete-0")
    assert file_of(app).notes == ()
    app.session_state["notes-on-page"] = True
    app = run(app)
    by_key(app.text_area, "note-text.page.who_said.").set_value("read again")
    app = press(app, "note-keep.page.who_said")
    assert [(each.to, each.place) for each in file_of(app).notes] == [("page", "who_said")]
