"""Customers and what they order."""

from dataclasses import dataclass

import numpy as np

from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class Sales:
    """Customers at the end of each month, and what they order in it.

    closing_customers and new_customers: people, (horizon + 1, scenarios). orders: number. demand: shop price of the
    goods ordered, before discount, (horizon + cover + 1, scenarios), the months past the horizon being forecast only.
    """

    new_customers: Array
    closing_customers: Array
    orders: Array
    demand: Array


def project_sales(assumptions: Assumptions) -> Sales:
    """closing = opening * (1 - attrition) + new; everyone there at the end of the month orders in it."""
    new = assumptions.new_customers
    months = len(new)
    closing = np.zeros((months, assumptions.scenarios))
    staying = 1 - assumptions.customer_attrition
    for month in range(1, months):
        closing[month] = closing[month - 1] * staying + new[month]
    orders = closing * assumptions.orders_per_customer
    end = assumptions.horizon + 1
    return Sales(
        new_customers=np.broadcast_to(new[:end], (end, assumptions.scenarios)),
        closing_customers=closing[:end],
        orders=orders[:end],
        demand=orders * assumptions.retail_per_order,
    )
