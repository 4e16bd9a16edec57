"""The cash flow page: its answer, its charts, its table and its files all carry the figures of one projection."""

import csv
import re
from io import StringIO
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.cash_flow.income import income_chart
from pages.parts.cash_flow.origin_tree import first_month_of, tree_as_html
from pages.shared.session import downloads, state
from planner.analysis.beside.comparison import without_recruits
from planner.analysis.case import Case
from planner.analysis.chance.middle import middle
from planner.analysis.measures.income_sources import IncomeSources, income_sources
from planner.analysis.measures.measure import measure
from planner.analysis.origin.tree import origin
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.language import Language
from planner.line_items import CASH_LINES, LINE_ITEMS
from planner.projection.engine import project
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.pages.opening import EXAMPLE, SPACE, case_of, chart_columns, exactly, opened, plan_with, sentence, shown
from tests.planner.analysis.origin.test_tree import busy_plan

LANGUAGES = get_args(Language)
# What a kit of 49 and opening stock of 150 cost at the example company, and nothing sold.
SELLS_NOTHING = {"customers": {"new_a_month": 0}, "running_costs": [], "stock": {"opening_stock": 0}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("company", [EXAMPLE, "scentsy-us"])
def test_page_chart_table_and_file_carry_the_same_figures(language: Language, company: str) -> None:
    plan = plan_with(customers={"new_a_month": 4.0, "attrition": 0.1}, exchange_rates={"EUR": 1.1})
    app = exactly(plan, language, company)
    case = case_of(app)
    # The page's projection is that of its plan and company, made anew here.
    statement = project(plan, case.company).statement
    assert case.company.id == company
    assert case.measures == measure(plan, project(plan, case.company))
    cumulative = statement.cumulative_cash_flow[:, 0].tolist()

    running_total, by_line, cash_and_profit = (chart_columns(app, place) for place in range(3))
    assert running_total["total"][: len(cumulative)] == cumulative
    assert running_total["total"][-1] == pytest.approx(case.measures.result)
    assert cash_and_profit["total"][: len(cumulative)] == cumulative
    signs = [1 if direction == "in" else -1 for direction in by_line["direction"]]
    left = sum(sign * amount for sign, amount in zip(signs, by_line["total"], strict=True))
    assert left == pytest.approx(cumulative[-1], abs=0.001)

    for style, separator, sign in (("international", ",", "."), ("swedish", ";", ",")):
        text = downloads.csv_file(case, style, Speech.of(language, case.plan)).decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(text), delimiter=separator))
        written = [float(row["cumulative_cash_flow"].replace(sign, ".")) for row in rows]
        assert written == pytest.approx(cumulative, abs=0.001)

    total = f"{abs(round(cumulative[-1])):,}".replace(",", " " if language == "sv" else ",")
    assert total in shown(app)
    assert all("alt" in str(chart.proto) or chart.proto.alt for chart in app.get("vega_lite_chart"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_names_the_month_and_the_hole(language: Language) -> None:
    app = exactly(plan_with(customers={"new_a_month": 4.0, "attrition": 0.1}), language)
    measures = case_of(app).measures
    answer = sentence(app)
    assert str(measures.payback.month) in answer
    assert f"{round(measures.peak_funding_need)} USD" in answer


def test_money_that_is_never_back_is_said_with_its_reason() -> None:
    # 49 for the kit, 150 of stock, 100 to get going and 10 % on top: 309; website 10 a month from month 3.
    app = exactly(plan_with(**SELLS_NOTHING, horizon_months=12), "en")
    answer = sentence(app)
    assert answer.startswith(
        "Your money is not back within 12 months. At the deepest you are 409 USD down, in month 12 "
    )
    assert "still falls by 8 USD a month" in answer  # 10 * 10 / 12 = 8.33


@pytest.mark.parametrize(
    ("own_cash", "said"),
    [
        (409, "Your own 409 USD lasts to the end, month 12 (Jan 2028)."),  # the whole hole of the plan above
        # 309 at the start, 10 a month from month 3: 349 in month 6 and 359 in month 7; 409 - 350 = 59.
        (350, "Your own 350 USD runs out in month 7 (Aug 2027); at the deepest, 59 USD more is needed."),
        (0, ""),
    ],
)
def test_whether_the_own_money_suffices(own_cash: float, said: str) -> None:
    plan = plan_with(**SELLS_NOTHING, horizon_months=12, money_and_time={"own_cash": own_cash})
    text = shown(exactly(plan, "en"))
    assert ("Your own" in text) == bool(said)
    assert said in text
    assert text.count("Your own") == bool(said)  # once, or not at all


def test_a_plan_without_outlay_has_nothing_to_get_back() -> None:
    free = plan_with(**SELLS_NOTHING, getting_started={"items": []}, exchange_rates={"EUR": 1.0})
    app = exactly(free, "en", "amway-eu")
    assert sentence(app).startswith("There is nothing to get back")
    assert chart_columns(app, 0)["mark"] == [None] * 25


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("horizon", [1, 24, 120])
def test_no_figure_is_not_a_number(language: Language, horizon: int) -> None:
    for plan in (plan_with(horizon_months=horizon), plan_with(**SELLS_NOTHING, horizon_months=horizon)):
        text = shown(exactly(plan, language)).lower().split()
        assert not {"nan", "inf", "-0", "−0", "none"} & set(text)


def statement_of(app: AppTest) -> str:
    """The statement's table, as HTML."""
    return next(each.proto.body for each in app.get("html") if "<caption>Money in and out, USD" in each.proto.body)


@pytest.mark.parametrize(("period", "rows"), [("quarter", 9), ("month", 25)])
def test_the_statement_comes_by_quarter_and_month(period: str, rows: int) -> None:
    app = exactly(plan_with(), "en")
    app.session_state["statement_period"] = period
    app.run()
    assert not app.exception
    assert statement_of(app).count('<th scope="row">') == rows + 1  # and the sum of all


def test_by_year_the_lines_stand_down_and_the_years_across() -> None:
    statement = statement_of(exactly(plan_with(), "en"))
    for head in ("Line", "Start", "Months 1 to 12", "Months 13 to 24", "In all"):
        assert f'<th scope="col">{head}</th>' in statement
    for line in ("Sales to customers", "In less out", "Running total"):
        assert f'<th scope="row">{line}</th>' in statement


def test_the_statement_is_shown_as_profit_too() -> None:
    app = exactly(plan_with(customers={"new_a_month": 4.0}), "en")
    assert "Cost of goods sold</th>" not in statement_of(app)
    app.session_state["statement_view"] = "profit"
    app.run()
    assert not app.exception
    text = shown(app)
    assert "Profit and what it is made of, USD" in text
    assert '<th scope="row">Cost of goods sold</th>' in text


def test_a_line_that_is_nothing_throughout_is_left_out_and_sums_are_said_to_be_rounded() -> None:
    def statement(plan: Plan) -> str:
        app = exactly(plan, "en")
        assert "Amounts are rounded, so a sum may differ slightly from its parts." in shown(app)
        return statement_of(app)

    pay = next(line.title for line in CASH_LINES if line.name == "commission_received")
    heading = f'<th scope="row">{pay}</th>'
    assert heading not in statement(plan_with(**SELLS_NOTHING))
    assert heading in statement(plan_with(customers={"new_a_month": 10.0}, team={"recruits_a_month": 1}))


def test_of_which_year_the_tax_rules_are_stands_at_the_answer_and_under_the_statement() -> None:
    plan = plan_with(customers={"new_a_month": 10.0}, tax={"rules": "united-states-self-employment-2026"})
    text = shown(exactly(plan, "en"))
    assert "tax by the rules of 2026" in text
    [caption] = [each for each in text.split("\n") if "a sum may differ slightly" in each]
    assert "Tax is counted by the rules of 2026, and the plan runs from 2027 to 2029" in caption
    assert "in other years than 2026 other rules may hold" in caption


def tree_of(app: AppTest) -> str:
    [tree] = [each.proto.body for each in app.get("html") if each.proto.body.startswith('<div class="origin">')]
    return tree.replace(SPACE, " ")


def chosen(app: AppTest, name: str) -> Any:
    [found] = [each for each in app.selectbox if str(each.key).startswith(name)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_opens_and_says_where_its_figures_are_given(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line of a busy plan in its first month, and in the last; nothing in it is no number."""
    plan = busy_plan()
    app = exactly(plan, language)
    case, lines = case_of(app), [line.name for line in LINE_ITEMS]
    words = Speech.of(language, plan)
    monkeypatch.setattr(state, "speech", lambda: words)  # outside the session, as here, there is none
    for name in (*lines, "net_cash_flow", "cumulative_cash_flow", "profit"):
        for month in {first_month_of(case, name), plan.horizon_months}:
            tree = origin(case, name, month)
            html = tree_as_html(tree, case, words)
            assert html.count("<details") == html.count("</details>") == html.count("<summary>")
            assert not {"nan", "inf", "None"} & set(re.findall(r"\w+", html))


def test_a_line_and_a_month_are_chosen() -> None:
    app = exactly(plan_with(customers={"new_a_month": 4.0, "discount": 0.05}), "en")
    # Four customers at 50 with 5 % off: 190 in month 1. They are chosen from the start, being the first.
    tree = tree_of(app)
    assert 'Sales to customers, month 1 (Feb 2027): <span class="amount">190.00 USD</span>' in tree
    assert "200.00 USD of goods sold, less 5% discount." in tree
    assert "Under Customers: Discount you give" in tree
    chosen(app, "origin_line").set_value("starter_kit_fee").run()
    chosen(app, "origin_month").set_value(0).run()
    assert not app.exception
    tree = tree_of(app)
    assert 'Starter kit: <span class="amount">49.00 USD</span>' in tree
    assert "invented · 2026 · weak source" in tree
    assert "Invented for illustration by this project" in tree


def test_what_is_chosen_may_vanish_with_the_plan() -> None:
    app = exactly(plan_with(team={"recruits_a_month": 1}, customers={"new_a_month": 10.0}), "en")
    chosen(app, "origin_line").set_value("commission_received").run()
    chosen(app, "origin_month").set_value(24).run()
    app.session_state["plan_file"] = PlanFile(company=EXAMPLE, plan=plan_with(**SELLS_NOTHING, horizon_months=12))
    app.run()
    assert not app.exception
    assert "Starter kit" in tree_of(app)


def test_a_name_that_somebody_typed_is_shown_and_never_run() -> None:
    costs = [{"name": "<img src=x onerror=alert(1)>{boom}", "amount": 30}]
    app = exactly(plan_with(running_costs=costs), "en")
    chosen(app, "origin_line").set_value("operating_expenses").run()
    assert not app.exception
    tree = tree_of(app)
    assert "<img" not in tree
    assert "&lt;img src=x onerror=alert(1)&gt;{boom}" in tree
    assert "Under Running costs: Running costs" in tree


def test_the_plan_file_gives_the_same_figures_again() -> None:
    plan = plan_with(customers={"new_a_month": 4.0})
    case = case_of(exactly(plan, "sv"))
    file, faults = read_plan_file(dump_plan_file(PlanFile(company=case.company.id, plan=case.plan)), "plan.json")
    assert not faults
    assert file is not None
    assert file.company == case.company.id
    again = project(file.plan, case.company).statement
    assert again.cumulative_cash_flow.tolist() == case.projection.statement.cumulative_cash_flow.tolist()


@pytest.mark.parametrize(("language", "style"), [("en", "international"), ("sv", "swedish")])
def test_the_table_is_written_as_is_usual_in_the_language(language: Language, style: str) -> None:
    app = exactly(plan_with(), language)
    assert app.radio(key=f"csv_style_{language}").value == style


@pytest.mark.parametrize(
    ("language", "said"), [("en", "With nobody recruited the income comes to"), ("sv", "Utan värvade blir inkomsten")]
)
def test_where_the_income_comes_from(language: Language, said: str) -> None:
    """Sentence, picture and table of the same four sources, which are all of the income."""
    plan = plan_with(customers={"new_a_month": 2}, team={"recruits_a_month": 0.5, "member_joining_order": 100})
    app = exactly(plan, language)
    income = income_sources(case_of(app).projection)
    assert said in shown(app)
    bars = chart_columns(app, 3)
    drawn = [amount for amount in income.by_source.values() if amount >= 0.005]
    assert len(drawn) >= 3
    assert bars["total"] == pytest.approx(drawn)
    assert sum(bars["total"]) == pytest.approx(income.total)
    assert all(
        f"{amount / income.total * 100:.0f}" in label for amount, label in zip(drawn, bars["label"], strict=True)
    )


def test_in_the_middle_of_the_runs_income_and_lines_are_the_average_of_a_tenth_of_them() -> None:
    plan = plan_with(customers={"new_a_month": 2}, team={"recruits_a_month": 0.5, "member_joining_order": 100})
    app = opened("cash_flow", plan, "en")
    company = case_of(app).company
    found, alone = (middle(simulate(each, company, 1_000)) for each in (plan, without_recruits(plan)))
    text, bars = shown(app), chart_columns(app, 2)
    drawn = [amount for amount in found.income.by_source.values() if amount >= 0.005]
    assert len(drawn) >= 3
    assert bars["total"] == pytest.approx(drawn)
    said = f"Over 24 months the income comes to {round(found.income.total):,} USD"
    assert f"Average of the 100 runs around the middle one: {said}" in text
    assert f"With nobody recruited the income comes to {round(alone.income.total):,} USD." in text
    by_line = chart_columns(app, 1)
    signs = [1 if direction == "in" else -1 for direction in by_line["direction"]]
    assert sum(sign * amount for sign, amount in zip(signs, by_line["total"], strict=True)) == pytest.approx(found.left)
    statement = next(each.proto.body for each in app.get("html") if "Money in and out, USD, over" in each.proto.body)
    assert '<th scope="row">Still to come, less what is owed</th>' in statement
    assert f"<td>{round(found.result):,}</td>".replace("-", "\N{MINUS SIGN}") in statement


def test_runs_that_are_all_alike_come_to_what_is_exactly_as_entered() -> None:
    """309 at the start and the website 10 a month from month 3: 409, as above."""
    text = shown(opened("cash_flow", plan_with(**SELLS_NOTHING, horizon_months=12), "en"))
    assert "Average of the 100 runs around the middle one: Over 12 months, nothing comes in and 409 USD goes" in text
    assert "Average of the 100 runs around the middle one: Over 12 months there is no income" in text


def test_where_runs_end_early_the_amounts_say_so() -> None:
    """309 at the start is more than 250 at once, so that all stop after month 1."""
    app = opened("cash_flow", plan_with(**SELLS_NOTHING, horizon_months=12, chance={"most_to_lose": 250}), "en")
    assert "In 100 of these 100 runs you stop before the end" in shown(app)
    assert "nothing comes in and 309 USD goes" in shown(app)
    assert "They come to \N{MINUS SIGN}309 USD, the middle one of all to \N{MINUS SIGN}309 USD." in shown(app)


def test_a_loss_on_own_sales_is_said_beside_what_the_company_pays() -> None:
    """Sales lose 20; 30 of pay, of which 5 leads back to customers: 10 in all, and shares of the 30."""
    plan = plan_with(horizon_months=12)
    case, speech = Case.of(plan, load_catalog().companies["example-company"]), Speech.of("en", plan)
    lost = IncomeSources(-20, own_sold_on=0, own_used=0, team_sold_on=5, team_used=5, on_joining=20)
    drawn = income_chart(lost, None, case, speech)
    said = drawn.sentence.replace(SPACE, " ")
    assert "comes to 10 USD" in said
    assert "leave a loss of 20 USD, and the company pays 30 USD" in said
    assert "33% on what the team buys and 67% on first orders" in said
    assert "17% of it leads back to customers" in said
    assert drawn.data["direction"] == ["out", "in", "in"]
    assert drawn.data["total"] == [20, 10, 20]
    rows = {row.title: row.cells[:3] for row in drawn.table.rows}
    assert rows["Own sales to customers (active)"] == ("\N{MINUS SIGN}20", "", "0")
    assert rows["In all"] == ("10", "", "5")
    # 1,871.4 less 74.6 are 1,796.8: written without cents, the two come to 1,796 and the sum to 1,797.
    lost = IncomeSources(-74.6, own_sold_on=0, own_used=0, team_sold_on=1_000, team_used=871.4, on_joining=0)
    said = income_chart(lost, None, case, speech).sentence.replace(SPACE, " ")
    assert "comes to about 1,797 USD, before" in said
    assert "leave a loss of 75 USD, and the company pays 1,871 USD" in said
    nothing = IncomeSources(-20, own_sold_on=0, own_used=0, team_sold_on=0, team_used=0, on_joining=0)
    said = income_chart(nothing, None, case, speech).sentence.replace(SPACE, " ")
    assert "there is no income: your own sales to customers leave a loss of 20 USD" in said


def test_product_credit_is_no_part_of_what_leads_back_to_customers() -> None:
    """Sales leave 60 and the company pays 40, of which 20 lead back to customers; goods for 100 were paid with credit.

    So 80 of the 100 that come in as money lead back to customers, and nobody knows what the credit rests on: as 40 % of
    all income it would read as if the rest came of recruiting.
    """
    plan = plan_with(horizon_months=12)
    case, speech = Case.of(plan, load_catalog().companies["example-company"]), Speech.of("en", plan)
    rests = {"own_sold_on": 0, "own_used": 0, "team_sold_on": 20, "team_used": 20, "on_joining": 0}
    with_credit = IncomeSources(60, **rests, in_kind=100)
    drawn = income_chart(with_credit, None, case, speech)
    said = drawn.sentence.replace(SPACE, " ")
    assert "comes to 200 USD" in said
    assert "30% of it is from your own sales" in said
    assert "50% product credit that you pay for goods with, which is no cash" in said
    assert "Of what comes in as money, 80% leads back to customers" in said
    rows = {row.title: row.cells for row in drawn.table.rows}
    assert rows["Goods paid with product credit, not cash"] == ("100", "50%", "not known")
    assert rows["In all"] == ("200", "100%", "80")
    assert with_credit.recruiting_strict == pytest.approx(0.2)
    lost = income_chart(IncomeSources(-20, **rests, in_kind=40), None, case, speech).sentence.replace(SPACE, " ")
    assert "leave a loss of 20 USD, and the company gives 80 USD. 0% of that is pay on your own buying, 50% on" in lost
    assert "Of what comes in as money, 50% leads back to customers" in lost
    only = income_chart(IncomeSources(0, 0, 0, 0, 0, 0, in_kind=40), None, case, speech).sentence.replace(SPACE, " ")
    assert "comes to 40 USD" in only
    assert "Nothing comes in as money." in only


def test_a_plan_without_income_says_so() -> None:
    app = exactly(plan_with(**SELLS_NOTHING, horizon_months=12), "en")
    assert "Over 12 months there is no income" in shown(app)
