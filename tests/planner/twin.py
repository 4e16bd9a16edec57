"""The slow readable twin of the projection: the model in plain Python, one plan on one company, month by month.

Written from the model's definitions and never from the engine, so that the two can be held against each other. It uses
dicts, lists, loops and floats only. Where the model leaves something open, the reading is said beside the line.
"""

from typing import Any

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import downline
from tests.planner.twin_active import (
    meets,
    missing,
    place_in_quarter,
    points_to_be_paid,
    sales_asked,
    window_of,
)
from tests.planner.twin_costs import order_costs
from tests.planner.twin_money import statement
from tests.planner.twin_pay import month_pay
from tests.planner.twin_people import address_book, customers_and_demand, recruits
from tests.planner.twin_price import (
    demanded_goods,
    first_month,
    pays_in,
    points_per_retail,
    prices,
    refuses,
    share_of_month,
    share_paid,
)
from tests.planner.twin_stock import Batches, keeps_no_stock, shelf

Month = dict[str, float]


def project_slowly(plan: Plan, company: Company, paid: list[Month] | None = None) -> dict[str, list]:
    """Every quantity of the projection by month, month 0 first; `active` and `joined` by month and level.

    paid: by month what is known from elsewhere and not computed: goods bought to qualify, pay, group, rank, activity.
    """
    book = address_book(plan)
    sales = customers_and_demand(plan, book["approached"])
    team = downline(plan, company, recruits(plan, book["approached"]))
    batches: Batches = []
    months: list[Month] = []
    for _ in range(plan.horizon_months + 1):
        months.append(
            one_month(plan, company, sales, team, months, batches, None if paid is None else paid[len(months)])
        )
    by_month = {key: [month[key] for month in months] for key in months[0]}
    trading = plan.horizon_months + 1
    seen = {key: values[:trading] for key, values in (book | sales).items()}
    return {**seen, **team, **by_month, **statement(plan, company, seen | by_month)}


def one_month(
    plan: Plan,
    company: Company,
    sales: dict[str, list[float]],
    team: dict[str, list],
    before: list[Month],
    batches: Batches,
    paid: Month | None,
) -> Month:
    """Price, goods, what is bought to qualify, rank and pay. before: the months gone; batches: the goods there."""
    month = len(before)
    points = sum(earlier["personal_volume"] for earlier in before)
    share = share_paid(plan, company, points, month)  # by which what is planned and decided goes
    now = {"wholesale_share": share, **shelf(plan, company, sales, before, batches, share)}
    counted = goods_with_points(company, now) + sales["direct"][month]
    if before and takes_back(company):
        returned = sales["direct"][month - 1] + (before[-1]["sold"] if company.volume.arises_on == "sales" else 0.0)
        counted = max(counted - plan.customers.refund_share * returned, 0.0)
    history = of_own(plan, company, before, now, counted, sales["direct"][month])
    lacking = lacking_goods(plan, company, history, month)
    got = now["sold"] + sales["direct"][month]
    would = month_pay(less_refunds(plan, company), company, team, counted + lacking, got, month, active=True)
    level = prices(plan, month)
    cost = lacking * share * level + more_for_order(plan, company, now["purchased"], lacking, share, month)
    months = {"month": 1, "twelve_months": 12}.get(window_of(company), 3)  # that the goods keep paid
    buys = month > 0 and buys_to_qualify(plan, before, cost / months / level)
    now["qualifying"] = (lacking if buys else 0.0) if paid is None else paid["qualifying"]
    # What is bought only to qualify is used up where sales give the points, or where nobody is there to buy it.
    used_up = company.volume.arises_on == "sales" or keeps_no_stock(plan)
    now["used_up_to_qualify"] = now["qualifying"] if used_up else 0.0
    if not used_up and now["qualifying"] > 0:
        batches.append([month, now["qualifying"]])
    now["closing"] = sum(goods for _, goods in batches)
    now["lacking"] = lacking
    history["own_points"][-1] += now["qualifying"] * points_per_retail(plan, company)
    now |= {name: counts[-1] for name, counts in history.items()}
    active = is_active(plan, company, history, month)
    goods = counted + now["qualifying"]
    alike = active and goods == counted + lacking  # so that it is paid what it would be
    now |= would if alike else month_pay(less_refunds(plan, company), company, team, goods, got, month, active=active)
    now["wholesale_share"] = share_of_month(plan, company, points, now["personal_volume"], month)
    now["pay_if_qualified"] = would["on_own"] + would["on_team"]  # at today's prices
    now["on_own"], now["on_team"] = now["on_own"] * level, now["on_team"] * level  # rates of what goods cost
    now["is_active"] = float(active)
    if month and not order_placed(plan, company, share, now["purchased"] + now["qualifying"], month):
        now |= dict.fromkeys(("on_own", "on_team", "paid_as_rank", "is_active"), 0.0)
    if month and not order_placed(plan, company, share, now["purchased"] + lacking, month):
        now["pay_if_qualified"] = 0.0
    if not pays_in(plan, company, month):
        now |= dict.fromkeys(("on_own", "on_team", "pay_if_qualified"), 0.0)
    return now if paid is None else now | paid


