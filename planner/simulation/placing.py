"""Where the people of many downlines are placed whose company pays by two legs: left or right, and under whom.

Everybody is placed once, when they place their first order, in the order of joining; who leaves keeps their place.
"""

from itertools import groupby

import numpy as np

from planner.compensation.teams.placed.placement import Placement, placement, since, spilled
from planner.compensation.teams.team import ROOT, Index, Team
from planner.inputs.plan.team import Placing

SIDES = 2


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
    order = np.lexsort((np.arange(len(team)), joined))
    order = order[team.above[order] != ROOT]
    return in_turns(team, order) if way == "alternating" else weaker_leg(team, order, joined)


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


def weaker_leg(team: Team, order: Index, joined: Index) -> Placement:
    """Where fewer members are there; order: as in in_turns, joined: when each joined."""
    members, sponsors, when = len(team), team.above.tolist(), joined.tolist()
    above, sides = [ROOT] * members, [0] * members
    below = ([ROOT] * members, [ROOT] * members)  # who stands next below on each side
    there = ([0] * members, [0] * members)  # how many members on each side
    leaving = leaves_by_month(team)
    gone = 0

    def count(member: int, more: int) -> None:
        while (at := above[member]) != ROOT:
            there[sides[member]][at] += more
            member = at

    for month, new in groupby(order.tolist(), key=when.__getitem__):
        while gone < len(leaving) and leaving[gone][0] < month:
            count(leaving[gone][1], -1)
            gone += 1
        for member in new:
            at = sponsors[member]
            while True:
                side = 1 if there[1][at] < there[0][at] else 0
                if below[side][at] == ROOT:
                    break
                at = below[side][at]
            below[side][at], above[member], sides[member] = member, at, side
            count(member, 1)
    return placement(np.array(above, dtype=np.int64), np.array(sides, dtype=np.int64))


def leaves_by_month(team: Team) -> list[tuple[int, int]]:
    """The last month of everybody who leaves, and who; tops not among them, and nobody who never was there."""
    if team.last is None:
        return []
    who = np.flatnonzero((team.above != ROOT) & (team.last >= team.joined))
    order = who[np.argsort(team.last[who], kind="stable")]
    return list(zip(team.last[order].tolist(), order.tolist(), strict=True))
