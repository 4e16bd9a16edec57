"""The plan of the person becomes assumptions: schedules laid out by month, yearly shares made monthly, lists summed."""

from itertools import cycle, islice

import numpy as np

from planner.inputs.plan.customers import Customers
from planner.inputs.plan.out_of_season import share_that_goes
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.schedule import monthly_values
from planner.inputs.plan.team import Team
from planner.inputs.tax_terms import resolve_tax
from planner.projection.assumptions import FIRST_MONTHS, Array, Assumptions
from planner.timeline import calendar_month, risen


def plan_assumptions(plan: Plan) -> Assumptions:
    """The plan as a single scenario. A rate for the currency of its tax rules must be there (terms.missing_rate)."""
    stock, customers, team, money = plan.stock, plan.customers, plan.team, plan.money_and_time
    months = plan.horizon_months + stock.cover_months
    startup = startup_costs(plan)
    paid, spread = running_costs(plan, cost_level(plan))
    early, later = member_attrition(team)
    retail, products = order_of(customers)
    return Assumptions(
        horizon=plan.horizon_months,
        cover_months=stock.cover_months,
        start_month=plan.start_month,
        customers_from_book=customers.new_from == "address_book",
        recruits_from_book=team.recruits_from == "address_book",
        shelf_life_months=stock.shelf_life_months,
        buys_to_qualify=stock.buys_to_qualify,
        placing=team.placing,
        loan_months=money.loan_months,
        tax=resolve_tax(plan),
        today=team.today,
        today_counted=one(1.0),
        new_customers=monthly_values(customers.new_a_month, months)[:, None],
        customer_attrition=one(customers.attrition),
        orders_per_customer=orders_per_customer(plan, months),
        season=seasons(plan, months),
        **from_parties(plan, months),
        retail_per_order=one(retail),
        **products,
        recruits=monthly_values(team.recruits_a_month, months)[:, None],
        early_attrition=one(early),
        member_attrition=one(later),
        startup_costs=startup,
        contingency=startup * plan.getting_started.contingency_share,
        operating_expenses=paid,
        operating_expenses_spread=spread,
        out_of_season=out_of_season(plan),
        price_level=risen(money.shop_price_rise, plan.horizon_months)[:, None],
        cost_level=cost_level(plan)[:, None],
        **taken_as_they_are(plan),
    )


AS_THEY_ARE = {
    "address_book": ("contacts", "share_approached", "cold_a_month", "become_customers", "become_recruits"),
    "customers": (
        "discount",
        "cost_per_order",
        "charged_per_order",
        "handed_on_share",
        "refund_share",
        "returned_to_shelf",
    ),
    "tax": ("sales_tax_rate",),
    "team": (
        "duplication",
        "recruit_at_once",
        "member_monthly_purchases",
        "member_resold_share",
        "member_joining_order",
        "people_within_reach",
    ),
    "chance": ("purchase_spread",),
    "stock": (
        "opening_stock",
        "minimum_order",
        "standing_order",
        "standing_order_from",
        "own_use",
        "own_use_anyway",
        "samples",
        "freight_share",
        "spoilage_share",
        "share_lost",
        "ship_direct_share",
    ),
    "money_and_time": ("own_cash", "loan", "loan_annual_rate", "card_limit", "card_annual_rate"),
}


def taken_as_they_are(plan: Plan) -> dict[str, Array]:
    """The numbers of the plan that mean the same in a projection, under the same names."""
    return {name: one(getattr(getattr(plan, group), name)) for group, names in AS_THEY_ARE.items() for name in names}


def one(value: float) -> Array:
    """A value that all scenarios share."""
    return np.array([float(value)])


def cost_level(plan: Plan) -> Array:
    """What costs have risen to in each month, from 1 at launch, (horizon + 1,)."""
    return risen(plan.money_and_time.cost_rise, plan.horizon_months)


def startup_costs(plan: Plan) -> Array:
    """What getting started costs beside the company's kit, in its months, (horizon + 1, 1); later ones are left out."""
    costs = np.zeros((plan.horizon_months + 1, 1))
    for item in plan.getting_started.items:
        if item.month <= plan.horizon_months:
            costs[item.month] += item.amount
    return costs * cost_level(plan)[:, None]


