"""Months and rates: month 0 is launch, 1 to the horizon are trading months; conversions are always compound."""

from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

WEEKS_PER_MONTH = 52 / 12
MONTHS_PER_YEAR = 12


def monthly_rate(annual_rate: float) -> float:
    """Monthly rate that compounds to annual_rate over 12 months (fractions)."""
    return float((1 + annual_rate) ** (1 / 12) - 1)


def annual_rate(monthly: float) -> float:
    """Annual rate that a monthly rate compounds to (fractions)."""
    return float((1 + monthly) ** 12 - 1)


@lru_cache(maxsize=256)
def risen(annual: float, months: int) -> NDArray[np.float64]:
    """What a price of 1 comes to in each month to the last, (months + 1,), rising once a year by annual (a fraction).

    1 at the launch and in months 1 to 12, 1 + annual in months 13 to 24, and so on. Kept, and not to be written to.
    """
    years = np.maximum(np.arange(months + 1) - 1, 0) // MONTHS_PER_YEAR
    found = np.asarray((1 + annual) ** years, dtype=np.float64)
    found.flags.writeable = False
    return found


def calendar_month(start_month: str, month: int) -> date:
    """First day of the calendar month in which plan month `month` falls; start_month is "YYYY-MM" and is month 0."""
    year, first = (int(part) for part in start_month.split("-"))
    index = year * 12 + first - 1 + month
    return date(index // 12, index % 12 + 1, 1)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar as files state it, 2027-01-14, from 1900 to 2199."""
    try:
        return date.fromisoformat(text).isoformat() == text and 1900 <= int(text[:4]) < 2200
    except ValueError:
        return False


def times_in(start_month: str, month: int, begun: date, weeks: int) -> int:
    """How often something falls into a plan month that comes on the day on which it has begun and every so many weeks
    from there; never before.
    """
    days = 7 * weeks
    before, after = (max((calendar_month(start_month, each) - begun).days, 0) for each in (month, month + 1))
    return -(-after // days) + before // -days


def months_within(start_month: str, day: str) -> int:
    """The last plan month that is over by the end of a day; negative where the day comes before the launch is over."""
    ended, start = date.fromisoformat(day) + timedelta(days=1), calendar_month(start_month, 0)
    return (ended.year - start.year) * 12 + ended.month - start.month - 1


def last_day(start_month: str, month: int) -> str:
    """The last day of that calendar month, "2017-10-31"."""
    return (calendar_month(start_month, month + 1) - timedelta(days=1)).isoformat()
