"""What stands under the choices: a table of each input, or a button that takes the value found into the plan."""

import streamlit as st

from pages.parts.goal.choice import EACH
from pages.parts.goal.tables import table_of_each
from pages.parts.goal.words import input_title, valued
from pages.shared.answer.page import plain
from pages.shared.draw.tables import show_table
from pages.shared.fields import field
from pages.shared.session import state
from planner.analysis.answer.rare import how_rare_then
from planner.analysis.chance.goal_seek import Answer
from planner.inputs.path import Path

# The answer keeps room for its longest form, so that the choices under it stay where they are when it changes.


def show(found: tuple[Answer, ...], key: Path) -> None:
    """For each input a table; for one, the way to take its value into the plan."""
    if key == EACH:
        show_table(table_of_each(found, state.speech()))
    else:
        offer(found[0])


def offer(found: Answer) -> None:
    """How rare the plan is with the value, and a button that takes it into the plan, which can be taken back.

    Nothing where no other value reaches the goal.
    """
    speech = state.speech()
    _ = speech.text
    if found.then is None:
        return
    title, value = input_title(found.turned, speech), valued(found.turned, found.sampled.value, speech)
    st.markdown(plain(how_rare_then(found.then, f"“{title}” {value}", speech)))
    label = _("Take it into my plan: {input}, {value}").format(input=title, value=value)
    st.button(label, key="goal_take", on_click=_take, args=(found,))


def _take(found: Answer) -> None:
    if found.then is not None:
        field.forget(found.turned.path)
        state.change_plan(found.then.plan)
        state.reseed()
