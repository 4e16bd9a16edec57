"""One figure at a time, with what a reader needs beside it: its title, its unit, and why there is none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import inf

from planner.analysis.company.coverage import coverage_of
from planner.analysis.measures.measure import FEWEST_ORDERS, Measures
from planner.analysis.measures.milestones import CENT, Milestone
from planner.analysis.measures.rate_of_return import Status
from planner.inputs.cited.figure import Cited, Figure, Grade
from planner.inputs.company.buy_back import NO_LIMIT
from planner.inputs.company.company import Company, entry_at
from planner.inputs.terms import Terms
from planner.inputs.unsourced import WHOLESALE
from planner.language import mark
from planner.messages import Message, Quantity, Unit


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of a company's terms, or of what a plan comes to under them.

    key: its name in files. title: a marked English text. value: in the plan's currency where it is money, a fraction
    where it is a share; None where there is none, and then reason says why. remark: what is particular about it.
    assumed: no source gives it, so it is the person's answer, or assumed until there is one. grade: of the source that
    it rests on; None where it rests on none.
    """

    key: str
    title: str
    unit: Unit
    value: float | None
    reason: Message | None = None
    remark: Message | None = None
    assumed: bool = False
    grade: Grade | None = None


# What a company's figures and rules are called, by their place in its file; a rule that has no figure is here too.
TITLES = {
    "joining.starter_kit_fee": mark("Starter kit"),
    "joining.minimum_opening_stock": mark("Goods to buy at the start"),
    "joining.renewal_fee": mark("Yearly fee"),
    "joining.website_fee": mark("Monthly website fee"),
    "joining.website_free_months": mark("Months without website fee"),
    "joining.kit_freight": mark("Freight of the starter kit"),
    "joining.kit_tax": mark("Tax on the starter kit, of its fee"),
    "orders.fee": mark("Fee for each order of goods"),
    "orders.freight_share": mark("Freight, of what the goods cost"),
    "orders.freight_table": mark("Freight by what the goods of an order cost"),
    "orders.tax_on_paid": mark("Tax paid ahead, of what you pay for goods"),
    "orders.tax_on_shop_price": mark("Tax paid ahead, of the shop price"),
    "prices": mark("What you pay for goods"),
    "volume.points_per_100_retail": mark("Points per 100 at shop price"),
    "volume.commissionable_per_100_retail": mark("Value that pay is counted on, per 100 at shop price"),
    "pay.payout_lag_months": mark("Time from earning pay to receiving it"),
    "pay.margin_lag_months": mark("Time until the margin on orders sent by the company arrives"),
    "pay.own_lag_months": mark("Time until pay on your own goods arrives"),
    "pay.payout_day": mark("When pay comes"),
    "pay.refunds": mark("Pay on what customers are refunded"),
    "pay.minimum_personal_volume": mark("Own points to count as active"),
    "pay.minimum_sales": mark("Sales to customers before the company pays on a team"),
    "pay.activity_window": mark("Over which months that is asked for"),
    "pay.unilevel": mark("Pay by level"),
    "pay.stairstep": mark("Pay by steps of the whole group"),
    "ranks": mark("Ranks"),
    "activity.standing_order": mark("Standing order a month"),
    "activity.standing_order_from": mark("First month of the standing order"),
    "activity.standing_order_ends": mark("How the standing order ends"),
    "buy_back.share": mark("Share paid back for returned goods"),
    "buy_back.window_months": mark("How long goods can be returned"),
}
MINIMUM = "pay.minimum_personal_volume"
BEFORE_PAY = mark("Own points before the company pays on a team")  # these, or what ranks ask for where that is more
# What few companies state is compared where one of them does.
BESIDE_GOODS = (
    "kit_freight",
    "kit_tax",
    "order_fee",
    "order_freight_share",
    "order_tax_on_paid",
    "order_tax_on_shop_price",
)
UNLIMITED = Message(NO_LIMIT)
BY_A_TABLE = Message(mark("by what an order costs"))
COVERED_BY = mark("Orders a month that cover them")
FIRST_PRICE = mark("What you pay at first, of the shop price")
NOT_DISCLOSED = Message(mark("not disclosed"))
NO_OUTLAY = Message(mark("Your money never goes below zero."))
MONEY_LASTS = Message(mark("Your own money lasts to the end."))
ORDER_LEAVES_NOTHING = Message(mark("An order leaves nothing: you sell the goods for what they cost you, or less."))
NO_ORDERS = Message(mark("Hardly any orders are planned in the last month."))
NO_HOURS = Message(mark("No hours are planned."))
NO_WAGE = Message(mark("No reference wage is stated, and no source gives one in this currency."))
NO_SINGLE_RATE = {
    Status.NONE: Message(mark("No rate within reason balances what you pay in and what you get out.")),
    Status.SEVERAL: Message(mark("Several rates balance what you pay in and what you get out, so none is shown.")),
    Status.PAID_OUT_FIRST: Message(mark("Money comes in before it goes out, so there is no return on money put in.")),
    Status.NEVER_PAID_IN: Message(mark("You never pay anything in.")),
    Status.NEVER_PAID_OUT: Message(mark("You never get anything out.")),
}


