"""What does it hang on? Each input moved alone over its range, where the plan tips, and the smallest change."""

import streamlit as st

from pages.parts.what_matters import chart, runs, words
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.session import state
from planner.analysis.chance.tipping import breaking
from planner.inputs.evidence.ranges import load_ranges

case, speech = state.case(), state.speech()
_ = speech.text

said = head(_("What does it hang on?"), _("It is known when each input of the plan has been moved alone."))
show_strip(case, headline=False)
found = runs.known(case, st.empty())
if found is not None:
    said.markdown(plain(words.answer(found, case, speech)))
    charts.show(chart.tornado(found, case, speech), "matters_tornado")
    show_table(words.inputs_table(found, speech))
    for remark in words.remarks(found, speech):
        st.markdown(plain(remark))
    with st.expander(_("What the low and high ends rest on")):
        st.html(words.bases_as_html(found, load_ranges(), speech))

    st.header(_("What would save it") if found.stated.loses else _("Break my plan"), anchor=False)
    points = runs.tips(found, st.empty())
    st.markdown(plain(words.smallest_change(breaking(found, points), speech)))
    tips = words.tipping_table(points, speech)
    if tips.rows:
        show_table(tips)
    if nowhere := words.tip_nowhere(points, speech):
        st.markdown(plain(nowhere))
next_page()
