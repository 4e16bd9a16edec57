"""Several plans on their page: taken in, tried, opened with a question first, and laid beside each other."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.several import listed, runs
from planner.analysis.answer.odds_in_words import losing
from planner.analysis.case import Case
from planner.analysis.chance.odds import share_that_loses
from planner.errors import Fault
from planner.inputs.company.catalog import load_catalog
from planner.inputs.link import link_text
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.inputs.together.notes import Note, Remark
from planner.inputs.together.talk import Talk
from planner.language import Language
from planner.simulation.engine import simulate
from planner.speech import Speech
from planner.store import saved_plans
from planner.store.database import STATED_AS, address_of, open_store
from planner.store.saved_plans import Written
from tests.pages.conftest import open_it, run
from tests.pages.opening import plan_with, sentence, shown
from tests.pages.test_who_said import file_of, press


def file(name: str, customers: float, **more: Any) -> PlanFile:
    plan = plan_with(name=name, horizon_months=6, customers={"new_a_month": customers})
    return PlanFile(company="scentsy-us", plan=plan, **more)


ANNA = file(
    "Anna", 0.5, talk=Talk(next_talk="2027-01-09"), notes=(Note(to="page", place="odds", thread=(Remark(text="?"),)),)
)
BO = file("Bo <b>", 9.0)
MINE = file("Mine", 2.0)


def opened(text: str = "", language: Language = "en") -> AppTest:
    """The page with what these links hold listed."""
    app = open_it(language, "pages/several.py", MINE)
    if text:
        app.text_area[0].set_value(text)
        app = press(app, "several-read-links")
    return app


def links(*files: PlanFile) -> str:
    return "\n".join(f"https://plans.example/?plan={link_text(each)}&lang=sv" for each in files)


def test_nothing_is_listed_at_first_and_it_says_what_can_be() -> None:
    assert "up to 30 people" in sentence(opened())


@pytest.mark.parametrize("language", ["en", "sv"])
def test_plans_of_links_stand_in_a_row_each_with_their_odds(language: Language) -> None:
    app = opened(links(ANNA, BO), language)
    page = shown(app)
    for plan_file in (ANNA, BO):
        case = Case.of(plan_file.plan, load_catalog().companies["scentsy-us"])
        lose = share_that_loses(simulate(case.plan, case.company, 1_000))
        assert f"<dd>{losing(case, lose, 1_000, Speech.of(language, case.plan))}</dd>" in page
    assert ("9 January 2027" if language == "en" else "9 januari 2027") in page
    assert sentence(app).replace("\\", "").find("Anna") < sentence(app).replace("\\", "").find("Bo <b>")


def test_one_that_cannot_be_read_is_named_with_its_fault_and_the_others_stand() -> None:
    app = opened(links(ANNA) + "\nhttps://plans.example/?plan=7.broken\nhttps://plans.example/\n" + links(BO))
    said = [each.value.replace("\\", "") for each in app.error]
    assert [text.partition(" was")[0] for text in said] == ["Link 2", "Link 3"]
    assert all("Copy the whole link once more" in text for text in said)
    assert "Open Anna" in str([each.label for each in app.button])
    assert "Open Bo" in str([each.label for each in app.button]).replace("\\", "")


def test_files_are_read_several_at_once_and_the_same_one_once() -> None:
    app = opened()
    app.file_uploader[0].set_value(
        [
            ("anna.json", dump_plan_file(ANNA), "application/json"),
            ("again.json", dump_plan_file(ANNA), "application/json"),
            ("none.json", b"{}", "application/json"),
            ("bo.json", dump_plan_file(BO), "application/json"),
        ]
    )
    app = run(app)
    assert [each.file for each in app.session_state[listed.LISTED]] == [ANNA, BO]
    same, none = (each.value.replace("\\", "") for each in app.error)
    assert same.startswith("again.json was not taken in")
    assert "the same as “Anna”" in same  # nobody is left out in silence
    assert none.startswith("none.json was not taken in")


def test_no_more_than_thirty_are_listed() -> None:
    app = opened(links(*(file(f"P{number}", 1.0) for number in range(31))))
    assert len(app.session_state[listed.LISTED]) == 30
    [error] = app.error
    assert "At most 30 plans are listed" in error.value.replace("\\", "")


def test_opening_one_asks_before_what_was_entered_is_lost_and_can_be_taken_back() -> None:
    app = press(opened(links(ANNA, BO)), "several-open-1")  # nothing was entered
    assert file_of(app) == ANNA
    app = press(app, "several-open-2")  # what stands there is listed, so that nothing is lost
    assert file_of(app) == BO
    app = open_it("en", "pages/several.py", MINE)
    app.text_area[0].set_value(links(ANNA))
    app = press(app, "several-read-links")
    app.session_state["plan_file"] = replace_name(MINE, "Changed")
    app = press(run(app), "several-open-1")
    assert file_of(app).plan.name == "Changed"
    assert "Your plan is not saved" in shown(app)
    app = press(app, "several-open-it")
    assert file_of(app) == ANNA
    app = press(app, "undo")
    assert file_of(app).plan.name == "Changed"


def replace_name(plan_file: PlanFile, name: str) -> PlanFile:
    return PlanFile.model_validate(dict(plan_file) | {"plan": dict(plan_file.plan) | {"name": name}})


def test_two_lie_beside_each_other_on_versions() -> None:
    app = press(opened(links(ANNA, BO)), "several-compare")
    assert "What do the differences do?" in app.title[0].value.replace("\\", "")
    assert app.session_state["laid_beside"] == ("file",)
    assert file_of(app) == MINE  # unless another is chosen, it is the plan that is entered
    assert "Anna (in the file)" in shown(app)


def test_few_runs_come_first_and_name_nobody_as_the_one_with_whom_most_lose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "QUICK", 0.0)
    found = []
    monkeypatch.setattr(runs.keeper, "answer", lambda question, _place: found.append(question))
    app = opened(links(ANNA, BO))
    assert [number for _name, of in found[-1].of[1:] for number in of[2:]] == [runs.FEW, runs.FEW]
    assert sentence(app).endswith("They are being tried.")
    assert "<dd>not known yet</dd>" in shown(app)


def test_a_plan_that_is_taken_away_is_forgotten() -> None:
    app = opened(links(ANNA))
    assert app.session_state[listed.TRIED][1].runs == 1_000
    app = press(app, "several-away-1")
    assert app.session_state[listed.LISTED] == ()
    assert app.session_state[listed.TRIED] == {}


def test_a_saved_plan_is_listed_by_its_secret_link_and_one_that_opens_nothing_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STATED_AS, address_of(tmp_path / "plans.sqlite"))
    engine = open_store(make=True)
    assert not isinstance(engine, Fault)
    token = saved_plans.keep(engine, Written(dump_plan_file(ANNA), "me"))
    app = opened(f"https://plans.example/?saved={token}&lang=en\nhttps://plans.example/?saved={'x' * 43}")
    [one] = app.session_state[listed.LISTED]
    assert one.file == ANNA
    assert len(app.error) == 1
    app = press(app, f"several-open-{one.number}")
    assert file_of(app) == ANNA
    assert app.session_state["kept_known"][token].file == ANNA  # what is changed now can be saved as its next version


def test_where_none_can_be_computed_nothing_is_said_to_be_tried() -> None:
    in_pounds = PlanFile(company="scentsy-us", plan=plan_with(name="Cy", currency="GBP"))
    app = opened(links(in_pounds))
    assert "None of the plans that are listed can be computed" in sentence(app)
    assert len(app.warning) == 1


def test_where_as_many_lose_with_each_none_is_named() -> None:
    assert "Of 100 people with each plan, " in (said := sentence(opened(links(ANNA, replace_name(ANNA, "Di")))))
    assert "Anna" not in said
