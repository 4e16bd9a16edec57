"""The workbook: its cells are what the program computes, and its formulas compute that, before and after a change."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.commands.main import main
from planner.export.frames import monthly_frame
from planner.export.workbook.book import workbook
from planner.export.workbook.sheet import FIRST_COLUMN
from planner.inputs.changes.scenario import Scenario
from planner.inputs.company.catalog import load_catalog
from planner.inputs.path import parse
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.inputs.together.ledger import Said
from planner.language import Language
from planner.line_items import CENT
from planner.speech import Speech
from tests.plans import small_seller
from tests.workbook.changes import TEN, Change
from tests.workbook.computed import Computed
from tests.workbook.plans import PLANS
from tests.workbook.read import by_month, named_rows, opened, type_in

LEVELS, RANKS, ORDER, SWEDEN = PLANS
RUN = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\tx",
    "=HYPERLINK(1)",
    "http://x.se",
    "007",
    "{=1}",
)  # what some sheets run or turn


@cache
def case_of(name: str) -> Case:
    plan, company = PLANS[name]
    return Case.of(plan, company)


@cache
def written(name: str, language: Language = "en") -> bytes:
    case = case_of(name)
    return workbook(PlanFile(plan=case.plan), case, None, Speech.of(language, case.plan))


def farthest(case: Case, book: Any, cells: Computed | None = None) -> tuple[float, str]:
    """How far the rows with names are from the program's own at most; as written, or as they are computed anew."""
    frame, months, found = monthly_frame(case), case.plan.horizon_months, []
    for name, (sheet, row, _last) in named_rows(book).items():
        shown = by_month(book, name, months)
        if cells is not None:
            shown = [cells.cell(sheet, f"{get_column_letter(FIRST_COLUMN + 1 + at)}{row}") for at in range(months + 1)]
        found += [(abs(value - float(frame[name][at])), f"{name} {at}") for at, value in enumerate(shown)]
    assert len(found) > 30 * months
    return max(found)


@pytest.mark.parametrize("name", PLANS)
def test_what_is_written_and_what_formulas_come_to_is_what_the_program_computes(name: str) -> None:
    data = written(name)
    assert farthest(case_of(name), opened(data, values=True))[0] < CENT
    book = opened(data, values=False)
    assert farthest(case_of(name), book, Computed(book))[0] < CENT


@pytest.mark.parametrize(("name", "change"), [(LEVELS, TEN[0]), (RANKS, TEN[4]), (ORDER, TEN[9]), (SWEDEN, TEN[1])])
def test_a_change_in_the_workbook_comes_to_what_the_program_computes_of_it(name: str, change: Change) -> None:
    """All ten changes of each plan, in LibreOffice: `python -m tests.workbook`."""
    book, changed = opened(written(name), values=False), change.made(case_of(name))
    assert abs(changed.measures.result - case_of(name).measures.result) > 100
    type_in(book, change)
    assert farthest(changed, book, Computed(book))[0] < CENT


def test_orders_a_campaign_and_the_share_that_goes_out_of_season_follow() -> None:
    """Both typed anew in the workbook come to what the program computes of the plan with them."""

    def stated(each: float, share: float) -> Plan:
        gone = [
            {"name": "Season", "share": share, "month": "march"},
            {"name": "Dropped", "share": 0.2, "month": "march"},
        ]
        customers = {"new_a_month": 3, "orders_by": "three_weeks", "orders_per_campaign": each}
        stock = {"opening_stock": 800, "out_of_season": gone}
        return small_seller(customers=customers | {"first_campaign": "2026-12-09"}, stock=stock)

    company = load_catalog().companies["example-company"]
    case, changed = (Case.of(stated(*each), company) for each in ((0.75, 0.1), (1.25, 0.45)))
    book = opened(workbook(PlanFile(plan=case.plan), case, None, Speech.of("en", case.plan)), values=False)
    assert farthest(case, book, Computed(book))[0] < CENT
    rows = (("Goods that go out of season or are discontinued", 1, 2, 0.45),)
    type_in(book, Change("", {"customers_orders_per_campaign": 1.25}, {}, rows))
    assert farthest(changed, book, Computed(book))[0] < CENT
    assert abs(changed.measures.result - case.measures.result) > 100


def test_what_the_team_brings_does_not_follow_and_says_so() -> None:
    book = opened(written(LEVELS), values=False)
    [(sheet, row, _last)] = [named_rows(book)["team"]]
    assert book[sheet].cell(row, 3).value == "does not follow"
    assert all(isinstance(value, int | float) for value in by_month(book, "team", 18))
    inputs = {cells[0].value: cells for cells in book["Inputs"].iter_rows()}
    assert inputs[INPUTS[parse("team.recruits_a_month")].title][3].value == "does not follow"
    assert inputs[INPUTS[parse("customers.new_a_month")].title][3].value == "follows"


