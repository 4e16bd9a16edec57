"""What goods are sold, used and given away, of those that are there, counted at shop price."""

from planner.analysis.case import Case
from planner.analysis.origin.buying import at_shop_price, needed, purchased
from planner.analysis.origin.orders import host_goods, stocked_demand
from planner.analysis.origin.parts import AT_LAUNCH, Amount, Origin, assumption_of, at, money, smallest
from planner.analysis.origin.shelf import goods, there_before_the_order
from planner.language import mark
from planner.messages import Message


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
