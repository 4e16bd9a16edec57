"""A sheet of months: a row an amount, declared by its title and by what it is in a month."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, overload

from xlsxwriter.utility import xl_rowcol_to_cell

from planner.export.workbook.formula import Formula, Span, of
from planner.export.workbook.inputs import Inputs

# follows: a formula; given: a number that may be typed over, from which all else follows; fixed: does not follow.
Kind = Literal["follows", "given", "fixed", "heading"]
Compute = Callable[[int], Formula | float]  # what stands in the cell of a month
MONTH_ROW, CALENDAR_ROW, FIRST_ROW = 2, 3, 4
TITLE, UNIT, KIND, NAME, TOTAL, FIRST_COLUMN = range(6)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a row is. name: of the same amounts in the program's other files, "" where they are in none.

    text: of a name that a person gave; else title is marked English.
    """

    title: str
    unit: str
    name: str = ""
    kind: Kind = "follows"
    summed: bool = False
    text: bool = False


class Row:
    """An amount by month. row[month] is the cell that holds it, row.before(month) the one before it, 0 at launch."""

    def __init__(self, sheet: "Sheet", heading: Heading, compute: Compute) -> None:
        """The next row of the sheet; compute: what it is in a month."""
        self.sheet, self.heading, self.compute = sheet, heading, compute
        self.place = FIRST_ROW + len(sheet.rows)
        self._found: dict[int, Formula | float] = {}
        sheet.rows.append(self)

    def made(self, month: int) -> Formula | float:
        """What stands in the cell of a month: a formula, or a number that is none."""
        if month not in self._found:
            self._found[month] = self.compute(month)
        return self._found[month]

    def __getitem__(self, month: int) -> Formula:
        return Formula(self.address(month), of(self.made(month)).value)

    def before(self, month: int) -> Formula:
        """The month before; at launch nothing."""
        return self[month - 1] if month else of(0)

    def up_to(self, month: int) -> Span:
        """From the launch to a month."""
        return self.from_to(0, month)

    def from_to(self, first: int, last: int) -> Span:
        """From a month to another."""
        ends = (xl_rowcol_to_cell(self.place, FIRST_COLUMN + month, col_abs=True) for month in (first, last))
        return Span(self.sheet.prefix + ":".join(ends), [self[month] for month in range(first, last + 1)])

    def address(self, month: int) -> str:
        """The cell of a month, as another sheet refers to it."""
        return f"{self.sheet.prefix}{xl_rowcol_to_cell(self.place, FIRST_COLUMN + month)}"


class Line:
    """A row that a sheet declares; see `line`."""

    def __init__(self, heading: Heading, compute: Callable[[Any, int], Formula | float]) -> None:
        """compute: of the sheet, in a month."""
        self.heading, self.compute = heading, compute

    def __set_name__(self, owner: type, name: str) -> None:
        self.attribute = name

    @overload
    def __get__(self, sheet: None, owner: type) -> "Line": ...

    @overload
    def __get__(self, sheet: "Sheet", owner: type) -> Row: ...

    def __get__(self, sheet: "Sheet | None", owner: type) -> "Row | Line":
        return self if sheet is None else sheet.declared[self.attribute]


def line(
    title: str, unit: str = "money", name: str = "", *, kind: Kind = "follows", summed: bool = False
) -> Callable[[Callable[[Any, int], Formula | float]], Line]:
    """Declares a row of a sheet of its class, by what it is in a month. unit: as of an input."""
    return lambda compute: Line(Heading(title, unit, name, kind, summed), compute)


class Sheet:
    """A sheet with a row for each line that its class declares, in their order."""

    title = ""  # marked English
    about = ""
    more_months = 0  # past the plan's last

    def __init__(self, given: Inputs) -> None:
        """Nothing is computed before it is asked for."""
        self.given, self.speech, self.case = given, given.speech, given.case
        self.months = given.case.plan.horizon_months + self.more_months
        self.rows: list[Row] = []
        self.prefix = f"'{self.speech.text(self.title)}'!"
        self.declared = {name: Row(self, each.heading, partial(each.compute, self)) for name, each in self._lines()}

    def _lines(self) -> Iterator[tuple[str, Line]]:
        """Those of the class, after those of the classes that it extends."""
        for of_class in reversed(type(self).__mro__):
            yield from ((name, each) for name, each in vars(of_class).items() if isinstance(each, Line))

    def add(self, heading: Heading, compute: Compute) -> Row:
        """A row more, of which there are as many as a list has."""
        return Row(self, heading, compute)

    def month(self, month: int) -> Formula:
        """The number of a month, as it stands above its column."""
        place = xl_rowcol_to_cell(MONTH_ROW, FIRST_COLUMN + month, row_abs=True)
        return Formula(self.prefix + place, float(month))

    def numbers(self) -> Span:
        """The numbers of all months."""
        ends = [
            xl_rowcol_to_cell(MONTH_ROW, FIRST_COLUMN + each, row_abs=True, col_abs=True) for each in (0, self.months)
        ]
        return Span(self.prefix + ":".join(ends), [self.month(each) for each in range(self.months + 1)])

    def total(self, row: Row) -> Formula:
        """A row's sum over all months."""
        return row.from_to(0, self.months).total()

    def block(self, rows: Sequence[Row], month: int) -> Span:
        """Rows below each other, in a month."""
        ends = (xl_rowcol_to_cell(each.place, FIRST_COLUMN + month) for each in (rows[0], rows[-1]))
        return Span(self.prefix + ":".join(ends), [row[month] for row in rows])

    def inside(self, text: str) -> str:
        """A formula as it stands in this sheet, whose own cells need no name of a sheet."""
        return text.replace(self.prefix, "")
