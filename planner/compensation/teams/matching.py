"""Matching on a team that exists: a share of what recruits earn of parts before it, by level or by generation."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.books import Books, PaidPart
from planner.compensation.teams.flow import CUT, Flow, Flows, flow, paid
from planner.compensation.teams.generations import Table, by_generation, leaders_of
from planner.compensation.teams.levels import levels_up, of_tops, rates_by_rank
from planner.compensation.teams.limits.caps import cap_member
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.rising import Rising
from planner.compensation.teams.team import Array
from planner.inputs.pay.matching import Matching

NEARLY_A_CENT = 1e-7  # of a cent: half a cent is rounded up, also where its binary fraction lies just below it


def pay_matching(part: Matching, month: TeamMonth, books: Books) -> tuple[Flows, None]:
    """What the part pays in a month; it keeps nothing."""
    earned = earned_of(part, month, books)
    if part.on_itself:
        earned = with_its_own(part, month, earned, books.closed_by == 0)
    return partial(rows, part, month, earned), None


def earned_of(part: Matching, month: TeamMonth, books: Books) -> Array:
    """What everyone earns of the parts that are matched, money, never below 0."""
    left = tuple(each.amount for each in books.before)
    if part.capped == "before":
        left = tuple(each.amount + cut_of(each, len(month.team)) for each in books.before)
    else:
        for number, cap in enumerate(month.plan.caps, start=1):
            if cap.parts and max(cap.parts) <= len(left):
                left, _ = cap_member(cap, number, month, left)
    total = sum((as_matched(part, left[place - 1]) for place in part.of), np.zeros(len(month.team)))
    return np.maximum(total, 0.0)


def cut_of(each: PaidPart, members: int) -> Array:
    """What a part's own caps took from everyone to whom no gate is closed."""
    total = np.zeros(members)
    for some in each.flows(together=True):
        if CUT in some.detail:
            total += np.bincount(some.earner, weights=some.detail[CUT], minlength=members)
    return np.where(each.closed_by > 0, 0.0, total)


def as_matched(part: Matching, amounts: Array) -> Array:
    """Amounts as the part looks at them: exact, or as they are paid out."""
    if part.amounts == "exact":
        return amounts
    return np.copysign(np.floor(np.abs(amounts) * 100 + 0.5 + NEARLY_A_CENT) / 100, amounts)


def with_its_own(part: Matching, month: TeamMonth, earned: Array, is_open: NDArray[np.bool_]) -> Array:
    """The same with what everyone earns of this part: it hangs on those below alone, so that it settles from there.

    is_open: to whom no gate of the plan is closed for it.
    """
    total = earned
    while True:
        own = paid(partial(rows, part, month, total), len(month.team))
        again = earned + np.where(is_open, np.maximum(as_matched(part, own), 0.0), 0.0)
        if np.array_equal(again, total):
            return total
        total = again


def rows(part: Matching, month: TeamMonth, earned: Array, *, together: bool = False) -> Iterator[Flow]:
    """A row for each recruit who earns and each who is paid on them; what the cap takes, of all in proportion."""
    if part.cap_money is None:
        yield from shares(part, month, earned, together=together)
        return
    total = paid(partial(shares, part, month, earned), len(month.team))
    left = np.divide(part.cap_money, total, out=np.ones_like(total), where=total > part.cap_money)
    for each in shares(part, month, earned, together=together):
        of_earner = left[each.earner]
        cut = {CUT: each.amount * (1 - of_earner)}
        yield flow(each.step, each.earner, each.source, each.base * of_earner, each.rate, **cut)


def shares(part: Matching, month: TeamMonth, earned: Array, *, together: bool = False) -> Iterator[Flow]:
    """What everyone is paid before the cap of the part itself."""
    who = month.paid_from(part.from_rank)
    in_place_of_goods = replace(month, bought=replace(month.bought, value=earned))
    if part.ends_rank is not None:
        least = month.plan.rank_names.index(part.ends_rank) + 1
        alike = np.zeros(len(month.team), dtype=np.int64)
        leaders = leaders_of(part, month, alike, [(month.title >= least, month.rank >= least)])
        yield from by_generation(part, in_place_of_goods, leaders, Table.of(part, month, who), together=together)
        return
    rates, place = rates_by_rank(part, month), np.where(who, month.rank, -1)
    if month.tops_alone:
        yield of_tops(in_place_of_goods, rates, place, part.compression, None)
        return
    goods = Rising.of(earned, together=together)
    for level, there in levels_up(month.team, month.active, rates, place, part.compression, goods):
        yield there.paid(level + 1, there.at, rates[:, level][place[there.at]])
