"""Where the lines of selling and of goods come from, in money."""

from collections.abc import Callable

from planner.analysis.case import Case
from planner.analysis.origin.buying import purchased
from planner.analysis.origin.orders import direct_demand, orders, stocked_demand
from planner.analysis.origin.parts import (
    AT_LAUNCH,
    TITLES,
    Amount,
    Origin,
    company_money,
    largest,
    line_at,
    money,
    stated,
)
from planner.analysis.origin.people import NOBODY_YET
from planner.analysis.origin.price import payout_lag, price_share
from planner.analysis.origin.qualifying import qualifying
from planner.analysis.origin.rising import by_then, paid_for_goods, risen
from planner.analysis.origin.selling import sold
from planner.language import mark
from planner.messages import Message

NOT_YET = mark("Nothing yet: what is earned arrives after {lag}")


def line(case: Case, name: str, month: int) -> Amount:
    """A line of the statement, still to be opened."""
    return Amount(TITLES[name], month, money(line_at(case, name, month)))


def discount(case: Case) -> Origin:
    """What is taken off the shop price."""
    return stated(case, "customers", "discount")


def refunded(case: Case) -> Origin:
    """The share of sales that is refunded the month after."""
    return stated(case, "customers", "refund_share")


def revenue(case: Case, month: int) -> Origin:
    """Sales out of the own shelf."""

    def opened(amount: Amount) -> Origin:
        return amount.opened(
            mark("{sold} of goods sold, less {discount} discount"),
            lambda sold, discount: sold * (1 - discount),
            sold=sold(case, month),
            discount=discount(case),
        )

    return risen(case, "price_level", line(case, "revenue", month), opened)


def refunds(case: Case, month: int) -> Origin:
    """What customers get back of the sales of the month before."""
    if month == 0:
        return line(case, "refunds", 0).known(AT_LAUNCH)
    return line(case, "refunds", month).opened(
        mark("{refunded} of {sales} sold the month before"),
        lambda refunded, sales: refunded * sales,
        refunded=refunded(case),
        sales=revenue(case, month - 1),
    )


def margin_before_refunds(case: Case, month: int) -> Origin:
    """The margin on the orders that the company sent in a month."""
    sent, off, cost = direct_demand(case, month), discount(case), price_share(case, month)
    value = money(sent.value.value * (1 - off.value.value - cost.value.value))
    margin = Amount(mark("Margin on orders sent direct, before refunds"), month, value).opened(
        mark("{sent} at shop price, less {discount} discount and less {cost} that is the company's"),
        lambda sent, discount, cost: sent * (1 - discount - cost),
        sent=sent,
        discount=off,
        cost=cost,
    )
    return by_then(case, "price_level", month, margin)


def margin_earned(case: Case, month: int) -> Origin:
    """The margin on orders that the company sends, less that of what is refunded."""
    amount = line(case, "margin_earned", month)
    if month == 0:
        return amount.known(NOBODY_YET)
    return amount.opened(
        mark("{margin}, less {refunded} of {before} of the month before"),
        lambda margin, refunded, before: margin - refunded * before,
        margin=margin_before_refunds(case, month),
        refunded=refunded(case),
        before=margin_before_refunds(case, month - 1),
    )


def margin_received(case: Case, month: int) -> Origin:
    """The margin that arrives: what was earned its payout lag before."""
    return after_the_lag(case, line(case, "margin_received", month), margin_earned, payout_lag(case, "margin"))


def after_the_lag(case: Case, amount: Amount, earned: Callable[[Case, int], Origin], lag: Origin) -> Origin:
    """What arrives in the month of the amount: what was earned the lag before."""
    month = amount.month or 0
    if month < lag.value.value:
        return amount.opened(NOT_YET, lambda **_figures: 0.0, lag=lag)
    before = earned(case, month - int(lag.value.value))
    return amount.opened(mark("{earned}, earned {lag} before"), lambda earned, **_lag: earned, earned=before, lag=lag)


def opening_stock(case: Case, month: int) -> Origin:
    """The first goods: what the person plans, or what the company demands where that is more."""
    amount = line(case, "opening_stock", month)
    if month:
        return amount.known(Message(mark("Paid at the launch only.")))
    demanded = money(case.projection.terms.minimum_opening_stock)
    title = mark("Goods to buy at the start")
    return amount.opened(
        mark("The larger of {planned} that you plan and {demanded} that the company demands"),
        largest,
        planned=stated(case, "stock", "opening_stock"),
        demanded=company_money(case, demanded, title, "joining", "minimum_opening_stock"),
    )


def inventory_purchases(case: Case, month: int) -> Origin:
    """Goods bought after the launch, at what they cost."""
    amount = line(case, "inventory_purchases", month)
    if month == 0:
        return amount.known(Message(mark("The first goods stand under opening stock.")))
    return at_their_price(amount, purchased(case, month), paid_for_goods(case, month))


def qualifying_purchases(case: Case, month: int) -> Origin:
    """Goods bought only to be paid, at what they cost."""
    amount = line(case, "qualifying_purchases", month)
    return at_their_price(amount, qualifying(case, month), paid_for_goods(case, month))


def at_their_price(amount: Amount, of_goods: Origin, cost: Origin) -> Origin:
    """Goods at shop price, at what the distributor pays for them."""
    return amount.opened(
        mark("{goods} of goods at shop price, for which you pay {cost}"),
        lambda goods, cost: goods * cost,
        goods=of_goods,
        cost=cost,
    )


def delivery_costs(case: Case, month: int) -> Origin:
    """What it costs to bring out the orders that are delivered."""
    return of_orders_delivered(case, line(case, "delivery_costs", month), month, "cost_per_order")


def charges(case: Case, month: int) -> Origin:
    """What customers are charged beside the price of those orders."""
    return of_orders_delivered(case, line(case, "charges", month), month, "charged_per_order")


def charges_handed_on(case: Case, month: int) -> Origin:
    """Of that, what goes to a carrier or the company."""
    return line(case, "charges_handed_on", month).opened(
        mark("{share} of {charged}"),
        lambda share, charged: share * charged,
        share=stated(case, "customers", "handed_on_share"),
        charged=charges(case, month),
    )


def of_orders_delivered(case: Case, amount: Amount, month: int, each: str) -> Origin:
    """An amount for each order that is delivered. each: its name among the inputs of customers."""
    if month == 0:
        return amount.known(AT_LAUNCH)
    return amount.opened(
        mark(
            "{each} for each of {orders} orders that are yours to deliver, {direct} being sent by the company, "
            "as far as goods were there: {sold} of {ordered}"
        ),
        lambda each, orders, direct, sold, ordered: each * orders * (1 - direct) * (sold / ordered if ordered else 0.0),
        each=by_then(case, "cost_level", month, stated(case, "customers", each)),
        orders=orders(case, month),
        direct=stated(case, "stock", "ship_direct_share"),
        sold=sold(case, month),
        ordered=stocked_demand(case, month),
    )
