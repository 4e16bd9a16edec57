"""Links: giving the one that is the plan, and opening it or a saved plan without losing what was entered here."""

from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from pages.shared.answer import page
from pages.shared.saved import kept
from pages.shared.saved.kept import Kept
from pages.shared.session import history, state
from pages.shared.session.known_companies import known_to
from pages.shared.words.saved import saved_in_words
from planner.address import stated
from planner.errors import Fault
from planner.inputs.link import LONGEST, USUAL_LENGTH, link_text, link_version, read_link
from planner.inputs.pasted import PLAN, SAVED
from planner.inputs.plan_file import VERSION, PlanFile

WRITTEN_BY = "link-written-by"  # the version of the plan's file with which the last link was made
TAKEN = "link-taken"  # what stood in the address, so that it is opened once
OFFERED, OPENED_BY_LINK = "link_offered", "link_opened"  # a plan that came by a link, or a saved plan
DRAWN: dict[str, Any] = {"scale": 4, "light": "#fff"}  # pixels a module, on white


Linked = PlanFile | Kept


def take() -> None:
    """Opens the plan of the address, where nothing would be lost by it; else it is offered.

    It leaves the address by browser.js, which writes over that entry of the tab's history. Streamlit would begin
    another one, and the way back would lead to the link again and open it anew, each time. So Streamlit takes it away
    only where it comes back.
    """
    for name in (PLAN, SAVED):
        text = st.query_params.get(name)
        if text is not None and st.session_state.get(TAKEN) == text:
            del st.query_params[name]
        elif text is not None:
            st.session_state.update({TAKEN: text, WRITTEN_BY: link_version(text)})
            _meet(_read(text) if name == PLAN else kept.opened_by(text))


def open_saved(token: str) -> None:
    """Opens a saved plan by what stands in its link, as an address does."""
    _meet(kept.opened_by(token))


def _read(text: str) -> PlanFile | Fault:
    file, faults = read_link(text)
    return faults[0] if file is None else file


def _meet(linked: Linked | Fault) -> None:
    if isinstance(linked, Fault):
        st.session_state[state.LINK_REFUSED] = (linked,)
    elif something_entered():
        st.session_state[OFFERED] = linked
    else:
        put_in_place(linked, state.open_plan)
        st.session_state[OPENED_BY_LINK] = linked


def put_in_place(linked: Linked, put: Callable[[PlanFile], None]) -> None:
    """The plan of a link takes the place of the plan, and a saved one is stood on; put: as a step, or without one."""
    put(file_of(linked))
    by = linked.saved_by if isinstance(linked, Kept) else st.session_state.get(WRITTEN_BY, VERSION)
    st.session_state[state.SAVED_BY] = by
    if isinstance(linked, Kept):
        kept.stand_on(linked)
        st.session_state[state.LINK_OPENED] = linked


def file_of(linked: Linked) -> PlanFile:
    """The plan of a link."""
    return linked.file if isinstance(linked, Kept) else linked


def something_entered() -> bool:
    """Whether the plan of this session is another than it began with."""
    return state.plan_file() != history.opened() or history.can_go(history.PAST)


def offer_instead(draft: PlanFile, saved: str = "") -> None:
    """What the tab kept comes back after a link was opened: it stays the plan, and the link's is offered.

    saved: what the tab kept of the saved plan that the draft is a version of; the same one is not offered.
    """
    by_link: Linked | None = st.session_state.pop(OPENED_BY_LINK, None)
    if by_link is None or (isinstance(by_link, Kept) and by_link.token == saved):
        return
    if isinstance(by_link, Kept) or by_link != draft:
        st.session_state[OFFERED] = by_link


