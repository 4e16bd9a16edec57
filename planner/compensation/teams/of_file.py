"""A team's file as the months that a plan pays: points become money by the plan where the file states none."""

import numpy as np

from planner.compensation.teams.team import Bought, Team, TeamMonths
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.team_file.read import TeamTable


def team_months(table: TeamTable, plan: PayPlan) -> TeamMonths:
    """The team of a file without faults, and what everyone bought in each month."""
    team, place = Team.of(table.members, table.above, table.joined, table.placed_under, table.side)
    order = np.empty(len(place), dtype=np.int64)
    order[place] = np.arange(len(place))
    bought = tuple(
        Bought(
            points=each.points[order],
            value=np.where(np.isnan(each.value), each.points * plan.value_of_point, each.value)[order],
            by_customers=each.by_customers[order],
            joining=each.joining[order],
            customers=None if each.customers is None else each.customers[order],
        )
        for each in table.orders
    )
    title = None if table.rank is None else tuple(table.rank[each] for each in order.tolist())
    return TeamMonths(team, table.months, bought, title)
