"""The range under the headline: it comes when nothing was done for a moment, and leaves what is known as it is."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from pages.shared.runs import keeper, memory, range_state
from planner.analysis.chance.range_of_loss import RangeOfLoss, range_of_loss
from planner.analysis.chance.tried import Tried
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.plan.plan import INPUTS
from planner.inputs.plan_file import PlanFile
from planner.simulation.engine import simulate
from planner.simulation.workers import LOOKS_UP
from tests.pages.conftest import enter, run
from tests.pages.opening import SPACE, case_of, opened, plan_with, shown

PLAN: dict[str, Any] = {"customers": {"new_a_month": 1.2}}

pytestmark = pytest.mark.waits_until_quiet


@pytest.fixture(autouse=True)
def short_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "QUIET", 0.2)


@pytest.fixture
def something_is_done(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Whether something is done as soon as a page waits for a moment of quiet, as an edit or a click."""
    look = keeper._look_up

    def ends(_share: float | None = None, _now: str = "") -> None:
        raise StopException

    def from_now_on(done: bool) -> None:
        monkeypatch.setattr(keeper, "_look_up", ends if done else look)

    return from_now_on


def line(app: AppTest) -> str:
    """The line with the margin of error, and the range where that was found."""
    texts = [each.value.replace("\\", "").replace(SPACE, " ") for each in app.caption]
    [found] = [text for text in texts if "hance alone" in text]
    return found


def range_of(app: AppTest) -> RangeOfLoss:
    known: RangeOfLoss = app.session_state[memory.KEPT][range_state.NAME][-1][1]
    return known


@pytest.mark.parametrize("page", ["start", "odds"])
def test_the_range_stands_under_the_number_and_names_the_widest_input(page: str) -> None:
    app = opened(page, plan_with(**PLAN), "en")
    tried: Tried = app.session_state[memory.KEPT]["odds"][-1][1]
    found = range_of_loss(tried.case, tried.simulation, load_ranges())
    low, high = round(100 * found.low), round(100 * found.high)
    assert low < round(100 * tried.odds.lose) < high
    assert line(app).startswith(f"{low} to {high} lose with one input at its low or high end")
    assert found.widest is not None
    widest = INPUTS[found.widest.path].title
    assert f"most by “{widest}”; chance alone moves the number by up to " in line(app)


@pytest.mark.parametrize("page", ["start", "odds"])
@pytest.mark.parametrize(
    ("quits", "other", "says"),
    [
        (
            "never",
            "as_others",
            "If you leave as others do, 60 of 100 in a year, {lose} lose.",
        ),
        ("as_others", "never", "If you carry the plan through, {lose} lose."),
    ],
)
def test_the_other_answer_of_staying_stands_one_line_below(page: str, quits: str, other: str, says: str) -> None:
    app = opened(page, plan_with(**PLAN, chance={"quits": quits}), "en")
    otherwise = simulate(plan_with(**PLAN, chance={"quits": other}), case_of(app).company, 1000).outcome.result
    lose = round(100 * sum(value <= -0.005 for value in otherwise) / 1000)
    assert 0 < lose < 100
    lines = [each.value.replace("\\", "").replace(SPACE, " ") for each in app.caption]
    at = lines.index(line(app))
    assert lines[at + 1] == says.format(lose=lose)


def test_where_nobody_leaves_leaving_as_others_do_is_no_other_answer() -> None:
    app = opened("odds", plan_with(**PLAN, team={"annual_attrition": 0}), "en")
    assert "In your plan no member ever leaves, so leaving as often as others do would change nothing." in shown(app)
    assert "If you leave" not in shown(app)


def test_the_number_stands_before_the_range_which_an_edit_ends(something_is_done: Callable[[bool], None]) -> None:
    something_is_done(True)
    app = opened("start", plan_with(**PLAN), "en")
    assert "Of 100 people with this plan, " in shown(app)
    assert line(app).startswith("Chance alone moves that number by up to ")
    assert not app.session_state[memory.KEPT].get(range_state.NAME)
    something_is_done(False)
    run(app)
    assert " lose with one input at " in line(app)


def test_a_change_takes_the_range_away_until_that_of_the_new_plan_is_found(
    something_is_done: Callable[[bool], None],
) -> None:
    app = opened("start", plan_with(**PLAN), "en")
    before = line(app)
    something_is_done(True)
    enter(app, "customers.new_a_month", "2.5")
    assert line(app).startswith("Chance alone moves that number by ")
    something_is_done(False)
    run(app)
    assert " lose with one input at " in line(app)
    assert line(app) != before


def test_it_waits_for_a_moment_and_begins_once_the_page_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    began: list[float] = []
    find = range_state.range_of_loss

    def sleep(seconds: float) -> None:
        clock[0] += seconds

    def found(*asked: Any) -> RangeOfLoss:
        began.append(clock[0])
        return find(*asked)

    monkeypatch.setattr(keeper, "QUIET", 1.0)
    monkeypatch.setattr(keeper, "time", SimpleNamespace(sleep=sleep, monotonic=lambda: clock[0]))
    monkeypatch.setattr(range_state, "range_of_loss", found)
    opened("odds", plan_with(**PLAN), "en")
    assert began == [pytest.approx(1.0, abs=2 * LOOKS_UP)]


def test_a_long_one_is_offered_and_told_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(range_state, "estimated_seconds", lambda *_: 30.0)
    app = opened("odds", plan_with(**PLAN), "en")
    assert line(app).startswith("Chance alone moves that number by ")
    app.button(key="try:range").click()
    run(app)
    assert " lose with one input at " in line(app)


def test_what_the_person_knows_is_kept_in_the_plan_and_does_not_move() -> None:
    app = opened("odds", plan_with(**PLAN), "en")
    widest = range_of(app).widest
    assert widest is not None
    title = INPUTS[widest.path].title
    assert f"“{title}”: " in shown(app)
    [choice] = [each for each in app.pills if each.key and each.key.startswith("choice:known.")]
    choice.set_value([widest.path])
    run(app)
    file: PlanFile = app.session_state["plan_file"]
    assert file.known == (widest.path,)
    found = range_of(app)
    assert found.known == (widest.path,)
    assert found.widest is not None
    assert found.widest.path != widest.path
    assert f"“{title}”" not in line(app)
    app.switch_page("pages/plan.py")
    run(app)
    app.button(key="undo").click()
    run(app)
    again: PlanFile = app.session_state["plan_file"]
    assert again.known == ()
