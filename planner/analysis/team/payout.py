"""What of a team's volume the company pays out, and what a part's rates would pay at most: the rest is breakage."""

from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.receipt import part_title
from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.unilevel import Unilevel
from planner.language import mark
from planner.line_items import CENT
from planner.speech import Speech


def rate_at_most(part: object, month: TeamMonth) -> float | None:
    """What a part pays of a volume where somebody on the highest rate stands on every level above the buyer.

    None of kinds whose rates do not simply add up, where a rate is on one's own goods too, or these are in the price.
    """
    if isinstance(part, Stairstep) and part.own == "paid":
        return max([part.without_rank, *(rank.rate or 0.0 for rank in month.plan.ranks)])
    if isinstance(part, Unilevel) and part.own_goods == "not_paid":
        tables = [part.rates or (), *(row.rates for row in part.by_rank)]
        levels = max(map(len, tables))
        return sum(max(rates[level] if level < len(rates) else 0.0 for rates in tables) for level in range(levels))
    return None


def breakage(part: PaidPart, month: TeamMonth) -> float | None:
    """Money of the month that the part would pay at most and pays to nobody; None where that cannot be told."""
    rate = rate_at_most(part.part, month)
    if rate is None:
        return None
    return float(rate * month.bought.value.sum() - part.amount.sum())


def payout_in_words(paid: TeamPaid, speech: Speech) -> str:
    """What share of the team's commissionable money is paid out, orders at joining with it, since pay on these is in
    the pay too; "" of a team that bought nothing.
    """
    month, value = paid.month, float(paid.month.month.all_bought.value.sum())
    if value < CENT:
        return ""
    text = speech.text(mark("Of {value} that the team's orders count for, {pay} is paid out: {share}."))
    pay = float(month.pay.sum())
    return text.format(value=speech.money(value, 2), pay=speech.money(pay, 2), share=speech.percent(pay / value, 1))


def breakage_in_words(part: PaidPart, paid: TeamPaid, speech: Speech) -> str:
    """What the part would pay at most, and what of it the company keeps; "" where that cannot be told."""
    month = paid.month.month
    rate, left = rate_at_most(part.part, month), breakage(part, month)
    if rate is None or left is None or left < CENT:
        return ""
    text = speech.text(
        mark(
            "{part}: at most {rate} of {value}, with the highest rate on every level. {left} goes to nobody in this "
            "file, since nobody stands there, is active or has the rank (breakage)."
        )
    )
    return text.format(
        part=part_title(part.part, speech),
        rate=speech.percent(rate, 1),
        value=speech.money(float(month.bought.value.sum()), 2),
        left=speech.money(left, 2),
    )
