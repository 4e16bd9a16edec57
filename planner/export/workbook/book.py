"""The workbook: every sheet in order, laid out and written."""

from dataclasses import dataclass
from io import BytesIO

from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.export.workbook import about, answer
from planner.export.workbook.costs import Costs
from planner.export.workbook.customers import Customers, address_book
from planner.export.workbook.goods import Goods
from planner.export.workbook.goods_at_cost import Shelf
from planner.export.workbook.in_kind import InKind
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.money import Funding, Lines
from planner.export.workbook.pay import Pay, Team
from planner.export.workbook.prices import Prices
from planner.export.workbook.sheet import Sheet
from planner.export.workbook.statement import Statement
from planner.export.workbook.tax import Tax, Vat
from planner.export.workbook.writer import Writer
from planner.inputs.plan.address_book import customers_are_found
from planner.inputs.plan_file import PlanFile
from planner.inputs.tax_terms import counts_tax
from planner.speech import Speech


@dataclass(frozen=True, slots=True)
class Model:
    """The sheets of months with the inputs that they follow from; statement: the one that says what all comes to."""

    given: Inputs
    statement: Statement
    sheets: tuple[Sheet, ...]


def workbook(file: PlanFile, case: Case, tried: Tried | None, speech: Speech, scenario: str = "") -> bytes:
    """The plan of a case as XLSX, in the language of the speech.

    file: whose ledger it has. tried: all its runs, None where they were not drawn. scenario: its name, where it is one.
    The same of all these gives the same bytes.
    """
    model, written = model_of(case, file, speech), BytesIO()
    with Writer(written, speech) as writer:
        writer.text_sheet(about.sheet(model.given, tried, scenario))
        writer.figures(answer.sheet(model.statement))
        writer.inputs(model.given)
        writer.months(model.statement)
        if tried is not None:
            writer.figures(answer.odds(tried, speech), answer.by_month(tried, speech))
        for sheet in model.sheets:
            writer.months(sheet)
    return written.getvalue()


def model_of(case: Case, file: PlanFile, speech: Speech) -> Model:
    """Every sheet of months, each of its cells computed."""
    given = Inputs(case, file.ledger, speech)
    book = address_book(given)
    customers = Customers(given, book if customers_are_found(case.plan) else None)
    prices, team = Prices(given), Team(given)
    goods = Goods(given, customers, prices)
    pay, costs, shelf = Pay(given, goods, team), Costs(given, customers.held, prices.charges), Shelf(given, goods)
    in_kind = InKind(given, shelf) if "in_kind" in given.tables else None
    lines = Lines(given, goods, shelf, pay, costs, in_kind)
    statement = Statement(given, lines)
    funding = Funding(given, lines, statement.cash)
    state: list[Sheet] = []
    if case.plan.tax.vat_registered != "never":
        state.append(Vat(given, lines))
    if counts_tax(case.plan):
        state.append(Tax(given, lines, statement.earned))
    statement.close()
    people = (customers,) if book is None else (book, customers)
    beside = () if in_kind is None else (in_kind,)
    sheets = (*people, prices, goods, team, pay, costs, shelf, *beside, lines, *state, funding)
    compute(people)
    compute((*sheets, statement))
    return Model(given, statement, sheets)


def compute(sheets: tuple[Sheet, ...]) -> None:
    """All cells, month after month, since most rest on those of the month before."""
    for month in range(max(sheet.months for sheet in sheets) + 1):
        for sheet in sheets:
            if month <= sheet.months:
                for row in sheet.rows:
                    row.made(month)
