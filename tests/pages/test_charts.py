"""Charts: what is drawn, said and listed is what was projected, in both languages, for plans of every kind."""

import json
import re
from collections.abc import Callable
from typing import Any, get_args

import numpy as np
import pytest

from pages.parts.cash_flow import by_line
from pages.parts.cash_flow import statement as statement_tables
from pages.shared.draw import charts, specs, tables
from planner.analysis.case import Case
from planner.analysis.measures.measure import measure
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.language import Language, parse_number
from planner.projection.engine import project
from planner.speech import Speech
from tests.pages.conftest import OpenApp, shown
from tests.properties.situations import bare_plan, invented_company

LANGUAGES = get_args(Language)


def situation(plan: Plan, company: Company) -> Case:
    projection = project(plan, company)
    return Case(plan, company, projection, measure(plan, projection))


def seller(**company: Any) -> Case:
    """A kit of 100 at launch, then ten orders a month of 10 each that leave half: back after two months of 50."""
    plan = bare_plan(customers={"new_a_month": (10, 0), "retail_per_order": 10})
    return situation(plan, invented_company(kit=100, **company))


def buyer() -> Case:
    """A kit of 100 and a website for 10 a month, and nothing sold: 220 down after 12 months."""
    return situation(bare_plan(), invented_company(kit=100, website=10))


def idler() -> Case:
    return situation(bare_plan(), invented_company())


def long_seller() -> Case:
    """Ten years, a discount, stock ahead, a team, and amounts with cents."""
    plan = bare_plan(
        horizon_months=120,
        customers={"new_a_month": 3.3, "attrition": 0.1, "retail_per_order": 47.11, "discount": 0.07},
        stock={"opening_stock": 333.33, "cover_months": 2},
        team={
            "recruits_a_month": 0.4,
            "duplication": 0.02,
            "annual_attrition": 0.6,
            "member_monthly_purchases": 80,
            "people_within_reach": 20_000,
        },
        running_costs=[{"name": "Hall", "amount": 612.5, "first_month": 4, "every_months": 12}],
    )
    return situation(plan, invented_company(kit=49.9, renewal=30, rates=(0.06, 0.05), lag=2))


SITUATIONS = [seller, buyer, idler, long_seller]
everywhere = pytest.mark.parametrize("make", SITUATIONS)
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


def speech_of(case: Case, language: Language) -> Speech:
    return Speech.of(language, case.plan)


def column(chart: charts.Chart, name: str) -> list[Any]:
    return list(chart.data[name])


def listed(chart: charts.Chart, place: int, language: Language) -> list[float]:
    """One column of figures of the chart's table; an empty cell is nothing."""
    return [parse_number(row.cells[place], language) if row.cells[place] else 0.0 for row in chart.table.rows]


@everywhere
@in_both_languages
def test_the_running_total_is_the_projection(make: Callable[[], Case], language: Language) -> None:
    case = make()
    chart = charts.running_total_chart(case, speech_of(case, language))
    statement = case.projection.statement
    months, cash = list(range(case.plan.horizon_months + 1)), statement.cumulative_cash_flow[:, 0].tolist()
    step = [] if case.measures.result == pytest.approx(cash[-1], abs=0.005) else [case.measures.result]
    assert column(chart, "month") == months + months[-1:] * len(step)
    assert column(chart, "total") == cash + step
    assert column(chart, "mark")[len(months) :] == ["result"] * len(step)
    # The table is in whole units, so each figure is within half of one.
    assert listed(chart, 0, language) == pytest.approx(statement.net_cash_flow[:, 0].tolist(), abs=0.5)
    assert listed(chart, 1, language) == pytest.approx(cash, abs=0.5)
    assert listed(chart, 2, language) == pytest.approx(statement.result[:, 0].tolist(), abs=0.5)


def test_the_deepest_hole_and_the_payback_are_marked() -> None:
    chart = charts.running_total_chart(seller(), Speech("en", "USD", "2027-01"))
    mark, label = column(chart, "mark"), column(chart, "label")
    marks = {mark[month]: (month, label[month]) for month in range(13)}
    assert marks["hole"] == (0, "Deepest hole 100\N{NO-BREAK SPACE}USD\nmonth 0 (Jan 2027)")
    assert marks["payback"] == (2, "Money back\nmonth 2 (Mar 2027)")
    assert chart.sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "The running total is deepest in month 0 (Jan 2027), at −100 USD. It is back at zero in month 2 (Mar 2027) "
        "and stays there or above; after 12 months it stands at 500 USD."  # 12 * 50 - 100
    )


