"""Making a company of one's own: a copy of another, or a file that somebody handed over."""

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.fields.company_picker import picked_in, picker
from pages.shared.session import own_companies, state
from pages.shared.session.known_companies import catalog
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.own_company.file import read_own_company
from planner.inputs.plan_file import MOST_OWN_COMPANIES

COPIED_FROM = "own-copied"
UPLOADED = "own-company-file"
FILE_READ = "own_file_read"  # the upload that was read last, and what came of it


def copy_a_company() -> None:
    """Any company that is known, and a button that copies it."""
    _ = state.speech().text
    picker(_("Company to copy"), COPIED_FROM, state.chosen_company().id)
    st.button(_("Copy it"), key="own-copy", on_click=_copy, disabled=not own_companies.is_room())


def _copy() -> None:
    own_companies.copy(state.known_companies()[picked_in(COPIED_FROM, state.chosen_company().id)])


def open_a_file() -> None:
    """A field for a company's file. Of one that cannot be opened everything wrong is listed, and nothing changes."""
    speech = state.speech()
    _ = speech.text
    st.file_uploader(_("Open a company file"), type="toml", key=UPLOADED, on_change=_open_uploaded)
    company, faults = _read_last()[1:]
    if faults:
        refused = _("The file was not opened, and your plan is as it was.")
        st.error(with_list(refused, map(speech.say_fault, faults)))
    if company is not None:
        words = _("Your plan already holds this company: {name}. Replace it, or keep both?")
        st.warning(plain(words.format(name=company.name)))
        with st.container(horizontal=True):
            st.button(_("Replace it"), key="own-file-replace", on_click=_replace)
            st.button(_("Keep both"), key="own-file-both", on_click=_keep_both, disabled=not own_companies.is_room())
    if not own_companies.is_room():
        words = _("A plan holds {most} companies of your own at most. Delete one to make room.")
        st.markdown(plain(words.format(most=MOST_OWN_COMPANIES)))


def _read_last() -> tuple[str, Company | None, tuple[Fault, ...]]:
    """The upload that was read last; the company that waits for an answer; what is wrong with the file."""
    read: tuple[str, Company | None, tuple[Fault, ...]] = st.session_state.get(FILE_READ, ("", None, ()))
    return read


def _open_uploaded() -> None:
    uploaded = st.session_state.get(UPLOADED)
    file_id = uploaded.file_id if uploaded else ""
    if file_id == _read_last()[0]:  # called back though the file is the same, as a page is left
        return
    st.session_state[FILE_READ] = (file_id, None, ())
    if uploaded is None:
        return
    company, faults = read_own_company(uploaded.getvalue(), uploaded.name, tuple(catalog().companies))
    if company is None:
        st.session_state[FILE_READ] = (file_id, None, faults)
    elif company.id in own_companies.taken_ids():
        if company not in own_companies.own_companies():
            st.session_state[FILE_READ] = (file_id, company, ())
        else:
            own_companies.tell_and_work_on(company.id, "same")
    else:
        own_companies.add(company)


def _replace() -> None:
    file_id, company, _faults = _read_last()
    if company is not None:
        st.session_state[FILE_READ] = (file_id, None, ())
        own_companies.replace(company)


def _keep_both() -> None:
    file_id, company, _faults = _read_last()
    if company is not None:
        st.session_state[FILE_READ] = (file_id, None, ())
        own_companies.add(company)
