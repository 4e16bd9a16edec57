"""Pay by level and by place in a matrix, in words."""

from collections.abc import Iterator

from planner.analysis.team.explained.teller import Choices, Teller
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.unilevel import Unilevel
from planner.language import mark

COMPRESSION = {
    "none": mark("Everybody who joined counts as a level, active or not."),
    "standard": mark("Somebody who is not active is no level to those below, who move up by one."),
    "dynamic": mark(
        "A level goes to the next above who is active and is paid on it; whoever is not is passed over in the count."
    ),
}
ON_INACTIVE: Choices = {
    "pays_on_inactive": {
        False: mark("What somebody orders who is not active is not paid on."),
        True: mark("What somebody orders who is not active is paid on all the same."),
    }
}
OWN_GOODS = {
    "as_level_1": mark("Your own orders are paid on too, at the rate of level 1."),
    "are_level_1": mark("Your own orders are level 1, so that your recruits are level 2."),
}
OWN_GOODS_OF: Choices = {
    "own_goods_of": {
        "customers": mark("Of your own orders only what outside customers bought counts here."),
        "all": mark("Of your own orders all counts here, what you use yourself too."),
    }
}
PLACES: Choices = {
    "spillover": {
        "sponsor": mark("A recruit who is not placed by name takes the first open place below their own sponsor."),
        "top": mark("A recruit who is not placed by name takes the first open place below whoever stands at the top."),
    }
}
FILLED: Choices = {
    "paid": {
        "when_filled": mark("It is paid once for each place, in the month in which somebody joins."),
        "each_month": mark("It is paid again every month."),
    }
}


def on_inactive(tell: Teller) -> Choices:
    """Whether what somebody orders who is not active is paid on; nothing where everybody is active."""
    return ON_INACTIVE if tell.plan.asks_to_be_active else {}


def tell_levels(part: Unilevel, tell: Teller) -> Iterator[str]:
    """A share of what each level orders."""
    yield from tell.rates(part, tell.speech.text(mark("A share of what recruits order, and their recruits below them")))
    yield tell.speech.text(mark("Level 1 is whom you recruited yourself, level 2 whom these recruited, and so on."))
    yield from tell.chosen(part, {"compression": COMPRESSION, **on_inactive(tell), "own_goods": OWN_GOODS})
    if part.own_goods != "not_paid":
        yield from tell.chosen(part, OWN_GOODS_OF)


def tell_matrix(part: Matrix, tell: Teller) -> Iterator[str]:
    """So many places below everybody, and what stands on them."""
    text = mark("Everybody has {width} places next below them, and {depth} levels of places are paid.")
    yield tell.say(text, width=tell.number(part.width), depth=tell.number(part.depth))
    if part.amounts is not None:
        amounts = tell.amounts(part, part.amounts)
        yield tell.say(mark("Money for each place that is filled: {amounts}."), amounts=amounts)
        if len(part.amounts) < part.depth:
            yield tell.speech.text(mark("On deeper levels that are paid it is as much as on the last of these."))
        yield from tell.chosen(part, FILLED)
    else:
        yield from tell.rates(part, tell.speech.text(mark("A share of what those on each level of places order")))
    yield from tell.chosen(part, {"compression": COMPRESSION, **on_inactive(tell), **PLACES})
