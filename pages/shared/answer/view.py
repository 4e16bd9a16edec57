"""The view of a page: the middle of the runs, or what follows if everything goes exactly as entered; never both."""

from dataclasses import dataclass, replace

import streamlit as st

from pages.shared.answer import counted
from pages.shared.answer.page import plain
from pages.shared.draw import charts
from pages.shared.draw.fan import fan_chart
from pages.shared.runs import keeper, many_runs
from pages.shared.session import state
from planner.analysis.answer import as_entered, over_runs
from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.speech import Speech

KEPT, MIDDLE, EXACTLY = "view", "middle", "exactly"


@dataclass(frozen=True, slots=True)
class View:
    """What the figures of a page are of.

    case: the plan, or the one before its last edit while the runs of the new one are not there. runs: its runs; None
    where the figures are those of everything going exactly as entered. finished: whether it is the plan as it stands.
    """

    case: Case
    runs: Tried | None
    finished: bool

    @property
    def speech(self) -> Speech:
        """The page's language, with the currency and the calendar of what is shown."""
        return state.speech(self.case.plan)


def of(case: Case, only: str = "") -> View:
    """What a page shows of a case: what was chosen, and as long as nothing was tried, what is exactly as entered.

    only: the view of a page that has no other.
    """
    found = many_runs.known_for(case)
    runs = found or many_runs.last_finished(case)
    if runs is None or (only or chosen()) == EXACTLY:
        return View(case, None, finished=True)
    return View(runs.case, runs, finished=found is not None)


def chosen() -> str:
    """What was chosen, on whichever page that was."""
    return str(st.session_state.get(KEPT, MIDDLE))


def choose(runs: Tried, speech: Speech, only: str = "", *, counted_here: bool = True) -> None:
    """The choice, and beside it how runs are counted; of a page that has one view only, which it is.

    counted_here: not where that stands with the headline already.
    """
    _ = speech.text
    titles = {
        MIDDLE: _("Middle of {runs} runs").format(runs=speech.number(runs.simulation.paths)),
        EXACTLY: _("Exactly as entered"),
    }
    with st.container(horizontal=True, vertical_alignment="center", key="strip-view"):
        if only:
            st.markdown(plain(titles[only]))
        else:
            key, first = state.seeded("choice:view", chosen())
            st.pills(
                _("What this page shows"),
                list(titles),
                default=first,
                format_func=titles.__getitem__,
                key=key,
                on_change=_keep,
                args=(key,),
                required=True,
                wrap=True,
                label_visibility="collapsed",
            )
        if counted_here:
            counted.show_how(runs)


def _keep(key: str) -> None:
    st.session_state[KEPT] = st.session_state.get(key, chosen())


def show_exactly() -> None:
    """Turns the page to what follows exactly as entered; to be called back by a button."""
    st.session_state[KEPT] = EXACTLY
    state.reseed()


def in_a_sentence(case: Case) -> str:
    """How deep the hole is and when the money is back, in the view of the page."""
    return said(case, as_entered.in_a_sentence(case, state.speech()))


def said(case: Case, exactly: str) -> str:
    """The same, in other words where the view is what follows exactly as entered."""
    seen = of(case)
    if seen.runs is None:
        return exactly
    middle = over_runs.in_a_sentence(seen.case, seen.runs.odds, seen.speech)
    return middle if seen.finished else keeper.before_the_change(middle)


def show_curve(case: Case, key: str) -> None:
    """Where the money stands month by month, in the view of the page: one curve, or the middle with its band."""
    seen = of(case)
    if seen.runs is None:
        charts.show(charts.running_total_chart(case, state.speech()), key)
        return
    chart = fan_chart(seen.runs, seen.speech)
    if not seen.finished:
        chart = replace(chart, sentence=keeper.before_the_change(chart.sentence))
    charts.show(chart, f"{key}_fan")