def takes_back(company: Company) -> bool:
    return company.pay.refunds is not None and company.pay.refunds.value == "taken_back"


def less_refunds(plan: Plan, company: Company) -> Plan:
    """The plan with what counts of the members' purchases, once what they resell has been refunded in part."""
    if not takes_back(company):
        return plan
    kept = 1 - plan.customers.refund_share * plan.team.member_resold_share
    bought = {name: getattr(plan.team, name) * kept for name in ("member_monthly_purchases", "member_joining_order")}
    return plan.model_copy(update={"team": plan.team.model_copy(update=bought)})


def more_for_order(plan: Plan, company: Company, before: float, added: float, share: float, month: int) -> float:
    """What an order costs more beside its goods, once goods are added to those before, all at shop price."""
    less, more = (order_costs(plan, company, goods, share, month) for goods in (before, before + added))
    return sum(more.values()) - sum(less.values())


def goods_with_points(company: Company, month: dict[str, Any]) -> float:
    """Goods on which own points arise, at shop price, before direct orders and what is bought to qualify."""
    return month["sold"] + month["own_use_goods"] if company.volume.arises_on == "sales" else month["purchased"]


def order_placed(plan: Plan, company: Company, share: float, bought: float, month: int) -> bool:
    """False where pay is asked an order for that the person refuses, and less than that is bought anyway.

    An order in points where goods bring none is one that nobody can be said to have placed.
    """
    if not refuses(plan, company) or company.activity.standing_order_for == "discount" or month < first_month(company):
        return True
    wanted = demanded_goods(plan, company, share, month)
    return wanted > 0 and bought >= wanted * (1 - 1e-9)


def of_own(
    plan: Plan, company: Company, before: list[Month], now: Month, counted: float, direct: float
) -> dict[str, list[float]]:
    """By month, this one last: own points, and what customers bought at shop price; both as far as they are volume."""
    points, sold = counted * points_per_retail(plan, company), now["sold"] + direct
    if not is_volume(company, len(before)):
        points, sold = 0.0, 0.0
    return {
        "own_points": [*(each["own_points"] for each in before), points],
        "own_sales": [*(each["own_sales"] for each in before), sold],
    }


def is_volume(company: Company, month: int) -> bool:
    """False while all orders of whoever is new are paid on by a fast start alone."""
    return company.pay.plan is None or month >= company.pay.plan.volume_from


def is_active(plan: Plan, company: Company, history: dict[str, list[float]], month: int) -> bool:
    """Whether the person has what the company asks for, in points and in sales."""
    window, place = window_of(company), place_in_quarter(plan, month)
    demands = (("own_points", points_to_be_paid(plan, company)), ("own_sales", sales_asked(plan, company)))
    return all(meets(window, history[name], asked, month, place) for name, asked in demands if asked > 0)


def lacking_goods(plan: Plan, company: Company, history: dict[str, list[float]], month: int) -> float:
    """Goods that would bring the points that are missing; none where they are not, or buying does not help.

    It does not where goods bring no points, or no volume yet, or sales to customers are missing too.
    """
    if not is_volume(company, month):
        return 0.0
    window, place, points = window_of(company), place_in_quarter(plan, month), points_per_retail(plan, company)
    asked, sales = points_to_be_paid(plan, company), sales_asked(plan, company)
    if sales > 0 and not meets(window, history["own_sales"], sales, month, place):
        return 0.0
    if points == 0 or meets(window, history["own_points"], asked, month, place):
        return 0.0
    return missing(window, history["own_points"], asked, place) / points


def buys_to_qualify(plan: Plan, before: list[Month], cost: float) -> bool:
    """Never, always, or while qualifying would have brought more the month before than it costs now.

    Both at today's prices, since the pay of this month rises with them too.
    """
    choice = plan.stock.buys_to_qualify
    if choice == "while_it_pays":
        return before[-1]["pay_if_qualified"] > cost
    return choice == "always"
