"""Who is about to lose a rank, or to be active no longer: in the next month, by one leg, or by how narrow a margin."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.analysis.team.gates import Gate, activity_gates, asked_in_words, asked_to_be_active, gates_of_rank, number
from planner.analysis.team.next_month import NextMonth, next_month
from planner.analysis.team.paid import TeamPaid
from planner.compensation.teams.ranks import Condition, by_total, conditions, is_kept, met
from planner.compensation.teams.team import ROOT, Array, Index
from planner.language import mark
from planner.speech import Speech

NEXT, IDLE, LEG, KEPT = range(4)  # what takes a rank, the nearest first; KEPT: nothing of these
AFTER = "after"  # asks for a lower rank
ONE_FEWER = ("leg_count", "active_legs", "frontline", "ranked_legs")  # counted by legs, of which each is one


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Everybody who has a rank, or is active where the plan asks for something, a place each of `members`, worst first.

    members: their places in the team. rank: of the month, 0 for who is active without one. takes: NEXT, what the next
    month takes if it is like this one; IDLE, if nothing more is bought; LEG, if one leg is gone; KEPT. leg: whose leg
    it is, by place; ROOT where it is one of several. spare: of the nearest condition, the share of what is asked for
    that there is more.
    """

    next_month: NextMonth
    members: Index
    rank: NDArray[np.intp]
    takes: NDArray[np.intp]
    leg: Index
    spare: Array

    def count(self, takes: int) -> int:
        """How many lose it so."""
        return int(np.count_nonzero(self.takes == takes))


def at_risk(paid: TeamPaid) -> AtRisk:
    """Whoever has something to lose, and what takes it."""
    plan, month, ahead = paid.payer.plan, paid.month.month, next_month(paid)
    has = np.flatnonzero((month.rank > 0) | (month.active & plan.asks_to_be_active))
    takes = np.full(len(month.team), KEPT)
    by_leg, leg = lost_with_a_leg(paid)
    takes[by_leg] = LEG
    if ahead.idle is not None:
        takes[month.active & ~ahead.idle] = IDLE
    takes[(ahead.rank < month.rank) | (month.active & ~ahead.active)] = NEXT
    spare = spared(paid)
    order = np.lexsort((-month.rank[has], spare[has], takes[has]))
    rows = has[order]
    return AtRisk(ahead, rows, month.rank[rows], takes[rows], np.where(takes == LEG, leg, ROOT)[rows], spare[rows])


def spared(paid: TeamPaid) -> Array:
    """How much more there is than the present rank and activity ask for, as a share of that, of the nearest; a place
    each member. What is not met, and need not be yet, is left out.
    """
    plan, month = paid.payer.plan, paid.month.month
    spare = np.full(len(month.team), np.inf)
    for _, asked, had in asked_to_be_active(paid, slice(0, len(spare))):
        spare = np.where(had >= asked, np.minimum(spare, had / asked - 1), spare)
    for each_rank in range(1, len(plan.ranks) + 1):
        for each, of_these in asked_of(paid, each_rank):
            here = np.flatnonzero((month.rank == each_rank) & of_these)
            spare[here] = np.minimum(spare[here], each.had[here] / each.asked - 1)
    return spare


def asked_of(paid: TeamPaid, number: int) -> Iterator[tuple[Condition, NDArray[np.bool_]]]:
    """What a rank asks for, by its number from 1, with what everybody has of it; and of whom it is asked: not of who
    keeps the rank for life. What a lower rank that must be held too asks for is among it.
    """
    plan, month = paid.payer.plan, paid.month.month
    rule, stands = plan.ranks[number - 1], month.stands
    of_these = ~is_kept(rule, number, month.title)
    for each in conditions(rule, plan, stands, slice(0, len(stands.team))):
        if not each.what.startswith(AFTER):
            yield each, of_these
    if rule.after is not None:
        for each, of_those in asked_of(paid, plan.rank_names.index(rule.after) + 1):
            yield each, of_these & of_those


def nearest(paid: TeamPaid, member: int) -> Gate | None:
    """The condition of a member's rank, or of being active, of which there is the least to spare; None without any."""
    plan, month = paid.payer.plan, paid.month.month
    number, gates = int(month.rank[member]), [*activity_gates(paid, member)]
    while number and not is_kept(plan.ranks[number - 1], number, month.title[member : member + 1])[0]:
        gates += gates_of_rank(paid, member, number)
        after = plan.ranks[number - 1].after
        number = 0 if after is None else plan.rank_names.index(after) + 1
    held = [gate for gate in gates if gate.had >= gate.asked and gate.what not in ("months_in_row", AFTER)]
    return min(held, key=lambda gate: gate.had / gate.asked, default=None)


