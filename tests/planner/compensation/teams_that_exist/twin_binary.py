"""Two legs the slow way: one member and one month at a time, from the definition of each field of Binary."""

import math

from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.binary import Binary
from tests.planner.compensation.teams_that_exist.twin_placement import Below, everyone_below, stated_places

NEARLY = 1e-9
Pair = tuple[float, float]


def pay_slowly(part: Binary, months: list[TeamMonth]) -> list[list[float]]:
    """What each member is paid in each month."""
    below = stated_places(months[0].team)
    kept: list[Pair] = [(0.0, 0.0) for _ in months[0].team.members]
    paid = []
    for month in months:
        found = [of_member(part, month, below, member, kept[member]) for member in range(len(month.team))]
        paid.append([amount for amount, _ in found])
        kept = [left for _, left in found]
    return paid


def of_member(part: Binary, month: TeamMonth, below: Below, member: int, before: Pair) -> tuple[float, Pair]:
    """The pay of a month and what is kept on each side for the next."""
    has = have(part, month, below, member, before)
    state = None
    if not month.active[member]:
        state = part.inactive
    elif not qualified(part, month, below, member):
        state = part.unqualified
    if state is not None:
        return 0.0, at_most(part, {"keeps": before, "loses": (0.0, 0.0), "accrues": has}[state])
    return cycles(part, month, member, has) if part.cycle else by_rate(part, month, member, has)


def have(part: Binary, month: TeamMonth, below: Below, member: int, before: Pair) -> Pair:
    """What stands on each side before anything is matched."""

    def counted(each: int) -> float:
        if not part.pays_on_inactive and not month.active[each]:
            return 0.0
        return float((month.bought.points if part.counts == "points" else month.bought.value)[each])

    sides = list(before)
    for side in (0, 1):
        child = below[member].get(side)
        if child is not None:
            sides[side] += sum(counted(each) for each in (child, *everyone_below(below, child)))
    if part.own_volume == "weak":
        sides[smaller(part, (sides[0], sides[1]))] += counted(member)
    return sides[0], sides[1]


def smaller(part: Binary, has: Pair) -> int:
    """The side with less, 0 left and 1 right."""
    if has[0] == has[1]:
        return 0 if part.ties == "left_weak" else 1
    return 0 if has[0] < has[1] else 1


def qualified(part: Binary, month: TeamMonth, below: Below, member: int) -> bool:
    if part.from_rank and month.rank[member] <= month.plan.rank_names.index(part.from_rank):
        return False
    for side in (0, 1):
        child = below[member].get(side)
        there = [] if child is None else [child, *everyone_below(below, child)]
        recruits = [each for each in there if month.team.above[each] == member and month.active[each]]
        if len(recruits) < part.recruits_each_side:
            return False
    return True


def term(part: Binary, month: TeamMonth, member: int, name: str, value: float | None) -> float | None:
    """A field of the part, or what the highest row at or below the member's rank that states it has instead."""
    for row in sorted(part.by_rank, key=lambda row: month.plan.rank_names.index(row.rank)):
        if month.rank[member] > month.plan.rank_names.index(row.rank) and getattr(row, name) is not None:
            value = getattr(row, name)
    return value


def at_most(part: Binary, left: Pair) -> Pair:
    most = math.inf if part.keep_at_most is None else part.keep_at_most
    return min(left[0], most), min(left[1], most)


def weak_of(part: Binary, has: Pair) -> int:
    return {"left": 1, "right": 0}.get(part.strong_side, smaller(part, has))


