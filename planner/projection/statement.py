"""The statement: every line of money by month, cash and profit views, with the sign from line_items."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.line_items import LINE_ITEMS, LineItem
from planner.projection.assumptions import Array


@dataclass(frozen=True, slots=True)
class Statement:
    """Money by line and month, positive magnitudes, each (horizon + 1, scenarios), in the plan's currency.

    spread_fees and spread_expenses: fees and running costs laid over the months they cover, for operating break-even.
    closing_stock_value and commission_receivable: what is owned at the end of the month and is not cash.
    """

    lines: Mapping[str, Array]
    spread_fees: Array
    spread_expenses: Array
    closing_stock_value: Array
    commission_receivable: Array

    def __post_init__(self) -> None:
        expected = {line.name for line in LINE_ITEMS}
        if set(self.lines) != expected:
            raise ValueError(f"statement lines differ from line_items: {expected ^ set(self.lines)}")

    def _sum(self, sign: str, keep: tuple[bool, ...] = (True, False)) -> Array:
        chosen: list[LineItem] = [line for line in LINE_ITEMS if getattr(line, sign) and line.start in keep]
        return np.asarray(sum(getattr(line, sign) * self.lines[line.name] for line in chosen))

    @property
    def net_cash_flow(self) -> Array:
        """Money in less money out during the month."""
        return self._sum("cash")

    @property
    def cumulative_cash_flow(self) -> Array:
        """Running total of net cash flow from month 0."""
        return np.cumsum(self.net_cash_flow, axis=0)

    @property
    def operating_cash_flow(self) -> Array:
        """Net cash flow without the lines of getting started."""
        return self._sum("cash", keep=(False,))

    @property
    def spread_operating_cash_flow(self) -> Array:
        """Operating cash flow with fees and running costs laid over the months they cover."""
        paid = self.lines["company_fees"] + self.lines["operating_expenses"]
        return np.asarray(self.operating_cash_flow + paid - self.spread_fees - self.spread_expenses)

    @property
    def profit(self) -> Array:
        """Revenue and pay earned less the cost of what was sold and used up during the month."""
        return self._sum("profit")
