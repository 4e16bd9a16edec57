"""The links of the saved plan: giving one to somebody with a right, those that were given, and taking one back."""

from functools import partial

import streamlit as st

from pages.shared.answer.page import as_label, plain
from pages.shared.saved import kept, saving
from pages.shared.saved.kept import Kept
from pages.shared.session import state
from pages.shared.words.saved import day_in_words
from planner.errors import Fault
from planner.inputs.together.ledger import LONGEST_NAME
from planner.store.links import Link
from planner.store.rights import RIGHTS, Right

FIRST: Right = "comment"
GIVEN = "links_given"  # how many were, so that the fields for the next one are empty


def show(saved: Kept) -> None:
    """Folded, with how many there are; a link that may change the plan is needed for all of it."""
    speech = state.speech()
    _ = speech.text
    every = kept.given(saved)
    if isinstance(every, Fault):
        st.error(plain(speech.say_fault(every)))
        return
    title = speech.plural("{count} link opens this plan", "{count} links open this plan", len(every))
    with st.expander(as_label(title), key="given-links"):
        _give_one()
        for link in every:
            _show_one(link)


def _give_one() -> None:
    _ = state.speech().text
    number = st.session_state.get(GIVEN, 0)
    name, right = f"link-name.{number}", f"link-right.{number}"
    st.text_input(_("A new link for (a name)"), key=name, max_chars=LONGEST_NAME, autocomplete="off", width=320)
    st.pills(
        _("What it lets do"),
        list(RIGHTS),
        default=FIRST,
        required=True,
        format_func=lambda each: _(RIGHTS[each]),
        key=right,
        wrap=True,
    )
    st.button(_("Give this link"), key="give-a-link", on_click=_give, args=(name, right))


def _give(name: str, right: str) -> None:
    st.session_state[GIVEN] = st.session_state.get(GIVEN, 0) + 1
    saving.give(st.session_state.get(right, FIRST), str(st.session_state.get(name) or "").strip())


def _show_one(link: Link) -> None:
    """To whom, what it lets do, since when; and the button that takes it back."""
    speech = state.speech()
    _ = speech.text
    name = link.given_to or (_("without a name") if not link.own else _("you"))
    said = _("{right}; given {day}").format(right=_(RIGHTS[link.right]), day=day_in_words(link.given_at, speech))
    if link.own:
        said = _("{what} · it is the link that you came with").format(what=said)
    key = link.key[:12]
    with st.container(horizontal=True, vertical_alignment="center", key=f"link-{key}"):
        st.markdown(f"**{plain(name)}**  \n{plain(said)}", width="stretch")
        if link.own:
            label, act = _("Replace this link"), partial(saving.replace_own, link)
        else:
            label, act = _("Take it back"), partial(saving.revoke, link.key)
        st.button(label, key=f"link-end-{key}", type="tertiary", on_click=act)