def points_stated_at(company: Company) -> str:
    """Where the file says how many own points are asked for before the company pays on a team."""
    return "ranks" if company.points_of_ranks else MINIMUM


def facts_of_terms(company: Company, terms: Terms) -> tuple[Fact, ...]:
    """The terms in which companies differ, as one plan meets them. What was not found is not disclosed, never 0.

    terms: this company's, in the plan's currency. wholesale_share: of the shop price, at first. points_per_100_retail,
    commissionable_per_100_retail: per 100 of the plan's currency. payout_lag_months: as the company states it, not what
    stands in where it is silent; margin_lag_months and own_lag_months: as stated for them, or for all pay. The last
    three count the figures of the company's whole file.
    """

    def fact(place: str, unit: Unit, value: float, key: str = "", title: str = "") -> Fact:
        key, title, entry = key or place.rpartition(".")[2], title or TITLES[place], entry_at(company, place)
        if isinstance(entry, Cited):
            return Fact(key, title, unit, value, grade=grade_of(entry))
        if key in terms.assumed:
            return Fact(key, title, unit, value, assumed=True)
        return Fact(key, title, unit, None, NOT_DISCLOSED)

    def lag(place: str, value: float) -> Fact:
        stated = place if entry_at(company, place) is not None else "pay.payout_lag_months"
        return fact(stated, "months", value, place.rpartition(".")[2], TITLES[place])

    return (
        fact("joining.starter_kit_fee", "money", terms.starter_kit_fee),
        fact("joining.minimum_opening_stock", "money", terms.minimum_opening_stock),
        fact("joining.renewal_fee", "money", terms.renewal_fee),
        fact("joining.website_fee", "money", terms.website_fee),
        *_beside_goods(fact, terms),
        fact("prices", "share", terms.price_steps[0][1], WHOLESALE, FIRST_PRICE),
        fact("volume.points_per_100_retail", "points", terms.points_per_retail * 100),
        fact("volume.commissionable_per_100_retail", "money", terms.commissionable_per_retail * 100),
        fact(points_stated_at(company), "points", terms.own_points_asked, "minimum_personal_volume", BEFORE_PAY),
        *([fact("pay.minimum_sales", "money", terms.minimum_sales)] if terms.minimum_sales else []),
        _standing_order(company, terms),
        lag("pay.payout_lag_months", terms.payout_lag_months),
        lag("pay.margin_lag_months", terms.margin_lag_months),
        lag("pay.own_lag_months", terms.own_lag_months),
        *_buy_back(fact, company),
        *_counts(company),
    )


def grade_of(entry: Cited) -> Grade | None:
    """The grade of an entry's source; None where it was invented, so that there is none."""
    return None if entry.kind == "invented" else entry.grade


def _beside_goods(fact: Callable[..., Fact], terms: Terms) -> Iterator[Fact]:
    """What few companies state: what the starter kit and an order of goods cost beside the goods."""
    orders = terms.orders
    yield fact("joining.kit_freight", "money", orders.kit_freight)
    yield fact("joining.kit_tax", "share", orders.kit_tax / terms.starter_kit_fee if orders.kit_tax else 0.0)
    yield fact("orders.fee", "money", orders.fee, "order_fee")
    freight = fact("orders.freight_share", "share", orders.freight_share or 0.0, "order_freight_share")
    yield replace(freight, reason=BY_A_TABLE) if orders.freight_steps else freight
    yield fact("orders.tax_on_paid", "share", orders.tax_on_paid, "order_tax_on_paid")
    yield fact("orders.tax_on_shop_price", "share", orders.tax_on_shop_price, "order_tax_on_shop_price")


