"""Where sales tax comes from that customers pay on top: what is collected, and what is handed on."""

from planner.analysis.case import Case
from planner.analysis.company.facts import TITLES
from planner.analysis.origin.parts import Amount, Origin, company_figure, line_at, money, share, smallest, stated
from planner.analysis.origin.rising import by_then
from planner.analysis.origin.selling import sold
from planner.analysis.origin.stock_cost import cost_of_goods_sold
from planner.analysis.origin.trade import line, refunded, revenue
from planner.language import mark


def sales_tax_collected(case: Case, month: int) -> Origin:
    """On top of the sales of the month."""
    return line(case, "sales_tax_collected", month).opened(
        mark("{rate} of {sales} in sales"),
        lambda rate, sales: rate * sales,
        rate=stated(case, "tax", "sales_tax_rate"),
        sales=revenue(case, month),
    )


def sales_tax_handed_on(case: Case, month: int) -> Origin:
    """All of it where nothing was paid ahead; else what is above that."""
    amount, orders = line(case, "sales_tax_handed_on", month), case.projection.terms.orders
    collected = sales_tax_collected(case, month)
    if not orders.tax_on_paid and not orders.tax_on_shop_price:
        words = mark("All of {collected} that was collected, what refunds give back to customers among it")
        return amount.opened(words, lambda collected: collected, collected=collected)
    return amount.opened(
        mark(
            "{collected} collected, less {kept} that makes up for tax paid ahead on the goods sold, and {refunded} of "
            "{before}, which did so the month before, given back with refunds"
        ),
        lambda collected, kept, refunded, before: collected - kept + refunded * before,
        collected=collected,
        kept=made_up(case, month),
        refunded=refunded(case),
        before=made_up(case, month - 1),
    )


def made_up(case: Case, month: int) -> Origin:
    """Of the tax collected in a month, what was paid ahead on the goods that were sold; nothing before the launch."""
    title = mark("Of the sales tax collected, what was paid ahead")
    if month < 1:
        return Amount(title, max(month, 0), money(0.0)).known()
    collected, ahead = money(line_at(case, "sales_tax_collected", month)), paid_ahead(case, month)
    return Amount(title, month, money(min(collected.value, ahead.value.value))).opened(
        mark("The smaller of {collected} collected and {ahead} paid ahead"),
        smallest,
        collected=sales_tax_collected(case, month),
        ahead=ahead,
    )


def paid_ahead(case: Case, month: int) -> Origin:
    """What the company took ahead on the goods that were sold in a month."""
    orders, title = case.projection.terms.orders, mark("Tax paid ahead on the goods sold")
    if orders.tax_on_paid:
        name, rate, words = "tax_on_paid", orders.tax_on_paid, mark("{rate} of {goods}, which they had cost")
        goods = cost_of_goods_sold(case, month)
    else:
        name, rate, words = "tax_on_shop_price", orders.tax_on_shop_price, mark("{rate} of {goods} at shop price")
        goods = sold(case, month)
    paid = Amount(title, month, money(rate * goods.value.value)).opened(
        words,
        lambda rate, goods: rate * goods,
        rate=company_figure(case, share(rate), TITLES[f"orders.{name}"], "orders", name),
        goods=goods,
    )
    return paid if orders.tax_on_paid else by_then(case, "price_level", month, paid)
