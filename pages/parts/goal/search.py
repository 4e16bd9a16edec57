"""The searches of "What must happen": once for each question, told in words while they run, ended by a click."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.goal.choice import EACH
from pages.parts.goal.words import input_title, valued
from pages.shared.answer.page import plain
from pages.shared.fields import comparison_choice
from pages.shared.session import state
from planner.analysis.beside.comparison import FEWEST_COMPANIES
from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import RUNS, Answer, Told, largest_trial, seek, seek_all, seek_each
from planner.analysis.chance.goals import Goal
from planner.analysis.chance.turnable import Turnable, turnables
from planner.inputs.company.company import Company
from planner.inputs.path import Path, written
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import missing_rate

AT_ONCE = 1e6  # months of members of one trial: a search of larger ones begins only when asked for
KNOWN, STOPPED, WANTED = "goal_answers", "goal_stopped", "goal_wanted"

Answers = tuple[Answer, ...]
Question = tuple[Goal, Path, tuple[str, ...]]
Search = Callable[[Told], Answers]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about the plan, and the places of the page in which its progress and its answer stand."""

    case: Case
    goal: Goal
    key: Path
    place: DeltaGenerator


def answers(asked: Asked) -> Answers | None:
    """Of the plan's own company, one for the input or one for each; None where the search waits or was stopped."""
    case, goal = asked.case, asked.goal
    if asked.key == EACH:
        return _once(asked, (case.company,), lambda told: seek_each(case, goal, RUNS, told))
    return _once(asked, (case.company,), lambda told: (seek(case, goal, asked.key, RUNS, told),))


def answers_of_compared(asked: Asked) -> Answers | None:
    """Of all compared companies, where there are some and one input is asked about."""
    plan, chosen = asked.case.plan, compared(asked.case.plan)
    if asked.key == EACH or not chosen:
        return None

    def of_all(told: Told) -> Answers:
        return seek_all([Case.of(plan, company) for company in chosen], asked.goal, asked.key, RUNS, told)

    return _once(asked, chosen, of_all)


def compared(plan: Plan) -> tuple[Company, ...]:
    """The companies of the person's comparison that the plan can be laid on; none where there is no comparison."""
    if not state.plan_file().compared:
        return ()
    chosen = tuple(each for each in comparison_choice.compared() if missing_rate(each, plan) is None)
    return chosen if len(chosen) >= FEWEST_COMPANIES else ()


def _once(asked: Asked, companies: tuple[Company, ...], search: Search) -> Answers | None:
    """The answers, from before where the same was asked of the same plan."""
    _ = state.speech().text
    question: Question = (asked.goal, asked.key, tuple(company.id for company in companies))
    known = _known(asked.case)
    if question not in known:
        if st.session_state.get(STOPPED) == question:
            _offer(asked.place, question, _("The search was stopped."), _("Search again"))
            return None
        if _largest_trial(asked) > AT_ONCE and st.session_state.get(WANTED) != question:
            long = _("Teams grow large in some of what is tried, so the search takes a while.")
            _offer(asked.place, question, long, _("Search now"))
            return None
        known[question] = _searched(asked.place, question, search)
        st.session_state.pop(WANTED, None)
    return known[question]


def _largest_trial(asked: Asked) -> float:
    plan = asked.case.plan
    each = turnables(plan, hours=asked.goal.kind == "wage")
    keys = [turned.path for turned in each] if asked.key == EACH else [asked.key]
    return max((largest_trial(plan, key) for key in keys), default=0.0)


def _known(case: Case) -> dict[Question, Answers]:
    """What was found for the plan as it stands on its company, beside the person's own companies as they stand."""
    own = state.plan_file().own_companies
    kept: tuple[Plan, Company, tuple[Company, ...], dict[Question, Answers]] | None = st.session_state.get(KNOWN)
    if kept is None or kept[0] is not case.plan or kept[1] is not case.company or kept[2] != own:
        kept = (case.plan, case.company, own, {})
        st.session_state[KNOWN] = kept
    return kept[3]


def _searched(place: DeltaGenerator, question: Question, search: Search) -> Answers:
    """Searches while a place of the page says what is tried, with a button that ends it."""
    speech = state.speech()
    _ = speech.text
    with place.container():
        line = st.empty()
        st.button(_("Stop the search"), key=f"stop:{_key(question)}", on_click=_stop, args=(question,))
    number = 0

    def told(turned: Turnable, value: float) -> None:
        nonlocal number
        number += 1
        words = _("Trial {number}: {input}, {value}, {runs} runs.")
        # Writing to the page is also where Streamlit ends the script when something is clicked.
        line.markdown(
            plain(
                words.format(
                    number=number,
                    input=input_title(turned, speech),
                    value=valued(turned, value, speech),
                    runs=speech.number(RUNS),
                )
            )
        )

    found = search(told)
    place.empty()
    return found


def _offer(place: DeltaGenerator, question: Question, why: str, label: str) -> None:
    with place.container():
        st.markdown(plain(why))
        st.button(label, key=f"search:{_key(question)}", on_click=_want, args=(question,))


def _key(question: Question) -> str:
    goal, key, companies = question
    return ":".join([goal.kind, str(goal.figure), written(key), *companies])


def _stop(question: Question) -> None:
    st.session_state[STOPPED] = question


def _want(question: Question) -> None:
    st.session_state.pop(STOPPED, None)
    st.session_state[WANTED] = question
