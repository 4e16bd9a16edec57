"""Customers and what they order."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class Sales:
    """Customers at the end of each month, and what they order in it.

    closing_customers and new_customers: people, (horizon + 1, scenarios). orders: number. demand: shop price of the
    goods ordered, before discount, (horizon + 1, scenarios); direct: the part of it that the company sends and is paid
    for. forecast: shop price of the orders that the distributor delivers, (horizon + cover + 1, scenarios), the months
    past the horizon being forecast only. expected: of the orders to deliver in a month and the cover months after it,
    what is thought at its start, when the goods for them are ordered; (horizon + 1, scenarios), month 0 unused.
    What guests of this month's parties order is known by then; guest_orders: how many orders that is, (horizon + 1,
    scenarios). host_goods: that hosts get in a month, at shop price, the same.
    """

    new_customers: Array
    closing_customers: Array
    orders: Array
    demand: Array
    direct: Array
    forecast: Array
    expected: Array
    guest_orders: Array
    host_goods: Array

    def columns(self, chosen: NDArray[np.intp]) -> "Sales":
        """Those of some scenarios, in that order."""
        return Sales(*(getattr(self, name).take(chosen, axis=1) for name in self.__slots__))


def project_sales(assumptions: Assumptions, new_customers: Array) -> Sales:
    """closing = opening * (1 - attrition) + new; everyone there at the end of the month orders in it, by its season,
    and guests of parties order once.

    new_customers: (horizon + cover + 1, scenarios).
    """
    closing = np.zeros_like(new_customers)
    staying = 1 - assumptions.customer_attrition
    for month in range(1, len(closing)):
        closing[month] = closing[month - 1] * staying + new_customers[month]
    orders = closing * assumptions.orders_per_customer * assumptions.season + assumptions.party_orders
    demand = orders * assumptions.retail_per_order
    end = assumptions.horizon + 1
    guest_orders = np.broadcast_to(assumptions.party_orders, orders.shape)[:end]
    forecast = demand * (1 - assumptions.ship_direct_share)
    return Sales(
        new_customers=new_customers[:end],
        closing_customers=closing[:end],
        orders=orders[:end],
        demand=demand[:end],
        direct=demand[:end] * assumptions.ship_direct_share,
        forecast=forecast,
        expected=within_cover(forecast, assumptions.cover_months),
        guest_orders=guest_orders,
        host_goods=np.broadcast_to(host_goods_of(assumptions, guest_orders), guest_orders.shape),
    )


def host_goods_of(assumptions: Assumptions, party_orders: NDArray[np.floating] | NDArray[np.integer]) -> Array:
    """Goods at shop price that hosts get of so many orders at parties."""
    return np.asarray(party_orders * assumptions.retail_per_order * assumptions.host_credit)


def within_cover(forecast: Array, cover_months: int) -> Array:
    """What each month and the cover months after it come to; forecast: (horizon + cover + 1, scenarios)."""
    first = np.arange(len(forecast) - cover_months)[:, None]
    return np.asarray(forecast[first + np.arange(cover_months + 1)].sum(axis=1))
