"""Pay that no level decides, in words: on joining orders, for a rank, of a pool, on recruits passed up."""

from collections.abc import Iterator

from planner.analysis.team.explained.levels import COMPRESSION
from planner.analysis.team.explained.teller import Choices, Teller
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.bonuses.rank_bonus import RankBonus
from planner.language import mark

FAST_START = {
    "joining": mark("Pay on what recruits below order as they join"),
    "all": mark("Pay on everything that recruits below order while they are new"),
}
NEW = mark("A recruit is new in the month of joining alone.")
NEW_FOR = mark("A recruit is new for {months}, the month of joining among them.")
AS_VOLUME: Choices = {
    "counts_as_volume": {
        True: mark("These orders count for ranks, for being active and for the other pay too."),
        False: mark("These orders count for nothing else: no rank, no being active, no other pay."),
    }
}
RANKS: Choices = {
    "paid": {
        "while_held": mark("It is paid in every month in which somebody is paid as the rank or a higher one."),
        "once": mark("It is paid once, when the rank is first reached."),
    },
    "of_ranks": {
        "highest": mark("Of several of these ranks at a time only the highest is paid."),
        "each": mark("Of several of these ranks at a time each is paid."),
    },
}
NEEDS = {
    "rank": mark("It comes in {months} equal parts, a month each; a part is lost in a month without the rank."),
    "active": mark("It comes in {months} equal parts, a month each; a part is lost in a month without being active."),
    "nothing": mark("It comes in {months} equal parts, a month each, whatever becomes of the rank."),
}
POOL: Choices = {
    "each_in": {
        "highest": mark("You share in the pool of your highest rank alone."),
        "all": mark("You share in the pools of all ranks up to your own."),
    },
    "divided": {
        "equally": mark("A pool is divided equally."),
        "own_points": mark("A pool is divided by own points of the month."),
        "group_points": mark("A pool is divided by points of your group of the month."),
    },
    "unclaimed": {
        "kept": mark("A pool in which nobody shares stays with the company."),
        "passed_down": mark("A pool in which nobody shares goes to the next lower rank of the list."),
    },
}
PASSED: Choices = {
    "to": {
        "sponsors_sponsor": mark("They count as recruits of the sponsor's own sponsor."),
        "receiver": mark("They count as recruits of whoever the sponsor was passed to, or was recruited by."),
    },
    "moves": {
        "recruit": mark("Only the recruit is passed up; what comes from further down goes on through the sponsor."),
        "with_downline": mark("A recruit is passed up with all who come below."),
    },
    "orders": {
        "joining": mark("It is paid on what they order as they join."),
        "all": mark("It is paid on everything that they order."),
    },
    "unqualified": {
        "lost": mark("What falls to somebody who is not active, or has not the rank, is lost."),
        "passed_on": mark("What falls to somebody who is not active, or has not the rank, goes to the next above."),
    },
}


def tell_fast_start(part: FastStart, tell: Teller) -> Iterator[str]:
    """On what recruits order as they join."""
    introduction = tell.speech.text(FAST_START[part.orders])
    if part.rates is not None:
        yield tell.say(mark("{what}: {amount}."), what=introduction, amount=tell.steps(part, part.rates))
    else:
        yield tell.say(mark("{what}, by how much is ordered."), what=introduction)
    for each in part.packages:
        yield tell.say(
            mark("From {points} points on: {amounts}."),
            points=tell.number(each.from_points),
            amounts=tell.amounts(part, each.amounts),
        )
    if part.orders == "all" or part.months > 1:
        yield tell.say(NEW if part.months == 1 else NEW_FOR, months=tell.speech.months(part.months))
    yield tell.speech.text(COMPRESSION[part.compression])
    yield from tell.base(part.base_per_value)
    yield from tell.chosen(part, AS_VOLUME)


def tell_rank_bonus(part: RankBonus, tell: Teller) -> Iterator[str]:
    """Money for a rank."""
    amounts = ", ".join(
        tell.say(mark("{what}: {amount}"), what=row.rank, amount=tell.money(row.amount)) for row in part.amounts
    )
    yield tell.say(mark("Money for a rank: {amounts}."), amounts=amounts)
    yield from tell.chosen(part, RANKS)
    if part.over_months > 1:
        yield tell.say(NEEDS[part.needs], months=tell.number(part.over_months))


def tell_pool(part: Pool, tell: Teller) -> Iterator[str]:
    """A share of all that is sold."""
    shares = []
    for tier in part.tiers:
        share = tell.share(tier.rate)
        if tier.elsewhere is not None:
            text = mark("{share}, shared with {number} shares outside the team")
            share = tell.say(text, share=share, number=tell.number(tier.elsewhere))
        shares.append(tell.say(mark("{what}: {amount}"), what=tier.rank, amount=share))
    yield tell.say(
        mark("A share of all that is sold is divided among those who are paid as a rank: {shares}."),
        shares="; ".join(shares),
    )
    if part.company_value is None:
        yield tell.speech.text(mark("All that is sold is what this team orders."))
    else:
        text = mark("All that is sold is what the whole company sells, taken as {amount} a month.")
        yield tell.say(text, amount=tell.money(part.company_value))
    yield from tell.chosen(part, POOL)
    yield from tell.base(part.base_per_value)


def tell_pass_up(part: PassUp, tell: Teller) -> Iterator[str]:
    """On recruits who count as somebody else's."""
    places = tell.speech.listed([tell.number(place) for place in part.passed])
    yield tell.say(
        mark("Of everybody's recruits these are passed up, by the order of joining: {places}."), places=places
    )
    if part.rates is not None:
        rates = tell.steps(part, part.rates)
        yield tell.say(mark("Whose recruit somebody counts as is paid a share of their orders: {rates}."), rates=rates)
    elif part.amounts is not None:
        amounts = tell.amounts(part, part.amounts)
        yield tell.say(
            mark("Whose recruit somebody counts as is paid for each who orders: {amounts}."), amounts=amounts
        )
    yield from tell.chosen(part, PASSED)
    yield from tell.base(part.base_per_value)
