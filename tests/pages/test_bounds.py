"""Where costs are not disclosed, a cost is a least amount and all else stands before those costs, on every page."""

from typing import Any

import pytest

from pages.parts.goal import break_even as tables
from planner.analysis.answer import answers, as_entered
from planner.analysis.case import Case
from planner.analysis.measures.price_steps import price_steps
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.speech import Speech
from tests.pages.opening import SPACE, case_of, opened, plan_with, sentence, shown
from tests.properties.situations import bare_plan, invented_company

SPEECH = Speech("en", "USD", "2027-01")

# A kit of 100 at launch, then ten orders a month of 10 each that leave half, so that month 2 is back at zero.
SELLS = bare_plan(
    customers={"new_a_month": (10, 0), "retail_per_order": 10}, money_and_time={"hours_a_week": 3, "own_cash": 150}
)
IDLE = bare_plan()
FREE = {
    "customers": {"new_a_month": 0},
    "running_costs": [],
    "stock": {"opening_stock": 0},
    "getting_started": {"items": []},
}
BEFORE = "before costs not disclosed"


def cells(plan: Plan, company: Company) -> list[tuple[str, str]]:
    """Figure and qualifier of each figure of the strip, as it stands by itself in a file."""
    case = Case.of(plan, company)
    return [
        (cell.figure.replace(SPACE, " "), cell.by_itself(SPEECH).replace(SPACE, " "))
        for cell in as_entered.four_figures(case, None, SPEECH)
    ]


def test_the_strip_says_once_before_which_costs_its_figures_stand() -> None:
    strip = shown(opened("plan", plan_with(exchange_rates={"EUR": 1.1}), "en", "amway-eu", "exactly"))
    assert strip.lower().count(BEFORE) == 1


def test_a_figure_in_a_file_says_before_which_costs_a_result_stands() -> None:
    hole, back, total, per_hour = cells(SELLS, invented_company(kit=100, website=None))
    assert hole == ("at least 100 USD", "month 0 (Jan 2027)")
    assert back == ("month 2", f"Mar 2027, {BEFORE}")
    assert total == ("+500 USD", f"all money in less all money out, {BEFORE}")  # 12 * 50 - 100
    # 3 hours a week, 52 / 12 weeks a month, 12 months: 156 hours; 500 / 156 = 3.21
    assert per_hour == ("+3.21 USD", f"before tax, 156 hours in all, {BEFORE}")


def test_the_strip_of_a_plan_that_pays_nothing_known_says_so_too() -> None:
    hole, back, total, _per_hour = cells(IDLE, invented_company(website=None))
    assert hole == ("0 USD", f"your money never goes below zero, {BEFORE}")
    assert back == ("nothing", f"to pay back, {BEFORE}")
    assert total == ("0 USD", f"all money in less all money out, {BEFORE}")


def test_what_rises_at_the_end_is_not_back_yet_and_never_is_for_what_does_not() -> None:
    # 12 * 50 - 1000: 400 is missing, and 50 a month come in.
    assert cells(SELLS, invented_company(kit=1000, website=0))[1] == ("Not yet", "within 12 months")
    # 60 a month for the website take more than the 50, and 50 as much: it falls, and it stands still.
    assert cells(SELLS, invented_company(kit=1000, website=60))[1] == ("Never", "within 12 months")
    assert cells(SELLS, invented_company(kit=1000, website=50))[1] == ("Never", "within 12 months")


def test_never_stays_never() -> None:
    _hole, back, _total, _per_hour = cells(IDLE, invented_company(kit=100, website=None))
    assert back == ("Never", "within 12 months")


@pytest.mark.parametrize("plan", [SELLS, IDLE])
def test_where_all_is_disclosed_nothing_is_qualified(plan: Plan) -> None:
    said = [word for cell in cells(plan, invented_company(kit=100, website=10)) for word in cell]
    assert not any("at least" in word or "disclosed" in word for word in said)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"customers": {"new_a_month": 0}}, "; the money is not back within 24 months."),
        (FREE, f" never goes below zero; after 24 months you are at 0 USD, {BEFORE}."),
    ],
)
def test_the_answer_on_the_plan(changes: dict[str, Any], said: str) -> None:
    answer = sentence(opened("plan", plan_with(**changes, exchange_rates={"EUR": 1.1}), "en", "amway-eu", "exactly"))
    assert answer.endswith(said)


def test_the_answer_on_the_plan_whose_money_is_back() -> None:
    plan = plan_with(customers={"new_a_month": 4.0, "attrition": 0.1}, exchange_rates={"EUR": 1.1})
    app = opened("plan", plan, "en", "amway-eu", "exactly")
    measures = case_of(app).measures
    hole, back = SPEECH.money(measures.peak_funding_need), SPEECH.month(measures.payback.month or 0)
    answer = sentence(app)
    assert answer.startswith("If everything goes exactly as entered, you are at least ")
    assert f"at least {plain(hole)} down at the deepest, in month " in answer
    assert answer.endswith(f"; the money is back in {back}, {BEFORE}.")


def test_the_answers_about_money() -> None:
    case = Case.of(SELLS, invented_company(kit=100, website=None))
    back = f"month 2 (Mar 2027), {BEFORE}"
    assert plain(answers.money_back(case, SPEECH)) == (
        f"Your money is back in {back}. At the deepest you are at least 100 USD down, in month 0 (Jan 2027)."
    )
    assert plain(answers.own_money(case, SPEECH)) == (
        f"Your own 150 USD lasts to the end, month 12 (Jan 2028), {BEFORE}."
    )
    assert plain(answers.reached(case.measures.payback, case, SPEECH)) == f"From {back}."


def test_a_reason_that_counts_what_is_missing_is_qualified() -> None:
    case = Case.of(IDLE, invented_company(kit=100, website=None))
    said = answers.money_back(case, SPEECH)
    assert "100 USD is missing at the end" in plain(said)
    assert said.endswith(" stands still. Costs not disclosed are left out.")


def test_the_tables_of_the_break_even_page() -> None:
    case = Case.of(SELLS, invented_company(kit=100, website=None))
    steps = price_steps(case)
    assert tables.price_table(steps, case, SPEECH).caption.endswith(f", {BEFORE}")
    recruits = tables.recruits_table(case, case, SPEECH)
    assert recruits.caption == f"With and without recruits, {BEFORE}"
    assert [plain(cell) for cell in recruits.rows[0].cells] == ["at least 100 USD", "at least 100 USD", ""]


def plain(text: str) -> str:
    return text.replace(SPACE, " ")
