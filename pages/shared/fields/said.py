"""Who an input is from, set beside its field in two taps: a word that opens, and a choice among few."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import streamlit as st

from pages.shared.answer.page import as_label
from pages.shared.fields import field, notes, places
from pages.shared.session import state, together
from planner.analysis.together.in_words import said_by
from planner.errors import Fault
from planner.inputs.path import Path, written
from planner.inputs.together.ledger import OWNERS, Owner, Said
from planner.language import mark

LEDGER = "ledger"  # how the place of what is typed about an input begins
# In a word, for the button beside a field.
IN_A_WORD: dict[Owner, str] = {
    "me": mark("Me"),
    "mentor": mark("Mentor"),
    "recruiter": mark("Recruiter"),
    "company": mark("Company"),
    "published": mark("Source"),
    "guess": mark("Guess"),
}
TO_CHECK = ":material/flag:"


def beside(path: Path, *, key: str = "who") -> None:
    """A word that says who an input is from, and opens into what is said of it and the notes on it."""
    _, said = state.speech().text, together.said(path)
    label = _("Who?") if said.owner is None else _(IN_A_WORD[said.owner])
    if count := notes.open_on("input", written(path)):
        label = _("{who} · {count}").format(
            who=label, count=state.speech().plural("{count} note", "{count} notes", count)
        )
    icon = TO_CHECK if said.check else None
    opened = st.popover(as_label(label), type="tertiary", icon=icon, key=f"{key}-{written(path)}", on_change="rerun")
    if opened.open:
        with opened:
            ask(path)
            notes.show("input", written(path))


def of_several(paths: Iterable[Path]) -> None:
    """The same of several fields behind one word, for a page that has no room beside each: who, and what to check."""
    _ = state.speech().text
    opened = st.popover(_("Who?"), type="tertiary", key="who-several", on_change="rerun")
    if opened.open:
        with opened:
            for path in paths:
                _who(path, places.title_of(path))


def ask(path: Path) -> None:
    """Who it is from, whether it is to be checked, when it was said and where."""
    _, said = state.speech().text, together.said(path)
    _who(path, _("Who says so?"))
    if said.owner is not None:
        day = None if said.day is None else said.day.isoformat()
        _text(path, "day", _("When it was said (year, month, day)"), day, _day)
        _text(path, "note", _("Where, or in which words"), said.note, _note)


def _who(path: Path, label: str) -> None:
    _, said = state.speech().text, together.said(path)
    key, first = state.seeded(f"choice:who.{written(path)}", said.owner)
    st.pills(
        as_label(label),
        list(OWNERS),
        default=first,
        format_func=lambda owner: _(OWNERS[owner]),
        key=key,
        on_change=_own,
        args=(key, path),
        wrap=True,
    )
    key, check = state.seeded(f"choice:check.{written(path)}", said.check)
    st.checkbox(_("To be checked"), check, key=key, on_change=_check, args=(key, path))


def _text(path: Path, name: str, label: str, now: str | None, take: Any) -> None:
    place = (LEDGER, *path, name)
    key = f"text:{written(place)}"
    field.draw(field.Target(place, key, label, "text", now, partial(take, path), may_be_empty=True))
    field.tell(place)


def _own(key: str, path: Path) -> None:
    owner = st.session_state.get(key)
    said = together.said(path)
    if key in st.session_state and owner != said.owner:
        together.say(path, owner=owner, day=said.day if said.day or owner is None else together.today())


def _check(key: str, path: Path) -> None:
    if key in st.session_state:
        together.say(path, check=bool(st.session_state[key]))


def _day(path: Path, text: str | None) -> tuple[Fault, ...]:
    day = together.as_day(text)
    return (day,) if isinstance(day, Fault) else together.say(path, day=day)


def _note(path: Path, text: str | None) -> tuple[Fault, ...]:
    return together.say(path, note=text or "")


def in_a_line(path: Path) -> str:
    """All that was said of an input, as words for a list."""
    said: Said = together.said(path)
    return said_by(said, state.speech())
