"""The talk on its page: ten steps, what a visit changed and the log of it, questions to the company, the stake."""

import pytest
from streamlit.testing.v1 import AppTest

from planner.inputs.plan_file import PlanFile
from planner.inputs.together.talk import STEPS, Mentor, Talk
from planner.language import Language, translations
from tests.pages.conftest import enter, open_it, run
from tests.pages.opening import plan_with, shown
from tests.pages.test_who_said import by_key, file_of, press

SHORT = {"horizon_months": 6}


def opened(language: Language = "en", company: str = "scentsy-us", talk: Talk | None = None) -> AppTest:
    file = PlanFile(company=company, plan=plan_with(**SHORT), talk=talk or Talk())
    return open_it(language, "pages/talk.py", file)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_ten_steps_follow_each_other_each_with_a_question_and_a_large_figure(language: Language) -> None:
    app, _ = opened(language), translations(language).gettext
    for number, (step, question) in enumerate(STEPS.items(), 1):
        assert app.title[0].value.replace("\\", "") == _(question)
        assert '<p class="large">' in shown(app), step
        if number < len(STEPS):
            app = press(app, "talk-next")
    assert file_of(app).talk.step == "until_then"
    app = press(app, "talk-back")
    assert file_of(app).talk.step == "stop"


def test_the_stake_stands_on_the_first_step_and_is_nothing_for_one_outside() -> None:
    app = opened()
    assert "If this plan came true, whoever recruited you would be paid " in shown(app)
    by_key(app.segmented_control, "choice:talk.stands").set_value("outside")
    app = run(app)
    assert "Your mentor stands outside of the company: nothing would be paid to them" in shown(app)
    assert file_of(app).talk.mentor == Mentor(stands="outside")


def test_what_a_visit_changed_is_said_and_kept_in_the_log_as_one_moment() -> None:
    app = opened(talk=Talk(step="customers"))
    app = enter(app, "customers.new_a_month", "4")
    [moment] = file_of(app).talk.log
    assert [(change.before, change.after) for change in moment.changes] == [(0.5, 4)]
    assert moment.lose_after < moment.lose_before
    said = app.info[0].value.replace("\\", "")
    assert said.startswith("New customers a month 0.5 → 4: ")
    assert said.endswith(" of 100 lose.")
    app = enter(app, "customers.new_a_month", "3")
    [moment] = file_of(app).talk.log  # one visit is one moment
    assert moment.changes[0].after == 3
    elsewhere = press(app, "talk-next")
    assert not elsewhere.info
    assert file_of(elsewhere).talk.log == (moment,)


def test_what_is_taken_back_in_the_same_visit_leaves_the_log() -> None:
    app = enter(opened(talk=Talk(step="customers")), "customers.new_a_month", "4")
    app = press(app, "undo")
    assert file_of(app).plan.customers.new_a_month == 0.5
    assert file_of(app).talk == Talk(step="customers")
    assert not app.info


def test_questions_to_the_company_are_answered_in_place_and_an_answer_is_taken_back() -> None:
    app = opened(talk=Talk(step="start"))
    [fold] = [each for each in app.expander if each.label.startswith("To ask before you sign: ")]
    assert fold.label.endswith(", 0 answered")
    question = fold.text_input[0]
    question.set_value("none, she says")
    app = run(app)
    [answers] = file_of(app).talk.questions.values()
    assert list(answers.values()) == ["none, she says"]
    [fold] = [each for each in app.expander if each.label.startswith("To ask before you sign: ")]
    assert fold.label.endswith(", 1 answered")
    fold.text_input[0].set_value("")
    app = run(app)
    assert file_of(app).talk.questions == {}


def test_it_is_left_and_resumed_where_it_was_with_what_was_said() -> None:
    app = opened(talk=Talk(step="until_then", hope="a holiday", hoped_a_month=200))
    assert app.title[0].value.replace("\\", "") == STEPS["until_then"]
    by_key(app.text_input, "text:talk.next_talk").set_value("2099-13-01")
    app = run(app)
    assert any("This is no day" in each.value for each in app.error)
    by_key(app.text_input, "text:talk.next_talk").set_value("2027-03-10")
    app = run(app)
    assert str(file_of(app).talk.next_talk) == "2027-03-10"
    assert "is where the plan stands by then" in shown(app)