def spread_running_costs(plan: Plan, level: float) -> Array:
    """Running costs over the months they cover, (horizon + 1, 1), had costs risen to the same in all of them."""
    return running_costs(plan, np.full(plan.horizon_months + 1, level))[1]


def running_costs(plan: Plan, level: Array) -> tuple[Array, Array]:
    """Running costs, those of parties among them, as paid and over the months they cover; each (horizon + 1, 1).

    level: what costs have risen to in each month, (horizon + 1,).
    """
    paid = monthly_values(plan.parties.a_month, plan.horizon_months) * plan.parties.cost_each * level
    spread = paid.copy()
    for row in plan.running_costs:
        for month in range(1, plan.horizon_months + 1):
            amount = row.amount * row.payments(plan.start_month, month) * float(level[month])
            if not amount:
                continue
            covers = row.every_months if row.every_weeks is None else 1
            covered = covers if row.last_month is None else min(covers, row.last_month + 1 - month)
            paid[month] += amount
            spread[month : month + covered] += amount / covered
    return paid[:, None], spread[:, None]


def out_of_season(plan: Plan) -> Array:
    """Of the goods on the shelf when a month begins, the share whose season is over then, (horizon + 1, 1)."""
    months = range(plan.horizon_months + 1)
    return np.array([share_that_goes(plan.stock.out_of_season, plan.start_month, month) for month in months])[:, None]


def member_attrition(team: Team) -> tuple[float, float]:
    """Share of members who leave in a month: in the first three months, and after.

    Compounded they give the stated shares gone after 3 and after 12 months; without the former both are alike.
    """
    staying = 1 - team.annual_attrition
    if team.first_months_attrition is None:
        alike = float(1 - staying ** (1 / 12))
        return alike, alike
    early = 1 - team.first_months_attrition
    return float(1 - early ** (1 / FIRST_MONTHS)), float(1 - (staying / early) ** (1 / (12 - FIRST_MONTHS)))


def from_parties(plan: Plan, months: int) -> dict[str, Array]:
    """What comes of parties beside other customers and recruits, (months + 1, 1), and what the hosts get of it."""
    held, group = monthly_values(plan.parties.a_month, months)[:, None], plan.parties
    return {
        "party_customers": held * group.become_customers,
        "party_recruits": held * group.become_recruits,
        "party_orders": held * group.orders_each,
        "host_credit": one(group.host_credit),
        "party_costs": held[: plan.horizon_months + 1] * group.cost_each * cost_level(plan)[:, None],
    }


def orders_per_customer(plan: Plan, months: int) -> Array:
    """How often a customer orders in each month, by campaign or not, but for its season; (months + 1, 1)."""
    return np.array([plan.customers.orders_each(plan.start_month, month) for month in range(months + 1)])[:, None]


def seasons(plan: Plan, months: int) -> Array:
    """How each month compares with an average one, (months + 1, 1): the plan's twelve factors scaled to average 1."""
    stated = plan.customers.seasons
    if not stated:
        return np.ones((months + 1, 1))
    first = calendar_month(plan.start_month, 0).month - 1
    factors = np.array(list(islice(cycle(stated), first, first + months + 1)))
    return np.asarray(factors * 12 / sum(stated))[:, None]


def order_of(customers: Customers) -> tuple[float, dict[str, Array]]:
    """Shop price of an average order, and what its products have in place of the company's wholesale share and points.

    Shares are weighted by shop price.
    """
    retail = customers.order_price
    price, points, price_left, points_left = (0.0, 0.0, 0.0, 0.0) if customers.products else (0.0, 0.0, 1.0, 1.0)
    for product in customers.products:
        weight = product.retail_price * product.per_order / retail
        if product.wholesale_share is None:
            price_left += weight
        else:
            price += weight * product.wholesale_share
        if product.points is None:
            points_left += weight
        else:
            points += product.points * product.per_order / retail
    return retail, {
        "product_wholesale": one(price),
        "wholesale_by_company": one(price_left),
        "product_points": one(points),
        "points_by_company": one(points_left),
    }
