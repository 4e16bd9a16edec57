"""The sheet of inputs: what the plan states, with who said so, and the terms of the company and of the tax rules.

A cell that a formula refers to has a name: that of the input in the plan's file, with _ for its points. Whether an
input is followed is not declared but found: it is, once a formula has asked for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from planner.analysis.case import Case
from planner.analysis.company.facts import BEFORE_PAY, TITLES
from planner.export.workbook.formula import Formula, Span, Value
from planner.export.workbook.lists import Table, tables
from planner.inputs.path import Path, at
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.plan.schedule import Ramp
from planner.inputs.tax_terms import TaxTerms
from planner.inputs.terms import Terms
from planner.inputs.together.ledger import Said
from planner.language import mark
from planner.speech import Speech

SHEET = mark("Inputs")
GROUPS = {
    "getting_started": mark("Getting started"),
    "stock": mark("Stock"),
    "address_book": mark("People you know"),
    "customers": mark("Customers"),
    "team": mark("Team"),
    "chance": mark("Chance"),
    "money_and_time": mark("Money and time"),
    "tax": mark("Tax"),
    "company": mark("The company"),
}
COMPANY, TAX = "company", "tax"
FIRST_ROW = 4
# Inputs of the plan that stand in a table of their own, by its key.
LISTED = {
    "startup_costs": "getting_started_items",
    "running_costs": "running_costs",
    "products": "customers_products",
    "in_kind": "pay_in_kind",
    "out_of_season": "stock_out_of_season",
}
# Inputs of the tax that stand in the plan or in its rules: the cell holds the one that counts.
OF_THE_RULES = ("income_share", "vat_rate", "vat_rate_on_costs", "vat_threshold")


@dataclass(frozen=True, slots=True)
class Cell:
    """One input. name: of its cell. unit: as of an input; of the company also points. said: by whom, of the plan's."""

    name: str
    title: str
    unit: str
    value: Value
    said: Said | None = None


@dataclass(slots=True)
class Inputs:
    """Every input with its place on the sheet. used: names of cells, and keys of tables, that formulas refer to."""

    case: Case
    ledger: Mapping[Path, Said]
    speech: Speech
    used: set[str] = field(default_factory=set)
    cells: dict[str, tuple[int, Cell]] = field(default_factory=dict)  # by name, with the row
    headings: list[tuple[int, str]] = field(default_factory=list)
    tables: dict[str, tuple[int, Table]] = field(default_factory=dict)  # by key, with the row of the titles of columns

    def __post_init__(self) -> None:
        """Lays everything out, from top to bottom."""
        plan, terms, tax = self.case.plan, self.case.projection.terms, self.case.projection.assumptions.tax
        row, group = FIRST_ROW, ""
        cells = [*plan_cells(plan, self.ledger, tax), *tax_cells(tax), *company_cells(terms)]
        order = ("", *GROUPS)
        for cell in sorted(cells, key=lambda each: order.index(group_of(each))):
            first = group_of(cell)
            if first != group:
                self.headings.append((row + 1, GROUPS[first]))
                row, group = row + 2, first
            self.cells[cell.name] = (row, cell)
            row += 1
        for table in tables(self.case, self.speech):
            self.tables[table.key] = (row + 2, table)
            row += 3 + len(table.rows)

    def plan(self, path: str) -> Formula:
        """An input of the plan, such as customers.attrition."""
        return self._named(path.replace(".", "_"))

    def company(self, name: str) -> Formula:
        """A term of the company."""
        return self._named(f"{COMPANY}_{name}")

    def tax(self, name: str) -> Formula:
        """A figure of the tax rules."""
        return self._named(f"{TAX}_{name}")

    def rows(self, key: str) -> list[tuple[Formula, ...]]:
        """The cells of a table."""
        first, table = self._table(key)
        return [
            tuple(Formula(self._at(first + 1 + place, column), value) for column, value in enumerate(row))
            for place, row in enumerate(table.rows)
        ]

    def column(self, key: str, number: int) -> Span:
        """A column of a table that has rows."""
        first, table = self._table(key)
        cells = [row[number] for row in self.rows(key)]
        last = xl_rowcol_to_cell(first + len(table.rows), number, row_abs=True, col_abs=True)
        return Span(f"{cells[0].text}:{last}", cells)

    def place_of(self, name: str) -> str:
        """Where a name stands, as the file defines it."""
        return "=" + self._at(self.cells[name][0], 1)

    def _named(self, name: str) -> Formula:
        self.used.add(name)
        return Formula(name, self.cells[name][1].value)

    def _table(self, key: str) -> tuple[int, Table]:
        self.used |= {key, LISTED.get(key, key)}
        return self.tables[key]

    def _at(self, row: int, column: int) -> str:
        return f"'{self.speech.text(SHEET)}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def group_of(cell: Cell) -> str:
    """The group of the plan that an input stands in, or the company; of few, none."""
    return next((name for name in GROUPS if cell.name.startswith(f"{name}_")), "")


