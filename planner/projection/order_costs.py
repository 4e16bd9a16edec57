"""What is paid for an order of goods beside the goods: fee, freight, and tax that is paid ahead."""

from dataclasses import dataclass

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.inputs.order_terms import OrderTerms
from planner.line_items import CENT
from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class OrderCosts:
    """On top of the goods, in money; shaped as what the goods cost."""

    fee: Array
    freight: Array
    tax: Array

    @property
    def together(self) -> Array:
        """All of it."""
        return np.asarray(self.fee + self.freight + self.tax)


def order_costs(
    orders: OrderTerms,
    assumptions: Assumptions,
    cost: Array,
    goods: Array,
    prices: Array | float = 1.0,
    charges: Array | float = 1.0,
) -> OrderCosts:
    """What one order costs beside its goods, each month's being one; nothing where nothing is ordered.

    cost: what the goods cost at the prices of the launch; goods: the same at shop price. (scenarios,) or by month
    before it. Freight is the company's where it states some, else the plan's share. prices, charges: what shop prices,
    and amounts that are charged, have risen to; the steps of a table of freight rise with the prices.
    """
    placed = cost >= CENT
    if orders.freight_steps:
        begins, amounts = np.array(orders.freight_steps).T
        freight = np.where(placed, amounts[np.searchsorted(begins, cost + NEARLY, side="right") - 1], 0.0) * charges
    else:
        share = assumptions.freight_share if orders.freight_share is None else orders.freight_share
        freight = share * cost * prices
    return OrderCosts(
        fee=np.where(placed, orders.fee, 0.0) * charges,
        freight=freight + orders.freight_on_top * cost * prices,
        tax=(orders.tax_on_paid * cost + orders.tax_on_shop_price * goods) * prices,
    )
