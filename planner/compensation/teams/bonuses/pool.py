"""Pools on a team that exists: how much lies in each, and how it is divided."""

from collections.abc import Iterator

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Array
from planner.inputs.pay.bonuses.pool import Pool


def pay_pool(part: Pool, month: TeamMonth) -> Iterator[Flow]:
    """What everybody has of each pool, a step each as they are listed; details: one's shares, and of how many."""
    sold = float(month.bought.value.sum()) if part.company_value is None else part.company_value
    numbers = [month.plan.rank_names.index(tier.rank) + 1 for tier in part.tiers]
    weights = weights_of(part, month)
    passed = 0.0
    above = len(month.plan.ranks) + 1
    for place in sorted(range(len(numbers)), key=numbers.__getitem__, reverse=True):
        tier, number = part.tiers[place], numbers[place]
        money = sold * part.base_per_value * tier.rate + passed
        inside = (month.rank >= number) & ((month.rank < above) | (part.each_in == "all"))
        above = number
        shares = np.where(inside, weights, 0.0)
        together = float(shares.sum()) + (tier.elsewhere or 0.0)
        passed = 0.0
        if together > NEARLY:
            yield rows_of(place, shares, together, money)
        elif part.unclaimed == "passed_down":
            passed = money


def rows_of(place: int, shares: Array, together: float, money: float) -> Flow:
    """What is paid of one pool."""
    members = np.flatnonzero(shares > 0)
    each = shares[members]
    nobody = np.full(len(members), ROOT, dtype=np.int64)
    alike = np.full(len(members), money)
    return flow(
        place + 1, members, nobody, alike, each / together, shares=each, together=np.full(len(members), together)
    )


def weights_of(part: Pool, month: TeamMonth) -> Array:
    """How many shares each would have; none for whoever is not paid the part."""
    by = {
        "equally": np.ones(len(month.team)),
        "own_points": month.bought.points,
        "group_points": month.stands.group,
    }[part.divided]
    return np.where(month.paid_from(part.from_rank), by, 0.0)
