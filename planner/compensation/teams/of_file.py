"""A team's file as the months that a plan pays: points become money by the plan where the file states none."""

import numpy as np

from planner.compensation.teams.team import Array, Bought, Index, Team, TeamMonths
from planner.compensation.teams.team import Orders as SingleOrders
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.team_file.orders import Orders, Single
from planner.inputs.team_file.read import TeamTable


def team_months(table: TeamTable, plan: PayPlan) -> TeamMonths:
    """The team of a file without faults, and what everyone bought in each month."""
    team, place = Team.of(table.members, table.above, table.joined, table.placed_under, table.side)
    order = np.empty(len(place), dtype=np.int64)
    order[place] = np.arange(len(place))
    bought = tuple(bought_in(each, plan, place, order) for each in table.orders)
    title = None if table.rank is None else tuple(table.rank[each] for each in order.tolist())
    return TeamMonths(team, table.months, bought, title)


def bought_in(each: Orders, plan: PayPlan, place: Index, order: Index) -> Bought:
    """One month. place: where each member of the file stands in the team; order: the other way round."""

    def moved(amounts: Array | None) -> Array | None:
        return None if amounts is None else amounts[order]

    single = None if each.single is None else single_orders(each.single, plan, place)
    value = np.where(np.isnan(each.value), each.points * plan.value_of_point, each.value)[order]
    if single is not None:
        value = np.bincount(single.member, weights=single.value, minlength=len(order))
    return Bought(
        points=each.points[order],
        value=value,
        by_customers=each.by_customers[order],
        joining=each.joining[order],
        customers=moved(each.customers),
        sold=moved(each.sold),
        used=moved(each.used),
        orders=single,
    )


def single_orders(single: Single, plan: PayPlan, place: Index) -> SingleOrders:
    """The orders of a month by the team's places."""
    value = np.where(np.isnan(single.value), single.points * plan.value_of_point, single.value)
    return SingleOrders(place[single.member], single.points, value, single.by_customer, single.joining)
