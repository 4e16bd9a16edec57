"""Cautions about goods: bought beyond what leaves the shelf, bought only to be paid, and grown too old to be sold."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution, months_where, runs
from planner.analysis.measures.milestones import CENT
from planner.analysis.projected import projected
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array
from planner.projection.engine import Projection
from planner.projection.inventory import share_of

MONTHS_RUNNING = 3
# The FTC's guidance: own buying is looked at for whether the plan of pay pushes people to buy in order to qualify.
FTC_GUIDANCE = "https://ftc.gov/business-guidance/resources/business-guidance-concerning-multi-level-marketing"


def purchases_outrun_sales(projection: Projection) -> Caution | None:
    """Goods bought exceed what was sold, used and given away, three trading months running or more.

    Counted in goods at the month's cost. A month counts only if its closing stock is also more than the months of sales
    that the plan keeps in stock: goods ordered ahead for orders that are foreseen are no surplus.
    """
    goods = projection.inventory
    cost = (projection.wholesale_share * projection.assumptions.price_level)[:, 0]
    bought = (goods.purchased + goods.qualifying)[:, 0] * cost
    left = (goods.sold + goods.own_use + goods.used_up + goods.samples)[:, 0] * cost
    surplus = (goods.closing[:, 0] - cover(projection)) * cost
    outrun = (bought - left > CENT) & (surplus > CENT)
    outrun[0] = False  # the opening stock is bought before anything is sold
    if not (months := in_a_row(months_where(outrun))):
        return None
    bought, left = bought[list(months)], left[list(months)]
    return Caution(
        "purchases_outrun_sales",
        months,
        Message(
            mark(
                "In {count} months, three or more in a row, you buy goods for {bought} while goods for {left} are "
                "sold, used or given away. That is {more} more than leaves your shelf, beyond what you keep for "
                "coming orders."
            ),
            {
                "count": Quantity(len(months), "count"),
                "bought": Quantity(float(bought.sum()), "money"),
                "left": Quantity(float(left.sum()), "money"),
                "more": Quantity(float((bought - left).sum()), "money"),
            },
        ),
        Message(
            mark(
                "A smaller standing order or smallest order, no goods bought only to be paid, or orders for {more} "
                "more a month, at what the goods cost you."
            ),
            {"more": Quantity(float((bought - left).mean()), "money")},
        ),
    )


def in_a_row(months: tuple[int, ...]) -> tuple[int, ...]:
    """Of rising months, those in runs of at least three."""
    spans = (range(first, last + 1) for first, last in runs(months))
    return tuple(month for span in spans if len(span) >= MONTHS_RUNNING for month in span)


def cover(projection: Projection) -> Array:
    """What the coming months that the plan keeps in stock will sell, in goods, by month, (horizon + 1,)."""
    forecast, ahead = projection.sales.forecast[:, 0], projection.assumptions.cover_months
    months = range(projection.assumptions.horizon + 1)
    return np.array([forecast[month + 1 : month + ahead + 1].sum() for month in months])


def order_refused(case: Case) -> Caution | None:
    """The company asks for a monthly order that the person will not place: what that loses, and what it saves."""
    order = case.projection.terms.standing_order
    if not order.refused:
        return None
    stock = case.plan.stock.model_copy(update={"demanded_order": "bought"})
    placed = projected(case.plan.model_copy(update={"stock": stock}), case.company, case.runs)
    lines = ("opening_stock", "inventory_purchases", "qualifying_purchases")
    pay, pay_placed = (_in_all(each, "commission_earned") for each in (case.projection, placed))
    goods, goods_placed = (_in_all(each, *lines) for each in (case.projection, placed))
    figures = {"pay": pay, "pay_placed": pay_placed, "goods": goods, "goods_placed": goods_placed}
    lost = mark(
        "Pay is for those who place it. Over the plan the company pays you {pay}; with the order it would be "
        "{pay_placed}, and your goods would cost {goods_placed} and not {goods}."
    )
    if order.loses_discount:
        lost = mark(
            "The discount is for those who place it, so you pay the shop price. Over the plan your goods cost {goods}; "
            "with the order they would cost {goods_placed}, and the company would pay you {pay_placed} and not {pay}."
        )
    return Caution(
        "order_refused",
        (),
        Message(lost, {name: Quantity(value, "money") for name, value in figures.items()}),
        Message(mark("Placing the order, or a company that asks for none.")),
    )


def _in_all(projection: Projection, *lines: str) -> float:
    """Lines of the statement, added up."""
    return float(sum(projection.statement.lines[name].sum() for name in lines))


# What goods bought only to be paid come to, and what would change it: where they serve their month, or several.
OF_ONE_MONTH = (
    mark("In {count} months you buy goods only to be paid, for {bought}. The pay of those months is {pay}."),
    mark(
        "Orders for {more} more a month, at shop prices, would bring the points without them. "
        "Or choose not to buy to be paid: then those months pay nothing."
    ),
)
OF_SEVERAL_MONTHS = (
    mark(
        "In {count} months you buy goods only to be paid, for {bought}. They keep you paid in the months "
        "that count with them too."
    ),
    mark(
        "Orders for {more} more each time, at shop prices, would bring the points without them. Or choose "
        "not to buy to be paid: then nothing is paid in the months that they serve."
    ),
)
FOR_NOTHING = mark("Choosing not to buy to be paid: points alone bring no pay in these months, and none would be lost.")


def bought_only_to_be_paid(projection: Projection) -> Caution | None:
    """Goods bought only to reach the points that pay asks for, and the pay of those months, all of which rests on them.

    A month that lacks points pays nothing, so without these goods there would be no pay; nor is there with them where
    the company asks for more, or nobody is below.
    """
    lines = projection.statement.lines
    bought, earned = lines["qualifying_purchases"][:, 0], lines["commission_earned"][:, 0]
    months = months_where(bought > CENT)
    if not months:
        return None
    figures = {
        "count": Quantity(len(months), "count"),
        "bought": Quantity(float(bought.sum()), "money"),
        "pay": Quantity(float(earned[list(months)].sum()), "money"),
    }
    lacking = (projection.lacking * projection.assumptions.price_level)[list(months), 0]
    more = {"more": Quantity(float(lacking.mean()), "money")}
    said, change = OF_ONE_MONTH if projection.terms.activity_window == "month" else OF_SEVERAL_MONTHS
    if lines["commission_earned"].sum() < CENT:
        change, more = FOR_NOTHING, {}
    return Caution("bought_only_to_be_paid", months, Message(said, figures), Message(change, more), FTC_GUIDANCE)


def goods_too_old(projection: Projection) -> Caution | None:
    """Goods that pass their shelf life unsold, at what they cost."""
    life = projection.assumptions.shelf_life_months
    if life is None:
        return None
    value = expired_value(projection)
    months = months_where(value > CENT)
    if not months:
        return None
    return Caution(
        "goods_too_old",
        months,
        Message(
            mark("Goods that cost {value} pass their shelf life of {life} before they are sold, in {count} months."),
            {
                "value": Quantity(float(value.sum()), "money"),
                "life": Quantity(life, "months"),
                "count": Quantity(len(months), "count"),
            },
        ),
        Message(
            mark(
                "Buying {value} less: a smaller first order, smallest order or standing order, or fewer months of "
                "sales in stock."
            ),
            {"value": Quantity(float(value.sum()), "money")},
        ),
    )


def expired_value(projection: Projection) -> Array:
    """What goods past their shelf life cost, by month, (horizon + 1,), at the opening average cost."""
    goods, value = projection.inventory, projection.statement.closing_stock_value[:, 0]
    expired = np.zeros_like(value)
    expired[1:] = value[:-1] * share_of(goods.expired[1:, 0], goods.closing[:-1, 0])
    return expired
