"""When is my money back? The running total, where the money comes from and goes, and the statement."""

import streamlit as st

from pages.shared import answers, charts, state
from pages.shared.downloads import show_downloads
from pages.shared.page import head, next_page, plain
from pages.shared.strip import show_strip
from pages.shared.tables import show_table, statement_table
from planner.analysis.frames import Period

current, speech = state.current(), state.speech()
_ = speech.text

head(_("When is my money back?"), answers.money_back(current, speech))
show_strip(current)
if own := answers.own_money(current, speech):
    st.markdown(plain(own))
charts.running_total(current, "cash_flow_running_total")

st.header(_("Where the money comes from and where it goes"), anchor=False)
charts.money_by_line(current, "cash_flow_by_line")

st.header(_("Cash against profit"), anchor=False)
st.markdown(
    _(
        "Cash counts money when it moves. Profit counts goods when they are sold and pay when it is earned, "
        "so a plan can show a profit while its money is still on the shelf."
    )
)
charts.cash_and_profit(current, "cash_flow_and_profit")

st.header(_("The statement"), anchor=False)
periods: dict[Period, str] = {"year": _("By year"), "quarter": _("By quarter"), "month": _("By month")}
period: Period = st.segmented_control(
    _("Length of a period"),
    list(periods),
    default="year",
    format_func=periods.__getitem__,
    key="statement_period",
    persist_state="session",
    required=True,
    label_visibility="collapsed",
)
show_table(statement_table(current, speech, period))
st.caption(plain(_("Amounts are rounded, so a sum may differ slightly from its parts.")))

st.header(_("Take the figures with you"), anchor=False)
show_downloads(current)
next_page("pages/break_even.py", _("See what you must sell"))
