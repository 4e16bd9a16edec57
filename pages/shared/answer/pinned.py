"""Notes that are pinned to the page that is open, or to one of its figures, behind a word that opens."""

from collections.abc import Callable

import streamlit as st

from pages.shared.answer.page import as_label
from pages.shared.fields import notes
from pages.shared.session import menu, state
from planner.inputs.together.notes import FIGURES


def notes_on_page() -> None:
    """Those on the page as a whole."""
    address = menu.opened()[1].address
    _ = state.speech().text
    _behind(_("Notes on this page"), notes.open_on("page", address), "page", lambda: notes.show("page", address))


def notes_on_figures() -> None:
    """Those on a figure of the strip, which is chosen first."""
    _ = state.speech().text
    open_ones = sum(notes.open_on("figure", name) for name in FIGURES)
    _behind(_("Notes on these figures"), open_ones, "figures", _of_a_figure)


def _of_a_figure() -> None:
    _ = state.speech().text
    figure = st.selectbox(
        _("Which figure?"),
        list(FIGURES),
        format_func=lambda name: _(FIGURES[name]),
        key="notes-on-figure",
    )
    notes.show("figure", figure)


def _behind(title: str, count: int, key: str, show: Callable[[], None]) -> None:
    label = f"{title}: {count}" if count else title
    opened = st.popover(as_label(label), type="tertiary", key=f"notes-on-{key}", on_change="rerun")
    if opened.open:
        with opened:
            show()
