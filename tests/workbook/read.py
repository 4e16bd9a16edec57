"""A workbook as a spreadsheet has it: the rows that the program's other files have too, by their names there."""

from io import BytesIO
from typing import Any

import openpyxl

from planner.export.workbook.sheet import FIRST_COLUMN, FIRST_ROW, MONTH_ROW, NAME
from tests.workbook.changes import Change


def opened(data: bytes, *, values: bool) -> Any:
    """The workbook; values: what was written as the results of formulas, else the formulas."""
    return openpyxl.load_workbook(BytesIO(data), data_only=values)


def named_rows(book: Any) -> dict[str, tuple[str, int, int]]:
    """Where each row with a name stands: its sheet, its row from 1 on, and how many months the sheet has."""
    found: dict[str, tuple[str, int, int]] = {}
    for page in book.worksheets:
        if page.cell(MONTH_ROW + 1, FIRST_COLUMN + 1).value != 0:
            continue  # no sheet of months
        months = page.max_column - FIRST_COLUMN - 1
        for row in range(FIRST_ROW + 1, page.max_row + 1):
            if name := page.cell(row, NAME + 1).value:
                found[name] = (page.title, row, months)
    return found


def by_month(book: Any, name: str, months: int) -> list[Any]:
    """The cells of a named row, up to a month."""
    sheet, row, _last = named_rows(book)[name]
    return [book[sheet].cell(row, FIRST_COLUMN + 1 + month).value for month in range(months + 1)]


def type_in(book: Any, change: Change) -> None:
    """Types a change into the workbook, which is in English."""
    for name, typed in change.cells.items():
        [(sheet, cell)] = book.defined_names[name].destinations
        book[sheet][cell.replace("$", "")] = typed
    page = book["Inputs"]
    for title, row, column, value in change.lists:
        # The list stands below the inputs, one of which may have the same title.
        first = max(cell.row for cell in page["A"] if cell.value == title)
        page.cell(first + 1 + row, column).value = value
