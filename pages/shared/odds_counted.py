"""How the runs are counted, on request, with the way to draw them again."""

import streamlit as st

from pages.shared import odds_state, odds_words, state
from pages.shared.odds_state import Known
from pages.shared.page import plain
from planner.analysis.wording import Speech


def show_counted(found: Known) -> None:
    """Runs, seed, what a loss is, the spreads; and a button for the next seed."""
    paragraphs = odds_words.counted(found, Speech.of(state.language(), found.current.plan))
    st.markdown("\n\n".join(map(plain, paragraphs)))
    draw_again("odds_draw_again")


def draw_again(key: str = "draw_again") -> None:
    """The button that draws with the next seed."""
    _ = state.speech().text
    st.button(_("Draw again with another seed"), key=key, on_click=odds_state.draw_again)
