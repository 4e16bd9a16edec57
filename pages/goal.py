"""What must happen for a goal? What one input alone would have to be, or each of them, and on which company."""

import streamlit as st

from pages.shared import bounds, goal_choice, goal_page, goal_search, goal_tables, goal_words, state
from pages.shared.page import head, next_page, plain
from pages.shared.tables import show_table

current, speech = state.current(), state.speech()
plan, projection = current.plan, current.projection
_ = speech.text
question = _("What must happen for …?")

top = st.container(key="goal_answer")
goal = goal_choice.choose_goal(plan)
key = goal_choice.choose_input(plan, goal)
progress, body = st.empty(), st.container()
next_page("pages/break_even.py", _("See what you must sell"))

if goal is None:
    with top:
        head(question, _("State a figure for the goal."))
else:
    with top:
        st.title(plain(question), anchor=False)
        said = st.empty()
        said.markdown(plain(_("All else in your plan stays as it is.")))
    asked = goal_search.Asked(current, goal, key, progress)
    found = goal_search.answers(asked)
    if found is not None:
        said.markdown(plain(bounds.reserved(goal_words.answers(found, key, speech), projection, speech)))
        with body:
            goal_page.show(found, key)
        several = goal_search.answers_of_compared(asked)
        if several is not None:
            with body:
                show_table(goal_tables.table_of_companies(several, speech))
