"""The keeper of slow answers: what a page shows before its runs are finished, and what it keeps, offers and stops."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from pages.shared.runs import keeper
from pages.shared.runs.question import Question, Tell
from pages.shared.session.samples import sample_plans
from planner.analysis import mean_of_runs
from planner.analysis.chance.tried import RUNS
from planner.inputs.plan_file import PlanFile
from planner.simulation import engine
from tests.pages.conftest import OpenApp, enter, run
from tests.pages.opening import EXAMPLE, HEADLINE, SPACE, plan_with, sentence, shown

PAGES = ("odds", "what_matters", "goal", "what_if", "leaving", "versions", "compare")
WITH_A_RULE = {"customers": {"new_a_month": 2.0}, "horizon_months": 6, "chance": {"most_to_lose": 500}}
NOT_KNOWN = "It is known when the plan has been tried many times."


@pytest.fixture
def never_finished(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Nothing is quick any more, and what is begun ends before it is finished, as with a click."""

    def from_now_on() -> None:
        tell_of = keeper.telling

        def telling(question: Question[Any], place: DeltaGenerator) -> Tell:
            tell_of(question, place)
            raise StopException

        monkeypatch.setattr(keeper, "AT_ONCE", -1)
        monkeypatch.setattr(keeper, "UNASKED", 1e9)
        monkeypatch.setattr(keeper, "telling", telling)

    return from_now_on


def on(open_app: OpenApp, page: str, **groups: Any) -> AppTest:
    file = PlanFile(company=EXAMPLE, compared=("scentsy-us", EXAMPLE), plan=plan_with(**(WITH_A_RULE | groups)))
    return open_app("en", f"pages/{page}.py", file)


def answers(app: AppTest) -> list[str]:
    """The answers of the page that rest on runs, or that they are not known yet."""
    begins = ("Of 100 people", "For at most", "It hangs most on", "Before the change: ", NOT_KNOWN)
    headlines = [found[1] for each in app.get("html") if (found := HEADLINE.search(each.proto.body))]
    texts = [text.value for text in app.markdown] + headlines
    texts = [text.replace("\\", "").replace(SPACE, " ").split("\n\n")[0] for text in texts]
    return [text for text in texts if text.startswith(begins)]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_before_its_runs_are_finished(
    page: str, open_app: OpenApp, never_finished: Callable[[], None]
) -> None:
    never_finished()
    app = on(open_app, page)
    assert len(app.title) == 1
    assert answers(app)[-1] == NOT_KNOWN
    [bar] = app.get("progress")
    assert bar.proto.text.replace("\\", "").endswith(": 0% done. Any change or click ends it.")
    assert "Stop" in [button.label for button in app.button]
    assert len(app.get("page_link")) > 1  # the questions beside it, and the way on at the bottom


@pytest.mark.parametrize("page", PAGES)
def test_the_last_finished_answer_stays_with_the_word_that_it_is_of_before_the_change(
    page: str, open_app: OpenApp, never_finished: Callable[[], None]
) -> None:
    app = on(open_app, page)
    before = [each for each in answers(app) if "together" not in each][-1]  # pairs are no answer of the page
    assert before != NOT_KNOWN
    never_finished()
    file: PlanFile = app.session_state["plan_file"]
    app.session_state["plan_file"] = file.model_copy(
        update={"plan": plan_with(**WITH_A_RULE, stock={"opening_stock": 0})}
    )
    run(app)
    assert f"Before the change: {before}" in answers(app)


