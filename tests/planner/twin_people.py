"""The twin's people outside the company: who is asked, who buys, and what they order."""

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
        orders.append(customers[-1] * group.orders_per_customer * season(plan, month) + at_parties[month])
    demand = [number * order_price(plan) for number in orders]
    direct = [amount * plan.stock.ship_direct_share for amount in demand]
    stocked = [amount * (1 - plan.stock.ship_direct_share) for amount in demand]
    host = [number * order_price(plan) * plan.parties.host_credit for number in at_parties]
    sold = {"customers": customers, "orders": orders, "demand": demand, "direct": direct, "stocked": stocked}
    return sold | {"host_goods": host}
