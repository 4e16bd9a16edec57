"""Own money, a loan and a card: interest, tax, and how the month is paid for."""

from dataclasses import dataclass

import numpy as np
import numpy_financial as npf

from planner.projection.assumptions import Array, Assumptions
from planner.projection.income_tax import TaxAccount


@dataclass(frozen=True, slots=True)
class Funding:
    """Money beside trading, (horizon + 1, scenarios): interest, tax_accrued and tax_paid during the month, the rest at
    its end.

    tax_to_come: what the profit that is still to come adds to the tax, negative where it takes from it.
    cash_balance: below zero once own money, loan and card are used up. tax_owed: accrued and not paid.
    """

    interest: Array
    tax_accrued: Array
    tax_paid: Array
    tax_to_come: Array
    loan_balance: Array
    card_balance: Array
    cash_balance: Array

    @property
    def tax_owed(self) -> Array:
        """Tax accrued and not paid at the end of the month."""
        return np.asarray(np.cumsum(self.tax_accrued - self.tax_paid, axis=0))


def project_funding(assumptions: Assumptions, cash: Array, taxable: Array, to_come: Array) -> Funding:
    """The month's cash and taxable profit, both before interest and tax, (horizon + 1, scenarios), are paid for.

    to_come: taxable profit of the month after, were nothing more sold from then on.

    Interest is a twelfth of the nominal rate on what was owed at the end of the month before. Where the cash would fall
    below zero the card draws, up to its limit; from what is above zero it is paid off.
    """
    tax = TaxAccount(assumptions.tax, assumptions.start_month, assumptions.scenarios)
    loan = loan_balances(assumptions)
    interest, accrued, paid, later, card, balance = (np.zeros_like(cash) for _ in range(6))
    interest[1:] = loan[:-1] * assumptions.loan_annual_rate / 12
    taxed = assumptions.tax.on_profit
    something_to_come = to_come.any() or assumptions.tax.losses_lower_other_income  # some may be carried into January
    for month in range(len(cash)):
        before = month - 1
        if month:
            interest[month] += card[before] * assumptions.card_annual_rate / 12
            money = balance[before] + loan[month] - loan[before]
            owed = card[before]
        else:
            money, owed = assumptions.own_cash + assumptions.loan, np.zeros(assumptions.scenarios)
        if taxed:
            paid[month] = tax.to_pay(month)
            accrued[month] = tax.accrue(
                month, taxable[month] - (interest[month] if assumptions.tax.costs_deductible else 0)
            )
            later[month] = tax.would_add(to_come[month]) if something_to_come else 0.0
        money = money + cash[month] - interest[month] - paid[month]
        drawn = np.minimum(np.maximum(-money, -owed), np.maximum(assumptions.card_limit - owed, 0.0))
        card[month], balance[month] = owed + drawn, money + drawn
    return Funding(interest, accrued, paid, later, loan, card, balance)


def loan_balances(assumptions: Assumptions) -> Array:
    """What is owed on the loan at the end of each month, paid back by an annuity, (horizon + 1, scenarios)."""
    owed = np.zeros((assumptions.horizon + 1, assumptions.scenarios))
    if not assumptions.loan.any():
        return owed
    rate = np.broadcast_to(assumptions.loan_annual_rate / 12, assumptions.scenarios)
    loan = np.broadcast_to(assumptions.loan, assumptions.scenarios)
    payment = -npf.pmt(rate, assumptions.loan_months, loan)
    owed[0] = loan
    for month in range(1, min(assumptions.horizon, assumptions.loan_months - 1) + 1):
        owed[month] = np.maximum(owed[month - 1] * (1 + rate) - payment, 0.0)
    return owed
