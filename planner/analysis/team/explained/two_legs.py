"""Two legs, in words."""

from collections.abc import Iterator

from planner.analysis.team.explained.levels import on_inactive
from planner.analysis.team.explained.teller import Choices, Teller
from planner.inputs.pay.binary import Binary, BinaryOfRank
from planner.language import mark

RATE = {
    "weak": mark("Paid is {share} of the matched points of the side that has less."),
    "total": mark("Paid is {share} of the matched points of both sides together."),
}
BLOCKS = {
    "weak": mark("Paid is a share of the matched points of the side that has less: {blocks}."),
    "total": mark("Paid is a share of the matched points of both sides together: {blocks}."),
}
COUNTS: Choices = {
    "counts": {
        "money": mark("The money that goods count for counts on both sides, in place of points."),
    },
    "own_volume": {
        "nowhere": mark("Your own orders count on neither side."),
        "weak": mark("Your own orders count on the side that has less."),
    },
    "strong_side": {
        "larger": mark("The strong side is the one that has more."),
        "left": mark("The left is always the strong side."),
        "right": mark("The right is always the strong side."),
        "either": mark("Either side is taken as the strong one, whichever matches more."),
    },
}
TIES: Choices = {
    "ties": {
        "left_weak": mark("Where both have the same, the left counts as the side that has less."),
        "right_weak": mark("Where both have the same, the right counts as the side that has less."),
    }
}
RATIO: Choices = {
    "strong_to_weak": {
        "2:1": mark("2 points of the strong side match 1 of the other."),
        "1:2": mark("1 point of the strong side matches 2 of the other."),
    }
}
CAPPED: Choices = {
    "capped": {
        "kept": mark("What matched beyond that stays on its sides."),
        "consumed": mark("What matched beyond that is used up all the same."),
        "flushed": mark("What matched beyond that is lost, and with it all that is left on both sides."),
    }
}
MONEY_OF_CYCLES: Choices = {
    "cap_money_in": {
        "whole_cycles": mark("Only whole cycles are paid up to it."),
        "exact": mark("It is paid up to the cent, a part of a cycle too."),
    }
}
LEFT_OVER: Choices = {
    "unmatched": {
        "kept": mark("What the other side does not match is kept for the next month."),
        "flushed": mark("What the other side does not match is lost at the end of the month."),
    }
}
REMAINDER: Choices = {
    "remainder": {
        "kept": mark("What is less than a whole cycle is kept for the next month."),
        "flushed": mark("What is less than a whole cycle is lost at the end of the month."),
    }
}
INACTIVE: Choices = {
    "inactive": {
        "keeps": mark("Who is not active keeps what was kept before."),
        "loses": mark("Who is not active loses what was kept before."),
        "accrues": mark("Who is not active goes on collecting on both sides."),
    }
}
UNQUALIFIED: Choices = {
    "unqualified": {
        "keeps": mark("Who is active and lacks the rank or the recruits keeps what was kept before."),
        "loses": mark("Who is active and lacks the rank or the recruits loses what was kept before."),
        "accrues": mark("Who is active and lacks the rank or the recruits goes on collecting on both sides."),
    },
}


def tell_two_legs(part: Binary, tell: Teller) -> Iterator[str]:
    """What the left and the right side have in common."""
    yield tell.speech.text(
        mark("Everyone below stands on your left or on your right side, and what both sides have in common is paid.")
    )
    yield from paid(part, tell)
    for row in part.by_rank:
        yield tell.say(
            mark("From {rank} on: {rates}."), rank=row.rank, rates=tell.speech.listed(list(of_rank(row, tell)))
        )
    yield from tell.chosen(part, {**COUNTS, **on_inactive(tell)})
    if part.strong_side in ("larger", "either"):
        yield from tell.chosen(part, TIES)
    if part.cycle is None:
        yield from tell.chosen(part, RATIO)
    if part.recruits_each_side:
        recruits = tell.speech.plural("{count} active recruit", "{count} active recruits", part.recruits_each_side)
        yield tell.say(mark("Before anything is paid you need {recruits} of your own on each side."), recruits=recruits)
    yield from caps(part, tell)
    yield from tell.chosen(part, LEFT_OVER if part.cycle is None else {**LEFT_OVER, **REMAINDER})
    if part.keep_at_most is not None:
        text = mark("At most {points} points are kept on a side.")
        yield tell.say(text, points=tell.number(part.keep_at_most))
    yield from what_is_lost(part, tell)


def what_is_lost(part: Binary, tell: Teller) -> Iterator[str]:
    """What becomes of what was kept, of a part that keeps something."""
    keeps = part.unmatched == "kept" or part.capped == "kept" or (part.cycle is not None and part.remainder == "kept")
    if keeps:
        yield from tell.chosen(part, INACTIVE)
    if keeps and (part.from_rank is not None or part.recruits_each_side):
        yield from tell.chosen(part, UNQUALIFIED)


def paid(part: Binary, tell: Teller) -> Iterator[str]:
    """By a rate, by blocks of rates, or by the cycle."""
    if part.rate is not None:
        yield tell.say(RATE[part.rate_on], share=tell.share(part.rate))
    if part.blocks:
        blocks = ", ".join(
            tell.say(mark("above {points} points {share}"), points=tell.number(each.above), share=tell.share(each.rate))
            for each in part.blocks
        )
        yield tell.say(BLOCKS[part.rate_on], blocks=blocks)
    if part.cycle is not None:
        cycle = part.cycle
        yield tell.say(
            mark("Each time there are {strong} points on the strong side and {weak} on the other, {amount} is paid."),
            strong=tell.number(cycle.strong),
            weak=tell.number(cycle.weak),
            amount=tell.money(cycle.pays),
        )


def of_rank(row: BinaryOfRank, tell: Teller) -> Iterator[str]:
    """What holds from a rank on."""
    if row.rate is not None:
        yield tell.share(row.rate)
    if row.pays is not None:
        yield tell.say(mark("{amount} each time"), amount=tell.money(row.pays))
    if row.cap_money is not None:
        yield tell.say(mark("at most {amount} in a month"), amount=tell.money(row.cap_money))
    if row.cap_volume is not None:
        yield tell.say(mark("at most {points} points in a month"), points=tell.number(row.cap_volume))


def caps(part: Binary, tell: Teller) -> Iterator[str]:
    """The most of a month, and what becomes of what is beyond it."""
    rows = part.by_rank
    if part.cap_volume is not None:
        yield tell.say(mark("At most {points} points are paid on in a month."), points=tell.number(part.cap_volume))
    if part.cap_money is not None:
        yield tell.say(mark("At most {amount} of it is paid in a month."), amount=tell.money(part.cap_money))
    in_money = part.cap_money is not None or any(row.cap_money is not None for row in rows)
    if in_money and part.cycle is not None:
        yield from tell.chosen(part, MONEY_OF_CYCLES)
    if in_money or part.cap_volume is not None or any(row.cap_volume is not None for row in rows):
        yield from tell.chosen(part, CAPPED)
