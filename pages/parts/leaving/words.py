"""Leaving in sentences and as a table: what it comes to, until when it is cheap, and what it is made of."""

from pages.shared.draw.charts import row_title
from pages.shared.draw.tables import Row, Table, amounts
from planner.analysis.answer import bounds
from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.quitting import Quitting
from planner.export.statement import MONTHS_IN, Period
from planner.language import currency_unit
from planner.speech import Speech


def answer(case: Case, left: Quitting, speech: Speech) -> str:
    """What leaving comes to at the end, and the last month in which it is no worse than at the start."""
    _, horizon = speech.text, case.plan.horizon_months
    if left.last_cheap_month == 0:
        text = _(
            "Leaving at once comes to {start}; in every month after, leaving leaves you with less. "
            "At the end of {end} it comes to {last}."
        )
    elif left.last_cheap_month == horizon:
        text = _("Leaving at the end of {end} comes to {last}, no worse than leaving at once, which comes to {start}.")
    else:
        text = _(
            "Leaving at once comes to {start}. The last month in which leaving is no worse than that is {cheap}; "
            "at the end of {end} it comes to {last}."
        )
    return text.format(
        start=bounds.before(speech.money(left.on_leaving[0]), case.projection, speech),
        cheap=speech.month(left.last_cheap_month),
        end=speech.month(horizon),
        last=bounds.before(speech.money(left.on_leaving[-1]), case.projection, speech),
    )


def remarks(left: Quitting, speech: Speech) -> list[str]:
    """What is not disclosed, until when the opening stock can be given back, and that a debt is not in the result."""
    _ = speech.text
    said = [speech.say(note) for note in left.notes]
    if left.window_closes is not None:
        text = _("From the end of {month}, your opening stock is too old to be given back.")
        said.append(text.format(month=speech.month(left.window_closes)))
    if left.debt.max() >= CENT:
        said.append(
            _(
                "Loan and card are not taken off again: what was borrowed and spent is in the running total already. "
                "They stand beside it, since they are paid back out of your cash."
            )
        )
    if left.to_come.max() >= CENT:
        said.append(
            _("Pay earned and not yet received is counted as if it came. Ask if the company pays those who leave.")
        )
    return said


def leaving_table(left: Quitting, speech: Speech, period: Period) -> Table:
    """What leaving at the end of each period comes to, then its parts; what is nothing throughout has no column.

    What is owed has a minus. The debt stands last: it is no part of the result.
    """
    _ = speech.text
    parts = (
        (_("Leaving comes to"), left.on_leaving, True),
        (_("Running total"), left.cumulative, True),
        (_("Still to come"), left.to_come, False),
        (_("For goods given back"), left.exit_value, False),
        (_("Tax and VAT owed"), -left.owed, False),
        (_("Beside it: loan and card"), left.debt, False),
    )
    shown = [(title, values, full) for title, values, full in parts if full or abs(values).max() >= CENT]
    last = len(left.on_leaving) - 1
    months = sorted({*range(0, last + 1, MONTHS_IN[period]), last})
    rows = (
        Row(
            row_title(month, speech.calendar(month), speech),
            tuple(
                speech.number(values[month]) if full else amounts([values[month]], speech)[0]
                for _title, values, full in shown
            ),
        )
        for month in months
    )
    caption = _("The parts of what leaving comes to, {unit}").format(
        unit=currency_unit(speech.currency, speech.language)
    )
    return Table(caption, (_("Month"), *(title for title, _values, _full in shown)), tuple(rows))
