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
    point = values_of_point(table, plan)
    bought = tuple(bought_in(each, point, place, order) for each in table.orders)
    title = None if table.rank is None else tuple(table.rank[each] for each in order.tolist())
    return TeamMonths(team, table.months, bought, title, point[order])


def values_of_point(table: TeamTable, plan: PayPlan) -> Array:
    """The money that a point of each member of the file stands for: in their country, where the plan lists it."""
    if table.country is None:
        return np.full(len(table.members), plan.value_of_point)
    known = {row.country: row.value_of_point for row in plan.countries}
    return np.array([known.get(country, plan.value_of_point) for country in table.country])


def unknown_country(table: TeamTable, plan: PayPlan) -> str | None:
    """The first country of a file that a plan with countries does not list; None where it lists all."""
    known = {"", *(row.country for row in plan.countries)}
    return next((each for each in table.country or () if plan.countries and each not in known), None)


def bought_in(each: Orders, point: Array, place: Index, order: Index) -> Bought:
    """One month. point: money of a point of each member of the file. place: where each of these stands in the team;
    order: the other way round.
    """

    def moved(amounts: Array | None) -> Array | None:
        return None if amounts is None else amounts[order]

    single = None if each.single is None else single_orders(each.single, point, place)
    value = np.where(np.isnan(each.value), each.points * point, each.value)[order]
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


def single_orders(single: Single, point: Array, place: Index) -> SingleOrders:
    """The orders of a month by the team's places."""
    value = np.where(np.isnan(single.value), single.points * point[single.member], single.value)
    return SingleOrders(place[single.member], single.points, value, single.by_customer, single.joining)
