"""How much of the orders of which the rows of a part are shares customers and orders at joining are."""

import numpy as np

from planner.compensation.teams.bonuses.joining import share_of
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import Array, Bought
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.part import Part


def shares(part: Part, month: TeamMonth) -> tuple[Array, Array]:
    """What outside customers and orders at joining are of what each bought, as far as the part is paid on it."""
    none = np.zeros(len(month.team))
    if isinstance(part, OwnSales) and part.volume == "customers":
        return none + 1.0, none
    if isinstance(part, CustomerBonus):
        return none + 1.0, none
    joining = joining_share(part, month)
    if isinstance(part, (PassUp, FastStart)) and part.orders == "joining":
        return none, joining
    bought = _looked_at(part, month)
    customers = np.clip(share_of(bought.by_customers, bought.points), 0.0, 1.0)
    return customers, np.minimum(joining, 1.0 - customers)


def joining_share(part: Part, month: TeamMonth) -> Array:
    """What orders at joining are of what each bought, as far as the part is paid on it."""
    if isinstance(part, (PassUp, FastStart)) and part.orders == "joining":
        return np.ones(len(month.team))
    bought = _looked_at(part, month)
    found, some = np.zeros(len(month.team)), np.flatnonzero(bought.joining)
    found[some] = np.clip(share_of(bought.joining[some], bought.points[some]), 0.0, 1.0)
    return found


def _looked_at(part: Part, month: TeamMonth) -> Bought:
    """All orders for a fast start, and what counts as volume for all else."""
    return month.all_bought if isinstance(part, FastStart) else month.bought
