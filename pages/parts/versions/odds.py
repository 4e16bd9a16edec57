"""Scenarios beside the plan: their odds, and only the inputs in which they differ, in sentences and tables."""

from collections.abc import Callable, Sequence

from pages.parts.scenarios.choice import Beside
from pages.shared.answer import bounds, odds_words
from pages.shared.draw.tables import Row, Table
from pages.shared.runs.scenario_runs import Runs
from pages.shared.session import state
from pages.shared.words import inputs
from planner.analysis.beside.scenarios import differing_rows
from planner.speech import Speech

Cell = Callable[[Runs], str]


def answer(columns: Sequence[Beside], speech: Speech) -> str:
    """How many of 100 lose money with the plan, and with each of the others."""
    _ = speech.text
    lose = [odds_words.count(column.runs.odds.lose, speech, column.runs.odds.runs) for column in columns]
    said = _("Of 100 people with your plan, {count} lose money.").format(count=lose[0])
    if len(columns) > 1:
        others = "; ".join(
            _("{name} {count}").format(name=column.title, count=number)
            for column, number in zip(columns[1:], lose[1:], strict=True)
        )
        said = _("{of_the_plan} With other figures in it: {others}.").format(of_the_plan=said, others=others)
    return bounds.reserved(said, state.case().projection, speech)


def odds_table(columns: Sequence[Beside], speech: Speech) -> Table:
    """What the plan and each of the others come to over their runs, on the plan's company."""
    _ = speech.text
    case = state.case()
    caption = bounds.before(
        _("Of 100 people each, with {company}").format(company=case.company.name), case.projection, speech
    )
    rows = (
        Row(title, tuple(cell(column.runs) for column in columns))
        for title, cell in odds_rows([column.runs for column in columns], speech)
    )
    return Table(caption, (_("Figure"), *(column.title for column in columns)), tuple(rows), words=True, whole=True)


def odds_rows(runs: Sequence[Runs], speech: Speech) -> tuple[tuple[str, Cell], ...]:
    """The figures, each with how it is read off the runs."""
    _ = speech.text
    several = len({each.plan.horizon_months for each in runs}) > 1
    months = speech.months(runs[0].plan.horizon_months)
    end = _("at the end") if several else _("after {months}").format(months=months)

    def money(amount: float) -> str:
        return speech.money(amount)

    def wage(each: Runs) -> str:
        share = each.odds.earn_wage
        return _("no hours") if share is None else odds_words.count(share, speech, each.odds.runs)

    ahead = (_("Months looked ahead"), lambda each: speech.number(each.plan.horizon_months))
    return (
        (_("Of 100, lose money"), lambda each: odds_words.count(each.odds.lose, speech, each.odds.runs)),
        (_("Of 100, get for every hour what it could earn elsewhere"), wage),
        (
            _("Of 100, have their money back {end}").format(end=end),
            lambda each: odds_words.count(1 - each.odds.never_back, speech, each.odds.runs),
        ),
        (_("Left {end}, in the middle").format(end=end), lambda each: money(each.odds.result.median)),
        (_("One in ten is left with less than"), lambda each: money(each.odds.result.low)),
        (_("One in ten is left with more than"), lambda each: money(each.odds.result.high)),
        (_("Deepest hole, in the middle"), lambda each: money(each.odds.deepest_hole.median)),
        (
            _("Hours a week"),
            lambda each: speech.number(each.plan.money_and_time.hours_a_week, decimals_of_hours(each)),
        ),
        *([ahead] if several else []),
        (_("Runs"), lambda each: speech.number(each.odds.runs)),
    )


def decimals_of_hours(runs: Runs) -> int:
    """A decimal only where the hours have one."""
    return 0 if float(runs.plan.money_and_time.hours_a_week).is_integer() else 1


def of_the_runs(columns: Sequence[Beside], speech: Speech) -> str:
    """What the counts rest on: how many runs, with the same luck in each column."""
    _ = speech.text
    fewest = min(column.runs.odds.runs for column in columns)
    most = max(column.runs.odds.runs for column in columns)
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


def inputs_table(columns: Sequence[Beside], speech: Speech) -> Table:
    """The inputs that not all columns state alike, with their units; lists in full."""
    _ = speech.text
    plan, *others = (column.runs.plan for column in columns)
    rows = (
        Row(
            inputs.title_in_words(row.difference),
            tuple(inputs.in_words(row.difference.path, value) for value in row.values),
        )
        for row in differing_rows(plan, others)
    )
    titles = (column.title for column in columns)
    return Table(_("The inputs that differ"), (_("Input"), *titles), tuple(rows), words=True, whole=True)
