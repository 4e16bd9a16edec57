"""One drawn path as a team that exists: its people read one by one, who stands where, and what each bought in a month.

Written from the meaning of each field and not from the engine, which lays out all paths at once.
"""

from dataclasses import replace

import numpy as np

from planner.compensation.teams.team import ROOT, Bought, Team, TeamMonths
from planner.inputs.plan.plan import Plan
from planner.simulation.paths import Paths
from planner.timeline import calendar_month
from tests.simulation.as_objects import members_of
from tests.simulation.naive import Member
from tests.simulation.naive_places import placed


def team_of_path(plan: Plan, paths: Paths, path: int, *, two_legs: bool = False) -> TeamMonths:
    """The distributor at the top and everybody who ever joins below, in every month of the plan from 0 on."""
    everyone, _ = members_of(paths)
    people = [member for member, where in zip(everyone, paths.forest.path.tolist(), strict=True) if where == path]
    place: dict[Member | None, int] = {None: 0} | {member: number for number, member in enumerate(people, start=1)}
    above = np.array([ROOT, *(place[member.recruiter] for member in people)], dtype=np.int64)
    first_order = np.array([0, *(member.joined + 1 for member in people)], dtype=np.int64)
    team, moved = Team.of([str(number) for number in range(len(above))], above, first_order)
    signed = np.empty(len(above), dtype=np.int64)
    last = np.empty(len(above), dtype=np.int64)
    signed[moved] = [0, *(member.joined for member in people)]
    last[moved] = [plan.horizon_months, *(member.last or 0 for member in people)]
    team = replace(team, new_from=signed, last=last)
    if two_legs:
        under, side = np.full(len(above), ROOT, dtype=np.int64), np.zeros(len(above), dtype=np.int64)
        for parent, children in placed(people, plan.team.placing).items():
            for number, child in children.items():
                under[moved[place[child]]], side[moved[place[child]]] = moved[place[parent]], number
        team = replace(team, placed_under=under, side=side)
    months = range(plan.horizon_months + 1)
    bought = tuple(month_of(plan, paths, path, people, moved, month) for month in months)
    dates = [calendar_month(plan.start_month, month) for month in months]
    return TeamMonths(team, tuple(f"{date.year}-{date.month:02d}" for date in dates), bought)


def month_of(plan: Plan, paths: Paths, path: int, people: list[Member], moved: np.ndarray, month: int) -> Bought:
    """What each bought in a month; the distributor first."""
    terms, trading = paths.terms, paths.trading
    goods = np.array([0.0, *(member.bought.get(month, 0.0) for member in people)])
    first = [plan.team.member_joining_order * (month == member.joined + 1 <= (member.last or 0)) for member in people]
    points = goods * terms.points_per_retail
    value = goods * terms.commissionable_per_retail
    customers = points * plan.team.member_resold_share
    used, sold = points - customers, np.zeros_like(points)
    given = paths.assumptions
    own = trading.personal_volume[month, path]
    got = trading.inventory.sold[month, path] + paths.sales.direct[month, path]
    got *= float(np.broadcast_to(given.points_by_company, given.scenarios)[path]) * terms.points_per_retail
    points[0], value[0] = own, trading.personal_value[month, path] / given.price_level[month, 0]
    customers[0], sold[0] = min(own, got), max(got - own, 0.0)
    number = np.zeros_like(points)
    sales = paths.sales
    there = sales.closing_customers[month, path] + sales.guest_orders[month, path]
    number[0] = min(sales.orders[month, path], there)
    joining = np.array([0.0, *first]) * terms.points_per_retail
    columns = (points, value / terms.rate, customers, joining, number, sold, used)
    order = np.argsort(moved)
    return Bought(*(each[order] for each in columns))
