"""The line at the end of every page of a saved plan: which version it is, what is not saved yet, and the way to it."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.saved import kept, saving
from pages.shared.saved.kept import Kept
from pages.shared.session import files, menu, state, together
from pages.shared.words.saved import parts_in_words, saved_in_words

SAVES_ITSELF = "versions"  # the page on which more is said, and done


def show_line() -> None:
    """Nothing where the plan is of no saved one."""
    _ = state.speech().text
    if menu.opened()[1].address == SAVES_ITSELF:
        return
    waiting, saved = st.session_state.get(kept.OUT_OF_REACH), kept.now()
    if saved is None and waiting is None and state.NOT_SAVED not in st.session_state:
        return
    st.divider()
    if waiting is not None:
        tell_out_of_reach()
    if saving.in_question() is not None:
        st.warning(plain(_("Not saved yet: somebody saved meanwhile and changed the same. Choose under Versions.")))
    if saved is not None:
        st.markdown(plain(" ".join((saved_in_words(saved.version, state.speech()), in_words(saved)))))
        with st.container(horizontal=True, vertical_alignment="center", key="saved-line"):
            save_button(saved)
            st.page_link("pages/versions.py", label=plain(_("Versions and links of this plan")))
    tell_refused()


def in_words(saved: Kept) -> str:
    """What is not saved yet; or that all is."""
    _, parts = state.speech().text, kept.unsaved(saved)
    if not parts:
        return _("Everything is saved.")
    return _("Not saved: {parts}.").format(parts=parts_in_words(parts))


def save_button(saved: Kept) -> None:
    """Saves what the link lets be saved, where there is something."""
    _ = state.speech().text
    if saved.right == "look":
        files.save_plan("save-look")
        return
    label = _("Save the plan") if saved.right == "change" else _("Save the notes")
    nothing = kept.to_be_saved(saved) == saved.file
    st.button(label, key="save-version", type="primary", disabled=nothing, on_click=_save)


def _save() -> None:
    saving.save(str(st.session_state.get(together.MY_NAME, "")))


def tell_refused() -> None:
    """Why the plan was not saved, and what was entered as a file; or with whose version it was put together."""
    speech = state.speech()
    _ = speech.text
    together = st.session_state.get(state.PUT_TOGETHER)
    if together is not None:
        words = _(
            "Somebody saved before you: {version} Changed there: {parts}. What you changed is put together with it."
        )
        parts = parts_in_words(together.changed) or _("nothing")
        st.info(plain(words.format(version=saved_in_words(together, speech), parts=parts)))
    refused = st.session_state.get(state.NOT_SAVED)
    if refused is not None:
        st.error(plain(speech.say_fault(refused)))
        files.save_plan("save-refused")


def tell_out_of_reach() -> None:
    """Why what the tab stood on could not be opened again; what was entered is there, and can be had as a file."""
    speech = state.speech()
    _ = speech.text
    waiting = st.session_state.get(kept.OUT_OF_REACH)
    if waiting is None:
        return
    stood, why = waiting
    st.error(plain(speech.say_fault(why)))
    st.markdown(plain(_("What you entered is as it was, here.")))
    with st.container(horizontal=True):
        st.button(_("Try again"), key="stand-again", on_click=kept.stand_again, args=stood)
        files.save_plan("save-out-of-reach")
