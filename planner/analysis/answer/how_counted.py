"""How the headline is counted: what is drawn, when a run loses money, what counts as nothing, what chance moves."""

from planner.analysis.answer.answers import start_beyond_what_there_is
from planner.analysis.answer.odds_in_words import count, error
from planner.analysis.answer.rare import how_bounds_are_found
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds
from planner.analysis.chance.tried import Tried
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
    _, middle, entered = speech.text, found.odds.result.median, found.case.measures.result
    text = _("In the middle of the runs {middle} is left; if everything goes exactly as entered, {entered}.")
    said = [text.format(middle=speech.money(middle), entered=speech.money(entered))]
    if stopped := found.odds.stopped:
        text = _(
            "You stop early in {count} of 100 runs, whatever the reason; exactly as entered you always go on, and put "
            "in what is missing."
        )
        said.append(text.format(count=count(stopped, speech, found.odds.runs)))
    said.append(
        _(
            "An average is nobody's result: goods run short in a good month and are left over in a bad one, a few "
            "large teams raise an average above the middle, and ranks are reached by real teams, not by average ones."
        )
    )
    return " ".join(said)


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
    if odds.stopped_otherwise:
        chance = found.case.plan.chance
        if chance.quits == "never":
            text = _("You stop early in {count} of 100 runs, by your stop rule.")
        elif chance.most_to_lose is None and chance.review_month is None:
            text = _("You stop early in {count} of 100 runs, as members leave.")
        else:
            text = _("You stop early in {count} of 100 runs, by your stop rule or as members leave.")
        said.append(text.format(count=count(odds.stopped_otherwise, speech, odds.runs)))
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
