"""Lists as ordinary rows of fields, each with a way to remove it, and a way to add one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import field, places, remarks, typed
from pages.shared.session import state
from pages.shared.words import inputs
from planner.inputs.path import Path, written

MOST_ROWS = 30

LEFT_OPEN = ""  # of a choice that a row need not make

Columns = list[tuple[str | int, str, str]]  # part of the row, label, unit


def startup_rows(path: Path) -> None:
    """What is bought to get started, each with its month."""
    _ = state.speech().text
    for index in range(len(places.now_at(path))):
        with st.container(border=True):
            name_field(path, index)
            beside(path, index, [_amount(), ("month", _("Month (0: the start)"), "months")])
            remarks.tell_without_effect((*path, index))
    add_button(path, _("Add a cost"), {"name": _("New cost"), "amount": 0})
    typed.show_basis(path)


def running_rows(path: Path) -> None:
    """What is paid to keep going, each with its months folded under a line that says them."""
    speech = state.speech()
    _ = speech.text
    for index, row in enumerate(places.now_at(path)):
        place = (*path, index)
        with st.container(border=True):
            name_field(path, index)
            beside(path, index, [_amount(), ("every_months", _("Every … months"), "months")])
            when = inputs.when_in_words(row)
            with st.expander(plain(when[:1].upper() + when[1:]), key=f"when-{index}"):
                typed.side_by_side(
                    place,
                    [
                        ("first_month", _("First in month"), "months"),
                        ("last_month", _("Last in month, if any"), "months"),
                        ("every_weeks", _("Or every … weeks"), "months"),
                    ],
                )
                _for_recruiting((*place, "for_recruiting"))
            remarks.tell_without_effect(place)
    add_button(path, _("Add a cost"), {"name": _("New cost"), "amount": 0})
    typed.show_basis(path)


def product_rows(path: Path) -> None:
    """The products of an average order, with their own share and points where they differ from the company's."""
    speech = state.speech()
    _ = speech.text
    for index in range(len(places.now_at(path))):
        place = (*path, index)
        with st.container(border=True):
            name_field(path, index)
            price = places.with_unit(_("Shop price"), "money", speech)
            beside(path, index, [("retail_price", price, "money"), ("per_order", _("In an order"), "number")])
            with st.expander(_("Where it differs from the company's other goods"), key=f"own-{index}"):
                typed.side_by_side(
                    place,
                    [
                        ("wholesale_share", _("You pay, % of it"), "share"),
                        ("points", _("Points for one"), "number"),
                    ],
                )
                st.markdown(_("Left empty, the company's own figures count."))
    price_now = state.plan_file().plan.customers.retail_per_order
    add_button(path, _("Add a product"), {"name": _("New product"), "retail_price": price_now})
    typed.show_basis(path)


def _amount() -> tuple[str, str, str]:
    _ = state.speech().text
    return "amount", places.with_unit(_("Amount"), "money", state.speech()), "money"


def name_field(path: Path, index: int) -> None:
    """What a row is about."""
    _ = state.speech().text
    typed.text_field((*path, index, "name"), _("What"), "text")


def beside(path: Path, index: int, columns: Columns) -> None:
    """The narrow fields of a row, and the button that takes the row away."""
    _ = state.speech().text
    place = (*path, index)
    name = places.now_at(place).name
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for part, label, unit in columns:
            with st.container(width=typed.FIELD_WIDTH):
                field.draw(typed.in_plan((*place, part), label, unit))
        st.button(
            _("Remove"),
            key=f"remove:{written(place)}",
            type="tertiary",
            help=plain(_("Remove {name}").format(name=places.name_shown(name))),
            on_click=_remove,
            args=(place,),
        )
    for part, _label, _unit in columns:
        typed.tell((*place, part))


def choice(path: Path, label: str, titles: Mapping[str, str]) -> None:
    """One of few values of a row; LEFT_OPEN, where that is among them, stands for none."""
    key, first = state.seeded(f"choice:{written(path)}", places.now_at(path) or LEFT_OPEN)
    st.selectbox(
        label,
        list(titles),
        index=list(titles).index(first),
        format_func=titles.__getitem__,
        key=key,
        on_change=_chosen,
        args=(key, path),
    )
    typed.tell_refused(path)


def _chosen(key: str, path: Path) -> None:
    if key in st.session_state and st.session_state[key] != (places.now_at(path) or LEFT_OPEN):
        typed.change(path, st.session_state[key] or None)


def _for_recruiting(path: Path) -> None:
    """Whether a cost would fall away with nobody recruited."""
    _ = state.speech().text
    key, first = state.seeded(f"choice:{written(path)}", places.now_at(path))
    st.checkbox(
        _("Only for recruiting: falls away with nobody recruited"),
        value=first,
        key=key,
        on_change=_ticked,
        args=(key, path),
    )


def _ticked(key: str, path: Path) -> None:
    if key in st.session_state:
        typed.change(path, bool(st.session_state[key]))


def add_button(path: Path, label: str, row: Mapping[str, Any]) -> None:
    """The button that adds a row, until the list is full."""
    st.button(
        label,
        key=f"add:{written(path)}",
        icon=":material/add:",
        disabled=len(places.now_at(path)) >= MOST_ROWS,
        on_click=add,
        args=(path, row),
    )


def add(path: Path, row: Mapping[str, Any]) -> None:
    """Puts a row under those of a list."""
    typed.change(path, [*_as_data(path), dict(row)])


def _remove(path: Path) -> None:
    """Takes a row away; what was typed into the rows below it and could not be read moves up with them."""
    *front, index = path
    place = tuple(front)
    if not typed.change(place, [row for number, row in enumerate(_as_data(place)) if number != index]):
        return
    for kept in [field.unread().pop(each) for each in field.unread_within(place)]:
        moved = _after_removal(kept.target.place, place, int(index))
        if moved is not None:
            target = typed.in_plan(moved, kept.target.label, kept.target.unit)
            field.unread()[moved] = replace(kept, target=target)
    state.reseed()


def _after_removal(key: Path, place: Path, removed: int) -> Path | None:
    """Where a field of the list stands once a row is gone; None for a field of that row itself."""
    depth = len(place)
    if key[:depth] != place or len(key) <= depth:
        return key
    index = int(key[depth])
    if index == removed:
        return None
    return (*place, index - (index > removed), *key[depth + 1 :])


def _as_data(path: Path) -> list[Any]:
    rows: list[Any] = places.as_data(places.now_at(path))
    return rows
