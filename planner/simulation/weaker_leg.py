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

    Month by month: those who left before it are counted no more, and whoever joins is placed. Whoever joins after the
    last month in which anybody is there has no place.
    """
    stands = Stands.of(team)
    leavers = in_order_of_leaving(team)
    left = np.zeros(0, dtype=np.int64) if team.last is None else team.last[leavers]
    if team.last is not None:
        order = order[joined[order] <= team.last.max(initial=0)]
    months, gone = joined[order], 0
    starts = np.flatnonzero(np.r_[len(order) > 0, months[1:] != months[:-1]])
    for start, stop in pairwise([*starts.tolist(), len(order)]):
        new, before = order[start:stop], gone
        gone = int(np.searchsorted(left, months[start]))
        stands.leave(leavers[before:gone])
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
    join at the moment, which of them each is, and the last of them who has come to each; ROOT for all others.
    """

    place: Index
    level: Index
    below: Index
    there: Index
    row: Index

    @classmethod
    def of(cls, team: Team) -> "Stands":
        """The tops alone."""
        members = len(team)
        place, below, row = (np.full(number, ROOT, dtype=np.int64) for number in (members, SIDES * members, members))
        level, there = (np.zeros(number, dtype=np.int64) for number in (members, SIDES * members))
        return cls(place, level, below, there, row)

    def ways_of(self, members: Index) -> "Ways":
        """From each of them up to their top, their own place among those on it."""
        ways = Ways.of(self.level[members])
        at = members[ways.rows]
        for level in reversed(range(1, len(ways.places))):
            some = at[: ways.so_many[level]]
            ways.places[level] = place = self.place[some]
            some[:] = place >> 1
        return ways

    def leave(self, members: Index) -> None:
        """Are counted no more."""
        for places in self.ways_of(members).places:
            np.add.at(self.there, places, -1)

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
        ways, comes = self.ways_of(stands), Comes.of(sponsors, recruiter)
        waits, at, level = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), 0
        while len(waits) or level < len(ways.places):
            first = ways.ending_at(level)
            waits, at = np.concatenate([waits, first]), np.concatenate([at, stands[first]])
            level += 1
            passing = ways.at(level)
            if len(waits):
                waits, place = self.choose(waits, at, comes, (passing, ways.rows[: len(passing)]))
                np.add.at(self.there, place, 1)
                waits, at = self.stay(new, waits, place, level)
            np.add.at(self.there, passing, 1)

    def stay(self, new: Index, waits: Index, place: Index, level: int) -> tuple[Index, Index]:
        """Whoever comes first to a place on which nobody stands stays there; the others, and to whom each has come.

        Of those who have come to the same place the first stands first.
        """
        below = self.below[place]
        empty = np.flatnonzero(below == ROOT)
        who, where = new[waits[empty]], place[empty]
        self.below[where[::-1]] = who[::-1]  # of several the last that is written: the first
        below[empty] = self.below[where]
        stays = below[empty] == who
        self.place[who[stays]], self.level[who[stays]] = where[stays], level
        goes_on = np.ones(len(waits), dtype=np.bool_)
        goes_on[empty[stays]] = False
        return waits[goes_on], below[goes_on]

    def choose(self, waits: Index, at: Index, comes: "Comes", passing: tuple[Index, Index]) -> tuple[Index, Index]:
        """Those who wait by whom they have come to, and in order, and the place below that one to which each goes.

        waits: who; at: to whom each has come. passing: the places below these to which others go whose way is known,
        and who they are, none of them counted yet.
        """
        key = at * len(comes.sponsors) + waits
        order = np.argsort(key, kind="stable")
        waits, at = waits[order], at[order]
        sides = self.there.reshape(-1, SIDES)[at]
        more_left, begins = sides[:, 0] - sides[:, 1], differs(at)
        self.row[at] = waits  # of several the last that is written: the last
        before = np.flatnonzero(self.row[passing[0] >> 1] > passing[1])
        self.row[at] = ROOT
        anew = begins
        if len(before):  # seldom: whoever is recruited further down comes later in a month
            place, rows = passing[0][before], passing[1][before]
            next_one = np.searchsorted(key[order], (place >> 1) * len(comes.sponsors) + rows)
            anew = begins.copy()
            anew[next_one] = True
            added = np.zeros(len(at), dtype=np.int64)
            np.add.at(added, next_one, 1 - SIDES * (place & 1))
            so_far, starts = np.cumsum(added), np.flatnonzero(begins)
            more_left += so_far - np.repeat((so_far - added)[starts], np.diff(np.append(starts, len(at))))
        return waits, SIDES * at + comes.take_sides(waits, at, begins, anew, more_left)


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

    def at(self, level: int) -> Index:
        """The places at that level."""
        return self.places[level] if level < len(self.places) else self.rows[:0]

    def ending_at(self, level: int) -> Index:
        """The rows of the members of that level."""
        return self.rows[self.so_many[level + 1] : self.so_many[level]] if level < len(self.places) else self.rows[:0]


