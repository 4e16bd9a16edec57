"""The rows of a team's file as columns of numbers, read some at a time so that a million take little room."""

import csv
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from planner.inputs.team_file import cells
from planner.inputs.team_file.cells import NOTHING, Read, Sign
from planner.inputs.team_file.columns import ColumnName, Places
from planner.inputs.team_file.notes import Faulty
from planner.inputs.team_file.text import NOT_QUOTED, Layout, rows_of
from planner.language import mark

Array = NDArray[np.float64]
Index = NDArray[np.int64]

MOST_ROWS = 1_000_000
AT_A_TIME = 2_000
MOST_POINTS = 1e9  # of one member in a month
MOST_KNOWN = 200_000  # texts of amounts that are remembered
LONGEST_NAME = 120
NOBODY, NO_NAME = -1, -2

NAMES: tuple[ColumnName, ...] = ("member", "sponsor", "placed_under")
AMOUNTS: tuple[ColumnName, ...] = (
    "personal_volume",
    "customer_sales",
    "joining_order",
    "value",
    "customers",
    "sold",
    "used",
)
LABELS: tuple[ColumnName, ...] = ("rank", "order", "country")  # texts that name no member
MONTHS: tuple[ColumnName, ...] = ("joined", "month")

CELLS = mark(
    "Line {line}: this line has {cells} cells and the first one {wanted}. A cell may hold the sign between columns: "
    "put it in quotation marks."
)
TOO_MANY = mark("Line {line}: more than {most} rows are not read. Choose fewer months, or a part of the team.")
NO_MEMBER = mark("Line {line}: no member is named. Name one, or remove the line.")
NO_NAME_LONG = mark("Line {line}: this name is longer than {most} characters, or does not print. Write it anew.")
NO_AMOUNT = mark("Line {line}: an amount is wanted here, in digits with one decimal sign, the same in the whole file.")
NEGATIVE = mark("Line {line}: this is less than 0. What was given back is taken off the month in which it was bought.")
ABSURD = mark("Line {line}: nobody buys that much in a month. Check the unit and the decimal sign.")
NO_MONTH = mark("Line {line}: a month is wanted here, as year and month: 2026-11.")
MONTH_MISSING = mark("Line {line}: it is not said in which month this was. State it: 2026-11.")
NO_SIDE = mark("Line {line}: a side is wanted here: left or right, L or R, or the number of the place from 1.")
NOT_WHOLE = mark("Line {line}: people are counted whole. State a whole number.")
PARTS = mark(
    "Line {line}: what customers bought and the order at joining come to {parts} points, more than all points of the "
    "member, {whole}. They are parts of these."
)
EITHER_SIGN = mark(
    "Nothing says whether the comma is a decimal sign or groups thousands, and the two differ a thousandfold. State "
    "the decimal sign, or write one amount with decimals."
)


@dataclass(frozen=True, slots=True)
class Rows:
    """Every row that could be read; a place each. names: of everyone whom the file names, by their numbers;
    labels: the texts of the columns that name nobody, by theirs.

    line: of the file. numbers: by column; members by their number, NOBODY where the cell is empty, labels
    likewise; months as cells has them; NOTHING where nothing is stated. whole: whether no row was left out.
    """

    names: tuple[str, ...]
    labels: dict[ColumnName, tuple[str, ...]]
    line: Index
    numbers: dict[ColumnName, Array]
    whole: bool

    def has(self, column: ColumnName) -> bool:
        """Whether the file has the column."""
        return column in self.numbers

    def of(self, column: ColumnName) -> Array:
        """A column; nothing in each row where the file has none."""
        known = self.numbers.get(column)
        return np.full(len(self.line), NOBODY if column in (*NAMES, *LABELS) else NOTHING) if known is None else known

    def people(self, column: ColumnName) -> Index:
        """A column of members, or of ranks, by number."""
        return self.of(column).astype(np.int64)