def test_of_teams_however_large_a_few_runs_come_before_all(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even few are there with the page; they are once they are found, with how far chance moves them."""
    tell_of, asked = keeper.telling, []

    def telling(question: Question[Any], place: DeltaGenerator) -> Tell:
        asked.append(question.of[-1])
        if question.of[-1] == RUNS:
            raise StopException
        return tell_of(question, place)

    monkeypatch.setattr(keeper, "AT_ONCE", 1e-6)
    monkeypatch.setattr(keeper, "telling", telling)
    app = on(open_app, "start", team={"recruits_a_month": 0.4})
    assert asked[-2:] == [mean_of_runs.FEWEST_FIRST, RUNS]
    assert "From 4 runs so far. Chance alone moves that number by" in shown(app)
    [range_of_few] = answers(app)
    assert re.match(r"Of 100 people with this plan, (\d+|fewer than 1) to (\d+|more than 99) lose money", range_of_few)


def test_a_heading_stands_though_the_first_runs_never_come(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*_arguments: Any, **_options: Any) -> None:
        raise StopException

    monkeypatch.setattr(keeper, "quick", ended)
    for page in PAGES:
        assert len(on(open_app, page).title) == 1, page


def test_what_was_stopped_is_offered_and_begins_when_asked_for(
    open_app: OpenApp, never_finished: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_of = keeper.telling
    never_finished()
    app = on(open_app, "versions")
    app.button(key="stop:versions").click()
    monkeypatch.setattr(keeper, "telling", tell_of)
    run(app)
    assert "It was stopped." in shown(app)
    assert sentence(app) == NOT_KNOWN
    app.button(key="try:versions").click()
    run(app)
    assert sentence(app).startswith("Of 100 people with your plan")


def test_a_difference_is_told_between_finished_runs_only(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, never_finished: Callable[[], None]
) -> None:
    team = {"customers": {"new_a_month": 3.0}, "team": {"recruits_a_month": 0.4}}
    app = on(open_app, "plan", **team)
    never_finished()
    monkeypatch.setattr(keeper, "AT_ONCE", 0.02)  # enough for a few runs of the plan
    app.button(key="odds_draw_again").click()
    run(app)
    assert "Middle of 1,000 runs" not in [option for pills in app.pills for option in pills.options]
    assert "deeper" not in shown(app)
    assert "less deep" not in shown(app)


# --- what is kept ----------------------------------------------------------------------------------------------------


def squares() -> None:
    """A page on its own that asks for many answers, which are all quick but the last."""
    import streamlit as st

    from pages.shared.runs import keeper, memory
    from pages.shared.runs.question import Question

    def square(number: int, seconds: float = 0.0) -> Question[int]:
        return Question("squares", (number,), seconds, "Multiplying", lambda _work: number**2)

    for number in range(keeper.MOST_KEPT + 4):
        keeper.quick(square(number))
    st.session_state["known"] = [memory.kept(square(number).key) for number in (3, 4, keeper.MOST_KEPT + 3)]
    keeper.quick(square(5))
    st.session_state["last"] = memory.last(square(99))
    half = 0.6 * keeper.AT_ONCE
    st.session_state["budget"] = [keeper.quick(square(100, half)), keeper.quick(square(101, half))]


def test_so_many_are_kept_the_last_shown_longest_and_one_budget_holds_for_a_page() -> None:
    app = AppTest.from_function(squares).run()
    assert not app.exception
    assert app.session_state["known"] == [None, 16, (keeper.MOST_KEPT + 3) ** 2]
    assert app.session_state["last"] == 25
    assert app.session_state["budget"] == [100**2, None]


def test_what_another_plan_came_to_is_no_earlier_answer(open_app: OpenApp, never_finished: Callable[[], None]) -> None:
    """A plan that is opened, from a file or after a refresh, has no answer before its own."""
    app = open_app("en", "pages/odds.py")
    assert any(text.startswith("Of 100 people") for text in answers(app))
    never_finished()
    app.switch_page("pages/start.py")
    run(app)
    next(button for button in app.button if str(button.key).startswith("sample:")).click()
    run(app)
    app.switch_page("pages/odds.py")
    assert set(answers(run(app))) == {NOT_KNOWN}


@pytest.mark.simulates_afresh
def test_what_is_nobodys_own_is_found_once_for_all(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    mean_of_runs.forget()
    drawn: list[Any] = []
    draw = engine.block_of
    monkeypatch.setattr(engine, "block_of", lambda *of, **how: (drawn.extend(of[0]), draw(*of, **how))[1])
    for shipped in (None, next(iter(sample_plans().values()))):
        number = len(drawn)
        first, after = sentence(open_app("en", "pages/odds.py", shipped)), len(drawn)
        assert after > number
        assert sentence(open_app("en", "pages/odds.py", shipped)) == first  # another session
        assert len(drawn) == after
    for _session in range(2):  # what a person entered is found for each who enters it
        number = len(drawn)
        enter(open_app("en", "pages/start.py"), "customers.new_a_month", "3")
        assert {plan.customers.new_a_month for plan in drawn[number:]} == {3.0}
