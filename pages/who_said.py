"""Who said what? Each input with its owner and what hangs on it, what was said of the company, and every note."""

import streamlit as st

from pages.parts.who_said import notes_listed, rows, runs, take_away
from pages.shared.answer import paper, view
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import as_label, plain
from pages.shared.answer.strip import show_strip
from pages.shared.fields import told
from pages.shared.fields.groups import GROUPS
from pages.shared.runs import keeper
from pages.shared.session import changes, state
from planner.analysis.together import who_said

case, speech = state.case(), state.speech()
_ = speech.text

said = head(_("Who said what?"))
show_strip(case, only=view.MIDDLE)
reply = keeper.answered(runs.what_hangs_on_it(case), said, rows.answer)
changes.undo_and_redo()
ledger = state.plan_file().ledger
listed = who_said.rows(case.plan, ledger)
first, others = rows.split(rows.in_order(listed, reply.found))
for row, effect in first:
    rows.show_stated(row, effect)
if others:
    more = speech.plural("{count} more, on which less hangs", "{count} more, on which less hangs", len(others))
    with st.expander(as_label(more), key="who-said-others"):
        for row, effect in others:
            rows.show_stated(row, effect)
if reply.found is not None:
    with st.expander(_("Take it with you")):
        take_away.show(reply.found)
        paper.take_home(case)
st.header(plain(_("What was said of the company")), anchor=False)
told.show()
notes_listed.show()
st.header(plain(_("Assumptions of the program")), anchor=False)
st.markdown(plain(_("Nobody owns these: the plan has them as at a typical start. Under My plan each can be changed.")))
for name, assumed in rows.by_group(listed).items():
    with st.expander(plain(_(GROUPS[name].title) if name else _("Others"))):
        st.html(rows.assumptions_as_html(assumed))
foot()
