"""The twin's pay: legs, ranks, and what a month's volumes bring."""

from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import Rank
from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import legs_in
from tests.planner.twin_price import commissionable, points_by_company, points_per_retail, reaches, stated

Leg = tuple[float, float, float]  # how many legs, points of each, commissionable value of each


def month_pay(plan: Plan, company: Company, team: dict[str, list], own_goods: float, month: int) -> dict[str, float]:
    """Own points, group volume, rank and pay of one month; own_goods: those that count as one's own, at shop price."""
    legs = volume_of_legs(plan, company, team, month)
    rows = company.ranks.rows if company.ranks else ()
    stairstep, unilevel = company.pay.stairstep, company.pay.unilevel
    points = own_goods * points_per_retail(plan, company)
    group = points + group_of_legs(company, rows, legs)
    rank = own_rank(rows, points, group, legs, team["frontline"][month - 1] if month else 0.0)
    result = {"personal_volume": points, "group_volume": group, "paid_as_rank": float(rank)}
    result |= {"on_own": 0.0, "on_team": 0.0}
    if not reaches(points, stated(plan, company, "pay", "minimum_personal_volume")):
        return result | {"paid_as_rank": 0.0}
    if unilevel and month:
        levels = zip(unilevel.rates, team["active"][month - 1], team["newcomers"][month - 1], strict=False)
        for rate, people, newcomers in levels:
            result["on_team"] += rate * commissionable(plan, company, bought_by(plan, people, newcomers))
    if stairstep:
        rate = (rows[rank - 1].rate or 0.0) if rank else 0.0
        result["on_own"] += rate * commissionable(plan, company, own_goods)
        for count, volume, value in legs:
            result["on_team"] += count * value * max(0.0, rate - leg_rate(rows, volume))
    return result


def bought_by(plan: Plan, people: float, newcomers: float) -> float:
    """What members buy in a month at shop price, and those in their first month after joining beside it."""
    return people * plan.team.member_monthly_purchases + newcomers * plan.team.member_joining_order


def volume_of_legs(plan: Plan, company: Company, team: dict[str, list], month: int) -> list[Leg]:
    """The legs of every earlier join month; members there at the start of the month buy in it.

    The plan's products are its own mix: what members buy brings the company's points.
    """
    points = points_by_company(plan, company)
    legs = []
    for count, people, newcomers in legs_in(team, month):
        goods = bought_by(plan, people, newcomers)
        legs.append((count, goods * points, commissionable(plan, company, goods)))
    return legs


def group_of_legs(company: Company, rows: tuple[Rank, ...], legs: list[Leg]) -> float:
    """Points of all legs that count; with breakaway, one at the top rate no longer does; without a rank none is."""
    breakaway = company.pay.stairstep is not None and company.pay.stairstep.breakaway
    top_rate = max((row.rate or 0.0 for row in rows), default=0.0)
    group = 0.0
    for count, volume, _ in legs:
        broken_away = breakaway and leg_rank(rows, volume) > 0 and leg_rate(rows, volume) == top_rate
        group += 0.0 if broken_away else count * volume
    return group


def leg_rank(rows: tuple[Rank, ...], volume: float) -> int:
    """Rank of a leg's head by the leg's volume alone; 0 is none."""
    return max((number for number, row in enumerate(rows, 1) if reaches(volume, row.group_volume)), default=0)


def leg_rate(rows: tuple[Rank, ...], volume: float) -> float:
    """Rate of a leg's head by the leg's volume alone; 0 without a rank."""
    rank = leg_rank(rows, volume)
    return (rows[rank - 1].rate or 0.0) if rank else 0.0


def own_rank(rows: tuple[Rank, ...], own: float, group: float, legs: list[Leg], frontline: float) -> int:
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
