"""The link that is the plan: giving one, and opening one without losing what was entered here."""

from html import escape
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from pages.shared.answer import page
from pages.shared.session import history, state
from pages.shared.session.known_companies import known_to
from planner.address import stated
from planner.inputs.link import LONGEST, USUAL_LENGTH, link_text, read_link
from planner.inputs.plan_file import PlanFile

IN_ADDRESS = "plan"  # the name under which a link holds the plan
OFFERED, OPENED_BY_LINK = "link_offered", "link_opened"
PIXELS_A_MODULE = 4


def take() -> None:
    """Opens the plan of the address, where nothing would be lost by it; else it is offered. It leaves the address."""
    text = st.query_params.get(IN_ADDRESS)
    if text is None:
        return
    del st.query_params[IN_ADDRESS]
    file, faults = read_link(text)
    if file is None:
        st.session_state[state.LINK_REFUSED] = faults
    elif something_entered():
        st.session_state[OFFERED] = file
    else:
        state.open_plan(file)
        st.session_state[OPENED_BY_LINK] = file


def something_entered() -> bool:
    """Whether the plan of this session is another than it began with."""
    return state.plan_file() != history.opened() or history.can_go(history.PAST)


def offer_instead(draft: PlanFile) -> None:
    """What the tab kept comes back after a link was opened: it stays the plan, and the link's is offered."""
    by_link = st.session_state.pop(OPENED_BY_LINK, None)
    if by_link is not None and by_link != draft:
        st.session_state[OFFERED] = by_link


def show_offered() -> None:
    """What came by a link and was not opened: a plan to open or to leave, or why there is none."""
    speech = state.speech()
    _ = speech.text
    if faults := st.session_state.get(state.LINK_REFUSED):
        refused = _("The link was not opened, and your plan is as it was.")
        st.error(page.with_list(refused, map(speech.say_fault, faults)))
    file: PlanFile | None = st.session_state.get(OFFERED)
    if file is None:
        return
    company = known_to(file).get(file.company or "")
    name = f"{file.plan.name} · {company.name}" if company else file.plan.name
    words = _("The link holds another plan: {name}. Open it in the place of yours? Undo brings yours back.")
    with st.container(border=True, key="offered-by-link"):
        st.markdown(page.plain(words.format(name=name)))
        with st.container(horizontal=True):
            st.button(_("Open the plan of the link"), key="link-open", on_click=_open, args=(file,))
            st.button(_("Keep my plan"), key="link-leave", on_click=_leave)


def _open(file: PlanFile) -> None:
    _leave()
    state.take_up(file)


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
        st.code(given, language=None, wrap_lines=True)
        if len(given) > USUAL_LENGTH:
            long = _("With {length} characters it is longer than some messengers carry. A file is surer.")
            st.markdown(page.plain(long.format(length=state.speech().number(len(given)))))
        elif code := code_of(given):
            words = _("The same link as a code: point a phone's camera at it.")
            picture = f'<div role="img" aria-label="{escape(words)}">{code}</div>'
            st.html(f'<figure class="qr">{picture}<figcaption>{escape(words)}</figcaption></figure>')


def link() -> str | None:
    """The plan as a link; None where it holds too much for one."""
    text = link_text(state.plan_file())
    if len(text) > LONGEST:
        return None
    return f"{address()}/?{urlencode({IN_ADDRESS: text, 'lang': state.language()})}"


def code_of(given: str | None) -> str:
    """A link as a code, SVG, black on white in any colours; empty where a phone could not open it, or not read it."""
    if not stated() or given is None or len(given) > USUAL_LENGTH:
        return ""
    code = segno.make(given, error="l", boost_error=False, micro=False)
    return str(code.svg_inline(scale=PIXELS_A_MODULE, light="#fff"))


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
