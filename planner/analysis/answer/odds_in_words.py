"""The runs in words: the headline, how it is counted, and what a reader must know about how many runs there are."""

from planner.analysis.answer import bounds
from planner.analysis.case import Case
from planner.analysis.chance.odds import FEW_RUNS, PEOPLE, TWO_SIDED, Odds, of_100, standard_error
from planner.analysis.chance.tried import OTHER_RUNS, Tried
from planner.analysis.measures.milestones import CENT
from planner.simulation.paths import MOST_PEOPLE
from planner.speech import Speech

Range = tuple[float, float]


def headline(found: Tried, speech: Speech, *, reserved: bool = True) -> str:
    """Of 100 people with the plan: how many lose money, and how many earn the reference wage.

    reserved: whether it says itself that costs are not disclosed; the figures of the strip below it do.
    """
    said = of_100_people(found.case, found.headline.odds, found.headline.lose, found.headline.earn_wage, speech)
    return bounds.reserved(said, found.case.projection, speech) if reserved else said


def of_100_people(case: Case, odds: Odds, lose: Range, earn_wage: Range | None, speech: Speech) -> str:
    """The same, from the odds and the ranges of both shares."""
    _ = speech.text
    losing = people(of_100(lose, odds.lose, odds.runs), speech)
    if earn_wage is None or odds.earn_wage is None:
        return _("Of 100 people with this plan, {lose} lose money.").format(lose=losing)
    said = _("Of 100 people with this plan, {lose} lose money; {earn} earn the reference wage, {wage} an hour.")
    return said.format(
        lose=losing,
        earn=people(of_100(earn_wage, odds.earn_wage, odds.runs), speech),
        wage=speech.money(case.plan.money_and_time.reference_wage, 2),
    )


def people(of_hundred: tuple[int, int], speech: Speech) -> str:
    """A range of people of 100 in words, never a bare figure."""
    _ = speech.text
    low, high = of_hundred
    if low == high:
        words = {0: _("fewer than 1"), PEOPLE: _("more than 99")}
        return words.get(low, _("about {number}").format(number=low))
    return _("{low} to {high}").format(low=low, high=high)


def count(share: float, speech: Speech, runs: int = FEW_RUNS) -> str:
    """A share of the runs as so many of 100; of few runs, between how many it may be."""
    _ = speech.text
    if runs < FEW_RUNS:
        return people(of_100((share, share), share, runs), speech)
    number = round(PEOPLE * share)
    return {0: _("fewer than 1"), PEOPLE: _("more than 99")}.get(number, str(number))


def error(share: float, runs: int, speech: Speech) -> str:
    """How far chance alone moves a share in 95 of 100 draws, in people of 100."""
    _ = speech.text
    far = PEOPLE * TWO_SIDED * standard_error(share, runs)
    return _("less than 1") if far < 1 else _("up to {number}").format(number=speech.number(far))


def counted(found: Tried, speech: Speech) -> list[str]:
    """How the headline is counted, a paragraph each."""
    return [
        what_is_drawn(found, speech),
        what_loses_means(found, speech),
        spreads(found, speech),
        beside_as_entered(found, speech),
        *remarks(found, speech),
    ]


def beside_as_entered(found: Tried, speech: Speech) -> str:
    """The middle of the runs beside what follows exactly as entered, and why the two differ."""
    _ = speech.text
    return _(
        "In the middle of the runs {middle} is left; if everything goes exactly as entered, {entered}. The two differ "
        "since an average is nobody's result: goods run short in a good month and are left over in a bad one, a few "
        "large teams raise an average above the middle, and ranks are reached by real teams, not by average ones."
    ).format(middle=speech.money(found.headline.odds.result.median), entered=speech.money(found.case.measures.total))


def what_is_drawn(found: Tried, speech: Speech) -> str:
    """How many runs, what differs between them, and the seed."""
    _ = speech.text
    return _(
        "The plan is tried {runs} times, and what you decide is the same each time. Drawn anew are the customers who "
        "come, how long they stay, what they order, who joins below you, how many they recruit, how long they stay and "
        "what they buy. Seed of the draws: {seed}; the same seed gives the same answer."
    ).format(runs=speech.number(found.simulation.paths), seed=found.case.plan.chance.seed)


def what_loses_means(found: Tried, speech: Speech) -> str:
    """When a run counts as a loss, and what is not counted in it."""
    _ = speech.text
    value = found.headline.odds.exit_value
    text = _(
        "A run loses money if all money in less all money out is below zero after {months}, or when you stop before, "
        "with the tax and VAT that are owed then taken off. Unsold goods are not counted."
    )
    said = text.format(months=speech.months(found.case.plan.horizon_months))
    if value.high < CENT:
        return said
    text = _(
        "Sent back, they would bring {median} in the middle run, less than {low} in one of ten and more than {high} in "
        "one of ten."
    )
    return f"{said} " + text.format(
        median=speech.money(value.median),
        low=speech.money(value.low),
        high=speech.money(value.high),
    )


def spreads(found: Tried, speech: Speech) -> str:
    """How far the headline moves with the spreads, and how far with chance."""
    _ = speech.text
    low, stated, high = (each.lose for each in (found.headline.low, found.headline.odds, found.headline.high))
    text = _(
        "How unevenly things go is assumed, since nobody has published it. Of 100 people, {stated} lose money with the "
        "spreads as you state them, {low} with half of the usual ones, and {high} with half as much again as those "
        "({others} runs each). "
        "Chance alone moves the first of these by {error} either way."
    )
    return text.format(
        stated=count(stated, speech),
        low=count(low, speech),
        high=count(high, speech),
        others=speech.number(min(OTHER_RUNS, found.headline.low.runs)),
        error=error(stated, found.headline.odds.runs, speech),
    )


def remarks(found: Tried, speech: Speech) -> list[str]:
    """That runs stop early, are fewer than usual, or are cut; nothing where none of it holds."""
    _ = speech.text
    simulation, odds = found.simulation, found.headline.odds
    said = []
    if odds.stopped > 0:
        chance = found.case.plan.chance
        if chance.quits == "never":
            text = _("You stop early in {count} of 100 runs, by your stop rule.")
        elif chance.most_to_lose is None and chance.review_month is None:
            text = _("You stop early in {count} of 100 runs, as members leave.")
        else:
            text = _("You stop early in {count} of 100 runs, by your stop rule or as members leave.")
        said.append(text.format(count=count(odds.stopped, speech, odds.runs)))
    if simulation.paths < simulation.asked:
        text = _(
            "Teams grow so large here that only {runs} runs are drawn instead of {asked}. So few say little: chance "
            "alone moves a count by {error} of 100 either way."
        )
        asked, far = speech.number(simulation.asked), error(0.5, simulation.paths, speech)
        said.append(text.format(runs=speech.number(simulation.paths), asked=asked, error=far))
    if simulation.cut:
        text = _("More people are within reach than are drawn: no run goes past {most} people who join below you.")
        said.append(text.format(most=speech.number(MOST_PEOPLE)))
    return said
