"""How old a company's terms are: the years of what is computed with, and when they are too old to be today's."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime

from planner.inputs.cited.figure import Cited
from planner.inputs.company.company import Company, entry_at

OLD_AFTER = 3  # years
THIS_YEAR = "JOINWISE_YEAR"  # of the environment: the year to go by in place of the clock's, as the tests do
COMPUTED = (  # the places of a company's file that a plan is computed with
    "joining.starter_kit_fee",
    "joining.minimum_opening_stock",
    "joining.renewal_fee",
    "joining.website_fee",
    "joining.website_free_months",
    "joining.kit_freight",
    "joining.kit_tax",
    "prices",
    "prices.reached_step",
    "activity.standing_order",
    "activity.standing_order_from",
    "volume.points_per_100_retail",
    "volume.commissionable_per_100_retail",
    "pay.payout_lag_months",
    "pay.margin_lag_months",
    "pay.own_lag_months",
    "pay.minimum_personal_volume",
    "pay.minimum_sales",
    "pay.activity_window",
    "pay.unilevel",
    "pay.stairstep",
    "ranks",
    "buy_back.share",
    "buy_back.window_months",
)


def this_year() -> int:
    """The year by which terms are old."""
    return int(os.environ.get(THIS_YEAR) or datetime.now(UTC).year)


def years_of(entries: Iterable[object]) -> tuple[int, ...]:
    """The years of the figures that have one, in order, each once."""
    return tuple(sorted({entry.year for entry in entries if isinstance(entry, Cited) and isinstance(entry.year, int)}))


def years_of_figures(company: Company, places: Iterable[str]) -> tuple[int, ...]:
    """Of which years the figures at these places of a company's file are; those without a year are left out."""
    return years_of(entry_at(company, place) for place in places)


def computed_years(company: Company) -> tuple[int, ...]:
    """Of which years the terms are that a plan is computed with; of a historic company its first and last."""
    if company.years is not None:
        return tuple(sorted({company.years.first, company.years.last}))
    return years_of_figures(company, COMPUTED)


def old_years(company: Company) -> tuple[int, ...]:
    """Those of a published company whose newest terms are more than three years old; else none."""
    years = () if company.yours or company.status != "active" else computed_years(company)
    return years if years and this_year() - years[-1] > OLD_AFTER else ()


def span(years: tuple[int, ...]) -> str:
    """The years as files have them: "2009-2020", or "undated"."""
    return "-".join(map(str, sorted({years[0], years[-1]}))) if years else "undated"
