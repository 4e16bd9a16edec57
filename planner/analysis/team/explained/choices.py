"""Every value of every choice of a pay plan in a sentence: as the plan is told, and where that needs no words, here."""

from collections.abc import Mapping, Sequence
from typing import Any

from planner.analysis.team.explained import bonuses, brackets, generations, levels, limits, standing, steps, two_legs
from planner.analysis.team.proven.readings import Option, Reading
from planner.analysis.team.receipt import part_title
from planner.inputs.cited.source import Record
from planner.inputs.path import at
from planner.inputs.pay.active_recruits import ActiveRecruits
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.bonuses.rank_bonus import RankBonus
from planner.inputs.pay.brackets import Bracketed
from planner.inputs.pay.breakaway import Breakaway
from planner.inputs.pay.generations import ByGeneration, Generations
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.limits.caps import PayoutCap, Rounding
from planner.inputs.pay.limits.gates import OutsideShareGate, SoldShareGate
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.proofs.proof import Printed
from planner.inputs.pay.ranks import RankRule
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.titles.fields import title_of
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay.unit import Unit
from planner.language import mark
from planner.speech import Speech

MEASURED = {
    "points": mark("Points decide the step."),
    "value": mark("What the company counts goods for decides the step."),
    "base": mark("The money that is paid on decides the step."),
}
ENTERED = {
    "reached": mark("A step is entered as soon as it is just reached."),
    "passed": mark("A step is entered only when it is passed."),
}
NEEDS_ACTIVE = {
    True: mark("Who is not active is not paid it."),
    False: brackets.NEEDS_ACTIVE["needs_active"][False],
}
AS_THEY_JOIN = {
    "joining": mark("It is paid on what they order as they join."),
    "all": mark("It is paid on everything that they order."),
}
NOTHING_DEEPER = mark("Deeper generations are paid nothing.")

