"""Where comes from what an order of goods costs beside the goods: fee, freight, and tax paid ahead."""

from planner.analysis.case import Case
from planner.analysis.company.facts import TITLES
from planner.analysis.origin.buying import purchased
from planner.analysis.origin.parts import Amount, Origin, company_figure, company_money, money, share, stated
from planner.analysis.origin.price import price_share
from planner.analysis.origin.qualifying import qualifying
from planner.analysis.origin.rising import by_then, level_of, risen
from planner.analysis.origin.trade import inventory_purchases, line, opening_stock, qualifying_purchases
from planner.compensation.ranks import NEARLY
from planner.language import mark
from planner.line_items import CENT
from planner.messages import Message

NOTHING_ORDERED = Message(mark("No goods are ordered in this month."))


def goods_of_order(case: Case, month: int) -> dict[str, Origin]:
    """What the goods of the month's order cost: those that are needed, and those bought only to be paid."""
    bought = opening_stock(case, 0) if month == 0 else inventory_purchases(case, month)
    return {"bought": bought, "extra": qualifying_purchases(case, month)}


def cost_of_order(case: Case, month: int) -> float:
    """The same as a number."""
    return float(sum(part.value.value for part in goods_of_order(case, month).values()))


def is_placed(case: Case, month: int) -> bool:
    """Whether the goods come to anything, at the prices of the first year."""
    return cost_of_order(case, month) / level_of(case, "price_level", month) >= CENT


def order_fee(case: Case, month: int) -> Origin | None:
    """The fee for the order of the month; None where the company has none, or nothing is ordered."""
    fee = case.projection.terms.orders.fee
    if not fee or not is_placed(case, month):
        return None
    of_company = company_money(case, money(fee), TITLES["orders.fee"], "orders", "fee")
    return by_then(case, "cost_level", month, of_company)


def freight(case: Case, month: int) -> Origin:
    """Freight on everything that is bought, and at the launch that of the starter kit."""
    kit = case.projection.terms.orders.kit_freight
    if month or not kit:
        return freight_of_goods(case, line(case, "freight", month), month)
    whole = line(case, "freight", 0)
    goods = Amount(mark("Freight on the first goods"), 0, money(whole.value.value - kit))
    of_kit = company_money(case, money(kit), TITLES["joining.kit_freight"], "joining", "kit_freight")
    return whole.sum_of((freight_of_goods(case, goods, 0), of_kit))


def freight_of_goods(case: Case, amount: Amount, month: int) -> Origin:
    """By the company's table or share where it states one, else by the share of the plan."""
    orders, goods = case.projection.terms.orders, goods_of_order(case, month)
    if orders.freight_steps:
        return by_the_table(case, amount, goods, month) if is_placed(case, month) else amount.known(NOTHING_ORDERED)
    rate = stated(case, "stock", "freight_share")
    if orders.freight_share is not None:
        title = TITLES["orders.freight_share"]
        rate = company_figure(case, share(orders.freight_share), title, "orders", "freight_share")
    return amount.opened(
        mark("{share} of {bought} for goods and of {extra} for goods bought only to be paid"),
        lambda share, bought, extra: share * (bought + extra),
        share=rate,
        **goods,
    )


def by_the_table(case: Case, amount: Amount, goods: dict[str, Origin], month: int) -> Origin:
    """By the company's table, whose steps rise with the prices of goods and whose amounts with costs."""
    prices = level_of(case, "price_level", month)
    steps = case.projection.terms.orders.freight_steps

    def of_goods(bought: float, extra: float) -> float:
        return [each for begins, each in steps if (bought + extra) / prices + NEARLY >= begins][-1]

    def opened(of_first_year: Amount) -> Origin:
        words = mark("By the company's table, for {bought} of goods and {extra} of goods bought only to be paid")
        return of_first_year.opened(words, of_goods, ("company", "orders", "freight_table"), **goods)

    return risen(case, "cost_level", amount, opened)


def tax_on_goods(case: Case, month: int) -> Origin:
    """Tax that is paid ahead on goods, and at the launch on the starter kit."""
    orders, amount, parts = case.projection.terms.orders, line(case, "tax_on_goods", month), []
    title = mark("Tax paid ahead on the month's goods")
    if orders.tax_on_paid:
        rate = company_figure(case, share(orders.tax_on_paid), TITLES["orders.tax_on_paid"], "orders", "tax_on_paid")
        goods = goods_of_order(case, month)
        value = money(orders.tax_on_paid * cost_of_order(case, month))
        words = mark("{rate} of {bought} for goods and of {extra} for goods bought only to be paid")
        parts.append(
            Amount(title, month, value).opened(
                words, lambda rate, bought, extra: rate * (bought + extra), rate=rate, **goods
            )
        )
    if orders.tax_on_shop_price:
        parts.append(_on_shop_price(case, title, month))
    if month == 0 and orders.kit_tax:
        parts.append(_on_the_kit(case))
    return amount.sum_of(tuple(parts)) if parts else amount.known(Message(mark("No such tax is charged here.")))


def _on_shop_price(case: Case, title: str, month: int) -> Origin:
    """Of the goods of the month at shop price; those of the launch by what they cost and what is paid of the price."""
    rate_of = case.projection.terms.orders.tax_on_shop_price
    rate = company_figure(case, share(rate_of), TITLES["orders.tax_on_shop_price"], "orders", "tax_on_shop_price")
    if month == 0:
        cost, paid = opening_stock(case, 0), price_share(case, 0)
        value = money(rate_of * cost.value.value / paid.value.value)
        return Amount(title, 0, value).opened(
            mark("{rate} of goods for {cost}, of whose shop price you pay {paid}"),
            lambda rate, cost, paid: rate * cost / paid,
            rate=rate,
            cost=cost,
            paid=paid,
        )
    goods, extra = purchased(case, month), qualifying(case, month)
    tax = Amount(title, month, money(rate_of * (goods.value.value + extra.value.value))).opened(
        mark("{rate} of {goods} of goods at shop price and of {extra} bought only to be paid"),
        lambda rate, goods, extra: rate * (goods + extra),
        rate=rate,
        goods=goods,
        extra=extra,
    )
    return by_then(case, "price_level", month, tax)


def _on_the_kit(case: Case) -> Origin:
    """The tax on the starter kit."""
    terms = case.projection.terms
    rate = terms.orders.kit_tax / terms.starter_kit_fee
    path = ("joining", "starter_kit_fee")
    fee = company_money(case, money(terms.starter_kit_fee), TITLES[".".join(path)], *path)
    return Amount(mark("Tax on the starter kit"), 0, money(terms.orders.kit_tax)).opened(
        mark("{rate} of {fee}"),
        lambda rate, fee: rate * fee,
        rate=company_figure(case, share(rate), TITLES["joining.kit_tax"], "joining", "kit_tax"),
        fee=fee,
    )
