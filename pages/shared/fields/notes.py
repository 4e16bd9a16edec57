"""Notes on one thing: what was written, each with its answers, done or not; and room for another one."""

from collections.abc import Callable

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.saved import kept
from pages.shared.session import state, together
from planner.analysis.together.in_words import day_in_words
from planner.errors import Fault
from planner.inputs.together.ledger import LONGEST_NAME
from planner.inputs.together.notes import LONGEST_REMARK, MOST_NOTES, MOST_REMARKS, Note, PinnedTo, Remark

WRITTEN = "notes_written"  # how many were, so that the field for the next one is empty
REFUSED = "note_refused"  # where one could not be kept, and why

Keep = Callable[[str, str], tuple[Fault, ...]]


def open_on(to: PinnedTo, place: str) -> int:
    """How many notes on a thing are not done."""
    return sum(not note.done for _number, note in together.notes_on(to, place))


def show(to: PinnedTo, place: str) -> None:
    """The notes on a thing, and a field for another one."""
    _ = state.speech().text
    for number, note in together.notes_on(to, place):
        show_note(number, note, to)
    if len(state.plan_file().notes) < MOST_NOTES:
        _write(f"{to}.{place}", _("Write a note"), lambda text, by: together.pin(to, place, text, by))


def show_note(number: int, note: Note, where: str) -> None:
    """A note with its answers, a field for one more, and whether it is done.

    number: its place among all notes. where: tells two places of a page apart that show the same note.
    """
    _ = state.speech().text
    with st.container(border=True, gap="xsmall", key=f"{where}-note-{number}"):
        st.markdown("\n\n".join(map(_line, note.thread)))
        if not note.done and len(note.thread) < MOST_REMARKS:
            with st.expander(_("Answer"), type="compact"):
                _write(f"{where}.answer.{number}", _("Your answer"), lambda text, by: together.answer(number, text, by))
        with st.container(horizontal=True, vertical_alignment="center"):
            if note.done:
                st.markdown(plain(_("Done.")), width="content")
            label = _("Open again") if note.done else _("Done")
            st.button(
                label,
                key=f"{where}-note-done-{number}",
                type="tertiary",
                on_click=_settle,
                args=(number, not note.done),
            )
            if may_delete(note):
                st.button(
                    _("Delete"),
                    key=f"{where}-note-delete-{number}",
                    type="tertiary",
                    on_click=together.take_away,
                    args=(number,),
                )


def may_delete(note: Note) -> bool:
    """Whether it can be deleted: with a link for notes alone, only what was written here and is not saved yet."""
    saved = kept.now()
    return saved is None or saved.right == "change" or note not in saved.file.notes


def _line(remark: Remark) -> str:
    who = ", ".join(filter(None, (remark.by, day_in_words(remark.day, state.speech()))))
    text = "  \n".join(map(plain, remark.text.splitlines()))
    return f"**{plain(who)}**  \n{text}" if who else text


def _write(where: str, label: str, keep: Keep) -> None:
    """A text, the name of who writes it, and the button that keeps both."""
    _ = state.speech().text
    key = f"note-text.{where}.{st.session_state.get(WRITTEN, 0)}"
    by = f"note-by.{where}.{st.session_state.get(WRITTEN, 0)}"
    st.text_area(label, key=key, max_chars=LONGEST_REMARK, height=80)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            _("Your name"),
            st.session_state.get(together.MY_NAME, ""),
            key=by,
            max_chars=LONGEST_NAME,
            autocomplete="off",
            width=180,
        )
        st.button(_("Keep it"), key=f"note-keep.{where}", on_click=_keep, args=(where, key, by, keep))
    place, faults = st.session_state.get(REFUSED, ("", ()))
    if place == where and faults:
        st.error(with_list(_("The note is not kept yet:"), map(state.speech().say_fault, faults)))


def _keep(where: str, key: str, by: str, keep: Keep) -> None:
    text, name = (str(st.session_state.get(each) or "").strip() for each in (key, by))
    st.session_state[together.MY_NAME] = name
    if not text:
        return
    faults = keep(text, name)
    st.session_state[REFUSED] = (where, faults)
    if not faults:
        st.session_state[WRITTEN] = st.session_state.get(WRITTEN, 0) + 1


def _settle(number: int, done: bool) -> None:  # noqa: FBT001 (a callback)
    together.settle(number, done=done)
