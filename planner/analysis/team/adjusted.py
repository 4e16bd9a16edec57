"""What gates, caps and rounding took or added on one member's receipt, and each in words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.receipt import plain_number
from planner.compensation.teams.limits.adjustment import Adjustment
from planner.language import format_percent, mark
from planner.speech import Speech

KINDS = {
    "gate": mark("What is asked for before it is paid"),
    "cap": mark("Most of a month"),
    "payout_cap": mark("Most of all pay together"),
    "rounding": mark("Rounding"),
}
GATES = {
    "customers": mark("outside customers who bought"),
    "customer_volume": mark("points that outside customers bought"),
    "sold_share": mark("share of the purchases that is sold or used"),
    "outside_share": mark("share of the points that outside customers bought"),
}
IN_SHARES = {"sold_share", "outside_share"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A row of a receipt that is no part's. amount: money, negative where taken; had, asked: as of Adjustment."""

    of: Adjustment
    amount: float
    had: float
    asked: float


def adjustments_of(paid: TeamPaid, member: int) -> tuple[Taken, ...]:
    """What was taken from a member's pay of the month, or added by rounding, in its order."""
    rows = paid.month.adjusted(member)
    return tuple(Taken(each, amount, float(each.had[member]), float(each.asked[member])) for each, amount in rows)


def adjustment_title(each: Adjustment, paid: TeamPaid, speech: Speech) -> str:
    """What a gate or a cap is called: by the company, else by what it asks for."""
    plan = paid.payer.plan
    if each.kind == "gate":
        gate = plan.gates[each.number - 1]
        return speech.told(gate.name) or speech.text(GATES[gate.gate])
    named = plan.caps[each.number - 1].name if each.kind == "cap" else None
    return speech.told(named) or speech.text(KINDS[each.kind])


def adjustment_in_words(taken: Taken, paid: TeamPaid, speech: Speech) -> str:
    """A row as a sentence: what there was, what was asked for, and what that took."""
    _, kind = speech.text, taken.of.kind
    title, amount = adjustment_title(taken.of, paid, speech), speech.money(abs(taken.amount), 2)
    if kind == "gate":
        gate = paid.payer.plan.gates[taken.of.number - 1].gate
        had, asked = (
            format_percent(round(each, 6), speech.language, None) if gate in IN_SHARES else plain_number(each, speech)
            for each in (taken.had, taken.asked)
        )
        return _(mark("{what}: {had} of {asked}, so that {amount} is not paid")).format(
            what=title, had=had, asked=asked, amount=amount
        )
    if kind == "rounding":
        text = _(mark("{what}: {amount} more")) if taken.amount > 0 else _(mark("{what}: {amount} less"))
        return text.format(what=title, amount=speech.money(abs(taken.amount), 4))
    text = _(mark("{what}, {most}: of {had} that counts, {amount} is cut"))
    if kind == "payout_cap":
        text = _(mark("{what}, {most}: everybody's comes to {had}, and {amount} is cut here"))
    most, had = speech.money(taken.asked, 2), speech.money(taken.had, 2)
    return text.format(what=title, most=most, had=had, amount=amount)


def rows_of(each: Adjustment) -> NDArray[np.intp]:
    """Whose receipts it stands on, by place."""
    return np.flatnonzero(each.amount != 0)
