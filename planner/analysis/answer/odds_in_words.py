"""The runs in words: the headline, how it is counted, and what a reader must know about how many runs there are."""

import numpy as np

from planner.analysis.answer import bounds
from planner.analysis.answer.answers import start_beyond_what_there_is
from planner.analysis.answer.rare import beyond_what_is_known, how_bounds_are_found
from planner.analysis.case import Case
from planner.analysis.chance.odds import FEW_RUNS, PEOPLE, TWO_SIDED, Odds, of_100, standard_error
from planner.analysis.chance.range_of_loss import RangeOfLoss
from planner.analysis.chance.tried import Tried
from planner.analysis.measures.measure import average_wage
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.quitting import nothing_counted
from planner.inputs.path import Path, at
from planner.inputs.plan.plan import INPUTS, Plan
from planner.simulation.paths import MOST_PEOPLE
from planner.speech import Speech

FREIGHT: Path = ("stock", "freight_share")
# What costs something wherever there is any, and that many plans leave out; the default plan too.
MAY_COST: tuple[Path, ...] = (
    ("stock", "own_use"),
    ("stock", "samples"),
    FREIGHT,
    ("stock", "spoilage_share"),
    ("customers", "refund_share"),
    ("customers", "cost_per_order"),
    ("customers", "discount"),
)


def headline(found: Tried, speech: Speech) -> str:
    """Of 100 people with the plan: how many lose money, and how many earn the reference wage."""
    return of_100_people(found.case, found.odds, speech)


def of_100_people(case: Case, odds: Odds, speech: Speech) -> str:
    """The same, from the odds of a case. Pay or effort beyond what is known of anybody is said in the same breath.

    A start that costs more than there is comes first. Costs that are not disclosed would only add to those who lose:
    their number is a least one. Where it is not a single number, a sentence says that those costs are left out.
    """
    _ = speech.text
    projection, lose = case.projection, losing(case, odds.lose, odds.runs, speech)
    one_number, wage = _is_one_number(odds.lose, odds.runs), average_wage(case.plan)
    if odds.earn_wage is None or wage is None:
        said = _("Of 100 people with this plan, {lose} lose money.").format(lose=lose)
    else:
        earning = count(odds.earn_wage, speech, odds.runs)
        if _is_one_number(odds.earn_wage, odds.runs):
            earning = bounds.at_most(earning, projection, speech)
        text = _("Of 100 people with this plan, {lose} lose money; {earn} earn the reference wage, {wage}.")
        an_hour = _("{wage} an hour")
        if case.plan.money_and_time.wage_rise:
            an_hour = _("{wage} an hour on average")
        hourly = bounds.taxed(an_hour.format(wage=speech.money(wage, 2)), case.plan, speech)
        said = text.format(lose=lose, earn=earning, wage=hourly)
    said = said if one_number else bounds.reserved(said, projection, speech)
    return " ".join([*start_beyond_what_there_is(case, speech), said, *beyond_what_is_known(case, speech)])


def losing(case: Case, share: float, runs: int, speech: Speech) -> str:
    """How many of 100 lose money; at least so many, where costs are not disclosed."""
    number = count(share, speech, runs)
    return bounds.at_least(number, case.projection, speech) if _is_one_number(share, runs) else number


def _is_one_number(share: float, runs: int) -> bool:
    """Whether a share is said as a number of people, and not as a range or as an end of the scale."""
    low, high = of_100(share, runs)
    return 0 < low == high < PEOPLE


def count(share: float, speech: Speech, runs: int = FEW_RUNS) -> str:
    """A share of the runs as so many of 100; of few runs, between how many it is likely to be."""
    _ = speech.text
    low, high = of_100(share, runs)
    if low == high:
        return {0: _("fewer than 1"), PEOPLE: _("more than 99")}.get(low, str(low))
    return _("{low} to {high}").format(low=low, high=high)


def lines_under(found: Tried, span: RangeOfLoss | None, speech: Speech) -> list[str]:
    """What stands under the headline, in its order. span: its range, None as long as that is not found."""
    return [range_and_error(found, span, speech), other_staying(found.case, found.odds, speech)]


def range_and_error(found: Tried, span: RangeOfLoss | None, speech: Speech) -> str:
    """Between how many lose where one input is otherwise, which moves it most, and how far chance alone does."""
    _ = speech.text
    chance = error(found.odds.lose, found.odds.runs, speech)
    if span is None:
        text = _("Chance alone moves that number by {error} either way.")
        if not found.whole:
            text = _("From {runs} runs so far. Chance alone moves that number by {error} either way.")
        return text.format(error=chance, runs=speech.number(found.odds.runs))
    low, high = (round(PEOPLE * end) for end in (span.low, span.high))
    if span.widest is None or low == high:
        text = _("No single input at its low or high end moves that number; chance alone does by {error}.")
        return text.format(error=chance)
    text = _(
        "{low} to {high} lose with one input at its low or high end, most by “{input}”; chance alone moves the number "
        "by {error}."
    )
    title = _(INPUTS[span.widest.path].title)
    return text.format(low=low, high=high, input=title, error=chance)


