"""Where prices that rise come in: an amount at the prices of the first year, and what these have risen to by then.

Goods are counted at the shop price of the first year throughout, so that what is bought and sold can be followed.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, at, money, share
from planner.analysis.origin.price import price_share
from planner.inputs.plan.plan import INPUTS
from planner.language import mark
from planner.messages import Message, Quantity
from planner.timeline import MONTHS_PER_YEAR

What = Literal["price_level", "cost_level"]  # as Assumptions names them: of goods, of all else that is charged
RATES: dict[What, str] = {"price_level": "shop_price_rise", "cost_level": "cost_rise"}
TITLES: dict[What, str] = {
    "price_level": mark("Shop prices, of those of the first year"),
    "cost_level": mark("Costs, of those of the first year"),
}
AT_FIRST = Message(mark("At the prices of the first year"))
TIMES = mark("{first} at the prices of the first year, which have come to {level} of that")
PAID = mark("What you pay for goods, of the shop price of the first year")


def level_of(case: Case, what: What, month: int) -> float:
    """What prices have come to in a month, 1 in the first year."""
    return at(getattr(case.projection.assumptions, what), month)


def level(case: Case, what: What, month: int) -> Origin:
    """The same, from the yearly rate."""
    path = ("money_and_time", RATES[what])
    rate = Amount(INPUTS[path].title, None, share(getattr(case.plan.money_and_time, path[-1]))).given(*path)
    over = Amount(mark("Years that are over"), month, Quantity((month - 1) // MONTHS_PER_YEAR, "count"))
    return Amount(TITLES[what], month, share(level_of(case, what, month))).opened(
        mark("{rate} a year, compounded over the years that are over, {years}"),
        lambda rate, years: (1 + rate) ** years,
        rate=rate,
        years=over.known(Message(mark("Months 1 to 12 are the first year."))),
    )


def risen(case: Case, what: What, amount: Amount, opened: Callable[[Amount], Origin]) -> Origin:
    """An amount of its month; opened: how it follows at the prices of the first year."""
    by_then = level_of(case, what, amount.month or 0)
    if by_then == 1:
        return opened(amount)
    first = replace(amount, title=AT_FIRST, value=money(amount.value.value / by_then))
    return _times(case, what, amount, opened(first))


def by_then(case: Case, what: What, month: int, first: Origin) -> Origin:
    """An amount in a month; first: the same at the prices of the first year."""
    times = level_of(case, what, month)
    if times == 1:
        return first
    amount = Amount(first.title, month, replace(first.value, value=first.value.value * times))
    return _times(case, what, amount, first)


def paid_for_goods(case: Case, month: int) -> Origin:
    """What is paid in a month for goods of 1 at the shop price of the first year."""
    paid = by_then(case, "price_level", month, price_share(case, month))
    return paid if level_of(case, "price_level", month) == 1 else replace(paid, title=Message(PAID))


def _times(case: Case, what: What, amount: Amount, first: Origin) -> Origin:
    come_to = level(case, what, amount.month or 0)
    return amount.opened(TIMES, lambda first, level: first * level, first=first, level=come_to)