class Names:
    """Everyone whom a column names, each by a number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, text: str) -> float:
        """Of a cell; the same for names that differ in the spaces around them alone."""
        name = unicodedata.normalize("NFC", text).strip()
        if not name:
            return NOBODY
        if len(name) > LONGEST_NAME or not name.isprintable():
            return NO_NAME
        return self.numbers.setdefault(name, len(self.numbers))


def read_rows(layout: Layout, places: Places, sign: Sign, faulty: Faulty) -> Rows:
    """Every row below the header, and into `faulty` what is wrong with any of them by itself."""
    names, labels = Names(), {name: Names() for name in LABELS}
    of_kind = dict.fromkeys(NAMES, names.number) | {name: each.number for name, each in labels.items()}
    of_kind["side"] = cells.side
    of_kind |= dict.fromkeys(AMOUNTS, partial(cells.amount, sign=sign)) | dict.fromkeys(MONTHS, cells.month)
    readers = {name: Read(of_kind[name]) for name in places}
    kept: dict[ColumnName, list[Array]] = {name: [] for name in places}
    lines: list[Index] = []
    for at, rows in _chunks(layout, faulty):
        lines.append(np.array(at, dtype=np.int64))
        columns = tuple(zip(*rows, strict=True))
        for name, read in readers.items():
            texts = columns[places[name]]
            found = np.array([read[text] for text in texts], dtype=np.float64)
            _say_wrong(name, layout.header[places[name]], texts, found, lines[-1], faulty)
            kept[name].append(found)
            if name in AMOUNTS and len(read) > MOST_KNOWN:
                read.clear()
    line = np.concatenate(lines) if lines else np.zeros(0, dtype=np.int64)
    numbers = {name: np.concatenate(found) if found else np.zeros(0) for name, found in kept.items()}
    found_all = not (faulty.has(CELLS) or faulty.has(TOO_MANY) or faulty.has(NOT_QUOTED) or faulty.has(NO_NAME_LONG))
    listed = {name: tuple(each.numbers) for name, each in labels.items()}
    return Rows(tuple(names.numbers), listed, line, numbers, found_all)


def amounts_in(layout: Layout, places: Places) -> Iterator[str]:
    """Every cell of an amount, as it is written."""
    here = [places[name] for name in AMOUNTS if name in places]
    for _, rows in _chunks(layout, Faulty(layout.file)):
        for row in rows:
            yield from (row[place] for place in here)


def _chunks(layout: Layout, faulty: Faulty) -> Iterator[tuple[list[int], list[list[str]]]]:
    """The rows with as many cells as the header, some at a time, with their lines; blank lines are passed over."""
    rows = rows_of(layout.data, layout.encoding, layout.separator)
    read, last = 0, 1
    try:
        next(rows)
        while chunk := list(islice(rows, AT_A_TIME)):
            last = chunk[-1][0]
            fitting = list(_fitting(chunk, layout, faulty))
            read += len(fitting)
            if over := max(read - MOST_ROWS, 0):
                faulty.add(fitting[-over][0], "", TOO_MANY, most=MOST_ROWS)
                fitting = fitting[:-over]
            if fitting:
                yield [line for line, _ in fitting], [row for _, row in fitting]
            if over:
                return
    except csv.Error:
        faulty.add(last + 1, "", NOT_QUOTED)


def _fitting(chunk: list[tuple[int, list[str]]], layout: Layout, faulty: Faulty) -> Iterator[tuple[int, list[str]]]:
    """The rows with as many cells as the header; what a spreadsheet leaves empty behind them is taken off."""
    width = len(layout.header)
    for line, row in chunk:
        while len(row) > width and not row[-1].strip():
            row.pop()
        if len(row) == width and (row[0] or any(map(str.strip, row))):
            yield line, row
        elif any(map(str.strip, row)):
            faulty.add(line, "", CELLS, layout.separator.join(row), cells=str(len(row)), wanted=str(width))


def _say_wrong(name: ColumnName, column: str, texts: Sequence[str], found: Array, lines: Index, faulty: Faulty) -> None:
    """What is wrong with the cells of a column, each by itself; no fault is to follow from it."""
    bad = np.zeros(len(found), dtype=np.bool_)
    for message, where in _wrong_in(name, found):
        bad |= where
        for place in np.flatnonzero(where).tolist():
            if faulty.full(message):
                faulty.more(message, int(np.count_nonzero(where[place:])))
                break
            faulty.add(int(lines[place]), column, message, texts[place], most=LONGEST_NAME)
    if name in AMOUNTS:
        found[bad] = np.nan  # neither more nor less than anything
    else:
        found[bad] = NOBODY if name in (*NAMES, *LABELS) else NOTHING


def _wrong_in(name: ColumnName, found: Array) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """What can be wrong with the cells of a column, and in which of them it is."""
    if name in AMOUNTS:
        yield NO_AMOUNT, np.isnan(found)
        yield NEGATIVE, (found < 0) & (found != NOTHING)
        yield ABSURD, found > (cells.MOST_MONEY if name == "value" else MOST_POINTS)
        if name == "customers":
            yield NOT_WHOLE, (np.mod(found, 1) > 0) & (found > 0)
    elif name in MONTHS:
        yield NO_MONTH, np.isnan(found)
        if name == "month":
            yield MONTH_MISSING, found == NOTHING
    elif name == "side":
        yield NO_SIDE, np.isnan(found)
    else:
        yield NO_NAME_LONG, found == NO_NAME
        if name == "member":
            yield NO_MEMBER, found == NOBODY
