"""What makes a page run within app.py, its frame."""

from typing import NoReturn

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def run_within_the_frame() -> NoReturn:
    """Begins again with app.py, without which nothing here works.

    Until st.navigation is called for the first time in a process, Streamlit takes a folder named pages/ for its older
    kind of pages: whoever opens the address of one as the first visitor has it run alone. No setting prevents that.
    """
    PagesManager.uses_pages_directory = False
    st.rerun()