WORDS: dict[type[Record], Mapping[str, Mapping[Any, str]]] = {
    PayPlan: {
        "activity_window": {
            "month": mark("In each month."),
            "quarter": mark("In the calendar quarter, all its months together."),
            "one_of_three": mark("In one of the last three months."),
            "month_and_two_after": mark("In a month, which then holds for it and the two months after it."),
            "twelve_months": mark("In the last twelve months together."),
        },
        "threshold": {
            "reached": mark("Points that a rank asks for are enough when they are just reached."),
            **standing.THRESHOLD["threshold"],
        },
    },
    RankRule: {
        "in_row_for": {
            "always": mark("Every time somebody is to be paid as the rank."),
            "first_time": mark("Only the first time; whoever had the rank before needs the month alone."),
        },
        "kept": {
            "no": mark("It is not kept: each month is decided anew."),
            "for_life": mark("It is kept for life, while active."),
            "as_filed": mark(
                "Whoever the team's file has with it keeps it, and nobody reaches it: what it asks for is not known."
            ),
        },
    },
    Breakaway: standing.RANKS_BY,
    Unilevel: {
        "compression": levels.COMPRESSION,
        **levels.ON_INACTIVE,
        "own_goods": {"not_paid": mark("Your own orders are not paid on."), **levels.OWN_GOODS},
        **levels.OWN_GOODS_OF,
    },
    Matrix: {"compression": levels.COMPRESSION, **levels.ON_INACTIVE, **levels.FILLED, **levels.PLACES},
    Stairstep: {**steps.CHOICES, **steps.BROKEN_AWAY},
    ByGeneration: {
        "deeper": {"nothing": NOTHING_DEEPER, **generations.CHOICES["deeper"]},
        "starts": generations.CHOICES["starts"],
        "own_goods": {
            False: mark("Your own orders are not in your own group."),
            **generations.OWN_GROUP["own_goods"],
        },
        **generations.LEADERS,
    },
    Generations: {
        "ends_at": {
            "rank": mark("At whoever is paid as a rank that is named, or a higher one."),
            "own_rank": mark("At whoever is paid as your own rank or a higher one; without a rank nothing is paid."),
            "volume": mark("At whoever is active with so many points in their group."),
        },
    },
    Leadership: {
        "guarantee": {
            "none": mark("It is paid on what the group ordered, however little that is."),
            "at_least": mark("It is paid on as if it had ordered so much at least; the rest the company pays."),
            "passed_up": mark(
                "Its leader passes up the pay on so much of orders: what the group lacks of it is taken from their own "
                "pay and given to the next above."
            ),
        },
    },
    Matching: {
        "compression": levels.COMPRESSION,
        "amounts": {
            "exact": mark("Each amount as it is computed, without rounding."),
            **generations.MATCHED["amounts"],
        },
        "capped": generations.MATCHED["capped"],
        "on_itself": {False: mark("It does not count."), **generations.MATCHED["on_itself"]},
    },
    Binary: {
        **{name: words for name, words in two_legs.COUNTS.items() if name not in ("counts", "pays_on_inactive")},
        "counts": {"points": mark("Points count on both sides."), **two_legs.COUNTS["counts"]},
        **levels.ON_INACTIVE,
        **two_legs.TIES,
        "strong_to_weak": {
            "1:1": mark("1 point of the strong side matches 1 of the other."),
            **two_legs.RATIO["strong_to_weak"],
        },
        "rate_on": {
            "weak": mark("The matched points of the side that has less."),
            "total": mark("The matched points of both sides together."),
        },
        **two_legs.MONEY_OF_CYCLES,
        **two_legs.CAPPED,
        **two_legs.LEFT_OVER,
        **two_legs.REMAINDER,
        **two_legs.INACTIVE,
        **two_legs.UNQUALIFIED,
    },
    Bracketed: {"pays": brackets.HOW["pays"], "threshold": ENTERED},
    Unit: {
        "unit": {
            "until_leader": mark("Everyone below, down to the next who is paid as a rank that is named."),
            "everyone": brackets.UNIT["everyone"],
        },
        **brackets.LEADERS,
        "own_goods": brackets.IN_UNIT["own_goods"],
        "measured_in": MEASURED,
        **levels.ON_INACTIVE,
    },
    ActiveRecruits: {**brackets.RECRUITS, "measured_in": MEASURED, "threshold": ENTERED},
    OwnSales: {
        "volume": {
            "customers": mark("What your outside customers buy."),
            "all": mark("All that you order, for customers and for yourself."),
        },
        "reached_by": brackets.OWN["reached_by"],
        "measured_in": MEASURED,
        "by": {"month": mark("The whole month decides."), **brackets.OWN["by"]},
        "needs_active": NEEDS_ACTIVE,
    },
    CustomerBonus: {"needs_active": NEEDS_ACTIVE},
    FastStart: {"orders": AS_THEY_JOIN, "compression": levels.COMPRESSION, **bonuses.AS_VOLUME},
    RankBonus: {
        **bonuses.RANKS,
        "needs": {
            "rank": mark("A part is lost in a month without the rank."),
            "active": mark("A part is lost in a month without being active."),
            "nothing": mark("Nothing: it comes whatever becomes of the rank."),
        },
    },
    Pool: bonuses.POOL,
    PassUp: bonuses.PASSED,
    SoldShareGate: {
        "of": {
            "last_purchase": mark("Of the last month before this one in which something was bought."),
            "this_month": mark("Of the month itself."),
        },
        **limits.USE,
        **limits.NOTHING,
    },
    OutsideShareGate: {
        "of": {
            "own": mark("Of one's own points."),
            "with_downline": mark("Of one's own and those of everyone below."),
        },
        **limits.NOTHING,
    },
    Printed: {
        "rounded": {
            "nearest": mark("To the nearest."),
            "down": mark("Always down."),
        },
    },
    PayoutCap: {
        "exempt_count": {
            True: mark("They use up the share all the same."),
            False: mark("They are not counted in the share at all."),
        },
    },
    Rounding: {
        "per": {
            "cheque": mark("What somebody is paid for a month."),
            "line": mark("Each line of what somebody is paid."),
        },
        "when": {"after_caps": mark("It is rounded after everything is cut."), **limits.WHEN["when"]},
        "how": {
            "half_up": mark("To the nearest, a half up."),
            "down": mark("Always down."),
        },
    },
}


def choice_words(record: type[Record], name: str) -> Mapping[Any, str]:
    """Each value of a choice in a sentence, marked; those of the record itself, else of the nearest it is a kind of."""
    return next(WORDS[each][name] for each in record.__mro__ if name in WORDS.get(each, {}))


def option_in_words(option: Option, plan: PayPlan, speech: Speech) -> str:
    """Another value of a field: of which part, what the field is called, and what the value means."""
    _ = speech.text
    *front, name = option.path
    record = at(plan, tuple(front))
    title, words = _(title_of(type(record), str(name)).text), _(choice_words(type(record), str(name))[option.value])
    said = _(mark("{what}: {amount}")).format(what=title, amount=words.rstrip("."))
    return _(mark("{who}: {what}")).format(who=where, what=said) if (where := _where(front, plan, speech)) else said


def _where(front: Sequence[str | int], plan: PayPlan, speech: Speech) -> str:
    """The part or the rank that a field is of; "" of the whole plan."""
    match front:
        case ["parts", int(number), *_rest]:
            return part_title(plan.parts[number], speech)
        case ["ranks", int(number), *_rest]:
            return plan.ranks[number].name
    return ""


def readings_in_words(reading: Reading, plan: PayPlan, speech: Speech) -> str:
    """The options of a way to read the plan with which an example would be paid as printed."""
    return "; ".join(option_in_words(each, plan, speech) for each in reading.options)
