"""The slow readable twin of the projection: the model in plain Python, one plan on one company, month by month.

Written from the model's definitions and never from the engine, so that the two can be held against each other. It uses
dicts, lists, loops and floats only. Where the model leaves something open, the reading is said beside the line.
"""

from planner.inputs.company import Company, Rank
from planner.inputs.figure import Asked, Figure
from planner.inputs.plan import Plan
from tests.planner.projection.twin_downline import By_Month, downline, in_month, legs_in


def project_slowly(plan: Plan, company: Company) -> dict[str, list]:
    """Every quantity of the projection by month, month 0 first; `active` and `joined` by month and level."""
    sales = customers_and_demand(plan)
    team = downline(plan, company)
    stock = shelf(plan, company, sales["demand"])
    points = own_points(plan, company, stock)
    share = [share_paid(company, sum(points[:month])) for month in range(len(points))]
    money = cost_of_goods(stock, share)
    pays = [month_pay(plan, company, team, stock, points, month) for month in range(plan.horizon_months + 1)]
    paid = {key: [pay[key] for pay in pays] for key in pays[0]}
    lines = statement(plan, company, stock, money, paid) | spread_costs(plan, company)
    return {**sales, **team, **stock, **money, **paid, **lines, "personal_volume": points, "wholesale_share": share}


# --- what the plan and the company state -----------------------------------------------------------------------------


def stated(plan: Plan, company: Company, group: str, name: str) -> float:
    """A company's figure in its own money; asked ones as answered or assumed; what was not found counts as nothing."""
    figure = getattr(getattr(company, group), name)
    if isinstance(figure, Asked):
        return plan.company_answers.get(company.id, {}).get(name, figure.assumed)
    return figure.value if isinstance(figure, Figure) else 0.0


def rate_of_exchange(plan: Plan, company: Company) -> float:
    return 1.0 if plan.currency == company.currency else plan.exchange_rates[company.currency]


def points_in(plan: Plan, company: Company, shop_price: float) -> float:
    """Points of goods: so many per 100 of the shop price, in the company's money."""
    return shop_price / rate_of_exchange(plan, company) / 100 * stated(plan, company, "volume", "points_per_100_retail")


def commissionable(plan: Plan, company: Company, shop_price: float) -> float:
    return shop_price / 100 * stated(plan, company, "volume", "commissionable_per_100_retail")


# --- customers and stock ---------------------------------------------------------------------------------------------


def customers_and_demand(plan: Plan) -> dict[str, By_Month]:
    """Customers at the end of each month, who all order in it. The forecast goes on past the horizon."""
    group = plan.customers
    customers = [0.0]
    for month in range(1, plan.horizon_months + plan.stock.cover_months + 1):
        customers.append(customers[-1] * (1 - group.attrition) + in_month(group.new_a_month, month))
    orders = [number * group.orders_per_customer for number in customers]
    demand = [number * group.retail_per_order for number in orders]
    trading = plan.horizon_months + 1
    return {"customers": customers[:trading], "orders": orders[:trading], "demand": demand}


def opening_money(plan: Plan, company: Company) -> float:
    """What the person plans or what the company demands, whichever is more."""
    demanded = stated(plan, company, "joining", "minimum_opening_stock") * rate_of_exchange(plan, company)
    return max(plan.stock.opening_stock, demanded)


def shelf(plan: Plan, company: Company, demand: By_Month) -> dict[str, By_Month]:
    """Goods at shop price: this month's and the next months' forecast is ordered, less what is on the shelf."""
    purchased = [opening_money(plan, company) / company.prices.steps[0].wholesale_share]
    sold, closing = [0.0], [purchased[0]]
    for month in range(1, plan.horizon_months + 1):
        wanted = sum(demand[month : month + plan.stock.cover_months + 1])
        purchased.append(max(0.0, wanted - closing[-1]))
        available = closing[-1] + purchased[-1]
        sold.append(min(demand[month], available))
        closing.append(available - sold[-1])
    return {"purchased": purchased, "sold": sold, "closing": closing}


def share_paid(company: Company, points_so_far: float) -> float:
    """Share of the shop price: the last step whose points were bought before this month."""
    reached = [step for step in company.prices.steps if reaches(points_so_far, step.lifetime_points)]
    return reached[-1].wholesale_share


