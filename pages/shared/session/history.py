"""Steps of a session, to be taken back and taken again, and the plan as it was when it was opened.

A step is all that a person entered: the plan, its company, its scenarios, companies of their own, and what was typed
and could not be read.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from planner.inputs.path import Path
from planner.inputs.plan_file import PlanFile, with_changes

MOST_STEPS = 60
SAVED = "kept"  # what stands in the link of the saved plan that the plan is a version of; "" for none
SAID_OF_THE_LAST = ("own_told", "own_refused", "own_steps")  # what was said of a change that is taken back
PAST, FUTURE, OPENED = "steps_before", "steps_after", "opened"
NOW_IN, LAST_IN = "step_now_in", "step_last_in"  # the field that is being typed into, and the one of the last step


@dataclass(frozen=True, slots=True)
class Step:
    """What was entered at one time. opened: the plan that it all began with.

    unread: what was typed and not taken, by its place. saved: the saved plan that it is a version of.
    """

    file: PlanFile
    unread: Mapping[tuple[str | int, ...], Any]
    opened: PlanFile
    saved: str


def begin(file: PlanFile) -> None:
    """Changes are counted from this plan on. It is a version of no saved plan, unless that is said afterwards."""
    st.session_state[OPENED] = file
    st.session_state[SAVED] = ""


def opened() -> PlanFile:
    """The plan as it was when it was opened, or the one that the session began with."""
    file: PlanFile = st.session_state.setdefault(OPENED, st.session_state["plan_file"])
    return file


def saved() -> str:
    """What stands in the link of the saved plan that the plan is a version of; empty where it is none."""
    return str(st.session_state.get(SAVED, ""))


@contextmanager
def one_step(place: Path) -> Iterator[None]:
    """Within it what is entered is of one field: together with what was last entered, if that was of the same."""
    st.session_state[NOW_IN] = place
    try:
        yield
    finally:
        st.session_state[NOW_IN] = None


def goes_on() -> bool:
    """Whether what is entered now goes on with the last step."""
    now = st.session_state.get(NOW_IN)
    return now is not None and st.session_state.get(LAST_IN) == now and can_go(PAST)


def before_the_step() -> PlanFile:
    """What was entered before the last step."""
    step: Step = _kept(PAST)[-1]
    return step.file


def remember() -> None:
    """Keeps what is entered now, before it changes. What was taken back can no longer be taken again."""
    if "plan_file" not in st.session_state:  # nothing is entered before the first plan
        return
    if not goes_on():
        _kept(PAST).append(_now())
        del _kept(PAST)[:-MOST_STEPS]
    st.session_state[LAST_IN] = st.session_state.get(NOW_IN)
    st.session_state[FUTURE] = []


def can_go(direction: str) -> bool:
    """Whether there is a step to take in a direction, PAST or FUTURE."""
    return bool(_kept(direction))


def go(direction: str) -> None:
    """Goes one step back (PAST) or forward (FUTURE); nothing where there is none.

    The companies that are compared stay as they are, but where another plan was opened in between, or where the
    person's own companies were other ones, since those that are compared may be among them.
    """
    if not can_go(direction):
        return
    st.session_state[LAST_IN] = None
    back = _kept(direction).pop()
    now = _now()
    _kept(FUTURE if direction == PAST else PAST).append(now)
    file = back.file
    if back.opened is now.opened and _own_ids(file) == _own_ids(now.file):
        file = with_changes(file, compared=now.file.compared)
    st.session_state.update({"plan_file": file, "unread": dict(back.unread), OPENED: back.opened, SAVED: back.saved})
    for key in SAID_OF_THE_LAST:
        st.session_state.pop(key, None)


def follow(before: str, after: str) -> None:
    """The steps of a plan that was just kept are its own, and those of a saved plan whose link was replaced stay so."""
    for direction in (PAST, FUTURE):
        steps = _kept(direction)
        for place, step in enumerate(steps):
            if step.saved == before and (before or step.opened == opened()):
                steps[place] = replace(step, saved=after)


def _own_ids(file: PlanFile) -> list[str]:
    return [company.id for company in file.own_companies]


def _now() -> Step:
    return Step(st.session_state["plan_file"], dict(st.session_state.get("unread", {})), opened(), saved())


def _kept(direction: str) -> list[Step]:
    steps: list[Step] = st.session_state.setdefault(direction, [])
    return steps