def plan_cells(plan: Plan, ledger: Mapping[Path, Said], tax: TaxTerms) -> list[Cell]:
    """Every input of the plan that is one number, one choice or one text, in its order; of lists, that there is one."""
    cells = []
    for path, declared in INPUTS.items():
        value: Any = at(plan, path)
        name, said = "_".join(map(str, path)), ledger.get(path)
        if path[0] == "tax" and path[-1] in OF_THE_RULES:
            value = getattr(tax, str(path[-1]))
        if isinstance(value, Ramp):
            parts = (("first", value.first), ("last", value.last), ("months", float(value.months)))
            cells += [Cell(f"{name}_{part}", declared.title, declared.unit, each, said) for part, each in parts]
        elif declared.choices:
            cells.append(Cell(name, declared.title, "choice", str(declared.choices[value]), said))
        elif isinstance(value, (tuple, dict)):
            cells.append(Cell(name, declared.title, "list", len(value), said))
        else:
            cells.append(Cell(name, declared.title, declared.unit, value, said))
    return cells


def company_cells(terms: Terms) -> list[Cell]:
    """What the statement needs of the company, in the plan's currency."""
    order = terms.standing_order
    figures: list[tuple[str, str, str, float]] = [
        ("starter_kit_fee", mark("Starter kit"), "money", terms.starter_kit_fee),
        ("minimum_opening_stock", mark("Goods to buy at the start"), "money", terms.minimum_opening_stock),
        ("renewal_fee", mark("Yearly fee, from the second year on"), "money", terms.renewal_fee),
        ("website_fee", mark("Monthly website fee"), "money", terms.website_fee),
        ("website_free_months", mark("Months without website fee"), "months", terms.website_free_months),
        ("points_per_retail", mark("Points per unit of the shop price"), "points", terms.points_per_retail),
        (
            "commissionable_share",
            mark("Of the shop price, what pay counts on"),
            "share",
            terms.commissionable_per_retail,
        ),
        ("payout_lag_months", mark("Months until pay on the team arrives"), "months", terms.payout_lag_months),
        ("margin_lag_months", mark("Months until margin arrives"), "months", terms.margin_lag_months),
        ("own_lag_months", mark("Months until pay on your own goods arrives"), "months", terms.own_lag_months),
        ("own_points_asked", BEFORE_PAY, "points", terms.own_points_asked),
    ]
    if terms.minimum_sales:
        figures.append(("minimum_sales", TITLES["pay.minimum_sales"], "money", terms.minimum_sales))
    if order.asked:
        asked = ("money", order.money) if order.money else ("points", order.points)
        figures.append(("standing_order", mark("Order asked for each month"), *asked))
        figures.append(("standing_order_from", mark("Asked for from month"), "month", order.first_month))
    figures += of_orders(terms)
    return [Cell(f"{COMPANY}_{name}", title, unit, value) for name, title, unit, value in figures]


def of_orders(terms: Terms) -> Iterator[tuple[str, str, str, float]]:
    """What orders of goods and the starter kit cost beside them, where the company says it."""
    orders = terms.orders
    if orders.freight_share is not None:
        yield "freight_share", mark("Freight, of what the goods cost"), "share", orders.freight_share
    figures = (
        ("order_fee", mark("Fee for each order of goods"), "money", orders.fee),
        ("tax_on_paid", mark("Tax paid ahead, of what you pay for goods"), "share", orders.tax_on_paid),
        ("tax_on_shop_price", mark("Tax paid ahead, of the shop price"), "share", orders.tax_on_shop_price),
        ("kit_freight", mark("Freight of the starter kit"), "money", orders.kit_freight),
        ("kit_tax", mark("Tax on the starter kit"), "money", orders.kit_tax),
    )
    yield from (figure for figure in figures if figure[-1])


def tax_cells(terms: TaxTerms) -> list[Cell]:
    """What the rules say beside what the plan states of them."""
    figures: list[tuple[str, str, float]] = [
        ("base_share", mark("Of the profit, what contributions are owed on"), terms.base_share),
        ("deductible_share", mark("Of the contributions, what lowers income tax"), terms.deductible_share),
    ]
    cells = [Cell(f"{TAX}_{name}", title, "share", value) for name, title, value in figures]
    cells += [
        Cell(f"{TAX}_food_{place}", mark("VAT on food, by the month from which it holds"), "share", rate)
        for place, (_first, rate) in enumerate(terms.vat_dated, start=1)
    ]
    if terms.losses_lower_other_income and terms.losses_most is not None:
        cells.append(Cell(f"{TAX}_losses_most", mark("Loss against other income, at most"), "money", terms.losses_most))
    if terms.income_deduction:
        cells.append(Cell(f"{TAX}_income_deduction", mark("Standard deduction"), "money", terms.income_deduction))
    if terms.reduction is not None:
        off = terms.reduction
        cells += [
            Cell(f"{TAX}_reduction", mark("Off the contributions, of the whole base"), "share", off.share),
            Cell(f"{TAX}_reduction_floor", mark("Above this base"), "money", off.floor),
            Cell(f"{TAX}_reduction_most", mark("At most so much a year"), "money", off.most),
            Cell(f"{TAX}_reduction_base", mark("Of the profit, what is the base then"), "share", off.base_share),
        ]
    return cells
