"""What is asked on "What must happen": the goal with its figure, and the input that is to bring it about."""

from typing import Any

import streamlit as st

from pages.parts.goal.words import input_title
from pages.shared.answer.page import plain
from pages.shared.fields import reading
from pages.shared.session import state
from planner.analysis.chance.goals import MEANINGS, TITLES, Goal, GoalKind, usual_goal
from planner.analysis.chance.turnable import turnables
from planner.errors import Fault
from planner.inputs.path import Path, parse, written
from planner.inputs.plan.entry import MOST_MONEY
from planner.inputs.plan.plan import Plan
from planner.language import currency_unit, mark
from planner.speech import Speech

EACH: Path = ()  # in place of an input: each of them
FIRST_INPUT = "customers.new_a_month"
FIGURES = "goal_figures"  # what was stated for each goal, and in which currency
PEOPLE = 100
ASKED_AS: dict[GoalKind, str] = {"loss": "people", "payback": "months", "hole": "money", "income": "money"}
LOWEST: dict[GoalKind, float] = {"payback": 1.0}

TOO_LOW = mark("This is too low. State {bound} or more.")
TOO_HIGH = mark("This is too high. State {bound} or less.")
LABELS: dict[GoalKind, str] = {
    "loss": mark("Of 100 people, at most so many lose money"),
    "payback": mark("In which month at the latest"),
    "hole": mark("At most ({currency})"),
    "income": mark("At least, a month ({currency})"),
    "wage": mark("At least, an hour ({currency})"),
}


def choose_goal(plan: Plan) -> Goal | None:
    """A list of goals, and a field for the figure of the one chosen; None where what is typed cannot be taken."""
    speech = state.speech()
    _ = speech.text
    kinds = {kind: _(title) for kind, title in TITLES.items()}
    kind: GoalKind = st.selectbox(
        _("What is to be reached"),
        list(kinds),
        format_func=kinds.__getitem__,
        key="goal_kind",
        persist_state="session",
    )
    goal = _figure_of(kind, plan, speech)
    half = _("Asked of half of the runs or more.") if kind != "loss" else ""
    st.caption(plain(" ".join([_(MEANINGS[kind]), half]).strip()))
    return goal


def choose_input(plan: Plan, goal: Goal | None) -> Path:
    """The input that is turned, or EACH of those that have an effect in the plan."""
    _ = state.speech().text
    each = turnables(plan, hours=goal is None or goal.kind == "wage")
    titles = {written(turned.path): input_title(turned, state.speech()) for turned in each}
    titles[written(EACH)] = _("Each of them, alone")
    chosen = st.session_state.get("goal_input", FIRST_INPUT)
    if chosen not in titles:
        st.session_state.pop("goal_input", None)
    first = FIRST_INPUT if FIRST_INPUT in titles else next(iter(titles))
    key: str = st.selectbox(
        _("What you could change"),
        list(titles),
        index=list(titles).index(first),
        format_func=titles.__getitem__,
        key="goal_input",
        persist_state="session",
    )
    return parse(key) if key else EACH


def _figure_of(kind: GoalKind, plan: Plan, speech: Speech) -> Goal | None:
    """The figure as typed, or the usual one of the plan until something is typed."""
    label = speech.text(LABELS[kind]).format(currency=currency_unit(plan.currency, speech.language))
    figure = _stated(kind, plan)
    unit = ASKED_AS.get(kind, "money")
    key, first = state.seeded(
        f"number:goal:{kind}:{plan.currency}:{_usual(kind, plan)}", reading.written(figure, unit, speech.language)
    )
    text = st.text_input(label, first, key=key, autocomplete="off")
    value: Any = reading.read(text, unit, speech)
    fault = value if isinstance(value, Fault) else _out_of_bounds(kind, value, plan)
    if fault is not None:
        st.error(plain(speech.say_fault(reading.as_typed(fault, text, unit, label, speech))))
        return None
    st.session_state.setdefault(FIGURES, {})[kind] = (plan.currency, _usual(kind, plan), float(value))
    return Goal(kind, float(value) / PEOPLE if kind == "loss" else float(value))


def _stated(kind: GoalKind, plan: Plan) -> float:
    """What was typed last for this goal, while the plan's own figure behind it is the same."""
    currency, usual, value = st.session_state.get(FIGURES, {}).get(kind, (None, None, None))
    return value if (currency, usual) == (plan.currency, _usual(kind, plan)) else _usual(kind, plan)


def _usual(kind: GoalKind, plan: Plan) -> float:
    figure = usual_goal(kind, plan).figure
    return float(round(figure * PEOPLE)) if kind == "loss" else figure


def _out_of_bounds(kind: GoalKind, value: float, plan: Plan) -> Fault | None:
    highest: dict[GoalKind, float] = {"loss": float(PEOPLE), "payback": float(plan.horizon_months)}
    low, high = LOWEST.get(kind, -MOST_MONEY if kind in ("income", "wage") else 0.0), highest.get(kind, MOST_MONEY)
    if value < low:
        return Fault("", TOO_LOW, parameters={"bound": low})
    return Fault("", TOO_HIGH, parameters={"bound": high}) if value > high else None
