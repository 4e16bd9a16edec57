"""Months of a team, paid by a plan's rules in order: who is active, everyone's rank, and what each part pays."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.bonuses.joining import without_first_orders
from planner.compensation.teams.books import Books, PaidPart, Rule, alone
from planner.compensation.teams.flow import Flow, paid
from planner.compensation.teams.kinds import RULES
from planner.compensation.teams.limits.adjustment import Adjustment
from planner.compensation.teams.limits.caps import Left, total
from planner.compensation.teams.limits.cheques import Gates, cheques
from planner.compensation.teams.month import Past, TeamMonth, who_is_active
from planner.compensation.teams.ranks import Ranks, Standing, paid_as
from planner.compensation.teams.team import Array, Bought, Team, TeamMonths
from planner.inputs.pay.pay_plan import PayPlan
from planner.memory import keep_what_is_let_go


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """A month of the team, paid. left: what is paid of each part, a place each member, after gates, caps and rounding.

    adjustments: what these took or added, in their order. Pay is what is left of all parts, and also what the rows of
    the parts and the adjustments come to.
    """

    name: str
    month: TeamMonth
    parts: tuple[PaidPart, ...]
    left: Left
    adjustments: tuple[Adjustment, ...]

    @property
    def pay(self) -> Array:
        """Money, a place each member."""
        return total(self.left, len(self.month.team))

    def share_paid(self, place: int) -> Array:
        """The share of the rows of the part at this place that is paid, for each member: 1 where nothing was done."""
        gross = self.parts[place].gross
        return np.divide(self.left[place], gross, out=np.ones_like(gross), where=gross != 0)

    def adjusted(self, member: int) -> Iterator[tuple[Adjustment, float]]:
        """The rows of one member's receipt that are no part's: what was done, and the money that it took or added."""
        for each in self.adjustments:
            if each.amount[member] != 0:
                yield each, float(each.amount[member])

    def receipt(self, member: int) -> Iterator[tuple[PaidPart, Flow]]:
        """The rows of one member's pay, part by part and step by step; pay is what they and those adjusted come to."""
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
    keep_what_is_let_go()
    past = Past(lifetime=np.zeros(len(months.team)), title=titles(plan, months))
    found = []
    for number, (name, everything) in enumerate(zip(months.names, months.bought, strict=True), start=first_number):
        paid_month, past = pay_month(plan, months.team, Moment(number, int(name[5:7]), name), everything, past)
        found.append(paid_month)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Moment:
    """A month that is paid. number: on the count of Team.joined. calendar_month: 1 to 12. name: 2026-11."""

    number: int
    calendar_month: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a month beside what was bought. tops_active: whether whoever stands at a top is active; None:
    what they bought decides. unpaid: parts that pay nothing, by their number in the plan. levels: of parts, down
    to how many levels below tops it is asked what they pay, 0 the tops alone; everybody of those that are not named.
    ranks_of_tops: whether nobody's rank is asked but that of tops. watch: is shown all
    rows of each part once: its place in the plan, from 0, and the month with them. active: of everybody, where that is
    known. tops_rank: as which the tops are paid, who then pass every gate; None: what the month gives.
    """

    tops_active: NDArray[np.bool_] | None = None
    unpaid: frozenset[int] = frozenset()
    levels: Mapping[int, int] = field(default_factory=dict)
    ranks_of_tops: bool = False
    watch: Callable[[int, TeamMonth, Flow], None] | None = None
    active: NDArray[np.bool_] | None = None
    tops_rank: int | None = None


NOTHING: Rule = alone(lambda _part, _month: iter(()))


def pay_month(
    plan: PayPlan,
    team: Team,
    moment: Moment,
    everything: Bought,
    past: Past,
    told: Told | None = None,
) -> tuple[PaidMonth, Past]:
    """One month, and what it leaves for the next; past itself stays as it is, so that a month can be tried."""
    told = told or Told()
    number = moment.number
    bought = without_first_orders(plan, team, number, everything)
    active = told.active
    if active is None:
        active = who_is_active(plan, team, number, moment.calendar_month, bought, past)
    if told.tops_active is not None:
        active[team.tops] = told.tops_active
    past = past.after(plan, bought)
    before = Standing.before(team, plan, bought.points, past.lifetime, active, team.absent(number))
    stands = paid_as(plan, before, past.in_row, past.title, tops_alone=told.ranks_of_tops)
    if told.tops_rank is not None:
        stands.rank[team.tops] = told.tops_rank
    title = np.maximum(past.title, stands.rank)
    month = TeamMonth(team, plan, number, moment.name, bought, everything, stands, title, past.title)
    gates = Gates.of(month, past.gates)
    if told.tops_rank is not None:
        gates = gates.open_to(team.tops)
    parts, kept = pay_parts(month, gates, past.kept, told)
    past = replace(past, in_row=stands.in_row, title=title, kept=kept, gates=gates.kept)
    return PaidMonth(moment.name, month, parts, *cheques(month, parts, gates)), past


def lacking(plan: PayPlan, months: TeamMonths) -> tuple[str, ...]:
    """What the plan asks for and the team does not state, by its field in Bought; nothing is assumed in its place."""
    wanted = {"orders": plan.wants_orders, "customers": plan.wants_customers}
    return tuple(
        name for name, asked in wanted.items() if asked and any(getattr(each, name) is None for each in months.bought)
    )


def titles(plan: PayPlan, months: TeamMonths) -> Ranks:
    """The number of the rank with which each came in, 0 where the file states none that the plan has."""
    if months.title is None:
        return np.zeros(len(months.team), dtype=np.intp)
    numbers = {name: number for number, name in enumerate(plan.rank_names, start=1)}
    return np.array([numbers.get(name, 0) for name in months.title], dtype=np.intp)


def pay_parts(
    month: TeamMonth, gates: Gates, kept: dict[int, Any], told: Told
) -> tuple[tuple[PaidPart, ...], dict[int, Any]]:
    """What each part pays in the month, in the plan's order, and what each keeps for the next, by its place."""
    found: tuple[PaidPart, ...] = ()
    keeps: dict[int, Any] = {}
    for place, part in enumerate(month.plan.parts):
        closed_by = gates.closed(month, place)
        rule = NOTHING if place + 1 in told.unpaid else RULES[type(part)]
        asked = replace(month, levels=told.levels.get(place + 1))
        flows, keeps[place] = rule(part, asked, Books(found, kept.get(place), closed_by))
        gross = paid(flows, len(month.team), told.watch and partial(told.watch, place, month))
        amount = np.where(closed_by > 0, 0.0, gross) if gates.tested else gross
        found += (PaidPart(part, amount, flows, gross, closed_by),)
    return found, keeps
