"""One field of a pay plan, whatever it is: drawn by its unit, read as it is typed, with what is wrong beside it."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from pages.parts.my_company.pay_plan import draft
from pages.parts.my_company.pay_plan.form import Form
from pages.shared.answer.page import as_label, plain
from pages.shared.fields import reading
from pages.shared.session import state
from planner.analysis.team.explained.choices import choice_words
from planner.errors import Fault
from planner.inputs.cited.source import Record
from planner.inputs.own_company.pay_draft import Unread
from planner.inputs.path import Path, at, written
from planner.inputs.pay.titles.fields import Field
from planner.inputs.wanted import WANTED
from planner.language import LANGUAGES, currency_unit, mark, tidied
from planner.speech import Speech

NARROW, WIDE = 132, 320  # pixels: two narrow ones stand beside each other on a phone
LONG = 26  # letters of a label that would stand in three lines over a narrow field
# How a unit of a title is typed, by the units that fields are read in.
READ_AS = {
    "points": "number",
    "money": "money",
    "share": "share",
    "count": "months",
    "shares": "shares",
    "amounts": "by_month",
    "counts": "by_month",
    "text": "text",
    "words": "text",
}
LISTS = ("shares", "amounts", "counts")
IN_LABEL = {"share": "%", "shares": "%", "money": "{currency}", "amounts": "{currency}"}
FINEST = 1e-4
NONE = ""
# What is meant where nothing is chosen, by the unit of a field, or by its name where that says otherwise.
NONE_OF = {
    "rank": mark("no rank"),
    "part": mark("all of the pay"),
    "member": mark("everybody together"),
    "sponsor": mark("nobody"),
    "placed_under": mark("nobody"),
    "leg": mark("all orders"),
}


def draw_beside(form: Form, record: type[Record], fields: Sequence[Field], path: Path) -> None:
    """Some fields of a record beside each other, and under them what is wrong with any."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for each in fields:
            _draw(form, record, each, (*path, each.name))
    for each in fields:
        say(form, form.within((*path, each.name)), each, (*path, each.name))


def draw(form: Form, record: type[Record], each: Field, path: Path) -> None:
    """The field of a place, and under it what is wrong with it."""
    _draw(form, record, each, path)
    say(form, form.within(path), each, path)


def _draw(form: Form, record: type[Record], each: Field, path: Path) -> None:
    """The field of a place that is no list of rows and no group."""
    long = len(form.speech.text(each.title.text)) > LONG
    with st.container(width=WIDE if long or each.title.unit in ("choice", "parts", *LISTS) else NARROW):
        if each.title.unit == "choice":
            _choice(form, record, each, path)
        elif each.title.unit in ("rank", "member", "part"):
            _one_of(form, each, path)
        elif each.title.unit == "parts":
            _parts(form, each, path)
        else:
            _typed(form, each, path)


def say(form: Form, faults: Iterable[Fault], each: Field | None = None, path: Path = ()) -> None:
    """What is wrong; that something is still to be stated is said more softly."""
    _ = form.speech.text
    for fault in faults:
        if fault.message == WANTED["missing"]:
            words = _("{what}: still to be stated.")
            label = fault.path.rpartition(".")[2] if each is None else _(each.title.text)
            st.caption(plain(words.format(what=label)))
            continue
        unit = READ_AS.get(each.title.unit, "") if each else ""
        unit = "share" if unit == "shares" else unit
        typed = at(form.tables, path) if path else None
        shown = typed.text if isinstance(typed, Unread) else as_shown(fault.found, unit, form.speech)
        said = reading.as_typed(fault, shown, unit, _(each.title.text) if each else "", form.speech)
        st.error(plain(form.speech.say_fault(said)))


def as_shown(found: str, unit: str, speech: Speech) -> str:
    """What a fault found, which it has as files write it, as the field shows it."""
    try:
        return reading.written(float(found), unit, speech.language) if unit and unit != "text" else found
    except ValueError:
        return found


def label_of(form: Form, each: Field) -> str:
    """What a field is called, with the unit in which it is typed."""
    text = form.speech.text(each.title.text)
    unit = IN_LABEL.get(each.title.unit, "")
    currency = currency_unit(form.company.currency, form.speech.language)
    return f"{text} ({unit.format(currency=currency)})" if unit else text


def _key(form: Form, kind: str, path: Path, more: object = "") -> str:
    return f"{kind}:own-pay.{form.company.id}.{written(path)}{more}"


def _help(form: Form, each: Field) -> str | None:
    return plain(form.speech.text(each.title.help)) if each.title.help else None


