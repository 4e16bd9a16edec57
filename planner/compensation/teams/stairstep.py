"""Stairstep differential on a team that exists: from each buyer upward, to whoever has more than those below them.

By chain rates rise from one who is paid to the next, so that nobody's orders take more steps than there are rates,
however deep the team.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.climb import highest_below_top, last_below_top, next_above
from planner.compensation.teams.flow import Flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.ranks import rank_by_conditions
from planner.compensation.teams.rising import Rising, ending_at
from planner.compensation.teams.team import ROOT, Array, Index
from planner.inputs.pay.stairstep import Stairstep


@dataclass(frozen=True, slots=True)
class Climb:
    """Who is paid above whom. start: of each buyer, the first whose rate is taken from somebody's who has more; None:
    the buyer.

    earner: of each, the one who has more. then: the next whose rate is taken, once that one is paid. ROOT: nobody.
    """

    start: Index | None
    earner: Index
    then: Index

    def ending_at(self, ends: Index) -> "Climb":
        """The same with nothing passed on above these: of each member, the nearest from themselves upward."""
        start = None if self.start is None else ending_at(self.start, ends)
        return Climb(start, ending_at(self.earner, ends), ending_at(self.then, ends))


def pay_steps(part: Stairstep, month: TeamMonth, *, together: bool = False) -> Iterator[Flow]:
    """What everybody earns on their own goods (step 0), and on what those below bought, from the nearest above on."""
    paid, rates, value = month.paid_from(part.from_rank), rates_of_everyone(part, month), month.bought.value
    if part.own == "paid":
        goods = Rising.of(value, paid, together=False)
        own = rates[goods.at]
        yield goods.paid(0, goods.at, own, own_rate=own, taken=np.zeros(len(own)))
    if month.tops_alone:
        yield of_tops(part, month, rates, paid)
        return
    climb = by_chain(month, rates) if part.taken == "by_chain" else by_leg(part, month, rates)
    if part.broken_away == "nothing" and month.plan.breaks_at is not None:
        climb = climb.ending_at(broken_at_or_above(month))
    goods, step = Rising.of(value, together=together), 1
    if climb.start is not None:
        goods = goods.to(climb.start[goods.at])
    while len(goods.at):
        earner = climb.earner[goods.at]
        own, taken = rates[earner], rates[goods.at]
        yield goods.paid(step, earner, np.where(paid[earner], own - taken, 0.0), own_rate=own, taken=taken)
        goods, step = goods.to(climb.then[goods.at]), step + 1


def of_tops(part: Stairstep, month: TeamMonth, rates: Array, paid: NDArray[np.bool_]) -> Flow:
    """What tops alone are paid on what those below bought: above the highest rate on the way, or that of the leg."""
    team = month.team
    if part.taken == "by_chain":
        taken = highest_below_top(team, rates)
    else:
        taken = rates[last_below_top(team, counts_as_head(part, month))]
    left = np.where(paid, rates, 0.0)[team.top_of()] - taken
    reaches = (left > 0) & (month.bought.value != 0)
    reaches[team.tops] = False
    if part.broken_away == "nothing" and month.plan.breakaway is not None:
        reaches &= ~highest_below_top(team, month.stands.broken)
    source = np.flatnonzero(reaches)
    return Flow(0, team.top_of()[source], source, month.bought.value[source], left[source], {})


def rates_of_everyone(part: Stairstep, month: TeamMonth) -> Array:
    """Everybody's rate, of those who are not active what they keep of it."""
    table = np.array([part.without_rank, *(rule.rate or 0.0 for rule in month.plan.ranks)])
    ranks = month.rank
    if part.inactive == "keeps":
        idle = np.flatnonzero(~month.active)
        ranks = ranks.copy()
        ranks[idle] = rank_by_conditions(month.plan, month.stands, month.title, idle)
    least = 0 if part.from_rank is None else month.plan.rank_names.index(part.from_rank) + 1
    has_one = (month.active | (part.inactive == "keeps")) & (ranks >= least)
    return np.where(has_one, table[month.title if part.rate_by == "title" else ranks], 0.0)


def broken_at_or_above(month: TeamMonth) -> Index:
    """Of each, the nearest from themselves upward whose group broke away; ROOT where there is none.

    Nobody above that one is paid on what they buy: whoever stands higher has a lower place.
    """
    broken = month.stands.broken
    return np.where(broken, np.arange(len(broken)), next_above(month.team, broken))


def by_chain(month: TeamMonth, rates: Array) -> Climb:
    """From each, the nearest above with a higher rate, and so on from there."""
    least = rates.min(initial=0.0)
    higher, rest = next_above(month.team, rates > least), np.flatnonzero(rates > least)
    while len(rest):  # of these everybody's pointer leads to one of them
        rate = rates[rest].min()
        while len(stop := rest[(higher[rest] != ROOT) & (rates[higher[rest]] <= rate)]):
            higher[stop] = higher[higher[stop]]  # twice as far each time
        rest = rest[rates[rest] > rate]
    return Climb(None, higher, higher)


def by_leg(part: Stairstep, month: TeamMonth, rates: Array) -> Climb:
    """From each, whoever is next above a head with a lower rate, and so on to the top."""
    counts = counts_as_head(part, month)
    up = next_above(month.team, counts)
    leaves = (up != ROOT) & (rates[up] > rates)
    heads = next_above(month.team, leaves & counts)
    return Climb(np.where(leaves, np.arange(len(rates)), heads), up, heads)


def counts_as_head(part: Stairstep, month: TeamMonth) -> NDArray[np.bool_]:
    """Whose own rate is that of a leg."""
    return np.ones_like(month.active) if part.inactive == "keeps" else month.active
