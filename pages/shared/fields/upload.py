"""A field for a file, handed over once whatever the field does afterwards, and what is wrong with it beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile, UploadedFile

from pages.shared.answer.page import with_list
from pages.shared.session import state
from planner.errors import Fault
from planner.language import mark

# Megabytes at most; .streamlit/config.toml allows as many as the most of them.
PLAN, COMPANY, TEAM = 5, 5, 20

Take = Callable[[bytes, str], Iterable[Fault]]
TakeSeveral = Callable[[list[tuple[bytes, str]]], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """The file that a field handed over last. faults: why it was not taken in; none where it was."""

    id: str
    name: str
    faults: tuple[Fault, ...]


def upload(label: str, key: str, types: Sequence[str], take: Take, most: int = PLAN) -> None:
    """The field, and what is wrong with the file that it holds. take: what to do with the bytes of a file of this name;
    it gives what is wrong with it, and where anything is, has changed nothing. most: megabytes.
    """
    st.file_uploader(label, type=types, key=key, max_upload_size=most, on_change=_called, args=(key, take))
    if take_once(key, take):  # drawn anew, a field may come back with its file and call nobody
        st.rerun()
    last, held = _last(key), _held(key)
    if last is not None and last.faults and held and held[0].file_id == last.id:
        say_refused(last.name, last.faults)
    if isinstance(st.session_state.get(key), DeletedFile):
        # Either the server began anew, or this tab was away for so long that its session is another one.
        words = mark("The program no longer has the file that stands here. Choose it again if you miss it.")
        st.info(state.speech().text(words))


def upload_several(label: str, key: str, types: Sequence[str], take: TakeSeveral, most: int = PLAN) -> None:
    """A field for files at once, handed over together. key: another one each time, since the field goes on showing what
    was handed over. What is wrong with any of them is the caller's to say, with say_refused.
    """

    def called() -> None:
        if held := _held(key):
            take([(each.getvalue(), each.name) for each in held])

    st.file_uploader(label, type=types, accept_multiple_files=True, key=key, max_upload_size=most, on_change=called)


def say_refused(name: str, faults: Iterable[Fault]) -> None:
    """That a file or a link was not taken in, why, and that nothing has changed by it."""
    speech = state.speech()
    words = speech.text(mark("{name} was not taken in, and nothing was changed by it."))
    st.error(with_list(words.format(name=name), map(speech.say_fault, faults)))


def _called(key: str, take: Take) -> None:
    take_once(key, take)


def _last(key: str) -> Taken | None:
    found: Taken | None = st.session_state.get(f"{key}:taken")
    return found


def _held(key: str) -> list[UploadedFile]:
    """The files in a field; not those that a tab still shows after its session has ended, which nobody has any more."""
    found: Any = st.session_state.get(key)
    return [each for each in (found if isinstance(found, list) else [found]) if isinstance(each, UploadedFile)]


def take_once(key: str, take: Take) -> bool:
    """Hands over what the field holds, unless that was done; a field that is empty, as when its page is left, has said
    nothing. Whether anything was handed over.
    """
    files, last = _held(key), _last(key)
    if not files or (last is not None and files[0].file_id == last.id):
        return False
    held = files[0]
    st.session_state[f"{key}:taken"] = Taken(held.file_id, held.name, ())
    faults = tuple(take(held.getvalue(), held.name))
    st.session_state[f"{key}:taken"] = Taken(held.file_id, held.name, faults)
    return True
