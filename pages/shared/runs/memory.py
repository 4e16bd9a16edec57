"""The answers that are kept: those of a session, and those that every session shares."""

from typing import Any, TypeVar

import streamlit as st

from pages.shared.runs.question import Key, Question

MOST_FOR_ALL = 64  # answers that every session shares
KEPT = "answers"  # in the state of a session

T = TypeVar("T")

_for_all: list[tuple[Key, Any]] = []  # in the whole process


def kept(key: Key) -> Any:
    """What was found for a question by its key; None where it was not, or is no longer kept."""
    name, of = key
    own = next((found for each, found in _answers(name) if each == of), None)
    return next((found for each, found in _for_all if each == key), None) if own is None else own


def last(question: Question[T]) -> T | None:
    """The last answer of the same name that was finished, whatever it was the answer for; None before the first."""
    found: T | None = last_of(question.name)
    return found


def last_of(name: str) -> Any:
    """The last answer of a name that was finished; None before the first."""
    answers = _answers(name)
    return answers[-1][1] if answers else None


def keep(question: Question[T], found: T) -> T:
    """Keeps an answer as the last one of its name."""
    answers = [each for each in _answers(question.name) if each[0] != question.of]
    st.session_state[KEPT][question.name] = [*answers, (question.of, found)][-question.keeps :]
    return found


def keep_for_all(key: Key, found: Any) -> None:
    """Keeps an answer in which nothing is of who asked for whoever asks next."""
    _for_all.append((key, found))
    del _for_all[:-MOST_FOR_ALL]


def forget_for_all() -> None:
    """Drops what every session shares, so that whoever asks next has it found anew."""
    _for_all.clear()


def _answers(name: str) -> list[tuple[tuple[object, ...], Any]]:
    """Of one name what was finished, what was last asked for at the end."""
    every: dict[str, list[tuple[tuple[object, ...], Any]]] = st.session_state.setdefault(KEPT, {})
    return every.setdefault(name, [])
