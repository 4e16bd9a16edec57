"""When would I stop? The most to lose and a review date, how often they are hit, and a calendar file."""

from datetime import UTC, datetime

import streamlit as st

from pages.parts.stop_rule import charts as stop_charts
from pages.parts.stop_rule import words
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.draw import charts
from pages.shared.draw.tables import show_table
from pages.shared.fields import typed
from pages.shared.runs import odds_state
from pages.shared.session import state
from planner.export.calendar import stop_rule_calendar

case, speech = state.case(), state.speech()
_ = speech.text

top = st.container()
limit, review = st.columns(2)
with limit:
    typed.plan_field(("chance", "most_to_lose"))
with review:
    typed.plan_field(("chance", "review_month"))
rule = stop_charts.rule_of(case)
with top:
    waiting = _("It is known when the plan has been tried many times.")
    head(_("When would I stop?"), waiting if rule is None else words.answer(case, rule, speech))
if rule is None:
    odds_state.want(case, st.empty())
elif words.has_rule(case.plan):
    for sentence in words.parts(case, rule, speech):
        st.markdown(plain(sentence))
    charts.show(stop_charts.middles(case, rule, speech), "stop_rule_middles")
    show_table(words.figures_table(case, rule, speech))
    show_table(words.months_table(case, rule, speech))
    st.download_button(
        _("The dates for your calendar (ICS)"),
        lambda: stop_rule_calendar(case.plan, speech, datetime.now(UTC)),
        file_name="joinwise-stop-rule.ics",
        mime="text/calendar",
        on_click="ignore",
        key="download_calendar",
    )
    st.caption(
        plain(
            _(
                "After each month the calendar asks whether the limit is passed, and once whether the review is. The "
                "file stays on your computer; nobody else is told."
            )
        )
    )
next_page()
