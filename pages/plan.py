"""What is my plan? Every input, a group at a time, with what it comes to."""

import streamlit as st

from pages.parts.plan import group_fields
from pages.shared.answer import paper, view
from pages.shared.answer.cautions import show_cautions
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.saved import kept
from pages.shared.session import changes, files, links, state

_ = state.speech().text

computed = state.rate_fault() is None
head(
    _("What is my plan?"),
    view.in_a_sentence(state.case()) if computed else _("One figure is missing before it can be computed."),
)
if computed:
    show_strip(state.case())
group = group_fields.choose_group()
inputs, picture = st.columns([5, 6], gap="large")
with inputs:
    changes.undo_and_redo()
    group_fields.show_group(group)
with picture:
    if computed:
        view.show_curve(state.case(), "plan_running_total")
if computed:
    show_cautions(state.case())
changes.what_changed()
with st.container(horizontal=True, vertical_alignment="bottom"):
    files.save_plan()
    if kept.now() is None:  # else the line at the end of the page says more
        st.page_link("pages/versions.py", label=plain(_("Keep it, with a secret link")))
links.give_link()
if computed:
    with st.expander(_("Take it home on one page"), key="take-home"):
        paper.take_home(state.case())
with st.expander(_("Open a saved plan"), key="open-plan"):
    files.open_plan()
foot()
