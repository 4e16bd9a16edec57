"""Where goods come from and go, counted at shop price: what is ordered, bought, sold, used, lost and left."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.orders import host_goods, stocked_demand
from planner.analysis.origin.parts import (
    AT_LAUNCH,
    Amount,
    Origin,
    assumption_of,
    at,
    company_figure,
    company_money,
    largest,
    money,
    named,
    points,
    share,
    smallest,
    stated,
)
from planner.analysis.origin.price import points_per_100, price_at_start
from planner.compensation.ranks import NEARLY
from planner.inputs.plan.out_of_season import share_that_goes
from planner.language import mark
from planner.messages import Message, Quantity

SHELF_AT_LAUNCH = Message(mark("The opening stock: nothing was there before."))

AT_SHOP_PRICE = {
    "standing_order": mark("Standing order, at shop price"),
    "minimum_order": mark("Smallest order, at shop price"),
    "own_use": mark("Goods you mean to use yourself, at shop price"),
    "samples": mark("Goods you mean to give away, at shop price"),
}


def goods(case: Case, name: str, month: int) -> float:
    """Goods of the inventory at shop price, by the inventory's own name."""
    return at(getattr(case.projection.inventory, name), month)


def left_before(case: Case, month: int) -> Origin:
    """Goods on the shelf at the end of the month before."""
    value = money(goods(case, "closing", month - 1))
    return Amount(mark("Goods on the shelf at the end of the month before, at shop price"), month - 1, value).known()


def sold(case: Case, month: int) -> Origin:
    """Goods sold out of the shelf: what is ordered of them, or what is there."""
    amount = Amount(mark("Goods sold from your shelf, at shop price"), month, money(goods(case, "sold", month)))
    if month == 0:
        return amount.known(AT_LAUNCH)
    hosts = host_goods(case, month)
    if not hosts.value.value:
        return amount.opened(
            mark("The smaller of {ordered} that customers order and {there} that is there"),
            smallest,
            ordered=stocked_demand(case, month),
            there=available(case, month),
        )
    return amount.opened(
        mark("The smaller of {ordered} that customers order and {there} that is there, once hosts have their {hosts}"),
        lambda ordered, there, hosts: min(ordered, there - min(hosts, there)),
        ordered=stocked_demand(case, month),
        there=available(case, month),
        hosts=hosts,
    )


def there_before_the_order(case: Case, month: int) -> Origin:
    """What is on the shelf once spoiled goods are gone and refunded ones are back."""
    opening, spoiled = goods(case, "closing", month - 1), goods(case, "spoiled", month)
    there = money(opening - spoiled + goods(case, "returned", month))
    return Amount(mark("Goods there before the order, at shop price"), month, there).opened(
        mark(
            "{left} from the month before, less {spoiled} spoiled, out of season or lost, and {back} refunded goods "
            "back"
        ),
        lambda left, spoiled, back: left - spoiled + back,
        left=left_before(case, month),
        spoiled=spoiled_goods(case, month),
        back=goods_back(case, month),
    )


def available(case: Case, month: int) -> Origin:
    """What can be sold in a month."""
    before = there_before_the_order(case, month)
    there = money(before.value.value + goods(case, "purchased", month))
    return Amount(mark("Goods there to sell, at shop price"), month, there).opened(
        mark("{before} before the order, and {bought} bought"),
        lambda before, bought: before + bought,
        before=before,
        bought=purchased(case, month),
    )


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


def spoiled_goods(case: Case, month: int) -> Origin:
    """Goods past their shelf life, of the rest those out of season, and of what is left then those lost."""
    title = mark("Goods spoiled, out of season or lost, at shop price")
    amount = Amount(title, month, money(goods(case, "spoiled", month)))
    if month == 0:
        return amount.known(AT_LAUNCH)
    if season := out_of_season(case, month):
        return amount.opened(
            mark(
                "{old} past their shelf life; of the rest of the {left} that were there, {season} are out of season or "
                "discontinued, and of what is left then, {lost} are lost"
            ),
            lambda old, season, lost, left: old + (1 - (1 - season) * (1 - lost)) * (left - old),
            old=too_old(case, month),
            season=season,
            lost=stated(case, "stock", "spoilage_share"),
            left=left_before(case, month),
        )
    return amount.opened(
        mark("{old} past their shelf life, and {lost} of the rest of the {left} that were there"),
        lambda old, lost, left: old + lost * (left - old),
        old=too_old(case, month),
        lost=stated(case, "stock", "spoilage_share"),
        left=left_before(case, month),
    )


def out_of_season(case: Case, month: int) -> Origin | None:
    """Of goods on the shelf when a month begins, the share that the rows of this month take; None where none does."""
    due = [
        Amount(named(row.name), month, share(row.share)).given("stock", "out_of_season", place)
        for place, row in enumerate(case.plan.stock.out_of_season)
        if row.share and row.goes_in(case.plan.start_month, month)
    ]
    if len(due) < 2:
        return due[0] if due else None
    together = share(share_that_goes(case.plan.stock.out_of_season, case.plan.start_month, month))
    return Amount(mark("Goods out of season or discontinued, of those there"), month, together).sum_of(tuple(due))


