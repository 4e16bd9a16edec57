"""Two legs on a team that exists: what both sides have in common is paid, and what is left is kept or gone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.books import Books
from planner.compensation.teams.flow import CUT, Flow, Flows, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.placed.capped import Terms, by_cycles, by_rate
from planner.compensation.teams.placed.matched import (
    LEFT,
    RIGHT,
    smaller_side,
    taken_of_sides,
    times_matched,
    weak_side,
)
from planner.compensation.teams.placed.placement import Placement, placed
from planner.compensation.teams.team import ROOT, Array, Index
from planner.inputs.pay.binary import Binary

SIDES = 2


@dataclass(frozen=True, slots=True)
class Carried:
    """What is kept from month to month: the points of each side, (2, members), of those of whom it is asked what is
    paid; and where everybody stands.
    """

    sides: Array
    placement: Placement


@dataclass(frozen=True, slots=True)
class Legs:
    """The month of the two sides of some members, (2, members), left first; members: who they are. had: with what was
    carried into the month.

    used: of it, what is paid on. paid, uncut: what is paid on, after and before caps, money of the volume of each block
    or cycles: (blocks, members). rates: of each. kept: carried into the next month. weak: the weak side.
    """

    members: Index
    had: Array
    used: Array
    paid: Array
    uncut: Array
    rates: Array
    kept: Array
    weak: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class OfTops:
    """What is kept where tops alone are paid. sides: as of Carried, (2, tops). top, side: of each member, under whom at
    the top they stand, and on which side of them; of a top the side is ROOT. everyone: the same of all who ever join.
    """

    sides: Array
    top: Index
    side: Index
    everyone: tuple[Index, Index]

    def of(self, chosen: Index) -> "OfTops":
        """With some of all who ever join as the members."""
        top, side = self.everyone
        return replace(self, top=top[chosen], side=side[chosen])


def pay_two_legs(part: Binary, month: TeamMonth, books: Books) -> tuple[Flows, Carried | OfTops]:
    """What the part pays in a month and carries into the next. Raises Unplaced where no placement tells the sides."""
    before = books.kept
    counted = month.bought.points if part.counts == "points" else month.bought.value
    if not part.pays_on_inactive:
        counted = np.where(month.active, counted, 0.0)
    if isinstance(before, OfTops):
        tops, shape = np.arange(month.team.tops.stop), before.sides.shape
        below = np.flatnonzero(before.side != ROOT)
        cell = before.side[below] * shape[1] + before.top[below]
        came = np.bincount(cell, weights=counted[below], minlength=shape[0] * shape[1]).reshape(shape)
        enough = recruits_of_tops(part, month, before)
        legs = legs_of(part, month, tops, before.sides, before.sides + came, counted[tops], enough)
        return partial(rows, part, legs), replace(before, sides=legs.kept)
    if before is None:
        before = Carried(np.zeros((SIDES, len(month.team))), placed(month.team, SIDES, part.rule))
    had, came = before.sides[:, month.asked], before.placement.below(counted, SIDES)[:, month.asked]
    own = counted[month.asked]
    something = ((had != 0) | (came != 0)).any(axis=0)  # of nothing on both sides nothing is paid or kept
    some = np.flatnonzero(something | (own != 0) if part.own_volume == "weak" else something)
    had, came, enough = had[:, some], came[:, some], has_recruits(part, month, before.placement)[some]
    legs = legs_of(part, month, some, had, had + came, own[some], enough)
    kept = np.zeros((SIDES, len(own)))
    kept[:, some] = legs.kept
    return partial(rows, part, legs), replace(before, sides=kept)


def recruits_of_tops(part: Binary, month: TeamMonth, before: OfTops) -> NDArray[np.bool_]:
    """Which tops have so many active personal recruits on each side as are asked for."""
    team, shape = month.team, before.sides.shape
    if not part.recruits_each_side or len(team.generations) < 2:
        return np.full(shape[1], not part.recruits_each_side)
    first = np.arange(team.generations[1].start, team.generations[1].stop)
    first = first[month.active[first]]
    cell = before.side[first] * shape[1] + team.above[first]
    count = np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape)
    return np.asarray((count >= part.recruits_each_side).all(axis=0))


def legs_of(
    part: Binary,
    month: TeamMonth,
    members: Index,
    before: Array,
    sides: Array,
    own: Array,
    enough: NDArray[np.bool_],
) -> Legs:
    """Both sides of some members: had, matched, paid within the caps, and kept.

    before: what was carried into the month; sides: with what came on each side. own: what counts of one's own. enough:
    who has the recruits that are asked for.
    """
    had = with_own(part, sides, own)
    weak = weak_side(part, had)
    times = times_matched(part, had, weak)
    taken = taken_of_sides(part, had, weak, times)
    terms = Terms.of(part, month, members)
    found = by_rate(part, terms, taken, weak) if part.cycle is None else by_cycles(part, terms, had, weak, times)
    earns = month.paid_from(part.from_rank)[members] & enough
    idle = np.where(
        month.active[members], *(idle_sides(rule, before, had) for rule in (part.unqualified, part.inactive))
    )
    kept = np.where(earns, left_over(part, had, weak, taken, found.used, found.cut), idle)
    if part.keep_at_most is not None:
        kept = np.minimum(kept, part.keep_at_most)
    return Legs(members, had, found.used, found.paid * earns, found.uncut * earns, found.rates, kept, weak)


def with_own(part: Binary, sides: Array, own: Array) -> Array:
    """What stands on each side before anything is matched; own: what counts of one's own goods."""
    if part.own_volume == "weak":
        smaller = smaller_side(part, sides)
        sides = sides + np.stack([np.where(smaller == side, own, 0.0) for side in (LEFT, RIGHT)])
    return sides


