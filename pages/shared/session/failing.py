"""What is shown where a page fails: one sentence, and three ways on that keep the plan."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.session import files, history, state
from pages.shared.session.known_companies import first_of
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.language import translations

log = logging.getLogger(__name__)


@contextmanager
def ways_on() -> Iterator[None]:
    """Within it a page is drawn. Where it fails the person is told, and the details are for the terminal.

    What ends a run of Streamlit on purpose is no failure, and goes on.
    """
    try:
        yield
    except Exception:
        log.exception("a page failed")
        _offer()


def _offer() -> None:
    _ = translations(state.language()).gettext  # nothing more than that may be needed here
    st.error(plain(_("This page failed. Your plan is as you entered it, and the fault is ours.")))
    with st.container(horizontal=True):
        if history.can_go(history.PAST):
            st.button(_("Take the last change back"), key="failed:back", on_click=state.step, args=(history.PAST,))
        elif history.opened() != state.plan_file():  # after a refresh, which leaves no steps
            st.button(_("Take all changes back"), key="failed:opened", on_click=state.take_up, args=(history.opened(),))
        files.save_plan()
        st.button(_("Begin again with the plan that we suggest"), key="failed:anew", on_click=_begin_again)


def _begin_again() -> None:
    """With nothing that was computed; the plan that is left can be taken back."""
    plan = Plan()
    state.take_up(PlanFile(company=first_of(plan.currency).id, plan=plan))
