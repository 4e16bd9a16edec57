"""Fields of the plan that are typed: label, unit and bounds are read off the plan's own declarations."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import field, places
from pages.shared.fields.places import in_unit, labelled, now_at, unit_of
from pages.shared.session import history, state
from planner.errors import Fault
from planner.inputs.path import Path, at, written
from planner.inputs.plan.plan import INPUTS

TENFOLD = 10
FIELD_WIDTH = 112  # pixels, so that two fields fit beside each other on a phone


@dataclass(frozen=True, slots=True)
class Jump:
    """An amount that an edit made ten times as large or small."""

    path: Path
    before: float
    after: float


def in_plan(path: Path, label: str, unit: str, unstated: float | None = None) -> field.Target:
    """A value at any place of the plan. unit: as in the plan, or "by_month" for a list of numbers.

    unstated: what its field shows where the plan states nothing; None leaves it empty.
    """
    key = f"{'text' if unit == 'text' else 'number'}:{written(path)}"
    value = now_at(path)
    if value is None:
        value = unstated
    elif unit == "text":
        value = places.name_shown(str(value))
    may_be_empty, live = places.may_be_empty(path), unit != "text" and path in INPUTS
    return field.Target(path, key, label, unit, value, partial(_take, path, unit), may_be_empty, live)


def _take(path: Path, unit: str, value: Any) -> tuple[Fault, ...]:
    """Changes the plan, and keeps for below the field that an amount became ten times as large or small."""
    before = before_the_edit(path)
    faults = state.change(path, value)
    if not faults and unit == "money" and before and value and not 1 / TENFOLD < value / before < TENFOLD:
        st.session_state["jump"] = Jump(path, before, value)
    return faults


def before_the_edit(path: Path) -> Any:
    """The value at a place of the plan before what is typed into its field."""
    file = history.before_the_step() if history.goes_on() else state.plan_file()
    return at(file.plan, path)


def plan_field(path: Path) -> None:
    """A number or text of the plan with its title, unit and default, and where the default comes from."""
    bare_field(path)
    show_basis(path)


def bare_field(path: Path) -> None:
    """The same without where the default comes from, for a page that says so of all its fields at once."""
    text_field(path, labelled(path), unit_of(path))


def text_field(path: Path, label: str, unit: str, unstated: float | None = None) -> None:
    """A field for one value at any place of the plan, and what is to be said about what was typed there."""
    field.draw(in_plan(path, label, unit, unstated))
    tell(path)


def side_by_side(front: Path, columns: list[tuple[str | int, str, str]]) -> None:
    """Narrow fields beside each other, each with its place within `front`, its label and unit; messages below them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for part, label, unit in columns:
            with st.container(width=FIELD_WIDTH):
                field.draw(in_plan((*front, part), label, unit))
    for part, _label, _unit in columns:
        tell((*front, part))


def tell(path: Path) -> None:
    """Under a field: why what was typed is not taken, or an amount in full where an edit changed it tenfold."""
    _ = state.speech().text
    field.tell(path)
    jump: Jump | None = st.session_state.get("jump")
    if jump is not None and jump.path == path:
        before, after = in_unit(jump.before, "money"), in_unit(jump.after, "money")
        st.info(plain(_("Read as {after}. Before it was {before}.").format(after=after, before=before)))


def show_basis(path: Path) -> None:
    """What the field means and where its default comes from, folded; with the way back where the value differs."""
    _folded(_title_of_basis(path), _basis_as_html(path))
    offer_way_back(path)


def show_bases(paths: Iterable[Path]) -> None:
    """The same of several fields under one line, which says once what all their defaults are; without the ways back."""
    _, told = state.speech().text, list(paths)
    title, kinds = _("About these fields and their defaults"), {places.basis_at(path).kind for path in told}
    if kinds == {"assumed"}:
        title = _("About these fields; their defaults are assumed")
    headings = (f"<p><strong>{escape(labelled(path))}</strong></p>" for path in told)
    bodies = (f"{heading}{_basis_as_html(path)}" for heading, path in zip(headings, told, strict=True))
    _folded(title, "".join(bodies))


def _folded(title: str, body: str) -> None:
    st.html(f'<details class="basis"><summary>{escape(title)}</summary>{body}</details>')


def _basis_as_html(path: Path) -> str:
    """What the field means, and where its default comes from."""
    basis = places.basis_at(path)
    lines = [escape(text) for text in (state.speech().text(INPUTS[path].help), basis.reason) if text]
    for source in basis.sources:
        host = urlsplit(source).hostname or source
        lines.append(f'<a href="{escape(source)}" target="_blank" rel="noopener noreferrer">{escape(host)}</a>')
    return "".join(f"<p>{line}</p>" for line in lines)


def offer_way_back(path: Path) -> None:
    """Why a change was refused, and the way back to the default where the value differs from it."""
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
    return words[places.basis_at(path).kind].format(value=simple) if simple else _("About this field")


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
    field.forget(path)
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
