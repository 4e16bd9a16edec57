"""Goods that go out of season, and lines that the company drops: a row each, with its share and its calendar month."""

from typing import Literal

from pydantic import Field

from planner.inputs.cited.source import Record, Text
from planner.inputs.plan.entry import Share
from planner.language import mark
from planner.timeline import MONTHS_PER_YEAR, calendar_month

Month = Literal[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {
    "january": mark("January"),
    "february": mark("February"),
    "march": mark("March"),
    "april": mark("April"),
    "may": mark("May"),
    "june": mark("June"),
    "july": mark("July"),
    "august": mark("August"),
    "september": mark("September"),
    "october": mark("October"),
    "november": mark("November"),
    "december": mark("December"),
}
HOW_OFTEN = {
    "yearly": mark("Every year"),
    "half_yearly": mark("Twice a year, every six months"),
    "quarterly": mark("Four times a year, every three months"),
    "in_first_year": mark("Once, in the first year"),
    "in_second_year": mark("Once, in the second year"),
}
MONTHS_BETWEEN = {"yearly": 12, "half_yearly": 6, "quarterly": 3}
ONCE_IN_YEAR = {"in_first_year": 1, "in_second_year": 2}
ROUNDING = 1e-9  # of shares that a person adds up to a whole


class OutOfSeason(Record):
    """Of the goods on the shelf when `month` begins, the share that can no longer be sold or given back from then on.

    month: a calendar month, the first without them. Nothing goes at the launch; the plan's first year is the twelve
    months after it. Rows are of different goods: where two fall into a month, what goes is their sum.
    """

    name: Text = Field(min_length=1, max_length=80)
    share: Share
    month: Month = "january"
    every: Literal["yearly", "half_yearly", "quarterly", "in_first_year", "in_second_year"] = "yearly"

    def goes_in(self, start_month: str, month: int) -> bool:
        """Whether they go when a month of a plan begins that starts in start_month; never at launch."""
        if month < 1:
            return False
        year = (month - 1) // MONTHS_PER_YEAR + 1
        return self.goes_by_year(calendar_month(start_month, month).month, year)

    def ever_goes(self, start_month: str, horizon_months: int) -> bool:
        """Whether they do within a plan."""
        return any(self.goes_in(start_month, month) for month in range(1, horizon_months + 1))

    def goes_by_year(self, calendar: int, year: int) -> bool:
        """Whether they go in a calendar month, from 1, of a year of the plan, from 1."""
        later = (calendar - 1 - list(MONTHS).index(self.month)) % MONTHS_PER_YEAR
        if self.every in ONCE_IN_YEAR:
            return later == 0 and year == ONCE_IN_YEAR[self.every]
        return later % MONTHS_BETWEEN[self.every] == 0


Rows = tuple[OutOfSeason, ...]


def share_that_goes(rows: Rows, start_month: str, month: int) -> float:
    """Of the goods on the shelf when a month begins, what all rows that fall into it take, at most all of it."""
    return min(sum(row.share for row in rows if row.goes_in(start_month, month)), 1.0)


def more_than_all(rows: Rows) -> tuple[int, float] | None:
    """The first row with which some month takes more than all goods, and what that month takes; None if none does.

    Whatever month the plan starts in: its first year, its second and those after it are looked at.
    """
    for place, last in enumerate(rows):
        months = [(month, year) for month in range(1, 13) for year in (1, 2, 3) if last.goes_by_year(month, year)]
        most = max(sum(row.share for row in rows[: place + 1] if row.goes_by_year(*when)) for when in months)
        if most > 1 + ROUNDING:
            return place, most
    return None
