"""Generations on a team that exists: from each buyer upward, how many leaders stand between them and who is paid."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.climb import next_above, so_many_up
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.levels import rates_by_rank
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.rising import Rising, ending_at
from planner.compensation.teams.team import ROOT, Array, Index
from planner.inputs.pay.generations import ByGeneration, Generations

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Leaders:
    """At whom generations end, by the kind of who is paid: a row each kind, a place each member.

    kind: the row of each who is paid. ends: at whom one ends. so_many: of those, how many from each up to the top,
    themselves among them. closes: above whom nobody is paid on what anybody below them buys; line_ends: the nearest
    such above each; ROOT where there is none.
    """

    kind: Index
    ends: Flags
    closes: Flags
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
    closes = np.array([once & ~now & (part.unqualified == "ends") for once, now in told])
    lines = np.array([next_above(team, each) for each in closes])
    return Leaders(kind, ends, closes, np.array([so_many_up(team, each) for each in ends]), lines)


def pay_generations(part: Generations, month: TeamMonth, *, together: bool = False) -> Iterator[Flow]:
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
    yield from by_generation(part, month, leaders, Table.of(part, month, paid), together=together)


def by_generation(
    part: ByGeneration, month: TeamMonth, leaders: Leaders, table: Table, *, together: bool = False
) -> Iterator[Flow]:
    """What everyone is paid on what each member bought; nobody twice on the same."""
    members, value = np.arange(len(month.team), dtype=np.int64), month.bought.value
    first = int(part.starts == "own_group")
    if first and part.own_goods:
        yield flow(1, members, members, value, table.at(part, members, np.ones_like(members)))
    for kind, ends in enumerate(leaders.ends):
        goods = Rising.of(value, ~ends if part.leader_volume == "left_out" else None, together=together)
        number = first + (ends[goods.at] & (part.leader_volume == "in_own")).astype(np.int64)
        for generation, rows, rate in upward(part, month, leaders, table, goods, number, kind):
            yield rows.paid(generation, rows.at, rate)


def upward(
    part: ByGeneration, month: TeamMonth, leaders: Leaders, table: Table, goods: Rising, number: Index, kind: int = 0
) -> Iterator[tuple[int, Rising, Array]]:
    """What reaches everybody of a kind who is paid, from the nearest above on: generation, rows, rate.

    Of what is put together the rows of all generations come at once, as of generation 0.
    number: the generation in which each row stands for who is above with no leader between, 0 for none: nobody is paid
    on it up to the next leader, above whom it is in the first.
    """
    ends, so_many, line_ends = leaders.ends[kind], leaders.so_many[kind], leaders.line_ends[kind]
    earns = np.asarray(table.rates.max(axis=1) > 0)[table.place] & (leaders.kind == kind)
    nearest, listed = next_paid(month, earns), table.rates.shape[1]
    further = ending_at(nearest, np.where(leaders.closes[kind], np.arange(len(ends)), line_ends))

    def climb(goods: Rising, number: Index, up: Index) -> Iterator[tuple[int, Rising, Array]]:
        while len(goods.at):
            earner = up[goods.at]
            number = number + so_many[goods.at] - ends[goods.at] - so_many[earner]
            if part.deeper == "nothing":
                earner = np.where(number > listed, ROOT, earner)
            elif goods.source is None:
                number = np.minimum(number, listed)
            goods, number = goods.numbered_to(earner, number)
            yield from by_number(goods, number, table.at(part, goods.at, number))
            number, up = number + ends[goods.at], further

    if month.tops_alone:  # whom everything reaches in one step
        yield from climb(goods, number, ending_at(nearest, line_ends))
        return
    waits = goods.of_rows(number == 0)
    waits = waits.to(ending_at(next_above(month.team, ends), line_ends)[waits.at])
    yield from climb(goods.of_rows(number > 0), number[number > 0], ending_at(nearest, line_ends))
    yield from climb(waits, np.ones_like(waits.at), further)


def by_number(goods: Rising, number: Index, rate: Array) -> Iterator[tuple[int, Rising, Array]]:
    """The rows that are paid, of each generation by itself; of what is put together all at once."""
    if goods.source is None:
        yield 0, goods, rate
        return
    for each in np.unique(number[rate > 0]):
        rows = np.flatnonzero((number == each) & (rate > 0))
        yield int(each), goods.of_rows(rows), rate[rows]


def next_paid(month: TeamMonth, paid: Flags) -> Index:
    """Of each, the nearest above who is paid; ROOT where nobody is."""
    if not month.tops_alone:
        return next_above(month.team, paid)
    top = month.team.top_of()
    found = np.where(paid[top], top, ROOT)
    found[month.team.tops] = ROOT
    return found