def test_the_last_step_leads_to_the_result() -> None:
    """Margin of 50 a month, paid three months later: 450 of 12 * 50 in the end, less a kit of 100."""
    plan = bare_plan(stock={"ship_direct_share": 1}, customers={"new_a_month": (1, 0)})
    case = Case.of(plan, invented_company(kit=100, lag=3))
    chart = charts.running_total_chart(case, Speech("en", "USD", "2027-01"))
    assert column(chart, "total")[-2:] == pytest.approx([350, 500])
    assert column(chart, "label")[-1] == "Result 500\N{NO-BREAK SPACE}USD"
    assert chart.sentence.replace("\N{NO-BREAK SPACE}", " ").endswith(
        "after 12 months it stands at 350 USD. With what is still to come, less what is owed, the result is 500 USD."
    )


def test_money_that_never_comes_back_has_no_payback() -> None:
    chart = charts.running_total_chart(buyer(), Speech("en", "USD", "2027-01"))
    assert "payback" not in column(chart, "mark")
    assert column(chart, "mark").index("hole") == 12
    assert "never comes back to zero" in chart.sentence
    assert "−220" in chart.sentence


def test_a_plan_without_outlay_has_no_marks() -> None:
    chart = charts.running_total_chart(idler(), Speech("en", "USD", "2027-01"))
    assert column(chart, "mark") == [None] * 13
    assert "never goes below zero" in chart.sentence


def test_costs_that_are_not_disclosed_are_spoken_of() -> None:
    chart = charts.running_total_chart(seller(website=None), Speech("en", "USD", "2027-01"))
    assert column(chart, "label")[0].startswith("Deepest hole at least 100")
    assert column(chart, "label")[2] == "Money back month 2 (Mar 2027)\nbefore costs not disclosed"
    assert chart.sentence.endswith("Costs not disclosed are left out.")


@everywhere
@in_both_languages
def test_money_by_line_adds_up_to_the_total(make: Callable[[], Case], language: Language) -> None:
    case = make()
    chart = by_line.money_by_line_chart(case, speech_of(case, language))
    signs = [1 if direction == "in" else -1 for direction in column(chart, "direction")]
    signed = [sign * amount for sign, amount in zip(signs, column(chart, "total"), strict=True)]
    assert sum(signed) == pytest.approx(case.projection.statement.cumulative_cash_flow[-1, 0], abs=0.001)
    assert signs == sorted(signs, reverse=True)
    # Each label writes the amount of its bar, money out with a minus.
    written = [
        parse_number(label.split(": ")[1].rsplit("\N{NO-BREAK SPACE}", 1)[0], language) for label in chart.data["label"]
    ]
    assert written == pytest.approx(signed, abs=0.5)


@everywhere
@in_both_languages
def test_cash_and_profit_are_those_of_the_statement(make: Callable[[], Case], language: Language) -> None:
    case = make()
    chart = charts.cash_and_profit_chart(case, speech_of(case, language))
    statement = case.projection.statement
    months = case.plan.horizon_months + 1
    total = column(chart, "total")
    assert total[:months] == statement.cumulative_cash_flow[:, 0].tolist()
    assert total[months:] == np.cumsum(statement.profit[:, 0]).tolist()
    # What the sentence says lies between them: the shelf and the pay that is under way.
    between = statement.closing_stock_value[-1, 0] + statement.commission_receivable[-1, 0]
    assert total[-1] - total[months - 1] == pytest.approx(between, abs=0.001)


def test_lines_that_never_leave_zero_share_a_label() -> None:
    chart = charts.cash_and_profit_chart(idler(), Speech("en", "USD", "2027-01"))
    assert [label for label in chart.data["label"] if label] == ["Cash\nProfit"]


def test_a_long_name_is_broken_and_then_cut() -> None:
    names = ("Short", "Two words or more", "A name that goes on and on and on for ever")
    lines = {name: np.linspace(0, 100, 13) for name in names}
    chart = charts.lines_chart(lines, Speech("en", "USD", "2027-01"), "Three.")
    labels = [label for label in chart.data["label"] if label]
    assert labels == ["Short", "Two words or\nmore", "A name that goes\non and on and…"]


def test_names_stand_beside_up_to_three_lines_and_in_a_legend_above_that() -> None:
    speech = Speech("en", "USD", "2027-01")
    lines = {f"Company {number}": np.linspace(-100, 100 * number, 13) for number in range(4)}
    three = charts.lines_chart(dict(list(lines.items())[:3]), speech, "Three.")
    four = charts.lines_chart(lines, speech, "Four.", not_joining=True)
    assert [label for label in three.data["label"] if label] == ["Company 0", "Company 1", "Company 2"]
    assert layers_of(three.spec, "text")
    assert not layers_of(four.spec, "text")
    (shapes,) = (layer for layer in layers_of(four.spec, "point") if "shape" in layer["encoding"])
    assert shapes["encoding"]["shape"]["legend"]["orient"] == "bottom"
    assert shapes["encoding"]["color"]["scale"]["range"][0] == specs.UNCERTAIN  # not joining, the first, is grey


