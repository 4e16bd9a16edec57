"""Cells of a team's file: amounts with either decimal sign, months, sides; nothing guessed."""

import math
import re
from collections.abc import Callable, Iterable
from typing import Literal

from planner.language import tidied

Sign = Literal[".", ","]
NOTHING = -1e18  # where a cell is empty
WRONG = math.nan  # where it is no amount, month or side

POINT = re.compile(r"-?(?:[0-9]{1,15}|[1-9][0-9]{0,2}(?:[, ][0-9]{3})+)(?:\.[0-9]*)?")
COMMA = re.compile(
    r"-?(?:[0-9]{1,15}|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,})(?:,[0-9]*)?"
    r"|-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+"
)
EITHER = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+")  # 1,234 is 1234 to some and 1.234 to others
MONTH = re.compile(r"((?:19|20|21)[0-9]{2})[-/.]?(0[1-9]|1[0-2])(?:[-/.]?(0[1-9]|[12][0-9]|3[01]))?(?:[T ][0-9:.]*)?")
SIDES = {"l": 0, "left": 0, "v": 0, "vänster": 0, "r": 1, "right": 1, "h": 1, "höger": 1}
MOST_SIDES = 20
MOST_MONEY = 1e12  # of one member in a month


class Read(dict[str, float]):
    """What texts come to, each read once."""

    def __init__(self, read: Callable[[str], float]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> float:
        found = self[text] = self._read(text)
        return found


def amount(text: str, sign: Sign) -> float:
    """An amount, with this decimal sign; WRONG for all else, NOTHING for an empty cell."""
    written = POINT if sign == "." else COMMA
    plain = text
    if not written.fullmatch(text):
        plain = tidied(text)
        if not plain:
            return NOTHING
        if not written.fullmatch(plain):
            return WRONG
    ungrouped = plain.replace(" ", "").replace("," if sign == "." else ".", "")
    return float(ungrouped.replace(",", "."))


def month(text: str) -> float:
    """Months since the year 0 of 2026-11, 2026-11-30, 2026/11 or 202611; WRONG for all else."""
    plain = tidied(text)
    if not plain:
        return NOTHING
    found = MONTH.fullmatch(plain)
    return WRONG if found is None else int(found[1]) * 12 + int(found[2]) - 1


def month_name(number: int) -> str:
    """The month of such a number: 2026-11."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def side(text: str) -> float:
    """Left or right, L or R, or a place counted from 1; from 0 here."""
    plain = tidied(text).casefold()
    if not plain:
        return NOTHING
    if plain in SIDES:
        return SIDES[plain]
    return int(plain) - 1 if re.fullmatch("[1-9][0-9]?", plain) and int(plain) <= MOST_SIDES else WRONG


def sign_of(texts: Iterable[str]) -> Sign | str:
    """The decimal sign of these amounts, told from the first that has one reading only; else the first with two."""
    either = ""
    for text in texts:
        if "," not in text and "." not in text:
            continue
        plain = tidied(text)
        if EITHER.fullmatch(plain):
            either = either or text
        elif POINT.fullmatch(plain):
            return "."
        elif COMMA.fullmatch(plain):
            return ","
    return either or "."
