"""Sheets as XLSX. Every text is written as a text, so that none becomes a formula, a link or a number."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from math import ceil
from typing import IO, Any, Self

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from planner.analysis.together.in_words import day_in_words
from planner.export.workbook import inputs as of_inputs
from planner.export.workbook import sheet as of_sheet
from planner.export.workbook.about import DOES_NOT_FOLLOW, FOLLOWS, YOURS, TextSheet
from planner.export.workbook.answer import Figures, Shown
from planner.export.workbook.formula import Formula
from planner.export.workbook.inputs import Cell, Inputs
from planner.export.workbook.lists import name_shown
from planner.export.workbook.sheet import CALENDAR_ROW, FIRST_COLUMN, MONTH_ROW, Kind, Row, Sheet
from planner.inputs.evidence.tax_rules import WITHOUT_A_SET
from planner.inputs.tax_terms import chosen_rules
from planner.inputs.together.ledger import OWNERS
from planner.language import currency_unit, mark
from planner.speech import Speech

UNITS = {
    "share": mark("share"),
    "people": mark("people"),
    "orders": mark("orders"),
    "hours": mark("hours"),
    "months": mark("months"),
    "month": mark("month"),
    "points": mark("points"),
}
NUMBERS = {"share": "0.00%", "months": "0", "month": "0", "number": "#,##0.00####", "points": "#,##0.00####"}
LOOK: Mapping[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "heading": {"bold": True, "bottom": 1},
    "text": {},
    "unit": {"indent": 1},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "follows": {},
    "given": {"font_color": "#0B4F9E", "bg_color": "#EEF4FB"},
    "fixed": {"italic": True, "font_color": "#5F6368"},
}
MARKS: Mapping[Kind, str] = {"follows": FOLLOWS, "given": YOURS, "fixed": DOES_NOT_FOLLOW, "heading": ""}
WIDE, NARROW, OF_A_MONTH, HEIGHT_OF_A_LINE = 58, 16, 15, 15
A4 = 9  # as spreadsheets number sizes of paper
NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)  # of writing: that of the files in it


class Writer(AbstractContextManager["Writer"]):
    """A workbook that is being written; it is whole once the context is left."""

    def __init__(self, file: IO[bytes], speech: Speech) -> None:
        """The same sheets give the same bytes, whenever they are written."""
        no_guessing = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(file, {"in_memory": True, **no_guessing})
        self.book.set_properties({"created": NO_DAY})
        self.book.set_calc_mode("auto")
        self.speech, self._formats = speech, dict[tuple[str, str], Format]()
        self._last: tuple[Worksheet, int] | None = None

    def __exit__(self, *_error: object) -> None:
        self.book.close()

    def __enter__(self) -> Self:
        return self

    def _sheet(self, title: str) -> Worksheet:
        """An empty sheet, printed across A4 on as many pages as its rows need: none is cut at the side."""
        page = self.book.add_worksheet(title)
        page.set_paper(A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        return page

    def text_sheet(self, sheet: TextSheet) -> None:
        """Lines of two texts."""
        page = self._sheet(sheet.title)
        page.set_column(0, 0, WIDE)
        page.set_column(1, 1, 2 * WIDE)
        for row, (title, text) in enumerate(sheet.lines):
            look = "title" if not row else "wrapped" if text else "heading"
            self._put(page, row, 0, title, look)
            self._put(page, row, 1, text, "wrapped")
            lines = max(ceil(len(title) / WIDE), ceil(len(text) / (2 * WIDE)), 1)
            page.set_row(row, HEIGHT_OF_A_LINE * lines + (HEIGHT_OF_A_LINE / 2 if look == "title" else 0))

    def figures(self, *tables: Figures) -> None:
        """Tables below each other on one sheet, which has the name of the first."""
        page, row = self._sheet(tables[0].title), 0
        page.set_column(0, 0, WIDE)
        page.set_column(1, 6, WIDE / 2)
        for table in tables:
            for sentence in table.sentences:
                self._put(page, row, 0, sentence, "text")
                row += 1
            row += 1
            for column, title in enumerate(table.columns):
                self._put(page, row, column, title, "heading")
            for title, unit, shown in table.rows:
                row += 1
                self._put(page, row, 0, title, "text")
                for column, each in enumerate(shown, 1):
                    last_of_many = unit == "money" and column == len(shown) > 3
                    self._put(page, row, column, each, _look(each), "share" if last_of_many else unit)
            row += 2

    def inputs(self, given: Inputs) -> None:
        """The inputs, each with its unit, whether it follows, and who said so; then the lists."""
        _ = self.speech.text
        page = self._sheet(_(of_inputs.SHEET))
        page.set_column(0, 0, WIDE)
        page.set_column(1, 7, NARROW)
        self._put(page, 0, 0, _(of_inputs.SHEET), "title")
        titles = (
            _("Input"),
            _("Value"),
            _("Unit"),
            _("In this workbook"),
            _("Said by"),
            _("On"),
            _("Words"),
            _("Check"),
        )
        for column, title in enumerate(titles):
            self._put(page, of_inputs.FIRST_ROW - 2, column, title, "heading")
        page.freeze_panes(of_inputs.FIRST_ROW - 1, 1)
        for row, title in given.headings:
            self._put(page, row, 0, _(title), "heading")
        for row, cell in given.cells.values():
            self._input(page, row, given, cell)
            if cell.name in given.used and cell.unit != "list":
                self.book.define_name(cell.name, given.place_of(cell.name))
        for key, (row, table) in given.tables.items():
            self._put(page, row - 1, 0, _(table.title), "heading")
            self._put(page, row - 1, 3, _(FOLLOWS if key in given.used else DOES_NOT_FOLLOW), "text")
            for column, (title, _unit) in enumerate(table.columns):
                self._put(page, row, column, _(title), "wrapped")
            for below, values in enumerate(table.rows, 1):
                for column, ((_title, unit), value) in enumerate(zip(table.columns, values, strict=True)):
                    look = "given" if unit != "text" and key in given.used else "text"
                    self._put(page, row + below, column, value, look, unit)

    def _input(self, page: Worksheet, row: int, given: Inputs, cell: Cell) -> None:
        _, said, value, follows = self.speech.text, cell.said, cell.value, cell.name in given.used
        if cell.name == "tax_rules":
            rules = chosen_rules(given.case.plan)
            value = _(WITHOUT_A_SET[str(value)]) if rules is None else self.speech.told(rules.name)
        elif cell.unit == "choice":
            value = _(str(value))
        elif cell.name == "name":
            value = name_shown(str(value), self.speech)
        elif cell.unit == "list":
            value = _("listed") if value else _("left empty")
        self._put(page, row, 0, _(cell.title), "text")
        self._put(page, row, 1, value, "given" if follows and cell.unit != "list" else "fixed", cell.unit)
        self._put(page, row, 2, "" if cell.unit == "money" else self._unit(cell.unit), "unit")  # money names its own
        self._put(page, row, 3, _(FOLLOWS if follows else DOES_NOT_FOLLOW), "text")
        if said is not None:
            self._put(page, row, 4, _(OWNERS[said.owner]) if said.owner else "", "text")
            self._put(page, row, 5, day_in_words(said.day, self.speech), "text")
            self._put(page, row, 6, said.note, "text")
            self._put(page, row, 7, _("to be checked") if said.check else "", "text")

    def months(self, sheet: Sheet) -> None:
        """A row an amount, a column a month."""
        _ = self.speech.text
        page = self._sheet(_(sheet.title))
        page.set_column(of_sheet.TITLE, of_sheet.TITLE, WIDE)
        page.set_column(of_sheet.UNIT, FIRST_COLUMN + sheet.months, OF_A_MONTH)
        page.freeze_panes(CALENDAR_ROW + 1, 1)
        self._put(page, 0, 0, _(sheet.title), "title")
        self._put(page, 1, 0, _(sheet.about), "text")
        heads = (_("Month"), _("Unit"), _("In this workbook"), _("Name in other files"), _("Total"))
        for column, head in enumerate(heads):
            self._put(page, MONTH_ROW, column, head, "heading")
        for month in range(sheet.months + 1):
            self._put(page, MONTH_ROW, FIRST_COLUMN + month, float(month), "heading", "month")
            self._put(page, CALENDAR_ROW, FIRST_COLUMN + month, self.speech.calendar(month), "text")
        for row in sheet.rows:
            self._row(page, sheet, row)

    def _row(self, page: Worksheet, sheet: Sheet, row: Row) -> None:
        heading, _ = row.heading, self.speech.text
        title = heading.title if heading.text else _(heading.title)
        self._put(page, row.place, of_sheet.TITLE, title, "heading" if heading.kind == "heading" else "text")
        if heading.kind == "heading":
            return
        self._put(page, row.place, of_sheet.UNIT, self._unit(heading.unit), "text")
        self._put(page, row.place, of_sheet.KIND, _(MARKS[heading.kind]), "text")
        self._put(page, row.place, of_sheet.NAME, heading.name, "text")
        if heading.summed:
            total = sheet.total(row)
            within = Formula(sheet.inside(total.text), total.value)
            self._put(page, row.place, of_sheet.TOTAL, within, heading.kind, heading.unit)
        for month in range(sheet.months + 1):
            made = row.made(month)
            if isinstance(made, Formula):
                made = Formula(sheet.inside(made.text), made.value)
            self._put(page, row.place, FIRST_COLUMN + month, made, heading.kind, heading.unit)

    def _unit(self, unit: str) -> str:
        if unit == "money":
            return currency_unit(self.speech.currency, self.speech.language)
        return self.speech.text(UNITS.get(unit, ""))

    def _put(self, page: Worksheet, row: int, column: int, shown: Shown, look: str, unit: str = "text") -> None:
        """One cell. A text is a text whatever it begins with; nothing is an empty cell with its look."""
        form = self._format(look, unit)
        if isinstance(shown, Formula):
            page.write_formula(row, column, f"={shown.text}", form, "" if shown.value is None else shown.value)
        elif isinstance(shown, str):
            if shown:
                page.write_string(row, column, shown, form)
        elif shown is None:
            page.write_blank(row, column, None, form)
        else:
            page.write_number(row, column, shown, form)

    def _format(self, look: str, unit: str) -> Format:
        if (look, unit) not in self._formats:
            number = NUMBERS.get(unit, "#,##0.00")
            if unit == "money":
                name = currency_unit(self.speech.currency, self.speech.language)
                number = f'#,##0.00\\ "{name}"'
                if look in ("follows", "fixed"):
                    number = f'{number};-{number};"–"'
            written = {} if unit == "text" else {"num_format": number}
            self._formats[look, unit] = self.book.add_format({**LOOK[look], **written})
        return self._formats[look, unit]


def _look(shown: Shown) -> str:
    return "follows" if isinstance(shown, Formula) else "fixed"