@dataclass(frozen=True, slots=True)
class Comes:
    """Those who join in a month, in order. sponsors: of each. recruiter: which of them theirs is, ROOT for none. free:
    who is past their recruiter. side: to which each goes next. some_wait: whether a recruiter is among them.
    """

    sponsors: Index
    recruiter: Index
    free: NDArray[np.bool_]
    side: Index
    some_wait: bool

    @classmethod
    def of(cls, sponsors: Index, recruiter: Index) -> "Comes":
        """Before anybody is on their way."""
        free, side = np.zeros(len(sponsors), dtype=np.bool_), np.zeros(len(sponsors), dtype=np.int64)
        return cls(sponsors, recruiter, free, side, bool((recruiter != ROOT).any()))

    def take_sides(
        self, waits: Index, at: Index, begins: NDArray[np.bool_], anew: NDArray[np.bool_], more_left: Index
    ) -> Index:
        """Left or right for those who wait for each other, in order.

        at: to whom each has come; begins: who is the first of those; anew: with whom waiting begins, since somebody
        else passes before them; more_left: how many more stand left there as they come, were it not for those who wait.
        """
        if self.some_wait:
            self.free[waits] |= at == self.sponsors[waits]
            is_free = self.free[waits]
            anew = anew.copy()
            anew[1:] |= ~(is_free[1:] & is_free[:-1])  # those free one after the other need not wait for each other
        first = np.flatnonzero(anew)
        length = np.diff(np.append(first, len(waits)))
        number = np.arange(len(waits)) - np.repeat(first, length)
        found = self.take(waits, number, more_left)
        if len(first) == np.count_nonzero(begins):
            return found
        starts, late = np.flatnonzero(begins), np.flatnonzero(~begins[first])
        group = np.searchsorted(starts, first[late], side="right") - 1
        turn = place_among(np.bincount(group))
        for each in range(int(turn.max()) + 1):
            some = late[turn == each]
            rows = np.repeat(first[some], length[some]) + place_among(length[some])
            so_far = np.cumsum(1 - SIDES * found)
            added = so_far[first[some] - 1] - np.append(0, so_far)[starts[group[turn == each]]]
            found[rows] = self.take(waits[rows], number[rows], more_left[rows] + np.repeat(added, length[some]))
        return found

    def take(self, waits: Index, number: Index, more_left: Index) -> Index:
        """The same where nobody waits but for the number of those right before them who are free too."""
        after = number - np.abs(more_left)  # once those before have made up the difference, sides take turns
        goes = np.where(after < 0, more_left > 0, after & 1)
        if self.some_wait:
            goes = np.where(self.free[waits], goes, self.side[self.recruiter[waits]])
            self.side[waits] = goes
        return goes


def differs(sorted_numbers: Index) -> NDArray[np.bool_]:
    """From the one before; the first always."""
    found = np.ones(len(sorted_numbers), dtype=np.bool_)
    np.not_equal(sorted_numbers[1:], sorted_numbers[:-1], out=found[1:])
    return found
