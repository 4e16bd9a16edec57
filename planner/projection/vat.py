"""VAT (value added tax): prices hold it, and once registered what is in sales is owed less what is in purchases."""

import numpy as np
from numpy.typing import NDArray

from planner.inputs.tax_terms import TaxTerms
from planner.projection.assumptions import Array
from planner.timeline import calendar_month


def registered(terms: TaxTerms, start_month: str, revenue: Array, refunds: Array) -> NDArray[np.bool_]:
    """Whether VAT is charged, by month; revenue, what is charged beside it, and refunds: both (horizon + 1, scenarios).

    Past the threshold: from the month after the one in which a calendar year's sales have passed it, and from then on;
    from the start where those of an earlier year have.
    """
    charged = np.full(revenue.shape, terms.vat_registered == "from_start")
    if terms.vat_registered != "past_threshold" or terms.vat_threshold is None:
        return charged
    if terms.vat_sales_before > terms.vat_threshold:
        return np.ones(revenue.shape, dtype=np.bool_)
    passed = sales_of_the_year(start_month, revenue - refunds) > terms.vat_threshold
    charged[1:] = np.logical_or.accumulate(passed, axis=0)[:-1]
    return charged


def sales_of_the_year(start_month: str, sales: Array) -> Array:
    """Sales since January, by month, (horizon + 1, scenarios)."""
    so_far = np.zeros_like(sales)
    for month, sold in enumerate(sales):
        january = calendar_month(start_month, month).month == 1
        so_far[month] = sold if month == 0 or january else so_far[month - 1] + sold
    return so_far


def goods_rates(terms: TaxTerms, start_month: str, months: int) -> Array:
    """The rate on the goods in each of so many months from month 0, (months, 1)."""
    rates = np.full((months, 1), terms.vat_dated[0][1] if terms.vat_dated else terms.vat_rate)
    for first, rate in terms.vat_dated[1:]:
        rates[[f"{calendar_month(start_month, month):%Y-%m}" >= first for month in range(months)]] = rate
    return rates


def part(charged: NDArray[np.bool_], rate: Array | float) -> Array:
    """Of a price, the part that is VAT where it is charged; nothing where it is not."""
    if not charged.any():
        return np.broadcast_to(0.0, charged.shape)
    return np.where(charged, rate / (1 + rate), 0.0)


def settled(terms: TaxTerms, start_month: str, due: Array) -> Array:
    """VAT as it is paid, or paid back where negative, by month; due: as it arises, both (horizon + 1, scenarios).

    The sum of a period of calendar months is settled so many months after its last; past the horizon it stays owed.
    """
    if not due.any():
        return due
    paid, period = np.zeros_like(due), np.zeros(due.shape[1])
    for month, amount in enumerate(due):
        period = period + amount
        if calendar_month(start_month, month).month % terms.vat_every_months == 0:
            if month + terms.vat_paid_after < len(due):
                paid[month + terms.vat_paid_after] = period
            period = np.zeros(due.shape[1])
    return paid
