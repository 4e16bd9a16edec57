"""What could happen: the headline, the strip over the runs, and how long runs are waited for, ended and kept."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from pages.parts.odds import charts
from pages.shared.runs import keeper, memory
from pages.shared.runs.question import Question, Tell
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.tried import RUNS, Tried
from planner.language import Language
from planner.simulation import engine
from planner.simulation.engine import Simulation, simulate
from planner.speech import Speech
from tests.pages.conftest import enter, exactly, group, plan_of, run
from tests.pages.opening import SPACE, case_of, chart_columns, opened, plan_with, sentence, shown

LANGUAGES: tuple[Language, ...] = ("en", "sv")
TEAM = {"customers": {"new_a_month": 3.0}, "team": {"recruits_a_month": 0.4, "member_monthly_purchases": 100.0}}
PITCH = {"recruits_a_month": 3, "duplication": 3, "annual_attrition": 0, "people_within_reach": 1e10}
SPEECH = Speech("en", "USD", "2027-01")


def runs_of(app: AppTest) -> Simulation:
    known: Tried = app.session_state[memory.KEPT]["odds"][-1][1]
    return known.simulation


def finished(app: AppTest) -> bool:
    """Whether any runs of the plan were finished."""
    return bool(app.session_state[memory.KEPT]["odds"])


def strip_of(app: AppTest) -> str:
    """The strip as HTML, its spaces plain."""
    return next(line for line in shown(app).splitlines() if '<dl class="strip">' in line)


def money(amount: float) -> str:
    return SPEECH.money(amount).replace(SPACE, " ")


def test_the_headline_is_the_number_of_losers_and_no_other_number_stands_for_them() -> None:
    app = opened("odds", plan_with(**TEAM), "en")
    result = simulate(plan_with(**TEAM), case_of(app).company, 1000).outcome.result
    lose = round(100 * sum(value < -0.005 for value in result) / 1000)
    assert 0 < lose < 100
    assert sentence(app).startswith(f"Of 100 people with this plan, {lose} lose money; ")
    assert "earn the reference wage, 17.03 USD an hour before tax." in sentence(app)
    assert f" {lose} of 100 end below zero." in shown(app)


def test_where_costs_are_not_disclosed_the_number_is_a_least_one() -> None:
    app = opened("odds", plan_with(), "en", company="scentsy-us")
    lose = round(100 * float((runs_of(app).outcome.result < -0.005).mean()))
    assert 0 < lose < 100
    assert sentence(app).startswith(f"Of 100 people with this plan, at least {lose} lose money; ")


def test_one_line_stands_above_the_strip_where_it_is_in_full() -> None:
    lines = shown(opened("start", plan_with(), "en")).splitlines()
    [headline] = [place for place, line in enumerate(lines) if '<p class="odds">Of 100 people with this plan' in line]
    [strip] = [place for place, line in enumerate(lines) if '<dl class="strip">' in line]
    assert headline < strip


@pytest.mark.parametrize("page", ["plan", "cash_flow", "goal", "leaving"])
def test_elsewhere_the_strip_is_folded_under_that_line(page: str) -> None:
    app = opened(page, plan_with(), "en")
    [fold] = [each for each in app.expander if each.label.startswith("Of 100 people with this plan")]
    assert any('<dl class="strip">' in each.proto.body for each in fold.get("html"))


def test_the_strip_is_the_middle_with_its_range_and_one_click_from_as_entered() -> None:
    app = opened("cash_flow", plan_with(**TEAM), "en")
    result = np.sort(runs_of(app).outcome.result)
    low, middle, high = (money(float(np.quantile(result, share))) for share in (0.1, 0.5, 0.9))
    sign = "+" if np.median(result) > 0 else ""
    assert f">{sign}{middle}</dd><dd>8 of 10: {low.removesuffix(' USD')} to {high}</dd>" in strip_of(app)
    found = runs_of(app).outcome.cumulative
    month = SPEECH.month(sorted(found.argmin(axis=0))[(found.shape[1] - 1) // 2]).replace(SPACE, " ")
    assert f"<dd>about {month}; 8 of 10: " in strip_of(app)  # every run has a hole, since the kit is paid for
    total = case_of(app).measures.result
    assert "with what is still to come and owed" not in strip_of(app)
    exactly(app)
    assert "with what is still to come and owed" in strip_of(app)
    assert f">{'+' if total > 0 else ''}{money(total)}</dd>" in strip_of(app)


def test_money_back_for_fewer_than_half_is_never_a_month() -> None:
    app = opened("cash_flow", plan_with(), "en")
    found = runs_of(app).outcome
    back = round(100 * float((np.minimum(found.settled, found.results)[-1] > -0.005).mean()))
    assert 0 < back < 50
    assert f"not within 24 months</dd><dd>back in {back} of 100 runs</dd>" in strip_of(app)


def test_drawing_again_takes_the_next_seed_and_can_be_taken_back() -> None:
    app = opened("plan", plan_with(customers={"new_a_month": 6.0}), "en")  # enough for the middles to differ by some
    before = float(np.median(runs_of(app).outcome.result))
    app.button(key="odds_draw_again").click()
    run(app)
    assert plan_of(app).chance.seed == 2
    after = float(np.median(runs_of(app).outcome.result))
    assert before != after
    which = "more" if after > before else "less"
    assert f"<dd>{money(abs(after - before))} {which} than before your change</dd>" in strip_of(app)
    app.button(key="undo").click()
    run(app)
    assert plan_of(app).chance.seed == 1
    assert float(np.median(runs_of(app).outcome.result)) == before


def test_the_seed_and_the_number_of_runs_are_told() -> None:
    words = shown(opened("odds", plan_with(chance={"seed": 77}), "en"))
    assert "The plan is tried 1,000 times" in words
    assert "Seed of the draws: 77" in words


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_pictures_are_of_the_runs() -> None:
    app = opened("odds", plan_with(**TEAM), "en")
    assert len(app.get("vega_lite_chart")) == 5
    found = runs_of(app).outcome
    total = found.results
    fan = chart_columns(app, 0)
    assert fan["total"][:25] == pytest.approx(list(np.median(total, axis=1)))
    assert fan["low"][24] == pytest.approx(np.quantile(total[-1], 0.1))
    boxes = chart_columns(app, 1)
    lost = float((runs_of(app).outcome.result < -0.005).mean())
    assert len(boxes["left"]) == 100
    assert boxes["direction"].count("out") == pytest.approx(100 * lost, abs=1)
    back = chart_columns(app, 2)
    assert back["people"] == sorted(back["people"])
    assert back["people"][-1] == pytest.approx(100 * float((np.minimum(found.settled, total)[-1] > -0.005).mean()))
    assert sum(chart_columns(app, 3)["length"]) == pytest.approx(100)
    ranks = chart_columns(app, 4)["length"]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[0] == pytest.approx(100 * float((runs_of(app).outcome.best_rank >= 1).mean()))


def test_two_runs_are_told_and_their_months_listed() -> None:
    app = opened("odds", plan_with(**TEAM), "en")
    result = runs_of(app).outcome.result
    words = shown(app)
    for share in (0.1, 0.5):
        number = int(np.argsort(result, kind="stable")[round(share * 999)]) + 1
        assert f"This is run {number:,}." in words
        assert f"Run {number:,} month by month" in words


def test_nobody_joins_where_nobody_is_recruited() -> None:
    app = opened("odds", plan_with(), "en")
    assert "Nobody joins below you in any of the runs." in shown(app)
    assert len(app.get("vega_lite_chart")) == 3  # no bars of nothing


@pytest.mark.parametrize(("low", "high"), [(-1583.0, -100.0), (5.0, 5.0), (-3e6, 2e7), (0.0, 0.0), (-0.4, 0.3)])
def test_bins_are_few_hold_everyone_and_part_at_zero(low: float, high: float) -> None:
    edges = charts.bin_edges(np.array([low, high]))
    assert edges[0] <= low
    assert high < edges[-1]
    assert 2 <= len(edges) <= 15
    if low < 0 <= high:
        assert 0 in edges


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "changes",
    [
        {"horizon_months": 1},
        {"money_and_time": {"hours_a_week": 0}},
        {**TEAM, "chance": {"quits": "as_others", "most_to_lose": 300, "review_month": 3}},
        {"customers": {"new_a_month": 0}, "stock": {"opening_stock": 0}, "running_costs": []},
    ],
)
def test_every_figure_is_a_number(language: Language, changes: dict[str, Any]) -> None:
    words = shown(opened("odds", plan_with(**changes), language)).lower().split()
    assert not {"nan", "inf", "-0", "−0", "none"} & set(words)


def test_runs_that_stop_early_are_told() -> None:
    app = opened("odds", plan_with(chance={"most_to_lose": 300}), "en")
    stopped = round(100 * float((runs_of(app).outcome.last_month < 24).mean()))
    assert stopped > 1
    assert f"You stop early in {'more than 99' if stopped == 100 else stopped} of 100 runs" in shown(app)


# --- runs that take long ---------------------------------------------------------------------------------------------


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every plan takes so long that its runs wait until the page stands."""
    monkeypatch.setattr(keeper, "AT_ONCE", -1)


