"""Two places below everybody, of many downlines at once: whoever joins is placed where fewer members are there."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.team import ROOT, Index, Months, Team, by_small
from planner.simulation.forest import place_among

SIDES = 2


def weaker_leg(team: Team, order: Index, joined: Months) -> tuple[Index, Index]:
    """Under whom everybody stands, and on which side. order: everybody but the tops, in the order of joining; joined:
    the month in which each joined.

    Month by month: those who left before it are counted no more, and whoever joins is placed.
    """
    stands = Stands.of(team)
    leavers = in_order_of_leaving(team)
    left = np.zeros(0, dtype=np.int64) if team.last is None else team.last[leavers]
    months, gone = joined[order], 0
    starts = np.flatnonzero(np.r_[len(order) > 0, months[1:] != months[:-1]])
    for start, stop in pairwise([*starts.tolist(), len(order)]):
        new, before = order[start:stop], gone
        gone = int(np.searchsorted(left, months[start]))
        stands.count(leavers[before:gone], -1)
        stands.join(new, team.above[new])
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

    def count(self, members: Index, change: int) -> "Ways":
        """So many more on the place of each of them and on all above it; and these places."""
        ways = Ways.of(self.level[members])
        at = members[ways.rows]
        for level in reversed(range(1, len(ways.places))):
            some = at[: ways.so_many[level]]
            ways.places[level] = place = self.place[some]
            np.add.at(self.there, place, change)
            some[:] = place // SIDES
        return ways

    def join(self, new: Index, sponsors: Index) -> None:
        """Are placed in this order: whoever is on their way to their recruiter goes to the side on which the recruiter
        stands, and from there on to the weaker one.

        As far as somebody stands already who is above them or their recruiter, their way is known. From there on they
        go level by level.
        """
        self.row[new] = np.arange(len(new))
        recruiter = self.row[sponsors]
        self.row[new] = ROOT
        stands, up = sponsors.copy(), recruiter
        while len(rows := np.flatnonzero(up != ROOT)):
            stands[rows] = sponsors[up[rows]]
            up = np.where(up == ROOT, ROOT, recruiter[up])
        ways = self.count(stands, 1)
        comes = Comes(sponsors, recruiter, np.zeros(len(new), dtype=np.bool_), np.zeros(len(new), dtype=np.int64))
        waits, at, level = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), 0
        while len(waits) or level < len(ways.places):
            first = ways.ending_at(level)
            waits, at = np.concatenate([waits, first]), np.concatenate([at, stands[first]])
            level += 1
            if not len(waits):
                continue
            comes.free[waits] |= at == sponsors[waits]
            by_head = self.choose(waits, at, comes, ways, level)
            waits = waits[by_head]
            place = SIDES * at[by_head] + comes.side[waits]
            np.add.at(self.there, place, 1)
            waits, at = self.stay(new, waits, place, level)

    def stay(self, new: Index, waits: Index, place: Index, level: int) -> tuple[Index, Index]:
        """Whoever comes first to a place on which nobody stands stays there; the others, and to whom each has come.

        waits: in order by place.
        """
        empty = np.flatnonzero(self.below[place] == ROOT)
        self.below[place[empty[::-1]]] = new[waits[empty[::-1]]]  # of several the last that is written: the first
        first = empty[self.below[place[empty]] == new[waits[empty]]]
        who = new[waits[first]]
        self.place[who], self.level[who] = place[first], level
        goes_on = np.ones(len(waits), dtype=np.bool_)
        goes_on[first] = False
        return waits[goes_on], self.below[place[goes_on]]

    def choose(self, waits: Index, at: Index, comes: "Comes", ways: "Ways", level: int) -> Index:
        """Tells the side to which each goes who has come to somebody; found are those who wait by whom they have come
        to, and in order.

        waits: who; at: to whom each has come. level: of the places below these. Who passes there on a way that is known
        is counted already, those too who come later.
        """
        passing = ways.places[level] if level < len(ways.places) else waits[:0]
        self.decides[at] = True
        some = np.flatnonzero(self.decides[passing // SIDES])
        self.decides[at] = False
        passing = passing[some]
        heads, rows = np.concatenate([at, passing // SIDES]), np.concatenate([waits, ways.rows[some]])
        grouped = np.argsort(heads * len(comes.free) + rows, kind="stable")
        heads, those = heads[grouped], np.flatnonzero(grouped < len(waits))
        starts = np.flatnonzero(differs(heads))
        adds = np.concatenate([np.zeros_like(at), 1 - SIDES * (passing % SIDES)])  # to how many more stand left
        so_far = np.cumsum(adds[grouped])
        at_end = so_far[np.append(starts[1:], len(heads)) - 1]
        more_left = self.there[SIDES * heads[starts]] - self.there[SIDES * heads[starts] + 1] - at_end
        group = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(heads))))[those]
        grouped = grouped[those]
        take_sides(waits[grouped], those, group, more_left[group] + so_far[those], comes)
        return grouped


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways from some members up to their tops. rows: of these members, by falling level. places: on the way at each
    level, of the first so_many of the rows each; at level 0 there are none.
    """

    rows: Index
    so_many: list[int]
    places: list[Index]

    @classmethod
    def of(cls, levels: Index) -> "Ways":
        """Of members at these levels; the places are not known yet."""
        so_many = np.cumsum(np.bincount(levels)[::-1])[::-1].tolist()
        return cls(by_small(-levels), [*so_many, 0], [levels[:0]] * len(so_many))

    def ending_at(self, level: int) -> Index:
        """The rows of the members of that level."""
        return self.rows[self.so_many[level + 1] : self.so_many[level]] if level < len(self.places) else self.rows[:0]


