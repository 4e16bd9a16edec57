"""The statement: every line of money by month, cash and profit views, with the sign from line_items."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.line_items import LINE_ITEMS
from planner.projection.assumptions import Array


def total(lines: Mapping[str, Array], view: str, keep: tuple[bool, ...] = (True, False)) -> Array:
    """The lines that are there, with their signs in a view ("cash" or "profit"); keep: of start lines and of others."""
    chosen = [line for line in LINE_ITEMS if getattr(line, view) and line.start in keep and line.name in lines]
    summed = np.zeros(np.broadcast_shapes(*(lines[line.name].shape for line in chosen)))
    for line in chosen:
        if any(lines[line.name].strides) or lines[line.name].any():  # or it is one number for all, and that is 0
            (np.add if getattr(line, view) > 0 else np.subtract)(summed, lines[line.name], out=summed)
    return summed


@dataclass(frozen=True)  # without slots, for what is computed once
class Statement:
    """Money by line and month, positive magnitudes, each (horizon + 1, scenarios), in the plan's currency.

    spread_fees and spread_expenses: fees and running costs laid over the months they cover, for operating break-even.
    vat_charged: whether the distributor charges VAT; vat_due: VAT as it arises, negative where more is got back. What
    is owned or owed at the end of the month and is not cash: closing_stock_value, commission_receivable,
    margin_receivable; refunds_to_come of what was sold in the month, with sales tax that the state does not give back,
    less the VAT and the tax that they take back; vat_owed, tax_owed, loan_balance, card_balance. cash_balance: own
    money and loan, with everything that came and went; below zero once they and the card are used up.
    """

    lines: Mapping[str, Array]
    spread_fees: Array
    spread_expenses: Array
    vat_charged: NDArray[np.bool_]
    vat_due: Array
    closing_stock_value: Array
    commission_receivable: Array
    margin_receivable: Array
    refunds_to_come: Array
    vat_owed: Array
    tax_owed: Array
    loan_balance: Array
    card_balance: Array
    cash_balance: Array

    def __post_init__(self) -> None:
        expected = {line.name for line in LINE_ITEMS}
        if set(self.lines) != expected:
            raise ValueError(f"statement lines differ from line_items: {expected ^ set(self.lines)}")

    @cached_property
    def net_cash_flow(self) -> Array:
        """Money in less money out during the month."""
        return total(self.lines, "cash")

    @cached_property
    def cumulative_cash_flow(self) -> Array:
        """Running total of net cash flow from month 0."""
        return np.cumsum(self.net_cash_flow, axis=0)

    @property
    def to_come(self) -> Array:
        """Pay and margin earned and not yet received, less refunds that are still to come on what was sold."""
        return self.commission_receivable + self.margin_receivable - self.refunds_to_come

    @property
    def owed(self) -> Array:
        """Tax and VAT not yet paid; negative where the state owes."""
        return self.tax_owed + self.vat_owed

    @cached_property
    def result(self) -> Array:
        """What all comes to after each month, were nothing more sold: cash, what is still to come, less what is owed.

        Goods on the shelf are not in it. When pay arrives changes it only through interest.
        """
        return self.cumulative_cash_flow + self.to_come - self.owed

    @property
    def trading_result(self) -> Array:
        """The result with goods counted when they are sold, and without what it cost to get started."""
        return self.result + self.closing_stock_value - np.cumsum(total(self.lines, "profit", keep=(True,)), axis=0)

    @property
    def operating_cash_flow(self) -> Array:
        """Net cash flow without the lines of getting started."""
        return total(self.lines, "cash", keep=(False,))

    @property
    def spread_operating_cash_flow(self) -> Array:
        """Operating cash flow, fees and running costs laid over the months they cover, VAT and tax as they arise."""
        lines = self.lines
        paid = lines["company_fees"] + lines["operating_expenses"] + lines["tax_paid"]
        paid = paid + lines["vat_paid"] - lines["vat_refunded"]
        borne = self.spread_fees + self.spread_expenses + lines["tax_accrued"] + self.vat_due
        return np.asarray(self.operating_cash_flow + paid - borne)

    @property
    def profit(self) -> Array:
        """Revenue and pay earned less the cost of what was sold and used up during the month."""
        return total(self.lines, "profit")
