"""When is my money back? The running total, where the money comes from and goes, and the statement."""

import streamlit as st

from pages.parts.cash_flow.origin_tree import show_origin
from pages.parts.cash_flow.statement import reconciliation_table, statement_table
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.session import state
from pages.shared.session.downloads import show_downloads
from planner.analysis.answer import answers
from planner.export.statement import Period, View

case, speech = state.case(), state.speech()
_ = speech.text

head(_("When is my money back?"), answers.money_back(case, speech))
show_strip(case)
if own := answers.own_money(case, speech):
    st.markdown(plain(own))
charts.running_total(case, "cash_flow_running_total")

st.header(_("Where the money comes from and where it goes"), anchor=False)
charts.money_by_line(case, "cash_flow_by_line")

st.header(_("Cash against profit"), anchor=False)
st.markdown(
    _(
        "Cash counts money when it moves. Profit counts goods when they are sold, pay when it is earned and tax when "
        "it arises, so a plan can show a profit while its money is still on the shelf."
    )
)
charts.cash_and_profit(case, "cash_flow_and_profit")

st.header(_("The statement"), anchor=False)
views: dict[View, str] = {"cash": _("Cash"), "profit": _("Profit")}
periods: dict[Period, str] = {"year": _("By year"), "quarter": _("By quarter"), "month": _("By month")}
with st.container(horizontal=True):
    view: View = st.segmented_control(
        _("Cash or profit"),
        list(views),
        default="cash",
        format_func=views.__getitem__,
        key="statement_view",
        persist_state="session",
        required=True,
        label_visibility="collapsed",
    )
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
show_table(statement_table(case, speech, period, view))
st.caption(plain(_("Amounts are rounded, so a sum may differ slightly from its parts.")))

st.header(_("What you own and owe at the end"), anchor=False)
st.markdown(plain(_("What is yours and is no cash yet, and what is owed, lies between profit and the money in hand.")))
show_table(reconciliation_table(case, speech))

st.header(_("Where does an amount come from?"), anchor=False)
st.markdown(plain(_("Choose a line and a month. Each amount opens into the figures that it follows from.")))
show_origin(case)

st.header(_("Take the figures with you"), anchor=False)
show_downloads(case)
next_page()
