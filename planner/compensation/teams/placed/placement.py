"""Where members are placed: the tree of places, which need not be the one of sponsors."""

from collections import defaultdict, deque
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from planner.compensation.teams.climb import with_below
from planner.compensation.teams.team import ROOT, Array, Index, Months, Team, by_generation, by_small
from planner.errors import Fault
from planner.language import mark

TOO_MANY_PLACED = mark(
    "{count} members are placed under {member}, or two of them on the same place, and only {places} places stand "
    "below anybody in this plan. Correct under whom, and on which side, they are placed."
)
NEEDS_A_PLACEMENT = mark(
    "This team needs a placement: the plan pays by places, of which only {places} stand below anybody, and {member} "
    "has recruited {count}. State in the team's file under whom, and on which side, everybody is placed."
)

IN_A_CIRCLE = mark(
    "Some members are placed below themselves, since who is placed under nobody stands under their sponsor here. State "
    "under whom everybody is placed."
)


class Unplaced(ValueError):
    """A part that cannot be paid on this team. rule: of the part. fault: what to say."""

    def __init__(self, rule: str, fault: Fault) -> None:
        super().__init__(fault.message.format(**fault.parameters))
        self.rule, self.fault = rule, fault


@dataclass(frozen=True, slots=True)
class Placement:
    """The tree of places. tree: as a team, above being who stands above in it. at: where each member of the team is in
    it. member: the other way round. side: of each place of the tree, which one it is below the one above, from 0.
    everyone: the same of all who ever have a place, where these are some of them.
    """

    tree: Team
    at: Index
    member: Index
    side: Index
    everyone: "Placement | None" = None

    def of(self, chosen: Index) -> "Placement":
        """With some of all who ever have a place as the members, in their order, and whoever stands above them."""
        whole = self.everyone or self
        stand = np.zeros(len(whole.at), dtype=np.bool_)
        stand[whole.at[chosen]] = True
        rows = np.flatnonzero(stand)
        place = np.full(len(whole.at) + 1, ROOT, dtype=np.int64)  # the last place is that of ROOT, which stays ROOT
        place[rows] = np.arange(len(rows))
        at = place[whole.at[chosen]]
        member = np.empty(len(at), dtype=np.int64)
        member[at] = np.arange(len(at))
        ends = np.searchsorted(rows, [each.stop for each in whole.tree.generations]).tolist()
        generations = tuple(slice(start, stop) for start, stop in pairwise([0, *ends]) if stop > start)
        tree = Team(("",) * len(rows), place[whole.tree.above[rows]], whole.tree.joined[rows], generations)
        return Placement(tree, at, member, whole.side[rows], whole)

    def below(self, amounts: Array, places: int) -> Array:
        """What stands on each place below each member with all below it, (places, members). amounts: of the members."""
        total = with_below(self.tree, amounts[self.member])
        members, first = len(self.at), self.tree.tops.stop
        cell = self.side[first:] * members + self.member[self.tree.above[first:]]
        found = np.bincount(cell, weights=total[first:], minlength=places * members)
        return np.asarray(found, dtype=np.float64).reshape(places, members)

    def spans(self) -> tuple[Index, Index]:
        """A number for each place of the tree, and the first one past everybody below it, the places in between."""
        sizes = with_below(self.tree, np.ones(len(self.tree))).astype(np.int64)
        first = np.zeros(len(self.tree), dtype=np.int64)
        for rows in self.tree.generations:
            above = self.tree.above[rows]
            order = np.lexsort((self.side[rows], above)) + rows.start
            before = np.concatenate([[0], np.cumsum(sizes[order])[:-1]])
            parents = self.tree.above[order]
            starts = np.flatnonzero(np.r_[True, parents[1:] != parents[:-1]])
            earlier = before - np.repeat(before[starts], np.diff(np.r_[starts, len(order)]))
            first[order] = np.where(parents == ROOT, before, first[parents] + 1 + earlier)
        return first, first + sizes


def since(team: Team) -> Months:
    """When each joined, and never before their sponsor; tops before everybody.

    The top of a plan's run joins at its launch, when people of today were there already, in an order of their own.
    """
    found = team.joined.copy()
    found[team.tops] = found.min(initial=0)
    for rows in team.generations[2:]:
        found[rows] = np.maximum(found[rows], found[team.above[rows]])
    return found


def placed(team: Team, places: int, rule: str) -> Placement:
    """As the team's file places everybody; under their sponsor who is placed under nobody there, and on the first open
    place, in the order of joining, who stands on none.

    Raises Unplaced where more stand under somebody than there are places, or where places stand in a circle.
    """
    under = team.above if team.placed_under is None else team.placed_under
    above = np.where(under == ROOT, team.above, under)
    sides = in_order_below(team, above)
    if team.side is not None:
        sides = on_open_places(team, above, team.side, places)
    check(team, above, sides, places, rule, TOO_MANY_PLACED if is_placed(team) else NEEDS_A_PLACEMENT)
    if team.placed_under is None:
        everyone = np.arange(len(team), dtype=np.int64)
        return Placement(team, everyone, everyone, np.where(above == ROOT, 0, sides))
    try:
        return placement(above, sides)
    except ValueError:
        raise Unplaced(rule, Fault("", IN_A_CIRCLE)) from None


