"""The twin's active members: who of an average team has the points of the month, and whom compression passes over.

Active is who buys as many points in the month as the company asks for. What one member buys is the plan's average times
a lognormal number of mean 1 whose standard deviation is the plan's spread of purchases, and the first order beside it.
"""

import math

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner.twin_price import points_by_company, reaches

By_Level = list[float]


def share_with(plan: Plan, company: Company, asked: float, first_order: float) -> float:
    """Share of members whose month, first order among it, comes to so many points."""
    return lognormal_above(plan, company, asked, first_order, 0)


def bought_with(plan: Plan, company: Company, asked: float, first_order: float) -> float:
    """What such members buy at shop price, averaged over all members, the others buying nothing."""
    monthly = plan.team.member_monthly_purchases * lognormal_above(plan, company, asked, first_order, 1)
    return monthly + first_order * share_with(plan, company, asked, first_order)


def lognormal_above(plan: Plan, company: Company, asked: float, first_order: float, moment: int) -> float:
    """Of the lognormal number of mean 1: its moment over those who have the points; 0 counts them, 1 weighs them.

    With variance v of its logarithm, whose mean is -v / 2, weighing by it shifts that mean to +v / 2.
    """
    each = points_by_company(plan, company)
    monthly, first = plan.team.member_monthly_purchases * each, first_order * each
    variance = math.log(1 + plan.chance.purchase_spread**2)
    if variance < 1e-12 or monthly == 0 or reaches(first, asked):
        return 1.0 if reaches(monthly + first, asked) else 0.0
    needed = math.log((asked - 1e-9 - first) / monthly)
    mean = variance * (moment - 0.5)
    return math.erfc((needed - mean) / math.sqrt(2 * variance)) / 2  # 1 - cdf would lose the digits of the far tail


def after_passing_over(people: By_Level, active: float) -> By_Level:
    """People by level, counted over active ones only: of the level - 1 above, each is active with the same chance."""
    moved = [0.0] * len(people)
    for above, number in enumerate(people):
        for left in range(above + 1):
            chance = math.comb(above, left) * active**left * (1 - active) ** (above - left)
            moved[left] += number * chance
    return moved