def has_recruits(part: Binary, month: TeamMonth, placement: Placement) -> NDArray[np.bool_]:
    """Who has so many active personal recruits on each side as are asked for."""
    members = len(month.team)
    if not part.recruits_each_side:
        return np.ones(members, dtype=np.bool_)
    first, past = placement.spans()
    recruits = placement.at[np.flatnonzero((month.team.above != ROOT) & month.active)]
    sponsor = placement.at[month.team.above[placement.member[recruits]]]
    count = np.zeros((SIDES, members))
    below = np.flatnonzero(placement.tree.above != ROOT)
    for side in (LEFT, RIGHT):
        head = np.full(members, ROOT)
        on_side = below[placement.side[below] == side]
        head[placement.tree.above[on_side]] = on_side
        at = head[sponsor]
        inside = (at != ROOT) & (first[recruits] >= first[at]) & (first[recruits] < past[at])
        np.add.at(count[side], placement.member[sponsor[inside]], 1.0)
    return np.asarray((count >= part.recruits_each_side).all(axis=0))


def idle_sides(rule: str, before: Array, had: Array) -> Array:
    """What whoever is not paid has for the next month."""
    return {"keeps": before, "loses": np.zeros_like(had), "accrues": had}[rule]


def left_over(
    part: Binary, had: Array, weak: NDArray[np.intp], taken: Array, used: Array, cut: NDArray[np.bool_]
) -> Array:
    """What whoever is paid has for the next month. taken: what matched; used: what is paid on; cut: by a cap."""
    free = np.maximum(had - taken, 0.0)
    keeps = np.full(had.shape, part.unmatched == "kept")
    if part.cycle is not None:
        strong, weaker = part.points
        asks = np.where(weak == RIGHT, [[strong], [weaker]], [[weaker], [strong]])
        asks = np.full(had.shape, min(part.points)) if part.strong_side == "either" else asks
        keeps = np.where(free + NEARLY < asks, part.remainder == "kept", keeps)
    if part.capped == "kept":
        rest = np.maximum(had - used, 0.0)
        unmatched = np.minimum(free, rest)
        return np.where(keeps, unmatched, 0.0) + rest - unmatched
    kept = np.where(keeps, free, 0.0)
    return np.where(cut, 0.0, kept) if part.capped == "flushed" else kept


def rows(part: Binary, legs: Legs, *, together: bool = False) -> Iterator[Flow]:
    """A row for each block of each member: what both sides match rests on nobody's orders alone.

    Step 1 is the left and 2 the right where the rate is on that side as the weak one, 0 where it is on both. Of cycles
    the base is what they pay, and the detail cycles says how many; of a cycle that a cap cuts a part.
    """
    nobody = np.full(len(legs.members), ROOT)
    counted = "" if part.counts == "points" else "_money"
    told = {
        f"{name}_{side}{counted}": values[number]
        for name, values in (() if together else (("had", legs.had), ("used", legs.used), ("carried", legs.kept)))
        for number, side in enumerate(("left", "right"))
    }
    on_both = part.cycle is not None or part.rate_on == "total"
    for paid, uncut, rate in zip(legs.paid, legs.uncut, legs.rates, strict=True):
        for step in (0,) if on_both else (LEFT + 1, RIGHT + 1):
            earner = np.where((step == 0) | (legs.weak == step - 1), legs.members, ROOT)
            cut = {CUT: (uncut - paid) * rate}
            if part.cycle is None:
                yield flow(step, earner, nobody, paid, rate, **told, **cut)
            else:
                yield flow(step, earner, nobody, paid * rate, 1.0, cycles=paid, **told, **cut)