@dataclass(frozen=True, slots=True)
class Comes:
    """Those who join in a month, in order. sponsors: of each. recruiter: which of them theirs is, ROOT for none. free:
    who is past their recruiter. side: to which each goes next.
    """

    sponsors: Index
    recruiter: Index
    free: NDArray[np.bool_]
    side: Index


def take_sides(rows: Index, places: Index, group: Index, more_left: Index, comes: Comes) -> None:
    """Left or right for those who wait for each other, in order.

    places: where each stands among all who have come to the same, by group; more_left: how many more stand left there
    as they come, were it not for those who wait.
    """
    is_free, with_recruiter, side = comes.free[rows], comes.recruiter[rows], comes.side
    beside = is_free[1:] & is_free[:-1] & (group[1:] == group[:-1]) & (np.diff(places) == 1)
    first = np.flatnonzero(np.concatenate([[True], ~beside]))  # of those free one after the other, who need not wait
    length = np.diff(np.append(first, len(rows)))
    number, turns = np.arange(len(rows)) - np.repeat(first, length), np.bincount(group[first])

    def take(some: Index | slice, more: Index) -> Index:
        after = number[some] - np.abs(more)  # once those before have made up the difference, sides take turns
        goes = np.where(after < 0, more > 0, after & 1)
        side[rows[some]] = goes = np.where(is_free[some], goes, side[with_recruiter[some]])
        return goes

    if turns.max() == 1:
        take(slice(None), more_left)
        return
    turn = np.repeat(place_among(turns), length)
    by_turn = by_small(turn)
    added = np.zeros(len(turns), dtype=np.int64)  # to how many more stand left, by those whose turn has been
    for start, stop in pairwise([0, *np.cumsum(np.bincount(turn)).tolist()]):
        some = by_turn[start:stop]
        goes = take(some, more_left[some] + added[group[some]])
        np.add.at(added, group[some], 1 - SIDES * goes)


def differs(sorted_numbers: Index) -> NDArray[np.bool_]:
    """From the one before; the first always."""
    found = np.ones(len(sorted_numbers), dtype=np.bool_)
    np.not_equal(sorted_numbers[1:], sorted_numbers[:-1], out=found[1:])
    return found
