"""What would joining do to my money? Five questions and the answer, or a plan that exists."""

import streamlit as st

from pages.shared.answer.cautions import show_cautions
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.fields import company_choice, schedules, typed
from pages.shared.session import changes, files, state
from planner.analysis.answer.as_entered import in_a_sentence

_ = state.speech().text

head(
    _("What would joining do to my money?"),
    _(
        "Joinwise lays your plan on the published terms of a direct-selling company and shows your own cash, "
        "month by month. "
        "It sells nothing, recommends nothing and belongs to no company. "
        "It computes what could follow from what you enter, and does not predict what will."
    ),
)
questions, answer = st.columns([1, 1], gap="large")
with questions:
    st.header(plain(_("Five questions")), anchor=False)
    changes.undo_and_redo()
    company_choice.choose_company(_("Which company?"))
    company_choice.opening_stock_field(("stock", "opening_stock"))
    schedules.short_field(("customers", "new_a_month"))
    schedules.short_field(("team", "recruits_a_month"))
    typed.plan_field(("money_and_time", "hours_a_week"))
with answer:
    st.header(plain(_("The answer")), anchor=False)
    if state.rate_fault() is None:
        case = state.case()
        show_strip(case, full=True)
        st.markdown(plain(in_a_sentence(case, state.speech())))
        show_cautions(case)
        next_page("cash_flow")
    else:
        st.markdown(plain(_("One figure is missing before it can be computed.")))
    next_page("plan")
    company_choice.what_no_source_says(state.chosen_company())
    st.header(plain(_("Or begin with a plan that exists")), anchor=False)
    files.choose_sample()
    files.open_plan()
