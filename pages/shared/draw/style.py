"""The little that the theme does not say: how our own HTML looks, and which of Streamlit's English texts are hidden."""

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("style.css")


def apply() -> None:
    """Lays the style over the page."""
    st.html(STYLE)
