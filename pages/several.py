"""How do several plans stand? Those of several people in one list; one is opened by a tap, two are compared."""

import streamlit as st

from pages.parts.several import compare, listed, rows, runs, take
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.session import changes, state

_ = state.speech().text

said = head(_("How do several plans stand?"))
take.show()
if listed.every():
    take.say_what_becomes_of_them()
    changes.undo_and_redo()
    runs.want(tuple(each for each in listed.every() if each.missing is None), st.empty())
    said.markdown(plain(rows.answer(rows.show_all())))
    compare.show()
else:
    said.markdown(plain(rows.answer({})))
foot()
