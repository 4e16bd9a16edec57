"""What must I sell? The three break-evens, an order's price step by step, and what recruits are worth."""

import streamlit as st

from pages.parts.break_even import tables
from pages.shared.answer import answers, bounds
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw.tables import show_table
from pages.shared.session import state
from planner.analysis.beside.comparison import without_recruits
from planner.analysis.case import Case
from planner.analysis.measures.measure import measure
from planner.analysis.measures.price_steps import price_steps
from planner.analysis.measures.team_worth import team_worth
from planner.projection.engine import project

case, speech = state.case(), state.speech()
plan, measures = case.plan, case.measures
_ = speech.text

head(_("What must I sell?"), answers.orders_needed(case, speech))
show_strip(case)
# Said once for the page: beside each of its figures it would bury them.
if beside := bounds.reserved(answers.margin_of_safety(case, speech), case.projection, speech):
    st.markdown(plain(beside.strip()))

st.header(_("Three ways to break even"), anchor=False)
for title, meaning, milestone in (
    (
        _("A month pays for itself"),
        _("What comes in covers the goods, fees and running costs of the month, yearly ones spread over their months."),
        measures.operating_break_even,
    ),
    (
        _("Your money is back"),
        _("Everything that you have paid, the start included, has come in again."),
        measures.payback,
    ),
    (
        _("Your money and your hours are back"),
        _("On top of that, every hour is paid at {wage}, the wage that you state.").format(
            wage=speech.money(plan.money_and_time.reference_wage, 2)
        ),
        measures.payback_with_time,
    ),
):
    found = answers.reached(milestone, case, speech)
    st.markdown(f"**{plain(title)}**  \n{plain(meaning)}  \n{plain(found)}")

st.header(_("From shelf price to your pocket"), anchor=False)
steps = price_steps(plan, case.projection, measures)
st.markdown(plain(answers.of_one_order(steps, case, speech)))
if average := tables.averaged(case, speech):
    st.markdown(plain(average))
show_table(tables.price_table(steps, case, speech))

st.header(_("The same plan with nobody recruited"), anchor=False)
if not case.projection.network.joined[:, 1:].any():
    st.markdown(_("Your plan recruits nobody, so its figures are already those."))
else:
    alone = without_recruits(plan)
    projection = project(alone, case.company)
    st.markdown(plain(tables.without_recruiting(plan, speech)))
    both = Case(alone, case.company, projection, measure(alone, projection))
    show_table(tables.recruits_table(case, both, speech))

st.header(_("Longer stays or more recruits"), anchor=False)
worth = team_worth(plan, case.company)
st.markdown(plain(tables.of_longer_stays(worth, case, speech)))
show_table(tables.worth_table(worth, case, speech))
st.caption(plain(_("Each alone, on top of your plan. What it takes to bring it about is not counted.")))

with st.expander(_("What the plan is worth as an investment")):
    for sentence in answers.as_investment(case, speech):
        st.markdown(plain(sentence))
next_page()
