"""The rank that every member of a team is paid as in a month: the highest whose every condition is met.

Where legs may be asked for in which somebody has the same rank, or legs that broke away are out of the groups above
them, from the deepest generation up, so that everyone below is decided on before; else of everybody at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.climb import legs_with, of_children, with_below
from planner.compensation.teams.team import Array, Index, Team
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.ranks import RankRule

Ranks = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Standing:
    """What ranks are told from; a place each member; 0 of legs that no rank asks for. own: points of the month;
    lifetime: own points so far.

    active: has what the company asks for. group: own points and those of everyone below that count; total: all of
    them; largest: what the largest leg adds to what ranks count. large: how many legs have so many points in all, by
    that number. active_legs: those with somebody active. frontline: active personal recruits. ranked: legs in which
    somebody is paid as at least a rank, by its number. rank: paid as, 0 none. in_row: for how many months one after the
    other the conditions of each rank that asks for several were met, (ranks, members), and no row where none does.
    broken: whose group is no longer in that of the sponsor. absent: who left before the month or joins after it, whose
    legs are those of whoever is next above; None where nobody ever leaves.
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
        names, in_a_row = plan.rank_names, any(rule.months_in_row > 1 for rule in plan.ranks)
        asked = {names.index(legs.rank) + 1 for rule in plan.ranks for legs in rule.ranked_legs}
        return cls(
            team=team,
            own=own,
            lifetime=lifetime,
            active=active,
            group=own,
            total=own,
            largest=np.zeros(members),
            large={rule.leg_volume: np.zeros(members) for rule in plan.ranks if rule.leg_count},
            active_legs=np.zeros(members),
            frontline=np.zeros(members),
            ranked={number: np.zeros(members) for number in asked},
            rank=np.zeros(members, dtype=np.intp),
            in_row=np.zeros((len(plan.ranks) if in_a_row else 0, members), dtype=np.intp),
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
    rule: RankRule, plan: PayPlan, stands: Standing, rows: slice | Index, held: Ranks | None = None
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
        number = plan.rank_number(legs.rank)
        yield Condition(f"ranked_legs {legs.rank}", legs.legs, stands.ranked[number][rows])
    if rule.after is not None:
        has = (stands.rank[rows] if held is None else held) >= plan.rank_number(rule.after)
        yield Condition(f"after {rule.after}", 1, has.astype(np.float64))


def by_total(plan: PayPlan) -> bool:
    """Whether ranks count everyone below, and not the group alone that is left once others broke away."""
    return plan.breakaway is not None and plan.breakaway.ranks_by == "total"


def met(plan: PayPlan, each: Condition) -> NDArray[np.bool_]:
    """Whether what is had is enough: at the very number too, but for points where the plan wants them passed."""
    if each.what.endswith("volume") or each.what == "outside_largest_leg":
        return enough_points(plan, each.had, each.asked)
    return np.asarray(each.had >= each.asked - NEARLY)


def all_met(plan: PayPlan, asked: Iterable[Condition], those: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Who of those has everything that is asked for."""
    has = those.copy()
    for each in asked:
        has &= met(plan, each)
        if not has.any():
            break
    return has


def enough_points(plan: PayPlan, had: Array, asked: float) -> NDArray[np.bool_]:
    """Whether so many points are reached, or passed where the plan wants that; who asks for none asks for nothing."""
    return np.asarray(had > asked + NEARLY if plan.threshold == "passed" and asked > 0 else had >= asked - NEARLY)


def paid_as(
    plan: PayPlan, stands: Standing, in_row: Ranks | None, title: Ranks, *, tops_alone: bool = False
) -> Standing:
    """The same with everyone's legs and ranks; whoever is not active has no rank.

    in_row: of the month before, None before the first. title: the highest rank of each so far. tops_alone: whether
    nobody's rank is wanted but that of those above whom nobody stands, and hangs on no other.
    """
    stands = with_legs(plan, stands)
    if not hang_on_those_below(plan):
        decide(plan, stands, stands.team.tops if tops_alone else slice(0, len(stands.team)), in_row, title)
        return stands
    stands, holds = replace(stands, group=stands.own.copy()), np.zeros(len(stands.team), dtype=np.intp)
    for generation in reversed(range(len(stands.team.generations))):
        rows = stands.team.generations[generation]
        decide(plan, stands, rows, in_row, title)
        holds[rows] = np.maximum(holds[rows], stands.rank[rows])
        if generation:
            pass_up(plan, stands, generation, holds)
    return stands


def hang_on_those_below(plan: PayPlan) -> bool:
    """Whether groups or ranks hang on the ranks of those below, or on their groups, and so are told from below."""
    return plan.breakaway is not None or any(rule.ranked_legs or rule.outside_largest_leg for rule in plan.ranks)


def with_legs(plan: PayPlan, stands: Standing) -> Standing:
    """The same with what hangs on nobody's rank: all points below, and the legs that ranks ask for.

    Groups are all points until somebody broke away.
    """
    team, active = stands.team, stands.active
    total, large, active_legs, frontline = with_below(team, stands.own), {}, stands.active_legs, stands.frontline
    for volume in stands.large:
        large[volume] = legs_with(team, enough_points(plan, total, volume), stands.absent)
    if any(rule.active_legs for rule in plan.ranks):
        some_active = with_below(team, active.astype(np.float64)) > 0
        active_legs = legs_with(team, some_active, stands.absent)
    if any(rule.frontline for rule in plan.ranks):
        frontline = of_children(team, active)
    return replace(stands, total=total, group=total, large=large, active_legs=active_legs, frontline=frontline)


def decide(plan: PayPlan, stands: Standing, rows: slice, in_row: Ranks | None, title: Ranks) -> None:
    """The ranks of some members, of whose legs everything is known, and whether their groups break away."""
    active, rank = stands.active[rows], stands.rank[rows]
    for number, rule in enumerate(plan.ranks, start=1):
        may = active if rule.after is None else active & (rank >= plan.rank_number(rule.after))
        now = all_met(plan, conditions(rule, plan, stands, rows), may)
        if rule.kept == "no" and not now.any():
            continue
        if rule.months_in_row > 1:
            streak = np.where(now, 1 if in_row is None else in_row[number - 1][rows] + 1, 0)
            stands.in_row[number - 1][rows] = streak
            again = (title[rows] >= number) & (rule.in_row_for == "first_time")
            now &= (streak >= rule.months_in_row) | again
        if rule.kept != "no":
            keeps = active & is_kept(rule, number, title[rows])
            now = keeps if rule.kept == "as_filed" else now | keeps
        rank[now] = number
    if plan.breaks_at is not None:
        stands.broken[rows] = rank >= plan.breaks_at


def is_kept(rule: RankRule, number: int, title: Ranks) -> NDArray[np.bool_]:
    """Who had the rank before, where it is kept for life."""
    return np.asarray((title >= number) & (rule.kept != "no"))


def rank_by_conditions(plan: PayPlan, stands: Standing, title: Ranks, rows: Index) -> Ranks:
    """The highest rank whose conditions some members meet in the month, active or not, months in a row not counted.

    title: the highest of everybody so far, of which some are kept.
    """
    found, anybody = np.zeros(len(rows), dtype=np.intp), np.ones(len(rows), dtype=np.bool_)
    for number, rule in enumerate(plan.ranks, start=1):
        if rule.kept != "as_filed":
            found[all_met(plan, conditions(rule, plan, stands, rows, found), anybody)] = number
        if rule.kept != "no":
            found[is_kept(rule, number, title[rows])] = number
    return found


def pass_up(plan: PayPlan, stands: Standing, generation: int, holds: Ranks) -> None:
    """What the members of a generation and everyone below them add to their sponsors, who are the one before it."""
    sponsors, rows = stands.team.generations[generation - 1 : generation + 1]
    above, number = stands.team.above[rows] - sponsors.start, sponsors.stop - sponsors.start
    absent = None if stands.absent is None else stands.absent[rows]

    def added(amounts: Array | NDArray[np.bool_]) -> Array:
        return np.asarray(np.bincount(above, weights=amounts, minlength=number), dtype=np.float64)

    in_group = np.where(stands.broken[rows], 0.0, stands.group[rows])
    stands.group[sponsors] += added(in_group)
    leg = stands.total[rows] if by_total(plan) else in_group
    np.maximum.at(
        stands.largest[sponsors], above, leg if absent is None else np.where(absent, stands.largest[rows], leg)
    )
    if stands.ranked:
        for least, count in stands.ranked.items():
            legs = holds[rows] >= least
            count[sponsors] += added(legs if absent is None else np.where(absent, count[rows], legs))
        np.maximum.at(holds[sponsors], above, holds[rows])
