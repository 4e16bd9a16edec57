"""In which inputs the plan and the others differ, and what that does exactly as entered, in sentences and tables."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages.shared.answer import bounds
from pages.shared.draw import side_by_side
from pages.shared.draw.side_by_side import MORE, THE_STRIP, Side, signed
from pages.shared.draw.tables import Row, Table
from pages.shared.fields import places
from pages.shared.session import state
from pages.shared.words import inputs
from planner.analysis.beside.scenarios import InputRow, differing_rows
from planner.analysis.beside.versions import Effect, Version, effects
from planner.analysis.company.facts import facts_of_measures
from planner.inputs.changes.difference import Difference, differing_inputs
from planner.inputs.plan.customers import Product
from planner.language import currency_unit
from planner.speech import Speech

MOST_COLUMNS = 3  # of a table that a phone shows beside each other
ALONE = "versions_alone"  # what was computed last


def count(one: Side, other: Side) -> int:
    """How many inputs differ, with the company as one of them."""
    return len(differing_inputs(one.case.plan, other.case.plan)) + (len(companies((one, other))) - 1)


def in_a_sentence(one: Side, other: Side, speech: Speech) -> str:
    """How many inputs differ, and what that does to the end result and to the month in which the money is back."""
    _, ngettext = speech.text, speech.plural
    differ = ngettext("{count} input differs.", "{count} inputs differ.", count(one, other))
    direction = _('From "{first}" to "{second}", exactly as entered:').format(first=one.title, second=other.title)
    said = (
        differ.format(count=count(one, other)),
        direction,
        side_by_side.change_of_total(one, other, speech),
        side_by_side.change_of_payback(one, other, speech),
    )
    return " ".join(said)


def companies(sides: Sequence[Side]) -> set[str]:
    """The companies that they are laid on, by id."""
    return {side.case.company.id for side in sides}


def of_the_companies(sides: Sequence[Side], speech: Speech) -> str:
    """Which of two is laid on which company; empty where it is the same, or where the table alone says it, of more."""
    _ = speech.text
    if len(companies(sides)) == 1 or len(sides) > 2:
        return ""
    return " ".join(
        _('"{title}" is laid on {company}.').format(title=side.title, company=side.case.company.name) for side in sides
    )


def in_one_currency(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Those that count in the plan's currency, without which there is no difference in money."""
    return tuple(side for side in sides if side.case.plan.currency == state.case().plan.currency)


def titles_before(caption: str, sides: Sequence[Side], speech: Speech) -> tuple[str, list[str]]:
    """A caption and the titles of the columns, with what is said of costs that are not disclosed where it is true."""
    if all(side.case.projection.terms.unknown_costs for side in sides):
        return bounds.before(caption, sides[0].case.projection, speech), [side.title for side in sides]
    return caption, [bounds.before(side.title, side.case.projection, speech) for side in sides]


def figures_table(sides: Sequence[Side], speech: Speech) -> Table:
    """What they come to exactly as entered; the difference in a column of its own, or of several in brackets."""
    _ = speech.text
    keys = (*THE_STRIP, *MORE)
    if len(sides) == 2:
        one, other = sides
        return side_by_side.figures_table(one, other, _("If everything goes exactly as entered"), speech, keys)
    caption = _("If everything goes exactly as entered; in brackets the difference from your plan")
    caption, titles = titles_before(caption, sides, speech)
    rows = (row for key in keys if (row := _figures_row(key, sides, speech)) is not None)
    return Table(caption, (_("Figure"), *titles), tuple(rows), words=True, stacked=len(sides) > MOST_COLUMNS)


def _figures_row(key: str, sides: Sequence[Side], speech: Speech) -> Row | None:
    _ = speech.text
    plan = next(side for side in sides if side.case is state.case())
    facts = [next(fact for fact in facts_of_measures(side.case.measures) if fact.key == key) for side in sides]
    own = facts[sides.index(plan)]
    if not any(side_by_side.worth_showing(own, fact) for fact in facts):
        return None
    rows = [side_by_side.figures_row(own, fact, plan, side, speech) for side, fact in zip(sides, facts, strict=True)]
    cells = (
        row.cells[1]
        if side is plan or not row.cells[2]
        else _("{figure} ({difference})").format(figure=row.cells[1], difference=row.cells[2])
        for side, row in zip(sides, rows, strict=True)
    )
    title = next((row.title for row in rows if row.title != rows[sides.index(plan)].title), rows[0].title)
    return Row(title, tuple(cells))


