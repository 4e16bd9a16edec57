"""One path from its people to its result: drawn customers and orders, the shelf and the statement of the slow twin."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner import twin
from tests.planner.projection.twin_downline import in_month
from tests.planner.twin_money import statement
from tests.planner.twin_people import address_book, customers_and_demand, orders_each, season
from tests.planner.twin_price import order_price
from tests.simulation.naive import binomial, factor, grown, own_life, poisson
from tests.simulation.naive_pay import Rules, TeamMonth, pay_on_people, team_month
from tests.simulation.naive_plan_pay import PlanPayer

MonthPay = Callable[..., dict[str, float]]
Sales = dict[str, list[float]]
HALF_A_CENT = 0.005


class Ended(NamedTuple):
    """What a path comes to, as Outcome names it."""

    result: float
    commission: float
    joined: float
    team: float
    last_month: int


class Deliveries(list):
    """Orders to deliver by month; from one month to another: what was thought of them when goods were ordered.

    So the twin's shelf, which forecasts by summing the months to come, orders by what was expected and sells by what
    was asked for.
    """

    def __init__(self, asked: list[float], expected: list[float]) -> None:
        super().__init__(asked)
        self.expected = expected

    def __getitem__(self, place):
        return [self.expected[place.start]] if isinstance(place, slice) else super().__getitem__(place)


def drawn_sales(dice: Random, plan: Plan, effort: float) -> Sales:
    """Customers and orders of one path, and what was expected of them at the start of each month."""
    group, price = plan.customers, order_price(plan)
    planned = customers_and_demand(plan, address_book(plan)["approached"])
    customers, orders, demand, at_parties = [0], [0], [0.0], [0]
    for month in range(1, plan.horizon_months + 1):
        luck = factor(dice, plan.chance.customer_spread)
        planned_new = planned["customers"][month] - planned["customers"][month - 1] * (1 - group.attrition)
        new = poisson(dice, max(planned_new, 0.0) * effort * luck)
        left = binomial(dice, customers[-1], group.attrition)
        customers.append(customers[-1] - left + new)
        luck = factor(dice, plan.chance.customer_spread)
        guests = in_month(plan.parties.a_month, month) * plan.parties.orders_each
        at_parties.append(poisson(dice, guests * effort * luck))
        of_customers = poisson(dice, customers[-1] * orders_each(plan, month) * season(plan, month) * luck)
        orders.append(of_customers + at_parties[-1])
        spread = plan.chance.order_spread / orders[-1] ** 0.5 if orders[-1] else 0.0
        demand.append(orders[-1] * price * factor(dice, spread))
    direct = plan.stock.ship_direct_share
    alike = zip(demand, at_parties, orders, strict=True)
    of_guests = [each * number / max(all_orders, 1) for each, number, all_orders in alike]
    expected = [0.0]
    for month in range(1, plan.horizon_months + 1):
        planned_there = in_month(plan.parties.a_month, month) * plan.parties.orders_each * price
        more = (of_guests[month] - planned_there) * (1 - direct)
        expected.append(thought(plan, planned, customers, month) + more)
    return {
        "customers": customers,
        "orders": orders,
        "demand": demand,
        "direct": [amount * direct for amount in demand],
        "stocked": Deliveries([amount * (1 - direct) for amount in demand], expected),
        "guests": [float(number) for number in at_parties],
        "host_goods": [number * price * plan.parties.host_credit for number in at_parties],
    }


def thought(plan: Plan, planned: Sales, customers: list[int], month: int) -> float:
    """What the orders to deliver in the month and its cover months are thought to come to at its start."""
    group, total = plan.customers, 0.0
    more = customers[month - 1] - planned["customers"][month - 1]
    for ahead in range(plan.stock.cover_months + 1):
        stay = (1 - group.attrition) ** (ahead + 1)
        orders = more * stay * orders_each(plan, month + ahead) * season(plan, month + ahead)
        total += planned["stocked"][month + ahead] + orders * order_price(plan) * (1 - plan.stock.ship_direct_share)
    return max(total, 0.0)


def lived(
    plan: Plan, company: Company, sales: Sales, teams: list[TeamMonth], pay: MonthPay = pay_on_people
) -> dict[str, list[float]]:
    """Every line by month, of the slow twin, for customers and teams that are given. teams: by month, 0 unused; pay: in
    place of the twin's month_pay.
    """
    batches: list[list[float]] = []
    months: list[dict[str, float]] = []
    with patch.object(twin, "month_pay", pay):
        for _ in range(plan.horizon_months + 1):
            months.append(twin.one_month(plan, company, sales, teams, months, batches, None))
    by_month = {key: [month[key] for month in months] for key in months[0]} | sales
    return {**by_month, **statement(plan, company, by_month)}


def naive_path(dice: Random, plan: Plan, company: Company) -> Ended:
    """One path, drawn and computed to its end."""
    effort = factor(dice, plan.chance.effort_spread)
    everyone = grown(dice, plan, effort)
    frontline = [member for member in everyone if member.recruiter is None]
    sales = drawn_sales(dice, plan, effort)
    if company.pay.plan is None:
        rules = Rules.of(plan, company)
        teams = [team_month(rules, frontline, month) for month in range(plan.horizon_months + 1)]
        found = lived(plan, company, sales, teams)
    else:
        found = lived(plan, company, sales, [], PlanPayer(plan, company, everyone, sales).month_pay)
    life = own_life(dice, plan) if plan.chance.quits == "as_others" else plan.horizon_months
    last = last_month(plan, found["result"], found["cash_balance"], life)
    return Ended(
        result=found["result"][last],
        commission=sum(found["commission_earned"][: last + 1]),
        joined=sum(0 < member.joined <= last for member in everyone),
        team=sum(member.acts(last) for member in everyone),
        last_month=last,
    )


def last_month(plan: Plan, result: list[float], balance: list[float], life: int) -> int:
    """The last month worked: of the stop rule, of the money, of the distributor's own life, or of the plan.

    balance: of own money, loan and card, at the end of each month; what is lacking after the start is put in.
    """
    put_in = max(-balance[0], 0.0)
    chance, horizon = plan.chance, plan.horizon_months
    for month in range(1, horizon + 1):
        if chance.most_to_lose is not None and result[month] < -chance.most_to_lose:
            return month
        if month == chance.review_month and result[month] < result[max(month - 3, 0)]:
            return month
        if chance.when_money_runs_out == "stops" and balance[month] + put_in <= -HALF_A_CENT:
            return month
        if month == life:
            return month
    return horizon
