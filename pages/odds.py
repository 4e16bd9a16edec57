"""What could happen? The plan tried many times: 100 people, the spread of their money, and two runs told in full."""

import streamlit as st

from pages.parts.odds import charts as odds_charts
from pages.parts.odds import story
from pages.parts.odds.pay import pay_table
from pages.shared.answer import people, view
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_answer
from pages.shared.draw import charts
from pages.shared.draw.fan import fan_chart
from pages.shared.draw.tables import show_table
from pages.shared.session import state

case, speech = state.case(), state.speech()
_ = speech.text

show_answer(case, head(_("What could happen?")), only=view.MIDDLE)
shown = view.of(case, view.MIDDLE).runs
if shown is not None:
    words = state.speech(shown.case.plan)
    charts.show(fan_chart(shown, words), "odds_fan")
    show_table(pay_table(shown, words))
    months = words.months(shown.case.plan.horizon_months)

    st.header(plain(_("After {months}").format(months=months)), anchor=False)
    charts.show(odds_charts.results_chart(shown, words), "odds_results")

    st.header(plain(_("When the money is back")), anchor=False)
    charts.show(odds_charts.payback_chart(shown, words), "odds_payback")

    st.header(plain(_("Who joins below you")), anchor=False)
    charts.show(odds_charts.downline_chart(shown, words), "odds_downline")

    st.header(plain(_("Which rank you reach")), anchor=False)
    charts.show(odds_charts.ranks_chart(shown, words), "odds_ranks")

    st.header(plain(_("Two runs, month by month")), anchor=False)
    story.show_stories(shown, words)
people.show_needed(case, speech)
foot()