def cost_of_goods(stock: dict[str, By_Month], share: By_Month) -> dict[str, By_Month]:
    """The goods at what was paid for them; what is sold leaves at the average cost of all that is there."""
    purchases, sold_cost, value = [stock["purchased"][0] * share[0]], [0.0], [stock["purchased"][0] * share[0]]
    for month in range(1, len(share)):
        purchases.append(stock["purchased"][month] * share[month])
        goods = stock["closing"][month - 1] + stock["purchased"][month]
        average = (value[-1] + purchases[-1]) / goods if goods > 0 else 0.0
        sold_cost.append(stock["sold"][month] * average)
        value.append(stock["closing"][month] * average)
    return {"purchase_cost": purchases, "cost_of_goods_sold": sold_cost, "closing_stock_value": value}


# --- pay --------------------------------------------------------------------------------------------------------------


def reaches(found: float, wanted: float) -> bool:
    """Whether what was found is as much as wanted; what lacks only the rounding of the computer counts as reached."""
    return found + 1e-9 >= wanted


def own_points(plan: Plan, company: Company, stock: dict[str, By_Month]) -> By_Month:
    moved = stock["sold" if company.volume.arises_on == "sales" else "purchased"]
    return [points_in(plan, company, goods) for goods in moved]


def month_pay(
    plan: Plan, company: Company, team: dict[str, list], stock: dict[str, By_Month], points: By_Month, month: int
) -> dict[str, float]:
    """Group volume, rank and pay of one month; members there at its start buy in it."""
    each = plan.team.member_monthly_purchases
    legs = [
        (count, points_in(plan, company, people * each), commissionable(plan, company, people * each))
        for count, people in legs_in(team, month)
    ]
    rows = company.ranks.rows if company.ranks else ()
    stairstep, unilevel = company.pay.stairstep, company.pay.unilevel
    top_rate = max((row.rate or 0.0 for row in rows), default=0.0)
    breakaway = stairstep is not None and stairstep.breakaway and bool(rows)
    counted = [leg for leg in legs if not (breakaway and leg_rate(rows, leg[1]) == top_rate)]
    group = points[month] + sum(count * volume for count, volume, _ in counted)
    frontline = team["frontline"][month - 1] if month else 0.0
    rank = own_rank(rows, points[month], group, legs, frontline)
    result = {"group_volume": group, "paid_as_rank": float(rank), "on_own": 0.0, "on_team": 0.0}
    if not reaches(points[month], stated(plan, company, "pay", "minimum_personal_volume")):
        return result | {"paid_as_rank": 0.0}
    if unilevel and month:
        levels = team["active"][month - 1]
        for rate, people in zip(unilevel.rates, levels, strict=False):
            result["on_team"] += rate * commissionable(plan, company, people * each)
    if stairstep:
        goods = stock["sold" if company.volume.arises_on == "sales" else "purchased"][month]
        rate = rows[rank - 1].rate if rank else 0.0
        result["on_own"] += rate * commissionable(plan, company, goods)
        for count, volume, value in legs:
            result["on_team"] += count * value * max(0.0, rate - leg_rate(rows, volume))
    return result


def leg_rank(rows: tuple[Rank, ...], volume: float) -> int:
    """Rank of a leg's head by the leg's volume alone; 0 is none."""
    return max((number for number, row in enumerate(rows, 1) if reaches(volume, row.group_volume)), default=0)


def leg_rate(rows: tuple[Rank, ...], volume: float) -> float:
    """Rate of a leg's head by the leg's volume alone; 0 without a rank."""
    rank = leg_rank(rows, volume)
    return (rows[rank - 1].rate or 0.0) if rank else 0.0


def own_rank(
    rows: tuple[Rank, ...], own: float, group: float, legs: list[tuple[float, float, float]], frontline: float
) -> int:
    """The highest rank whose own conditions are all met; 0 is none."""
    met = 0
    for number, row in enumerate(rows, 1):
        strong_legs = sum(count for count, volume, _ in legs if reaches(volume, row.leg_volume))
        asked = (row.personal_volume, row.group_volume, row.frontline, row.leg_count)
        if all(
            reaches(found, wanted) for found, wanted in zip((own, group, frontline, strong_legs), asked, strict=True)
        ):
            met = number
    return met


