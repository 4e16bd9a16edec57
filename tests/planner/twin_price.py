"""The twin's prices and points: what the company states, in the plan's currency, mixed with the plan's own products."""

import math
from calendar import monthrange
from datetime import date
from functools import cache
from itertools import pairwise

from planner.inputs.cited.figure import Asked, Figure
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan


def stated(plan: Plan, company: Company, group: str, name: str) -> float:
    """A company's figure in its own money; asked ones as answered or assumed; what was not found counts as nothing."""
    figure = getattr(getattr(company, group), name)
    if isinstance(figure, Asked):
        return plan.company_answers.get(company.id, {}).get(name, figure.assumed)
    return figure.value if isinstance(figure, Figure) else 0.0


def rate_of_exchange(plan: Plan, company: Company) -> float:
    return 1.0 if plan.currency == company.currency else plan.exchange_rates[company.currency]


def calendar(plan: Plan, month: int) -> tuple[int, int]:
    """Year and calendar month, 1 to 12, of a month of the plan; month 0 is the one in which the person joins."""
    return calendar_from(plan.start_month, month)


@cache
def calendar_from(start_month: str, month: int) -> tuple[int, int]:
    """The same of a plan that starts then. Kept, as a path of people asks for it a thousand times."""
    start = date.fromisoformat(start_month + "-01")
    months = start.year * 12 + start.month - 1 + month
    return months // 12, months % 12 + 1


def pays_in(plan: Plan, company: Company, month: int) -> bool:
    """Whether the pay rules still hold on the last day of a month; by the year, the month or the day that is told."""
    if company.pay.until is None:
        return True
    year, now = calendar(plan, month)
    told = [int(part) for part in company.pay.until.split("-")]
    return (year, now, monthrange(year, now)[1])[: len(told)] <= tuple(told)


def payout_lag(company: Company, of: str = "payout") -> int:
    """Months until pay on the team arrives; of "margin" or of pay on "own" goods, as stated for it, else the same."""
    for lag in (getattr(company.pay, f"{of}_lag_months"), company.pay.payout_lag_months):
        if isinstance(lag, Figure):
            return int(lag.value)
    return 1  # where the company does not say


def order_price(plan: Plan) -> float:
    """Shop price of an average order: what its products come to, or the price stated where there are none."""
    if not plan.customers.products:
        return plan.customers.retail_per_order
    return sum(product.retail_price * product.per_order for product in plan.customers.products)


def reaches(found: float, wanted: float) -> bool:
    """Whether what was found is as much as wanted; what lacks only the rounding of the computer counts as reached."""
    return found + 1e-9 >= wanted


def share_paid(plan: Plan, company: Company, points_so_far: float, month: int = 0) -> float:
    """Share of the shop price: each product's own, else the company's last step reached before this month.

    Who refuses the order that the discount is given for pays the shop price, from the month in which it is asked for;
    one that is asked for from the start is refused at launch already.
    """
    step = [row for row in company.prices.steps if reaches(points_so_far, row.lifetime_points)][-1].wholesale_share
    if refuses(plan, company) and company.activity.standing_order_for == "discount":
        step = 1.0 if month >= first_month(company) or first_month(company) == 1 else step
    if not plan.customers.products:
        return step
    paid = 0.0
    for product in plan.customers.products:
        own = product.wholesale_share
        paid += product.retail_price * product.per_order * (step if own is None else own)
    return paid / order_price(plan)


def reached_step(company: Company) -> str:
    """From when a step holds that the goods of a month reach; the next month where the company does not say."""
    return company.prices.reached_step.value if company.prices.reached_step else "next_month"