def too_old(case: Case, month: int) -> Origin:
    """Goods that came in so long ago that they can no longer be sold."""
    life, inventory = case.projection.assumptions.shelf_life_months, case.projection.inventory
    title, path = mark("Goods past their shelf life, at shop price"), ("stock", "shelf_life_months")
    if life is None or month - life - 1 < 0:
        words = mark("Nothing: the goods keep.") if life is None else mark("Nothing: no goods are that old yet.")
        return Amount(title, month, money(0.0)).known(Message(words), path)
    until = month - life - 1
    went = (inventory.spoiled + inventory.sold + inventory.own_use + inventory.samples)[:month]
    came_in, gone = all_that_came(case, until), float(went.sum(axis=0)[0])
    extra = {"until": Quantity(until, "month"), "life": Quantity(life, "months")}
    return Amount(title, month, money(max(came_in - gone, 0.0)), extra).opened(
        mark("Goods keep {life}: of {came} that came in up to {until}, {gone} are gone already"),
        lambda came, gone: max(came - gone, 0.0),
        path,
        came=Amount(mark("Goods that had come in by then"), until, money(came_in)).known(),
        gone=Amount(mark("Goods sold, used up or lost so far"), month - 1, money(gone)).known(),
    )


def all_that_came(case: Case, until: int) -> float:
    """Goods that ever came in, up to the end of a month."""
    inventory = case.projection.inventory
    came = inventory.purchased + inventory.returned + inventory.qualifying - inventory.used_up
    return float(came[: until + 1].sum(axis=0)[0])


def goods_back(case: Case, month: int) -> Origin:
    """Refunded goods that are back on the shelf."""
    amount = Amount(
        mark("Refunded goods back on the shelf, at shop price"), month, money(goods(case, "returned", month))
    )
    if month == 0:
        return amount.known(AT_LAUNCH)
    before = Amount(
        mark("Goods sold the month before, at shop price"), month - 1, money(goods(case, "sold", month - 1))
    )
    return amount.opened(
        mark("Of {sold} sold the month before, {refunded} is refunded, and of that {again} can be sold again"),
        lambda sold, refunded, again: refunded * again * sold,
        sold=before.known(),
        refunded=stated(case, "customers", "refund_share"),
        again=stated(case, "customers", "returned_to_shelf"),
    )


def used(case: Case, month: int) -> Origin:
    """Goods for own use: as stated, as far as they are there; with no stock, a standing order beyond need too."""
    amount = Amount(mark("Goods you use yourself, at shop price"), month, money(goods(case, "own_use", month)))
    if month == 0:
        return amount.known(AT_LAUNCH)
    there = available(case, month)
    own = at_shop_price(case, month, "own_use")
    left = money(there.value.value - for_hosts(case, month) - goods(case, "sold", month))
    after_sales = Amount(mark("Goods left after sales, at shop price"), month, left).known(
        Message(mark("What was there to sell, less what was sold."))
    )
    if assumption_of(case, "ship_direct_share") < 1:
        return amount.opened(
            mark("The smaller of {own} that you mean to use and {left} left after sales"),
            smallest,
            own=own,
            left=after_sales,
        )
    return amount.opened(
        mark(
            "The smaller of {left} left after sales and {own}, with what is bought beyond need: {bought} less {needed}"
        ),
        lambda left, own, bought, needed: min(own + bought - needed, left),
        left=after_sales,
        own=own,
        bought=purchased(case, month),
        needed=needed(case, month),
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


def for_hosts(case: Case, month: int) -> float:
    """What hosts of parties get, before anybody else."""
    return min(at(case.projection.sales.host_goods, month), available(case, month).value.value)


def given_away(case: Case, month: int) -> Origin:
    """Samples and gifts, as far as goods are there."""
    amount = Amount(mark("Samples and gifts, at shop price"), month, money(goods(case, "samples", month)))
    if month == 0:
        return amount.known(AT_LAUNCH)
    gone = goods(case, "sold", month)
    given = for_hosts(case, month)
    left = available(case, month).value.value - given - gone - goods(case, "own_use", month)
    after = Amount(mark("Goods left after sales and own use, at shop price"), month, money(left)).known(
        Message(mark("What was there to sell, less what was sold and used."))
    )
    samples = at_shop_price(case, month, "samples")
    if not given:
        return amount.opened(
            mark("The smaller of {samples} that you mean to give and {left} left after sales and own use"),
            smallest,
            samples=samples,
            left=after,
        )
    return amount.opened(
        mark("{hosts} for hosts, and the smaller of {samples} that you mean to give and {left} left for it"),
        lambda hosts, samples, left: min(hosts, given) + min(samples, left),
        hosts=host_goods(case, month),
        samples=samples,
        left=after,
    )
