"""A small spreadsheet: computes the formulas of a workbook anew, by what stands in its cells.

It knows what these formulas use and no more. LibreOffice computes them in `python -m tests.workbook`.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain
from types import CodeType
from typing import Any

import numpy as np
from openpyxl.utils import get_column_letter, range_boundaries

from planner.export.workbook.sheet import FIRST_COLUMN

REFERENCE = re.compile(
    r"""(?P<text>"[^"]*"|(?<![\w$.])\d[\d.]*(?:E[+-]?\d+)?)|(?:'(?P<sheet>[^']+)'!)?(?P<cells>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])"""
    r"""|(?P<word>[A-Za-z_][\w]*)(?P<call>\()?|(?P<equal>(?<![<>])=)|(?P<joined>&)"""
)


class Nothing(float):
    """An empty cell: 0 in a sum, and an empty text."""

    def __eq__(self, other: object) -> bool:
        return other == "" or float(self) == other

    __hash__ = float.__hash__


class AsText:
    """Of &: `as_text @ value` is the value as a text."""

    def __matmul__(self, value: float) -> str:
        return f"{value:.15g}"


NOTHING = Nothing(0.0)


def criteria(text: str) -> Callable[[float], bool]:
    """As SUMIFS takes them: >=3 or <=5."""
    bound = float(text[2:])
    return (lambda value: value >= bound) if text.startswith(">=") else (lambda value: value <= bound)


def sum_where(summed: list[Any], *pairs: Any) -> Any:
    """SUMIFS."""
    tests = [(values, criteria(text)) for values, text in zip(pairs[::2], pairs[1::2], strict=True)]
    return sum(value for at, value in enumerate(summed) if all(holds(values[at]) for values, holds in tests))


def numbers(*given: Any) -> list[Any]:
    """Those among values and ranges."""
    flat = chain.from_iterable(each if isinstance(each, list) else [each] for each in given)
    return [each for each in flat if not isinstance(each, str | Nothing)]


def payment(rate: float, months: float, loan: float) -> float:
    """PMT."""
    return -loan / months if not rate else -loan * rate / (1 - (1 + rate) ** -months)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "SUM": lambda *given: sum(numbers(*given)),
    "MIN": lambda *given: min(numbers(*given), default=0.0),
    "MAX": lambda *given: max(numbers(*given), default=0.0),
    "COUNT": lambda *given: len(numbers(*given)),
    "IF": lambda holds, then, otherwise: then if holds else otherwise,
    "AND": lambda *given: all(given),
    "OR": lambda *given: any(given),
    "INT": np.floor,
    "MOD": lambda value, by: value - by * np.floor(value / by),
    "PMT": payment,
    "INDEX": lambda cells, place: cells[int(place) - 1] if 1 <= place <= len(cells) else np.nan,
    "MATCH": lambda value, cells, _exact: cells.index(value) + 1.0,
    "LOOKUP": lambda value, cells, beside: beside[max(at for at, each in enumerate(cells) if each <= value)],
    "SUMIFS": sum_where,
}


class Computed:
    """The cells of a workbook, computed as they are asked for."""

    def __init__(self, book: Any) -> None:
        """book: with its formulas."""
        self.book, self._known = book, dict[tuple[str, str], Any]()
        self.names = {name: next(iter(each.destinations)) for name, each in book.defined_names.items()}
        last = max(page.max_column for page in book.worksheets)
        with np.errstate(all="ignore"):
            # From the first month on, since most rests on the month before; then what rests on all of them.
            for column in (*range(FIRST_COLUMN + 1, last + 1), *range(1, FIRST_COLUMN + 1)):
                for page in book.worksheets:
                    for row in range(1, page.max_row + 1):
                        self.cell(page.title, f"{get_column_letter(column)}{row}")

    def cell(self, sheet: str, place: str) -> Any:
        """What a cell comes to."""
        key = (sheet, place)
        if key not in self._known:
            value = self.book[sheet][place].value
            if isinstance(value, str) and value.startswith("=") and self.book[sheet][place].data_type == "f":
                names = {"at": self.at, "named": self.named, "as_text": AsText(), **FUNCTIONS}
                value = eval(compiled(value, sheet), names)  # noqa: S307 (of formulas that the program wrote)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                value = np.float64(value)
            self._known[key] = NOTHING if value is None else value
        return self._known[key]

    def named(self, name: str) -> Any:
        """What a cell with a name comes to."""
        sheet, place = self.names[name]
        return self.cell(sheet, place.replace("$", ""))

    def at(self, sheet: str, cells: str) -> Any:
        """What a cell, or each of a range, comes to."""
        if ":" not in cells:
            return self.cell(sheet, cells)
        left, top, right, bottom = range_boundaries(cells)
        return [
            self.cell(sheet, f"{get_column_letter(column)}{row}")
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]


@cache
def compiled(formula: str, sheet: str) -> CodeType:
    """A formula as Python."""

    def word(found: re.Match[str]) -> str:
        if found["text"] is not None:
            return found["text"]
        if found["cells"]:
            return f"at({found['sheet'] or sheet!r}, {found['cells'].replace('$', '')!r})"
        if found["word"]:
            return found[0] if found["call"] else f"named({found['word']!r})"
        return "==" if found["equal"] else "+as_text@"

    return compile(REFERENCE.sub(word, formula[1:]), formula, "eval")
