"""100 people with the plan, those who lose money filled: counted, not measured."""

from html import escape

import streamlit as st

from pages.shared.answer import counted
from planner.analysis.answer import odds_in_words
from planner.analysis.chance.odds import PEOPLE
from planner.analysis.chance.tried import Tried
from planner.speech import Speech


def show_hundred(found: Tried, speech: Speech) -> None:
    """The picture, and under it how it is counted; the headline is its text alternative."""
    _ = speech.text
    lose = round(PEOPLE * found.odds.lose)
    people = "".join('<i class="loses"></i>' if place < lose else "<i></i>" for place in range(PEOPLE))
    said = escape(odds_in_words.headline(found, speech))
    picture = f'<div class="hundred" role="img" aria-label="{said}">{people}</div>'
    caption = _("100 people; filled: those who lose.")
    st.html(f'<figure class="hundred">{picture}</figure>')
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="hundred"):
        st.html(f'<p class="filled">{escape(caption)}</p>', width="content")
        counted.show_how(found)
