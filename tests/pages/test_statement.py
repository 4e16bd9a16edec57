"""The statement's tables: cash and profit, by year with the lines down, and what lies between profit and money."""

import re
from typing import Any, get_args

import pytest

from pages.parts.cash_flow import by_line, statement
from pages.shared.draw import sentences
from pages.shared.draw.charts import STYLE
from pages.shared.draw.tables import Table, table_as_html
from planner.analysis.answer.answers import available_money, own_money
from planner.analysis.case import Case
from planner.analysis.measures.measure import measure
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.language import Language, parse_number
from planner.line_items import LINE_ITEMS
from planner.projection.engine import project
from planner.speech import Speech
from tests.pages.opening import SPACE
from tests.planner.analysis.origin.test_tree import busy_plan
from tests.properties.situations import bare_plan, invented_company
from tests.test_layers import PROJECT_FOLDER

LANGUAGES = get_args(Language)
SPEECH = Speech("en", "USD", "2026-11")
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)
in_both_views = pytest.mark.parametrize("view", ["cash", "profit"])


def situation(plan: Plan, company: Company) -> Case:
    projection = project(plan, company)
    return Case(plan, company, projection, measure(plan, projection))


def busy() -> Case:
    return situation(busy_plan(), load_catalog().companies["example-company"])


def figures(table: Table, language: Language) -> dict[str, list[float]]:
    return {row.title: [parse_number(cell, language) if cell else 0.0 for cell in row.cells] for row in table.rows}


@in_both_languages
@in_both_views
def test_by_year_the_lines_stand_down_and_add_up(language: Language, view: Any) -> None:
    """26 months: the start, two whole years, two months of a third, and the sum of all."""
    case = busy()
    speech = Speech.of(language, case.plan)
    table = statement.statement_table(case, speech, "year", view)
    assert len(table.columns) == 1 + 4 + 1
    rows = figures(table, language)
    shown = [speech.text(line.title) for line in LINE_ITEMS if getattr(line, view)]
    shown = [title for title in shown if title in rows]
    left = rows[speech.text(statement.LEFT[view])]
    for place in range(5):
        assert sum(rows[title][place] for title in shown) == pytest.approx(left[place], abs=0.5 * len(shown))
    so_far = rows[speech.text(statement.SO_FAR[view])]
    assert so_far[3] == pytest.approx(left[4], abs=0.5 * 5)
    assert table.rows[len(shown)].total
    assert table.whole  # its sums are seen without scrolling


@in_both_views
@pytest.mark.parametrize("period", ["quarter", "month"])
def test_periods_stand_down_where_there_are_many(view: Any, period: Any) -> None:
    case = busy()
    table = statement.statement_table(case, SPEECH, period, view)
    balance = 1 if view == "cash" else 0
    for cells in figures(table, "en").values():
        assert sum(cells[2 + balance :]) == pytest.approx(cells[0], abs=0.5 * len(cells))
    assert (statement.MONEY_IN_HAND in table.columns) == (view == "cash")


def test_money_in_hand_stands_beside_the_running_total_only_with_a_loan_or_a_card() -> None:
    case = busy()
    rows = figures(statement.statement_table(case, SPEECH, "year"), "en")
    balance = case.projection.statement.cash_balance[:, 0]
    assert rows[statement.MONEY_IN_HAND][:4] == pytest.approx(balance[[0, 12, 24, 26]].tolist(), abs=0.5)
    plain = situation(bare_plan(), invented_company(kit=10))
    assert statement.MONEY_IN_HAND not in figures(statement.statement_table(plain, SPEECH, "year"), "en")


@in_both_languages
def test_the_reconciliation_adds_up_to_the_cent(language: Language) -> None:
    case = busy()
    table = statement.reconciliation_table(case, Speech.of(language, case.plan))
    so_far = 0
    for row in table.rows:
        cents = round(parse_number(row.cells[0], language) * 100)
        if row.total:
            assert cents == so_far
        else:
            so_far += cents
    assert [row.total for row in table.rows].count(True) == 2


def test_the_sentence_names_the_three_largest_of_what_lies_between() -> None:
    said = sentences.cash_and_profit(SPEECH, busy().projection).replace(SPACE, " ")
    assert "Between them lie above all" in said
    assert said.count(" USD of ") == 3


def test_the_sentence_of_one_reason() -> None:
    # Ten goods of 10 at half price are bought and none is sold; 50 on the shelf.
    case = situation(bare_plan(stock={"opening_stock": 50}), invented_company())
    said = sentences.cash_and_profit(SPEECH, case.projection).replace(SPACE, " ")
    assert said == (
        "After 12 months, profit comes to 0 USD and cash to −50 USD. "
        "Between them lie 50 USD of goods that are still on your shelf."
    )


def test_many_lines_are_drawn_as_a_few_bars() -> None:
    case = busy()
    chart = by_line.money_by_line_chart(case, SPEECH)
    directions = list(chart.data["direction"])
    assert max(directions.count("in"), directions.count("out")) == by_line.MOST_BARS
    assert chart.data["title"][-1] == "Everything else that goes out"
    # The table still has every line but credit, which is off the goods bought, since no money comes in by it.
    cash = [line for line in LINE_ITEMS if line.cash and line.name != "credit_used"]
    there = [line for line in cash if case.projection.statement.lines[line.name].any()]
    assert len(chart.table.rows) == len(there) + 1


@pytest.mark.parametrize(
    ("own", "loan", "card", "subject"),
    [
        (350, 0, 0, "Your own 350 USD"),
        (350, 100, 0, "Your own 350 USD with the loan of 100 USD"),
        (350, 0, 50, "Your own 350 USD with up to 50 USD on the card"),
        (350, 100, 50, "Your own 350 USD with the loan of 100 USD and up to 50 USD on the card"),
        (0, 100, 0, "The loan of 100 USD"),
        (0, 0, 50, "The card, up to 50 USD,"),
        (0, 100, 50, "The loan of 100 USD with up to 50 USD on the card"),
        (0, 0, 0, ""),
    ],
)
def test_the_money_that_there_is_named(own: float, loan: float, card: float, subject: str) -> None:
    money = {"own_cash": own, "loan": loan, "card_limit": card}
    case = situation(bare_plan(money_and_time=money), invented_company())
    assert available_money(case, SPEECH).replace(SPACE, " ") == subject


def test_what_is_missing_is_counted_after_loan_and_card() -> None:
    # 400 for the kit, of which 200 are own, 50 borrowed without interest and 30 from the card: 120 are missing at once.
    money = {"own_cash": 200, "loan": 50, "loan_annual_rate": 0, "loan_months": 360, "card_limit": 30}
    plan = bare_plan(horizon_months=1, money_and_time={**money, "card_annual_rate": 0})
    said = own_money(situation(plan, invented_company(kit=400)), SPEECH).replace(SPACE, " ")
    assert said.startswith("Your own 200 USD with the loan of 50 USD and up to 30 USD on the card runs out in month 0")
    assert "at the deepest, 120 USD more is needed" in said


def test_the_first_column_stands_on_the_background_of_the_page() -> None:
    config = (PROJECT_FOLDER / ".streamlit" / "config.toml").read_text()
    found = re.findall(r"\.figures[^{]*\{ background: light-dark\((.*?)\)", STYLE.read_text(encoding="utf-8"))
    assert len(found) == 1
    for colour in found[0].split(", "):
        assert f'backgroundColor = "{colour}"' in config


def test_a_table_may_be_shown_whole() -> None:
    assert 'class="figures whole"' in table_as_html(Table("", ("",), (), whole=True))