def lost_with_a_leg(paid: TeamPaid) -> tuple[NDArray[np.bool_], Index]:
    """Whose rank goes with one leg, everyone below its head, and whose leg that is; ROOT for one of several."""
    plan, month = paid.payer.plan, paid.month.month
    largest, second = largest_legs(paid)
    adds = np.append(added(paid), 0.0)  # the last for who has no such leg
    lost, leg = np.zeros(len(month.team), dtype=np.bool_), np.full(len(month.team), ROOT)
    for each_rank in range(1, len(plan.ranks) + 1):
        for each, of_these in asked_of(paid, each_rank):
            here = np.flatnonzero((month.rank == each_rank) & of_these)
            heads = {"group_volume": largest, "outside_largest_leg": second}.get(each.what)
            if heads is not None:
                left = each.had[here] - adds[heads[here]]
            elif each.what.startswith(ONE_FEWER):
                left = each.had[here] - 1
            else:
                continue
            goes = here[~met(plan, Condition(each.what, each.asked, left))]
            if heads is not None:
                leg[goes] = np.where(lost[goes], leg[goes], heads[goes])
            lost[goes] = True
    return lost, leg


def added(paid: TeamPaid) -> Array:
    """What each member's leg adds to what ranks count of whoever is above."""
    stands = paid.month.month.stands
    return stands.total if by_total(paid.payer.plan) else np.where(stands.broken, 0.0, stands.group)


def largest_legs(paid: TeamPaid) -> tuple[Index, Index]:
    """The heads of everybody's largest leg and of the second largest; ROOT where there is none."""
    above, adds = paid.team.team.above, added(paid)
    below = np.flatnonzero(above != ROOT)
    order = below[np.lexsort((-adds[below], above[below]))]
    first = np.flatnonzero(np.diff(above[order], prepend=ROOT - 1))
    heads = [np.full(len(above), ROOT, dtype=np.int64) for _ in range(2)]
    heads[0][above[order[first]]] = order[first]
    then = first[first + 1 < len(order)] + 1
    then = then[above[order[then]] == above[order[then - 1]]]
    heads[1][above[order[then]]] = order[then]
    return heads[0], heads[1]


def at_risk_in_words(found: AtRisk, paid: TeamPaid, speech: Speech) -> str:
    """How many would lose what they have, by what, and who comes nearest to it; "" where nobody has anything."""
    _, many = speech.text, len(found.members)
    if not many:
        return ""
    lead = speech.plural("{count} member has a rank or is active.", "{count} members have a rank or are active.", many)
    if not paid.payer.plan.ranks:
        lead = speech.plural("{count} member is active.", "{count} members are active.", many)
    said = [
        text.format(count=speech.number(found.count(takes)))
        for takes, text in (
            (NEXT, _(mark("{count} would lose it if the next month is like this one"))),
            (IDLE, _(mark("{count} would be active no longer if they buy nothing more"))),
            (LEG, _(mark("{count} would lose the rank with one leg"))),
        )
        if found.count(takes)
    ]
    text = _(mark("{lead} None of them would lose it by the next month or by one leg."))
    if said:
        text = _(mark("{lead} Of them {lose}."))
    narrowest = _(mark("Nearest to it: {who}.")).format(who=one_in_words(found, 0, paid, speech))
    return f"{text.format(lead=lead, lose=', '.join(said))} {narrowest}"


def has_in_words(found: AtRisk, place: int, paid: TeamPaid, speech: Speech) -> str:
    """What somebody has to lose: the rank, or being active."""
    return paid.rank_name(int(found.rank[place])) or speech.text(mark("active, no rank"))


def one_in_words(found: AtRisk, place: int, paid: TeamPaid, speech: Speech) -> str:
    """One of them in a sentence: what they have, what takes it, and the condition that is nearest."""
    _ = speech.text
    who, has = paid.members[int(found.members[place])], has_in_words(found, place, paid, speech)
    gate, takes = nearest(paid, int(found.members[place])), takes_in_words(found, place, paid, speech)
    text = _(mark("{what}: to spare {spare}"))
    by = "" if gate is None else text.format(what=asked_in_words(gate, speech), spare=spare_in_words(gate, speech))
    return _(mark("{who}, {has}: {why}")).format(who=who, has=has, why="; ".join(filter(None, (takes, by))))


def takes_in_words(found: AtRisk, place: int, paid: TeamPaid, speech: Speech) -> str:
    """What takes the rank of one of them, or being active; "" where nothing of the three does."""
    _, member = speech.text, int(found.members[place])
    if found.takes[place] == NEXT:
        if not found.next_month.active[member]:
            return _(mark("not active in the next month, if it is like this one"))
        rank = paid.rank_name(int(found.next_month.rank[member]))
        text = _(mark("{rank} in the next month, if it is like this one"))
        return text.format(rank=rank) if rank else _(mark("no rank in the next month, if it is like this one"))
    if found.takes[place] == IDLE:
        return _(mark("not active in the next month, if nothing more is bought"))
    if found.takes[place] == LEG:
        leg = int(found.leg[place])
        if leg == ROOT:
            return _(mark("lost with one of the legs that count"))
        return _(mark("lost with the leg of {leader}")).format(leader=paid.members[leg])
    return ""


def spare_in_words(gate: Gate, speech: Speech) -> str:
    """How much more of a condition there is than is asked for, of both."""
    text = speech.text(mark("{spare} ({had} of {asked})"))
    figures = {"had": gate.had, "asked": gate.asked, "spare": gate.had - gate.asked}
    return text.format(**{name: number(each, speech) for name, each in figures.items()})
