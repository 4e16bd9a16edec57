"""Stock: what is ordered, sold, used up, lost and left on the shelf, in goods; and what it cost."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.projection.assumptions import Array, Assumptions
from planner.projection.sales import Sales


@dataclass(frozen=True, slots=True)
class Inventory:
    """Goods at shop price, (horizon + 1, scenarios), by month.

    purchased: at its start, month 0 holding the opening stock. qualifying: bought at its end only to be paid, of which
    used_up goes to own use at once and the rest to the shelf. spoiled: at its start, past shelf life, out of season or
    lost; expired: the first of them. returned: refunded goods back on the shelf. sold, own_use, samples: taken from the
    shelf during it. waiting: orders that no goods were there for, at its end, which the next months serve; lost: those
    of them that did not wait, during it. closing: left at its end.
    """

    purchased: Array
    qualifying: Array
    used_up: Array
    expired: Array
    spoiled: Array
    returned: Array
    sold: Array
    own_use: Array
    samples: Array
    waiting: Array
    lost: Array
    closing: Array


def bought_by_customers(
    goods: Inventory, direct: Array, months: NDArray[np.bool_] | None = None, *, on_sales: bool
) -> Array:
    """Of all own goods that gave points, the part that customers bought, (scenarios,).

    What is still on the shelf at the end is not sold. 1 where no own goods gave points: there is no pay on them.
    direct: orders that the company sends, as the goods. months: which of them count, (horizon + 1, scenarios); all
    without it. on_sales: whether goods give points when they leave the shelf, not when they are bought.
    """
    if on_sales:
        counted = goods.sold + goods.own_use + goods.qualifying + direct
    else:
        counted = goods.purchased + goods.qualifying + direct
    there = True if months is None else months
    bought, counted = (np.sum(each, axis=0, where=there) for each in (goods.sold + direct, counted))
    return np.asarray(np.where(counted > bought, bought / np.where(counted > bought, counted, 1.0), 1.0))


class Shelf:
    """The shelf of one projection, taken through its months in order; the oldest goods go first.

    Each step takes the month and the share of the shop price that is paid at its start, (scenarios,).
    """

    def __init__(self, assumptions: Assumptions, sales: Sales) -> None:
        """sales: what is to be delivered and given to hosts, and what is expected of it when goods are ordered."""
        self._given, self._sales = assumptions, sales
        shape = (assumptions.horizon + 1, assumptions.scenarios)
        self._goods = {name: np.zeros(shape) for name in Inventory.__slots__}
        self._came = np.zeros(shape)  # all goods that ever came in, up to the month
        self._went = np.zeros(shape)
        self._no_stock = np.broadcast_to(assumptions.ship_direct_share >= 1, shape[1:])
        self._some_without_stock = bool(self._no_stock.any())
        sellable = (1 - assumptions.out_of_season) * (1 - assumptions.spoilage_share)
        self._spoiling = 1 - sellable  # of the goods on the shelf that are not too old, by month
        self._comes_back = assumptions.refund_share * assumptions.returned_to_shelf

    def open(self, goods: Array) -> None:
        """The opening stock, at launch."""
        self._goods["purchased"][0] = self._goods["closing"][0] = self._came[0] = goods

    def order(self, month: int, share: Array, demanded: Array) -> None:
        """Start of the month: what is too old, out of season or lost goes, refunds come back, and the order arrives.

        Then the orders of the month are served and those that wait, as far as goods are there.
        demanded: the order that the company asks for, at shop price, which what is needed anyway counts towards.
        """
        given, goods = self._given, self._goods
        opening = goods["closing"][month - 1]
        expired = np.minimum(self._too_old(month), opening)
        spoiled = expired + self._spoiling[month] * (opening - expired)
        returned = self._comes_back * goods["sold"][month - 1]
        own, samples = given.own_use / share, given.samples / share
        waited = goods["waiting"][month - 1]
        wanted = self._sales.expected[month] + waited + own + samples + self._sales.host_goods[month]
        there = opening - spoiled + returned
        needed = np.maximum(wanted - there, 0.0)
        # What only rounding lacks, beside all goods that ever came, is no reason for a smallest order.
        wants = needed > NEARLY * (wanted + self._came[month - 1])
        needed = np.where(wants, np.maximum(needed, given.minimum_order / share), needed)
        standing = np.where(month >= given.standing_order_from, given.standing_order / share, 0.0)
        purchased = np.maximum(needed, np.maximum(standing, demanded))
        available = there + purchased
        to_serve = self._sales.forecast[month] + waited
        hosts = np.minimum(self._sales.host_goods[month], available)  # promised with the party, so that they come first
        sold = np.minimum(to_serve, available - hosts)
        if self._some_without_stock:
            own = own + np.where(self._no_stock, purchased - needed, 0.0)
        own = np.minimum(own, available - hosts - sold)
        samples = hosts + np.minimum(samples, available - hosts - sold - own)
        self._keep(month, purchased=purchased, spoiled=spoiled, returned=returned, sold=sold, own_use=own)
        self._keep(month, expired=expired, samples=samples, closing=np.maximum(available - sold - own - samples, 0.0))
        self._came[month] = self._came[month - 1] + returned + purchased
        short = to_serve - sold
        short = np.where(short > NEARLY * (to_serve + self._came[month]), short, 0.0)  # rounding keeps nobody waiting
        self._keep(month, waiting=short * (1 - given.share_lost), lost=short * given.share_lost)
        self._went[month] = self._went[month - 1] + spoiled + sold + own + samples

    def qualify(self, month: int, bought: Array, *, used_up: bool) -> None:
        """End of the month: goods bought only to be paid, (scenarios,). used_up: whether they go to own use at once."""
        used = bought if used_up else np.where(self._no_stock, bought, 0.0)
        self._keep(month, qualifying=bought, used_up=used)
        self._goods["closing"][month] += bought - used
        self._came[month] += bought - used

    def placed(self, month: int) -> Array:
        """All goods that are bought in the month, at shop price, those to be paid among them."""
        return np.asarray(self._goods["purchased"][month] + self._goods["qualifying"][month])

    def sold(self, month: int) -> Array:
        """Goods of the month that customers got from the shelf, at shop price."""
        return np.asarray(self._goods["sold"][month])

    def moved(self, month: int, *, on_sales: bool) -> Array:
        """Goods of the month that own points rest on, but for direct orders and what is bought only to be paid."""
        goods = self._goods
        return np.asarray(goods["sold"][month] + goods["own_use"][month] if on_sales else goods["purchased"][month])

    def inventory(self) -> Inventory:
        """Every month, once they are all through."""
        return Inventory(**self._goods)

    def _too_old(self, month: int) -> Array:
        """What came in so long ago that it can no longer be sold, and has not gone."""
        life = self._given.shelf_life_months
        bought_until = -1 if life is None else month - life - 1
        if bought_until < 0:
            return np.zeros(self._came.shape[1])
        return np.asarray(np.maximum(self._came[bought_until] - self._went[month - 1], 0.0))

    def _keep(self, month: int, **amounts: Array) -> None:
        for name, amount in amounts.items():
            self._goods[name][month] = amount


@dataclass(frozen=True, slots=True)
class StockCost:
    """The goods of an inventory at what the distributor paid, (horizon + 1, scenarios), at average cost.

    purchases and qualifying: as paid, VAT in it. All else is without the VAT that is got back: returned is worth what
    the same goods left at the month before; own_use holds what was bought only to be paid and used up.
    """

    purchases: Array
    qualifying: Array
    cost_of_goods_sold: Array
    returned: Array
    spoiled: Array
    own_use: Array
    samples: Array
    closing_value: Array


def cost_stock(inventory: Inventory, share: Array, kept: Array, returns: Array) -> StockCost:
    """Put the distributor's price on the goods.

    share: what is paid for goods of 1 at the shop price of the launch.
    kept: of what is paid, what is a cost after VAT is got back; both by month,
    (horizon + 1, scenarios). returns: of the goods sold in a month, the share that is back on the shelf the next.
    """
    net = share * kept
    opening = np.concatenate([np.zeros_like(inventory.closing[:1]), inventory.closing[:-1]])
    goods = opening - inventory.spoiled + inventory.returned + inventory.purchased
    leaving = {name: share_of(getattr(inventory, name), goods) for name in ("sold", "own_use", "samples")}
    spoiling = share_of(inventory.spoiled, opening)
    bought, kept_to_qualify = inventory.purchased * net, (inventory.qualifying - inventory.used_up) * net
    cost = {name: np.zeros_like(inventory.sold) for name in (*leaving, "returned", "spoiled")}
    value = np.zeros_like(inventory.sold)
    value[0] = bought[0]
    for month in range(1, len(value)):
        spoiled = cost["spoiled"][month] = value[month - 1] * spoiling[month]
        returned = cost["returned"][month] = cost["sold"][month - 1] * returns
        left = held = value[month - 1] - spoiled + returned + bought[month]
        for name, part in leaving.items():
            cost[name][month] = held * part[month]
            left = left - cost[name][month]
        value[month] = left + kept_to_qualify[month]
    return StockCost(
        purchases=inventory.purchased * share,
        qualifying=inventory.qualifying * share,
        cost_of_goods_sold=cost["sold"],
        returned=cost["returned"],
        spoiled=cost["spoiled"],
        own_use=cost["own_use"] + inventory.used_up * net,
        samples=cost["samples"],
        closing_value=value,
    )


def share_of(part: Array, whole: Array) -> Array:
    """The part that it is of the whole, at most all of it; nothing of nothing."""
    share = np.divide(part, whole, out=np.zeros(np.shape(whole)), where=whole > 0)
    return np.minimum(share, 1.0, out=share)
