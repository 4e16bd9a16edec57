"""Matching the slow way: from the deepest member up, what each earns is passed to those above who match it."""

import math
from dataclasses import replace

import numpy as np

from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.generations import Generations
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.unilevel import Unilevel
from tests.planner.compensation.teams_that_exist.twin_generations import twin_generations
from tests.planner.compensation.teams_that_exist.twin_levels import twin_levels


def pay_slowly(part: Matching, month: TeamMonth, parts: tuple[PaidPart, ...]) -> list[float]:
    """What each member is paid. parts: all of the plan as paid, of which those that are named are matched."""
    members = range(len(month.team))
    own = month.plan.parts.index(part)
    found = [0.0 for _ in members]
    for member in reversed(members):
        if part.cap_money is not None:
            found[member] = min(found[member], part.cap_money)
        amount = earned_of(part, month, parts[:own], member)
        if part.on_itself and not parts[own].closed_by[member]:
            amount += max(in_cents(part, found[member]), 0.0)
        for above, share in enumerate(matched(part, month, member, amount)):
            found[above] += share
    return found


def earned_of(part: Matching, month: TeamMonth, before: tuple[PaidPart, ...], member: int) -> float:
    """What a member earns of the parts that are matched."""
    amounts = [amount_of(part, each, member) for each in before]
    for cap in month.plan.caps if part.capped == "after" else ():
        if not cap.parts or any(number > len(before) for number in cap.parts):
            continue
        most = math.inf if cap.most is None else cap.most
        for row in sorted(cap.by_rank, key=lambda row: month.plan.rank_names.index(row.rank)):
            if month.rank[member] > month.plan.rank_names.index(row.rank):
                most = row.most
        together = sum(amounts[number - 1] for number in cap.parts)
        if together > most:
            amounts = [
                each * most / together if number in cap.parts else each for number, each in enumerate(amounts, start=1)
            ]
    return max(sum(in_cents(part, amounts[place - 1]) for place in part.of), 0.0)


def amount_of(part: Matching, before: PaidPart, member: int) -> float:
    """What a member has of one part, nothing where a gate is closed."""
    if before.closed_by[member]:
        return 0.0
    amount = 0.0
    for rows in before.flows():
        for row in np.flatnonzero(rows.earner == member):
            amount += float(rows.base[row] * rows.rate[row])
            if part.capped == "before" and "cut" in rows.detail:
                amount += float(rows.detail["cut"][row])
    return amount


def in_cents(part: Matching, amount: float) -> float:
    if part.amounts == "exact":
        return amount
    return math.copysign(math.floor(abs(amount) * 100 + 0.5 + 1e-7) / 100, amount)


def matched(part: Matching, month: TeamMonth, source: int, amount: float) -> list[float]:
    """What everybody above is paid on one member's earnings: as if these were what they bought, and nobody else."""
    value = np.zeros(len(month.team))
    value[source] = amount
    bought = replace(month, bought=replace(month.bought, value=value))
    terms = {"rates": part.rates, "by_rank": part.by_rank, "from_rank": part.from_rank}
    if part.ends_rank is None:
        return twin_levels(Unilevel(rule="unilevel", compression=part.compression, **terms), bought)
    more = {name: getattr(part, name) for name in ("deeper", "starts", "leader_volume", "unqualified", "ends_rank")}
    return twin_generations(Generations(rule="generations", **terms, **more), bought)
