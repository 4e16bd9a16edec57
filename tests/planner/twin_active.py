"""The twin's active: who has what the company asks for, in its window, of the person and of an average team.

A window says over which months: the month itself; the calendar quarter so far, where the quarter of joining is waived
and who met the quarter before has time until the last month; the best of three months; twelve months together. With
"one of three" and "twelve months" somebody new has time until as many months are over.
"""

import math

from planner.inputs.cited.figure import Figure
from planner.inputs.company.company import Company
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.plan.plan import Plan
from tests.planner.twin_price import calendar, points_by_company, rate_of_exchange, reaches, stated

By_Level = list[float]


def window_of(company: Company) -> str:
    if company.pay.plan is not None:  # which says what keeps somebody active
        return company.pay.plan.activity_window
    return company.pay.activity_window.value if company.pay.activity_window else "month"


def place_in_quarter(plan: Plan, month: int) -> int:
    """0, 1 or 2."""
    return (calendar(plan, month)[1] - 1) % 3


def sales_asked(plan: Plan, company: Company) -> float:
    """Sales to customers that the company asks for, in the plan's money."""
    if company.pay.plan is not None:
        return company.pay.plan.minimum_sales * rate_of_exchange(plan, company)
    asked = company.pay.minimum_sales
    return asked.value * rate_of_exchange(plan, company) if isinstance(asked, Figure) else 0.0


def points_asked(plan: Plan, company: Company) -> float:
    if company.pay.plan is not None:
        return company.pay.plan.minimum_personal_volume
    return stated(plan, company, "pay", "minimum_personal_volume")


def points_to_be_paid(plan: Plan, company: Company) -> float:
    """What the distributor needs to be paid on a team: where steps alone pay, what the easiest rank with a rate asks
    for too, if it is a month that counts.
    """
    active, rules = points_asked(plan, company), company.pay
    if rules.plan is not None:
        kinds = {part.rule for part in rules.plan.parts}
        steps = [part for part in rules.plan.parts if isinstance(part, Stairstep)]
        for_life = any(step.rate_by == "title" for step in steps) or any(r.kept != "no" for r in rules.plan.ranks)
        steps_alone = bool(kinds) and kinds == {"stairstep"} and not any(step.without_rank for step in steps)
        ranks = () if for_life else tuple(rules.plan.ranks)
    else:
        steps_alone = rules.stairstep is not None and rules.unilevel is None
        ranks = company.ranks.rows if company.ranks is not None else ()
    paying = [rank.personal_volume for rank in ranks if rank.rate is not None and rank.rate > 0]
    counts = steps_alone and paying and window_of(company) == "month"
    return max(active, min(paying)) if counts else active


# --- of whom every month is known -------------------------------------------------------------------------------------


def meets(window: str, history: list[float], asked: float, since: int, place: int) -> bool:
    """history: what counted in each month so far, this one last; since: months since joining."""
    if window == "quarter":
        so_far, before = sum(history[-place - 1 :]), sum(history[-place - 4 : -place - 1])
        in_time = place < 2 and (since <= place + 3 or reaches(before, asked))
        return since <= place or reaches(so_far, asked) or in_time
    if window == "month":
        return reaches(history[-1], asked)
    if window == "twelve_months":
        return since < 12 or reaches(sum(history[-12:]), asked)
    return (window == "one_of_three" and since < 3) or reaches(max(history[-3:]), asked)


def missing(window: str, history: list[float], asked: float, place: int) -> float:
    """What this month lacks of what is asked for, with all that counts beside it."""
    together = {"quarter": place + 1, "twelve_months": 12}.get(window, 1)
    return max(0.0, asked - sum(history[-together:]))


# --- of an average team -----------------------------------------------------------------------------------------------
# What one member buys is the plan's average times a lognormal number of mean 1 whose standard deviation is the plan's
# spread of purchases, and the first order beside it. Over several months a member is taken to buy alike in each.


def share_active(plan: Plan, company: Company, since: int, month: int) -> float:
    """Share of those who joined so many months ago who have all that is asked for."""
    return min(part for part in parts(plan, company, since, month, 0))


def share_with(plan: Plan, company: Company, points: float, since: int, month: int) -> float:
    """Of them, those who are active and bring so many points in this month."""
    first = plan.team.member_joining_order if since == 1 else 0.0
    alone = lognormal_above(plan, points_by_company(plan, company), points, 1, first, 0)
    return min(alone, share_active(plan, company, since, month))


