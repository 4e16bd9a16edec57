"""The whole team of a month in words: how many are paid, how much, on what it rests, and who lost a rank."""

from collections.abc import Iterator

import numpy as np

from planner.analysis.team.gates import activity_gates, gate_in_words
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.rests_on import TITLES, RestsOn
from planner.language import date_in_words, mark
from planner.line_items import CENT
from planner.speech import Speech

MOST_NAMED = 20


def month_in_words(name: str, speech: Speech) -> str:
    """2026-11 as it is said."""
    return date_in_words(name, speech.language)


def answer(paid: TeamPaid, speech: Speech) -> str:
    """How many of the members are paid in the month, how much together, and the most that one is."""
    _, pay = speech.text, paid.month.pay
    month, count = month_in_words(paid.month.name, speech), int(np.count_nonzero(pay >= CENT))
    if not count:
        of_them = speech.plural("the {count} member", "the {count} members", paid.there())
        text = _(mark("In {month} {company} pays none of {members}."))
        said = text.format(month=month, company=paid.payer.name, members=of_them)
        return " ".join(filter(None, (said, nobody_active_in_words(paid, speech))))
    text = _(mark("In {month} {company} pays {count} of {members}, {total} in all; {most} of it goes to one of them."))
    return text.format(
        month=month,
        company=paid.payer.name,
        count=speech.number(count),
        members=speech.plural("the {count} member", "the {count} members", paid.there()),
        total=speech.money(float(pay.sum()), 2),
        most=speech.money(float(pay.max()), 2),
    )


def nobody_active_in_words(paid: TeamPaid, speech: Speech) -> str:
    """That nobody has what keeps one active, and what whoever has the most points has of it; "" where somebody is."""
    month, there = paid.month.month, paid.team.team.joined <= paid.at
    if bool(month.active.any()) or not bool(there.any()):
        return ""
    nearest = int(np.where(there, month.bought.points, -1.0).argmax())
    gates = "; ".join(gate_in_words(gate, speech) for gate in activity_gates(paid, nearest))
    text = speech.text(mark("Nobody is active. {member}, who has the most points, has: {gates}."))
    return text.format(member=paid.members[nearest], gates=gates) if gates else ""


def rests_in_words(found: dict[str, float], speech: Speech) -> str:
    """What an amount rests on, the largest part first; "" of nothing."""
    total = sum(found.values())
    if total < CENT:
        return ""
    parts = [
        speech.text(mark("{what}: {amount} ({share})")).format(
            what=speech.text(TITLES[name]), amount=speech.money(amount, 2), share=speech.percent(amount / total)
        )
        for name, amount in sorted(found.items(), key=lambda each: -each[1])
        if abs(amount) >= CENT
    ]
    return speech.text(mark("It rests on: {parts}.")).format(parts="; ".join(parts))


def ranks_lost(paid: TeamPaid) -> list[int]:
    """Who is paid as a lower rank than in the month before, the highest rank lost first."""
    if paid.before is None:
        return []
    was, now = paid.before.month.rank, paid.month.month.rank
    lost = np.flatnonzero(now < was)
    return [int(each) for each in lost[np.argsort(-was[lost], kind="stable")]]


def lost_in_words(paid: TeamPaid, speech: Speech) -> Iterator[str]:
    """A sentence for each who lost a rank, and how many more did."""
    _, lost = speech.text, ranks_lost(paid)
    before = paid.before
    if before is None:
        return
    for each in lost[:MOST_NAMED]:
        was = paid.rank_name(int(before.month.rank[each]))
        now = paid.rank_name(int(paid.month.month.rank[each]))
        text = (
            _(mark("{who}: {was} in {before}, {now} now")) if now else _(mark("{who}: {was} in {before}, no rank now"))
        )
        yield text.format(who=paid.members[each], was=was, now=now, before=month_in_words(before.name, speech))
    if len(lost) > MOST_NAMED:
        yield _(mark("and {count} more")).format(count=speech.number(len(lost) - MOST_NAMED))


def standing_in_words(paid: TeamPaid, rests: RestsOn, member: int, speech: Speech) -> str:
    """One member in a sentence: pay, rank, and whether they are active; what they are paid rests on."""
    _, who, pay = speech.text, paid.members[member], float(paid.month.pay[member])
    rank = paid.rank_name(int(paid.month.month.rank[member]))
    if int(paid.team.team.joined[member]) > paid.at:
        return _(mark("{who} had not joined by {month}.")).format(
            who=who, month=month_in_words(paid.month.name, speech)
        )
    if not bool(paid.month.month.active[member]):
        text = _(mark("{who} is paid {pay}: not active in {month}."))
    elif rank:
        text = _(mark("{who} is paid {pay}: active, and paid as {rank}, in {month}."))
    else:
        text = _(mark("{who} is paid {pay}: active, without a rank, in {month}."))
    said = text.format(who=who, pay=speech.money(pay, 2), rank=rank, month=month_in_words(paid.month.name, speech))
    return " ".join(filter(None, (said, rests_in_words(rests.of(member), speech))))