# --- money -----------------------------------------------------------------------------------------------------------


def statement(
    plan: Plan, company: Company, stock: dict[str, By_Month], money: dict[str, By_Month], paid: dict[str, By_Month]
) -> dict[str, By_Month]:
    """Every line by month, then cash and profit."""
    rate = rate_of_exchange(plan, company)
    lag = company.pay.payout_lag_months
    late = int(lag.value) if isinstance(lag, Figure) else 1  # 1 month where the company does not say
    items = sum(item.amount for item in plan.getting_started.items)
    months = range(plan.horizon_months + 1)
    earned = [own + team for own, team in zip(paid["on_own"], paid["on_team"], strict=True)]
    lines = {
        "revenue": [goods * (1 - plan.customers.discount) for goods in stock["sold"]],
        "commission_earned": earned,
        "commission_received": [earned[month - late] if month >= late else 0.0 for month in months],
        "starter_kit_fee": at_launch(stated(plan, company, "joining", "starter_kit_fee") * rate, months),
        "startup_costs": at_launch(items, months),
        "contingency": at_launch(items * plan.getting_started.contingency_share, months),
        "opening_stock": at_launch(opening_money(plan, company), months),
        "inventory_purchases": [0.0, *money["purchase_cost"][1:]],
        "cost_of_goods_sold": money["cost_of_goods_sold"],
        "company_fees": [fees_in(plan, company, month) for month in months],
        "operating_expenses": [running_costs_in(plan, month) for month in months],
    }
    signs = {"revenue": (1, 1), "commission_received": (1, 0), "commission_earned": (0, 1), "opening_stock": (-1, 0)}
    signs |= {"inventory_purchases": (-1, 0), "cost_of_goods_sold": (0, -1)}
    cash, profit = (
        [sum(signs.get(name, (-1, -1))[view] * line[month] for name, line in lines.items()) for month in months]
        for view in (0, 1)
    )
    cumulative = [sum(cash[: month + 1]) for month in months]
    receivable = [sum(earned[: month + 1]) - sum(lines["commission_received"][: month + 1]) for month in months]
    return lines | {
        "net_cash_flow": cash,
        "cumulative_cash_flow": cumulative,
        "profit": profit,
        "commission_receivable": receivable,
    }


def at_launch(amount: float, months: range) -> By_Month:
    return [amount if month == 0 else 0.0 for month in months]


def fees_in(plan: Plan, company: Company, month: int) -> float:
    """The renewal in months 12, 24, ...; the website every month after the free ones."""
    free = company.joining.website_free_months
    renewal = stated(plan, company, "joining", "renewal_fee") if month and month % 12 == 0 else 0.0
    website = stated(plan, company, "joining", "website_fee") if month > (free.value if free else 0) else 0.0
    return (renewal + website) * rate_of_exchange(plan, company)


def running_costs_in(plan: Plan, month: int) -> float:
    return sum(
        cost.amount
        for cost in plan.running_costs
        if month >= cost.first_month and (month - cost.first_month) % cost.every_months == 0
    )


def spread_costs(plan: Plan, company: Company) -> dict[str, By_Month]:
    """Fees and running costs laid over the months that each payment covers; the website's are monthly as they are."""
    months = plan.horizon_months + 1
    renewal = stated(plan, company, "joining", "renewal_fee") * rate_of_exchange(plan, company)
    payments = [
        (month, cost.amount, cost.every_months)
        for cost in plan.running_costs
        for month in range(cost.first_month, months, cost.every_months)
    ]
    renewals = [(month, renewal, 12) for month in range(12, months, 12)]
    fees = [fees_in(plan, company, month) - (renewal if month and month % 12 == 0 else 0.0) for month in range(months)]
    return {
        "spread_expenses": laid_out(payments, [0.0] * months),
        "spread_fees": laid_out(renewals, fees),
    }


def laid_out(payments: list[tuple[int, float, int]], values: By_Month) -> By_Month:
    """The values with each payment, of a month, an amount, and for so many months, added in equal parts."""
    for first, amount, covered in payments:
        for month in range(first, min(first + covered, len(values))):
            values[month] += amount / covered
    return values