def other_staying(case: Case, odds: Odds, speech: Speech) -> str:
    """How many lose with the other answer of staying, on the same draws: others leave as the plan has it."""
    _, team = speech.text, case.plan.team
    if case.plan.chance.quits == "never":
        if not team.annual_attrition:
            return _("In your plan no member ever leaves, so leaving as often as others do would change nothing.")
        text = _("If you leave as others do, {leave} of 100 in a year, {lose} lose.")
    else:
        text = _("If you carry the plan through, {lose} lose.")
    lose, leave = losing(case, odds.lose_otherwise, odds.runs, speech), speech.number(PEOPLE * team.annual_attrition)
    return text.format(lose=lose, leave=leave)


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
        chance_alone(found, speech),
        beside_as_entered(found, speech),
        *remarks(found, speech),
        *counted_as_nothing(found.case.plan, speech, freight=not found.case.projection.terms.orders.states_freight),
        *how_bounds_are_found(found.case, speech),
    ]


def counted_as_nothing(plan: Plan, speech: Speech, *, freight: bool = True) -> list[str]:
    """The costs that the plan takes to be nothing, which makes it rosy for whoever has them.

    freight: that of the plan counts, since the company does not say what it comes to.
    """
    _, asked = speech.text, [path for path in MAY_COST if freight or path != FREIGHT]
    absent = [_(INPUTS[path].title) for path in asked if INPUTS[path].counts(plan) and not at(plan, path)]
    text = _("Nothing is counted for this, and with any of it less is left: {inputs}.")
    return [text.format(inputs="; ".join(absent))] if absent else []


def beside_as_entered(found: Tried, speech: Speech) -> str:
    """The middle of the runs beside what follows exactly as entered, and why the two differ."""
    _ = speech.text
    return _(
        "In the middle of the runs {middle} is left; if everything goes exactly as entered, {entered}. The two differ "
        "since an average is nobody's result: goods run short in a good month and are left over in a bad one, a few "
        "large teams raise an average above the middle, and ranks are reached by real teams, not by average ones."
    ).format(middle=speech.money(found.odds.result.median), entered=speech.money(found.case.measures.result))


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
    value, nothing = found.odds.exit_value, nothing_counted(found.case.company, found.case.plan)
    text = _(
        "A run loses money if its result is below zero after {months}, or when you stop before: all money in less all "
        "money out, with pay still to come, less refunds still to come and the tax and VAT owed on all of it. Unsold "
        "goods are not counted."
    )
    said = text.format(months=speech.months(found.case.plan.horizon_months))
    if value.high >= CENT:
        text = _(
            "Sent back, they would bring {median} in the middle of the runs, {low} or less in one of ten and {high} or "
            "more in one of ten."
        )
        amounts = {name: speech.money(getattr(value, name)) for name in ("median", "low", "high")}
        said = f"{said} {text.format(**amounts)}"
    elif nothing is not None:
        said = f"{said} {speech.say(nothing)}"
    if found.case.plan.chance.when_money_runs_out == "stops":
        goes_on = _("You stop when your own money, loan and card are used up; what the start costs beyond is put in.")
    else:
        goes_on = _("When your own money, loan and card are used up, you put in more.")
    said = f"{said} {goes_on}"
    if found.odds.waiting >= CENT:
        waits = _("Orders that still wait for goods at the end are not counted either: {waiting} on average.")
        if found.case.plan.chance.when_money_runs_out == "puts_in_more":  # else they also put off stopping
            waits = _(
                "Orders that still wait for goods at the end are not counted either: {waiting} on average, the most "
                "that more goods at the start could bring."
            )
        said = f"{said} {waits.format(waiting=speech.money(found.odds.waiting))}"
    return said


def chance_alone(found: Tried, speech: Speech) -> str:
    """How far chance moves the headline, and that how unevenly things go is assumed."""
    _ = speech.text
    text = _(
        "Chance alone moves the number who lose by {error} of 100 either way. How unevenly things go is assumed, since "
        "nobody has published it."
    )
    return text.format(error=error(found.odds.lose, found.odds.runs, speech))


def stopped_for_money(case: Case, odds: Odds, speech: Speech) -> list[str]:
    """How many stop since their money is gone, by when half of them, and with what unsold; nothing where nobody does.

    Who puts in what a start lacks stops all the same at the first month that is short: that is said here.
    """
    _ = speech.text
    if odds.half_stopped_by is None:
        return []
    text = _("{count} of 100 stop because the money is gone, half of them by {month}.")
    month = _("month {number}").format(number=odds.half_stopped_by)
    said = text.format(count=count(odds.stopped_for_money, speech, odds.runs), month=month)
    said = said[0].upper() + said[1:]
    if start_beyond_what_there_is(case, speech):
        said += " " + _("What the start lacks is put in, and nothing after that.")
    if odds.exit_value.median >= CENT:
        text = _("Unsold goods are not counted: sent back, they would bring {median} in the middle of the runs.")
        said += " " + text.format(median=speech.money(odds.exit_value.median))
    return [said]


def remarks(found: Tried, speech: Speech) -> list[str]:
    """That runs stop early, are fewer than usual, or are cut; nothing where none of it holds."""
    _ = speech.text
    simulation, odds = found.simulation, found.odds
    said = []
    stopped = int(np.sum(simulation.outcome.last_month < found.case.plan.horizon_months))
    otherwise = stopped - int(simulation.outcome.for_money.sum())
    if otherwise:
        chance = found.case.plan.chance
        if chance.quits == "never":
            text = _("You stop early in {count} of 100 runs, by your stop rule.")
        elif chance.most_to_lose is None and chance.review_month is None:
            text = _("You stop early in {count} of 100 runs, as members leave.")
        else:
            text = _("You stop early in {count} of 100 runs, by your stop rule or as members leave.")
        said.append(text.format(count=count(otherwise / odds.runs, speech, odds.runs)))
    said.extend(stopped_for_money(found.case, odds, speech))
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
