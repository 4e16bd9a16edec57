"""Stock: what is ordered, sold and left on the shelf."""

from dataclasses import dataclass

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class Inventory:
    """Goods at shop price, (horizon + 1, scenarios): purchased at the start of the month, sold in it, closing at its
    end.

    Month 0 holds the opening stock as a purchase.
    """

    purchased: Array
    sold: Array
    closing: Array


@dataclass(frozen=True, slots=True)
class StockCost:
    """The same goods at what the distributor paid, (horizon + 1, scenarios); stock is valued at its average cost."""

    purchases: Array
    cost_of_goods_sold: Array
    closing_value: Array


def project_inventory(assumptions: Assumptions, opening: Array, demand: Array) -> Inventory:
    """Order this month's and the next cover months' forecast, less what is on the shelf; sell what is there.

    opening: goods at shop price bought at launch, (scenarios,). demand: (horizon + cover + 1, scenarios).
    """
    months, cover = assumptions.horizon, assumptions.cover_months
    shape = (months + 1, assumptions.scenarios)
    purchased, sold, closing = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    purchased[0] = closing[0] = opening
    for month in range(1, months + 1):
        wanted = demand[month : month + cover + 1].sum(axis=0)
        purchased[month] = np.maximum(wanted - closing[month - 1], 0.0)
        available = closing[month - 1] + purchased[month]
        sold[month] = np.minimum(demand[month], available)
        closing[month] = available - sold[month]
    return Inventory(purchased, sold, closing)


def wholesale_share(price_steps: tuple[tuple[float, float], ...], personal_volume: Array) -> Array:
    """Share of the shop price paid by month, by the points bought until the month before, (horizon + 1, scenarios)."""
    before = np.zeros_like(personal_volume)
    before[1:] = np.cumsum(personal_volume, axis=0)[:-1]
    step = np.searchsorted([points for points, _ in price_steps], before + NEARLY, side="right") - 1
    return np.array([share for _, share in price_steps])[step]


def cost_stock(inventory: Inventory, share: Array) -> StockCost:
    """Put the distributor's price on the goods; share: of the shop price, by month, (horizon + 1, scenarios)."""
    purchases = inventory.purchased * share
    cost, value = np.zeros_like(purchases), np.zeros_like(purchases)
    value[0] = purchases[0]
    for month in range(1, len(purchases)):
        held = value[month - 1] + purchases[month]
        goods = inventory.closing[month - 1] + inventory.purchased[month]
        cost[month] = held * inventory.sold[month] / np.maximum(goods, 1e-300)
        value[month] = held - cost[month]
    return StockCost(purchases, cost, value)
