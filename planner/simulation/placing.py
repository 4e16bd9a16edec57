"""Where the people of many downlines are placed whose company pays by two legs: left or right, and under whom.

Everybody is placed once, when they place their first order, in the order of joining; who leaves keeps their place.
"""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.placed.placement import Placement, placement, since, spilled
from planner.compensation.teams.team import ROOT, Index, Team, by_small
from planner.inputs.plan.team import Placing
from planner.simulation.weaker_leg import SIDES, weaker_leg


def place_people(team: Team, way: Placing) -> Placement:
    """Two places below everybody.

    weaker_leg: on the side of their recruiter where fewer members are there, left where both have as many; from whoever
    stands on it down in the same way, to the first open place. alternating: the recruits of everybody left and right in
    turns, at the end of the outer line of that side. under_sponsor: on the first open place below their recruiter,
    level by level from the left.
    """
    if way == "under_sponsor":
        return spilled(team, SIDES, to_top=False)
    joined = since(team)
    order = by_small(joined)
    order = order[team.above[order] != ROOT]
    return in_turns(team, order) if way == "alternating" else placement(*weaker_leg(team, order, joined))


def sides_of_tops(team: Team, way: Placing) -> Index:
    """On which side of the top above them each stands, 0 or 1; ROOT of the tops themselves.

    Everybody stands on the side of their recruiter there, so that the others' own two sides need not be known, unless
    newcomers fill places level by level.
    """
    found = np.full(len(team), ROOT, dtype=np.int64)
    if way == "under_sponsor":
        stands = place_people(team, way)
        for rows in stands.tree.generations[1:]:
            above = stands.tree.above[rows]
            side = np.where(stands.tree.above[above] == ROOT, stands.side[rows], found[stands.member[above]])
            found[stands.member[rows]] = side
        return found
    if len(team.generations) > 1:
        first = team.generations[1]
        found[first] = turns_of_first(team) if way == "alternating" else weaker_of_first(team)
        for rows in team.generations[2:]:
            found[rows] = found[team.above[rows]]
    return found


def turns_of_first(team: Team) -> Index:
    """Of everybody whom a top recruited: left and right in turns, as they joined."""
    order, number = in_order_below_tops(team)
    found = np.empty(len(order), dtype=np.int64)
    found[order] = number % SIDES
    return found


def in_order_below_tops(team: Team) -> tuple[Index, Index]:
    """Those whom tops recruited by top and in the order of joining, and the how-manieth each of them is, from 0."""
    first = team.generations[1]
    above, joined = team.above[first], team.joined[first]
    order = np.lexsort((joined, above))
    starts = np.flatnonzero(np.r_[True, above[order][1:] != above[order][:-1]])
    return order, np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))


def weaker_of_first(team: Team) -> Index:
    """Of everybody whom a top recruited: the side with fewer members who are there when they join, left of two alike.

    A leg is all on one side. Of those who join in the same month whoever was recruited by a top is placed first.
    """
    first, sizes = team.generations[1], legs_by_month(team)
    joined = team.joined - earliest(team)
    order, number = in_order_below_tops(team)
    found = np.zeros(len(order), dtype=np.int64)
    there = np.zeros((SIDES, team.tops.stop, sizes.shape[1]))  # on each side of each top by month
    same, month_of_same = np.zeros((SIDES, team.tops.stop)), np.full(team.tops.stop, ROOT)
    for turn in range(int(number.max(initial=-1)) + 1):
        legs = order[number == turn]
        top, month = team.above[first.start + legs], joined[first.start + legs]
        new = month_of_same[top] != month
        same[:, top[new]], month_of_same[top] = 0.0, month
        column = np.minimum(month, sizes.shape[1] - 1)
        left, right = (there[side, top, column] + same[side, top] for side in range(SIDES))
        side = (right < left).astype(np.int64)
        found[legs] = side
        there[side, top] += sizes[legs]
        same[side, top] += 1
    return found


def earliest(team: Team) -> int:
    """The first month in which anybody joined, 0 at most."""
    return int(team.joined.min(initial=0))


def legs_by_month(team: Team) -> NDArray[np.float64]:
    """Of the leg of everybody whom a top recruited, how many joined before a month and are there, (legs, months).

    The months begin with the earliest in which anybody joined.
    """
    first, last = team.generations[1], team.last
    head = np.arange(len(team))
    for rows in team.generations[2:]:
        head[rows] = head[team.above[rows]]
    who = np.arange(first.start, len(team))
    if last is None:
        raise ValueError("of a plan everybody has a last month")
    who = who[last[who] > team.joined[who]]  # whoever is there in a month after that of joining
    start = earliest(team)
    months = int(last.max(initial=0)) - start + 2
    legs, change = head[who] - first.start, np.zeros((first.stop - first.start, months))
    np.add.at(change, (legs, team.joined[who] + 1 - start), 1.0)
    np.add.at(change, (legs, last[who] + 1 - start), -1.0)
    return np.asarray(np.cumsum(change, axis=1))


def in_turns(team: Team, order: Index) -> Placement:
    """Left and right in turns; order: everybody but the tops, in the order of joining."""
    members, sponsors = len(team), team.above.tolist()
    above, sides, turns = [ROOT] * members, [0] * members, [0] * members
    ends = [list(range(members)) for _ in range(SIDES)]  # of the line on each side of each, or somebody nearer to it
    for member in order.tolist():
        sponsor = sponsors[member]
        side = turns[sponsor]
        turns[sponsor] = 1 - side
        line, at, passed = ends[side], sponsor, []
        while line[at] != at:
            passed.append(at)
            at = line[at]
        line[at] = member
        for each in passed:
            line[each] = member
        above[member], sides[member] = at, side
    return placement(np.array(above, dtype=np.int64), np.array(sides, dtype=np.int64))
