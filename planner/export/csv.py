"""Tables as CSV, for any program or for a Swedish spreadsheet; the same numbers in both."""

import csv
import math
import re
from io import StringIO
from typing import Literal

from planner.export.frames import Frame

Style = Literal["international", "swedish"]

# Separator, decimal sign, encoding. Swedish spreadsheets open UTF-8 as such only behind a byte order mark.
STYLES: dict[Style, tuple[str, str, str]] = {"international": (",", ".", "utf-8"), "swedish": (";", ",", "utf-8-sig")}

# Enough for totals to reconcile and for anyone to compute the same measures; fewer than the noise of floats.
MOST_DECIMALS = 6

# A spreadsheet runs a cell that begins so, half- or full-width, as a formula. One that expects another separator than
# ours has a cell begin behind it, inside a text, and reads over quotation marks there.
CELL_BEGINS = r"(^|[,;\t])"
RUNS = r"""["']*[=+\-@\t%s＝＋－＠]"""
TO_DEFUSE = re.compile(CELL_BEGINS + "(?=" + RUNS % r"\r\n" + ")")
DEFUSED = re.compile(CELL_BEGINS + "'(?=" + RUNS % "" + ")")


def to_csv(frame: Frame, style: Style = "international") -> bytes:
    """The table with its named columns, a header first; lines end with a line feed.

    Numbers are written plainly, with at most six decimals, never as "-0" nor in powers of ten; nothing, NaN included,
    is an empty cell. Text that a spreadsheet would run is defused with an apostrophe before it, which `as_typed` takes
    away, and stays on one line: a line break is a space. Numbers are never touched.
    ValueError for infinity.
    """
    separator, decimal_sign, encoding = STYLES[style]
    written = StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator="\n")
    writer.writerow([cell(name, decimal_sign) for name in frame.columns])
    columns = [[cell(value, decimal_sign) for value in frame[name].tolist()] for name in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return written.getvalue().encode(encoding)


def cell(value: object, decimal_sign: str) -> str:
    """One cell as it stands in the file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return plain_number(value).replace(".", decimal_sign)
    defused = TO_DEFUSE.sub(r"\1'", str(value))
    return defused.replace("\r", " ").replace("\n", " ")  # so that every row is a line, in any program


def as_typed(text: str) -> str:
    """The text of a cell that is read from such a file, as it was before it was defused."""
    return DEFUSED.sub(r"\1", text)


def plain_number(value: float) -> str:
    """A number with as many decimals as it has, at most six: "-1234.5"; "" for NaN."""
    if math.isnan(value):
        return ""
    if math.isinf(value):
        raise ValueError("a file holds no infinity: what is never reached is left empty")
    text = f"{value:z.{MOST_DECIMALS}f}"
    return text.rstrip("0").rstrip(".")
