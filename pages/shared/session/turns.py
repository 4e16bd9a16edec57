"""Whose turn it is to compute and draw in this process: one session at a time.

Threads that work at once fight for the interpreter, so that all of them are late; one after the other, the first is as
quick as if it were alone. The title of a page needs no turn, and whoever waits for workers lends theirs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, local

import streamlit as st

from planner.simulation.workers import LOOKS_UP

_turn = Lock()
_here = local()  # has: whether this thread has the turn


def take() -> None:
    """Waits for the turn, and has it until it is given back; a click of the person who waits ends that."""
    if _has():
        return
    while not _turn.acquire(timeout=LOOKS_UP):
        look_up()
    _here.has = True


def give_back() -> None:
    """Lets the next one have it; nothing where it is another's."""
    if _has():
        _here.has = False
        _turn.release()


@contextmanager
def one() -> Iterator[None]:
    """A turn for what is within, unless it is within one already."""
    had = _has()
    take()
    try:
        yield
    finally:
        if not had:
            give_back()


@contextmanager
def lent() -> Iterator[None]:
    """Within it others have their turn; after it, it is waited for again. Who is called away needs it no more."""
    had = _has()
    give_back()
    yield
    if had:
        take()


def look_up() -> None:
    """Where Streamlit ends the run when something was done: it looks for that whenever the session is read."""
    st.session_state.get("case")


def _has() -> bool:
    return getattr(_here, "has", False)
