"""A team's file as text: in which letters it is written and by which sign its columns are separated."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from planner.errors import Fault
from planner.inputs.file_text import short
from planner.inputs.team_file.columns import KNOWN, key_of
from planner.language import mark

Encoding = Literal["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
Separator = Literal[",", ";", "\t"]
LARGEST_TEAM = 200_000_000  # bytes; a row has some fifty, and a million rows are read
SAMPLE = 4_000  # bytes in which every second is nothing where letters take two

TOO_LARGE = mark("This file is larger than {most} bytes, and no team that can be read here is. Choose another file.")
OTHER_LETTERS = mark(
    "Byte {byte} of this file is no text as {encoding} writes it. Save the file as UTF-8, or state another encoding."
)
NO_MEMBER = mark("No member stands in this file: below the line that names the columns, every further line is one.")
EMPTY = mark("Nothing stands in this file. The first line names the columns, and every further line is a member.")
ONE_COLUMN = mark(
    "The first line has one column only. Columns are separated by commas, semicolons or tabs: save the file anew with "
    "one of these."
)
NOT_QUOTED = mark(
    "Line {line}: a quotation mark is opened and not closed as it should be, so what follows cannot be read. Close it, "
    "or take it away."
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The bytes of a file and how they are to be read. header: the names of the columns, as they stand there."""

    data: bytes
    file: str
    encoding: Encoding
    separator: Separator
    header: tuple[str, ...]


def encoding_of(data: bytes) -> Encoding:
    """In which letters the bytes are written: what their first ones say, else UTF-8 if that can be, else Windows'."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = data[:SAMPLE]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if start[::2].count(0) > len(start) // 4:
        return "utf-16-be"
    likely: tuple[Encoding, ...] = ("utf-8-sig", "cp1252")
    return next((each for each in likely if fault_of_letters(data, each, "") is None), "latin-1")


def fault_of_letters(data: bytes, encoding: str, file: str) -> Fault | None:
    """That the bytes are no text in this encoding, with the first that is none."""
    try:
        data.decode(encoding)
    except UnicodeError as error:
        byte = error.start + 1 if isinstance(error, UnicodeDecodeError) else 1
        return Fault("", OTHER_LETTERS, "", file, {"byte": byte, "encoding": encoding})
    return None


def rows_of(data: bytes, encoding: str, separator: Separator) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of the line on which it ends. Raises csv.Error where quotation marks do not fit."""
    with io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="") as text:
        reader = csv.reader(text, delimiter=separator, strict=True)
        first = next(reader, [])
        if first and not first[0].casefold().startswith("sep="):
            yield reader.line_num, first
        for row in reader:
            if row:
                yield reader.line_num, row


def layout_of(data: bytes, encoding: Encoding | None, file: str) -> "Layout | Fault":
    """How a file is laid out; the sign between columns is that with which most names are known, else most columns.

    encoding: as stated; recognised where it is None.
    """
    if len(data) > LARGEST_TEAM:
        return Fault("", TOO_LARGE, "", file, {"most": LARGEST_TEAM})
    letters = encoding or encoding_of(data)
    if (wrong := fault_of_letters(data, letters, file)) is not None:
        return wrong
    found: list[tuple[int, int, Layout]] = []
    fault = Fault("", EMPTY, "", file)
    for separator in get_args(Separator):
        try:
            _, row = next(rows_of(data, letters, separator))
        except StopIteration:
            continue
        except csv.Error:
            fault = Fault("", NOT_QUOTED, "", file, {"line": "1"})
            continue
        names = [name.strip() for name in row]
        while len(names) > 1 and not names[-1]:  # what spreadsheets put behind the last column
            names.pop()
        known = sum(key_of(name) in KNOWN for name in names)
        found.append((known, len(names), Layout(data, file, letters, separator, tuple(names))))
    if not found:
        return fault
    _, columns, layout = max(found, key=lambda each: each[:2])
    return layout if columns > 1 else Fault("", ONE_COLUMN, short(layout.header[0]), file)
