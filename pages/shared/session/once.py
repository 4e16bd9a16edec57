"""What is read once a run, and what is made once for the plan that it rests on: pages ask for both again and again.

Plan and language were asked for 400 times a run, which was a sixth of a page's time.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import is_
from threading import local
from typing import Any, TypeVar

import streamlit as st

T = TypeVar("T")


class _Run(local):
    """What the run of this thread has read, by its key; None outside of a run, where the session itself is asked."""

    read: dict[str, Any] | None = None


_run = _Run()


@contextmanager
def a_run() -> Iterator[None]:
    """Within it a page is drawn: what is read stays as it was, or as it was written here."""
    _run.read = {}
    try:
        yield
    finally:
        _run.read = None


def read(key: str) -> Any:
    """What the session holds; None where it holds nothing."""
    if _run.read is None:
        return st.session_state.get(key)
    if key not in _run.read:
        _run.read[key] = st.session_state.get(key)
    return _run.read[key]


def write(key: str, value: Any) -> None:
    """Has the session hold it. In a run it is written here alone; callbacks come before it."""
    st.session_state[key] = value
    if _run.read is not None:
        _run.read[key] = value


def made(name: str, of: tuple[object, ...], make: Callable[[], T]) -> T:
    """What was last made by this name in the session, if it was made of the very same; else it is made anew."""
    kept: tuple[tuple[object, ...], T] | None = st.session_state.get(name)
    if kept is None or len(kept[0]) != len(of) or not all(map(is_, kept[0], of)):
        kept = of, make()
        st.session_state[name] = kept
    return kept[1]


def told(name: str, value: T) -> T:
    """The value as it was told last where it is equal, so that what was made of it is not made anew."""
    kept = st.session_state.get(name)
    if type(kept) is not type(value) or kept != value:
        st.session_state[name] = kept = value
    return kept
