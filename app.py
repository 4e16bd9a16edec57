"""The frame: page settings, the language switch, and the list of pages."""

import gc

import streamlit as st

from pages.shared.draw import charts, style
from pages.shared.fields import typed
from pages.shared.runs import odds_state
from pages.shared.session import browser, state
from pages.shared.session.known_companies import first_of
from planner.analysis.case import Case
from planner.inputs.plan.plan import Plan
from planner.language import LANGUAGES, preferred_language
from planner.speech import Speech


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Once a process: what lives for ever is hidden from the garbage collector, which looks after every run."""
    case = Case.of(Plan(), first_of(Plan().currency))
    for language in LANGUAGES:
        charts.running_total_chart(case, Speech.of(language, case.plan))
    gc.collect()
    gc.freeze()


st.set_page_config(page_title="Joinwise", page_icon="🧭", layout="wide")
state.stop_without_companies()
warm_up()
style.apply()
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
typed.speak(chosen)
browser.connect()
_ = state.speech().text
pages = {
    "": [st.Page("pages/start.py", title=_("Start"), default=True)],
    _("The plan"): [
        st.Page("pages/plan.py", title=_("My plan")),
        st.Page("pages/what_if.py", title=_("What if")),
        st.Page("pages/scenarios.py", title=_("Scenarios")),
        st.Page("pages/versions.py", title=_("Two versions")),
    ],
    _("The odds"): [
        st.Page("pages/odds.py", title=_("What could happen")),
        st.Page("pages/what_matters.py", title=_("What matters most")),
        st.Page("pages/goal.py", title=_("What must happen")),
        st.Page("pages/shocks.py", title=_("Shocks")),
        st.Page("pages/stop_rule.py", title=_("When to stop")),
    ],
    _("The money"): [
        st.Page("pages/cash_flow.py", title=_("Cash flow")),
        st.Page("pages/break_even.py", title=_("Break-even")),
        st.Page("pages/cautions.py", title=_("Cautions")),
        st.Page("pages/leaving.py", title=_("Leaving")),
    ],
    _("The companies"): [
        st.Page("pages/company.py", title=_("Company")),
        st.Page("pages/my_company.py", title=_("My version")),
        st.Page("pages/compare.py", title=_("Compare")),
        st.Page("pages/method.py", title=_("Method and sources")),
    ],
}
with odds_state.slow_runs_last():
    st.navigation(pages).run()
