"""The rank that every member of a team is paid as in a month: the highest whose every condition is met.

From the deepest generation up, so that everyone below is decided on before: legs may be asked for in which somebody has
the same rank, and legs that broke away are out of the groups above them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.team import Array, Team
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.ranks import RankRule

Ranks = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Standing:
    """What ranks are told from; a place each member. own: points of the month; lifetime: own points so far.

    active: has what the company asks for. group: own points and those of everyone below that count; total: all of
    them; largest: what the largest leg adds to what ranks count. large: how many legs have so many points in all, by
    that number. active_legs: those with somebody active. frontline: active personal recruits. ranked: legs in which
    somebody is paid as at least a rank, by its number. rank: paid as, 0 none. in_row: for how many months one after the
    other each rank's conditions were met, (ranks, members). broken: whose group is no longer in that of the sponsor.
    absent: who left before the month or joins after it, whose legs are those of whoever is next above; None where
    nobody ever leaves.
    """

    team: Team
    own: Array
    lifetime: Array
    active: NDArray[np.bool_]
    group: Array
    total: Array
    largest: Array
    large: dict[float, Array]
    active_legs: Array
    frontline: Array
    ranked: dict[int, Array]
    rank: Ranks
    in_row: Ranks
    broken: NDArray[np.bool_]
    absent: NDArray[np.bool_] | None

    @classmethod
    def before(
        cls,
        team: Team,
        plan: PayPlan,
        own: Array,
        lifetime: Array,
        active: NDArray[np.bool_],
        absent: NDArray[np.bool_] | None = None,
    ) -> "Standing":
        """As it is before anybody's recruits are counted."""
        members = len(team)
        names = plan.rank_names
        asked = {names.index(legs.rank) + 1 for rule in plan.ranks for legs in rule.ranked_legs}
        return cls(
            team=team,
            own=own,
            lifetime=lifetime,
            active=active,
            group=own.copy(),
            total=own.copy(),
            largest=np.zeros(members),
            large={rule.leg_volume: np.zeros(members) for rule in plan.ranks if rule.leg_count},
            active_legs=np.zeros(members),
            frontline=np.zeros(members),
            ranked={number: np.zeros(members) for number in asked},
            rank=np.zeros(members, dtype=np.intp),
            in_row=np.zeros((len(plan.ranks), members), dtype=np.intp),
            broken=np.zeros(members, dtype=np.bool_),
            absent=absent,
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a rank asks for. what: its name in RankRule, and of ranked legs the rank. had: of the rows."""

    what: str
    asked: float
    had: Array


def conditions(
    rule: RankRule, plan: PayPlan, stands: Standing, rows: slice, held: Ranks | None = None
) -> Iterator[Condition]:
    """What a rank asks for in a month, and what some members have of it. held: the rank of each so far, which is what
    they are paid as where it is not given.
    """
    counted = stands.total if by_total(plan) else stands.group
    if rule.personal_volume:
        yield Condition("personal_volume", rule.personal_volume, stands.own[rows])
    if rule.lifetime_volume:
        yield Condition("lifetime_volume", rule.lifetime_volume, stands.lifetime[rows])
    if rule.group_volume:
        yield Condition("group_volume", rule.group_volume, counted[rows])
    if rule.outside_largest_leg:
        outside = np.maximum(counted[rows] - stands.largest[rows], 0.0)
        yield Condition("outside_largest_leg", rule.outside_largest_leg, outside)
    if rule.leg_count:
        yield Condition("leg_count", rule.leg_count, stands.large[rule.leg_volume][rows])
    if rule.active_legs:
        yield Condition("active_legs", rule.active_legs, stands.active_legs[rows])
    if rule.frontline:
        yield Condition("frontline", rule.frontline, stands.frontline[rows])
    for legs in rule.ranked_legs:
        number = plan.rank_names.index(legs.rank) + 1
        yield Condition(f"ranked_legs {legs.rank}", legs.legs, stands.ranked[number][rows])
    if rule.after is not None:
        has = (stands.rank[rows] if held is None else held) > plan.rank_names.index(rule.after)
        yield Condition(f"after {rule.after}", 1, has.astype(np.float64))


def by_total(plan: PayPlan) -> bool:
    """Whether ranks count everyone below, and not the group alone that is left once others broke away."""
    return plan.breakaway is not None and plan.breakaway.ranks_by == "total"


def met(plan: PayPlan, each: Condition) -> NDArray[np.bool_]:
    """Whether what is had is enough: at the very number too, but for points where the plan wants them passed."""
    if each.what.endswith("volume") or each.what == "outside_largest_leg":
        return enough_points(plan, each.had, each.asked)
    return np.asarray(each.had + NEARLY >= each.asked)


def enough_points(plan: PayPlan, had: Array, asked: float) -> NDArray[np.bool_]:
    """Whether so many points are reached, or passed where the plan wants that; who asks for none asks for nothing."""
    return np.asarray(had > asked + NEARLY if plan.threshold == "passed" and asked > 0 else had + NEARLY >= asked)


def paid_as(
    plan: PayPlan, stands: Standing, in_row: Ranks | None, title: Ranks, *, tops_alone: bool = False
) -> Standing:
    """The same with everyone's legs and ranks; whoever is not active has no rank.

    in_row: of the month before, None before the first. title: the highest rank of each so far. tops_alone: whether
    nobody's rank is wanted but that of those above whom nobody stands, and hangs on no other.
    """
    breaks_at = plan.breaks_at
    holds, some_active = np.zeros(len(stands.team), dtype=np.intp), stands.active.copy()  # of each and everyone below
    for generation in reversed(range(len(stands.team.generations))):
        rows = stands.team.generations[generation]
        for number, rule in enumerate(() if tops_alone and generation else plan.ranks, start=1):
            now = stands.active[rows].copy()
            for each in conditions(rule, plan, stands, rows):
                now &= met(plan, each)
            if rule.kept == "no" and not now.any():
                continue
            streak = np.where(now, 1 if in_row is None else in_row[number - 1][rows] + 1, 0)
            stands.in_row[number - 1][rows] = streak
            again = (title[rows] >= number) & (rule.in_row_for == "first_time")
            keeps = stands.active[rows] & is_kept(rule, number, title[rows])
            now &= ((streak >= rule.months_in_row) | again) & (rule.kept != "as_filed")
            stands.rank[rows] = np.where(now | keeps, number, stands.rank[rows])
        holds[rows] = np.maximum(holds[rows], stands.rank[rows])
        if breaks_at is not None:
            stands.broken[rows] = stands.rank[rows] >= breaks_at
        if generation:
            pass_up(plan, stands, generation, holds, some_active)
    return stands


def is_kept(rule: RankRule, number: int, title: Ranks) -> NDArray[np.bool_]:
    """Who had the rank before, where it is kept for life."""
    return np.asarray((title >= number) & (rule.kept != "no"))


def rank_by_conditions(plan: PayPlan, stands: Standing, title: Ranks) -> Ranks:
    """The highest rank whose conditions each meets in the month, active or not, months in a row not counted; title: the
    highest of each so far, of which some are kept.
    """
    everyone = slice(0, len(stands.team))
    found = np.zeros(len(stands.team), dtype=np.intp)
    for number, rule in enumerate(plan.ranks, start=1):
        enough = [met(plan, each) for each in conditions(rule, plan, stands, everyone, found)]
        meets = np.logical_and.reduce(enough) if enough else np.ones(len(found), dtype=np.bool_)
        found = np.where((meets & (rule.kept != "as_filed")) | is_kept(rule, number, title), number, found)
    return found


def pass_up(plan: PayPlan, stands: Standing, generation: int, holds: Ranks, some_active: NDArray[np.bool_]) -> None:
    """What the members of a generation and everyone below them add to their sponsors, who are the one before it."""
    sponsors, rows = stands.team.generations[generation - 1 : generation + 1]
    above, number = stands.team.above[rows] - sponsors.start, sponsors.stop - sponsors.start

    absent = None if stands.absent is None else stands.absent[rows]

    def added(amounts: Array) -> Array:
        return np.asarray(np.bincount(above, weights=amounts, minlength=number), dtype=np.float64)

    def counted(those: NDArray[np.bool_]) -> NDArray[np.intp]:
        return np.bincount(above[those], minlength=number)

    def legs(those: NDArray[np.bool_], below: Array) -> Array:
        """How many legs are those; of whoever is absent the legs below them are."""
        return counted(those).astype(np.float64) if absent is None else added(np.where(absent, below, those))

    in_group = np.where(stands.broken[rows], 0.0, stands.group[rows])
    stands.group[sponsors] += added(in_group)
    stands.total[sponsors] += added(stands.total[rows])
    leg = stands.total[rows] if by_total(plan) else in_group
    np.maximum.at(
        stands.largest[sponsors], above, leg if absent is None else np.where(absent, stands.largest[rows], leg)
    )
    for volume, count in stands.large.items():
        count[sponsors] += legs(enough_points(plan, stands.total[rows], volume), count[rows])
    active = legs(some_active[rows], stands.active_legs[rows])
    stands.active_legs[sponsors] += active
    some_active[sponsors] |= active > 0
    stands.frontline[sponsors] += counted(stands.active[rows])
    if stands.ranked:
        for least, count in stands.ranked.items():
            count[sponsors] += legs(holds[rows] >= least, count[rows])
        np.maximum.at(holds[sponsors], above, holds[rows])
