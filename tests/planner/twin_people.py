"""The twin's people outside the company: who is asked, who buys, and what they order."""

from datetime import date, timedelta

from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import By_Month, in_month
from tests.planner.twin_price import calendar, order_price


def address_book(plan: Plan) -> dict[str, By_Month]:
    """Who is asked in each month, and who is left to ask at its end; as far as orders are forecast."""
    book = plan.address_book
    approached, remaining = [0.0], [book.contacts]
    for _ in range(plan.horizon_months + plan.stock.cover_months):
        approached.append(book.share_approached * remaining[-1] + book.cold_a_month)
        remaining.append(remaining[-1] * (1 - book.share_approached))
    return {"approached": approached, "remaining": remaining}


def recruits(plan: Plan, approached: By_Month) -> By_Month:
    """People who want to join through the distributor, by month; guests of parties among them."""
    parties = [in_month(plan.parties.a_month, month) for month in range(len(approached))]
    if plan.team.recruits_from == "address_book":
        found = [asked * plan.address_book.become_recruits for asked in approached]
    else:
        found = [in_month(plan.team.recruits_a_month, month) for month in range(len(approached))]
    return [some + held * plan.parties.become_recruits for some, held in zip(found, parties, strict=True)]


def season(plan: Plan, month: int) -> float:
    """How the calendar month compares with the average of the twelve."""
    factors = plan.customers.seasons
    return factors[calendar(plan, month)[1] - 1] / (sum(factors) / 12) if factors else 1.0


def orders_each(plan: Plan, month: int) -> float:
    """How often a customer orders in a month, but for its season: once for every day of it on which a campaign's
    orders go in, of a calendar that is walked campaign by campaign from the first.
    """
    group = plan.customers
    if group.orders_by == "month":
        return group.orders_per_customer
    weeks = ["week", "two_weeks", "three_weeks", "four_weeks"].index(group.orders_by) + 1
    year, now = calendar(plan, month)
    first_year, first = calendar(plan, 1)
    day = date(first_year, first, 1) if group.first_campaign is None else date.fromisoformat(group.first_campaign)
    found = 0
    while (day.year, day.month) <= (year, now):
        found += (day.year, day.month) == (year, now)
        day += timedelta(weeks=weeks)
    return group.orders_per_campaign * found


def customers_and_demand(plan: Plan, approached: By_Month) -> dict[str, By_Month]:
    """Customers at the end of each month, who all order in it, from the company or from the shelf; guests of parties
    order once, and of what these buy a share in goods is the host's.
    """
    group = plan.customers
    customers, orders, at_parties = [0.0], [0.0], [0.0]
    for month in range(1, len(approached)):
        new = in_month(group.new_a_month, month)
        if group.new_from == "address_book":
            new = approached[month] * plan.address_book.become_customers
        held = in_month(plan.parties.a_month, month)
        new += held * plan.parties.become_customers
        at_parties.append(held * plan.parties.orders_each)
        customers.append(customers[-1] * (1 - group.attrition) + new)
        orders.append(customers[-1] * orders_each(plan, month) * season(plan, month) + at_parties[month])
    demand = [number * order_price(plan) for number in orders]
    direct = [amount * plan.stock.ship_direct_share for amount in demand]
    stocked = [amount * (1 - plan.stock.ship_direct_share) for amount in demand]
    host = [number * order_price(plan) * plan.parties.host_credit for number in at_parties]
    sold = {"customers": customers, "orders": orders, "demand": demand, "direct": direct, "stocked": stocked}
    return sold | {"host_goods": host}
