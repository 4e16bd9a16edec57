"""The frame: page settings, the language switch, and the list of pages."""

import gc
from pathlib import Path

import streamlit as st

from pages.shared import browser, fields, state, style
from planner.language import LANGUAGES, preferred_language


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Once a process: what lives for ever is hidden from the garbage collector, which looks after every run."""
    state.catalog()
    gc.collect()
    gc.freeze()


st.set_page_config(page_title="Joinwise", page_icon="🧭", layout="wide")
warm_up()
style.apply()
with st.container(horizontal=True, horizontal_alignment="right", key="language"):
    chosen = st.segmented_control(
        "Language / Språk",
        options=list(LANGUAGES),
        default=preferred_language(st.context.locale),
        format_func=LANGUAGES.__getitem__,
        key="lang",
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
fields.speak(chosen)
browser.connect()
_ = state.speech().text
pages = {
    "": [("pages/start.py", _("Start"))],
    _("The plan"): [("pages/plan.py", _("My plan"))],
    _("The money"): [("pages/cash_flow.py", _("Cash flow")), ("pages/break_even.py", _("Break-even"))],
    _("The companies"): [("pages/compare.py", _("Compare")), ("pages/method.py", _("Method and sources"))],
}
# TEMPORARY, until the last page is there: only files that exist
st.navigation(
    {
        section: [st.Page(file, title=title, default=file == "pages/start.py") for file, title in listed if Path(file).exists()]
        for section, listed in pages.items()
    }
).run()
