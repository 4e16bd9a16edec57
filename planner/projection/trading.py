"""Trading, month by month: goods are ordered and sold, volumes arise, the company pays on them.

Stock and pay go together, since goods may be bought only to be paid, and prices follow the points bought before.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.activity import LONGEST
from planner.compensation.pay import MonthPay, OwnMonth, Payer
from planner.compensation.ranks import NEARLY
from planner.inputs.standing_order import StandingOrder
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions
from planner.projection.earning import Earning
from planner.projection.given_pay import GivenPay
from planner.projection.inventory import Inventory, Shelf
from planner.projection.order_costs import order_costs
from planner.projection.own_activity import OwnActivity
from planner.projection.price import Price, PriceSteps
from planner.projection.sales import Sales


@dataclass(frozen=True, slots=True)
class Trading:
    """What was traded and earned, (horizon + 1, scenarios).

    wholesale_share: of the shop price, what the distributor paid for the goods of the month. personal_volume: own
    points of the month, and personal_value the commissionable money of the same goods. lacking: goods at shop price
    that own points fell short of what the company asks for, bought or not. pays: one a month, as goods cost by then.
    """

    inventory: Inventory
    wholesale_share: Array
    personal_volume: Array
    personal_value: Array
    lacking: Array
    pays: tuple[MonthPay, ...]


def project_trading(
    assumptions: Assumptions, terms: Terms, sales: Sales, payer: Payer, given: GivenPay | None = None
) -> Trading:
    """Every month in order: price, order and sale, what is bought only to be paid, volumes, pay.

    given: pay, and what is bought for it, in place of what the company's rules come to on the team's volumes.
    Prices that rise change money alone: goods are counted at the shop price of the launch, and amounts that are stated
    as goods cost rise with them, so that goods, points and ranks are those of unchanged prices.
    """
    months = assumptions.horizon + 1
    shelf = Shelf(assumptions, sales)
    points, order = own_points(assumptions, terms), terms.standing_order
    share, volume, value, moved = (np.zeros((months, assumptions.scenarios)) for _ in range(4))
    earning = Earning(assumptions, terms, payer, given)
    bought_so_far = nothing = np.zeros(assumptions.scenarios)
    would_be_paid = nothing  # last month, had own points been enough
    activity, lacking = OwnActivity(terms, months, assumptions.scenarios), np.zeros_like(share)
    charges = assumptions.cost_level / assumptions.price_level  # beside the prices of the month
    everyone, customers = np.ones(assumptions.scenarios, dtype=bool), customers_who_ordered(sales)
    steps = PriceSteps.of_month(assumptions, terms, 0)
    for month in range(months):
        if month and terms.price_steps_in(month) != terms.price_steps_in(month - 1):
            steps = PriceSteps.of_month(assumptions, terms, month)
        price = Price.after(steps, bought_so_far)
        asked = order.goods(price.at_start, points) if order.asked_in(month) else nothing
        if month == 0:
            shelf.open(opening_goods(assumptions, terms, price, points))
        else:
            shelf.order(month, price.at_start, nothing if order.refused else asked)
        moved[month] = with_points(assumptions, terms, sales, shelf, month)
        sold, bought = shelf.sold(month) + sales.direct[month], nothing
        activity.count(month, moved[month] * points, sold)
        lacking[month] = goods_for(activity.lacking(month), points)
        if given is not None:
            bought = np.broadcast_to(given.bought[month], nothing.shape)
            shelf.qualify(month, bought, used_up=terms.volume_on_sales)
        elif month and assumptions.buys_to_qualify != "never":
            # At launch nothing is bought to qualify; what it would have brought decides in month 1.
            bought = lacking[month]
            if assumptions.buys_to_qualify == "while_it_pays":
                cost = cost_of_more(assumptions, terms, shelf.placed(month), bought, price.at_start, charges[month])
                brought = would_be_paid * LONGEST[terms.activity_window]  # by all months that they keep paid
                bought = np.where(brought > cost, bought, 0.0)
            shelf.qualify(month, bought, used_up=terms.volume_on_sales)
        goods = moved[month] + bought
        volume[month], value[month] = goods * points, goods * terms.commissionable_per_retail
        share[month] = price.paid(volume[month])
        bought_so_far = bought_so_far + volume[month]
        if bought is not nothing:
            activity.count(month, volume[month], sold)
        own, placed = OwnMonth(volume[month], value[month], sold * points, customers[month]), shelf.placed(month)
        active = if_ordered(activity.active(month), order, month, asked, placed)
        earning.add(month, own, active)
        if earning.is_asked:
            missing = lacking[month] - bought
            enough = with_more(own, missing, points, terms)
            as_asked = if_ordered(everyone, order, month, asked, placed + missing)
            would_be_paid = earning.would_be(month, enough, as_asked)
    return Trading(shelf.inventory(), share, volume, value * assumptions.price_level, lacking, earning.months())


def with_points(assumptions: Assumptions, terms: Terms, sales: Sales, shelf: Shelf, month: int) -> Array:
    """Goods of a month that own points rest on, but for those bought only to be paid, less what refunds take back."""
    moved: Array = shelf.moved(month, on_sales=terms.volume_on_sales) + sales.direct[month]
    if not month or not terms.refunds_taken_back:
        return moved
    before = sales.direct[month - 1] + (shelf.sold(month - 1) if terms.volume_on_sales else 0.0)
    return np.asarray(np.maximum(moved - assumptions.refund_share * before, 0.0))


def opening_goods(assumptions: Assumptions, terms: Terms, price: Price, points: Array) -> Array:
    """The opening stock at shop price, (scenarios,): what the person buys, or the company asks for where that is more.

    points: of goods of 1 at shop price.
    """
    cost = np.maximum(assumptions.opening_stock, terms.minimum_opening_stock)
    return price.first_goods(cost, np.zeros_like(points) if terms.volume_on_sales else points)


def cost_of_more(
    assumptions: Assumptions, terms: Terms, before: Array, added: Array, share: Array, charges: Array
) -> Array:
    """What goods cost that are added to an order, with all that it costs more for them, (scenarios,).

    before: what it holds without them, both at shop price. charges: what amounts that are charged have risen to, beside
    the prices of the month.
    """
    both = before + added
    less = order_costs(terms.orders, assumptions, before * share, before, charges=charges)
    more = order_costs(terms.orders, assumptions, both * share, both, charges=charges).together - less.together
    return np.asarray(added * share + more)


def if_ordered(
    active: NDArray[np.bool_], order: StandingOrder, month: int, asked: Array, placed: Array
) -> NDArray[np.bool_]:
    """Who of the active is paid in a month as far as a standing order is asked for: not where the person will not place
    it.

    asked: that order at shop price, (scenarios,), from its first month on; nothing where its points cannot be told in
    goods. placed: what the person orders in the month anyway, which counts as the order where it is as much.
    """
    if not (order.loses_pay and order.asked_in(month)):
        return active
    return active & (asked > 0) & (placed >= asked * (1 - NEARLY))


def customers_who_ordered(sales: Sales) -> Array:
    """How many customers ordered, (horizon + 1, scenarios): each order is another one's, as long as there are as many.

    Guests of parties order once, and are counted with their orders.
    """
    return np.asarray(np.minimum(sales.orders, sales.closing_customers + sales.guest_orders))


def own_points(assumptions: Assumptions, terms: Terms) -> Array:
    """Points per unit of shop price of the goods that the distributor buys, (scenarios,)."""
    points = assumptions.product_points + assumptions.points_by_company * terms.points_per_retail
    return np.broadcast_to(points, assumptions.scenarios)


def goods_for(points: Array, points_of_goods: Array) -> Array:
    """Goods at shop price that bring so many points; none where goods bring none."""
    return np.where(points_of_goods > 0, points / np.where(points_of_goods > 0, points_of_goods, 1.0), 0.0)


def with_more(own: OwnMonth, missing: Array, points: Array, terms: Terms) -> OwnMonth:
    """The month with goods that were missing for it bought too, (scenarios,).

    missing: at shop price, of what the company asks for before it pays. points: of goods of 1 at shop price.
    """
    volume, value = own.volume + missing * points, own.value + missing * terms.commissionable_per_retail
    return replace(own, volume=volume, value=value)
