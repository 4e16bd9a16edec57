"""What keeps somebody active, what each rank asks for, and when a group breaks away, in words."""

from collections.abc import Iterator

from planner.analysis.team.explained.teller import Choices, Teller
from planner.analysis.team.gates import ASKED
from planner.inputs.pay.ranks import RankRule
from planner.inputs.pay.window import Window
from planner.language import mark

OVER: dict[Window, str] = {
    "month": mark("Somebody is active in a month in which they have {asked}."),
    "quarter": mark("Somebody is active who has {asked} in the calendar quarter, all its months together."),
    "one_of_three": mark("Somebody is active who had {asked} in one of the last three months."),
    "month_and_two_after": mark("Whoever has {asked} in a month is active in it and in the two months after it."),
    "twelve_months": mark("Somebody is active who had {asked} in the last twelve months together."),
}
# Conditions of a rank that are a single number, by their names in RankRule.
NUMBERS = (
    "personal_volume",
    "lifetime_volume",
    "group_volume",
    "outside_largest_leg",
    "leg_count",
    "active_legs",
    "frontline",
)
THRESHOLD: Choices = {
    "threshold": {"passed": mark("Points that a rank asks for must be passed; just reaching them is not enough.")}
}
RANKS_BY: Choices = {
    "ranks_by": {
        "group": mark("For ranks above, groups that broke away no longer count."),
        "total": mark("For ranks above, groups that broke away count all the same."),
    }
}


def tell_activity(tell: Teller) -> Iterator[str]:
    """What keeps somebody active, that who is not is paid nothing, and what a point counts for."""
    plan, asked = tell.plan, []
    if plan.minimum_personal_volume:
        asked.append(tell.say(mark("{points} points of their own"), points=tell.number(plan.minimum_personal_volume)))
    if plan.minimum_sales:
        sales = tell.money(plan.minimum_sales)
        asked.append(tell.say(mark("sales of {amount} at shop price to outside customers"), amount=sales))
    if asked:
        yield tell.say(OVER[plan.activity_window], asked=tell.speech.listed(asked))
        yield tell.speech.text(
            mark("Who is not active has no rank in the month, and is paid nothing unless a part says otherwise.")
        )
    else:
        yield tell.speech.text(mark("Nothing is asked for to stay active: everybody who joined is paid."))
    if plan.value_of_point != 1:
        one = tell.speech.money(plan.value_of_point, 2)
        yield tell.say(mark("Shares are taken of what goods count for: {amount} for each point."), amount=one)
    for row in plan.countries:
        money = tell.speech.money(row.value_of_point, 2)
        yield tell.say(mark("In {country} a point counts for {amount}."), country=row.country, amount=money)
    if plan.points_per_100_retail is not None:
        points = tell.number(plan.points_per_100_retail)
        yield tell.say(mark("Goods for 100 at shop price give {points} points."), points=points)


def tell_ranks(tell: Teller) -> Iterator[str]:
    """Each rank with all that it asks for, from the lowest."""
    for rank in tell.plan.ranks:
        yield from tell_rank(rank, tell)


def tell_rank(rank: RankRule, tell: Teller) -> Iterator[str]:
    """What a rank asks for, its rate, and whether it is kept."""
    if rank.kept == "as_filed":
        text = mark(
            "What {rank} asks for is not known: whoever has it by the team's file keeps it while active, and nobody "
            "reaches it here."
        )
        yield tell.say(text, rank=rank.name)
        return
    asks = list(asks_in_words(rank, tell))
    if rank.rate is not None:
        asks.append(tell.say(mark("its rate is {share}"), share=tell.share(rank.rate)))
    if asks:
        yield tell.say(mark("{rank} asks for: {what}."), rank=rank.name, what="; ".join(asks))
    else:
        yield tell.say(mark("{rank} asks for nothing but being active."), rank=rank.name)
    if rank.kept == "for_life":
        yield tell.say(mark("Whoever has been {rank} once stays it while active."), rank=rank.name)


def asks_in_words(rank: RankRule, tell: Teller) -> Iterator[str]:
    """Every condition of a rank: its name and its number."""
    for name in NUMBERS:
        if value := getattr(rank, name):
            what = tell.say(ASKED[name], volume=tell.number(rank.leg_volume))
            yield tell.say(mark("{what}: {amount}"), what=what, amount=tell.number(value))
    for legs in rank.ranked_legs:
        what = tell.say(ASKED["ranked_legs"], rank=legs.rank)
        yield tell.say(mark("{what}: {amount}"), what=what, amount=tell.number(legs.legs))
    if rank.after is not None:
        yield tell.say(ASKED["after"], rank=rank.after)
    if rank.months_in_row > 1:
        months = tell.number(rank.months_in_row)
        what = tell.say(mark("{what}: {amount}"), what=tell.speech.text(ASKED["months_in_row"]), amount=months)
        first = rank.in_row_for == "first_time"
        yield tell.say(mark("{what}, the first time"), what=what) if first else what


def tell_how_ranks_work(tell: Teller) -> Iterator[str]:
    """That the highest rank met is paid as, when points are enough, and what breaks away."""
    plan = tell.plan
    if plan.ranks:
        text = mark(
            "Each month you are paid as the highest rank of which you meet everything; an earlier one is not kept."
        )
        if kept := [rank.name for rank in plan.ranks if rank.kept != "no"]:
            text = mark(
                "Each month you are paid as the highest rank of which you meet everything; of earlier ones {ranks} "
                "stays for life, while you are active."
            )
        yield tell.say(text, ranks=tell.speech.listed(kept))
    yield from tell.chosen(plan, THRESHOLD)
    if plan.breakaway is not None:
        text = mark("From {rank} on, somebody's group breaks away from the group of whoever recruited them.")
        yield tell.say(text, rank=plan.breakaway.rank)
        yield from tell.chosen(plan.breakaway, RANKS_BY)
