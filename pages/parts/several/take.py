"""Plans are taken in: files, several at once, and links, a line each. What cannot be read is named with its fault."""

from collections.abc import Iterator

import streamlit as st

from pages.parts.several import listed
from pages.shared.answer.page import plain
from pages.shared.fields.upload import say_refused, upload_several
from pages.shared.saved import kept
from pages.shared.session import state
from pages.shared.session.links import Linked
from planner.errors import Fault
from planner.inputs.link import LONGEST, NO_LINK, read_link
from planner.inputs.pasted import Pasted, links_in
from planner.inputs.plan_file import read_plan_file

REFUSED, ROUND = "several_refused", "several_round"  # what was not read the last time; how often something was taken in
Refused = tuple[str, tuple[Fault, ...]]


def show() -> None:
    """Both fields, and what of the last plans could not be read."""
    _ = state.speech().text
    # A new field after each time: the old one would go on showing what is listed already.
    here = st.session_state.get(ROUND, 0)
    files, pasted = f"several-files-{here}", f"several-links-{here}"
    upload_several(_("Files of plans, several at once"), files, ("json",), _take_files)
    with st.expander(_("Links of plans"), key="several-by-link"):
        st.text_area(_("Links, one a line"), key=pasted, max_chars=listed.MOST * LONGEST, height="content")
        st.button(_("List the plans of these links"), on_click=_take_links, args=(pasted,), key="several-read-links")
    _say_refused()


def _say_refused() -> None:
    for name, faults in st.session_state.get(REFUSED, ()):
        say_refused(name, faults)


def _take_files(files: list[tuple[bytes, str]]) -> None:
    _take([(name, read_plan_file(data, "")) for data, name in files])


def _take_links(key: str) -> None:
    _ = state.speech().text
    found = links_in(st.session_state.get(key) or "")
    if found:
        called = _("Link {number}")
        _take([(called.format(number=number), _opened(each)) for number, each in enumerate(found, 1)])


def _opened(link: Pasted) -> tuple[Linked | None, tuple[Fault, ...]]:
    if link.kind == "plan":
        return read_link(link.value)
    found = kept.opened_by(link.value) if link.kind == "saved" else Fault("", NO_LINK)
    return (None, (found,)) if isinstance(found, Fault) else (found, ())


def _take(read: list[tuple[str, tuple[Linked | None, tuple[Fault, ...]]]]) -> None:
    """Lists each that could be read, and remembers why the others could not."""

    def refused() -> Iterator[Refused]:
        for name, (plan, faults) in read:
            if plan is None:
                yield name, faults
            elif (fault := listed.add(plan)) is not None:
                yield name, (fault,)

    st.session_state[REFUSED] = tuple(refused())
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def say_what_becomes_of_them() -> None:
    """That nothing is kept."""
    _ = state.speech().text
    st.markdown(
        plain(_("They are listed in this tab alone and are gone when it is closed. One that you open is yours."))
    )
