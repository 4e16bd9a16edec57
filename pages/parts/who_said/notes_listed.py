"""Every note of the plan with what it is pinned to, those that are open first."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import notes, places
from pages.shared.session import menu, state
from planner.inputs.path import parse
from planner.inputs.together.notes import FIGURES, Note
from planner.inputs.together.talk import STEPS


def show() -> None:
    """The notes, or that there are none."""
    _ = state.speech().text
    st.header(plain(_("Notes")), anchor=False)
    every = list(enumerate(state.plan_file().notes))
    if not every:
        st.markdown(plain(_("No notes yet. One is written beside a field, under the figures, at a step or on a page.")))
    for number, note in sorted(every, key=lambda each: each[1].done):
        st.markdown(f"**{plain(pinned_to(note))}**")
        notes.show_note(number, note, "listed")


def pinned_to(note: Note) -> str:
    """What a note is on; the name as it is kept, where there is no such thing any more."""
    _ = state.speech().text
    match note.to:
        case "input":
            return places.title_of(parse(note.place))
        case "figure":
            return _(FIGURES[note.place]) if note.place in FIGURES else note.place
        case "step":
            steps = {str(name): title for name, title in STEPS.items()}
            return _(steps[note.place]) if note.place in steps else note.place
        case "page":
            titles = {question.address: question.title for question in menu.QUESTIONS}
            title = _(titles[note.place]) if note.place in titles else note.place
            return _("Page: {page}").format(page=title)