def show_offered() -> None:
    """What came by a link and was not opened: a plan to open or to leave, or why there is none."""
    speech = state.speech()
    _ = speech.text
    if faults := st.session_state.get(state.LINK_REFUSED):
        refused = _("The link was not opened, and your plan is as it was.")
        st.error(page.with_list(refused, map(speech.say_fault, faults)))
    _say_opened()
    linked: Linked | None = st.session_state.get(OFFERED)
    if linked is None:
        return
    file = file_of(linked)
    company = known_to(file).get(file.company or "")
    name = f"{file.plan.name} · {company.name}" if company else file.plan.name
    words = _("The link holds another plan: {name}. Open it in the place of yours? Undo brings yours back.")
    with st.container(border=True, key="offered-by-link"):
        st.markdown(page.plain(words.format(name=name)))
        with st.container(horizontal=True):
            st.button(_("Open the plan of the link"), key="link-open", on_click=_open, args=(linked,))
            st.button(_("Keep my plan"), key="link-leave", on_click=_leave)


def _say_opened() -> None:
    """Once, of a saved plan that a link opened: which version, and what its link lets do."""
    speech = state.speech()
    _ = speech.text
    opened: Kept | None = st.session_state.get(state.LINK_OPENED)
    if opened is not None:
        lets = {
            "look": _("Your link lets you look. What you change stays here and is not saved."),
            "comment": _("Your link lets you look and write notes. What you change in the plan stays here."),
            "change": _("Your link lets you look, write notes and change the plan."),
        }
        kept_by = _("The link has left the address, but this browser's history still holds it.")
        st.info(page.plain(" ".join((saved_in_words(opened.version, speech), lets[opened.right], kept_by))))


def _open(linked: Linked) -> None:
    _leave()
    put_in_place(linked, state.take_up)


def _leave() -> None:
    st.session_state.pop(OFFERED, None)


def give_link() -> None:
    """The plan as a link, and as a code for a phone, when asked for."""
    _ = state.speech().text
    folded = st.expander(_("Give the plan as a link"), key="give-link", on_change="rerun")
    if not folded.open:
        return
    with folded:
        given = link()
        if given is None:
            st.markdown(page.plain(_("This plan holds too much for a link. Save it as a file, and give that.")))
            return
        st.markdown(page.plain(_where_it_opens()))
        show_link(given)
        if len(given) > USUAL_LENGTH:
            long = _("With {length} characters it is longer than some messengers carry. A file is surer.")
            st.markdown(page.plain(long.format(length=state.speech().number(len(given)))))


def show_link(given: str) -> None:
    """A link to be copied, and as a code where a phone could open it."""
    _ = state.speech().text
    st.code(given, language=None, wrap_lines=True)
    if (code := _code(given)) is not None:
        words = _("The same link as a code: point a phone's camera at it.")
        # As a picture of its own, since Streamlit takes SVG out of HTML.
        picture = f'<img alt="{escape(words)}" src="{escape(code.svg_data_uri(**DRAWN))}">'
        st.html(f'<figure class="qr">{picture}<figcaption>{escape(words)}</figcaption></figure>')


def link() -> str | None:
    """The plan as a link; None where it holds too much for one."""
    text = link_text(state.plan_file())
    if len(text) > LONGEST:
        return None
    return _with_address(PLAN, text)


def saved_link(token: str) -> str:
    """The link that opens a saved plan."""
    return _with_address(SAVED, token)


def _with_address(name: str, text: str) -> str:
    return f"{address()}/?{urlencode({name: text, 'lang': state.language()})}"


def code_of(given: str | None) -> str:
    """A link as a code, SVG, black on white in any colours; empty where a phone could not open it, or not read it."""
    code = _code(given)
    return "" if code is None else str(code.svg_inline(**DRAWN))


def _code(given: str | None) -> segno.QRCode | None:
    if not stated() or given is None or len(given) > USUAL_LENGTH:
        return None
    return segno.make(given, error="l", boost_error=False, micro=False)


def address() -> str:
    """Where this planner is opened: as stated, or else as the browser shows it."""
    parts = urlsplit(st.context.url or "")
    return stated() or f"{parts.scheme}://{parts.netloc}"


def _where_it_opens() -> str:
    _ = state.speech().text
    if stated():
        return _(
            "Whoever has this link can read all that the plan holds, notes too. It keeps what is entered now; what is "
            "changed afterwards is in a new link."
        )
    return _(
        "This link opens on this computer only, since the planner listens to no other. For somebody else, save the "
        "plan as a file, or start the planner with make share."
    )
