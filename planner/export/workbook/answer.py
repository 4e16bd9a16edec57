"""What the plan comes to: the four figures by formulas, and the odds as values."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.analysis.answer.bounds import reserved, tax_counted
from planner.analysis.answer.odds_in_words import headline
from planner.analysis.answer.over_runs import title_of_hole
from planner.analysis.answer.rare import how_rare
from planner.analysis.chance.odds import FAN, Spread
from planner.analysis.chance.tried import Tried
from planner.analysis.measures.measure import costs_rise
from planner.export.odds import fan_frame
from planner.export.workbook.formula import Formula, most, when
from planner.export.workbook.statement import Statement
from planner.language import mark
from planner.line_items import CENT
from planner.speech import Speech
from planner.timeline import WEEKS_PER_MONTH

Shown = Formula | float | str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A sheet of figures: titles of columns, and rows of a title, its unit, and a value for each further column.

    sentences: above them. name of a sheet, titles of rows and of columns are in the language of the speech.
    """

    title: str
    sentences: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[Shown, ...]], ...]


def sheet(statement: Statement) -> Figures:
    """The four figures exactly as entered."""
    _, months = statement.speech.text, statement.months
    lowest = statement.so_far.up_to(months).smallest()
    hole, in_month = most(-lowest, 0), statement.so_far.up_to(months).place_of(lowest)
    last = statement.not_back.up_to(months).largest()
    not_within = _(mark("not within the plan"))
    back = when(last < 0, _(mark("nothing to pay back")), when(last >= months, not_within, last + 1))
    result = statement.result[months]
    hours = statement.given.plan("money_and_time.hours_a_week") * WEEKS_PER_MONTH * months
    held = statement.lines.goods.customers.held
    if held is not None:
        hours = hours + held.up_to(months).total() * statement.given.plan("parties.hours_each")
    per_hour = when(hours < 1, _(mark("no hours")), result / hours)
    figures: tuple[tuple[str, str, Shown], ...] = (
        (_("Deepest hole"), "money", hole),
        (_(mark("Month of the deepest hole")), "month", when(hole < CENT, _(mark("none")), in_month)),
        (_(mark("Month from which the money is back")), "month", back),
        (_("After {months}").format(months=statement.speech.months(months)), "money", result),
        *in_todays_money(statement),
        (_("Per hour worked"), "money", per_hour),
    )
    about = _(mark("If everything goes exactly as entered. These figures follow what you change on the other sheets."))
    known = reserved(about, statement.case.projection, statement.speech)
    return Figures(
        _(mark("What it comes to")),
        (known, tax_counted(statement.case.plan, statement.speech)),
        ("", _(mark("Exactly as entered"))),
        tuple((title, unit, (shown,)) for title, unit, shown in figures),
    )


def in_todays_money(statement: Statement) -> Iterator[tuple[str, str, Shown]]:
    """The result in today's money, where costs rise."""
    if costs_rise(statement.case.plan):
        yield (
            statement.speech.text(mark("The same in today's money")),
            "money",
            statement.result_today[statement.months],
        )


def odds(tried: Tried, speech: Speech) -> Figures:
    """What the runs come to, which does not follow."""
    _, found = speech.text, tried.odds
    spreads: list[tuple[str, Spread | None]] = [
        (title_of_hole(found, speech), found.deepest_hole),
        (_("After {months}").format(months=speech.months(tried.case.plan.horizon_months)), found.result),
        (_("The same in today's money"), found.result_today if costs_rise(tried.case.plan) else None),
        (_("Per hour worked"), found.per_hour),
    ]
    shares = [
        (_(mark("Share of the runs that lose money")), found.lose),
        (_(mark("Share of the runs whose money is back at the end")), float(found.payback_by[-1])),
    ]
    runs = speech.number(tried.simulation.paths)
    words = _(mark("Over {runs} runs of the plan as it was when this was written. None of this follows."))
    return Figures(
        _(mark("Odds")),
        (words.format(runs=runs), headline(tried, speech), how_rare(tried.case, speech)),
        ("", _(mark("One in ten has less")), _(mark("Middle")), _(mark("One in ten has more"))),
        (
            *((title, "share", (None, share, None)) for title, share in shares),
            *((title, "money", (each.low, each.median, each.high)) for title, each in spreads if each is not None),
        ),
    )


def by_month(tried: Tried, speech: Speech) -> Figures:
    """The result after each month over the runs."""
    _, frame = speech.text, fan_frame(tried.simulation, tried.odds)
    names = [name for name in frame.columns if name.startswith("result_p")]
    words = _(mark("{share} of 100 runs stay below"))
    below = [words.format(share=speech.number(100 * at)) for at in FAN]
    return Figures(
        "",
        (_(mark("Result after each month")),),
        (
            _("Month"),
            *below,
            _(mark("Share whose money is back")),
        ),
        tuple(
            (speech.month(month), "money", (*(float(frame[name][month]) for name in names), found))
            for month, found in enumerate(map(float, frame["payback_by"]))
        ),
    )