def test_the_four_figures_follow_and_are_those_of_the_program() -> None:
    for name in PLANS:
        case, book = case_of(name), opened(written(name), values=True)
        found = {row[0].value: row[1].value for row in book["What it comes to"].iter_rows()}
        assert found["Deepest hole"] == pytest.approx(case.measures.peak_funding_need)
        assert found["Month of the deepest hole"] == case.measures.peak_funding_month
        assert found["Month from which the money is back"] == (case.measures.payback.month or "not within the plan")
        assert found["After 18 months"] == pytest.approx(case.measures.result)
        assert found["Per hour worked"] == pytest.approx(case.measures.earnings_per_hour)


def test_where_the_money_never_goes_below_zero_no_month_is_named() -> None:
    """Nothing is paid at the start, and each order leaves a quarter of its price from the first month on."""
    plan = Plan.model_validate(
        {
            "horizon_months": 3,
            "getting_started": {"items": ()},
            "running_costs": (),
            "stock": {"ship_direct_share": 1.0},
        }
    )
    case = Case.of(plan, load_catalog().companies["zinzino-se"].model_copy(update={"currency": "USD"}))
    book = opened(workbook(PlanFile(plan=plan), case, None, Speech.of("en", plan)), values=True)
    found = {row[0].value: row[1].value for row in book["What it comes to"].iter_rows()}
    assert (found["Deepest hole"], found["Month of the deepest hole"]) == (0, "none")
    assert found["Month from which the money is back"] == "nothing to pay back"


def test_no_text_becomes_a_formula_a_link_or_a_number_and_all_come_back_as_typed() -> None:
    costs = [{"name": text.strip(), "amount": 1} for text in RUN]
    plan = Plan.model_validate(small_seller().model_dump() | {"name": RUN[0], "running_costs": costs})
    paths = [parse(each) for each in ("customers.attrition", "customers.discount", "stock.own_use", "stock.samples")]
    ledger = {path: Said(owner="guess", note=text) for path, text in zip(paths, RUN, strict=False)}
    case = Case.of(plan, load_catalog().companies["scentsy-us"])
    data = workbook(PlanFile(plan=plan, ledger=ledger), case, None, Speech.of("sv", plan))
    book = opened(data, values=False)
    texts = {
        each.value for page in book.worksheets for row in page.iter_rows() for each in row if each.data_type == "s"
    }
    assert {text.strip() for text in RUN} <= texts
    assert "en gissning" in texts  # who said so
    assert not any(each.hyperlink for page in book.worksheets for row in page.iter_rows() for each in row)
    for page in book.worksheets:
        formulas = [each.value for row in page.iter_rows() for each in row if each.data_type == "f"]
        assert not any(text.strip() in formulas for text in RUN)


def test_the_odds_are_values_and_the_same_question_gives_the_same_bytes() -> None:
    case = Case.of(small_seller(), load_catalog().companies["scentsy-us"])
    tried, file, speech = Tried.of(case, 100), PlanFile(plan=case.plan), Speech.of("sv", case.plan)
    data = workbook(file, case, tried, speech)
    assert data == workbook(file, case, tried, speech)
    page = opened(data, values=False)["Oddsen"]
    assert not any(each.data_type == "f" for row in page.iter_rows() for each in row)
    losing = next(row for row in page.iter_rows() if row[0].value == "Andel av körningarna som förlorar pengar")
    assert losing[2].value == pytest.approx(tried.odds.lose)


def test_amounts_have_the_currency_and_the_first_sheet_says_what_it_is_not() -> None:
    plan = small_seller("SEK")
    case = Case.of(plan, load_catalog().companies["zinzino-se"])
    book = opened(workbook(PlanFile(plan=plan), case, None, Speech.of("sv", plan)), values=False)
    sheet, row, _last = named_rows(book)["result"]
    assert book[sheet].cell(row, FIRST_COLUMN + 3).number_format == '#,##0.00\\ "kr";-#,##0.00\\ "kr";"–"'
    said = {cell.value for cells in book.worksheets[0].iter_rows() for cell in cells}
    assert any("inget löfte" in str(each) for each in said)


def test_the_command_writes_the_workbook_of_a_scenario(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By hand: the start takes the kit at 49, samples at 100 and 10 % on top, and goods for 200."""
    monkeypatch.setattr("planner.commands.main.LONGEST_UNASKED", 0.0)  # no odds
    scenario = Scenario(name="Stays in", changes={parse("customers.new_a_month"): 0.0})
    saved = tmp_path / "plan.json"
    plan = small_seller(horizon_months=2)
    saved.write_bytes(dump_plan_file(PlanFile(plan=plan, scenarios=(scenario,))))
    argv = ["project", str(saved), "--company", "example-company", "--format", "xlsx", "--scenario", "Stays in"]
    assert main(argv, {}) == 0
    book = opened(capfdbinary.readouterr().out, values=True)
    assert by_month(book, "net_cash_flow", 0) == [pytest.approx(-359)]
    assert by_month(book, "customers", 2) == [0, 0, 0]
    about = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows()}
    assert about["The scenario that is computed"] == "Stays in"
    assert "Odds" in about
