"""What does my own contract say? A company as one's own papers have it, beside what was published."""

import streamlit as st

from pages.shared import changes, own_fields, own_make, own_overview, own_state, state
from pages.shared.own_editor import edit
from pages.shared.page import head, next_page, plain
from pages.shared.strip import show_strip

_ = state.speech().text

own = own_state.worked_on()
if own is not None:
    own_fields.try_again(own.id)
    own = own_state.worked_on()
head(_("What does my own contract say?"), own_overview.answer(own))
own_overview.say_what_was_done()
if own is not None and own_overview.carries_plan(own):
    show_strip(state.current())
changes.undo_and_redo()
if own is not None:
    own_overview.choose(own)
    own_overview.actions(own)
    own_overview.differences(own)
    edit(own)
    st.header(plain(_("Another company")), anchor=False)
for title, key, make in (
    (_("Copy a company"), "own-make-copy", own_make.copy_a_company),
    (_("Add a company"), "own-make-new", own_make.add_a_company),
    (_("Open a company file"), "own-make-file", own_make.open_a_file),
):
    with st.expander(title, key=key, expanded=own is None and key == "own-make-copy"):
        make()
next_page("pages/compare.py", _("Compare it with other companies"))
