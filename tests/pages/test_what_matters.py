"""What the plan hangs on, on its page: the answer, the bars, the table, the smallest change."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.what_matters.words import group_of
from pages.shared.runs import keeper, memory
from planner.analysis.chance.sensitivity import Sensitivity
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.plan.plan import Plan
from planner.language import Language
from planner.speech import Speech
from tests.pages.opening import SPACE, chart_columns, opened, plan_with, sentence, shown
from tests.pages.test_what_if import rows

LANGUAGES: tuple[Language, ...] = ("en", "sv")
SHORT = {"horizon_months": 12}
WINS: dict[str, Any] = {**SHORT, "customers": {"new_a_month": 5.0}}
TABLE = "Each input alone; with your plan as it is, "


def found_in(app: AppTest) -> Sensitivity:
    found: Sensitivity = app.session_state[memory.KEPT]["matters"][-1][1]
    return found


def test_the_answer_names_the_largest_swing_with_its_figures() -> None:
    app = opened("what_matters", plan_with(**SHORT), "en")
    found, said = found_in(app), sentence(app).replace("−", "-")
    bar = found.bars[0]
    assert any(each.label.startswith("Of 100 people with this plan, ") for each in app.expander)
    assert f"the middle one ends at {round(bar.low.median):,} USD" in said
    assert f"the middle one ends at {round(bar.high.median):,} USD" in said
    assert "1,000 runs" in shown(app)


def test_the_bars_run_from_the_middle_result_at_one_end_to_that_at_the_other() -> None:
    app = opened("what_matters", plan_with(**WINS), "en")
    bars, columns = found_in(app).bars, chart_columns(app, 0)
    assert len(columns["title"]) == 10 < len(bars)
    for place, bar in enumerate(bars[:10]):
        medians = [trial.median for trial in (bar.low, bar.stated, bar.high)]
        assert (columns["low"][place], columns["high"][place]) == pytest.approx((min(medians), max(medians)))
    lengths = [high - low for low, high in zip(columns["low"], columns["high"], strict=True)]
    assert lengths == sorted(lengths, reverse=True)
    costs = columns["title"].index("Running costs")
    assert (columns["low_label"][costs], columns["high_label"][costs]) == (f"134{SPACE}USD", f"10{SPACE}USD")


def test_the_table_says_the_ends_the_counts_and_where_to_change_them() -> None:
    app = opened("what_matters", plan_with(**WINS), "en")
    cells = rows(app, TABLE)
    assert len(cells) == len(found_in(app).bars)
    low, plan, high, *_lose, group = cells["Customers who stop, each month"]
    assert (low, plan, high, group) == ("10%", "20%", "29%", "Customers")
    assert cells["How unevenly customers come"][-1] == "Chance"


def test_what_lies_outside_and_what_does_nothing_is_said_and_sources_are_there() -> None:
    app = opened("what_matters", plan_with(**WINS), "en")
    words = shown(app)
    assert "so the bar runs to your own figure: New customers a month." in words
    nothing = next(
        line for line in words.splitlines() if line.startswith("Moving these changes nothing in this plan: ")
    )
    assert "People each member recruits a month; Members who leave within 12 months; " in nothing
    assert "Running costs" not in nothing
    assert "“Hours you work a week” changes no result" in words
    assert 'href="http://stayonthelevel.com/tag/income-disclosure-statement/"' in words
    assert "134 USD (published)" in words


def test_a_plan_that_wins_is_broken_by_its_smallest_change() -> None:
    app = opened("what_matters", plan_with(**WINS), "en")
    assert not found_in(app).stated.loses
    assert "Break my plan" in [header.value for header in app.header]
    words = shown(app)
    assert " breaks the plan: then more than half lose money. That is " in words
    tips = rows(app, "Where one input alone tips the plan")
    shares = [float(cells[2].rstrip("%")) for cells in tips.values()]
    assert shares == sorted(shares)
    assert f"“{next(iter(tips))}” from " in words


def test_a_plan_that_nothing_saves_says_what_comes_closest() -> None:
    app = opened("what_matters", plan_with(**SHORT, customers={"new_a_month": 0.0, "orders_per_customer": 0.0}), "en")
    assert "What would save it" in [header.value for header in app.header]
    words = shown(app)
    assert "No input alone saves the plan" in words
    assert "comes closest: " in words


def test_what_was_computed_is_kept_until_the_plan_changes() -> None:
    app = opened("what_matters", plan_with(**SHORT), "en")
    first = found_in(app)
    app.run()
    assert found_in(app) is first
    app.session_state["plan_file"] = app.session_state["plan_file"].model_copy(update={"plan": plan_with(**WINS)})
    app.run()
    assert found_in(app).case.plan == plan_with(**WINS)


def test_where_it_takes_long_it_waits_to_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "UNASKED", 0.1)
    app = opened("what_matters", plan_with(**SHORT), "en")
    assert not app.session_state[memory.KEPT]["matters"]
    assert "It is known when the plan has been tried" in sentence(app)
    assert not app.get("vega_lite_chart")
    app.button(key="try:matters").click().run()
    assert not app.exception
    assert found_in(app).bars
    assert len(app.get("vega_lite_chart")) == 1


def test_every_input_is_found_in_a_part_of_my_plan() -> None:
    speech = Speech.of("en", Plan())
    assert all(group_of(path, speech) for path in load_ranges().ranges)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("changes", [{"customers": {"new_a_month": 0}, "horizon_months": 1}, WINS])
def test_every_figure_is_a_number(language: Language, changes: dict[str, Any]) -> None:
    words = shown(opened("what_matters", plan_with(**changes), language)).lower().split()
    assert not {"nan", "inf", "-0", "−0", "none"} & set(words)
