"""Fast start on a team that exists: what each level above is paid on the orders of whoever is new."""

from collections.abc import Iterator

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.bonuses.joining import First, first_orders
from planner.compensation.teams.climb import next_above, step_up
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Array
from planner.inputs.pay.bonuses.fast_start import FastStart


def pay_fast_start(part: FastStart, month: TeamMonth) -> Iterator[Flow]:
    """What everybody earns on each level; details: the points that were ordered."""
    members = np.arange(len(month.team), dtype=np.int64)
    first = first_orders(part, month.team, month.number, month.all_bought)
    paid = month.paid_from(part.from_rank)
    nearest = month.team.above
    if part.compression != "none":
        nearest = next_above(month.team, month.active if part.compression == "standard" else paid)
    earner = members
    for level in range(1, levels_of(part) + 1):
        earner = step_up(nearest, earner)
        base, rate = of_level(part, first, level)
        earns = (earner != ROOT) & paid[earner]
        yield flow(level, earner, members, base, np.where(earns, rate, 0.0), points=first.points)


def levels_of(part: FastStart) -> int:
    """How many levels are paid."""
    return len(part.rates) if part.rates else max(len(package.amounts) for package in part.packages)


def of_level(part: FastStart, first: First, level: int) -> tuple[Array, float]:
    """The money that a level's rate is applied to, and the rate; an amount is a whole 1 of itself."""
    if part.rates:
        return first.value * part.base_per_value, part.rates[level - 1]
    begins = np.array([package.from_points for package in part.packages])
    amounts = [
        0.0,
        *(package.amounts[level - 1] if level <= len(package.amounts) else 0.0 for package in part.packages),
    ]
    reached = np.where(first.points > 0, begins.searchsorted(first.points + NEARLY, side="right"), 0)
    return np.array(amounts)[reached], 1.0
