"""The runs in words: the headline, its range, and how far chance alone moves it."""

from planner.analysis.answer import bounds
from planner.analysis.answer.answers import start_beyond_what_there_is
from planner.analysis.answer.rare import beyond_what_is_known
from planner.analysis.case import Case
from planner.analysis.chance.odds import FEW_RUNS, PEOPLE, TWO_SIDED, Odds, of_100, standard_error
from planner.analysis.chance.range_of_loss import RangeOfLoss
from planner.analysis.chance.tried import Tried
from planner.analysis.measures.measure import average_wage
from planner.inputs.plan.plan import INPUTS
from planner.speech import Speech


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
