"""Who stands on which place under whom, the slow way: one member at a time."""

from math import inf

from planner.compensation.teams.team import ROOT, Team

Below = dict[int, dict[int, int]]  # of each member, by the place under them, who stands there


def in_order(team: Team) -> list[int]:
    """Members as they joined; of those of a month, as the team has them, a sponsor before their recruits.

    Whoever is at the top was there first: that of a plan's run joins at launch, and holds up nobody of before it.
    """

    def since(member: int) -> float:
        return -inf if team.above[member] == ROOT else max(float(team.joined[member]), since(int(team.above[member])))

    return sorted(range(len(team)), key=lambda member: (since(member), member))


def stated_places(team: Team) -> Below:
    """As the team's file places them, or as they recruited, in the order of joining."""
    below: Below = {member: {} for member in range(len(team))}
    waits = []
    for member in in_order(team):
        under = team.above[member] if team.placed_under is None else team.placed_under[member]
        if under == ROOT:
            under = team.above[member]  # the top has neither
        if under == ROOT:
            continue
        if team.side is not None and team.side[member] >= 0:
            below[int(under)][int(team.side[member])] = member
        else:
            waits.append((int(under), member))
    for under, member in waits:
        below[under][next(place for place in range(len(team)) if place not in below[under])] = member
    return below


def everyone_below(below: Below, member: int) -> list[int]:
    """Everybody under a member, without themselves."""
    found = []
    for child in below[member].values():
        found += [child, *everyone_below(below, child)]
    return found
