"""Seasons: every month alike, or twelve calendar months beside an average one."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import field, places, typed
from pages.shared.session import state
from planner.inputs.path import Path, written
from planner.language import mark

FORMS = {"alike": mark("Every month is alike"), "by_month": mark("By calendar month")}
CALENDAR = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def seasons_field(path: Path) -> None:
    """Whether calendar months differ and, if so, each as per cent of an average month."""
    _ = state.speech().text
    factors = places.now_at(path)
    key, first = state.seeded(f"choice:{written(path)}", _form(factors))
    st.radio(
        places.title_of(path),
        options=list(FORMS),
        index=list(FORMS).index(first),
        format_func=lambda form: plain(_(FORMS[form])),
        key=key,
        on_change=_change_form,
        args=(key, path),
    )
    if factors:
        words = _("Per cent of an average month. They are scaled so that the year comes to the same.")
        st.markdown(plain(words))
        typed.side_by_side(path, [(place, f"{_(month)} (%)", "share") for place, month in enumerate(CALENDAR)])
    typed.show_basis(path)


def _form(factors: tuple[float, ...]) -> str:
    return "by_month" if factors else "alike"


def _change_form(key: str, path: Path) -> None:
    form = st.session_state.get(key)
    if form is None or form == _form(places.now_at(path)):  # called back as a page is left, with nothing new
        return
    typed.change(path, [1] * len(CALENDAR) if form == "by_month" else [])
    field.forget(path)
