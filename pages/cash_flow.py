"""When is my money back? Where the money stands, where it comes from and goes, and the statement."""

import streamlit as st

from pages.parts.cash_flow import by_line
from pages.parts.cash_flow.income import show_income
from pages.parts.cash_flow.middle import show_the_middle
from pages.parts.cash_flow.origin_tree import show_origin
from pages.parts.cash_flow.statement import reconciliation_table, show_statement
from pages.shared.answer import view, whose_orders
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.session import state
from pages.shared.session.downloads import show_downloads
from planner.analysis.answer import answers
from planner.analysis.cautions.pay import mean_in_short

case, speech = state.case(), state.speech()
_ = speech.text


def show_every_amount() -> None:
    """What follows exactly as entered, amount by amount."""
    if own := answers.own_money(case, speech):
        st.markdown(plain(own))
    st.header(_("Where the money comes from and where it goes"), anchor=False)
    if mean := mean_in_short(case.projection):
        st.caption(plain(speech.say(mean)))
    charts.show(by_line.money_by_line_chart(case, speech), "cash_flow_by_line")
    with st.expander(_("The statement"), key="cash_flow_statement"):
        show_statement(case, speech)
    with st.expander(_("Where does an amount come from?"), key="cash_flow_origin"):
        st.markdown(plain(_("Choose a line and a month. Each amount opens into the figures that it follows from.")))
        show_origin(case)
        if case.projection.given is not None:
            st.caption(
                plain(_("Whose orders the pay rests on stands below, under “Whose orders does your pay rest on?”."))
            )
    with st.expander(_("Cash against profit"), key="cash_flow_profit"):
        st.markdown(
            _(
                "Cash counts money when it moves. Profit counts goods when they are sold, pay when it is earned and "
                "tax when it arises, so a plan can show a profit while its money is still on the shelf."
            )
        )
        charts.show(charts.cash_and_profit_chart(case, speech), "cash_flow_and_profit")
        st.subheader(_("What you own and owe at the end"), anchor=False)
        between = _("What is yours and is no cash yet, and what is owed, lies between profit and the money in hand.")
        st.markdown(plain(between))
        show_table(reconciliation_table(case, speech))
    with st.expander(_("Where the income comes from"), key="cash_flow_income_sources"):
        show_income(case, speech)


seen = view.of(case)
head(_("When is my money back?"), view.said(case, answers.money_back(case, speech)))
show_strip(case)
view.show_curve(case, "cash_flow_running_total")
if today := answers.in_todays_money(seen.case, None if seen.runs is None else seen.runs.odds, seen.speech):
    st.markdown(plain(today))
if seen.runs is None:
    show_every_amount()
else:
    show_the_middle(seen.case, seen.runs.odds, seen.speech, finished=seen.finished)
whose_orders.show(case, "cash_flow")
with st.expander(_("Take the figures with you"), key="cash_flow_downloads"):
    show_downloads(case)
foot()
