"""Forced matrix the slow way: places filled one after the other, and each order carried up one place at a time."""

from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Team
from planner.inputs.pay.matrix import Matrix
from tests.planner.compensation.teams_that_exist.twin_placement import Below, in_order, stated_places


def filled(team: Team, part: Matrix) -> Below:
    """Who stands on which place under whom."""
    if team.placed_under is not None:
        return stated_places(team)
    top, *others = in_order(team)
    below: Below = {top: {}}
    for member in others:
        start = top if part.spillover == "top" else int(team.above[member])
        under, place = first_open(below, start, part.width)
        below[under][place] = member
        below[member] = {}
    return below


def first_open(below: Below, start: int, width: int) -> tuple[int, int]:
    """The first open place below somebody, level by level from the left."""
    row = [start]
    while True:
        for member in row:
            for place in range(width):
                if place not in below[member]:
                    return member, place
        row = [below[member][place] for member in row for place in range(width)]


def pay_slowly(part: Matrix, month: TeamMonth) -> list[float]:
    """What each member is paid in the month."""
    team = month.team
    above = {child: member for member, there in filled(team, part).items() for child in there.values()}
    pay = [0.0] * len(team)
    for source in range(len(team)):
        base = base_of(part, month, source)
        level, member = 0, above.get(source, ROOT)
        while member != ROOT and level < part.depth:
            rate = rate_of(part, month, member, level)
            if is_a_level(part, month, member, rate):
                pay[member] += base * rate
                level += 1
            member = above.get(member, ROOT)
    return pay


def is_a_level(part: Matrix, month: TeamMonth, member: int, rate: float) -> bool:
    """Whether somebody who is met on the way up is a level, or passed over."""
    return {"none": True, "standard": bool(month.active[member]), "dynamic": rate > 0}[part.compression]


def base_of(part: Matrix, month: TeamMonth, source: int) -> float:
    """What of a member is paid on: what they buy, or that they stand there."""
    if not part.pays_on_inactive and not month.active[source]:
        return 0.0
    if part.amounts is None:
        return float(month.bought.value[source])
    joined = int(month.team.joined[source])
    if month.team.last is not None and month.team.last[source] < month.number:
        return 0.0  # who left keeps the place, for which nothing is paid
    return float(joined == month.number or (part.paid == "each_month" and joined < month.number))


def rate_of(part: Matrix, month: TeamMonth, member: int, level: int) -> float:
    """What a member is paid of somebody on a level, from 0."""
    names = month.plan.rank_names
    if not month.active[member] or (part.from_rank and month.rank[member] <= names.index(part.from_rank)):
        return 0.0
    if part.amounts is not None:
        return part.amounts[min(level, len(part.amounts) - 1)]
    rates = part.rates or ()
    for row in sorted(part.by_rank, key=lambda row: names.index(row.rank)):
        if month.rank[member] > names.index(row.rank):
            rates = row.rates
    return rates[level] if level < len(rates) else 0.0
