"""The frame of the talk: which step is open, the way to every other one, and what this visit of it changed."""

from dataclasses import dataclass

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.session import history, state, together
from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.analysis.together.in_words import moment_in_words
from planner.analysis.together.moments import moment_of, with_moment
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.together.talk import STEPS, Moment, Step

ARRIVED = "talk_arrived"
NAMES: tuple[Step, ...] = tuple(STEPS)


@dataclass(slots=True)
class Arrival:
    """How things stood as the open step was come to, or another company chosen in it: plan, share that lost, log.

    lose: None as long as that is not known. opened: the plan that all began with, another one after another was opened.
    """

    step: Step
    plan: Plan
    company: Company
    log: tuple[Moment, ...]
    opened: PlanFile
    lose: float | None = None


def open_step() -> Step:
    """The step at which the talk was left, the first before it began."""
    return together.talk().step or NAMES[0]


def show_steps(step: Step) -> None:
    """How far the talk is, and all its steps where that is opened."""
    _ = state.speech().text
    label = _("Step {number} of {count}").format(number=NAMES.index(step) + 1, count=len(NAMES))
    opened = st.popover(label, type="tertiary", key="talk-steps", on_change="rerun")
    if opened.open:
        with opened, st.container(gap="xsmall"):
            for number, name in enumerate(NAMES, 1):
                st.button(
                    plain(f"{number}. {_(STEPS[name])}"),
                    key=f"talk-step-{name}",
                    type="tertiary",
                    disabled=name == step,
                    on_click=_go,
                    args=(name,),
                )


def show_way(step: Step) -> None:
    """One step back and one on."""
    _, at = state.speech().text, NAMES.index(step)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="talk-way"):
        if at > 0:
            st.button(_("Back"), key="talk-back", icon=":material/arrow_back:", on_click=_go, args=(NAMES[at - 1],))
        if at + 1 < len(NAMES):
            st.button(
                _("Next"),
                key="talk-next",
                icon=":material/arrow_forward:",
                icon_position="right",
                type="primary",
                on_click=_go,
                args=(NAMES[at + 1],),
            )


def _go(step: Step) -> None:
    together.turn_to(step)
    st.session_state.pop(ARRIVED, None)
    st.session_state["talk-steps"] = False


def show_what_changed(step: Step, case: Case, tried: Tried | None) -> None:
    """What this visit of the step changed, and how many lose before and after; kept in the log of the talk."""
    lose = None if tried is None else tried.odds.lose
    here: Arrival | None = st.session_state.get(ARRIVED)
    same = here is not None and here.opened is history.opened() and here.company is case.company
    if here is None or here.step != step or not same:
        here = Arrival(step, case.plan, case.company, together.talk().log, history.opened())
        st.session_state[ARRIVED] = here
    if here.lose is None and here.plan == case.plan:
        here.lose = lose
    if here.lose is None or lose is None:
        return
    moment = moment_of(step, together.today(), (here.plan, here.lose), (case.plan, lose))
    together.note_down(with_moment(here.log, moment))
    if moment is not None:
        st.info(plain(moment_in_words(moment, state.speech())))
