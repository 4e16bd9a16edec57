"""100 people with the plan, those who lose money filled: counted, not measured."""

from html import escape

import streamlit as st

from planner.analysis.answer import odds_in_words
from planner.analysis.chance.odds import PEOPLE
from planner.analysis.chance.tried import Tried
from planner.speech import Speech


def show_hundred(found: Tried, speech: Speech) -> None:
    """The picture, and what it shows in words, which is its text alternative too."""
    _ = speech.text
    lose = round(PEOPLE * found.odds.lose)
    counted = odds_in_words.count(found.odds.lose, speech, found.odds.runs)
    said = _("100 people with this plan. Filled: those who lose money, {count}.").format(count=counted)
    people = "".join(f'<i class="{"loses" if place < lose else ""}"></i>' for place in range(PEOPLE))
    picture = f'<div class="hundred" role="img" aria-label="{escape(said)}">{people}</div>'
    st.html(f'<figure class="hundred">{picture}<figcaption>{escape(said)}</figcaption></figure>')
