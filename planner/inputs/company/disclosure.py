"""An income disclosure, whole: how many of whom received how much, every column and row as it was published.

A column that a statement prints has a place here: several shares of the same row, averages and edges of its tenths, how
long it took to get there, what it cost; a row has its own footnote. What a statement does not print stays empty.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE, Cited, FewWords, Words
from planner.inputs.cited.source import LEAST_AMOUNT, Record
from planner.inputs.company.record import MOST_COUNTED, currency_if_any, ends_of

# A year or a month, or two of them with a slash between.
PERIOD = r"^(19|20)\d\d(-(0[1-9]|1[0-2]))?(/(19|20)\d\d(-(0[1-9]|1[0-2]))?)?$"
ROUNDED = 0.005  # published shares are rounded, so that all of them may come to a little more or less than 1
MOST_BANDS, MOST_SHARE_COLUMNS = 40, 8
MOST_MONTHS, HOURS_OF_A_WEEK = 1200, 168

Counted = Literal["before_expenses", "after_expenses", "not_said"]
OwnSales = Literal["counted", "not_counted", "not_said"]
Per = Literal["month", "year", "week", "payment"]
TimeIn = Literal["full_year", "part_year", "all", "not_said"]
Amount = Annotated[float, Field(ge=0, le=MOST_VALUE)]
Months = Annotated[float, Field(ge=0, le=MOST_MONTHS)]
Share = Annotated[float, Field(ge=0, le=1)]


def _forwards(value: str) -> str:
    start, _, end = value.partition("/")
    if end and ends_of(end)[1] < ends_of(start)[0]:
        raise PydanticCustomError("period_order", "ends before it starts")
    return value


Period = Annotated[str, Field(pattern=PERIOD), AfterValidator(_forwards)]
# Pairs of a band's columns of which the first is never the higher one.
RISING = (
    ("lowest", "highest"),
    ("bottom_tenth", "top_tenth"),
    ("top_tenth", "top_hundredth"),
    ("months_least", "months_to_reach"),
    ("months_to_reach", "months_most"),
    ("months_least", "months_most"),
)


class Band(Record):
    """A row: some of those counted, by what they received or by their rank, as far as it was published.

    share: of everybody counted. shares: of others, by the share column. mean, median: of the band. at_least and below:
    the amounts between which everybody in it received; lowest and highest: the least and the most that anyone did.
    bottom_tenth, top_tenth, top_hundredth: of the band, an average or an edge as the statement says under tenths.
    months_to_reach: from joining, on average; months_median, months_least, months_most of the same. expenses: what
    they spent on average, for the same time as the amounts. note: the row's own footnote.
    """

    title: Words
    share: Share | None = None
    shares: dict[str, Share] = Field(default_factory=dict, max_length=MOST_SHARE_COLUMNS)
    count: int | None = Field(None, ge=0, le=MOST_COUNTED)
    time_in: TimeIn | None = None
    mean: Amount | None = None
    median: Amount | None = None
    at_least: Amount | None = None
    below: float | None = Field(None, ge=LEAST_AMOUNT, le=MOST_VALUE)
    lowest: Amount | None = None
    highest: Amount | None = None
    bottom_tenth: Amount | None = None
    top_tenth: Amount | None = None
    top_hundredth: Amount | None = None
    months_to_reach: Months | None = None
    months_median: Months | None = None
    months_least: Months | None = None
    months_most: Months | None = None
    hours_a_week: float | None = Field(None, ge=0, le=HOURS_OF_A_WEEK)
    expenses: Amount | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _rising(self) -> "Band":
        for lower, upper in RISING:
            low, high = getattr(self, lower), getattr(self, upper)
            if low is not None and high is not None and low > high:
                found = f"{lower} = {low:.15g}, {upper} = {high:.15g}"
                raise PydanticCustomError("columns_order", "falling columns", {"key": upper, "found": found})
        return self


class ShareColumn(Record):
    """Another column of shares: of whom, how many they are, and whether the bands hold all of them."""

    title: FewWords
    of_whom: Words
    population: int | None = Field(None, gt=0, le=MOST_COUNTED)
    complete: bool = False
    note: Words | None = None


class Distribution(Cited):
    """An income disclosure as it was published: how many received how much. The least paid come first.

    of_whom: everybody counted, "people who bought in the year"; left_out: who is not. complete: the bands hold
    everybody counted, so that their shares come to 1. share_columns: further shares of the same bands, by a name that
    the bands use under shares. per: the amounts are for a month, a year, a week or one payment. period: "2017" or
    "2010-09/2011-08". time_in: whether those counted were there all year. own_sales: whether what somebody earns on
    sales of their own is in the amounts, however it reaches them. tenths: what a column of a tenth says.
    """

    title: Words
    of_whom: Words
    left_out: Words | None = None
    population: int | None = Field(None, gt=0, le=MOST_COUNTED)
    market: Words
    period: Period
    per: Per
    counted: Counted
    time_in: TimeIn = "not_said"
    own_sales: OwnSales = "not_said"
    tenths: Literal["average", "edge", "not_said"] = "not_said"
    currency: str | None = None
    complete: bool
    share_columns: dict[str, ShareColumn] = Field(default_factory=dict, max_length=MOST_SHARE_COLUMNS)
    bands: tuple[Band, ...] = Field(min_length=1, max_length=MOST_BANDS)

    _currency = field_validator("currency")(currency_if_any)

    @model_validator(mode="after")
    def _shares(self) -> "Distribution":
        _come_to_one([band.share for band in self.bands], "bands", complete=self.complete)
        for name, column in self.share_columns.items():
            shares = [band.shares.get(name, 0.0) for band in self.bands]  # an empty cell is nobody of them
            _come_to_one(shares, f"share_columns.{name}", complete=column.complete)
        for number, band in enumerate(self.bands, start=1):
            for name in band.shares:
                if name not in self.share_columns:
                    place = f"bands[{number}].shares.{name}"
                    raise PydanticCustomError("share_column", "no such column", {"key": place, "found": name})
        return self

    @model_validator(mode="after")
    def _apart(self) -> "Distribution":
        for lower, upper in combinations(self.bands, 2):
            if lower.below is not None and upper.at_least is not None and lower.below > upper.at_least:
                found = f"below = {lower.below:.15g}, at_least = {upper.at_least:.15g}"
                raise PydanticCustomError("bands_overlap", "bands overlap", {"key": "bands", "found": found})
            if lower.at_least is not None and upper.at_least is not None and lower.at_least > upper.at_least:
                found = f"at_least = {lower.at_least:.15g}, at_least = {upper.at_least:.15g}"
                raise PydanticCustomError("bands_overlap", "bands overlap", {"key": "bands", "found": found})
        for band in self.bands:
            if band.at_least is not None and band.below is not None and band.below <= band.at_least:
                found = f"at_least = {band.at_least:.15g}, below = {band.below:.15g}"
                raise PydanticCustomError("bands_overlap", "a band without width", {"key": "bands", "found": found})
        return self


def _come_to_one(shares: Sequence[float | None], key: str, *, complete: bool) -> None:
    total = sum(share or 0.0 for share in shares)
    unsaid = any(share is None for share in shares)
    if total > 1 + ROUNDED or (complete and (unsaid or total < 1 - ROUNDED)):
        raise PydanticCustomError("bands_sum", "bands that are not the whole", {"key": key, "found": f"{total:.6g}"})
