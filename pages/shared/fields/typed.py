"""Fields of the plan that are typed: label, unit and bounds are read off the plan's own declarations.

A field is seeded by its key; leaving it reads what was typed. What cannot be read stays in the field with the reason
beside it, and the plan stays as it was.
"""

from dataclasses import dataclass, replace
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from pages.shared.answer.page import as_label, plain
from pages.shared.fields import places, reading
from pages.shared.fields.places import in_unit, labelled, now_at, unit_of
from pages.shared.session import history, state
from planner.errors import Fault
from planner.inputs.path import Path, written
from planner.inputs.plan.plan import INPUTS
from planner.language import Language

TENFOLD = 10
FIELD_WIDTH = 112  # pixels, so that two fields fit beside each other on a phone


@dataclass(frozen=True, slots=True)
class Unread:
    """What was typed into a field and could not be taken into the plan, and why."""

    text: str
    unit: str
    label: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Jump:
    """An amount that an edit made ten times as large or small."""

    path: Path
    before: float
    after: float


def unread() -> dict[Path, Unread]:
    """Every text of this session that could not be taken into the plan."""
    texts: dict[Path, Unread] = st.session_state.setdefault("unread", {})
    return texts


def plan_field(path: Path) -> None:
    """A number or text of the plan with its title, unit and default, and where the default comes from."""
    text_field(path, labelled(path), unit_of(path))
    show_basis(path)


def text_field(path: Path, label: str, unit: str, unstated: float | None = None) -> None:
    """A field for one value at any place of the plan, and what is to be said about what was typed there."""
    bare_field(path, label, unit, unstated)
    tell(path)


def bare_field(path: Path, label: str, unit: str, unstated: float | None = None) -> None:
    """A field for one value at any place of the plan. unit: as in the plan, or "by_month" for a list of numbers.

    unstated: what the field shows where the plan states nothing; None leaves it empty.
    """
    text = unread()[path].text if path in unread() else _shown(path, unit, unstated)
    key, first = state.seeded(f"{'text' if unit == 'text' else 'number'}:{written(path)}", text)
    st.text_input(as_label(label), first, key=key, on_change=_leave, args=(key, path, unit, label), autocomplete="off")


def side_by_side(front: Path, columns: list[tuple[str | int, str, str]]) -> None:
    """Narrow fields beside each other, each with its place within `front`, its label and unit; messages below them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for part, label, unit in columns:
            with st.container(width=FIELD_WIDTH):
                bare_field((*front, part), label, unit)
    for part, _label, _unit in columns:
        tell((*front, part))


def tell(path: Path) -> None:
    """Under a field: why what was typed is not taken, or an amount in full where an edit changed it tenfold."""
    speech = state.speech()
    _ = speech.text
    if path in unread():
        st.error(plain(speech.say_fault(unread()[path].fault)))
    jump: Jump | None = st.session_state.get("jump")
    if jump is not None and jump.path == path:
        before, after = in_unit(jump.before, "money"), in_unit(jump.after, "money")
        st.info(plain(_("Read as {after}. Before it was {before}.").format(after=after, before=before)))


def _shown(path: Path, unit: str, unstated: float | None = None) -> str:
    value = now_at(path)
    stated = unstated if value is None else value
    if stated is None:
        return ""
    if unit == "text":
        return places.name_shown(str(stated))
    return reading.written(stated, unit, state.language())


def _leave(key: str, path: Path, unit: str, label: str) -> None:
    if key not in st.session_state:  # another field called back before this one had all fields drawn anew
        return
    take(path, str(st.session_state[key] or ""), unit, label)


def take(path: Path, text: str, unit: str, label: str) -> None:
    """Takes a typed text into the plan, or keeps it aside with what is wrong."""
    speech, before = state.speech(), now_at(path)
    value = reading.read(text, unit, speech, may_be_empty=places.may_be_empty(path))
    if not isinstance(value, Fault):
        faults = state.change(path, value)
        value = faults[0] if faults else value
    if isinstance(value, Fault):
        if path not in unread() or unread()[path].text != text:
            history.remember()
        unread()[path] = Unread(text, unit, label, reading.as_typed(value, text, unit, label, speech))
        return
    unread().pop(path, None)
    if unit == "money" and before and value and not 1 / TENFOLD < value / before < TENFOLD:
        st.session_state["jump"] = Jump(path, before, value)


def speak(language: Language) -> None:
    """Draws the page in a language. A change of it writes all fields anew and reads again what could not be read."""
    before = st.session_state.get("language")
    st.session_state["language"] = language
    if before in (None, language):
        return
    state.reseed()
    for path, kept in list(unread().items()):
        take(path, kept.text, kept.unit, kept.label)


def show_basis(path: Path) -> None:
    """What the field means and where its default comes from, folded; with the way back where the value differs."""
    _ = state.speech().text
    declared = INPUTS[path]
    lines = [escape(_(text)) for text in (declared.help, declared.basis.reason) if text]
    for source in declared.basis.sources:
        host = urlsplit(source).hostname or source
        lines.append(f'<a href="{escape(source)}" target="_blank" rel="noopener noreferrer">{escape(host)}</a>')
    body = "".join(f"<p>{line}</p>" for line in lines)
    st.html(f'<details class="basis"><summary>{escape(_title_of_basis(path))}</summary>{body}</details>')
    tell_refused(path)
    if places.differs(path):
        st.button(
            _way_back(path),
            key=f"back:{written(path)}",
            type="tertiary",
            on_click=back_to_default,
            args=(path,),
        )


def _title_of_basis(path: Path) -> str:
    _ = state.speech().text
    words = {"assumed": _("Default {value}, assumed"), "published": _("Default {value}, published")}
    if places.default_at(path) is None:
        return _("Left empty by default")
    simple = _in_a_word(path, places.default_at(path))
    return words[INPUTS[path].basis.kind].format(value=simple) if simple else _("About this field")


def _way_back(path: Path) -> str:
    _ = state.speech().text
    default = places.default_at(path)
    simple = _in_a_word(path, default)
    if not simple:
        return _("Back to the default")
    return _("Leave it empty") if default is None else _("Back to {value}").format(value=simple)


def _in_a_word(path: Path, value: Any) -> str:
    """A number with its unit, or that it is left empty; empty for what needs more words."""
    return in_unit(value, unit_of(path)) if value is None or isinstance(value, (int, float)) else ""


def back_to_default(path: Path) -> None:
    """Puts the default back in its place; what was typed there is gone, as asked for."""
    change(path, places.as_data(places.default_at(path)))
    forget(path)
    state.reseed()


def change(path: Path, value: Any) -> bool:
    """Changes what is not typed; where it does not fit the rest of the plan, that is said below until the next edit."""
    faults = state.change(path, value)
    if faults:
        refuse(path, faults[0])
    return not faults


def refuse(path: Path, fault: Fault) -> None:
    """Keeps why a change at a place was not made."""
    st.session_state["refused"] = (path, fault)


def tell_refused(path: Path) -> None:
    """Says why the last change at a place was not made."""
    place, fault = st.session_state.get("refused", (None, None))
    if place == path and fault is not None:
        st.error(plain(state.speech().say_fault(replace(fault, path="", found=""))))


def forget(path: Path) -> None:
    """Drops what was typed at or within a place and could not be read."""
    for place in places.unread_within(path):
        del unread()[place]
