"""In which inputs the plan and the others differ, and what that does exactly as entered, in sentences and tables."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from pages.parts.versions.others import Beside
from pages.shared.draw import side_by_side
from pages.shared.draw.side_by_side import MORE, THE_STRIP, signed
from pages.shared.draw.tables import Row, Table
from pages.shared.fields import places
from pages.shared.words import inputs
from planner.analysis.answer import bounds
from planner.analysis.beside.versions import Effect, InputRow, differing_rows, effects
from planner.analysis.case import Case
from planner.analysis.company.facts import facts_of_measures
from planner.language import currency_unit
from planner.speech import Speech

MOST_COLUMNS = 2  # of a table that a phone shows beside each other
ALONE = "versions_alone"  # what was computed last


def in_a_sentence(beside: Beside, speech: Speech) -> str:
    """Of two, how many inputs differ, what that does to the end result and to when the money is back; else empty."""
    if len(beside.sides) != 2:
        return ""
    one, other = beside.sides
    _, ngettext = speech.text, speech.plural
    differ = ngettext("{count} input differs.", "{count} inputs differ.", beside.differing)
    direction = _('From "{first}" to "{second}", exactly as entered:').format(first=one.title, second=other.title)
    said = (
        differ.format(count=beside.differing),
        direction,
        side_by_side.change_of_result(one, other, speech),
        side_by_side.change_of_payback(one, other, speech),
    )
    return " ".join(said)


def of_the_companies(beside: Beside, speech: Speech) -> str:
    """Which of two is laid on which company; empty where it is the same, or where the table alone says it, of more."""
    _ = speech.text
    if len(beside.companies) == 1 or len(beside.sides) > 2:
        return ""
    laid = ((side.title, side.case.company.name) for side in beside.sides)
    return " ".join(
        _('"{title}" is laid on {company}.').format(title=title, company=company) for title, company in laid
    )


def table_of(beside: Beside, caption: str, first: str, rows: Iterable[Row], speech: Speech, *, results: bool) -> Table:
    """A table with a column for each, in lists on a phone where they are many.

    first: the title of the rows. results: whether they are before costs that are not disclosed, which is said then.
    """
    titles = [side.title for side in beside.sides]
    if results and all(side.case.projection.terms.unknown_costs for side in beside.sides):
        caption = bounds.before(caption, beside.plan.case.projection, speech)
    elif results:
        titles = [bounds.before(side.title, side.case.projection, speech) for side in beside.sides]
    stacked = len(titles) > MOST_COLUMNS
    return Table(caption, (first, *titles), tuple(rows), words=True, whole=True, stacked=stacked)


def figures_table(beside: Beside, speech: Speech) -> Table:
    """What they come to exactly as entered; the difference in a column of its own, or of several in brackets."""
    _ = speech.text
    keys = (*THE_STRIP, *MORE)
    if len(beside.sides) == 2:
        one, other = beside.sides
        return side_by_side.figures_table(one, other, _("If everything goes exactly as entered"), speech, keys)
    caption = _("If everything goes exactly as entered; in brackets the difference from your plan")
    rows = (row for key in keys if (row := _figures_row(key, beside, speech)) is not None)
    return table_of(beside, caption, _("Figure"), rows, speech, results=True)


def _figures_row(key: str, beside: Beside, speech: Speech) -> Row | None:
    _ = speech.text
    facts = [next(fact for fact in facts_of_measures(side.case.measures) if fact.key == key) for side in beside.sides]
    own, plan = facts[beside.own], beside.plan
    if not any(side_by_side.worth_showing(own, fact) for fact in facts):
        return None
    pairs = zip(beside.sides, facts, strict=True)
    rows = [side_by_side.figures_row(own, fact, plan, side, speech) for side, fact in pairs]
    cells = (
        figure if side is plan or not change else _("{figure} ({difference})").format(figure=figure, difference=change)
        for side, (_own, figure, change) in zip(beside.sides, (row.cells for row in rows), strict=True)
    )
    title = next((row.title for row in rows if row.title != rows[beside.own].title), rows[0].title)
    return Row(title, tuple(cells))


def inputs_table(beside: Beside, speech: Speech) -> Table:
    """The inputs that not all of them state alike, with their units; of two, only the rows of a list that differ."""
    _ = speech.text
    first, *rest = (side.case.plan for side in beside.sides)
    rows = [
        Row(inputs.title_in_words(row.difference), values_in_words(row, beside, speech))
        for row in differing_rows(first, rest)
    ]
    if len(beside.companies) > 1:
        rows.insert(0, Row(_("The company"), tuple(side.case.company.name for side in beside.sides)))
    return table_of(beside, _("The inputs that differ"), _("Input"), rows, speech, results=False)


def values_in_words(row: InputRow, beside: Beside, speech: Speech) -> tuple[str, ...]:
    """The value of an input in each of them; where they count in several currencies, each amount in its own."""
    difference = row.difference
    words = tuple(inputs.in_words(difference.path, value) for value in row.values)
    if len(beside.sides) == 2:
        words = inputs.both_in_words(difference)
    one_currency = len(beside.in_its_currency) == len(beside.sides)
    if one_currency or difference.unit != "money" or difference.path[0] == "exchange_rates":
        return words
    values = zip(row.values, beside.sides, words, strict=True)
    return tuple(amounts_in_words(value, side.speech(speech)) or word for value, side, word in values)


def amounts_in_words(value: Any, speech: Speech) -> str:
    """An amount, or the amounts of a list by name, in a currency of its own; empty where there is none."""
    _ = speech.text
    if isinstance(value, tuple):
        prices = ((row.name, inputs.amount_of(row)) for row in value)
        words = (
            _("{line}: {amount}").format(line=places.name_shown(name), amount=money(x, speech)) for name, x in prices
        )
        return "; ".join(words)
    return "" if value is None else money(value, speech)


def money(amount: float, speech: Speech) -> str:
    """An amount with its currency, cents only where there are any."""
    return speech.money(amount, 0 if float(amount).is_integer() else 2)


def each_alone(before: Case, after: Case) -> tuple[Effect, ...]:
    """What each input that differs does alone, computed once for each two plans: a projection for every input."""
    known = st.session_state.get(ALONE)
    if known is None or known[0] is not before or known[1] is not after:
        known = (before, after, effects(before, after))
        st.session_state[ALONE] = known
    alone: tuple[Effect, ...] = known[2]
    return alone


def effects_table(effects: tuple[Effect, ...], months: int, speech: Speech) -> Table:
    """What each input that differs does alone to the end result, or that it cannot be put back alone."""
    _ = speech.text
    rows = []
    for effect in effects:
        title = _("The company") if effect.difference is None else inputs.title_in_words(effect.difference)
        change = None if effect.change is None else round(effect.change)
        written = _("cannot be put back alone") if change is None else signed(speech.number(change), change)
        rows.append(Row(title, (written if change != 0 else _("no change"),)))
    caption = _("The change in the end result, {unit}").format(unit=currency_unit(speech.currency, speech.language))
    columns = (_("Input"), _("After {months}").format(months=speech.months(months)))
    return Table(caption, columns, tuple(rows), words=True)
