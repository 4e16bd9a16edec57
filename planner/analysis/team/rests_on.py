"""What a team's pay rests on: outside customers, own buying, what recruits buy, orders at joining, nobody's alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.flow import Flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.on_orders import shares
from planner.compensation.teams.pay import PaidMonth
from planner.compensation.teams.team import ROOT, Array
from planner.inputs.pay.part import Part
from planner.inputs.pay.unilevel import Unilevel
from planner.language import mark

SOURCES = ("customers", "own_buying", "recruits_buying", "joining_orders", "other")
TITLES = {
    "customers": mark("outside customers"),
    "own_buying": mark("own buying"),
    "recruits_buying": mark("what recruits buy themselves"),
    "joining_orders": mark("orders at joining"),
    "other": mark("nobody's orders alone, but both legs, places, ranks or pools"),
}


@dataclass(frozen=True, slots=True)
class RestsOn:
    """Money by what it rests on, a place each member; together it is their pay."""

    customers: Array
    own_buying: Array
    recruits_buying: Array
    joining_orders: Array
    other: Array

    def of(self, member: int) -> dict[str, float]:
        """One member's, by its name in SOURCES."""
        return {name: float(getattr(self, name)[member]) for name in SOURCES}

    def total(self) -> dict[str, float]:
        """The whole team's."""
        return {name: float(getattr(self, name).sum()) for name in SOURCES}


def rests_on(month: PaidMonth) -> RestsOn:
    """What is paid of every row, by the parts of the orders that it is on, as far as the team's file states them."""
    members = len(month.month.team)
    found = {name: np.zeros(members) for name in SOURCES}
    for place, part in enumerate(month.parts):
        share = month.share_paid(place)
        for rows in part.flows():
            for name, amounts in split(part, rows, month):
                paid = amounts * share[rows.earner]
                found[name] += np.bincount(rows.earner, weights=paid, minlength=members)
    return RestsOn(**found)


# Of a part and a month, what outside customers and orders at joining are of what each bought.
Shares = Callable[[Part, TeamMonth], tuple[Array, Array]]


def split(part: PaidPart, rows: Flow, month: PaidMonth, shares: Shares = shares) -> Iterator[tuple[str, Array]]:
    """The amounts of some rows, by what they rest on."""
    amounts, known = rows.amount, rows.source != ROOT
    if not part.part.rests_on_orders():
        known = np.zeros_like(known)
    customers, joining = shares(part.part, month.month)
    source = np.where(known, rows.source, 0)
    by_customers = np.where(known, amounts * customers[source], 0.0)
    by_joining = np.where(known, amounts * joining[source], 0.0)
    rest = np.where(known, amounts - by_customers - by_joining, 0.0)
    own = rows.source == rows.earner
    if isinstance(part.part, Unilevel) and part.part.own_goods_of == "customers":  # own goods are customers' alone
        by_customers, by_joining = np.where(own, amounts, by_customers), np.where(own, 0.0, by_joining)
        rest = np.where(own, 0.0, rest)
    yield "customers", by_customers
    yield "joining_orders", by_joining
    yield "own_buying", np.where(own, rest, 0.0)
    yield "recruits_buying", np.where(own, 0.0, rest)
    yield "other", np.where(known, 0.0, amounts)
