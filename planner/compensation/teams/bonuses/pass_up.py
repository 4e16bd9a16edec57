"""Passing up on a team that exists: whose recruit everybody counts as, and what is paid on what they order."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.bonuses.joining import value_of_joining
from planner.compensation.teams.climb import step_up
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Array, Index, Team
from planner.inputs.pay.bonuses.pass_up import PassUp


def pay_passed_up(part: PassUp, month: TeamMonth) -> Iterator[Flow]:
    """What everybody earns on each level; details: the place among the sponsor's recruits, and 1 for passed up."""
    team = month.team
    members = np.arange(len(team), dtype=np.int64)
    place = places(team)
    receiver = receivers(part, team, place)
    paid = month.paid_from(part.from_rank)
    up = team.above if part.moves == "recruit" else receiver
    if part.unqualified == "passed_on":
        up = nearest(team, up, paid)
    earner = receiver
    if part.unqualified == "passed_on":
        earner = np.where((receiver != ROOT) & ~paid[receiver], step_up(up, receiver), receiver)
    value = value_of_joining(month.all_bought) if part.orders == "joining" else month.bought.value
    passed = np.isin(place, part.passed).astype(np.float64)
    for level in range(1, len(part.rates or part.amounts or ()) + 1):
        base, rate = of_level(part, value, level)
        earns = (earner != ROOT) & paid[earner]
        yield flow(
            level, earner, members, base, np.where(earns, rate, 0.0), place=place.astype(np.float64), passed=passed
        )
        earner = step_up(up, earner)


def places(team: Team) -> Index:
    """Each member's place among the recruits of their sponsor, 1 for who joined first; of one month, as listed."""
    order = np.lexsort((np.arange(len(team)), team.joined, team.above))
    above = team.above[order]
    starts = np.flatnonzero(np.concatenate([[True], above[1:] != above[:-1]]))
    lengths = np.diff(np.append(starts, len(order)))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order)) - np.repeat(starts, lengths) + 1
    return place


def receivers(part: PassUp, team: Team, place: Index) -> Index:
    """Whose recruit each counts as: the sponsor's, or that of whoever they were passed up to; ROOT for outside."""
    passed = np.isin(place, part.passed)
    found = team.above.copy()
    for rows in team.generations[1:]:
        sponsor = team.above[rows]
        beyond = found[sponsor] if part.to == "receiver" else team.above[sponsor]
        found[rows] = np.where(passed[rows], beyond, sponsor)
    return found


def nearest(team: Team, up: Index, paid: NDArray[np.bool_]) -> Index:
    """Along these pointers up, of each member the next who is paid; ROOT where nobody is."""
    found = up.copy()
    for rows in team.generations[1:]:
        next_up = up[rows]
        further = np.where(paid[next_up], next_up, found[next_up])
        found[rows] = np.where(next_up == ROOT, ROOT, further)
    return found


def of_level(part: PassUp, value: Array, level: int) -> tuple[Array, float]:
    """The money that a level's rate is applied to, and the rate; an amount is a whole 1 of itself."""
    if part.amounts is not None:
        return np.where(value > 0, part.amounts[level - 1], 0.0), 1.0
    return value * part.base_per_value, (part.rates or ())[level - 1]