def _standing_order(company: Company, terms: Terms) -> Fact:
    """What has to be ordered each month: money in the plan's currency, or the company's own points."""
    place = "activity.standing_order"
    entry, key = entry_at(company, place), "standing_order"
    if not isinstance(entry, Figure):
        return Fact(key, TITLES[place], "money", None, NOT_DISCLOSED)
    first = Quantity(terms.standing_order.first_month, "count")
    later = Message(mark("from month {month}"), {"month": first}) if first.value > 1 else None
    if entry.unit == "points_a_month":
        return Fact(key, TITLES[place], "points", entry.value, remark=later, grade=grade_of(entry))
    return Fact(key, TITLES[place], "money", entry.value * terms.rate, remark=later, grade=grade_of(entry))


def _buy_back(fact: Callable[..., Fact], company: Company) -> Iterator[Fact]:
    """How much is paid back for goods that are returned, and for how long."""
    share, months = (
        entry.value if isinstance(entry, Figure) else 0.0
        for entry in (company.buy_back.share, company.buy_back.window_months)
    )
    yield fact("buy_back.share", "share", share, "buy_back_share")
    window = fact("buy_back.window_months", "months", months, "buy_back_window_months")
    yield replace(window, value=None, reason=UNLIMITED) if company.buy_back.longest == inf else window


def _counts(company: Company) -> tuple[Fact, ...]:
    coverage = coverage_of(company)
    return (
        Fact("figures_sourced", mark("Figures from a source"), "count", coverage.sourced),
        Fact("figures_weak", mark("Of them from a weak source"), "count", coverage.weak),
        Fact("figures_not_disclosed", mark("Looked for and not disclosed"), "count", coverage.not_disclosed),
    )


def facts_of_measures(measures: Measures) -> tuple[Fact, ...]:
    """Every measure of a plan, the hole and the way out of it first."""

    def fact(key: str, title: str, unit: Unit, value: float | None, missing: Message | None = None) -> Fact:
        return Fact(key, title, unit, value, missing if value is None else None)

    need, rate = measures.peak_funding_need, measures.rate_of_return
    deepest = measures.peak_funding_month if need >= CENT else None
    unsafe = NO_ORDERS if measures.planned_orders < FEWEST_ORDERS else ORDER_LEAVES_NOTHING
    return (
        fact("peak_funding_need", mark("Deepest hole"), "money", need),
        fact("peak_funding_month", mark("Month of the deepest hole"), "month", deepest, NO_OUTLAY),
        fact("money_runs_out", mark("Own money runs out"), "month", measures.money_runs_out, MONEY_LASTS),
        _reached("operating_break_even", mark("A month pays for itself from"), measures.operating_break_even),
        _reached("payback", mark("Money back"), measures.payback),
        _reached(
            "payback_with_time", mark("Money and time paid"), measures.payback_with_time or Milestone(None, NO_WAGE)
        ),
        fact("result", mark("Result"), "money", measures.result),
        fact("result_today", mark("Result in today's money"), "money", measures.result_today),
        fact("left_a_month", mark("Left a month at the end"), "money", measures.left_a_month),
        fact("contribution_per_order", mark("What an order leaves"), "money", measures.contribution_per_order),
        fact("fixed_costs_a_month", mark("Fees and running costs a month"), "money", measures.fixed_costs_a_month),
        fact("break_even_orders", COVERED_BY, "orders", measures.break_even_orders, ORDER_LEAVES_NOTHING),
        fact("planned_orders", mark("Orders in the last month"), "orders", measures.planned_orders),
        fact("margin_of_safety", mark("Margin of safety"), "share", measures.margin_of_safety, unsafe),
        fact("hours", mark("Hours you work"), "hours", measures.hours),
        fact("earnings_per_hour", mark("Per hour worked"), "money", measures.earnings_per_hour, NO_HOURS),
        fact("net_present_value", mark("Net present value"), "money", measures.net_present_value),
        fact(
            "internal_rate_of_return",
            mark("Internal rate of return, a year"),
            "share",
            rate.annual,
            NO_SINGLE_RATE.get(rate.status),
        ),
        fact("return_on_money", mark("Return on money put in"), "share", measures.return_on_money, NO_OUTLAY),
    )


def _reached(key: str, title: str, milestone: Milestone) -> Fact:
    remark = None
    if milestone.lost is not None:
        remark = Message(mark("Reached in {month} and lost again."), {"month": Quantity(milestone.lost, "month")})
    return Fact(key, title, "month", milestone.month, None if milestone.month else milestone.reason, remark)
