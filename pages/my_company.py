"""What does my own contract say? A company as one's own papers have it, beside what was published."""

import streamlit as st

from pages.parts.my_company import make as own_make
from pages.parts.my_company import overview
from pages.parts.my_company.editor import edit
from pages.parts.my_company.pay_plan import page as pay_plan
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.fields import new_company
from pages.shared.session import changes, own_companies, state

_ = state.speech().text

own = own_companies.worked_on()
head(_("What does my own contract say?"), overview.answer(own))
overview.say_what_was_done()
if own is not None and overview.carries_plan(own):
    show_strip(state.case())
changes.undo_and_redo()
if own is not None:
    overview.choose(own)
    overview.actions(own)
    overview.differences(own)
    edit(own)
    pay_plan.show(own)
    st.header(plain(_("Another company")), anchor=False)
for title, key, make in (
    (_("Copy a company"), "own-make-copy", own_make.copy_a_company),
    (_("Add a company"), "own-make-new", new_company.ask),
    (_("Open a company file"), "own-make-file", own_make.open_a_file),
):
    with st.expander(title, key=key, expanded=own is None and key == "own-make-copy"):
        make()
foot()
