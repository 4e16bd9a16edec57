"""Months of a team, paid by a plan's rules in order: who is active, everyone's rank, and what each part pays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner.compensation.teams.bonuses.joining import without_first_orders
from planner.compensation.teams.books import Books, PaidPart
from planner.compensation.teams.flow import Flow, paid
from planner.compensation.teams.kinds import RULES
from planner.compensation.teams.month import Past, TeamMonth, sales_of, who_is_active
from planner.compensation.teams.ranks import Ranks, Standing, paid_as
from planner.compensation.teams.team import Array, TeamMonths
from planner.inputs.pay.pay_plan import PayPlan


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """A month of the team, paid. pay: each member's, all parts together."""

    name: str
    month: TeamMonth
    parts: tuple[PaidPart, ...]

    @property
    def pay(self) -> Array:
        """Money, a place each member."""
        return np.asarray(sum((each.amount for each in self.parts), np.zeros(len(self.month.team))))

    def receipt(self, member: int) -> Iterator[tuple[PaidPart, Flow]]:
        """The rows that one member's pay is the sum of, part by part and step by step."""
        for part in self.parts:
            for each in part.flows():
                rows = np.flatnonzero(each.earner == member)
                if len(rows):
                    yield part, each.of(rows)


def pay_team(plan: PayPlan, months: TeamMonths, first_number: int = 0) -> tuple[PaidMonth, ...]:
    """Every month in order. first_number: of the first month, on the count of Team.joined.

    Raises ValueError where the plan asks for what the team's file does not state; told before, by lacking().
    """
    if lacks := lacking(plan, months):
        raise ValueError(f"the plan asks for what the team does not state: {', '.join(lacks)}")
    nothing = np.zeros(len(months.team))
    past = Past(lifetime=nothing, title=titles(plan, months))
    found = []
    team = months.team
    for number, (name, everything) in enumerate(zip(months.names, months.bought, strict=True), start=first_number):
        bought = without_first_orders(plan, team, number, everything)
        active = who_is_active(plan, team, number, int(name[5:7]), bought, past)
        past = past.after(bought, sales_of(plan, bought))
        before = Standing.before(team, plan, bought.points, past.lifetime, active)
        stands = paid_as(plan, before, past.in_row, past.title)
        title = np.maximum(past.title, stands.rank)
        month = TeamMonth(team, plan, number, name, bought, everything, stands, title, past.title)
        parts, kept = pay_parts(plan, month, past.kept)
        past = replace(past, in_row=stands.in_row, title=title, kept=kept)
        found.append(PaidMonth(name, month, parts))
    return tuple(found)


def lacking(plan: PayPlan, months: TeamMonths) -> tuple[str, ...]:
    """What the plan asks for and the team does not state, by its field in Bought; nothing is assumed in its place."""
    wanted = {"orders": plan.wants_orders}
    return tuple(
        name for name, asked in wanted.items() if asked and any(getattr(each, name) is None for each in months.bought)
    )


def titles(plan: PayPlan, months: TeamMonths) -> Ranks:
    """The number of the rank with which each came in, 0 where the file states none that the plan has."""
    if months.title is None:
        return np.zeros(len(months.team), dtype=np.intp)
    numbers = {name: number for number, name in enumerate(plan.rank_names, start=1)}
    return np.array([numbers.get(name, 0) for name in months.title], dtype=np.intp)


def pay_parts(plan: PayPlan, month: TeamMonth, kept: dict[int, Any]) -> tuple[tuple[PaidPart, ...], dict[int, Any]]:
    """What each part pays in the month, in the plan's order, and what each keeps for the next, by its place."""
    found: tuple[PaidPart, ...] = ()
    keeps: dict[int, Any] = {}
    for place, part in enumerate(plan.parts):
        flows, keeps[place] = RULES[type(part)](part, month, Books(found, kept.get(place)))
        found += (PaidPart(part, paid(flows, len(month.team)), flows),)
    return found, keeps
