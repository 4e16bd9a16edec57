"""What customers pay for others beside the price: shipping and order fees, and sales tax; collected and handed on."""

from dataclasses import dataclass

import numpy as np

from planner.inputs.order_terms import OrderTerms
from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class SalesTax:
    """Sales tax by month, (horizon + 1, scenarios).

    collected: from customers, on what they pay for goods. made_up: of it, what was paid ahead on the goods sold, which
    the distributor keeps; handed_on: all else, what refunds give back to customers among it.
    """

    collected: Array
    made_up: Array
    handed_on: Array


def charges(assumptions: Assumptions, delivered: Array) -> dict[str, Array]:
    """The lines of what is charged beside the price of orders that are brought out; delivered: how many, by month."""
    if not assumptions.charged_per_order.any():
        return dict.fromkeys(("charges", "charges_handed_on"), np.broadcast_to(0.0, delivered.shape))
    charged = assumptions.charged_per_order * delivered * assumptions.cost_level
    return {"charges": charged, "charges_handed_on": assumptions.handed_on_share * charged}


def sales_tax(assumptions: Assumptions, orders: OrderTerms, revenue: Array, sold: Array, cost: Array) -> SalesTax:
    """Tax on a month's sales, handed on in the month but for what the company took ahead on the same goods.

    A refund of the month after gives the customer the tax back. The state gives it back in the same month; what had
    been paid ahead it does not, since the goods are there to be sold again. revenue: what customers paid, sold: the
    goods of it at the shop price of the month, cost: at average cost.
    """
    if not assumptions.sales_tax_rate.any():
        nothing = np.broadcast_to(0.0, revenue.shape)
        return SalesTax(nothing, nothing, nothing)
    collected = assumptions.sales_tax_rate * revenue
    made_up = np.minimum(collected, orders.tax_on_paid * cost + orders.tax_on_shop_price * sold)
    undone = np.zeros_like(made_up)
    undone[1:] = assumptions.refund_share * made_up[:-1]
    return SalesTax(collected, made_up, collected - made_up + undone)
