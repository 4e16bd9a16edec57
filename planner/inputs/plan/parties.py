"""Parties, shows and stands: a way to sell beside customers who come back."""

from typing import TYPE_CHECKING

from planner.inputs.cited.source import Record
from planner.inputs.plan.entry import Money, Share, Turned, assumed, entry
from planner.inputs.plan.schedule import Schedule, monthly_values
from planner.language import mark

if TYPE_CHECKING:
    from planner.inputs.plan.plan import Plan

NOT_STATED = mark("None, until you state it.")


def parties_are_planned(plan: "Plan") -> bool:
    """Whether any are held, within any horizon."""
    return bool(monthly_values(plan.parties.a_month, 120).any())


class Parties(Record):
    """Parties, shows or stands; who buys there buys once, an average order each, and may become a customer."""

    a_month: Schedule = entry(
        0.0,
        "number",
        mark("Parties or shows a month"),
        mark("Parties, shows, stands or webinars at which you sell. One every second month is 0.5."),
        assumed(mark("None: customers who come back are counted above.")),
        turned=Turned(where_some=True, at_least=1),
    )
    orders_each: float = entry(
        5.0,
        "orders",
        mark("Guests who buy at each"),
        mark("Each buys for the price of an order that you stated."),
        assumed(mark("Five. A judgement: sources count guests or sales, and few of them say how many buy.")),
        counts=parties_are_planned,
        ge=0,
        le=1000,
    )
    host_credit: Share = entry(
        0.10,
        "share",
        mark("Goods for the host, of what is sold"),
        mark("At shop price. You buy these goods at your price: that is what they cost you."),
        assumed(mark("10 of 100, a round number. A judgement: ask what your company's host expects.")),
        counts=parties_are_planned,
    )
    cost_each: Money = entry(
        0,
        "money",
        mark("What a party costs you beside that"),
        mark("Travel, food, prizes, samples and the place, for each."),
        assumed(NOT_STATED),
        counts=parties_are_planned,
    )
    hours_each: float = entry(
        4.0,
        "hours",
        mark("Hours for a party"),
        mark("Preparing, travelling, holding it and delivering, beside the hours a week that you state."),
        assumed(mark("Four. A judgement.")),
        counts=parties_are_planned,
        ge=0,
        le=200,
    )
    become_customers: float = entry(
        0.0,
        "people",
        mark("New customers from each party"),
        mark("Guests who go on buying from you, as your other customers do."),
        assumed(NOT_STATED),
        counts=parties_are_planned,
        ge=0,
        le=1000,
    )
    become_recruits: float = entry(
        0.0,
        "people",
        mark("Recruits from each party"),
        mark("Guests who join below you."),
        assumed(NOT_STATED),
        counts=parties_are_planned,
        ge=0,
        le=1000,
    )
