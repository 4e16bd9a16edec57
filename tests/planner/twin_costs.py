"""The twin's costs in their months: fees, running costs, getting started; paid, and spread over what they cover."""

from datetime import date, timedelta

from planner.inputs.cited.figure import Figure
from planner.inputs.company.company import Company
from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import By_Month, in_month
from tests.planner.twin_price import calendar, charges, prices, rate_of_exchange, reaches, stated

Payment = tuple[int, float, int]  # month, amount, and for how many months


def fees_in(plan: Plan, company: Company, month: int) -> float:
    """The renewal in months 13, 25, ..., each for the year that begins; the website every month after the free ones."""
    fees = renewal_in(plan, company, month) + website_in(plan, company, month)
    return fees * charges(plan, month)


def renewal_in(plan: Plan, company: Company, month: int) -> float:
    due = month > 1 and month % 12 == 1
    return stated(plan, company, "joining", "renewal_fee") * rate_of_exchange(plan, company) if due else 0.0


def website_in(plan: Plan, company: Company, month: int) -> float:
    free = company.joining.website_free_months
    due = month > (free.value if free else 0)
    return stated(plan, company, "joining", "website_fee") * rate_of_exchange(plan, company) if due else 0.0


def order_costs(plan: Plan, company: Company, goods: float, share: float, month: int) -> dict[str, float]:
    """What one order comes to beside its goods, at today's shop price, of which share is paid.

    An order of less than half a cent is none. The company's freight stands in the place of the plan's; as its prices
    rise, so do the steps of its table.
    """
    orders, rate, today = company.orders, rate_of_exchange(plan, company), goods * share
    cost, level = today * prices(plan, month), charges(plan, month)
    found = {"fee": 0.0, "freight": plan.stock.freight_share * cost, "tax": 0.0}
    if orders is None:
        return found
    if orders.freight_share is not None:
        found["freight"] = orders.freight_share.value * cost
    if orders.freight_table is not None:
        reached = [step.amount * rate for step in orders.freight_table.steps if reaches(today, step.from_cost * rate)]
        found["freight"] = reached[-1] * level if today >= 0.005 else 0.0
    if isinstance(orders.fee, Figure) and today >= 0.005:
        found["fee"] = orders.fee.value * rate * level
    for tax, base in ((orders.tax_on_paid, cost), (orders.tax_on_shop_price, goods * prices(plan, month))):
        found["tax"] += tax.value * base if tax is not None else 0.0
    return found


def with_the_kit(plan: Plan, company: Company, first: dict[str, float]) -> dict[str, float]:
    """The first order, with what sending the starter kit costs and the tax on it."""
    joining, rate = company.joining, rate_of_exchange(plan, company)
    freight = joining.kit_freight.value * rate if joining.kit_freight else 0.0
    tax = joining.kit_tax.value * stated(plan, company, "joining", "starter_kit_fee") * rate if joining.kit_tax else 0.0
    return first | {"freight": first["freight"] + freight, "tax": first["tax"] + tax}


def payments(plan: Plan) -> list[Payment]:
    """Every payment of a running cost within the plan, and of parties, as much as it comes to by then."""
    return [(month, amount * charges(plan, month), covered) for month, amount, covered in payments_today(plan)]


def payments_today(plan: Plan) -> list[Payment]:
    """The same, as stated."""
    months = range(1, plan.horizon_months + 1)
    found = [(month, in_month(plan.parties.a_month, month) * plan.parties.cost_each, 1) for month in months]
    for cost in plan.running_costs:
        last = plan.horizon_months if cost.last_month is None else cost.last_month
        if cost.every_weeks is not None:
            found += every_so_many_weeks(plan, cost, min(last, plan.horizon_months))
            continue
        months = range(cost.first_month, min(last, plan.horizon_months) + 1, cost.every_months)
        for month in months:
            left = cost.every_months if cost.last_month is None else cost.last_month - month + 1
            found.append((month, cost.amount, min(cost.every_months, left)))
    return found


def every_so_many_weeks(plan: Plan, cost: RunningCost, last: int) -> list[Payment]:
    """One payment after the other, day by day from the first of its first month on, until the last month is over."""
    found: list[Payment] = []
    (year, first), (end_year, end) = calendar(plan, cost.first_month), calendar(plan, last + 1)
    day = date(year, first, 1)
    while day < date(end_year, end, 1):
        month = (day.year - year) * 12 + day.month - first + cost.first_month
        found.append((month, cost.amount, 1))
        day += timedelta(weeks=cost.every_weeks)
    return found


def running_costs(plan: Plan) -> By_Month:
    paid = [0.0] * (plan.horizon_months + 1)
    for month, amount, _ in payments(plan):
        paid[month] += amount
    return paid


def startup_costs(plan: Plan) -> By_Month:
    paid = [0.0] * (plan.horizon_months + 1)
    for item in plan.getting_started.items:
        if item.month <= plan.horizon_months:
            paid[item.month] += item.amount * charges(plan, item.month)
    return paid


def spread_costs(plan: Plan, company: Company) -> dict[str, By_Month]:
    """Fees and running costs laid over the months that each payment covers; the website's are monthly as they are."""
    months = plan.horizon_months + 1
    renewals = [(month, renewal_in(plan, company, month) * charges(plan, month), 12) for month in range(13, months, 12)]
    return {
        "spread_expenses": laid_out(payments(plan), [0.0] * months),
        "spread_fees": laid_out(
            renewals, [website_in(plan, company, month) * charges(plan, month) for month in range(months)]
        ),
    }


def laid_out(paid: list[Payment], values: By_Month) -> By_Month:
    """The values with each payment added in equal parts, one a month from its own on."""
    for first, amount, covered in paid:
        for month in range(first, min(first + covered, len(values))):
            values[month] += amount / covered
    return values
