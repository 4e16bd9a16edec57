"""What the company pays each month of a projection: by its rules, as the months are traded or all in one call; or what
is given.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.compensation.pay import MonthPay, OwnMonth, Payer, PayerOfAllMonths
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions
from planner.projection.given_pay import GivenPay


class Earning:
    """The months of one projection, taken in order."""

    def __init__(self, assumptions: Assumptions, terms: Terms, payer: Payer, given: GivenPay | None) -> None:
        """Nothing is earned yet. given: pay in place of what the payer would pay."""
        self._assumptions, self._terms, self._payer, self._given = assumptions, terms, payer, given
        self.is_asked = assumptions.buys_to_qualify == "while_it_pays" and given is None  # what a month would pay
        self._pays: list[MonthPay] = []
        self._own: list[OwnMonth] = []
        self._active: list[NDArray[np.bool_]] = []

    def add(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> None:
        """A month is over; active: whether the distributor has what the company asks for, (scenarios,)."""
        if self._given is not None:
            self._pays.append(self._given.of_month(month, self._assumptions.scenarios))
        elif self._at_once:
            self._own.append(own)
            self._active.append(active)
        else:
            self._pays.append(self._payer(month, own, active))

    def would_be(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> Array:
        """What the month that was just added would pay, had the distributor's own been this, (scenarios,)."""
        would = self._payer.would_pay(month, own, active)
        return np.asarray(would.on_own + would.on_team) * float(self._terms.pays_in(month))

    def months(self) -> tuple[MonthPay, ...]:
        """Every month, once they are all through."""
        if self._given is not None:
            return tuple(self._pays)
        by_rules = self._pays
        if self._at_once and isinstance(self._payer, PayerOfAllMonths):
            by_rules = self._payer.all_months(self._own, self._active)
        return as_paid(by_rules, self._assumptions, self._terms)

    @property
    def _at_once(self) -> bool:
        """Whether no month waits for the pay of another."""
        return not self.is_asked and isinstance(self._payer, PayerOfAllMonths)


def as_paid(by_rules: Sequence[MonthPay], assumptions: Assumptions, terms: Terms) -> tuple[MonthPay, ...]:
    """What rules pay each month as it is paid: as goods cost by then, all pay being a rate of value; none where the
    company no longer paid by its rules. Points and ranks are as they would be.
    """
    level = np.where([[terms.pays_in(month)] for month in range(len(by_rules))], assumptions.price_level, 0.0)
    unchanged = (level == 1).all(axis=-1)
    return tuple(pay if unchanged[month] else pay.times(level[month]) for month, pay in enumerate(by_rules))
