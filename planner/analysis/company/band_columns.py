"""The columns of an income disclosure, by the names of a band's fields: what each is called in a row and over it."""

from dataclasses import dataclass
from typing import Literal

from planner.inputs.company.disclosure import Band, Distribution, Per, TimeIn
from planner.language import mark

Kind = Literal["money", "months", "hours", "people"]

# What an amount is for, as a unit of figures and as words behind a currency.
PER_UNIT: dict[Per, str] = {
    "month": "money_a_month",
    "year": "money_a_year",
    "week": "money_a_week",
    "payment": "money_a_payment",
}
PER_WORDS: dict[Per, str] = {
    "month": mark("{unit} a month"),
    "year": mark("{unit} a year"),
    "week": mark("{unit} a week"),
    "payment": mark("{unit} in one payment"),
}
TIME_IN: dict[TimeIn, str] = {
    "full_year": mark("there all year"),
    "part_year": mark("there for part of the year"),
    "all": mark("there all year or part of it"),
}
TENTHS = {
    "average": mark("a tenth is given by its average"),
    "edge": mark("a tenth is given by the amount at its edge"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """words: what a single figure of it is called. heading: over the column, with the unit in its place; none
    where the title of the row says it already.
    """

    name: str
    kind: Kind
    words: str
    heading: str


COLUMNS = (
    Column("count", "people", mark("number"), mark("Number")),
    Column("mean", "money", mark("on average"), mark("On average, {unit}")),
    Column("at_least", "money", mark("at least"), ""),
    Column("below", "money", mark("less than"), ""),
    Column("lowest", "money", mark("the least that anyone received"), mark("The least, {unit}")),
    Column("bottom_tenth", "money", mark("the lowest tenth"), mark("The lowest tenth, {unit}")),
    Column("median", "money", mark("in the middle"), mark("Half of them at most, {unit}")),
    Column("top_tenth", "money", mark("the top tenth"), mark("The top tenth, {unit}")),
    Column("top_hundredth", "money", mark("the top hundredth"), mark("The top hundredth, {unit}")),
    Column("highest", "money", mark("the most that anyone received"), mark("The most, {unit}")),
    Column("expenses", "money", mark("expenses on average"), mark("Expenses on average, {unit}")),
    Column("months_to_reach", "months", mark("time to get there, on average"), mark("Months to get there")),
    Column("months_median", "months", mark("time to get there, in the middle"), mark("Months, in the middle")),
    Column("months_least", "months", mark("time to get there, the least"), mark("Months, the least")),
    Column("months_most", "months", mark("time to get there, the most"), mark("Months, the most")),
    Column("hours_a_week", "hours", mark("work"), mark("Hours a week")),
)


def headed(record: Distribution) -> tuple[Column, ...]:
    """Those with a heading of which something is published of any band."""
    known = (each for each in COLUMNS if each.heading)
    return tuple(each for each in known if any(getattr(band, each.name) is not None for band in record.bands))


def unit_of(column: Column, per: Per) -> str:
    """The unit of its figures, as figures have it."""
    return {"money": PER_UNIT[per], "people": "people", "months": "months", "hours": "hours_a_week"}[column.kind]


def shares_of(band: Band, record: Distribution) -> tuple[tuple[str, float], ...]:
    """The further shares of a band by the name of their column, in the order of the columns."""
    return tuple((name, band.shares[name]) for name in record.share_columns if name in band.shares)
