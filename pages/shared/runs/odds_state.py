"""The runs of the plan in a session: drawn when they are asked for, kept until the next ones are finished.

Small work is done at once. Of larger work a part is, for a first answer; the rest waits until the page is drawn,
tells how far it is, and ends with any click, since Streamlit then begins the page anew; the largest begins only when
asked for.
"""

import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.answer.page import plain
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.chance.odds import Headline, expected_work, headline
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import FEWEST_PATHS, USUAL_PATHS, Progress, Simulation, simulate

RUNS = USUAL_PATHS
OTHER_RUNS = RUNS  # with the spreads at each end of what is plausible
ALL_RUNS = (RUNS, OTHER_RUNS, OTHER_RUNS)
AT_ONCE, UNASKED = 1e6, 4e7  # months of members: most that is drawn with the page, and that begins by itself
FIRST_ANSWER = 2.5e6  # most that is drawn with the page where fewer runs than are wanted must do at first
TOLD_EVERY = 0.1  # seconds between two words about progress
SEEDS = 1_000_000
KNOWN, BEFORE, WANTED, ASKED = "odds", "odds_before", "odds_wanted", "odds_asked_for"


@dataclass(frozen=True, slots=True)
class Known:
    """Finished runs, and the plan on its company that they are of. whole: whether no more of them are to come."""

    case: Case
    simulation: Simulation
    headline: Headline
    whole: bool

    def is_of(self, case: Case | None) -> bool:
        """Whether they are of this plan on this company."""
        mine = self.case
        return case is not None and mine.plan is case.plan and mine.company is case.company


def known_for(case: Case) -> Known | None:
    """The runs of the plan; None where they take so long that they are not drawn with the page."""
    known = last_finished()
    if known is not None and known.is_of(case):
        return known
    runs = first_runs(case.plan, *ALL_RUNS)
    return None if runs is None else _drawn(case, runs)


def first_runs(plan: Plan, *wanted: int) -> tuple[int, ...] | None:
    """Of so many runs each, as many as are drawn with a page; None where even a few take too long for that."""
    share = AT_ONCE / max(expected_work(plan, *wanted), 1.0)
    runs = wanted if share >= 1 else tuple(max(round(number * share), FEWEST_PATHS) for number in wanted)
    return runs if expected_work(plan, *runs) <= FIRST_ANSWER else None


def last_finished() -> Known | None:
    """The last runs that were finished, whichever plan they are of; None before the first."""
    known: Known | None = st.session_state.get(KNOWN)
    return known


def before_last_edit() -> Headline | None:
    """What the runs came to before the plan's last edit, if they were finished then."""
    stashed: tuple[Case, Headline] | None = st.session_state.get(BEFORE)
    before = state.before_last_edit()
    if stashed is None or before is None or before.plan.currency != state.plan_file().plan.currency:
        return None
    same = stashed[0].plan is before.plan and stashed[0].company is before.company
    return stashed[1] if same else None


def work(plan: Plan) -> float:
    """Months of members that all runs of a plan come to."""
    return expected_work(plan, *ALL_RUNS)


def want(case: Case, place: DeltaGenerator) -> None:
    """Has the runs drawn once the page stands, their progress told in a place of it; or offers to, where it is long."""
    _ = state.speech().text
    if work(case.plan) <= UNASKED or st.session_state.get(ASKED) is case.plan:
        st.session_state[WANTED] = (case, place)
        return
    with place.container():
        st.markdown(plain(_("The teams of this plan grow so large that trying it many times takes a while.")))
        st.button(_("Try it now"), key="odds_try_now", on_click=_ask, args=(case.plan,))


def _ask(plan: Plan) -> None:
    st.session_state[ASKED] = plan


@contextmanager
def slow_runs_last() -> Iterator[None]:
    """Within it a page is drawn; then the runs that it waits for, and the page once more with them."""
    st.session_state.pop(WANTED, None)
    yield
    wanted: tuple[Case, DeltaGenerator] | None = st.session_state.pop(WANTED, None)
    if wanted is None:
        return
    case, place = wanted
    executor = ThreadPoolExecutor(2)
    try:
        _drawn(case, ALL_RUNS, executor, telling(place))
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
    st.rerun()


def telling(place: DeltaGenerator) -> Progress:
    """Tells how far the runs are, in words above a bar."""
    speech = state.speech()
    _ = speech.text
    words = _("The plan is being tried many times: {share} done. Any change or click ends it.")
    bar = place.progress(0.0, text=plain(words.format(share=speech.percent(0))))
    told = time.monotonic()

    def tell(share: float) -> None:
        nonlocal told
        if time.monotonic() - told >= TOLD_EVERY:
            told = time.monotonic()
            bar.progress(share, text=plain(words.format(share=speech.percent(share))))

    return tell


def _drawn(
    case: Case, runs: tuple[int, ...], executor: Executor | None = None, progress: Progress | None = None
) -> Known:
    """Draws the runs and keeps them in the place of the last ones, of which only the figures stay."""
    first = runs[0] / sum(runs)

    def part(start: float, share: float) -> Progress | None:
        return None if progress is None else lambda done: progress(start + share * done)

    simulation = simulate(case.plan, case.company, runs[0], executor, part(0, first))
    found = headline(simulation, runs[1], executor, part(first, 1 - first))
    last = last_finished()
    if last is not None and not last.is_of(case):
        st.session_state[BEFORE] = (last.case, last.headline)
    known = Known(case, simulation, found, runs == ALL_RUNS)
    st.session_state[KNOWN] = known
    return known


def draw_again() -> None:
    """The next seed, as a step that can be taken back."""
    state.change(("chance", "seed"), (state.plan_file().plan.chance.seed + 1) % SEEDS)
    state.reseed()
