"""Unilevel on a team that exists: what each level is paid, with the compression that the plan states."""

from collections.abc import Iterator

import numpy as np

from planner.compensation.teams.climb import next_above, step_up
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Array
from planner.inputs.pay.unilevel import Unilevel


def pay_levels(part: Unilevel, month: TeamMonth) -> Iterator[Flow]:
    """What everybody earns on each level; whoever is not active earns nothing, and what falls to nobody is not paid."""
    members = np.arange(len(month.team), dtype=np.int64)
    rates = rates_of_everyone(part, month)
    bought = month.bought.value if part.pays_on_inactive else np.where(month.active, month.bought.value, 0.0)
    nearest = next_above(month.team, month.active) if part.compression == "standard" else month.team.above
    earner = members
    for level in range(1, rates.shape[0] + 1):
        if part.compression == "dynamic":
            nearest = next_above(month.team, rates[level - 1] > 0)
        earner = step_up(nearest, earner)
        yield flow(level, earner, members, bought, np.where(earner == ROOT, 0.0, rates[level - 1][earner]))


def rates_of_everyone(part: Unilevel, month: TeamMonth) -> Array:
    """The rate of each level for each member, (levels, members); 0 for whoever is not paid on it."""
    tables = [(0, part.rates or ())]
    tables += sorted((month.plan.rank_names.index(row.rank) + 1, row.rates) for row in part.by_rank)
    levels = max(len(rates) for _, rates in tables)
    found = np.zeros((levels, len(month.team)))
    for least, rates in tables:
        row = np.zeros(levels)
        row[: len(rates)] = rates
        found[:, month.rank >= least] = row[:, None]
    return np.where(month.paid_from(part.from_rank), found, 0.0)
