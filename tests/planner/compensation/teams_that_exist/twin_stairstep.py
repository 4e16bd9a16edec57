"""The differential of one member at a time, straight from its definition: slow and plain."""

from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.stairstep import Stairstep


def twin_stairstep(part: Stairstep, month: TeamMonth) -> list[float]:
    """What each member is paid."""
    return [
        sum(paid_on(part, month, earner, source) for source in range(len(month.team))) for earner in everyone(month)
    ]


def everyone(month: TeamMonth) -> range:
    return range(len(month.team))


def path(month: TeamMonth, source: int, earner: int) -> list[int] | None:
    """From the buyer up to the recruit of the earner, both included; None where the buyer is not below."""
    found = []
    while source != earner:
        if source < 0:
            return None
        found.append(source)
        source = int(month.team.above[source])
    return found


def paid_on(part: Stairstep, month: TeamMonth, earner: int, source: int) -> float:
    between = path(month, source, earner)
    if between is None or not is_paid(part, month, earner):
        return 0.0
    own, value = rate_of(part, month, earner), float(month.bought.value[source])
    if not between:
        return own * value if part.own == "paid" else 0.0
    if part.broken_away == "nothing" and any(month.stands.broken[each] for each in between):
        return 0.0
    return max(own - taken(part, month, between), 0.0) * value


def taken(part: Stairstep, month: TeamMonth, between: list[int]) -> float:
    if part.taken == "by_chain":
        return max(rate_of(part, month, each) for each in between)
    heads = between if part.inactive == "keeps" else [each for each in between if month.active[each]]
    return rate_of(part, month, heads[-1]) if heads else 0.0


def is_paid(part: Stairstep, month: TeamMonth, member: int) -> bool:
    names = month.plan.rank_names
    least = names.index(part.from_rank) + 1 if part.from_rank else 0
    return bool(month.active[member] and month.rank[member] >= least)


def rate_of(part: Stairstep, month: TeamMonth, member: int) -> float:
    """What stands by their rank; an inactive one keeps it or has none, and who is below from_rank has none."""
    if not month.active[member] and part.inactive == "rolls_up":
        return 0.0
    number = int(month.rank[member]) if month.active[member] else would_be(month, member)
    if part.from_rank and number < month.plan.rank_names.index(part.from_rank) + 1:
        return 0.0
    if part.rate_by == "title":
        number = int(month.title[member])
    return float(month.plan.ranks[number - 1].rate or 0.0) if number else part.without_rank


def would_be(month: TeamMonth, member: int) -> int:
    """The rank whose numbers of the month they have, only group, own points and recruits being asked in these teams."""
    plan, stands = month.plan, month.stands
    by_total = plan.breakaway is not None and plan.breakaway.ranks_by == "total"
    group = float(stands.total[member] if by_total else stands.group[member])
    front = sum(month.active[each] for each in everyone(month) if month.team.above[each] == member)

    def enough(had: float, asked: float) -> bool:
        return asked == 0 or (had > asked + 1e-9 if plan.threshold == "passed" else had + 1e-9 >= asked)

    highest = 0
    for number, rank in enumerate(plan.ranks, start=1):
        volumes = enough(group, rank.group_volume) and enough(float(stands.own[member]), rank.personal_volume)
        if volumes and front >= rank.frontline:
            highest = number
    return highest
