"""What differs between two versions and what that did, in sentences and tables."""

from typing import Any

from pages.shared.draw import side_by_side
from pages.shared.draw.side_by_side import Side, signed
from pages.shared.draw.tables import Row, Table
from pages.shared.fields import places
from pages.shared.words import inputs
from planner.analysis.beside.versions import Effect
from planner.inputs.changes.difference import Difference, differing_inputs
from planner.inputs.plan.customers import Product
from planner.language import currency_unit
from planner.speech import Speech


def answer(one: Side, other: Side, speech: Speech) -> str:
    """How many inputs differ, and what that did to the end result and to the month in which the money is back."""
    _, ngettext = speech.text, speech.plural
    count = len(differing_inputs(one.case.plan, other.case.plan)) + (not same_company(one, other))
    if not count:
        return _("Nothing differs. Change something under My plan, or choose another plan to compare yours with.")
    said = (
        ngettext("{count} input differs.", "{count} inputs differ.", count),
        side_by_side.change_of_total(one, other, speech),
        side_by_side.change_of_payback(one, other, speech),
    )
    return side_by_side.reserved(" ".join(said), one, other, speech)


def same_company(one: Side, other: Side) -> bool:
    """Whether both are laid on the same company."""
    return one.case.company.id == other.case.company.id


def same_currency(one: Side, other: Side) -> bool:
    """Whether both count in one currency, without which there is no difference in money."""
    return one.case.plan.currency == other.case.plan.currency


def of_the_company(one: Side, other: Side, speech: Speech) -> str:
    """That the two are laid on different companies; empty where they are not."""
    _ = speech.text
    if same_company(one, other):
        return ""
    return _('"{first}" is laid on {first_company}, "{second}" on {second_company}.').format(
        first=one.title,
        second=other.title,
        first_company=one.case.company.name,
        second_company=other.case.company.name,
    )


def inputs_table(one: Side, other: Side, speech: Speech) -> Table:
    """The inputs that differ, with both values and their units; rows of a list only where they differ."""
    _ = speech.text
    rows = [
        Row(
            inputs.title_in_words(difference),
            values_in_words(difference, one, other, speech),
        )
        for difference in differing_inputs(one.case.plan, other.case.plan)
    ]
    if not same_company(one, other):
        rows.insert(0, Row(_("The company"), (one.case.company.name, other.case.company.name)))
    return Table(_("What differs"), (_("Input"), one.title, other.title), tuple(rows), words=True)


def values_in_words(difference: Difference, one: Side, other: Side, speech: Speech) -> tuple[str, ...]:
    """Both values of an input; where the two count in different currencies, each amount in its own."""
    words = inputs.both_in_words(difference)
    if same_currency(one, other) or difference.unit != "money" or difference.path[0] == "exchange_rates":
        return words
    values = zip((difference.before, difference.after), (one, other), words, strict=True)
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


def effects_table(effects: tuple[Effect, ...], months: int, speech: Speech) -> Table:
    """What each changed input did alone to the end result."""
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
