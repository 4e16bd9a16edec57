"""The twin's goods: a list of batches, oldest first, each with the month in which it came in. All at shop price."""

from planner.inputs.company.company import Company
from planner.inputs.plan.out_of_season import OutOfSeason
from planner.inputs.plan.plan import Plan
from tests.planner.twin_price import calendar, demanded_goods, goods_at_launch, rate_of_exchange, refuses, stated

Batches = list[list[float]]


def opening_money(plan: Plan, company: Company) -> float:
    """What the person plans or what the company demands, whichever is more."""
    demanded = stated(plan, company, "joining", "minimum_opening_stock") * rate_of_exchange(plan, company)
    return max(plan.stock.opening_stock, demanded)


def keeps_no_stock(plan: Plan) -> bool:
    """Without a stock account: the company sends every order."""
    return plan.stock.ship_direct_share == 1


def take(batches: Batches, wanted: float) -> float:
    """Goods taken from the oldest batches; as much as is there, at most."""
    taken = 0.0
    while batches and wanted > taken:
        part = min(batches[0][1], wanted - taken)
        batches[0][1] -= part
        taken += part
        if batches[0][1] <= 0:
            batches.pop(0)
        elif part <= 0:
            break  # what is left to take is less than the rounding of what was taken
    return taken


def shelf(
    plan: Plan,
    company: Company,
    sales: dict[str, list[float]],
    before: list[dict[str, float]],
    batches: Batches,
    share: float,
) -> dict[str, float]:
    """One month of the shelf: spoiled, returned, bought, sold, used, given away. The batches are changed."""
    month, group = len(before), plan.stock
    if month == 0:  # nothing is sold, used or given away before the first trading month
        bought = goods_at_launch(plan, company, opening_money(plan, company))
        batches.append([0, bought])
        return {
            "spoiled": 0.0,
            "returned": 0.0,
            "purchased": bought,
            "sold": 0.0,
            "own_use_goods": 0.0,
            "samples_goods": 0.0,
            "waiting": 0.0,
        }
    spoiled = spoil(plan, batches, month)
    returned = plan.customers.refund_share * plan.customers.returned_to_shelf * before[-1]["sold"]
    own_use, samples, hosts = group.own_use / share, group.samples / share, sales["host_goods"][month]
    forecast = sum(sales["stocked"][month : month + group.cover_months + 1])
    # What met an empty shelf waits: goods are bought for it, and it is served beside the orders of this month.
    to_serve = sales["stocked"][month] + before[-1]["waiting"]
    left = sum(goods for _, goods in batches)
    wanted = before[-1]["waiting"] + forecast + own_use + samples + hosts
    needed = max(0.0, wanted - (left + returned))
    so_far = sum(each["purchased"] + each["returned"] for each in before)
    if needed > 1e-9 * (wanted + so_far):  # what is only the rounding of the computer is no need and no order
        needed = max(needed, group.minimum_order / share)
    # The company's standing order is goods like others: what is needed anyway is part of it, never beside it.
    demanded = 0.0 if refuses(plan, company) else demanded_goods(plan, company, share, month)
    own_order = group.standing_order if month >= group.standing_order_from else 0.0
    purchased = max(needed, own_order / share, demanded)
    if keeps_no_stock(plan):
        own_use += purchased - needed
    batches.append([month, returned + purchased])
    given = take(batches, hosts)  # what hosts were promised goes first
    sold = take(batches, to_serve)
    short = to_serve - sold
    if short <= 1e-9 * (to_serve + so_far + returned + purchased):
        short = 0.0  # the rounding of the computer keeps nobody waiting
    return {
        "spoiled": spoiled,
        "returned": returned,
        "purchased": purchased,
        "sold": sold,
        "waiting": short * (1 - group.share_lost),
        "own_use_goods": take(batches, own_use),
        "samples_goods": given + take(batches, samples),
    }


def spoil(plan: Plan, batches: Batches, month: int) -> float:
    """What is past its shelf life, whole batches of it; then what is out of season; of what is left, breakage."""
    life, expired = plan.stock.shelf_life_months, 0.0
    while life is not None and batches and batches[0][0] < month - life:
        expired += batches.pop(0)[1]
    there = left(batches)  # rows are of different goods, each a share of all that is there
    out = take(batches, sum(row.share * there for row in plan.stock.out_of_season if is_over(plan, row, month)))
    return expired + out + take(batches, plan.stock.spoilage_share * left(batches))


def left(batches: Batches) -> float:
    return sum(goods for _, goods in batches)


def is_over(plan: Plan, row: OutOfSeason, month: int) -> bool:
    """Walks the years from the plan's start: the named month, and others at the same distance, six or three months."""
    names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october"]
    named = [*names, "november", "december"].index(row.month) + 1
    _year, now = calendar(plan, month)
    if month == 0:
        return False
    match row.every:
        case "yearly":
            return now == named
        case "half_yearly":
            return now in (named, named + 6, named - 6)
        case "quarterly":
            return now in (named + step for step in (-9, -6, -3, 0, 3, 6, 9))
        case "in_first_year":
            return now == named and 1 <= month <= 12
    return now == named and 13 <= month <= 24
