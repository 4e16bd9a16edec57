"""Saving the plan to a file, opening one again, and the sample plans."""

import streamlit as st

from pages.shared.answer import page
from pages.shared.fields.places import name_shown
from pages.shared.fields.upload import upload
from pages.shared.session import state
from pages.shared.session.downloads import hand_over
from pages.shared.session.samples import sample_plans
from planner.analysis.answer.older_file import counted_otherwise
from planner.analysis.case import Case
from planner.errors import Fault
from planner.inputs.own_company.file import bare_id
from planner.inputs.plan_file import dump_plan_file, read_plan_file, version_of
from planner.language import mark

UPLOADED = "uploaded-plan"
# What the sample plans are called, listed here to be translated.
SAMPLE_NAMES = (
    mark("A few customers and two friends"),
    mark("First year without recruits"),
    mark("The recruiter's pitch: 3,000 a month in sales, two recruits a month"),
)


def save_plan(key: str = "save-plan") -> None:
    """A button that hands over the plan as a file, from which anyone gets the same numbers.

    key: tells two of them on a page apart.
    """
    _ = state.speech().text
    file = f"{bare_id(name_shown(state.plan_file().plan.name), _('plan'))}.json"
    hand_over(_("Save the plan as a file"), dump_plan_file(state.plan_file()), file, key)


def open_plan() -> None:
    """A field for a saved plan. Of one that cannot be opened everything wrong is listed, and nothing changes."""
    upload(state.speech().text(mark("Open a saved plan")), UPLOADED, ("json",), _open)


def choose_sample() -> None:
    """A button for each sample plan, and that it comes with its company."""
    _ = state.speech().text
    st.markdown(
        page.plain(_("Each is laid on a company of its own, which takes the place of yours. Undo brings it back."))
    )
    with st.container(horizontal=True):
        for name, file in sample_plans().items():
            st.button(page.plain(_(name)), key=f"sample:{name}", wrap=True, on_click=state.take_up, args=(file,))


def _open(data: bytes, name: str) -> tuple[Fault, ...]:
    file, faults = read_plan_file(data, name)
    if file is not None:
        state.take_up(file)
        st.session_state[state.SAVED_BY] = version_of(data, name)
    return faults


def say_what_counts_otherwise(case: Case) -> None:
    """Of a plan that an older version saved, once after it is opened: what this version counts otherwise in it."""
    speech = state.speech()
    version = st.session_state.get(state.SAVED_BY)
    said = () if version is None else counted_otherwise(case, version)
    if said:
        _ = speech.text
        lead = _("An older version saved this plan. Its inputs are as they were; this is counted otherwise now:")
        st.info(page.with_list(lead, map(speech.say, said)))
