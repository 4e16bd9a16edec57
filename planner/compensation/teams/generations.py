"""Generations on a team that exists: from each buyer upward, how many leaders stand between them and who is paid."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.climb import next_above, so_many_up
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.levels import rates_by_rank
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Array, Index
from planner.inputs.pay.generations import ByGeneration, Generations

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Leaders:
    """At whom generations end, by the kind of who is paid: a row each kind, a place each member.

    kind: the row of each who is paid. ends: at whom one ends. so_many: of those, how many from each up to the top,
    themselves among them. line_ends: the nearest above, above whom nobody is paid on what the member buys; ROOT where
    there is none.
    """

    kind: Index
    ends: Flags
    so_many: Index
    line_ends: Index


@dataclass(frozen=True, slots=True)
class Table:
    """place: each member's row. rates: of each generation, (rows, generations). listed: for how many one is stated."""

    place: Index
    rates: Array
    listed: Index

    @classmethod
    def of(cls, part: ByGeneration, month: TeamMonth, paid: Flags) -> "Table":
        """Of those who are paid; the last row is for the others."""
        listed = np.zeros(len(month.plan.ranks) + 2, dtype=np.int64)
        listed[:-1] = len(part.rates or ())
        for least, rates in sorted((month.plan.rank_names.index(row.rank) + 1, row.rates) for row in part.by_rank):
            listed[least:-1] = len(rates)
        return cls(np.where(paid, month.rank, -1), rates_by_rank(part, month), listed)

    def at(self, part: ByGeneration, earner: Index, generation: Index) -> Array:
        """What each is paid on a generation; nothing on the 0th."""
        row = self.place[earner]
        listed = self.listed[row]
        paid = (generation >= 1) & (listed >= 1) & ((generation <= listed) | (part.deeper == "last_rate"))
        return np.where(paid, self.rates[row, np.maximum(np.minimum(generation, listed) - 1, 0)], 0.0)


def leaders_of(part: ByGeneration, month: TeamMonth, kind: Index, told: list[tuple[Flags, Flags]]) -> Leaders:
    """told: of each kind, who had once what makes a leader, and who has it in the month."""
    team = month.team
    ends = np.array([once | now if part.unqualified == "counts" else now for once, now in told])
    nobody = np.full(len(team), ROOT)
    lines = [next_above(team, once & ~now) if part.unqualified == "ends" else nobody for once, now in told]
    return Leaders(kind, ends, np.array([so_many_up(team, each) for each in ends]), np.array(lines))


def pay_generations(part: Generations, month: TeamMonth) -> Iterator[Flow]:
    """What everybody earns on each generation."""
    paid, alike = month.paid_from(part.from_rank), np.zeros(len(month.team), dtype=np.int64)
    if part.ends_at == "volume":
        enough = month.stands.group + NEARLY >= part.ends_volume
        leaders = leaders_of(part, month, alike, [(enough, enough & month.active)])
    elif part.ends_rank is not None and part.ends_at == "rank":
        least = month.plan.rank_names.index(part.ends_rank) + 1
        leaders = leaders_of(part, month, alike, [(month.title >= least, month.rank >= least)])
    else:
        numbers = range(1, max(len(month.plan.ranks), 1) + 1)
        told = [(month.title >= number, month.rank >= number) for number in numbers]
        leaders = leaders_of(part, month, np.maximum(month.rank - 1, 0), told)
        paid = paid & (month.rank > 0)
    yield from by_generation(part, month, leaders, Table.of(part, month, paid))


def by_generation(part: ByGeneration, month: TeamMonth, leaders: Leaders, table: Table) -> Iterator[Flow]:
    """What everyone is paid on what each member bought; nobody twice on the same."""
    members, value = np.arange(len(month.team), dtype=np.int64), month.bought.value
    if part.starts == "own_group" and part.own_goods:
        yield flow(1, members, members, value, table.at(part, members, np.ones_like(members)))

    if part.leader_volume == "left_out" and len(leaders.ends) == 1:
        members = np.flatnonzero(~leaders.ends[0])

    def number(source: Index, earner: Index) -> Index:
        kind = leaders.kind[earner]
        leads = leaders.ends[kind, source]
        between = leaders.so_many[kind, source] - leads - leaders.so_many[kind, earner]
        if part.leader_volume == "left_out":
            return np.where(leads, 0, between + (part.starts == "own_group"))
        return between + (leads if part.leader_volume == "in_own" else 0) + (part.starts == "own_group")

    for generation, source, earner, rate in upward(part, month, leaders, table, members, number):
        yield flow(generation, earner, source, value[source], rate)


def upward(
    part: ByGeneration,
    month: TeamMonth,
    leaders: Leaders,
    table: Table,
    source: Index,
    number: Callable[[Index, Index], Index],
) -> Iterator[tuple[int, Index, Index, Array]]:
    """Everybody who is paid on each source, from the nearest above on: generation, source, who is paid, rate.

    number: the generation in which a source stands for who is paid, 0 in none.
    """
    nearest = next_above(month.team, np.asarray(table.rates.max(axis=1) > 0)[table.place])
    alike = len(leaders.ends) == 1  # so that a generation only grows on the way up
    earner = nearest[source]
    while len(there := np.flatnonzero(earner != ROOT)):
        source, earner = source[there], earner[there]
        generation = number(source, earner)
        rate = table.at(part, earner, generation)
        rate = np.where(earner >= leaders.line_ends[leaders.kind[earner], source], rate, 0.0)
        for each in np.unique(generation[rate > 0]):
            rows = np.flatnonzero((generation == each) & (rate > 0))
            yield int(each), source[rows], earner[rows], rate[rows]
        if alike and part.deeper == "nothing":
            near = np.flatnonzero(generation <= table.rates.shape[1])
            source, earner = source[near], earner[near]
        earner = nearest[earner]