def _typed(form: Form, each: Field, path: Path) -> None:
    unit, now = READ_AS[each.title.unit], at(form.tables, path)
    if now is None and each.default != 0:  # where it is left out, 0 asks for nothing and is not shown
        now = each.default
    if isinstance(now, Unread):
        text = now.text
    elif isinstance(now, dict):  # a text that is kept in every language
        text = str(now.get(form.speech.language, ""))
    elif unit == "shares":
        shares = [reading.written(share, "share", form.speech.language) for share in now or ()]
        text = f"{reading.BETWEEN} ".join(shares)
    elif now in (None, ()):
        text = ""
    else:
        text = reading.written(now, unit, form.speech.language)
    kind = "text" if unit == "text" else "number"
    key, first = state.seeded(_key(form, kind, path), text)
    label = as_label(label_of(form, each))
    st.text_input(
        label,
        first,
        key=key,
        help=_help(form, each),
        on_change=_leave,
        args=(key, form.company.id, each, path, form.speech),
        autocomplete="off",
    )


def _leave(key: str, company_id: str, each: Field, path: Path, speech: Speech) -> None:
    if key not in st.session_state:
        return
    text = str(st.session_state[key] or "")
    value = read(text, each, speech)
    also = {(*path[:-1], "to"): last_digit(text, speech)} if each.name == "pay" and isinstance(value, float) else {}
    draft.state_values(company_id, {path: value, **also})


def read(text: str, each: Field, speech: Speech) -> Any:
    """What was typed into a field: None where it is empty, what was typed where it is no value."""
    if not text.strip():
        return None
    value = reading.read(text, READ_AS[each.title.unit], speech)
    if isinstance(value, Fault):
        return Unread(text, (value,))
    if each.title.unit == "words":
        return dict.fromkeys(LANGUAGES, value)
    if each.title.unit == "counts":
        return [int(number) if float(number).is_integer() else number for number in value]
    return value


def last_digit(text: str, speech: Speech) -> float:
    """The last digit of an amount as it was typed: 1 of whole money, 0.01 where there are cents."""
    sign = "," if speech.language == "sv" else "."
    digits = sum(map(str.isdigit, tidied(text).rpartition(sign)[2])) if sign in text else 0
    return max(math.pow(10, -digits), FINEST)


def _choice(form: Form, record: type[Record], each: Field, path: Path) -> None:
    words, now = choice_words(record, each.name), at(form.tables, path)
    values = list(each.values)
    now = each.default if now is None else now
    key, first = state.seeded(_key(form, "choice", path), now)
    st.radio(
        as_label(label_of(form, each)),
        values,
        index=values.index(first) if first in values else 0,
        format_func=lambda value: plain(form.speech.text(words[value])),
        key=key,
        help=_help(form, each),
        on_change=_chosen,
        args=(key, form.company.id, path),
    )


def _one_of(form: Form, each: Field, path: Path) -> None:
    """A rank, a member or a part, from those that there are by now, or none."""
    _ = form.speech.text
    known: dict[Any, str] = {NONE: _(NONE_OF.get(each.name, NONE_OF[each.title.unit]))}
    if each.title.unit == "part":
        known |= dict(enumerate(form.parts, start=1))
    else:
        known |= {name: name for name in (form.ranks if each.title.unit == "rank" else form.members)}
    now = at(form.tables, path)
    if now is not None and not isinstance(now, Unread):
        known.setdefault(now, str(now))  # of a name that is gone, which is said under it
    options = list(known)
    key, first = state.seeded(_key(form, "choice", path, f"~{hash(tuple(known.values()))}"), now)
    st.selectbox(
        as_label(label_of(form, each)),
        options,
        index=options.index(first) if first in options else 0,
        format_func=lambda value: known[value],
        key=key,
        help=_help(form, each),
        on_change=_chosen,
        args=(key, form.company.id, path),
    )


def _parts(form: Form, each: Field, path: Path) -> None:
    parts, now = form.parts, at(form.tables, path) or []
    numbers = list(range(1, len(parts) + 1))
    key, first = state.seeded(_key(form, "choice", path, f"~{hash(tuple(parts))}"), now)
    st.multiselect(
        as_label(label_of(form, each)),
        numbers,
        default=[number for number in first if number in numbers],
        format_func=lambda number: parts[number - 1],
        key=key,
        help=_help(form, each),
        placeholder=form.speech.text(mark("all of them")),
        select_all=False,
        on_change=_chosen,
        args=(key, form.company.id, path),
    )


def _chosen(key: str, company_id: str, path: Path) -> None:
    if key in st.session_state:
        value = st.session_state[key]
        draft.state_values(company_id, {path: None if value in (NONE, [], None) else value})