@pytest.mark.simulates_afresh
@pytest.mark.usefixtures("slow")
def test_long_runs_come_once_the_page_stands() -> None:
    app = opened("odds", plan_with(), "en")
    assert sentence(app).startswith("Of 100 people with this plan")
    assert runs_of(app).paths == 1_000


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Ends whatever runs begin, as a click does, once they have told how far they are."""

    def end_them() -> None:
        tell_of = keeper.telling

        def telling(question: Question[Any], place: DeltaGenerator) -> Tell:
            tell = tell_of(question, place)

            def once(share: float | None, now: str) -> None:
                tell(share, now)
                raise StopException

            return once

        monkeypatch.setattr(keeper, "TOLD_EVERY", 0)
        monkeypatch.setattr(keeper, "telling", telling)

    return end_them


@pytest.mark.simulates_afresh
@pytest.mark.usefixtures("slow")
def test_runs_tell_how_far_they_are_and_end_with_a_click_while_the_last_ones_stay(ended: Callable[[], None]) -> None:
    app = opened("plan", plan_with(), "en")
    before, strip = runs_of(app), strip_of(app)
    [headline] = [line.label for line in app.expander if "Of 100 people with this plan" in line.label]
    ended()
    group(app, "stock")
    enter(app, "stock.opening_stock", "900")
    assert runs_of(app) is before
    assert runs_of(app).plan is not case_of(app).plan
    assert headline.replace("Of 100", "Before the change: Of 100").replace("\\", "") in [
        line.label.replace("\\", "") for line in app.expander
    ]
    assert strip_of(app).split("</dl>")[0] == strip.split("</dl>")[0]
    [bar] = app.get("progress")
    assert 0 < bar.proto.value <= 100
    assert bar.proto.text.replace("\\", "").startswith("The plan is being tried many times: ")
    exactly(app)  # what follows exactly as entered is of the plan as it stands
    assert money(case_of(app).measures.peak_funding_need) in strip_of(app)


@pytest.mark.simulates_afresh
@pytest.mark.usefixtures("slow")
def test_runs_that_were_ended_begin_again_with_the_next_run_of_the_page(
    ended: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_of = keeper.telling
    ended()
    app = opened("odds", plan_with(), "en")
    assert not finished(app)
    assert "Until the plan has been tried" in shown(app)
    assert "all money in less all money out" in strip_of(app)
    monkeypatch.setattr(keeper, "telling", tell_of)
    run(app)
    assert sentence(app).startswith("Of 100 people with this plan")


@pytest.mark.simulates_afresh
@pytest.mark.usefixtures("slow")
def test_the_longest_begin_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "UNASKED", -1)
    app = opened("odds", plan_with(), "en")
    assert "trying it many times takes a while" in shown(app)
    assert not finished(app)
    app.button(key="try:odds").click()
    run(app)
    assert sentence(app).startswith("Of 100 people with this plan")
    assert "takes a while" not in shown(app)


@pytest.mark.simulates_afresh
def test_of_long_runs_a_few_give_a_first_answer(ended: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "AT_ONCE", 0.1001 * expected_seconds(plan_with(**TEAM), RUNS))
    end = keeper.telling
    ended()
    app = opened("odds", plan_with(**TEAM), "en")
    assert runs_of(app).paths == 100
    assert sentence(app).startswith("Of 100 people with this plan")
    assert "Middle of 100 runs" in shown(app)
    monkeypatch.setattr(keeper, "telling", end)
    run(app)
    assert runs_of(app).paths == 1_000


@pytest.mark.simulates_afresh
def test_fewer_runs_and_cut_teams_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PEOPLE_BUDGET", 3_000)
    monkeypatch.setattr(engine, "MOST_PEOPLE", 5)  # that a run goes as far; in words it stays the real number
    app = opened("odds", plan_with(team=TEAM["team"] | {"people_within_reach": 30_000}), "en")
    paths = runs_of(app).paths
    assert 25 <= paths < 100
    assert f"only {paths} runs are drawn instead of 1,000" in shown(app)
    assert "no run goes past 20,000 people who join below you" in shown(app)


# --- people who are not there ----------------------------------------------------------------------------------------


@pytest.mark.simulates_afresh
def test_three_recruits_each_every_month_need_more_people_than_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "UNASKED", -1)
    words = shown(opened("odds", plan_with(team=PITCH), "en"))
    # 4 ** m - 1 people after m months: tests/planner/analysis/cautions/test_needed_people.py.
    for month, place in [
        ("12 (Jan 2028)", "Sweden, about 10.6 million"),
        ("15 (Apr 2028)", "the United States, about 340 million"),
        ("17 (Jun 2028)", "the world, about 8.1 billion"),
    ]:
        assert f"By month {month}, more people would have joined below you than live in {place}." in words
    assert "Statistiska centralbyrån" in words


def test_a_plan_with_few_people_says_nothing_of_that() -> None:
    assert "more people would have joined" not in shown(opened("odds", plan_with(**TEAM), "en"))
