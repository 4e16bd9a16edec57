"""Changes of a company of one's own that are not typed: the way back to the published, and whole values of a place."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.fields import field
from pages.shared.session import own_companies, state
from pages.shared.words import own_company
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import Checked, reset, with_figure
from planner.inputs.own_company.places import note_at

REFUSED = "own_refused"  # the place, and why a change there that is not typed was not made


def reset_button(company: Company, path: str, where: str) -> None:
    """Puts the published figure back. where: tells two buttons for the same place apart."""
    speech = state.speech()
    _ = speech.text
    st.button(
        _("Back to the published"),
        key=f"own-reset:{where}:{company.id}:{path}",
        type="tertiary",
        help=plain(own_company.title(path, speech)),
        on_click=_reset,
        args=(company.id, path),
    )


def _reset(company_id: str, path: str) -> None:
    def back(company: Company) -> Checked:
        base = own_companies.base_of(company)
        return (company, ()) if base is None else reset(company, base, path)

    make(company_id, path, back)


def make(company_id: str, path: str, change: Callable[[Company], Checked]) -> None:
    """Makes a change that is not typed, and draws the fields anew; or keeps why it does not fit."""
    if keep(company_id, path, change):
        field.forget((own_companies.KEPT, company_id, path))
        field.read_again((own_companies.KEPT, company_id))
        state.reseed()


def keep(company_id: str, path: str, change: Callable[[Company], Checked]) -> bool:
    """Makes a change that no field of figures shows, and says whether it did; or keeps why it does not fit."""
    st.session_state.pop(REFUSED, None)
    company = own_companies.own_company(company_id)
    if company is None:
        return False
    changed, faults = change(company)
    if changed is None:
        st.session_state[REFUSED] = (path, faults)
        return False
    return not own_companies.change(changed)  # which remembers what was in the fields before


def state_value(company_id: str, path: str, value: Any) -> None:
    """States a whole value at a place, with the note that is there."""

    def stated(company: Company) -> Checked:
        return with_figure(company, path, value, note_at(company, path), own_companies.this_year())

    make(company_id, path, stated)


def tell_refused(path: str) -> None:
    """Why the last change at a place that is not typed into a field of figures was not made."""
    speech = state.speech()
    _ = speech.text
    refused, faults = st.session_state.get(REFUSED, ("", ()))
    if refused == path:
        told: tuple[Fault, ...] = faults
        st.error(with_list(_("This does not fit the rest of the company:"), map(speech.say_fault, told)))
