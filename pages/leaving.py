"""What does leaving cost, and when would I stop? Where you stand at the end of each month, and a rule made before."""

import streamlit as st

from pages.parts.leaving import stop_rule, words
from pages.parts.leaving.chart import leaving_chart
from pages.shared.answer import dates, view
from pages.shared.answer.head import foot, head, part
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.fields import choices, typed
from pages.shared.runs import keeper
from pages.shared.session import state
from planner.analysis.measures.quitting import quitting

case, speech = state.case(), state.speech()
_ = speech.text


def show_stop_rule() -> None:
    said = part("stop_rule", _("When would I stop?"))
    limit, review = st.columns(2)
    with limit:
        typed.plan_field(("chance", "most_to_lose"))
    with review:
        typed.plan_field(("chance", "review_month"))
    asked = stop_rule.rule_of(case)
    rule = keeper.answered(asked, said, lambda each: stop_rule.answer(each, state.speech(each.case.plan))).shown
    if rule is None or not stop_rule.has_rule(rule.case.plan) or not stop_rule.has_rule(case.plan):
        return
    its = state.speech(rule.case.plan)
    for sentence in stop_rule.parts(rule, its):
        st.markdown(plain(sentence))
    charts.show(stop_rule.middles(rule, its), "stop_rule_middles")
    show_table(stop_rule.figures_table(rule, its))
    show_table(stop_rule.months_table(rule, its))
    dates.offer(case)


left = quitting(case)
head(_("What does leaving cost?"), words.answer(case, left, speech))
show_strip(case, only=view.EXACTLY)
charts.show(leaving_chart(case, left, speech), "leaving_by_month")
for remark in words.remarks(left, speech):
    st.markdown(plain(remark))

st.header(_("What it is made of"), anchor=False)
show_table(words.leaving_table(left, speech, choices.choose_period("quarter", "leaving_period")))
st.caption(plain(_("Amounts are rounded, so a sum may differ slightly from its parts.")))
show_stop_rule()
foot()
