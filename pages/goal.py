"""What must happen for a goal? What one input alone would have to be, or each of them; and what must I sell?"""

import streamlit as st

from pages.parts.goal import break_even, choice, pairs, search, tables, words
from pages.parts.goal import found as goal_page
from pages.shared.answer import view
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw.tables import show_table
from pages.shared.runs import keeper
from pages.shared.session import state
from planner.analysis.answer import bounds

case, speech = state.case(), state.speech()
plan = case.plan
_ = speech.text


def in_words(found: search.Found) -> str:
    its = found.answers[0].case
    spoken = state.speech(its.plan)
    return bounds.reserved(words.answers(found.answers, found.key, spoken), its.projection, spoken)


with st.container(key="goal_answer"):
    said = head(_("What must happen for …?"))
show_strip(case, only=view.MIDDLE)
goal = choice.choose_goal(plan)
key = choice.choose_input(plan, goal)

if goal is None:
    said.markdown(plain(_("State a figure for the goal.")))
else:
    reply = keeper.answered(search.searched(case, goal, key), said, in_words)
    if reply.found is None:
        said.markdown(plain(_("All else in your plan stays as it is.")))
    else:
        goal_page.show(reply.found.answers, key)
        pairs.show(case, reply.found.answers)
        others = search.searched_companies(case, goal, key)
        several = None if others is None else keeper.answer(others)
        if several is not None:
            show_table(tables.table_of_companies(several.answers, speech))
break_even.show(case, speech, reserved=goal is None)
foot()
