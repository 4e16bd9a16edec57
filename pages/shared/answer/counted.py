"""How the runs are counted, on request, with the way to draw them again."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.answer.under_headline import show_how_found
from pages.shared.runs import many_runs
from pages.shared.session import state
from planner.analysis.answer import how_counted
from planner.analysis.chance.tried import Tried
from planner.language import mark
from planner.speech import Speech


def show_how(found: Tried) -> None:
    """A word that opens into how the runs are counted."""
    with st.popover(state.speech().text(mark("How is this counted?")), type="tertiary"):
        show_counted(found)


def show_counted(found: Tried) -> None:
    """Runs, seed, what a loss is, what chance does, the range; and a button for the next seed."""
    paragraphs = how_counted.counted(found, Speech.of(state.language(), found.case.plan))
    st.markdown("\n\n".join(map(plain, paragraphs)))
    show_how_found(found)
    draw_again("odds_draw_again")


def draw_again(key: str = "draw_again") -> None:
    """The button that draws with the next seed."""
    _ = state.speech().text
    st.button(_("Draw again with another seed"), key=key, on_click=many_runs.draw_again)
