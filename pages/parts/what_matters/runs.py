"""What the plan hangs on, computed once for each plan and company; where that takes long, when asked for."""

import time

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.answer.page import plain
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.chance.sensitivity import Progress, Sensitivity, affordable_paths, estimated_seconds, sensitivity
from planner.analysis.chance.tipping import Tipping, tipping_points
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS

AT_ONCE = 5.0  # seconds, at most, that are computed without being asked for
LONGEST = 20.0  # seconds: a plan with larger teams is tried with fewer runs
TOLD_EVERY = 0.1  # seconds between two words about progress
KNOWN, TIPS, ASKED = "matters", "matters_tips", "matters_asked"


def known(case: Case, place: DeltaGenerator) -> Sensitivity | None:
    """What the plan hangs on, its progress told in a place of the page; None where it waits to be asked for there."""
    found: Sensitivity | None = st.session_state.get(KNOWN)
    if found is not None and found.case.plan is case.plan and found.case.company is case.company:
        return found
    paths = affordable_paths(case.plan, load_ranges(), LONGEST)
    seconds = estimated_seconds(case.plan, load_ranges(), paths)
    if seconds > AT_ONCE and st.session_state.get(ASKED) is not case.plan:
        _offer(case, place, seconds)
        return None
    _ = state.speech().text
    words = _("Each input is moved alone. Now: {input}. {share} done.")
    found = sensitivity(case, load_ranges(), paths, _telling(place, words))
    place.empty()
    st.session_state[KNOWN] = found
    return found


def tips(found: Sensitivity, place: DeltaGenerator) -> tuple[Tipping, ...]:
    """Where each input tips the plan, its progress told in a place of the page."""
    last: tuple[Sensitivity, tuple[Tipping, ...]] | None = st.session_state.get(TIPS)
    if last is not None and last[0] is found:
        return last[1]
    _ = state.speech().text
    words = _("Looking for the figure that tips the plan. Now: {input}. {share} done.")
    points = tipping_points(found, _telling(place, words))
    place.empty()
    st.session_state[TIPS] = (found, points)
    return points


def _offer(case: Case, place: DeltaGenerator, seconds: float) -> None:
    _ = state.speech().text
    with place.container():
        text = _(
            "To move each input alone, the plan is tried many times. With teams as large as yours it takes longer."
        )
        st.markdown(plain(text))
        about = state.speech().plural("{count} second", "{count} seconds", round(seconds))
        label = _("Try it, about {seconds}").format(seconds=about)
        st.button(label, key="matters_try", on_click=_ask, args=(case,))


def _ask(case: Case) -> None:
    st.session_state[ASKED] = case.plan


def _telling(place: DeltaGenerator, words: str) -> Progress:
    """Tells in words above a bar which input is being moved, and how far it is."""
    speech = state.speech()
    told = 0.0

    def tell(share: float, path: Path) -> None:
        nonlocal told
        if time.monotonic() - told < TOLD_EVERY:
            return
        told = time.monotonic()
        text = words.format(input=speech.text(INPUTS[path].title), share=speech.percent(share))
        place.progress(share, text=plain(text))

    return tell
