"""Tax on profit: it accrues with the profit of the calendar year so far, and is paid in its month of the next year."""

import numpy as np

from planner.inputs.tax_terms import TaxTerms
from planner.projection.assumptions import Array
from planner.timeline import calendar_month

DECEMBER = 12


def tax_on(terms: TaxTerms, profit: Array, year: int) -> Array:
    """Contributions and income tax of a year with so much taxable profit, (scenarios,).

    Of a loss nothing, or below zero what it saves on other income. year: of the plan's calendar years, from 0.
    """
    taxable = np.maximum(profit, 0.0)
    contributions = contributions_on(terms, taxable)
    income = np.maximum(taxable - terms.deductible_share * contributions - terms.income_deduction, 0.0)
    return np.asarray(contributions + terms.income_share * (income - loss_used(terms, -profit, year)))


def loss_used(terms: TaxTerms, loss: Array, year: int) -> Array:
    """Of a year's loss, earlier ones carried in it, what lowers other income; nothing of what is no loss."""
    if not terms.losses_lower_other_income or (terms.losses_years is not None and year >= terms.losses_years):
        return np.zeros_like(loss)
    return np.clip(loss, 0.0, terms.losses_most)


def contributions_on(terms: TaxTerms, taxable: Array) -> Array:
    """Contributions of a year with so much taxable profit, never below zero, less their reduction, (scenarios,)."""
    base = taxable * terms.base_share
    reduced = np.zeros_like(taxable)
    if terms.reduction is not None:
        due, most = base > terms.reduction.floor, terms.reduction.most
        base = np.where(
            due, np.minimum(taxable * terms.reduction.base_share, (taxable + most) * terms.base_share), base
        )
        reduced = np.where(due, np.minimum(terms.reduction.share * base, most), 0.0)
    contributions = -reduced
    for contribution in terms.contributions:
        capped = base if contribution.cap is None else np.minimum(base, contribution.cap)
        contributions = contributions + np.where(base >= contribution.floor, contribution.rate * capped, 0.0)
    return np.asarray(contributions)


class TaxAccount:
    """What the tax of the year has come to so far, and what is still to be paid, or got back, for the year before.

    Months are taken in order: `to_pay`, then `accrue`.
    """

    def __init__(self, terms: TaxTerms, start_month: str, scenarios: int) -> None:
        """Nothing is owed and no loss is carried at the start."""
        self._terms, self._start_month = terms, start_month
        self._profit, self._accrued, self._unpaid, self._losses = (np.zeros(scenarios) for _ in range(4))
        self._year = 0

    def to_pay(self, month: int) -> Array:
        """The tax of the year before, in the month in which it is paid; else nothing."""
        if calendar_month(self._start_month, month).month != self._terms.paid_in:
            return np.zeros_like(self._unpaid)
        paid, self._unpaid = self._unpaid, np.zeros_like(self._unpaid)
        return paid

    def accrue(self, month: int, profit: Array) -> Array:
        """What the month's taxable profit adds to the year's tax; negative where it takes from it."""
        self._profit = self._profit + profit
        tax = tax_on(self._terms, self._profit - self._losses, self._year)
        added, self._accrued = tax - self._accrued, tax
        if calendar_month(self._start_month, month).month == DECEMBER:
            self._close_year()
        return np.asarray(added)

    def would_add(self, profit: Array) -> Array:
        """What so much taxable profit in the month to come would add to the tax; nothing of it is kept."""
        return np.asarray(tax_on(self._terms, self._profit + profit - self._losses, self._year) - self._accrued)

    def _close_year(self) -> None:
        self._unpaid = self._unpaid + self._accrued
        if self._terms.carries_losses:
            left = np.maximum(self._losses - self._profit, 0.0)
            self._losses = left - loss_used(self._terms, left, self._year)
        self._year += 1
        self._profit, self._accrued = np.zeros_like(self._profit), np.zeros_like(self._accrued)
