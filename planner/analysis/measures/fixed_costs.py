"""What a month costs whatever is sold, at the prices of the last month, as the order that is to cover it."""

import numpy as np

from planner.inputs.plan.plan import Plan
from planner.projection.assumptions import Array
from planner.projection.engine import Projection
from planner.projection.inventory import share_of
from planner.projection.plan_assumptions import spread_running_costs
from planner.projection.vat import goods_rates, part


def fixed_costs_a_month(plan: Plan, projection: Projection) -> float:
    """Average of a trading month: fees, running costs, goods bought only to be paid with freight, less VAT got back.

    At the prices of the last month, where prices rise, since an order of that month is set beside it. Freight and tax
    of an order are shared among its goods by what they cost.
    """
    statement, given, orders = projection.statement, projection.assumptions, projection.terms.orders
    charges, prices = (since(level)[1:, 0] for level in (given.cost_level, given.price_level))
    charged = statement.vat_charged[1:, 0]
    # What parties cost an order bears.
    running = spread_running_costs(plan, given.cost_level[-1, 0])[1:, 0] - given.party_costs[1:, 0] * charges
    bought = statement.lines["qualifying_purchases"][1:, 0]
    extra = share_of(bought, bought + statement.lines["inventory_purchases"][1:, 0])
    freight, ahead = (extra * statement.lines[name][1:, 0] for name in ("freight", "tax_on_goods"))
    freight = freight * (charges if orders.freight_steps else prices)
    net = (running + statement.spread_fees[1:, 0] * charges + freight) * (
        1 - part(charged, given.tax.vat_rate_on_costs)
    )
    rates = goods_rates(given.tax, given.start_month, len(charged) + 1)[1:, 0]
    net = net + (bought * (1 - part(charged, rates)) + ahead) * prices
    return float(net.mean())


def since(level: Array) -> Array:
    """What prices of each month have risen to by the last, in the shape of the level."""
    return np.asarray(level[-1] / level)
