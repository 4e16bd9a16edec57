"""Pay by generation, on groups that broke away, and on what others are paid, in words."""

from collections.abc import Iterator

from planner.analysis.team.explained.levels import COMPRESSION
from planner.analysis.team.explained.teller import Choices, Teller
from planner.inputs.pay.generations import ByGeneration, Generations
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.matching import Matching
from planner.language import mark

ENDS = {
    "rank": mark("A generation ends at whoever is paid as {rank} or a higher rank."),
    "own_rank": mark(
        "A generation ends at whoever is paid as your own rank or a higher one; without a rank nothing is paid."
    ),
    "volume": mark("A generation ends at whoever is active with {points} points in their group."),
}
CHOICES: Choices = {
    "deeper": {
        "last_rate": mark("Every deeper generation is paid the last of these rates."),
    },
    "starts": {
        "first_leader": mark("Generation 1 is the group of the nearest leader below."),
        "own_group": mark("Generation 1 is your own group, down to the nearest leaders below."),
    },
}
OWN_GROUP: Choices = {"own_goods": {True: mark("Your own orders are in your own group.")}}
LEADERS: Choices = {
    "leader_volume": {
        "in_own": mark("What leaders order themselves is in the group that they lead."),
        "in_above": mark("What leaders order themselves is in the generation that ends at them."),
        "left_out": mark("What leaders order themselves is in no generation."),
    },
    "unqualified": {
        "ends": mark(
            "Below somebody who was such a leader once and is not this month, nobody above is paid any further."
        ),
        "counts": mark("At somebody who was such a leader once and is not this month, a generation ends all the same."),
        "skipped": mark(
            "At somebody who was such a leader once and is not this month, no generation ends, and those below move up."
        ),
    },
}
GUARANTEE = {
    "at_least": mark(
        "Each group that broke away is paid on as if it had ordered {floor} at least; what is missing of it the "
        "company pays."
    ),
    "passed_up": mark(
        "Whoever leads such a group passes up the pay on {floor} of orders: what their group lacks of it is taken from "
        "their own pay and given to the next above."
    ),
}
MATCHED: Choices = {
    "amounts": {"cents": mark("Each amount is rounded to whole cents first.")},
    "capped": {
        "after": mark("What counts is what is left of it after its own cap."),
        "before": mark("What counts is what it would be without caps."),
    },
    "on_itself": {True: mark("What they are paid of this very part counts too.")},
}


def tell_generations(part: Generations, tell: Teller) -> Iterator[str]:
    """A share of what is ordered between leaders."""
    yield from tell.rates(
        part, tell.speech.text(mark("A share of what everyone below orders, counted from one leader to the next"))
    )
    yield tell.say(ENDS[part.ends_at], rank=part.ends_rank or "", points=tell.number(part.ends_volume))
    yield from of_generations(part, tell)


def tell_leadership(part: Leadership, tell: Teller) -> Iterator[str]:
    """A share of the groups that broke away."""
    yield from tell.rates(part, tell.speech.text(mark("A share of what groups order that broke away from your own")))
    yield from of_generations(part, tell)
    if part.guarantee != "none":
        yield tell.say(GUARANTEE[part.guarantee], floor=tell.money(part.floor))


def tell_matching(part: Matching, tell: Teller) -> Iterator[str]:
    """A share of what others are paid."""
    yield from tell.rates(
        part, tell.say(mark("A share of what recruits below are paid for {parts}"), parts=tell.parts(part.of))
    )
    if part.ends_rank is None:
        yield tell.speech.text(COMPRESSION[part.compression])
    else:
        yield tell.say(ENDS["rank"], rank=part.ends_rank)
        yield from of_generations(part, tell)
    yield from tell.chosen(part, MATCHED)
    if part.cap_money is not None:
        yield tell.say(mark("At most {amount} of it is paid in a month."), amount=tell.money(part.cap_money))


def of_generations(part: ByGeneration, tell: Teller) -> Iterator[str]:
    """What holds wherever leaders end a generation."""
    yield from tell.chosen(part, CHOICES)
    if part.starts == "own_group":
        yield from tell.chosen(part, OWN_GROUP)
    yield from tell.chosen(part, LEADERS)
