"""The difference between steps, in words."""

from collections.abc import Iterator

from planner.analysis.team.explained.teller import Choices, Teller
from planner.inputs.pay.stairstep import Stairstep
from planner.language import mark

CHOICES: Choices = {
    "rate_by": {
        "paid_as": mark("Your rate is that of the rank of the month."),
        "title": mark("Your rate is that of the highest rank that you ever reached."),
    },
    "own": {
        "paid": mark("Your own orders are paid on at the whole of your own rate."),
        "in_price": mark(
            "On your own orders you have the rate as a lower price, so that it is paid neither to you nor to "
            "anybody above."
        ),
    },
    "taken": {
        "by_chain": mark("What is taken off is the highest rate of anybody between you and whoever orders."),
        "by_leg": mark(
            "What is taken off is the rate of your own recruit through whom the order comes, whatever those further "
            "down have."
        ),
    },
    "inactive": {
        "keeps": mark("What somebody between would have had who is not active is paid to nobody."),
        "rolls_up": mark("Somebody between who is not active has no rate, and the next above is paid the whole."),
    },
}
BROKEN_AWAY: Choices = {
    "broken_away": {
        "nothing": mark("On the group of somebody whose group broke away nothing of it is paid to those above."),
        "difference": mark(
            "On the group of somebody whose group broke away those above are still paid what their rate leaves."
        ),
    }
}


def tell_steps(part: Stairstep, tell: Teller) -> Iterator[str]:
    """The rate of one's rank, less what those below have of it."""
    yield tell.speech.text(
        mark(
            "Everybody has the rate of their rank. On what those below order you are paid your own rate less the rate "
            "that somebody below has on the same order."
        )
    )
    if part.without_rank:
        text = mark("Who is active and has no rank has {share}.")
        yield tell.say(text, share=tell.share(part.without_rank))
    yield from tell.chosen(part, CHOICES)
    if tell.plan.breakaway is not None:
        yield from tell.chosen(part, BROKEN_AWAY)
