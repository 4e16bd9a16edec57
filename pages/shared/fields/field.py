"""One field that is typed, over whatever it stands for: it is drawn, read, taken or kept aside with why not.

A field is seeded by its key; leaving it reads what was typed, and where it moves the answer while one types, a pause
does too: all that is read until something else is touched is one step, which can be taken back. What cannot be taken
stays in the field with the reason under it, which the style sheet shows after a while, and what the field stands for
stays as it was. That counts as a step too.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from pages.shared.answer.page import as_label, plain
from pages.shared.fields import reading
from pages.shared.session import history, state
from planner.errors import Fault
from planner.inputs.path import Path, written
from planner.language import Language
from planner.speech import Speech

PAUSE = "300ms"  # of typing, after which a field is read that moves the answer


@dataclass(frozen=True, slots=True)
class Target:
    """What a field stands for: where, the name of its widget, its label, what is typed into it, what it shows now.

    place: unlike that of any other target. take: takes a value as read, or changes nothing and says what is wrong.
    live: whether it is read while one types. currency: in which an amount counts; "" is that of the plan.
    """

    place: Path
    key: str
    label: str
    unit: str
    now: Any
    take: Callable[[Any], tuple[Fault, ...]]
    may_be_empty: bool = False
    live: bool = False
    currency: str = ""

    @property
    def speech(self) -> Speech:
        """The page's language, with the currency in which an amount is typed here."""
        return replace(state.speech(), currency=self.currency) if self.currency else state.speech()


@dataclass(frozen=True, slots=True)
class Unread:
    """What was typed into a field and could not be taken, and why. Without a fault it waits for a button."""

    target: Target
    text: str
    faults: tuple[Fault, ...] = ()


def unread() -> dict[Path, Unread]:
    """Every text of this session that could not be taken, by the place of its target."""
    texts: dict[Path, Unread] = st.session_state.setdefault("unread", {})
    return texts


def unread_within(place: Path) -> list[Path]:
    """The places at or within a place whose text could not be taken."""
    return [each for each in unread() if each[: len(place)] == place]


def forget(place: Path) -> None:
    """Drops what was typed at or within a place and could not be taken."""
    for each in unread_within(place):
        del unread()[each]


def draw(target: Target) -> None:
    """The field of a target, with what could not be taken still in it; why not is told where the page has room."""
    kept = unread().get(target.place)
    if kept:  # whose value, which still counts, may have changed meanwhile
        unread()[target.place] = replace(kept, target=target)
    text = kept.text if kept else reading.written(target.now, target.unit, state.language())
    key, first = state.seeded(target.key, text)
    live = PAUSE if target.live else False
    st.text_input(
        as_label(target.label), first, key=key, on_change=_leave, args=(key, target), autocomplete="off", live=live
    )


def tell(place: Path) -> None:
    """Under a field, or several: why what was typed at or within a place is not taken, and what counts instead."""
    if found := [kept for each in unread_within(place) if (kept := unread()[each]).faults]:
        with st.container(key=f"refused-{written(place)}"):
            for kept in found:
                said = [*map(state.speech().say_fault, kept.faults), _what_counts(kept.target)]
                st.error(plain(" ".join(said)))


def _what_counts(target: Target) -> str:
    """The figure on which the answer goes on resting, since what was typed is not taken."""
    _ = state.speech().text
    if target.now is None:
        return _("It still counts as left empty.")
    return _("{figure} still counts.").format(figure=reading.in_unit(target.now, target.unit, target.speech))


def _leave(key: str, target: Target) -> None:
    if key in st.session_state:  # otherwise another field called back before this one, and all were drawn anew
        with history.one_step(target.place):
            take(target, str(st.session_state[key] or ""))


def take(target: Target, text: str) -> None:
    """Takes a typed text to where it belongs, or keeps it aside with what is wrong."""
    speech = target.speech
    value = reading.read(text, target.unit, speech, may_be_empty=target.may_be_empty)
    faults = (value,) if isinstance(value, Fault) else target.take(value)
    if not faults:
        unread().pop(target.place, None)
        return
    if target.place not in unread() or unread()[target.place].text != text:
        history.remember()
    said = tuple(reading.as_typed(fault, text, target.unit, target.label, speech) for fault in faults)
    unread()[target.place] = Unread(target, text, said)


def read_again(within: Path = ()) -> None:
    """Takes what fits by now of all that was kept aside at or within a place."""
    for place in unread_within(within):
        kept = unread().get(place)  # gone where it was taken together with one before it
        if kept is not None and kept.faults:
            take(kept.target, kept.text)


def speak(language: Language) -> None:
    """Draws the page in a language. A change of it writes all fields anew and reads again what could not be read."""
    before = st.session_state.get("language")
    state.speak(language)
    if before not in (None, language):
        state.reseed()
        read_again()
