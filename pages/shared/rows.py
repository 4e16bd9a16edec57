"""Lists of costs as ordinary rows of fields, each with a way to remove it, and a way to add one."""

from typing import Any

import streamlit as st

from pages.shared import fields, state
from pages.shared.page import plain
from pages.shared.state import Path

MOST_ROWS = 30
FIELD_WIDTH = 112  # pixels, so that two fields fit beside each other on a phone


def cost_rows(path: Path) -> None:
    """The list of costs at a place of the plan. A running cost also says when it begins and how often it returns."""
    _ = state.speech().text
    rows = fields.value_at(state.plan_file().plan, path)
    for index in range(len(rows)):
        _row((*path, index), returns=hasattr(rows[index], "every_months"))
    st.button(
        _("Add a cost"),
        key=f"add:{'.'.join(map(str, path))}",
        icon=":material/add:",
        disabled=len(rows) >= MOST_ROWS,
        on_click=_add,
        args=(path, _("New cost")),
    )
    fields.show_basis(path)


def _row(path: Path, *, returns: bool) -> None:
    speech = state.speech()
    _ = speech.text
    columns = [("amount", fields.with_unit(_("Amount"), "money", speech), "money")]
    if returns:
        columns += [("first_month", _("First in month"), "months"), ("every_months", _("Every … months"), "months")]
    name = fields.value_at(state.plan_file().plan, path).name
    with st.container(border=True):
        fields.text_field((*path, "name"), _("What"), "text")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for column, label, unit in columns:
                with st.container(width=FIELD_WIDTH):
                    fields.bare_field((*path, column), label, unit)
            st.button(
                _("Remove"),
                key=f"remove:{'.'.join(map(str, path))}",
                type="tertiary",
                help=plain(_("Remove {name}").format(name=name)),
                on_click=_remove,
                args=(path,),
            )
        for column, _label, _unit in columns:
            fields.tell((*path, column))


def _add(path: Path, name: str) -> None:
    rows = _as_data(path)
    state.change(path, [*rows, {"name": name, "amount": 0}])


def _remove(path: Path) -> None:
    """Takes a row away; what was typed into the rows below it and could not be read moves up with them."""
    *front, index = path
    place = tuple(front)
    state.change(place, [row for number, row in enumerate(_as_data(place)) if number != index])
    kept = dict(fields.unread())
    fields.unread().clear()
    for key, text in kept.items():
        moved = _after_removal(key, place, int(index))
        if moved is not None:
            fields.unread()[moved] = text
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
    return [row.model_dump(mode="json") for row in fields.value_at(state.plan_file().plan, path)]
