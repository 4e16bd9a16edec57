"""Whose turn it is to compute in this process: one at a time, since threads that compute at once all wait longer.

They fight for the interpreter: ten busy people had 4.2 answers a second together where each in turn has more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import streamlit as st

LOOKS_UP = 0.05  # seconds between two looks of somebody who waits

_turn = RLock()  # whoever has it may ask for it again


@contextmanager
def one() -> Iterator[None]:
    """Waits for a turn, and has it; a click of the person who waits ends that."""
    while not _turn.acquire(timeout=LOOKS_UP):
        look_up()
    try:
        yield
    finally:
        _turn.release()


def look_up() -> None:
    """Where Streamlit ends the run when something was done: it looks for that whenever the session is read."""
    st.session_state.get("case")
