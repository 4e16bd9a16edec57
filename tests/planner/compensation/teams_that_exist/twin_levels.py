"""Unilevel of one member's orders at a time, straight from its definition: slow and plain."""

from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.unilevel import Unilevel


def twin_levels(part: Unilevel, month: TeamMonth) -> list[float]:
    """What each member is paid."""
    found = [0.0] * len(month.team)
    for source in range(len(month.team)):
        found[source] += own_part(part, month, source) * rate_of(part, month, source, 1)
        if not part.pays_on_inactive and not month.active[source]:
            continue
        level, earner = (2 if part.own_goods == "are_level_1" else 1), int(month.team.above[source])
        while earner >= 0:
            passed_over = part.compression == "standard" and not month.active[earner]
            passed_over |= part.compression == "dynamic" and not rate_of(part, month, earner, level)
            if not passed_over:
                found[earner] += float(month.bought.value[source]) * rate_of(part, month, earner, level)
                level += 1
            earner = int(month.team.above[earner])
    return found


def own_part(part: Unilevel, month: TeamMonth, member: int) -> float:
    """Money of one's own goods that is paid on."""
    value, points = float(month.bought.value[member]), float(month.bought.points[member])
    if part.own_goods == "not_paid":
        return 0.0
    if part.own_goods_of == "all":
        return value
    return value * float(month.bought.by_customers[member]) / points if points else 0.0


def rate_of(part: Unilevel, month: TeamMonth, member: int, level: int) -> float:
    if not month.active[member]:
        return 0.0
    names = month.plan.rank_names
    least = names.index(part.from_rank) + 1 if part.from_rank else 0
    if month.rank[member] < least:
        return 0.0
    rates = part.rates or ()
    for row in sorted(part.by_rank, key=lambda row: names.index(row.rank)):
        if month.rank[member] >= names.index(row.rank) + 1:
            rates = row.rates
    return rates[level - 1] if level <= len(rates) else 0.0
