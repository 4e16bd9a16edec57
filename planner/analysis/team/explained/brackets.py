"""Pay whose rate a volume decides, or how many people: own sales, the unit, active recruits, personal customers."""

from collections.abc import Iterator

from planner.analysis.team.explained.levels import on_inactive
from planner.analysis.team.explained.teller import Choices, Teller
from planner.inputs.pay.active_recruits import ActiveRecruits, RecruitsStep
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus, CustomerStep
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.brackets import Bracketed
from planner.inputs.pay.unit import Unit
from planner.language import mark

FROM = {"reached": mark("from {volume}: {share}"), "passed": mark("above {volume}: {share}")}
MEASURED = {
    "points": mark("{number} points"),
    "value": mark("{money} as the company counts goods"),
    "base": mark("{money} of what is paid on"),
}
HOW: Choices = {
    "pays": {
        "whole": mark("The rate that is reached holds for all of it."),
        "marginal": mark("Each rate holds only for what lies in its own step."),
    }
}
OWN_SALES = {
    "customers": mark("A share of what your outside customers buy"),
    "all": mark("A share of all that you order, for customers and for yourself"),
}
OWN: Choices = {
    "reached_by": {
        "customers": mark("What outside customers buy decides the step."),
        "all": mark("All that you order decides the step."),
    },
    "by": {
        "order": mark("Each order decides by itself."),
    },
}
NEEDS_ACTIVE: Choices = {
    "needs_active": {
        False: mark("It is paid to those too who are not active."),
    }
}
UNIT = {
    "until_leader": mark("The unit is everyone below, down to the next who is paid as {rank} or a higher rank."),
    "everyone": mark("The unit is everyone below."),
}
LEADERS: Choices = {
    "next_leaders_goods": {
        True: mark("What these next leaders order themselves is in it."),
        False: mark("What these next leaders order themselves is not in it."),
    },
    "unqualified": {
        "counts": mark("It ends at somebody too who had that rank once and has not in the month."),
        "skipped": mark("It goes on below somebody who had that rank once and has not in the month."),
    },
}
IN_UNIT: Choices = {
    "own_goods": {
        "nowhere": mark("Your own orders are not in it."),
        "volume": mark("Your own orders count for the step, and are not paid on."),
        "paid": mark("Your own orders count for the step and are paid on."),
    },
}
RECRUITS: Choices = {
    "volume_of": {
        "active": mark("What the active ones order decides the step."),
        "all": mark("What all of them order decides the step."),
    },
    "pays_on": {
        "active": mark("What the active ones order is paid on."),
        "all": mark("What all of them order is paid on."),
    },
}


def tell_own_sales(part: OwnSales, tell: Teller) -> Iterator[str]:
    """On what somebody sells or buys themselves."""
    yield told(part, part.measured_in, tell.speech.text(OWN_SALES[part.volume]), tell)
    yield from tell.chosen(part, {**HOW, **OWN, **NEEDS_ACTIVE})
    yield from tell.base(part.base_per_value)


def tell_unit(part: Unit, tell: Teller) -> Iterator[str]:
    """On what everyone in one's unit orders."""
    yield told(part, part.measured_in, tell.speech.text(mark("A share of what everyone in your unit orders")), tell)
    yield from tell.chosen(part, HOW)
    yield tell.say(UNIT[part.unit], rank=part.leader_rank or "")
    if part.unit == "until_leader":
        yield from tell.chosen(part, LEADERS)
    yield from tell.chosen(part, {**IN_UNIT, **on_inactive(tell)})


def tell_active_recruits(part: ActiveRecruits, tell: Teller) -> Iterator[str]:
    """On what personal recruits order."""
    steps = "; ".join(recruits_step(step, part, tell) for step in part.steps)
    text = mark("A share of what your own recruits order, by how many are active and how much they order: {steps}.")
    yield tell.say(text, steps=steps)
    yield from tell.chosen(part, RECRUITS)


def recruits_step(step: RecruitsStep, part: ActiveRecruits, tell: Teller) -> str:
    """What one step asks for and pays."""
    asked = tell.speech.plural("{count} active recruit", "{count} active recruits", step.recruits)
    if step.volume:
        volume = measured(step.volume, part.measured_in, tell)
        text = {"reached": mark("{recruits} and {volume}"), "passed": mark("{recruits} and more than {volume}")}
        asked = tell.say(text[part.threshold], recruits=asked, volume=volume)
    if step.each:
        asked = tell.say(mark("{what}, each with {points} points"), what=asked, points=tell.number(step.each))
    if step.own:
        asked = tell.say(mark("{what}, and {points} points of your own"), what=asked, points=tell.number(step.own))
    return tell.say(mark("{what}: {amount}"), what=asked, amount=tell.share(step.rate))


def tell_customers(part: CustomerBonus, tell: Teller) -> Iterator[str]:
    """By how many customers bought, and how much."""
    steps = "; ".join(customers_step(step, tell) for step in part.steps)
    yield tell.say(
        mark("Pay for your own outside customers of a month, by the highest step met: {steps}."), steps=steps
    )
    yield from tell.chosen(part, NEEDS_ACTIVE)
    yield from tell.base(part.base_per_value)


def customers_step(step: CustomerStep, tell: Teller) -> str:
    """What one step asks for and pays."""
    customers = tell.speech.plural("{count} customer", "{count} customers", step.customers)
    points = tell.say(MEASURED["points"], number=tell.number(step.volume))
    asked = tell.speech.listed([*([customers] if step.customers else []), *([points] if step.volume else [])])
    if step.amount is None:
        share = tell.share(step.rate or 0)
        paid = tell.say(mark("{share} of what they bought"), share=share)
    else:
        paid = tell.money(step.amount)
    return tell.say(mark("{what}: {amount}"), what=asked or points, amount=paid)


def told(part: Bracketed, measured_in: str, introduction: str, tell: Teller) -> str:
    """What is paid on, and the rate of each bracket."""
    steps = [
        tell.say(
            FROM[part.threshold],
            volume=measured(each.from_volume, measured_in, tell),
            share=tell.share(each.rate),
        )
        for each in part.brackets
    ]
    return tell.say(mark("{what}: {amount}."), what=introduction, amount=", ".join(steps))


def measured(volume: float, measured_in: str, tell: Teller) -> str:
    """A volume in what it is measured in."""
    return tell.say(MEASURED[measured_in], number=tell.number(volume), money=tell.money(volume))
