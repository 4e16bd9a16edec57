"""The odds of the plan and of what is laid beside it, in a sentence and a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pages.parts.versions.difference import table_of
from pages.parts.versions.others import Beside
from pages.shared.draw.tables import Row, Table
from pages.shared.runs import keeper
from pages.shared.runs.many_runs import Runs, runs_of
from pages.shared.runs.question import Question
from pages.shared.session import state
from planner.analysis.answer import odds_in_words, over_runs
from planner.speech import Speech

Cell = Callable[[Runs], str]


@dataclass(frozen=True, slots=True)
class Tried:
    """Plans beside each other with the runs of each."""

    beside: Beside
    runs: tuple[Runs, ...]


def of_all(beside: Beside) -> Question[Tried]:
    """Asks for the runs of all of them."""
    parts = [runs_of(side.case, side.title) for side in beside.sides]
    titles = tuple(side.title for side in beside.sides)
    _ = state.speech().text
    what = _("each of the plans")
    return keeper.together("versions", (titles, beside.own), parts, lambda runs: Tried(beside, runs), what)


def answer(tried: Tried, speech: Speech) -> str:
    """How many of 100 lose money with the plan, and with each of the others."""
    _, beside, runs = speech.text, tried.beside, tried.runs
    counts = [odds_in_words.losing(each.case, each.odds.lose, each.odds.runs, speech) for each in runs]
    said = _("Of 100 people with your plan, {count} lose money.").format(count=counts[beside.own])
    others = "; ".join(
        _("{name} {count}").format(name=side.title, count=count)
        for side, count in zip(beside.sides, counts, strict=True)
        if side is not beside.plan
    )
    return _("{of_the_plan} Beside it: {others}.").format(of_the_plan=said, others=others) if others else said


def odds_table(tried: Tried, speech: Speech) -> Table:
    """What the plan and each of the others come to over their runs."""
    _, beside, runs = speech.text, tried.beside, tried.runs
    caption = _("Of 100 people each")
    if len(beside.companies) == 1:
        caption = _("Of 100 people each, with {company}").format(company=beside.plan.case.company.name)
    rows = (Row(title, tuple(map(cell, runs))) for title, cell in odds_rows(runs, speech))
    return table_of(beside, caption, _("Figure"), rows, speech, results=True)


def odds_rows(runs: Sequence[Runs], speech: Speech) -> tuple[tuple[str, Cell], ...]:
    """The figures, each with how it is read off the runs."""
    _ = speech.text
    several = len({each.case.plan.horizon_months for each in runs}) > 1
    months = speech.months(runs[0].case.plan.horizon_months)
    end = _("at the end") if several else _("after {months}").format(months=months)

    def money(each: Runs, amount: float) -> str:
        return Speech.of(speech.language, each.case.plan).money(amount)

    def wage(each: Runs) -> str:
        share = each.odds.earn_wage
        if share is None:
            return _("no hours") if each.odds.per_hour is None else _("no reference wage")
        return odds_in_words.count(share, speech, each.odds.runs)

    hole = _("Deepest hole, in the middle")
    if any(over_runs.hole_is_of_going_on(each.odds) for each in runs):  # the others' holes are those of going on too
        hole = _("Deepest hole if you go on, in the middle")
    ahead = (_("Months looked ahead"), lambda each: speech.number(each.case.plan.horizon_months))
    return (
        (_("Of 100, lose money"), lambda each: odds_in_words.count(each.odds.lose, speech, each.odds.runs)),
        (_("Of 100, get for every hour what it could earn elsewhere"), wage),
        (
            _("Of 100, have their money back {end}").format(end=end),
            lambda each: odds_in_words.count(1 - each.odds.never_back, speech, each.odds.runs),
        ),
        (_("Left {end}, in the middle").format(end=end), lambda each: money(each, each.odds.result.median)),
        (_("One in ten is left with at most"), lambda each: money(each, each.odds.result.low)),
        (_("One in ten is left with at least"), lambda each: money(each, each.odds.result.high)),
        (hole, lambda each: money(each, each.odds.deepest_hole.median)),
        (
            _("Hours a week"),
            lambda each: speech.number(each.case.plan.money_and_time.hours_a_week, decimals_of_hours(each)),
        ),
        *([ahead] if several else []),
        (_("Runs"), lambda each: speech.number(each.odds.runs)),
    )


def decimals_of_hours(runs: Runs) -> int:
    """A decimal only where the hours have one."""
    return 0 if float(runs.case.plan.money_and_time.hours_a_week).is_integer() else 1


def of_the_runs(runs: Sequence[Runs], speech: Speech) -> str:
    """What the counts rest on: how many runs, with the same luck in each column."""
    _ = speech.text
    counts = [each.odds.runs for each in runs]
    fewest, most = min(counts), max(counts)
    if fewest == most:
        text = _(
            "Counted over {most} runs of each column, with the spreads as stated. The same run meets the same luck in "
            "every column, so that what differs comes from the figures."
        )
    else:
        text = _(
            "Counted over {fewest} to {most} runs, with the spreads as stated: the larger a team, the fewer runs, and "
            "with few of them the counts are rough. The same run meets the same luck in every column."
        )
    return text.format(fewest=speech.number(fewest), most=speech.number(most))
