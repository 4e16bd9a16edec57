"""Generations and leadership of one member at a time, straight from their definitions: slow and plain."""

from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.generations import Generations
from planner.inputs.pay.leadership import Leadership
from tests.planner.compensation.teams_that_exist.twin_stairstep import everyone, path

Ruled = Generations | Leadership


def twin_generations(part: Ruled, month: TeamMonth) -> list[float]:
    """What each member is paid, a guarantee left out."""
    return [sum(paid_on(part, month, earner, source) for source in everyone(month)) for earner in everyone(month)]


def twin_leadership(part: Leadership, month: TeamMonth) -> list[float]:
    """What each member is paid, with the guarantee. Of a leader who left there is no group to guarantee anything of."""
    found = twin_generations(part, month)
    leaders = [each for each in everyone(month) if is_leader(part, month, each, 0)]
    for earner in everyone(month):
        for leader in leaders:
            between = path(month, leader, earner)
            if not between or has_left(month, leader) or blocked(part, month, between, 0):
                continue
            number = sum(each in leaders for each in between) + (part.starts == "own_group")
            if part.guarantee == "at_least":
                lacking = max(part.floor - group_of(part, month, leader), 0.0)
                found[earner] += lacking * rate_of(part, month, earner, number)
            if part.guarantee == "passed_up" and number == 1:
                more = passed_up(part, month, leader) - group_of(part, month, leader)
                found[earner] += more * rate_of(part, month, earner, 1)
        if part.guarantee == "passed_up" and earner in leaders:
            less = passed_up(part, month, earner) - group_of(part, month, earner)
            found[earner] -= less * rate_of(part, month, earner, 1)
    return found


def has_left(month: TeamMonth, member: int) -> bool:
    return month.team.last is not None and bool(month.team.last[member] < month.number)


def passed_up(part: Leadership, month: TeamMonth, leader: int) -> float:
    """What the one above is paid on: the own group, filled to the floor with what the leaders below pass up."""
    own = group_of(part, month, leader)
    return max(own, min(part.floor, own + received(part, month, leader)))


def received(part: Leadership, month: TeamMonth, leader: int) -> float:
    if not rate_of(part, month, leader, 1):
        return 0.0
    total = 0.0
    for below in everyone(month):
        between = path(month, below, leader)
        if not between or blocked(part, month, between, 0):
            continue
        if [each for each in between if is_leader(part, month, each, 0)] == [below]:
            total += passed_up(part, month, below)
    return total


def group_of(part: Leadership, month: TeamMonth, leader: int) -> float:
    """What the leader and everyone below down to the next leaders bought, as far as it counts."""
    total = 0.0
    for source in everyone(month):
        between = path(month, source, leader)
        if between is None or blocked(part, month, between, 0):
            continue
        leaders = [each for each in between if is_leader(part, month, each, 0)]
        if source == leader:
            counts = part.leader_volume == "in_own"
        elif leaders == [source]:
            counts = part.leader_volume == "in_above"
        else:
            counts = not leaders
        total += float(month.bought.value[source]) * counts
    return total


def paid_on(part: Ruled, month: TeamMonth, earner: int, source: int) -> float:
    between = path(month, source, earner)
    if between is None:
        return 0.0
    value, rank = float(month.bought.value[source]), int(month.rank[earner])
    if not between:
        counts = part.starts == "own_group" and part.own_goods
        return value * rate_of(part, month, earner, 1) * counts
    if blocked(part, month, between, rank):
        return 0.0
    number = sum(is_leader(part, month, each, rank) for each in between[1:])
    if is_leader(part, month, source, rank):
        if part.leader_volume == "left_out":
            return 0.0
        number += part.leader_volume == "in_own"
    return value * rate_of(part, month, earner, number + (part.starts == "own_group"))


def is_leader(part: Ruled, month: TeamMonth, member: int, rank: int) -> bool:
    """Whether a generation ends at the member, for somebody of this rank."""
    return qualified(part, month, member, rank) or (part.unqualified == "counts" and nominal(part, month, member, rank))


def blocked(part: Ruled, month: TeamMonth, between: list[int], rank: int) -> bool:
    """Whether somebody above the buyer has the name of a leader and not what it asks for, and ends the line."""
    return part.unqualified == "ends" and any(
        nominal(part, month, each, rank) and not qualified(part, month, each, rank) for each in between[1:]
    )


def asked(part: Ruled, month: TeamMonth, rank: int) -> int:
    names = month.plan.rank_names
    if isinstance(part, Leadership):
        return names.index(month.plan.breakaway.rank) + 1
    return rank if part.ends_at == "own_rank" else names.index(part.ends_rank) + 1


def qualified(part: Ruled, month: TeamMonth, member: int, rank: int) -> bool:
    if isinstance(part, Generations) and part.ends_at == "volume":
        return bool(month.active[member] and month.stands.group[member] + 1e-9 >= part.ends_volume)
    return bool(month.rank[member] >= asked(part, month, rank))


def nominal(part: Ruled, month: TeamMonth, member: int, rank: int) -> bool:
    if isinstance(part, Generations) and part.ends_at == "volume":
        return bool(month.stands.group[member] + 1e-9 >= part.ends_volume)
    return bool(month.title[member] >= asked(part, month, rank))


def rate_of(part: Ruled, month: TeamMonth, member: int, generation: int) -> float:
    names = month.plan.rank_names
    lowest = part.from_rank or (month.plan.breakaway.rank if isinstance(part, Leadership) else None)
    if not month.active[member] or (lowest and month.rank[member] < names.index(lowest) + 1) or generation < 1:
        return 0.0
    if isinstance(part, Generations) and part.ends_at == "own_rank" and not month.rank[member]:
        return 0.0
    rates = part.rates or ()
    for row in sorted(part.by_rank, key=lambda row: names.index(row.rank)):
        if month.rank[member] >= names.index(row.rank) + 1:
            rates = row.rates
    if generation > len(rates):
        return rates[-1] if part.deeper == "last_rate" and rates else 0.0
    return rates[generation - 1]
