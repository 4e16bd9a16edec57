"""What each picture of the odds shows in a sentence: its text alternative and its caption."""

from planner.analysis.answer.odds_in_words import count
from planner.analysis.chance.odds import SizeShare
from planner.analysis.chance.tried import Tried
from planner.inputs.plan.team_today import people_in
from planner.speech import Speech


def results(found: Tried, speech: Speech) -> str:
    """Between what the results lie, and what the worst third get on average beside it."""
    _ = speech.text
    odds = found.odds
    text = _(
        "Each box is one of 100 people, at what they end with after {months}. {lost} of 100 end below zero. The middle "
        "gets {middle}, one in ten {low} or less and one in ten {high} or more; the worst third get {worst} on "
        "average."
    )
    return text.format(
        months=speech.months(found.case.plan.horizon_months),
        lost=capital(count(odds.lose, speech, odds.runs)),
        middle=speech.money(odds.result.median),
        low=speech.money(odds.result.low),
        high=speech.money(odds.result.high),
        worst=speech.money(odds.worst_third),
    )


def payback(found: Tried, speech: Speech) -> str:
    """By when the money of how many is back."""
    _ = speech.text
    odds, horizon = found.odds, found.case.plan.horizon_months
    back = capital(count(float(odds.payback_by[-1]), speech, odds.runs))
    if horizon < 2:
        text = _("{back} of 100 people have their money back after {months}.")
    else:
        text = _("{back} of 100 people have their money back after {months}, {half} after {halfway}.")
    halfway = horizon // 2
    return text.format(
        back=back,
        months=speech.months(horizon),
        half=count(float(odds.payback_by[halfway]), speech, odds.runs),
        halfway=speech.months(halfway),
    )


def ranks(found: Tried, speech: Speech) -> str:
    """How many reach the first and the last rank; why there is none to reach."""
    _ = speech.text
    company, shares, runs = found.case.company, found.odds.ranks, found.odds.runs
    names = company.rank_names
    if not names or not shares:
        return _("No ranks of {company} are known here.").format(company=company.name)
    first = _("{count} of 100 people are ever paid as {rank} or higher.")
    said = first.format(count=capital(count(shares[0], speech, runs)), rank=names[0])
    if len(names) > 1 and shares[0] > 0:
        last = _("{count} reach the highest rank, {rank}.")
        said += " " + last.format(count=capital(count(shares[-1], speech, runs)), rank=names[-1])
    return said


def downline(found: Tried, speech: Speech) -> str:
    """How many have nobody join below, and how many join in the middle run, beside whom the plan begins with."""
    _ = speech.text
    today = people_in(found.case.plan.team.today)
    if today == 1:
        return newcomers(found, speech) + " " + _("The one person with whom the plan begins is not counted here.")
    if today:
        beside = _("The {people} people with whom the plan begins are not counted here.")
        return newcomers(found, speech) + " " + beside.format(people=speech.number(today))
    return newcomers(found, speech)


def newcomers(found: Tried, speech: Speech) -> str:
    """In how many nobody joins, and how many join in the middle run."""
    _ = speech.text
    odds = found.odds
    if odds.joined.high < 1 and odds.alone == 1:
        return _("Nobody joins below you in any of the runs.")
    text = _(
        "In {alone} of 100 runs nobody ever joins below you. In the middle run {middle} join, in one of ten more than "
        "{high}."
    )
    return text.format(
        alone=count(odds.alone, speech, odds.runs),
        middle=speech.number(odds.joined.median),
        high=speech.number(odds.joined.high),
    )


def size(each: SizeShare, speech: Speech) -> str:
    """A size of the downline."""
    _ = speech.text
    if each.most == 0:
        return _("Nobody")
    if each.most >= 1_000_000:
        return _("More than {number}").format(number=speech.number(each.fewest - 1))
    return _("{low} to {high} people").format(low=speech.number(each.fewest), high=speech.number(each.most))


def between(low: float, high: float, speech: Speech) -> str:
    """A range of amounts."""
    _ = speech.text
    return _("{low} to {high}").format(low=speech.money(low), high=speech.money(high))


def capital(words: str) -> str:
    """Words that begin a sentence."""
    return words[:1].upper() + words[1:]
