"""How long goods can be returned: a number of months, or that the company sets no limit of time."""

from math import inf

import streamlit as st

from pages.parts.my_company import changes, typed
from pages.shared.session import state
from pages.shared.words import own_company
from planner.inputs.company.company import Company
from planner.inputs.own_company.places import Place, value_at


def edit(company: Company, place: Place) -> None:
    """The field of the months, unless there is no limit, and a box that says so."""
    _, limitless = state.speech().text, value_at(company, place.path) == inf
    key, first = state.seeded(f"choice:own.{company.id}.{place.path}.no_limit", limitless)
    with st.container(width=typed.FIELD_WIDTH):
        if not limitless:
            label = own_company.label(company, place.path, state.speech())
            typed.draw(typed.slot(company, place.path, (), place.unit, label))
        st.checkbox(_("No limit of time"), first, key=key, on_change=_ticked, args=(key, company.id, place.path))


def _ticked(key: str, company_id: str, path: str) -> None:
    if key in st.session_state:
        changes.state_value(company_id, path, inf if st.session_state[key] else None)