def layers_of(spec: specs.Spec, mark: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


@pytest.mark.parametrize(
    ("ends", "sizes", "heights"),
    [
        ([0, 100], [10, 10], [0, 100]),
        ([100, 100], [10, 10], [95, 105]),  # 10 apart, and on average where they were
        ([100, 100, 100], [10, 10, 10], [90, 100, 110]),
        ([106, 100, 0], [10, 10, 10], [110 - 4 / 3, 100 - 4 / 3, -4 / 3]),  # 4 too near: all three give way
        ([100, 100], [10, 20], [92.5, 107.5]),  # a label of two lines: half of each, 15 apart
    ],
)
def test_labels_keep_their_distance(ends: list[float], sizes: list[float], heights: list[float]) -> None:
    assert charts.label_heights(ends, sizes) == pytest.approx(heights)


@pytest.mark.parametrize(
    ("largest", "scale"), [(0, "ones"), (-99_999, "ones"), (100_000, "thousands"), (1_000_000, "millions")]
)
def test_an_axis_is_written_short_where_amounts_are_long(largest: float, scale: str) -> None:
    assert specs.axis_scale(largest) == scale


@pytest.mark.parametrize("horizon", range(1, 121))
def test_a_phone_has_room_for_the_ticks(horizon: int) -> None:
    assert horizon / specs.month_step(horizon) <= 12


def test_a_specification_is_built_once_and_holds_no_data() -> None:
    case = long_seller()
    for language in LANGUAGES:
        speech = speech_of(case, language)
        for make in (charts.running_total_chart, by_line.money_by_line_chart, charts.cash_and_profit_chart):
            first, second = make(case, speech), make(case, speech)
            assert first.spec is second.spec
            assert "datasets" not in first.spec
            assert len(json.dumps(first.spec)) < 12_000


def test_the_axis_is_in_the_language_of_the_page() -> None:
    for language, decimal, thousands in (("en", ".", ","), ("sv", ",", "\N{NO-BREAK SPACE}")):
        spec = specs.running_total(language, "USD", "ones", 3)
        number = spec["config"]["locale"]["number"]
        assert (number["decimal"], number["thousands"], number["minus"]) == (decimal, thousands, "\N{MINUS SIGN}")


@everywhere
@in_both_languages
def test_nothing_shows_what_is_not_a_number(make: Callable[[], Case], language: Language) -> None:
    case = make()
    speech = speech_of(case, language)
    for draw in (charts.running_total_chart, by_line.money_by_line_chart, charts.cash_and_profit_chart):
        chart = draw(case, speech)
        assert np.isfinite(np.array(chart.data["total"], dtype=float)).all()
        shown = f"{chart.sentence} {tables.table_as_html(chart.table)} {chart.data.get('label')}"
        assert not re.search(r"\b(nan|inf|-0)\b", shown, re.IGNORECASE)


def test_what_a_person_typed_is_shown_and_never_run() -> None:
    row = tables.Row("<script>alert(1)</script>", ("1 & 2", '"'))
    html = tables.table_as_html(tables.Table('"><img src=x onerror=alert(1)>', ("<b>",), (row,)))
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "1 &amp; 2" in html


def test_a_table_says_what_its_cells_belong_to() -> None:
    table = tables.Table(
        "Money, USD", ("Month", "In"), (tables.Row("1", ("2",)), tables.Row("All", ("2",), total=True))
    )
    html = tables.table_as_html(table)
    assert "<caption>Money, USD</caption>" in html
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 2
    assert 'tabindex="0"' in html


@in_both_languages
@pytest.mark.parametrize(("period", "rows"), [("quarter", 42), ("month", 122)])
def test_the_statement_adds_up_in_every_period(language: Language, period: Any, rows: int) -> None:
    """120 months are 40 quarters; before them stands the start, after them the sum of all."""
    case = long_seller()
    table = statement_tables.statement_table(case, speech_of(case, language), period)
    assert len(table.rows) == rows
    figures = [[parse_number(cell, language) if cell else 0.0 for cell in row.cells] for row in table.rows]
    for row in figures:
        assert sum(row[2:]) == pytest.approx(row[0], abs=0.5 * len(row))  # whole units
    cash = case.projection.statement.cumulative_cash_flow[-1, 0]
    assert figures[-1][0] == pytest.approx(cash, abs=0.5)
    assert figures[-2][1] == pytest.approx(cash, abs=0.5)


def test_the_page_is_told_once_how_tables_and_lists_look(open_app: OpenApp) -> None:
    """By the frame of every page, and not again with each table."""
    html = shown(open_app("en", "pages/goal.py"))
    assert html.count("\n.figures caption {") == html.count(".facts dt {") == 1
    assert '<div class="figures' in html
