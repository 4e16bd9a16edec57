"""Gates, caps and rounding of a plan, in words: what holds over the parts."""

from collections.abc import Iterator, Sequence

from planner.analysis.team.explained.teller import Choices, Teller
from planner.inputs.pay.limits.caps import MemberCap, PayoutCap, Rounding
from planner.inputs.pay.limits.gates import AnyGate, CustomersGate, CustomerVolumeGate, OutsideShareGate
from planner.language import mark

PURCHASES = {
    "this_month": mark("{share} of what you bought in the month must have been sold on, or you are not paid {what}."),
    "last_purchase": mark("{share} of your last purchase must have been sold on, or you are not paid {what}."),
}
OUTSIDE = {
    "own": mark("Outside customers must buy {share} of your own points of the month, or you are not paid {what}."),
    "with_downline": mark(
        "Outside customers must buy {share} of the points of you and everyone below, or you are not paid {what}."
    ),
}
NOTHING: Choices = {
    "on_nothing": {
        "met": mark("Whoever bought nothing meets it."),
        "failed": mark("Whoever bought nothing does not meet it."),
    }
}
USE: Choices = {
    "own_use_counts": {
        True: mark("What you used yourself counts as sold."),
        False: mark("What you used yourself does not count as sold."),
    }
}
ROUNDING: dict[tuple[str, str], str] = {
    ("cheque", "half_up"): mark("What somebody is paid for a month is rounded to the nearest {amount}."),
    ("cheque", "down"): mark("What somebody is paid for a month is rounded down to {amount}."),
    ("line", "half_up"): mark("Each line of what somebody is paid is rounded to the nearest {amount}."),
    ("line", "down"): mark("Each line of what somebody is paid is rounded down to {amount}."),
}
WHEN: Choices = {"when": {"before_caps": mark("It is rounded before anything is cut.")}}


def tell_gate(gate: AnyGate, tell: Teller) -> Iterator[str]:
    """What somebody must have before they are paid."""
    what = parts_of(gate.parts, tell)
    if isinstance(gate, CustomersGate):
        customers = tell.speech.plural("{count} outside customer", "{count} outside customers", gate.least)
        text = mark("At least {customers} must buy in the month, or you are not paid {what}.")
        yield tell.say(text, customers=customers, what=what)
    elif isinstance(gate, CustomerVolumeGate):
        text = mark("Outside customers must buy at least {points} points in the month, or you are not paid {what}.")
        yield tell.say(text, points=tell.number(gate.least), what=what)
    elif isinstance(gate, OutsideShareGate):
        yield tell.say(OUTSIDE[gate.of], share=tell.share(gate.least), what=what)
        yield from tell.chosen(gate, NOTHING)
    else:
        yield tell.say(PURCHASES[gate.of], share=tell.share(gate.least), what=what)
        yield from tell.chosen(gate, {**USE, **NOTHING})


def tell_cap(cap: MemberCap, tell: Teller) -> Iterator[str]:
    """The most that one member is paid."""
    what = tell.parts(cap.parts) if cap.parts else tell.speech.text(mark("all of it together"))
    if cap.most is not None:
        text = mark("For {what} nobody is paid more than {amount} in a month.")
        yield tell.say(text, what=what, amount=tell.money(cap.most))
    for row in cap.by_rank:
        text = mark("For {what} somebody paid as {rank} or higher gets at most {amount} in a month.")
        yield tell.say(text, what=what, rank=row.rank, amount=tell.money(row.most))


def tell_payout_cap(cap: PayoutCap, tell: Teller) -> Iterator[str]:
    """The most of all pay together."""
    text = mark(
        "All pay of a month together is at most {share} of what the team ordered; beyond it everybody's is cut."
    )
    yield tell.say(text, share=tell.share(cap.share))
    yield from tell.base(cap.base_per_value)
    if cap.exempt:
        text = (
            mark("Not cut, but counted among it: {parts}.") if cap.exempt_count else mark("Not in it at all: {parts}.")
        )
        yield tell.say(text, parts=tell.parts(cap.exempt))


def tell_rounding(rounding: Rounding, tell: Teller) -> Iterator[str]:
    """To what pay is rounded."""
    amount = tell.speech.money(rounding.to, 2 if round(rounding.to, 2) == rounding.to else 4)
    yield tell.say(ROUNDING[rounding.per, rounding.how], amount=amount)
    yield from tell.chosen(rounding, WHEN)


def parts_of(numbers: Sequence[int], tell: Teller) -> str:
    """Some parts by their names, or all pay."""
    return tell.parts(numbers) if numbers else tell.speech.text(mark("anything"))
