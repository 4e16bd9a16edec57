"""Two who saved at once and changed the same: both are shown, and for each input it is chosen who wins."""

import streamlit as st

from pages.shared.answer.page import as_label, plain
from pages.shared.saved import saving
from pages.shared.session import state, together
from pages.shared.words.inputs import both_in_words, title_in_words
from pages.shared.words.saved import saved_in_words
from planner.inputs.changes.difference import Difference
from planner.inputs.path import Path, written

KEY, MINE, THEIRS = "who-wins:", "mine", "theirs"


def show() -> None:
    """Nothing where nothing is to be chosen."""
    speech, question = state.speech(), saving.in_question()
    _ = speech.text
    if question is None:
        return
    theirs, clashes = question
    with st.container(border=True, key="conflict"):
        words = _(
            "Not saved yet. Somebody saved before you: {version} Both of you changed what follows. Choose which counts."
        )
        st.markdown(plain(words.format(version=saved_in_words(theirs.version, speech))))
        for place, clash in clashes.items():
            _choose(place, clash)
        st.markdown(plain(_("All else is put together, the notes of both too.")))
        st.button(
            _("Save with what I chose"), key="save-chosen", type="primary", on_click=_save, args=(tuple(clashes),)
        )


def _choose(place: Path, clash: Difference) -> None:
    _, is_input = state.speech().text, place[0] == "plan" and len(place) > 1
    title = title_in_words(clash) if is_input else _(clash.title)
    theirs, mine = both_in_words(clash) if is_input else (_("as it was saved meanwhile"), _("as I have it"))
    labels = {MINE: _("mine: {value}").format(value=mine), THEIRS: _("saved meanwhile: {value}").format(value=theirs)}
    st.radio(
        as_label(title),
        list(labels),
        format_func=lambda winner: as_label(labels[winner]),
        key=KEY + written(place),
        persist_state="session",
    )


def _save(places: tuple[Path, ...]) -> None:
    chosen = {place: st.session_state.get(KEY + written(place), MINE) == MINE for place in places}
    if saving.save(str(st.session_state.get(together.MY_NAME, "")), chosen):
        for place in places:  # or the next time that both change it, this choice would be made already
            st.session_state.pop(KEY + written(place), None)
