"""A spreadsheet's formula with what it comes to, of the same operations, so that neither leaves the other.

Nothing counts as 0 and as an empty text, as in a spreadsheet. What divides by nothing has no value, and must not be
chosen by `when`.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import add, mul, sub

from planner.compensation.ranks import NEARLY

Value = float | str | None
Part = "Formula | float | str"

COMPARED, ADDED, MULTIPLIED, ONE_TERM = range(1, 5)  # how firmly the outermost operation binds


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """text: without "=", in English as files hold it. value: what it comes to; of a comparison 1 or 0."""

    text: str
    value: Value
    binds: int = ONE_TERM

    @property
    def number(self) -> float:
        """The value in a sum."""
        return 0.0 if self.value is None or isinstance(self.value, str) else self.value

    def __add__(self, other: "Formula | float") -> "Formula":
        return _joined(self, "+", other, ADDED, add(self.number, of(other).number))

    def __radd__(self, other: float) -> "Formula":
        return of(other) + self

    def __sub__(self, other: "Formula | float") -> "Formula":
        return _joined(self, "-", other, ADDED, sub(self.number, of(other).number))

    def __rsub__(self, other: float) -> "Formula":
        return of(other) - self

    def __mul__(self, other: "Formula | float") -> "Formula":
        return _joined(self, "*", other, MULTIPLIED, mul(self.number, of(other).number))

    def __rmul__(self, other: float) -> "Formula":
        return of(other) * self

    def __truediv__(self, other: "Formula | float") -> "Formula":
        by = of(other).number
        return _joined(self, "/", other, MULTIPLIED, self.number / by if by else math.nan)

    def __rtruediv__(self, other: float) -> "Formula":
        return of(other) / self

    def __neg__(self) -> "Formula":
        return Formula(f"-{_bound(self, MULTIPLIED)}", -self.number, ADDED)

    def __gt__(self, other: "Formula | float") -> "Formula":
        return _joined(self, ">", other, COMPARED, float(self.number > of(other).number))

    def __ge__(self, other: "Formula | float") -> "Formula":
        return _joined(self, ">=", other, COMPARED, float(self.number >= of(other).number))

    def __lt__(self, other: "Formula | float") -> "Formula":
        return _joined(self, "<", other, COMPARED, float(self.number < of(other).number))

    def __le__(self, other: "Formula | float") -> "Formula":
        return _joined(self, "<=", other, COMPARED, float(self.number <= of(other).number))


def of(part: Formula | float | str) -> Formula:
    """A number or a text as a formula."""
    if isinstance(part, Formula):
        return part
    if isinstance(part, str):
        doubled = part.replace('"', '""')
        return Formula(f'"{doubled}"', part)
    return Formula(f"{float(part):.15g}".upper(), float(part), ONE_TERM if part >= 0 else ADDED)


def least(*parts: Formula | float) -> Formula:
    """The smallest."""
    return _called("MIN", parts, min(of(part).number for part in parts))


def most(*parts: Formula | float) -> Formula:
    """The largest."""
    return _called("MAX", parts, max(of(part).number for part in parts))


def added(parts: Iterable[Formula]) -> Formula:
    """Their sum; of none 0."""
    first, *rest = [*parts] or [of(0)]
    return sum(rest, start=first)


def whole(part: Formula) -> Formula:
    """The number without what follows its point, of what is not negative."""
    return _called("INT", [part], float(math.floor(part.number)))


def remainder(part: Formula | float, by: Formula) -> Formula:
    """What is left of it when parts of so much are taken away."""
    return _called("MOD", [part, by], of(part).number % by.number if by.number else math.nan)


def when(holds: Formula, then: Formula | float | str, otherwise: Formula | float | str = 0) -> Formula:
    """One of two, by what holds."""
    return _called("IF", [holds, then, otherwise], (of(then) if holds.value else of(otherwise)).value)


def both(*conditions: Formula) -> Formula:
    """Whether all of them hold."""
    return _called("AND", conditions, float(all(each.value for each in conditions)))


def either(*conditions: Formula) -> Formula:
    """Whether one of them holds."""
    return _called("OR", conditions, float(any(each.value for each in conditions)))


def empty(part: Formula) -> Formula:
    """Whether a cell is left empty."""
    return Formula(f'{_bound(part, ADDED)}=""', float(part.value in (None, "")), COMPARED)


def payment(rate: Formula, months: Formula, loan: Formula) -> Formula:
    """What pays a loan back in so many equal parts; rate: of a month."""
    rated, number = rate.number, max(months.number, 1.0)
    part = loan.number / number if not rated else loan.number * rated / (1 - (1 + rated) ** -number)
    return -_called("PMT", [rate, months, loan], -part)


@dataclass(frozen=True, slots=True)
class Span:
    """Cells beside or below each other. text: from the first to the last, as a file holds it."""

    text: str
    cells: Sequence[Formula]

    def total(self) -> Formula:
        """Their sum."""
        return Formula(f"SUM({self.text})", math.fsum(each.number for each in self.cells))

    def smallest(self) -> Formula:
        """The smallest of them."""
        return Formula(f"MIN({self.text})", min(self._numbers(), default=0.0))

    def largest(self) -> Formula:
        """The largest of them."""
        return Formula(f"MAX({self.text})", max(self._numbers(), default=0.0))

    def numbers(self) -> Formula:
        """How many of them are numbers."""
        return Formula(f"COUNT({self.text})", float(len(self._numbers())))

    def at(self, place: Formula) -> Formula:
        """The one at a place, counted from 0; 0 before the first of them, where nothing stands."""
        number = int(place.number)
        found = self.cells[number].value if 0 <= number < len(self.cells) else 0.0
        return when(place >= 0, Formula(f"INDEX({self.text},{(place + 1).text})", found), 0)

    def place_of(self, value: Formula) -> Formula:
        """The place of the first that is equal, counted from 0."""
        place = next((float(at) for at, each in enumerate(self.cells) if each.value == value.value), math.nan)
        return Formula(f"MATCH({value.text},{self.text},0)-1", place, ADDED)

    def up_to(self, value: Formula, beside: "Span") -> Formula:
        """Of cells beside them, the one at the last of them that is not larger; they rise, the first is 0."""
        last = max((at for at, each in enumerate(self.cells) if each.number <= value.number), default=0)
        return Formula(f"LOOKUP({value.text},{self.text},{beside.text})", beside.cells[last].value)

    def between(self, first: Formula | float, last: Formula | float, beside: "Span") -> Formula:
        """The sum of cells beside those of them that lie between two numbers, both among them."""
        low, high = of(first), of(last)
        chosen = (
            value.number
            for each, value in zip(self.cells, beside.cells, strict=True)
            if low.number <= each.number <= high.number
        )
        text = f'SUMIFS({beside.text},{self.text},">="&{_bound(low, MULTIPLIED)},{self.text},"<="&({high.text}))'
        return Formula(text, math.fsum(chosen))

    def _numbers(self) -> list[float]:
        return [each.value for each in self.cells if isinstance(each.value, int | float)]


def nearly(part: Formula) -> Formula:
    """The number, a rounding higher."""
    return part + NEARLY


def share_of(part: Formula, amount: Formula) -> Formula:
    """The part that it is of an amount, at most all of it; nothing of nothing."""
    return when(amount > 0, least(part / amount, 1), 0)


def _joined(left: Formula, sign: str, right: "Formula | float", binds: int, value: float) -> Formula:
    # What stands to the right of a minus or a division needs its own parentheses where it binds no more firmly.
    right = of(right)
    behind = binds + 1 if sign in "-/" or binds == COMPARED else binds
    before = binds + 1 if binds == COMPARED else binds
    return Formula(f"{_bound(left, before)}{sign}{_bound(right, behind)}", value, binds)


def _bound(part: Formula, binds: int) -> str:
    return part.text if part.binds >= binds else f"({part.text})"


def _called(name: str, parts: Sequence[Formula | float | str], value: Value) -> Formula:
    return Formula(f"{name}({','.join(of(part).text for part in parts)})", value)