def share_of_month(plan: Plan, company: Company, before: float, bought: float, month: int) -> float:
    """Share of the shop price paid for the goods of a month that bring so many points, after those of earlier months.

    A step that they reach holds from the next month on; or for all goods of the month; or for what is bought beyond it.
    """
    holds = reached_step(company)
    if holds == "whole_order":
        return share_paid(plan, company, before + bought, month)
    if holds != "beyond" or before + bought == before:
        return share_paid(plan, company, before, month)
    corners = [before, *(row.lifetime_points for row in company.prices.steps), before + bought]
    corners = sorted(corner for corner in corners if before <= corner <= before + bought)
    paid = sum((high - low) * share_paid(plan, company, low, month) for low, high in pairwise(corners))
    return paid / (corners[-1] - corners[0])


def goods_at_launch(plan: Plan, company: Company, money: float) -> float:
    """Goods at shop price that so much money buys as the very first order.

    Where a step counts for the whole order: the cheapest price that holds for as many goods as it buys.
    """
    each, holds = points_per_retail(plan, company), reached_step(company)
    each = 0.0 if company.volume.arises_on == "sales" else each
    steps = [(row.lifetime_points, share_paid(plan, company, row.lifetime_points)) for row in company.prices.steps]
    if holds == "whole_order":
        return next(money / share for low, share in reversed(steps) if reaches(money / share * each, low))
    if holds != "beyond" or each == 0:
        return money / steps[0][1]
    goods = 0.0
    for (low, share), (high, _) in pairwise([*steps, (math.inf, 0.0)]):
        some = min(money / share, (high - low) / each)
        goods, money = goods + some, money - some * share
    return goods


def demanded(company: Company) -> Figure | None:
    """The order that the company asks for each month; None where it asks for none, or nobody knows."""
    order = company.activity.standing_order if company.activity else None
    return order if isinstance(order, Figure) and order.value > 0 else None


def first_month(company: Company) -> int:
    """From which month on that order is asked for: the first, where nothing says."""
    begins = company.activity.standing_order_from
    return max(1, int(begins.value)) if begins else 1


def refuses(plan: Plan, company: Company) -> bool:
    """Whether the person will not place it, which nobody may say of what staying hangs on."""
    if demanded(company) is None or company.activity.standing_order_for == "staying":
        return False
    return plan.stock.demanded_order == "refused"


def demanded_goods(plan: Plan, company: Company, share: float, month: int) -> float:
    """That order at shop price: for what is paid, or for as many points as are asked; 0 where goods bring none.

    Nothing before the month from which on it is asked for.
    """
    order = demanded(company)
    if order is None or month < first_month(company):
        return 0.0
    if order.unit == "money_a_month":
        return order.value * rate_of_exchange(plan, company) / share
    points = points_per_retail(plan, company)
    return order.value / points if points > 0 else 0.0


def risen(a_year: float, month: int) -> float:
    """What a price of 1 comes to: as today in the first twelve months, then more by so much each year."""
    level = 1.0
    for _begun in range(13, month + 1, 12):
        level *= 1 + a_year
    return level


def prices(plan: Plan, month: int) -> float:
    """Shop prices beside those of today. Goods are counted at today's, so this turns goods into money."""
    return risen(plan.money_and_time.shop_price_rise, month)


def charges(plan: Plan, month: int) -> float:
    """What is charged for anything but goods, beside what it is today."""
    return risen(plan.money_and_time.cost_rise, month)


def points_by_company(plan: Plan, company: Company) -> float:
    """Points that the company gives for goods of 1 at shop price, in the plan's money."""
    return stated(plan, company, "volume", "points_per_100_retail") / 100 / rate_of_exchange(plan, company)


def points_per_retail(plan: Plan, company: Company) -> float:
    """Points for goods of 1 of the plan's own mix: each product's own, else those that the company gives."""
    by_company = points_by_company(plan, company)
    if not plan.customers.products:
        return by_company
    points = 0.0
    for product in plan.customers.products:
        each = product.retail_price * by_company if product.points is None else product.points
        points += each * product.per_order
    return points / order_price(plan)


def commissionable(plan: Plan, company: Company, shop_price: float) -> float:
    return shop_price / 100 * stated(plan, company, "volume", "commissionable_per_100_retail")
