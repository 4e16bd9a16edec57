"""The runs with shocks on: drawn once for each choice of them, as long as the plan stays as it is."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.runs import odds_state
from pages.shared.session import state
from planner.analysis.beside.shocks import SHOCKS, Shock, simulate_with
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds, expected_work, odds
from planner.simulation.engine import FEWEST_PATHS

RUNS = odds_state.RUNS
UNASKED = 1.2e7  # months of members: with more, the table of all shocks is drawn when asked for
KNOWN, ASKED = "shock_runs", "shocks_asked_for"
TOLD_EVERY = 0.1  # seconds


def chosen_shocks() -> tuple[Shock, ...]:
    """A toggle for each shock, with what it does under it; those that are on."""
    speech = state.speech()
    _ = speech.text
    chosen = []
    for place, shock in enumerate(SHOCKS):
        if place % 2 == 0:
            columns = st.columns(2)  # by pairs, so that a phone keeps their order
        with columns[place % 2]:
            # Not escaped, since a screen reader would read the escapes; the titles are our own.
            if st.toggle(_(shock.switch.title), key=f"shock:{shock.switch.key}", persist_state="session"):
                chosen.append(shock)
            st.caption(plain(speech.say(shock.switch.explanation)))
    return tuple(chosen)


def ready(case: Case) -> bool:
    """Whether the runs are short enough to be drawn with the page, or are asked for; offers them where not."""
    if odds_state.first_runs(case.plan, RUNS) is not None or st.session_state.get(ASKED) is case.plan:
        return True
    _offer(case, "try_shocks")
    return False


def runs_with(case: Case, shocks: Sequence[Shock]) -> Odds:
    """What the runs of the plan come to with these shocks together; fewer than RUNS where teams are large."""
    known = _known(case)
    keys = _keys(shocks)
    if keys not in known:
        runs = odds_state.first_runs(case.plan, RUNS) or (FEWEST_PATHS,)
        with ThreadPoolExecutor(2) as executor:
            known[keys] = odds(simulate_with(case, shocks, runs[0], executor))
    return known[keys]


def each_alone(case: Case) -> tuple[tuple[Shock, Odds], ...] | None:
    """What each shock alone comes to, what costs most first; None until it is asked for, where it takes long."""
    _ = state.speech().text
    missing = [shock for shock in SHOCKS if _keys([shock]) not in _known(case)]
    runs = odds_state.first_runs(case.plan, RUNS) or (FEWEST_PATHS,)
    long = expected_work(case.plan, *runs) * len(missing) > UNASKED
    if long and st.session_state.get(ASKED) is not case.plan:
        _offer(case, "try_each_shock")
        return None
    words = _("Tried {done} of {all}. Any change or click ends it.")
    told, place = time.monotonic(), st.empty()
    for done, shock in enumerate(missing):
        if time.monotonic() - told > TOLD_EVERY:
            place.progress(done / len(missing), text=plain(words.format(done=done, all=len(missing))))
            told = time.monotonic()
        runs_with(case, [shock])
    place.empty()
    alone = [(shock, runs_with(case, [shock])) for shock in SHOCKS]
    return tuple(sorted(alone, key=lambda pair: pair[1].result.median))


def _known(case: Case) -> dict[tuple[str, ...], Odds]:
    known: tuple[Case, dict[tuple[str, ...], Odds]] | None = st.session_state.get(KNOWN)
    if known is None or known[0] is not case:
        known = (case, {})
        st.session_state[KNOWN] = known
    return known[1]


def _keys(shocks: Sequence[Shock]) -> tuple[str, ...]:
    return tuple(shock.switch.key for shock in shocks)


def _offer(case: Case, key: str) -> None:
    _ = state.speech().text
    st.markdown(plain(_("The teams of this plan grow so large that trying it many times takes a while.")))
    st.button(_("Try it now"), key=key, on_click=_ask, args=(case.plan,))


def _ask(plan: object) -> None:
    st.session_state[ASKED] = plan