def inputs_table(sides: Sequence[Side], speech: Speech) -> Table:
    """The inputs that not all of them state alike, with their units; of two, only the rows of a list that differ."""
    _ = speech.text
    first, *rest = (side.case.plan for side in sides)
    rows = [
        Row(inputs.title_in_words(row.difference), values_in_words(row, sides, speech))
        for row in differing_rows(first, rest)
    ]
    if len(companies(sides)) > 1:
        rows.insert(0, Row(_("The company"), tuple(side.case.company.name for side in sides)))
    titles = (side.title for side in sides)
    return Table(
        _("The inputs that differ"),
        (_("Input"), *titles),
        tuple(rows),
        words=True,
        whole=True,
        stacked=len(sides) > MOST_COLUMNS,
    )


def values_in_words(row: InputRow, sides: Sequence[Side], speech: Speech) -> tuple[str, ...]:
    """The value of an input in each of them; where they count in several currencies, each amount in its own."""
    difference = row.difference
    words = tuple(inputs.in_words(difference.path, value) for value in row.values)
    if len(sides) == 2:
        words = inputs.both_in_words(difference)
    if len(in_one_currency(sides)) == len(sides) or difference.unit != "money":
        return words
    if difference.path[0] == "exchange_rates":
        return words
    values = zip(row.values, sides, words, strict=True)
    return tuple(amounts_in_words(value, side.speech(speech)) or word for value, side, word in values)


def amounts_in_words(value: Any, speech: Speech) -> str:
    """An amount, or the amounts of a list by name, in a currency of its own; empty where there is none."""
    _ = speech.text
    if isinstance(value, tuple):
        prices = ((row.name, row.retail_price if isinstance(row, Product) else row.amount) for row in value)
        words = (
            _("{line}: {amount}").format(line=places.name_shown(name), amount=money(x, speech)) for name, x in prices
        )
        return "; ".join(words)
    return "" if value is None else money(value, speech)


def money(amount: float, speech: Speech) -> str:
    """An amount with its currency, cents only where there are any."""
    return speech.money(amount, 0 if float(amount).is_integer() else 2)


def each_alone(one: Side, other: Side) -> tuple[Effect, ...]:
    """What each input that differs does alone, computed once for each two plans: a projection for every input."""
    known = st.session_state.get(ALONE)
    if known is None or known[0] is not one.case or known[1] is not other.case:
        before, after = (Version(side.case.plan, side.case.company) for side in (one, other))
        known = (one.case, other.case, effects(before, after))
        st.session_state[ALONE] = known
    alone: tuple[Effect, ...] = known[2]
    return alone


def effects_table(effects: tuple[Effect, ...], months: int, speech: Speech) -> Table:
    """What each input that differs does alone to the end result."""
    _ = speech.text
    caption = _("The change in the end result, {unit}").format(unit=currency_unit(speech.currency, speech.language))
    return Table(
        caption,
        (_("Input"), _("After {months}").format(months=speech.months(months))),
        tuple(Row(effect_title(effect.difference, speech), (effect_cell(effect, speech),)) for effect in effects),
        words=True,
    )


def effect_title(difference: Difference | None, speech: Speech) -> str:
    """The input's title; the company where it is none."""
    _ = speech.text
    return _("The company") if difference is None else inputs.title_in_words(difference)


def effect_cell(effect: Effect, speech: Speech) -> str:
    """The change with its sign, or that there is none, or that the input cannot be put back alone."""
    _ = speech.text
    if effect.change is None:
        return _("cannot be put back alone")
    change = round(effect.change)
    return signed(speech.number(change), change) if change else _("no change")