def bought_with(plan: Plan, company: Company, since: int, month: int) -> float:
    """What the active of them buy this month at shop price, averaged over all of them."""
    monthly = plan.team.member_monthly_purchases * min(parts(plan, company, since, month, 1))
    first = plan.team.member_joining_order if since == 1 else 0.0
    return monthly + first * share_active(plan, company, since, month)


def parts(plan: Plan, company: Company, since: int, month: int, moment: int) -> list[float]:
    """By points and by sales: how many have them, or weighed by what they buy. Nobody has to have nothing."""
    demands = [(points_by_company(plan, company), points_asked(plan, company))]
    demands.append((plan.team.member_resold_share, sales_asked(plan, company)))
    found = [1.0]
    for each, asked in demands:
        months, first = looked_at(plan, company, since, month)
        if months and asked > 0:
            found.append(lognormal_above(plan, each, asked, months, first, moment))
    return found


def looked_at(plan: Plan, company: Company, since: int, month: int) -> tuple[int, float]:
    """How many months count together for who joined so long ago, and the first order among them; 0: not asked yet."""
    window, place, first = window_of(company), place_in_quarter(plan, month), plan.team.member_joining_order
    if window == "quarter":
        if since <= place or (place < 2 and since <= place + 3):
            return 0, 0.0
        return 3, first if since == (3 if place == 2 else place + 4) else 0.0
    if window == "twelve_months":
        return (0, 0.0) if since < 12 else (12, first if since == 12 else 0.0)
    if window == "month":
        return 1, first if since == 1 else 0.0
    if window == "one_of_three" and since < 3:
        return 0, 0.0
    return 1, first if since <= 3 else 0.0


def lognormal_above(plan: Plan, each: float, asked: float, months: int, first_order: float, moment: int) -> float:
    """Of the lognormal number of mean 1: its moment over those who have it; 0 counts them, 1 weighs them.

    each: what goods of 1 count. With variance v of its logarithm, whose mean is -v / 2, weighing by it shifts that mean
    to +v / 2.
    """
    monthly, first = plan.team.member_monthly_purchases * each * months, first_order * each
    variance = math.log(1 + plan.chance.purchase_spread**2)
    if variance < 1e-12 or monthly == 0 or reaches(first, asked):
        return 1.0 if reaches(monthly + first, asked) else 0.0
    needed = math.log((asked - 1e-9 - first) / monthly)
    mean = variance * (moment - 0.5)
    return math.erfc((needed - mean) / math.sqrt(2 * variance)) / 2  # 1 - cdf would lose the digits of the far tail


def of_longer(plan: Plan, company: Company, value: str, joined: list[float], there: float, month: int) -> float:
    """The average over those who are there and joined two months ago or earlier.

    value: "active" or "bought". joined: how many in each month; there: how many there are, those of the last month too.
    """
    one = {"active": share_active, "bought": bought_with}[value]
    settled = {"month": 2, "quarter": 6, "twelve_months": 13}.get(window_of(company), 4)  # from when on all are alike
    rest, total = there - joined[month - 1], 0.0
    whole = rest
    for since in range(2, min(settled, month)):
        people = joined[month - since] * stay(plan, since - 1)
        total += people * one(plan, company, since, month)
        rest -= people
    if whole <= 0:
        return one(plan, company, settled, month)
    return (total + max(0.0, rest) * one(plan, company, settled, month)) / whole


def stay(plan: Plan, months: int) -> float:
    """Chance to be there so many months after joining."""
    year, first = plan.team.annual_attrition, plan.team.first_months_attrition
    if first is None:
        return (1 - year) ** (months / 12)
    if months <= 3:
        return (1 - first) ** (months / 3)
    return (1 - first) * ((1 - year) / (1 - first)) ** ((months - 3) / 9)


def after_passing_over(people: By_Level, active: float) -> By_Level:
    """People by level, counted over active ones only: of the level - 1 above, each is active with the same chance."""
    moved = [0.0] * len(people)
    for above, number in enumerate(people):
        for left in range(above + 1):
            chance = math.comb(above, left) * active**left * (1 - active) ** (above - left)
            moved[left] += number * chance
    return moved
