"""100 people with the plan, those who lose money filled: counted, not measured."""

from html import escape

import streamlit as st

from planner.analysis.answer import odds_in_words
from planner.analysis.chance.odds import PEOPLE
from planner.analysis.chance.tried import Tried
from planner.speech import Speech


def show_hundred(found: Tried, speech: Speech) -> None:
    """The picture; the headline is its text alternative."""
    _ = speech.text
    lose = round(PEOPLE * found.odds.lose)
    people = "".join('<i class="loses"></i>' if place < lose else "<i></i>" for place in range(PEOPLE))
    said = escape(odds_in_words.headline(found, speech))
    picture = f'<div class="hundred" role="img" aria-label="{said}">{people}</div>'
    caption = _("100 people; filled are those who lose money.")
    st.html(f'<figure class="hundred">{picture}<figcaption>{escape(caption)}</figcaption></figure>')
