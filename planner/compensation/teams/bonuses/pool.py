"""Pools on a team that exists: how much lies in each, and how it is divided."""

from collections.abc import Iterator

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Array, Index
from planner.inputs.pay.bonuses.pool import Pool


def pay_pool(part: Pool, month: TeamMonth) -> Iterator[Flow]:
    """What everybody has of each pool, a step each as they are listed; details: one's shares, and of how many.

    Where many teams stand beside each other, each has pools of its own.
    """
    top = month.team.top_of()
    sold = np.full(len(top), part.company_value) if part.company_value is not None else of_team(top, month.bought.value)
    numbers = [month.plan.rank_names.index(tier.rank) + 1 for tier in part.tiers]
    weights = weights_of(part, month)
    passed = np.zeros(len(top))
    above = len(month.plan.ranks) + 1
    for place in sorted(range(len(numbers)), key=numbers.__getitem__, reverse=True):
        tier, number = part.tiers[place], numbers[place]
        money = sold * part.base_per_value * tier.rate + passed
        inside = (month.rank >= number) & ((month.rank < above) | (part.each_in == "all"))
        above = number
        shares = np.where(inside, weights, 0.0)
        together = of_team(top, shares) + (tier.elsewhere or 0.0)
        claimed = together > NEARLY
        if claimed.any():
            yield rows_of(place, np.where(claimed, shares, 0.0), together, money)
        passed = np.where(claimed | (part.unclaimed == "kept"), 0.0, money)


def of_team(top: Index, amounts: Array) -> Array:
    """What everybody under the same top comes to together, a place each member."""
    return np.asarray(np.bincount(top, weights=amounts, minlength=len(top))[top])


def rows_of(place: int, shares: Array, together: Array, money: Array) -> Flow:
    """What is paid of one pool."""
    members = np.flatnonzero(shares > 0)
    each, of_all = shares[members], together[members]
    nobody = np.full(len(members), ROOT, dtype=np.int64)
    return flow(place + 1, members, nobody, money[members], each / of_all, shares=each, together=of_all)


def weights_of(part: Pool, month: TeamMonth) -> Array:
    """How many shares each would have; none for whoever is not paid the part."""
    by = {
        "equally": np.ones(len(month.team)),
        "own_points": month.bought.points,
        "group_points": month.stands.group,
    }[part.divided]
    return np.where(month.paid_from(part.from_rank), by, 0.0)
