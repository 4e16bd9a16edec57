"""How would it go on other assumptions? The plan beside presets and scenarios of one's own, and the optimism gap."""

import streamlit as st

from pages.parts.scenarios import edit, optimism, tables
from pages.parts.scenarios.choice import candidates, choose_beside, laid_beside
from pages.parts.scenarios.evidence import show_evidence
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.draw.tables import show_table
from pages.shared.session import changes, state
from planner.analysis.cautions.optimism import optimism_gap

case, speech = state.case(), state.speech()
_ = speech.text

top = st.container()
chosen = choose_beside()
columns = laid_beside(chosen)
with top:
    head(_("How would it go on other assumptions?"), tables.answer(columns, speech))
show_table(tables.odds_table(columns, speech))
st.caption(plain(tables.of_the_runs(columns, speech)))
inputs = tables.inputs_table(columns, speech)
if inputs.rows:
    show_table(inputs)
for candidate in chosen:
    show_evidence(candidate)

st.header(plain(_("Beyond the top tenth")), anchor=False)
beyond = optimism_gap(case.plan)
st.markdown(plain(optimism.in_a_sentence(beyond, speech)))
if beyond:
    show_table(optimism.gap_table(beyond, speech))

st.header(plain(_("Scenarios of your own")), anchor=False)
explanation = _("A scenario holds only what differs from your plan. It is saved with the plan, and follows it.")
st.markdown(plain(explanation))
changes.undo_and_redo()
edit.make_one(candidates())
edit.work_on(candidates())
next_page()
