"""What does leaving cost? Where you stand if you stop at the end of a month and give back what can be given."""

import streamlit as st

from pages.parts.leaving import words
from pages.parts.leaving.chart import leaving_chart
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.session import state
from planner.analysis.measures.quitting import quitting
from planner.export.statement import Period

case, speech = state.case(), state.speech()
_ = speech.text

left = quitting(case.plan, case.company, case.projection)
head(_("What does leaving cost?"), words.answer(case, left, speech))
show_strip(case)
charts.show(leaving_chart(case, left, speech), "leaving_by_month")
for remark in words.remarks(left, speech):
    st.markdown(plain(remark))

st.header(_("What it is made of"), anchor=False)
periods: dict[Period, str] = {"year": _("By year"), "quarter": _("By quarter"), "month": _("By month")}
period: Period = st.segmented_control(
    _("Length of a period"),
    list(periods),
    default="quarter",
    format_func=periods.__getitem__,
    key="leaving_period",
    persist_state="session",
    required=True,
    label_visibility="collapsed",
)
show_table(words.leaving_table(left, speech, period))
st.caption(plain(_("Amounts are rounded, so a sum may differ slightly from its parts.")))
next_page()