def by_rate(part: Binary, month: TeamMonth, member: int, has: Pair) -> tuple[float, Pair]:
    strong, weak = part.points
    side = weak_of(part, has)
    if part.strong_side == "either":
        # Some is matched with the left as the strong side and some with the right; all that can be is.
        less, more = min(has), max(has)
        low, high = min(strong, weak), max(strong, weak)
        if more * low >= less * high:
            of_less, of_more = less, less * high / low
        else:
            of_less, of_more = less, more
    else:
        times = min(has[1 - side] / strong, has[side] / weak)
        of_less, of_more = times * weak, times * strong
    taken = (of_less, of_more) if side == 0 else (of_more, of_less)
    base = of_less if part.rate_on == "weak" else of_less + of_more
    allowed = base
    cap = term(part, month, member, "cap_volume", part.cap_volume)
    if cap is not None:
        allowed = min(allowed, cap)
    point = month.plan.value_of_point if part.counts == "points" else 1.0
    rate = term(part, month, member, "rate", part.rate)
    blocks = [(block.above, block.rate) for block in part.blocks] or [(0.0, float(rate or 0))]

    def money(volume: float) -> float:
        ends = [above for above, _ in blocks[1:]] + [math.inf]
        return sum(
            max(min(volume, end) - above, 0.0) * each * point for (above, each), end in zip(blocks, ends, strict=True)
        )

    most = term(part, month, member, "cap_money", part.cap_money)
    if most is not None and money(allowed) > most:
        low, high = 0.0, allowed  # halving, until the volume is found that brings so much money
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if money(middle) < most else (low, middle)
        allowed = low
    share = allowed / base if base else 1.0
    paid_from = (taken[0] * share, taken[1] * share)
    return money(allowed), left_over(part, has, taken, paid_from, allowed < base - NEARLY, (math.inf, math.inf))


def cycles(part: Binary, month: TeamMonth, member: int, has: Pair) -> tuple[float, Pair]:
    assert part.cycle is not None
    strong, weak = part.points
    side = weak_of(part, has)

    def fits(points: Pair) -> bool:
        return points[0] <= has[0] + NEARLY and points[1] <= has[1] + NEARLY

    def taken_by(as_is: int, turned: int) -> Pair:
        """as_is: with the strong part from the side that is not the weak one; turned: the other way round."""
        strong_side, weak_side = as_is * strong + turned * weak, as_is * weak + turned * strong
        return (weak_side, strong_side) if side == 0 else (strong_side, weak_side)

    def points_of(number: int) -> Pair | None:
        """What so many cycles take: the larger part from the side that has more, as often as that can be."""
        if part.strong_side != "either":
            return taken_by(number, 0) if fits(taken_by(number, 0)) else None
        order = range(number, -1, -1) if strong >= weak else range(number + 1)
        return next((taken_by(one, number - one) for one in order if fits(taken_by(one, number - one))), None)

    number = 0
    while (points_of(number + 1)) is not None:
        number += 1
    pay, used, cut = within_the_caps(part, month, member, number)
    taken, paid_from = points_of(number) or (0.0, 0.0), points_of(used) or (0.0, 0.0)
    low = min(strong, weak)
    asks = (low, low) if part.strong_side == "either" else (weak, strong) if side == 0 else (strong, weak)
    return pay, left_over(part, has, taken, paid_from, cut, asks)


def within_the_caps(part: Binary, month: TeamMonth, member: int, number: int) -> tuple[float, int, bool]:
    """What so many cycles pay, how many are used up for it, and whether a cap took something away."""
    assert part.cycle is not None
    pays = term(part, month, member, "pays", part.cycle.pays) or 0.0
    used = number
    cap = term(part, month, member, "cap_volume", part.cap_volume)
    while cap is not None and used * part.cycle.weak > cap + NEARLY:
        used -= 1
    pay = used * pays
    most = term(part, month, member, "cap_money", part.cap_money)
    if most is not None and pay > most + NEARLY and part.cap_money_in == "exact":
        pay = most
        while (used - 1) * pays + NEARLY >= most:
            used -= 1
    elif most is not None:
        while used * pays > most + NEARLY:
            used -= 1
        pay = used * pays
    return pay, used, number * pays > pay + NEARLY or used < number


def left_over(part: Binary, has: Pair, taken: Pair, paid_from: Pair, cut: bool, asks: Pair) -> Pair:
    """What is kept for the next month on each side. asks: what a cycle takes there; endless of a rate."""
    if cut and part.capped == "flushed":
        return 0.0, 0.0
    kept = []
    for side in (0, 1):
        unmatched = max(has[side] - taken[side], 0.0)
        beyond = 0.0
        if cut and part.capped == "kept":
            rest = max(has[side] - paid_from[side], 0.0)
            unmatched = min(unmatched, rest)
            beyond = rest - unmatched
        free = max(has[side] - taken[side], 0.0)
        rule = part.remainder if part.cycle and free + NEARLY < asks[side] else part.unmatched
        kept.append((unmatched if rule == "kept" else 0.0) + beyond)
    return at_most(part, (kept[0], kept[1]))