def is_placed(team: Team) -> bool:
    """Whether the team's file states where somebody stands."""
    return team.placed_under is not None or team.side is not None


def on_open_places(team: Team, above: Index, stated: Index, places: int) -> Index:
    """The sides that are stated, and for the others the first that are open, in the order of joining."""
    waits = np.flatnonzero((stated < 0) & (above != ROOT))
    known = np.flatnonzero((stated >= 0) & (stated < places) & (above != ROOT))
    parents, row = np.unique(above[waits], return_inverse=True)
    row_of = np.full(len(team), ROOT)
    row_of[parents] = np.arange(len(parents))
    is_open = np.ones((len(parents), places), dtype=np.bool_)
    beside = known[row_of[above[known]] != ROOT]
    is_open[row_of[above[beside]], stated[beside]] = False
    number = in_order_below(team, np.where(stated < 0, above, ROOT))[waits]  # which of those who wait
    reached = is_open.cumsum(axis=1)[row] > number[:, None]
    found = stated.copy()
    found[waits] = np.where(reached.any(axis=1), reached.argmax(axis=1), places)
    return found


def spilled(team: Team, places: int, *, to_top: bool) -> Placement:
    """Everybody on the first open place below their own sponsor, or below the top, in the order of joining."""
    return placement(*spilled_to(team, places, to_top=to_top))


def spilled_to(team: Team, places: int, *, to_top: bool) -> tuple[Index, Index]:
    """The same: who stands above each, and on which of their places."""
    top = team.top_of()
    order = by_small(since(team))
    order = order[by_small(top[order])]  # of one top after the other, each first of its own
    starts = np.flatnonzero(team.above[order] == ROOT)
    sizes = np.diff(np.append(starts, len(order)))
    first = np.repeat(starts, sizes)
    number = np.arange(len(order)) - first  # of those of the same top, whose own is 0
    if to_top:
        place = number - 1
    else:
        row = np.empty(len(order), dtype=np.int64)
        row[order] = number
        below = order[number > 0]
        place = np.full(len(order), ROOT, dtype=np.int64)
        place[number > 0] = first_open(row[team.above[below]].tolist(), (sizes - 1).tolist(), places)
    above, sides = np.full(len(team), ROOT, dtype=np.int64), np.zeros(len(team), dtype=np.int64)
    some = np.flatnonzero(number)
    above[order[some]] = order[(first + place // places)[some]]
    sides[order[some]] = (place % places)[some]
    return above, sides


def first_open(sponsors: list[int], sizes: list[int], places: int) -> list[int]:
    """The place of each: the first open one from their sponsor down, level by level, in the order of joining.

    sponsors: of each the how-manieth theirs is of the same top, 0 the top; of one top after the other, of which so many
    stand below each. Found are the how-manieth each stands under, times places, and the place below that one.

    Each next place hangs on all before it. What is full stays full, so that nobody looks at it again from there. The
    lists are of one top alone, so that they stay in the processor's cache.
    """
    found: list[int] = []
    done = 0
    for size in sizes:
        looks_at = list(range(size + 1))
        free = list(range(0, (size + 1) * places, places))  # the next place below each
        below: list[list[int]] = [[] for _ in looks_at]
        further: defaultdict[int, deque[int]] = defaultdict(deque)  # where each looks on, once their own are full
        for member, sponsor in enumerate(sponsors[done : done + size], start=1):
            at = looks_at[sponsor]
            place = free[at]
            if place == (at + 1) * places:
                queue = further[sponsor]
                while place == (at + 1) * places:
                    queue.extend(below[at])
                    at = queue.popleft()
                    place = free[at]
                looks_at[sponsor] = at
            below[at].append(member)
            free[at] = place + 1
            found.append(place)
        done += size
    return found


def placement(above: Index, sides: Index) -> Placement:
    """The tree in which each stands under these. Raises ValueError for a circle."""
    member, at, generations = by_generation(above)
    stands = np.where(above[member] == ROOT, ROOT, at[above[member]])
    tree = Team(("",) * len(above), stands, np.zeros(len(above), dtype=np.int64), generations)
    return Placement(tree, at, member, np.where(stands == ROOT, 0, sides[member]))


def in_order_below(team: Team, above: Index) -> Index:
    """The how-manieth each is of those under the same one, from 0, in the order of joining."""
    order = np.lexsort((since(team), above))
    starts = np.flatnonzero(np.r_[True, above[order][1:] != above[order][:-1]])
    number = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    found = np.empty(len(order), dtype=np.int64)
    found[order] = number
    return found


def check(team: Team, above: Index, sides: Index, places: int, rule: str, message: str) -> None:
    """Raises Unplaced for the first under whom more stand than there are places, or two on the same."""
    below = np.flatnonzero(above != ROOT)
    count = np.bincount(above[below], minlength=len(team))
    wrong = count > places
    wrong[above[below[(sides[below] < 0) | (sides[below] >= places)]]] = True
    taken = above[below] * np.int64(places) + sides[below].clip(0, places - 1)
    twice = np.flatnonzero(np.bincount(taken, minlength=len(team) * places) > 1)
    wrong[twice // places] = True
    if wrong.any():
        first = int(np.argmax(wrong))
        told: dict[str, str | float] = {
            "member": str(team.members[first]),
            "count": int(count[first]),
            "places": places,
        }
        raise Unplaced(rule, Fault("", message, parameters=told))
