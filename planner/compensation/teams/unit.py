"""Pay on a unit of a team that exists: the brackets that its volume reaches, on what each in it bought."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.brackets import share_in_each
from planner.compensation.teams.climb import next_above
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.rising import Rising, ending_at
from planner.compensation.teams.team import Array, Team
from planner.inputs.pay.unit import Unit

Flags = NDArray[np.bool_]


def pay_unit(part: Unit, month: TeamMonth, *, together: bool = False) -> Iterator[Flow]:
    """What everybody earns, a step each bracket; detail: the volume of their unit."""
    bought, ends = month.bought, ends_of(part, month)
    counts = np.ones_like(ends) if part.pays_on_inactive else month.active
    upward = counts if part.next_leaders_goods else counts & ~ends  # whose own goods are in a unit above
    measured = bought.points if part.measured_in == "points" else bought.value
    volume = volume_below(month.team, measured, upward, ends)
    if part.own_goods != "nowhere":
        volume += measured
    shares = np.where(month.paid_from(part.from_rank), share_in_each(part, volume), 0.0)
    rates = np.array([bracket.rate for bracket in part.brackets])
    earns = (shares * rates[:, None]).sum(axis=0) > 0
    members = np.arange(len(month.team), dtype=np.int64)
    if part.own_goods == "paid":
        for step, rate in enumerate(rates, start=1):
            yield flow(step, members, members, bought.value * shares[step - 1], rate, volume=volume)
    nearest, limit = next_above(month.team, earns), next_above(month.team, ends)
    goods = Rising.of(bought.value, upward, together=together)
    goods = goods.to(ending_at(nearest, limit)[goods.at])
    further = ending_at(nearest, np.where(ends, members, limit))
    while len(goods.at):
        for step, rate in enumerate(rates, start=1):
            in_bracket = replace(goods, base=goods.base * shares[step - 1][goods.at])
            yield in_bracket.paid(step, goods.at, rate, volume=volume[goods.at])
        goods = goods.to(further[goods.at])


def ends_of(part: Unit, month: TeamMonth) -> Flags:
    """At whom the unit of those above ends."""
    if part.unit == "everyone" or part.leader_rank is None:
        return np.zeros(len(month.team), dtype=np.bool_)
    least = month.plan.rank_names.index(part.leader_rank) + 1
    return np.asarray((month.title if part.unqualified == "counts" else month.rank) >= least)


def volume_below(team: Team, amounts: Array, upward: Flags, ends: Flags) -> Array:
    """What the others in the unit of each come to."""
    below, own = np.zeros(len(team)), np.where(upward, amounts, 0.0)
    for upper, rows in reversed(list(zip(team.generations[:-1], team.generations[1:], strict=True))):
        passed = own[rows] + np.where(ends[rows], 0.0, below[rows])
        below[upper] += np.bincount(team.above[rows] - upper.start, weights=passed, minlength=upper.stop - upper.start)
    return below
