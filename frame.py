"""The frame: page settings, the language switch, and the page that was asked for."""

import streamlit as st

from pages.shared.draw import charts
from pages.shared.fields import field
from pages.shared.runs import keeper
from pages.shared.saved import line
from pages.shared.session import browser, changes, failing, links, menu, once, state, warm
from planner.language import LANGUAGES, preferred_language

st.set_page_config(page_title="Joinwise", page_icon="🧭", layout="wide")
state.stop_without_companies()
warm.warm_up()
st.html(charts.STYLE)
with st.container(horizontal=True, horizontal_alignment="right", key="language"):
    chosen = st.segmented_control(
        "Language / Språk",
        options=list(LANGUAGES),
        default=preferred_language(st.context.locale),
        key="lang",
        bind="query-params",  # by what is shown, so without format_func: the browser writes the names over the codes
        required=True,
        label_visibility="collapsed",
    )
with once.a_run():
    field.speak(chosen)
    page = menu.navigate(state.speech())  # before the browser, which answering sooner would ask for the first page
    links.take()
    browser.connect()
    with failing.ways_on(), keeper.slow_answers_last():
        state.say_not_taken()
        changes.say_start_moved()
        links.show_offered()
        page.run()
        line.show_line()
