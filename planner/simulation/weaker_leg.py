"""Two places below everybody, of many downlines at once: whoever joins is placed where fewer members are there."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.team import ROOT, Index, Team, by_small
from planner.simulation.forest import place_among

SIDES = 2


def weaker_leg(team: Team, order: Index, joined: Index) -> tuple[Index, Index]:
    """Under whom everybody stands, and on which side. order: everybody but the tops, in the order of joining; joined:
    the month in which each joined.

    Month by month: those who left before it are counted no more, and whoever joins is placed.
    """
    stands, top = Stands.of(team), team.top_of()
    leavers = in_order_of_leaving(team)
    left = np.zeros(0, dtype=np.int64) if team.last is None else team.last[leavers]
    months, gone = joined[order], 0
    starts = np.flatnonzero(np.r_[len(order) > 0, months[1:] != months[:-1]])
    for start, stop in pairwise([*starts.tolist(), len(order)]):
        new, before = order[start:stop], gone
        gone = int(np.searchsorted(left, months[start]))
        stands.leave(leavers[before:gone])
        stands.join(new, team.above[new], top[new])
    none = stands.place == ROOT
    return np.where(none, ROOT, stands.place // SIDES), np.where(none, 0, stands.place % SIDES)


def in_order_of_leaving(team: Team) -> Index:
    """Everybody who leaves, tops not among them, and nobody who never was there."""
    if team.last is None:
        return np.zeros(0, dtype=np.int64)
    who = np.flatnonzero((team.above != ROOT) & (team.last >= team.joined))
    return who[np.argsort(team.last[who], kind="stable")]


@dataclass(frozen=True, slots=True)
class Stands:
    """Who stands where so far. Somebody's left place has twice their number, and the right one follows it.

    place: on which each stands, ROOT for tops and who has not joined. level: how many stand above each. below: who
    stands on each place, ROOT for nobody. there: how many members stand on each, with all below them. row: of those who
    join at the moment, which of them each is; ROOT for all others. decides: a mark for each, all of them off.
    """

    place: Index
    level: Index
    below: Index
    there: Index
    row: Index
    decides: NDArray[np.bool_]

    @classmethod
    def of(cls, team: Team) -> "Stands":
        """The tops alone."""
        members = len(team)
        place, below, row = (np.full(number, ROOT, dtype=np.int64) for number in (members, SIDES * members, members))
        level, there = (np.zeros(number, dtype=np.int64) for number in (members, SIDES * members))
        return cls(place, level, below, there, row, np.zeros(members, dtype=np.bool_))

    def leave(self, members: Index) -> None:
        """Are counted no more."""
        place = self.place[members]
        while len(place := place[place != ROOT]):
            np.subtract.at(self.there, place, 1)
            place = self.place[place // SIDES]

    def join(self, new: Index, sponsors: Index, tops: Index) -> None:
        """Are placed in this order, level by level from the tops: whoever comes by on their way to their recruiter goes
        to the side on which the recruiter stands, and from there on to the weaker one.
        """
        self.row[new] = np.arange(len(new))
        recruiter, ways = self.row[sponsors], self.ways_to(sponsors)
        self.row[new] = ROOT
        waits, at, level = np.arange(len(new)), tops.copy(), 0
        free, side = np.zeros(len(new), dtype=np.bool_), np.zeros(len(new), dtype=np.int64)
        while len(waits):
            free[waits] |= at == sponsors[waits]
            if level < len(ways):
                side[waits] = ways[level, waits]
            self.choose(waits, at, free, recruiter, side)
            place = SIDES * at + side[waits]
            np.add.at(self.there, place, 1)
            empty = np.flatnonzero(self.below[place] == ROOT)
            self.below[place[empty[::-1]]] = new[waits[empty[::-1]]]  # of several on the same place the first stays
            first = empty[self.below[place[empty]] == new[waits[empty]]]
            who, level = new[waits[first]], level + 1
            self.place[who], self.level[who] = place[first], level
            goes_on = np.ones(len(waits), dtype=np.bool_)
            goes_on[first] = False
            waits, at = waits[goes_on], self.below[place[goes_on]]

    def ways_to(self, members: Index) -> NDArray[np.int8]:
        """The side on the way from the top to each member by level, (levels, members)."""
        levels = self.level[members]
        found = np.zeros((int(levels.max(initial=0)), len(members)), dtype=np.int8)
        rows = np.flatnonzero(levels)
        at = members[rows]
        while len(rows):
            place = self.place[at]
            found[self.level[at] - 1, rows] = place % SIDES
            at = place // SIDES
            there = self.level[at] > 0
            rows, at = rows[there], at[there]
        return found

    def choose(self, waits: Index, at: Index, free: NDArray[np.bool_], recruiter: Index, side: Index) -> None:
        """The side to which each goes who has come to somebody.

        waits: who, in order; at: to whom each has come. Of those who join, free: who is past their recruiter, and
        recruiter: which of them theirs is, ROOT for none; side: that of the recruiter who stands already, and then of
        everybody. Who goes where their recruiter stands is summed up, so that the others alone wait for each other.
        """
        in_turn = free[waits] | (recruiter[waits] != ROOT)
        if not in_turn.any():
            return
        self.decides[at[in_turn]] = True
        some = np.flatnonzero(self.decides[at])
        self.decides[at[in_turn]] = False
        grouped = some[np.argsort(at[some], kind="stable")]
        rows, heads, in_turn = waits[grouped], at[grouped], in_turn[grouped]
        known = np.where(in_turn, 0, 1 - SIDES * side[rows])  # what each adds to how many more stand left
        starts = np.r_[True, heads[1:] != heads[:-1]]
        group, before, heads = np.cumsum(starts) - 1, np.cumsum(known) - known, heads[starts]
        at_first = self.there[SIDES * heads] - self.there[SIDES * heads + 1] - before[starts]
        those = np.flatnonzero(in_turn)
        group = group[those]
        take_sides(rows[those], those, group, before[those] + at_first[group], free, recruiter, side)


def take_sides(
    rows: Index,
    places: Index,
    group: Index,
    more_left: Index,
    free: NDArray[np.bool_],
    recruiter: Index,
    side: Index,
) -> None:
    """Left or right for those who wait for each other, in order.

    places: where each stands among all who have come to the same, by group; more_left: how many more stand left there
    as they come, were it not for those who wait. free, recruiter, side: as in Stands.choose.
    """
    is_free, with_recruiter = free[rows], recruiter[rows]
    beside = is_free[1:] & is_free[:-1] & (group[1:] == group[:-1]) & (np.diff(places) == 1)
    first = np.flatnonzero(np.r_[True, ~beside])  # of those free who come one after the other, and need not wait
    length = np.diff(np.append(first, len(rows)))
    number = np.arange(len(rows)) - np.repeat(first, length)
    turn = np.repeat(place_among(np.bincount(group[first])), length)
    by_turn = by_small(turn)
    rows, group, more_left, number = rows[by_turn], group[by_turn], more_left[by_turn], number[by_turn]
    is_free, with_recruiter = is_free[by_turn], with_recruiter[by_turn]
    added = np.zeros(group.max() + 1, dtype=np.int64)  # to how many more stand left, by those whose turn has been
    for start, stop in pairwise([0, *np.cumsum(np.bincount(turn)).tolist()]):
        some = slice(start, stop)
        more = more_left[some] + added[group[some]]
        after = number[some] - np.abs(more)  # once those before have made up the difference, sides take turns
        goes = np.where(after < 0, more > 0, after & 1)
        goes = np.where(is_free[some], goes, side[with_recruiter[some]])
        side[rows[some]] = goes
        np.add.at(added, group[some], 1 - SIDES * goes)
