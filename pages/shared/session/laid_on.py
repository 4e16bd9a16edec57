"""The company that the plan is laid on, and the currency that it is counted in: how another one is chosen."""

from dataclasses import dataclass

import streamlit as st

from pages.shared.session import state
from planner.inputs.company.company import Company
from planner.inputs.currency import file_in_currency, states_amounts
from planner.inputs.own_years import in_own_years
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import with_changes

OWN_START = "own-start"  # the start month that the person stated, and the one into which it was moved


@dataclass(frozen=True, slots=True)
class StartMoved:
    """The start month before and after a company was chosen whose terms are of other years."""

    company: Company
    before: str
    now: str


def choose_company(company_id: str) -> None:
    """Lays the plan on another company. Where no amount was stated yet, the plan follows into its currency."""
    company, file = state.known_companies()[company_id], state.plan_file()
    if company is state.chosen_company() and file.company == company_id:  # called back as a page is left
        return
    if not states_amounts(file):
        file = file_in_currency(file, company.currency)
    before, own = file.plan.start_month, st.session_state.get(OWN_START)
    # That of the person comes back as the plan leaves the years into which it was moved.
    own_start = own.before if own is not None and own.now == before else before
    plan = in_own_years(Plan.model_validate(dict(file.plan) | {"start_month": own_start}), company)
    if not state.store(with_changes(file, plan=plan, company=company_id)) and plan.start_month != before:
        st.session_state[state.START_MOVED] = StartMoved(company, before, plan.start_month)
        st.session_state[OWN_START] = StartMoved(company, own_start, plan.start_month)
    state.reseed()


def choose_currency(currency: str) -> None:
    """Counts the plan in another currency; nothing happens where it does already, as with the company."""
    if currency != state.plan_file().plan.currency:
        state.store(file_in_currency(state.plan_file(), currency))
        state.reseed()
