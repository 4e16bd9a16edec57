"""What does it hang on? Each input moved alone over its range, where the plan tips, and the smallest change."""

import streamlit as st

from pages.shared import charts, matters_chart, matters_state, matters_words, state
from pages.shared.page import head, next_page, plain
from pages.shared.strip import show_strip
from pages.shared.tables import show_table
from planner.analysis.tipping import breaking
from planner.inputs.ranges import load_ranges

current, speech = state.current(), state.speech()
_ = speech.text
question = _("What does it hang on?")

top = st.empty()
with top.container():
    head(question, _("It is known when each input of the plan has been moved alone."))
show_strip(current, headline=False)
found = matters_state.known(current, st.empty())
if found is not None:
    with top.container():
        head(question, matters_words.answer(found, current, speech))
    charts.show(matters_chart.tornado(found, current, speech), "matters_tornado")
    show_table(matters_words.inputs_table(found, speech))
    for remark in matters_words.remarks(found, speech):
        st.markdown(plain(remark))
    with st.expander(_("What the low and high ends rest on")):
        st.html(matters_words.bases_as_html(found, load_ranges(), speech))

    st.header(_("What would save it") if found.stated.loses else _("Break my plan"), anchor=False)
    points = matters_state.tips(found, st.empty())
    st.markdown(plain(matters_words.smallest_change(breaking(found, points), speech)))
    tips = matters_words.tipping_table(points, speech)
    if tips.rows:
        show_table(tips)
    if nowhere := matters_words.tip_nowhere(points, speech):
        st.markdown(plain(nowhere))
next_page("pages/plan.py", _("Change your plan"))
