"""Making a company of one's own: a copy of another, or a file that somebody handed over."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields.company_picker import picked_in, picker
from pages.shared.fields.upload import COMPANY, upload
from pages.shared.session import own_companies, state
from pages.shared.session.known_companies import catalog
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.own_company.file import read_own_company
from planner.inputs.plan_file import MOST_OWN_COMPANIES

COPIED_FROM = "own-copied"
UPLOADED = "own-company-file"
WAITS = "own_file_waits"  # a company of a file that the plan holds already, until it is said which one stays


def copy_a_company() -> None:
    """Any company that is known, and a button that copies it."""
    _ = state.speech().text
    picker(_("Company to copy"), COPIED_FROM, state.chosen_company().id)
    st.button(_("Copy it"), key="own-copy", on_click=_copy, disabled=not own_companies.is_room())


def _copy() -> None:
    own_companies.copy(state.known_companies()[picked_in(COPIED_FROM, state.chosen_company().id)])


def open_a_file() -> None:
    """A field for a company's file. Of one that cannot be opened everything wrong is listed, and nothing changes."""
    _ = state.speech().text
    upload(_("Open a company file"), UPLOADED, ("toml",), _open, COMPANY)
    company: Company | None = st.session_state.get(WAITS)
    if company is not None:
        words = _("Your plan already holds this company: {name}. Replace it, or keep both?")
        st.warning(plain(words.format(name=company.name)))
        with st.container(horizontal=True):
            st.button(_("Replace it"), key="own-file-replace", on_click=_replace)
            st.button(_("Keep both"), key="own-file-both", on_click=_keep_both, disabled=not own_companies.is_room())
    if not own_companies.is_room():
        words = _("A plan holds {most} companies of your own at most. Delete one to make room.")
        st.markdown(plain(words.format(most=MOST_OWN_COMPANIES)))


def _open(data: bytes, name: str) -> tuple[Fault, ...]:
    st.session_state[WAITS] = None
    company, faults = read_own_company(data, name, tuple(catalog().companies))
    if company is None:
        return faults
    if company.id not in own_companies.taken_ids():
        own_companies.add(company)
    elif company in own_companies.own_companies():
        own_companies.tell_and_work_on(company.id, "same")
    else:
        st.session_state[WAITS] = company
    return ()


def _replace() -> None:
    if (company := _waiting()) is not None:
        own_companies.replace(company)


def _keep_both() -> None:
    if (company := _waiting()) is not None:
        own_companies.add(company)


def _waiting() -> Company | None:
    """The company that waits for an answer, which is given now."""
    found: Company | None = st.session_state.pop(WAITS, None)
    return found
