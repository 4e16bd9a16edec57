"""Whose turn it is to compute and draw in this process: one session at a time, in the order in which they came.

Threads that work at once fight for the interpreter, so that all of them are late; one after the other, the first is as
quick as if it were alone. The title of a page needs no turn. Whoever waits for workers lends theirs, and has it back
before anybody who comes new: what is half done is done soonest.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, local

import streamlit as st

from planner.simulation.workers import LOOKS_UP


class Turn:
    """The one turn there is. A thread has it, or it is handed to whoever waits first, those who lent it before all."""

    def __init__(self) -> None:
        self._lock, self._taken = Lock(), False
        self._lent: deque[Event] = deque()
        self._new: deque[Event] = deque()

    def ask(self, *, lent: bool) -> Event:
        """An event that is set as soon as the turn is theirs. lent: whether it was before."""
        mine = Event()
        with self._lock:
            if self._taken:
                (self._lent if lent else self._new).append(mine)
            else:
                self._taken = True
                mine.set()
        return mine

    def forgo(self, mine: Event) -> None:
        """Who asked needs it no more, whether it was theirs already or not."""
        with self._lock:
            for waiting in (self._lent, self._new):
                if mine in waiting:
                    waiting.remove(mine)
                    return
            self._pass_on()

    def give_back(self) -> None:
        """The next one has it."""
        with self._lock:
            self._pass_on()

    def _pass_on(self) -> None:
        waiting = self._lent or self._new
        self._taken = bool(waiting)
        if waiting:
            waiting.popleft().set()


_turn = Turn()
_here = local()  # has: whether this thread has the turn


def take(*, lent: bool = False) -> None:
    """Waits for the turn, and has it until it is given back; a click of the person who waits ends that."""
    if _has():
        return
    mine = _turn.ask(lent=lent)
    try:
        while not mine.wait(LOOKS_UP):
            look_up()
    except BaseException:
        _turn.forgo(mine)
        raise
    _here.has = True


def give_back() -> None:
    """Lets the next one have it; nothing where it is another's."""
    if _has():
        _here.has = False
        _turn.give_back()


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
        take(lent=True)


def look_up() -> None:
    """Where Streamlit ends the run when something was done: it looks for that whenever the session is read."""
    st.session_state.get("case")


def _has() -> bool:
    return getattr(_here, "has", False)
