"""Many runs of a plan on a company, computed once while it stands: odds, and the result of each run."""

import time
from dataclasses import dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from pages.shared.answer.page import plain
from pages.shared.runs import odds_state
from pages.shared.session import state
from planner.analysis.chance.odds import Odds, expected_work, odds
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import Progress, Simulation, simulate

PATHS = odds_state.RUNS  # as many as elsewhere, so that the plan's own runs serve here too
KNOWN, MOST_KNOWN = "known_runs", 12


@dataclass(frozen=True, slots=True)
class Runs:
    """What is kept of a simulation. result: of each run, (paths,); the same run has the same luck in all of them."""

    plan: Plan
    company: Company
    odds: Odds
    result: NDArray[np.float64]

    @classmethod
    def of(cls, simulation: Simulation, found: Odds) -> "Runs":
        """The runs of a simulation that is finished."""
        return cls(simulation.plan, simulation.company, found, simulation.outcome.result)


def runs_of(plan: Plan, company: Company, name: str) -> Runs:
    """The runs, from before where the same plan was tried on the same company.

    name: what is tried, told while it takes long; any click ends it, since Streamlit then begins the page anew.
    """
    known: list[Runs] = st.session_state.setdefault(KNOWN, [])
    found = next((runs for runs in known if runs.company is company and runs.plan == plan), None)
    if found is None:
        found = _of_the_plan(plan, company) or _drawn(plan, company, name)
        known.append(found)
        del known[:-MOST_KNOWN]
    return found


def _of_the_plan(plan: Plan, company: Company) -> Runs | None:
    """The runs that were drawn for the headline of the plan, if they are of this one."""
    last = odds_state.last_finished()
    if last is None or not last.whole or last.case.company is not company or last.case.plan != plan:
        return None
    return Runs.of(last.simulation, last.headline.odds)


def _drawn(plan: Plan, company: Company, name: str) -> Runs:
    slow = expected_work(plan, PATHS) > odds_state.AT_ONCE
    simulation = simulate(plan, company, PATHS, progress=_telling(name) if slow else None)
    return Runs.of(simulation, odds(simulation))


def _telling(name: str) -> Progress:
    """Tells how far the runs are, in words above a bar that goes when they are done."""
    speech = state.speech()
    _ = speech.text
    words = _("{name} is being tried many times: {share} done. Any change or click ends it.")

    def said(share: float) -> str:
        return plain(words.format(name=name, share=speech.percent(share)))

    place = st.empty()
    bar, told = place.progress(0.0, text=said(0)), time.monotonic()

    def tell(share: float) -> None:
        nonlocal told
        if share >= 1:
            place.empty()
        elif time.monotonic() - told >= odds_state.TOLD_EVERY:
            told = time.monotonic()
            bar.progress(share, text=said(share))

    return tell
