"""The cash flow page: its answer, its charts, its table and its files all carry the figures of one projection."""

import csv
from io import StringIO
from typing import get_args

import pytest

from pages.shared import downloads
from planner.analysis.metrics import measure
from planner.inputs.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.language import Language
from planner.line_items import CASH_LINES
from planner.projection.engine import project
from tests.pages.opening import EXAMPLE, chart_columns, current_of, opened, plan_with, sentence, shown

LANGUAGES = get_args(Language)
# What a kit of 49 and opening stock of 150 cost at the example company, and nothing sold.
SELLS_NOTHING = {"customers": {"new_a_month": 0}, "running_costs": [], "stock": {"opening_stock": 0}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("company", [EXAMPLE, "amway-eu"])
def test_page_chart_table_and_file_carry_the_same_figures(language: Language, company: str) -> None:
    plan = plan_with(customers={"new_a_month": 4.0, "attrition": 0.1}, exchange_rates={"EUR": 1.1})
    app = opened("cash_flow", plan, language, company)
    current = current_of(app)
    # The page's projection is that of its plan and company, made anew here.
    statement = project(plan, current.company).statement
    assert current.company.id == company
    assert current.measures == measure(plan, project(plan, current.company))
    cumulative = statement.cumulative_cash_flow[:, 0].tolist()

    running_total, by_line, cash_and_profit = (chart_columns(app, place) for place in range(3))
    assert running_total["total"] == cumulative
    assert cash_and_profit["total"][: len(cumulative)] == cumulative
    signs = [1 if direction == "in" else -1 for direction in by_line["direction"]]
    left = sum(sign * amount for sign, amount in zip(signs, by_line["total"], strict=True))
    assert left == pytest.approx(cumulative[-1], abs=0.001)

    for style, separator, sign in (("international", ",", "."), ("swedish", ";", ",")):
        text = downloads.csv_file(current, style).decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(text), delimiter=separator))
        written = [float(row["cumulative_cash_flow"].replace(sign, ".")) for row in rows]
        assert written == pytest.approx(cumulative, abs=0.001)

    total = f"{abs(round(cumulative[-1])):,}".replace(",", " " if language == "sv" else ",")
    assert total in shown(app)
    assert all("alt" in str(chart.proto) or chart.proto.alt for chart in app.get("vega_lite_chart"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_names_the_month_and_the_hole(language: Language) -> None:
    app = opened("cash_flow", plan_with(customers={"new_a_month": 4.0, "attrition": 0.1}), language)
    measures = current_of(app).measures
    answer = sentence(app)
    assert str(measures.payback.month) in answer
    assert f"{round(measures.peak_funding_need)} USD" in answer


def test_money_that_is_never_back_is_said_with_its_reason() -> None:
    # 49 for the kit, 150 of stock, 100 to get going and 10 % on top: 309; website 10 a month from month 3, renewal 30.
    app = opened("cash_flow", plan_with(**SELLS_NOTHING, horizon_months=12), "en")
    answer = sentence(app)
    assert answer.startswith(
        "Your money is not back within 12 months. At the deepest you are 439 USD down, in month 12 "
    )
    assert "still falls by 11 USD a month" in answer  # (10 * 10 + 30) / 12 = 10.83


@pytest.mark.parametrize(
    ("own_cash", "said"),
    [
        (439, "Your own 439 USD lasts to the end, month 12 (Jan 2028)."),  # the whole hole of the plan above
        # 309 at the start, 10 a month from month 3: 349 in month 6 and 359 in month 7; 439 - 350 = 89.
        (350, "Your own 350 USD runs out in month 7 (Aug 2027); at the deepest, 89 USD more is needed."),
        (0, ""),
    ],
)
def test_whether_the_own_money_suffices(own_cash: float, said: str) -> None:
    plan = plan_with(**SELLS_NOTHING, horizon_months=12, money_and_time={"own_cash": own_cash})
    text = shown(opened("cash_flow", plan, "en"))
    assert ("Your own" in text) == bool(said)
    assert said in text
    assert text.count("Your own") == bool(said)  # once, or not at all


def test_a_plan_without_outlay_has_nothing_to_get_back() -> None:
    free = plan_with(**SELLS_NOTHING, getting_started={"items": []}, exchange_rates={"EUR": 1.0})
    app = opened("cash_flow", free, "en", "amway-eu")
    assert sentence(app).startswith("There is nothing to get back")
    assert chart_columns(app, 0)["mark"] == [None] * 25


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("horizon", [1, 24, 120])
def test_no_figure_is_not_a_number(language: Language, horizon: int) -> None:
    for plan in (plan_with(horizon_months=horizon), plan_with(**SELLS_NOTHING, horizon_months=horizon)):
        text = shown(opened("cash_flow", plan, language)).lower().split()
        assert not {"nan", "inf", "-0", "−0", "none"} & set(text)


@pytest.mark.parametrize(("period", "rows"), [("year", 3), ("quarter", 9), ("month", 25)])
def test_the_statement_comes_by_year_quarter_and_month(period: str, rows: int) -> None:
    app = opened("cash_flow", plan_with(), "en")
    app.session_state["statement_period"] = period
    app.run()
    assert not app.exception
    statement = next(
        element.proto.body for element in app.get("html") if '<th scope="col">Period' in element.proto.body
    )
    assert statement.count('<th scope="row">') == rows + 1  # and the sum of all


def test_a_line_that_is_nothing_throughout_has_no_column_and_sums_are_said_to_be_rounded() -> None:
    def columns(plan: Plan) -> str:
        text = shown(opened("cash_flow", plan, "en"))
        assert "Amounts are rounded, so a sum may differ slightly from its parts." in text
        return next(line for line in text.splitlines() if '<th scope="col">Period' in line)

    pay = next(line.title for line in CASH_LINES if line.name == "commission_received")
    heading = f'<th scope="col">{pay}</th>'
    assert heading not in columns(plan_with(**SELLS_NOTHING))
    assert heading in columns(plan_with(customers={"new_a_month": 10.0}, team={"recruits_a_month": 1}))


def test_the_plan_file_gives_the_same_figures_again() -> None:
    plan = plan_with(customers={"new_a_month": 4.0})
    current = current_of(opened("cash_flow", plan, "sv"))
    file, faults = read_plan_file(dump_plan_file(PlanFile(company=current.company.id, plan=current.plan)), "plan.json")
    assert not faults
    assert file is not None
    assert file.company == current.company.id
    again = project(file.plan, current.company).statement
    assert again.cumulative_cash_flow.tolist() == current.projection.statement.cumulative_cash_flow.tolist()


@pytest.mark.parametrize(("language", "style"), [("en", "international"), ("sv", "swedish")])
def test_the_table_is_written_as_is_usual_in_the_language(language: Language, style: str) -> None:
    app = opened("cash_flow", plan_with(), language)
    assert app.radio(key=f"csv_style_{language}").value == style
