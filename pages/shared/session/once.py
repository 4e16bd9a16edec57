"""What every part of a page asks its session for, read once a run: asked 400 times, it was a sixth of a page's time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import Any

import streamlit as st


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
