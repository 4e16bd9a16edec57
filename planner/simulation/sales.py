"""Customers and their orders, drawn: whole people come and go, orders come unevenly, and no two are worth the same."""

import numpy as np

from planner.inputs.plan.chance import Chance
from planner.projection.assumptions import Assumptions
from planner.projection.sales import Sales, host_goods_of, project_sales
from planner.simulation.sampling import Array, Factors, Keys, Purpose, Whole, binomial, drawn, normal, poisson


def draw_sales(assumptions: Assumptions, planned: Array, chance: Chance, effort: Array | float, keys: Keys) -> Sales:
    """Sales of some paths. planned: new customers that the plan expects, (horizon + cover + 1, scenarios).

    Goods are ordered before the orders are known: for the customers who are there, and for the new ones as planned.
    What guests of parties order is collected first.
    """
    months = np.arange(assumptions.horizon + 1)[:, None]
    luck = Factors.lognormal(chance.customer_spread)
    mean = planned[: len(months)] * effort * luck.of(keys, Purpose.CUSTOMER_LUCK, months)
    new = poisson(drawn(keys, Purpose.NEW_CUSTOMERS, months), mean)
    new[0] = 0
    closing = np.zeros_like(new)
    for month in range(1, len(months)):
        bits = drawn(keys, Purpose.LEAVING_CUSTOMERS, month)
        left = binomial(bits, closing[month - 1], assumptions.customer_attrition)
        closing[month] = closing[month - 1] - left + new[month]
    each = (assumptions.orders_per_customer * assumptions.season)[: len(months)]
    busy = luck.of(keys, Purpose.ORDER_LUCK, months)
    orders = poisson(drawn(keys, Purpose.ORDERS, months), closing * each * busy)
    at_parties = party_orders(assumptions, effort * busy, keys)
    orders = orders + at_parties
    demand = orders * assumptions.retail_per_order * order_values(orders, chance.order_spread, keys)
    delivered = 1 - assumptions.ship_direct_share
    planned_there = assumptions.party_orders[: len(months)] * assumptions.retail_per_order
    more_at_parties = demand * at_parties / np.maximum(orders, 1) - planned_there
    return Sales(
        new_customers=new.astype(float),
        closing_customers=closing.astype(float),
        orders=orders.astype(float),
        demand=demand,
        direct=demand * assumptions.ship_direct_share,
        forecast=demand * delivered,
        expected=expected_when_ordering(assumptions, planned, closing) + more_at_parties * delivered,
        guest_orders=at_parties.astype(float),
        host_goods=host_goods_of(assumptions, at_parties),
    )


def party_orders(assumptions: Assumptions, luck: Array | float, keys: Keys) -> Whole:
    """What guests of parties order by month, (horizon + 1, paths); luck: what the plan is multiplied by in each."""
    planned = assumptions.party_orders[: assumptions.horizon + 1]
    if not planned.any():
        return np.zeros((len(planned), len(keys)), dtype=np.int64)
    return poisson(drawn(keys, Purpose.PARTY_ORDERS, np.arange(len(planned))[:, None]), planned * luck)


def order_values(orders: Whole, spread: float, keys: Keys) -> Array:
    """What the average order of each month is worth beside the plan's, (months, paths), mean 1.

    spread: of a single order, standard deviation over mean. The more orders, the nearer their average is to 1; it is
    taken as lognormal, as a single one is.
    """
    if spread <= 0:
        return np.ones(orders.shape)
    months = np.arange(len(orders))[:, None]
    variance = np.log1p(spread**2 / np.maximum(orders, 1))
    return np.asarray(np.exp(np.sqrt(variance) * normal(drawn(keys, Purpose.ORDER_VALUE, months)) - variance / 2))


def expected_when_ordering(assumptions: Assumptions, planned: Array, closing: Whole) -> Array:
    """Shop price of the orders of each month and its cover months, as thought at its start, (horizon + 1, paths).

    That of the plan, and for every customer more or fewer than planned at the end of the month before, what one orders
    while they stay.
    """
    plan = project_sales(assumptions, planned)
    months, staying = assumptions.horizon + 1, 1 - assumptions.customer_attrition
    each = assumptions.orders_per_customer * assumptions.season
    while_they_stay = sum(
        staying ** (ahead + 1) * each[ahead : ahead + months] for ahead in range(assumptions.cover_months + 1)
    )
    order = assumptions.retail_per_order * (1 - assumptions.ship_direct_share)
    more = np.zeros((months, closing.shape[1]))
    more[1:] = closing[:-1] - plan.closing_customers[:-1]
    return np.maximum(plan.expected + more * while_they_stay * order, 0.0)
