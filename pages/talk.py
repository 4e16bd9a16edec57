"""The talk: two people walk through the plan, one question and one figure at a time."""

from html import escape

import streamlit as st

from pages.parts.talk import asked, frame
from pages.shared.answer import dates, paper
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import as_label, plain
from pages.shared.fields import notes
from pages.shared.runs import many_runs
from pages.shared.session import changes, state, together
from planner.analysis.together import steps
from planner.inputs.together.talk import STEPS

case, speech = state.case(), state.speech()
_ = speech.text

step = frame.open_step()
head(_(STEPS[step]))
tried = many_runs.known_for(case)
if tried is None or not tried.whole:
    many_runs.want(case, st.empty())
with st.container(horizontal=True, vertical_alignment="center", key="talk-top"):
    frame.show_steps(step)
    changes.undo_and_redo()
shown = steps.shown(step, case, tried, together.talk(), speech)
if shown is not None:
    st.html(f'<p class="large">{escape(shown.figure)}</p><p class="of-large">{escape(shown.words)}</p>')
else:
    st.markdown(plain(_("It is known when the plan has been tried many times.")))
frame.show_what_changed(step, case, tried)
asked.show(step, case, tried)
frame.show_way(step)
with st.expander(
    as_label(_("Notes on this step: {count}").format(count=notes.open_on("step", step))), key="talk-notes"
):
    notes.show("step", step)
if step == frame.NAMES[-1]:
    dates.offer(case)
    paper.take_home(case)
    next_page("who_said")
