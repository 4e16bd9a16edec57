"""Forced matrix on a team that exists: pay on the places below everybody, level by level."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from planner.compensation.teams.books import Books
from planner.compensation.teams.flow import Flow, Flows, of_each
from planner.compensation.teams.levels import levels_up, rates_by_rank
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.placed.placement import Placement, is_placed, placed, spilled
from planner.compensation.teams.rising import Rising
from planner.compensation.teams.team import Array, Index
from planner.inputs.pay.matrix import Matrix


@dataclass(frozen=True, slots=True)
class LevelsBelowTops:
    """Where everybody stands, where tops alone are paid and places are levels. top, level: of each member, how many
    levels of places below whom; of a top itself 0. everyone: the same of all who ever join.
    """

    top: Index
    level: Index
    everyone: tuple[Index, Index]

    def of(self, chosen: Index) -> "LevelsBelowTops":
        """With some of all who ever join as the members."""
        top, level = self.everyone
        return replace(self, top=top[chosen], level=level[chosen])


def pay_matrix(part: Matrix, month: TeamMonth, books: Books) -> tuple[Flows, Placement | LevelsBelowTops]:
    """What the part pays in a month; kept is where everybody stands. Raises Unplaced where the file has too many."""
    if isinstance(books.kept, LevelsBelowTops):
        return of_each(partial(rows_of_tops, part, month, books.kept)), books.kept
    stands: Placement | None = books.kept
    if stands is None and is_placed(month.team):
        stands = placed(month.team, part.width, part.rule)
    elif stands is None:
        stands = spilled(month.team, part.width, to_top=part.spillover == "top")
    return partial(rows, part, month, stands), stands


def rows(part: Matrix, month: TeamMonth, stands: Placement, *, together: bool = False) -> Iterator[Flow]:
    """What everybody earns on each level of places. Of a position the base is its amount."""
    rates = rates_by_rank(part, month) if part.amounts is None else amounts_of(part, month)
    place = np.where(month.paid_from(part.from_rank), month.rank, -1)[stands.member]
    base = base_of(part, month)[stands.member]
    at = np.flatnonzero(base)
    goods = Rising(at, None if together else stands.member[at], base[at])
    for level, there in levels_up(stands.tree, month.active[stands.member], rates, place, part.compression, goods):
        rate, earner = rates[:, level][place[there.at]], stands.member[there.at]
        if part.amounts is None:
            yield there.paid(level + 1, earner, rate)
        else:
            yield replace(there, base=there.base * rate).paid(level + 1, earner, 1.0)


def rows_of_tops(part: Matrix, month: TeamMonth, stands: LevelsBelowTops) -> Iterator[Flow]:
    """What tops alone earn on all levels of places, all of which are levels."""
    rates = rates_by_rank(part, month) if part.amounts is None else amounts_of(part, month)
    place, base = np.where(month.paid_from(part.from_rank), month.rank, -1), base_of(part, month)
    source = np.flatnonzero((stands.level > 0) & (stands.level <= rates.shape[1]) & (base != 0))
    earner = stands.top[source]
    rate = rates[place[earner], stands.level[source] - 1]
    money, share = (base[source], rate) if part.amounts is None else (base[source] * rate, np.ones(len(source)))
    yield Flow(0, earner, source, money, share, {})


def base_of(part: Matrix, month: TeamMonth) -> Array:
    """What of each member is paid on: the money of what they buy, or 1 for the position that they fill."""
    base = month.bought.value
    if part.amounts is not None:
        team, number = month.team, month.number
        filled = team.joined == number if part.paid == "when_filled" else team.joined <= number
        base = (filled if team.last is None else filled & (team.last >= number)).astype(np.float64)
    return base if part.pays_on_inactive else np.where(month.active, base, 0.0)


def amounts_of(part: Matrix, month: TeamMonth) -> Array:
    """The amount of each level for everybody who is paid, and none for who is not; (ranks + 2, depth)."""
    amounts = part.amounts or ()
    every = [*amounts, *amounts[-1:] * (part.depth - len(amounts))]
    return np.array([every] * (len(month.plan.ranks) + 1) + [[0.0] * part.depth])
