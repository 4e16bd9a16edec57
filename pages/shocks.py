"""What if something happens? Shocks laid on the runs of the plan, one by one and together."""

import streamlit as st

from pages.parts.what_if import shock_runs as runs
from pages.parts.what_if import shocks as words
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.session import state

case, speech = state.case(), state.speech()
_ = speech.text

question = _("What if something happens?")
top = st.container()
st.markdown(plain(_("Your plan stays as it is. What you switch on here comes to it from outside, in every run.")))
shocks = runs.chosen_shocks()
if runs.ready(case):
    plan = runs.runs_with(case, [])
    shocked = runs.runs_with(case, shocks) if shocks else None
    with top:
        head(question, words.answer(case, plan, shocked, shocks, speech))
    if shocked is not None:
        charts.show(words.middles(case, plan, shocked, speech), "shocks_middles")
    st.header(plain(_("Each of them alone")), anchor=False)
    alone = runs.each_alone(case)
    if alone is not None:
        show_table(words.alone_table(case, plan, alone, speech))
        st.caption(plain(_("Together they may come to more or less than the sum.")))
else:
    with top:
        head(question, _("It is known when the plan has been tried many times."))
next_page()
