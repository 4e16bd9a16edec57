"""The twin's pay: legs, ranks, and what a month's volumes bring."""

from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import Rank
from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import legs_in
from tests.planner.twin_active import after_passing_over, bought_with, of_longer, share_active, share_with
from tests.planner.twin_price import commissionable, points_by_company, points_per_retail, reaches

Leg = tuple[float, float, float, list[float]]  # how many legs, points and value of each, chance that heads have a rank


def month_pay(
    plan: Plan,
    company: Company,
    team: dict[str, list],
    own_goods: float,
    _got: float,
    month: int,
    *,
    active: bool,
) -> dict[str, float]:
    """Own points, group volume, rank and pay of one month; own_goods: those that count as one's own, at shop price.

    _got: what customers got in it at shop price, by which levels and steps do not go.
    """
    legs = volume_of_legs(plan, company, team, month)
    rows = company.ranks.rows if company.ranks else ()
    points = own_goods * points_per_retail(plan, company)
    group = points + group_of_legs(company, legs)
    rank = own_rank(rows, points, group, legs, active_frontline(plan, company, team, month))
    result = {"personal_volume": points, "group_volume": group, "paid_as_rank": float(rank)}
    result |= {"on_own": 0.0, "on_team": 0.0}
    if not active:
        return result | {"paid_as_rank": 0.0}
    if company.pay.unilevel and month:
        for rate, bought in zip(company.pay.unilevel.rates, bought_by_level(plan, company, team, month), strict=False):
            result["on_team"] += rate * commissionable(plan, company, bought)
    if company.pay.stairstep:
        rate = (rows[rank - 1].rate or 0.0) if rank else 0.0
        result["on_own"] += rate * commissionable(plan, company, own_goods)
        for leg in legs:
            count, _, value, _ = leg
            for chance, taken in rates_of_head(company, leg):
                result["on_team"] += count * value * chance * max(0.0, rate - taken)
    return result


def bought_by(plan: Plan, people: float, newcomers: float) -> float:
    """What members buy in a month at shop price, and those in their first month after joining beside it."""
    return people * plan.team.member_monthly_purchases + newcomers * plan.team.member_joining_order


def bought_by_level(plan: Plan, company: Company, team: dict[str, list], month: int) -> list[float]:
    """What is paid on each level at shop price: who is not active is passed over where the company compresses.

    Nobody recruits before the month after joining, so whoever has somebody below is no newcomer.
    """
    unilevel, joined = company.pay.unilevel, [sum(levels) for levels in team["joined"]]
    people, newcomers = team["active"][month - 1], team["newcomers"][month - 1]
    there = sum(people)
    if unilevel.compression:
        active = of_longer(plan, company, "active", joined, there, month)
        people, newcomers = after_passing_over(people, active), after_passing_over(newcomers, active)
    if unilevel.pays_on_inactive:
        return [bought_by(plan, number, new) for number, new in zip(people, newcomers, strict=True)]
    longer = of_longer(plan, company, "bought", joined, there, month)
    first = bought_with(plan, company, 1, month)
    return [(number - new) * longer + new * first for number, new in zip(people, newcomers, strict=True)]


def active_frontline(plan: Plan, company: Company, team: dict[str, list], month: int) -> float:
    """Of those whom the distributor recruited and who are there, how many have the points to be active."""
    if not month:
        return 0.0
    joined, there = [levels[1] for levels in team["joined"]], team["frontline"][month - 1]
    longer = of_longer(plan, company, "active", joined, there, month)
    return (there - joined[month - 1]) * longer + joined[month - 1] * share_active(plan, company, 1, month)


def volume_of_legs(plan: Plan, company: Company, team: dict[str, list], month: int) -> list[Leg]:
    """The legs of every earlier join month; members there at the start of the month buy in it.

    The plan's products are its own mix: what members buy brings the company's points. The heads who joined the month
    before place their first order.
    """
    points = points_by_company(plan, company)
    legs = []
    for begun, (count, people, newcomers) in enumerate(legs_in(team, month), 1):
        goods = bought_by(plan, people, newcomers)
        heads = heads_with(plan, company, month - begun, month)
        legs.append((count, goods * points, commissionable(plan, company, goods), heads))
    return legs


def heads_with(plan: Plan, company: Company, since: int, month: int) -> list[float]:
    """Share of heads who joined so long ago that have the own points of each rank, and are active."""
    rows = company.ranks.rows if company.ranks else ()
    return [share_with(plan, company, row.personal_volume, since, month) for row in rows]


def group_of_legs(company: Company, legs: list[Leg]) -> float:
    """Points of all legs that count; with breakaway, one whose head has the top rate no longer does."""
    breakaway = company.pay.stairstep is not None and company.pay.stairstep.breakaway
    rows = company.ranks.rows if company.ranks else ()
    top_rate = max((row.rate or 0.0 for row in rows), default=0.0)
    group = 0.0
    for leg in legs:
        count, volume, _, _ = leg
        stays = 1.0
        if breakaway:
            chances = chances_of_rank(company, leg)
            stays -= sum(
                chance for number, chance in enumerate(chances) if number and rows[number - 1].rate == top_rate
            )
        group += count * volume * stays
    return group


def chances_of_rank(company: Company, leg: Leg) -> list[float]:
    """Chance that a leg's head has each rank, 0 being none: by the leg's volume and by own points alone.

    A head has the highest rank of those that the volume reaches whose own points, and the company's minimum, they have.
    What else a rank asks for is taken as met.
    """
    rows = company.ranks.rows if company.ranks else ()
    _, volume, _, heads = leg
    chances, higher = [0.0] * (len(rows) + 1), 0.0
    for number in range(len(rows), 0, -1):
        row = rows[number - 1]
        if reaches(volume, row.group_volume):
            # Own points that are enough for one rank are enough for every other that asks for fewer.
            enough = max(higher, heads[number - 1])
            chances[number], higher = enough - higher, enough
    chances[0] = 1 - higher
    return chances


def rates_of_head(company: Company, leg: Leg) -> list[tuple[float, float]]:
    """(chance, rate) of a leg's head; 0 without a rank."""
    rates = [0.0, *(row.rate or 0.0 for row in company.ranks.rows)]
    return list(zip(chances_of_rank(company, leg), rates, strict=True))


def own_rank(rows: tuple[Rank, ...], own: float, group: float, legs: list[Leg], frontline: float) -> int:
    """The highest rank whose own conditions are all met; 0 is none."""
    met = 0
    for number, row in enumerate(rows, 1):
        strong_legs = sum(count for count, volume, *_ in legs if reaches(volume, row.leg_volume))
        asked = (row.personal_volume, row.group_volume, row.frontline, row.leg_count)
        if all(
            reaches(found, wanted) for found, wanted in zip((own, group, frontline, strong_legs), asked, strict=True)
        ):
            met = number
    return met
