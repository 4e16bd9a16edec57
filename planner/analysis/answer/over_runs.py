"""The four figures over the runs: the middle one of each, with what one in ten stay below and above."""

from planner.analysis.answer import bounds, odds_in_words
from planner.analysis.answer.cell import Cell, deeper, difference, money, sign, signed, sooner, with_todays_money
from planner.analysis.case import Case
from planner.analysis.chance.middle import Middle
from planner.analysis.chance.odds import Odds, Spread
from planner.analysis.measures.milestones import CENT
from planner.speech import Speech

MOST = 0.5  # of the runs: more than that


def four_figures(case: Case, odds: Odds, before: Odds | None, speech: Speech) -> tuple[Cell, ...]:
    """The four figures, in their order. odds: of the case; before: of the case before its last edit."""
    return (
        _deepest_hole(case, odds, before, speech),
        _money_back(case, odds, before, speech),
        _result(case, odds, before, speech),
        _per_hour(case, odds, before, speech),
    )


def in_a_sentence(case: Case, odds: Odds, speech: Speech) -> str:
    """How deep the hole of the middle run is, when the money of the middle run is back, and of how many it is."""
    _ = speech.text
    if odds.deepest_hole.median < CENT:
        text = _("In the middle of the runs your money never goes below zero; after {months} you are at {total}.")
    elif odds.median_payback is None:
        text = _(
            "In the middle of the runs you are {hole} down at the deepest; the money is not back within {months}. "
            "In {count} of 100 runs it is."
        )
    else:
        text = _(
            "In the middle of the runs you are {hole} down at the deepest; the money is back in {back}. "
            "In {count} of 100 runs it is back within {months}."
        )
    said = text.format(
        hole=bounds.at_least(money(odds.deepest_hole.median, speech), case.projection, speech),
        months=speech.months(case.plan.horizon_months),
        back=bounds.before(speech.month(odds.median_payback or 0), case.projection, speech),
        count=odds_in_words.count(float(odds.payback_by[-1]), speech, odds.runs),
        total=bounds.before(speech.money(odds.result.median), case.projection, speech),
    )
    if hole_is_of_going_on(odds):
        said += " " + _("How deep that gets is told as if you always went on; in most runs you stop before the end.")
    return said


def title_of_hole(odds: Odds, speech: Speech) -> str:
    """What the deepest hole is called where nothing beside it says of whom it is."""
    return called_hole(speech, of_going_on=hole_is_of_going_on(odds))


def called_hole(speech: Speech, *, of_going_on: bool) -> str:
    """The same where it is known already whether it is that of going on."""
    _ = speech.text
    return _("Deepest hole, if you go on") if of_going_on else _("Deepest hole")


def hole_is_of_going_on(odds: Odds) -> bool:
    """Whether the middle is of runs that stop early, and the deepest hole, which is that of going on, is not theirs: it
    is deeper than what is lost.
    """
    return odds.stopped > MOST and odds.deepest_hole.median + odds.result.median >= CENT


def of_the_middle(text: str, middle: Middle, speech: Speech) -> str:
    """A text with amounts of the middle of the runs, which are an average there, since one run would be luck."""
    runs = speech.plural(
        "The {count} run in the middle", "Average of the {count} runs around the middle one", middle.runs
    )
    return f"{runs}: {text}"


def _deepest_hole(case: Case, odds: Odds, before: Odds | None, speech: Speech) -> Cell:
    _ = speech.text
    hole, projection = odds.deepest_hole, case.projection
    change = deeper(hole.median, None if before is None else before.deepest_hole.median, speech)
    if hole.high < CENT:
        qualifier, reserved = _("your money hardly ever goes below zero"), bounds.is_reserved(projection)
        return Cell(_("Deepest hole"), speech.money(0), qualifier, 0, change, reserved)
    figure = bounds.at_least(money(hole.median, speech), projection, speech)
    text, month = _("about {month}; {spread}"), speech.month(odds.deepest_month)
    if hole_is_of_going_on(odds):
        text = _("if you go on, about {month}; {spread}")
    qualifier = text.format(month=month, spread=_eight_in_ten(hole, speech))
    return Cell(_("Deepest hole"), figure, qualifier, -1 if hole.median >= CENT else 0, change)


def _money_back(case: Case, odds: Odds, before: Odds | None, speech: Speech) -> Cell:
    _ = speech.text
    figure, back, reserved = _median_month(odds, speech), odds.median_payback, bounds.is_reserved(case.projection)
    change = "" if before is None else sooner(back, before.median_payback, _median_month(before, speech), speech)
    if back == 0:
        return Cell(_("Money back"), figure, _("to pay back in most runs"), 0, change, reserved)
    share = odds_in_words.count(float(odds.payback_by[-1]), speech, odds.runs)
    qualifier = _("back in {count} of 100 runs").format(count=share)
    return Cell(_("Money back"), figure, qualifier, -1 if back is None else 1, change, reserved)


def _median_month(odds: Odds, speech: Speech) -> str:
    _ = speech.text
    if odds.median_payback is None:
        return _("not within {months}").format(months=speech.months(len(odds.payback_by) - 1))
    return _("month {number}").format(number=odds.median_payback) if odds.median_payback else _("nothing")


def _result(case: Case, odds: Odds, before: Odds | None, speech: Speech) -> Cell:
    _ = speech.text
    result = odds.result
    label = _("After {months}").format(months=speech.months(case.plan.horizon_months))
    change = difference(result.median, None if before is None else before.result.median, speech)
    qualifier, reserved = _eight_in_ten(result, speech), bounds.is_reserved(case.projection)
    qualifier = with_todays_money(qualifier, case, odds.result_today.median, speech)
    return Cell(label, signed(result.median, speech), qualifier, sign(result.median), change, reserved)


def _per_hour(case: Case, odds: Odds, before: Odds | None, speech: Speech) -> Cell:
    _ = speech.text
    rate = odds.per_hour
    if rate is None:
        return Cell(_("Per hour worked"), _("no hours"), _("you state 0 hours a week"))
    was = before.per_hour.median if before is not None and before.per_hour is not None else None
    change = difference(rate.median, was, speech, 2)
    qualifier = f"{bounds.tax(case.plan, speech)}, {_eight_in_ten(rate, speech, 2)}"
    figure, reserved = signed(rate.median, speech, 2), bounds.is_reserved(case.projection)
    return Cell(_("Per hour worked"), figure, qualifier, sign(rate.median), change, reserved)


def _eight_in_ten(spread: Spread, speech: Speech, decimals: int = 0) -> str:
    """The range around a middle figure: one in ten lies below it, and one in ten above."""
    _ = speech.text
    shown = 2 if any(CENT <= abs(end) < 1 for end in (spread.low, spread.high)) else decimals
    if spread.high - spread.low < 10**-shown:  # but rounding would set them apart
        return _("alike in at least 8 of 10 runs")
    low, high = speech.number(spread.low, shown), speech.money(spread.high, shown)
    return _("8 of 10: {low} to {high}").format(low=low, high=high)
