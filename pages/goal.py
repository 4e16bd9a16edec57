"""What must happen for a goal? What one input alone would have to be, or each of them; and what must I sell?"""

import streamlit as st

from pages.parts.goal import break_even, choice, search, tables, words
from pages.parts.goal import found as goal_page
from pages.shared.answer import bounds
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw.tables import show_table
from pages.shared.session import state

case, speech = state.case(), state.speech()
plan, projection = case.plan, case.projection
_ = speech.text
question = _("What must happen for …?")

top = st.container(key="goal_answer")
show_strip(case)
goal = choice.choose_goal(plan)
key = choice.choose_input(plan, goal)
progress, body = st.empty(), st.container()
break_even.show(case, speech, reserved=goal is None)  # drawn before the search, which may take long
next_page()

if goal is None:
    with top:
        head(question, _("State a figure for the goal."))
else:
    with top:
        said = head(question, _("All else in your plan stays as it is."))
    asked = search.Asked(case, goal, key, progress)
    found = search.answers(asked)
    if found is not None:
        said.markdown(plain(bounds.reserved(words.answers(found, key, speech), projection, speech)))
        with body:
            goal_page.show(found, key)
        several = search.answers_of_compared(asked)
        if several is not None:
            with body:
                show_table(tables.table_of_companies(several, speech))
