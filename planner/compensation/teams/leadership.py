"""Leadership on a team that exists: generations of groups that broke away, and what is guaranteed to those above."""

from collections.abc import Iterator

import numpy as np

from planner.compensation.teams.climb import next_above
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.generations import Leaders, Table, by_generation, leaders_of, upward
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.rising import Rising
from planner.compensation.teams.team import ROOT, Array
from planner.inputs.pay.leadership import Leadership


def pay_leadership(part: Leadership, month: TeamMonth, *, together: bool = False) -> Iterator[Flow]:
    """What everybody earns on each generation of leaders, then what the guarantee adds and takes."""
    if month.plan.breakaway is None or month.plan.breaks_at is None:
        return  # no plan is read so
    least = month.plan.breaks_at
    alike = np.zeros(len(month.team), dtype=np.int64)
    leaders = leaders_of(part, month, alike, [(month.title >= least, month.rank >= least)])
    table = Table.of(part, month, month.paid_from(part.from_rank or month.plan.breakaway.rank))
    yield from by_generation(part, month, leaders, table, together=together)
    if part.guarantee == "at_least":
        yield from topped_up(part, month, leaders, table)
    elif part.guarantee == "passed_up":
        yield from passed_up(part, month, leaders, table)


def topped_up(part: Leadership, month: TeamMonth, leaders: Leaders, table: Table) -> Iterator[Flow]:
    """What each group lacks of the floor, to everyone who is paid on it; leader: whose group it is.

    Whoever left leads none any more.
    """
    absent = month.stands.absent
    leads = np.flatnonzero(leaders.ends[0] if absent is None else leaders.ends[0] & ~absent)
    lacking = np.maximum(part.floor - groups(part, month, leaders), 0.0)

    goods, number = Rising(leads, leads, lacking[leads]), np.full(len(leads), 1 + (part.starts == "own_group"))
    for generation, rows, rate in upward(part, month, leaders, table, goods, number):
        nobody = np.full(len(rows.at), ROOT)
        yield flow(generation, rows.at, nobody, rows.base, rate, leader=np.asarray(rows.source, dtype=np.float64))


def passed_up(part: Leadership, month: TeamMonth, leaders: Leaders, table: Table) -> Iterator[Flow]:
    """What the next leader above gets of what a group lacks of the floor, and its leader gives up; from the deepest."""
    team, own, rate = month.team, groups(part, month, leaders), table.rates[table.place, 0]
    above = next_above(team, leaders.ends[0])
    reached = (above != ROOT) & (above >= leaders.line_ends[0]) & (rate[above] > 0)
    received, passed = np.zeros(len(team)), np.zeros(len(team))
    for rows in reversed(team.generations):
        places = np.arange(rows.start, rows.stop)
        leads = places[leaders.ends[0, rows]]
        passed[leads] = np.maximum(own[leads], np.minimum(part.floor, own[leads] + received[leads]))
        reaching = leads[reached[leads]]
        np.add.at(received, above[reaching], passed[reaching])
    leads = np.flatnonzero(leaders.ends[0])
    more, nobody, whose = (passed - own)[leads], np.full(len(leads), ROOT), leads.astype(np.float64)
    to = np.where(reached, above, ROOT)[leads]
    yield flow(1, to, nobody, more, np.where(to == ROOT, 0.0, rate[to]), leader=whose)
    yield flow(0, leads, nobody, -more, rate[leads], leader=whose)


def groups(part: Leadership, month: TeamMonth, leaders: Leaders) -> Array:
    """What each leader's group bought, as far as those above are paid on it; 0 for who is none."""
    members = np.arange(len(month.team), dtype=np.int64)
    ends, above = leaders.ends[0], next_above(month.team, leaders.ends[0])
    own = members if part.leader_volume == "in_own" else above if part.leader_volume == "in_above" else ROOT
    leader = np.where(ends, own, above)
    counts = np.flatnonzero((leader != ROOT) & (leader >= leaders.line_ends[0]))
    value = month.bought.value[counts]
    return np.asarray(np.bincount(leader[counts], weights=value, minlength=len(members)), dtype=np.float64)
