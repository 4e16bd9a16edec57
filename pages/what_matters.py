"""What does it hang on? Each input moved alone over its range, where the plan tips, and the smallest change."""

import streamlit as st

from pages.parts.what_matters import chart, runs, words
from pages.shared.answer import view
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.runs import keeper
from pages.shared.session import state
from planner.analysis.chance.tipping import breaking
from planner.inputs.evidence.ranges import load_ranges

case, speech = state.case(), state.speech()
_ = speech.text

said = head(_("What does it hang on?"))
show_strip(case, only=view.MIDDLE)
reply = keeper.answered(runs.what_matters(case), said, lambda each: words.answer(each, state.speech(each.case.plan)))
if (found := reply.shown) is not None:
    spoken = state.speech(found.case.plan)
    charts.show(chart.tornado(found, spoken), "matters_tornado")
    show_table(words.inputs_table(found, spoken))
    for remark in words.remarks(found, spoken):
        st.markdown(plain(remark))
    with st.expander(_("What the low and high ends rest on")):
        st.html(words.bases_as_html(found, load_ranges(), spoken))
if reply.found is not None:
    st.header(_("What would save it") if reply.found.stated.loses else _("Break my plan"), anchor=False)
    points = keeper.answer(runs.tips(reply.found))
    if points is not None:
        st.markdown(plain(words.smallest_change(breaking(reply.found, points), speech)))
        if (tips := words.tipping_table(points, speech)).rows:
            show_table(tips)
        if nowhere := words.tip_nowhere(points, speech):
            st.markdown(plain(nowhere))
foot()
