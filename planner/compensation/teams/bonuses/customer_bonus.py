"""Pay for personal customers on a team that exists: the highest step that each member's customers meet."""

from collections.abc import Iterator

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.bonuses.joining import share_of
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus


def pay_customer_bonus(part: CustomerBonus, month: TeamMonth) -> Iterator[Flow]:
    """What everybody is paid, a step each; details: how many customers, and their points."""
    bought, members = month.bought, np.arange(len(month.team), dtype=np.int64)
    volume = bought.by_customers
    customers = np.zeros_like(volume) if bought.customers is None else bought.customers
    money = bought.value * share_of(volume, bought.points) * part.base_per_value
    reached = np.zeros(len(members), dtype=np.int64)
    for number, step in enumerate(part.steps, start=1):
        enough = (customers + NEARLY >= step.customers) & (volume + NEARLY >= step.volume)
        reached = np.where(enough, number, reached)
    if part.needs_active or part.from_rank is not None:
        reached = np.where(month.paid_from(part.from_rank), reached, 0)
    reached = np.where(month.team.joined <= month.number, reached, 0)
    for number, step in enumerate(part.steps, start=1):
        mine = reached == number
        base = money if step.rate is not None else np.full(len(members), step.amount or 0.0)
        rate = 1.0 if step.rate is None else step.rate
        yield flow(number, members, members, np.where(mine, base, 0.0), rate, customers=customers, volume=volume)
