"""What goods are bought for, counted at shop price: orders to come, own use, samples, standing orders."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.orders import host_goods, stocked_demand
from planner.analysis.origin.parts import Amount, Origin, company_figure, company_money, largest, money, points, stated
from planner.analysis.origin.price import points_per_100, price_at_start
from planner.analysis.origin.shelf import all_that_came, goods, there_before_the_order
from planner.compensation.ranks import NEARLY
from planner.language import mark
from planner.messages import Message, Quantity

SHELF_AT_LAUNCH = Message(mark("The opening stock: nothing was there before."))
AT_SHOP_PRICE = {
    "standing_order": mark("Standing order, at shop price"),
    "minimum_order": mark("Smallest order, at shop price"),
    "own_use": mark("Goods you mean to use yourself, at shop price"),
    "samples": mark("Goods you mean to give away, at shop price"),
}


def purchased(case: Case, month: int) -> Origin:
    """Goods bought at the start of a month: what is needed, or the larger standing order where that is more."""
    amount = Amount(mark("Goods bought, at shop price"), month, money(goods(case, "purchased", month)))
    if month == 0:
        return amount.known(SHELF_AT_LAUNCH)
    own = standing_order(case, month)
    order = case.projection.terms.standing_order
    if not order.asked_in(month) or order.refused:
        words = mark("The larger of {needed} needed and {standing} of a standing order")
        return amount.opened(words, largest, needed=needed(case, month), standing=own)
    return amount.opened(
        mark("The largest of {needed} needed, {standing} of a standing order and {asked} that the company asks for"),
        largest,
        needed=needed(case, month),
        standing=own,
        asked=demanded(case, month),
    )


def standing_order(case: Case, month: int) -> Origin:
    """The person's own standing order at shop price; nothing before its first month."""
    if month >= case.plan.stock.standing_order_from:
        return at_shop_price(case, month, "standing_order")
    return Amount(AT_SHOP_PRICE["standing_order"], month, money(0.0)).opened(
        mark("Nothing: it begins in month {first}"),
        lambda **_figures: 0.0,
        first=stated(case, "stock", "standing_order_from"),
    )


def demanded(case: Case, month: int) -> Origin:
    """The order that the company asks for each month, at shop price."""
    order, place = case.projection.terms.standing_order, ("activity", "standing_order")
    title, asked = mark("What the company asks you to order, at shop price"), mark("Standing order a month")
    cost, per_100 = price_at_start(case, month), points_per_100(case)
    goods_of = order.goods(np.array([cost.value.value]), np.array([per_100.value.value / 100]))
    amount = Amount(title, month, money(float(goods_of[0])))
    if order.points and not per_100.value.value:
        words = mark("Nothing: it is asked for in points, and goods bring none: {points}")
        return amount.opened(words, lambda **_figures: 0.0, points=per_100)
    if order.points:
        return amount.opened(
            mark("{asked} points, at {points} points per 100 at shop price"),
            lambda asked, points: asked * 100 / points,
            asked=company_figure(case, points(order.points), asked, *place),
            points=per_100,
        )
    return amount.opened(
        mark("{asked} is what it costs you, which is {share} of the shop price"),
        lambda asked, share: asked / share,
        asked=company_money(case, money(order.money), asked, *place),
        share=cost,
    )


def needed(case: Case, month: int) -> Origin:
    """What must be bought to have enough for this month and those that are covered."""
    wanted_goods, there = wanted(case, month), there_before_the_order(case, month)
    smallest = at_shop_price(case, month, "minimum_order")

    came = all_that_came(case, month - 1)

    def at_least(wanted: float, there: float, smallest: float) -> float:
        # What only rounding lacks, beside all goods that ever came, is no reason for a smallest order.
        wants = wanted - there > NEARLY * (wanted + came)
        return max(wanted - there, smallest) if wants else max(wanted - there, 0.0)

    value = at_least(wanted_goods.value.value, there.value.value, smallest.value.value)
    return Amount(mark("Goods needed, at shop price"), month, money(value)).opened(
        mark(
            "{wanted} wanted, less {there} that is there; if that is anything, at least the smallest order, {smallest}"
        ),
        at_least,
        wanted=wanted_goods,
        there=there,
        smallest=smallest,
    )


def wanted(case: Case, month: int) -> Origin:
    """Orders of this month and of those covered, own use and samples."""
    given = case.projection.assumptions
    own, samples = at_shop_price(case, month, "own_use"), to_give_away(case, month)
    ahead = float(case.projection.sales.forecast[month : month + given.cover_months + 1].sum(axis=0)[0])
    value = money(ahead + own.value.value + samples.value.value)
    extra = {"months": Quantity(given.cover_months + 1, "months")}
    each = tuple(
        stocked_demand(case, later, opened=later == month) for later in range(month, month + given.cover_months + 1)
    )
    orders = Amount(mark("Orders that you keep goods for, at shop price"), month, money(ahead), extra)
    return Amount(mark("Goods wanted, at shop price"), month, value).opened(
        mark("{orders} for orders, {own} for yourself and {samples} to give away"),
        lambda orders, own, samples: orders + own + samples,
        orders=orders.sum_of(each, mark("What customers order in {months}, this one among them, added up.")),
        own=own,
        samples=samples,
    )


def at_shop_price(case: Case, month: int, field: str) -> Origin:
    """Goods that the plan states at cost, at shop price."""
    stated_at_cost = stated(case, "stock", field)
    cost = price_at_start(case, month)
    value = money(stated_at_cost.value.value / cost.value.value)
    return Amount(AT_SHOP_PRICE[field], month, value).opened(
        mark("{stated} is what they cost you, which is {share} of the shop price"),
        lambda stated, share: stated / share,
        stated=stated_at_cost,
        share=cost,
    )


def to_give_away(case: Case, month: int) -> Origin:
    """Samples, and goods for the hosts of parties, that are meant to be given."""
    samples, hosts = at_shop_price(case, month, "samples"), host_goods(case, month)
    if not hosts.value.value:
        return samples
    value = money(samples.value.value + hosts.value.value)
    return Amount(mark("Goods you mean to give away, those for hosts among them"), month, value).opened(
        mark("{samples} of samples, and {hosts} for hosts"),
        lambda samples, hosts: samples + hosts,
        samples=samples,
        hosts=hosts,
    )
