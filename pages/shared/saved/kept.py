"""The saved plan that a session stands on: opened by its link, left for another plan, come back to by a step.

What stands in its link is in the session and in the tab's own draft, in no address once it was taken, and in no log.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from pages.shared.session import history, once, state, together
from planner.errors import Fault
from planner.inputs.changes.file_parts import differing_parts
from planner.inputs.plan_file import VERSION, PlanFile, read_plan_file, with_changes
from planner.inputs.plan_file import version_of as version_of_file
from planner.inputs.together.notes import with_all_of
from planner.store import links, saved_plans
from planner.store.database import open_store
from planner.store.links import Link
from planner.store.refusals import NO_LINK
from planner.store.rights import Right, cleaned
from planner.store.saved_plans import Opened, Version

KNOWN = "kept_known"  # of each saved plan of the session what is known, by what stands in its link
OUT_OF_REACH = "kept_out_of_reach"  # what the tab's draft stands on while the database cannot be read, and why not
Stand = tuple[str, int, str]  # what stands in the link, the number of the version, and the name of who types


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved plan as it was last read. token: what stands in its link, and what that lets do.

    version, file: those that the plan of the session rests on, from which changes are counted. saved_by: the version of
    the program's files that the file was saved with.
    """

    token: str
    right: Right
    version: Version
    file: PlanFile
    days: int | None
    kept_until: int | None
    saved_by: int = VERSION


def now() -> Kept | None:
    """The saved plan that the plan of the session is a version of; None where it is none."""
    known: Mapping[str, Kept] = st.session_state.get(KNOWN, {})
    return known.get(history.saved())


def stands() -> Stand | None:
    """What the tab keeps of it."""
    kept, waiting = now(), st.session_state.get(OUT_OF_REACH)
    if kept is not None:
        return kept.token, kept.version.number, str(st.session_state.get(together.MY_NAME, ""))
    return None if waiting is None else waiting[0]


def opened_by(text: str) -> Kept | Fault:
    """What a link opens, however it was pasted; or why it opens nothing."""
    token = cleaned(text)
    if not token:
        return NO_LINK
    engine = open_store()
    found = engine if isinstance(engine, Fault) else saved_plans.open_plan(engine, token)
    return found if isinstance(found, Fault) else read(token, found)


def read(token: str, opened: Opened) -> Kept | Fault:
    """What the database gave, with its file read."""
    file, faults = read_plan_file(opened.file, "")
    if file is None:
        return faults[0]
    return Kept(
        token, opened.right, opened.version, file, opened.days, opened.kept_until, version_of_file(opened.file, "")
    )


def stand_on(kept: Kept) -> None:
    """From now on the plan of the session is a version of this one."""
    st.session_state[KNOWN] = {**st.session_state.get(KNOWN, {}), kept.token: kept}
    st.session_state[history.SAVED] = kept.token
    st.session_state.pop(OUT_OF_REACH, None)


def leave() -> None:
    """The plan of the session is no version of a saved plan any more; what is entered stays."""
    st.session_state[history.SAVED] = ""
    st.session_state.pop(OUT_OF_REACH, None)


def stand_again(token: str, number: int, by: str) -> None:
    """Goes on with what the tab kept, whose plan rests on a version by its number. by: as who types calls themselves.

    A link that opens nothing any more is said; while the database cannot be read, it waits to be tried again.
    """
    newest = opened_by(token)
    st.session_state[together.MY_NAME] = by
    if isinstance(newest, Fault):
        leave()
        if newest == NO_LINK:
            st.session_state.update({state.LINK_REFUSED: (newest,), state.NOT_SAVED: newest})
        else:
            st.session_state[OUT_OF_REACH] = (token, number, by), newest
        return
    base = newest if newest.version.number == number else version_of(newest, number)
    history.follow(history.saved(), token)
    stand_on(newest if isinstance(base, Fault) else base)


def version_of(kept: Kept, number: int) -> Kept | Fault:
    """The same saved plan at another of its versions."""
    engine = open_store()
    every = engine if isinstance(engine, Fault) else saved_plans.versions(engine, kept.token)
    if isinstance(every, Fault):
        return every
    found = next((each for each in every if each.number == number), None)
    file = file_of(kept.token, number)
    if found is None or isinstance(file, Fault):
        return file if isinstance(file, Fault) else NO_LINK
    return Kept(kept.token, kept.right, found, file, kept.days, kept.kept_until)


def file_of(token: str, number: int) -> PlanFile | Fault:
    """The plan of one version, read once a session."""
    known: dict[tuple[str, int], PlanFile] = st.session_state.setdefault("kept_files", {})
    if (token, number) not in known:
        engine = open_store()
        found = engine if isinstance(engine, Fault) else saved_plans.file_of(engine, token, number)
        if isinstance(found, Fault):
            return found
        file, faults = read_plan_file(found, "")
        if file is None:
            return faults[0]
        known[token, number] = file
    return known[token, number]


def versions(kept: Kept) -> Sequence[Version] | Fault:
    """Every version, the newest first."""
    engine = open_store()
    return engine if isinstance(engine, Fault) else saved_plans.versions(engine, kept.token)


def given(kept: Kept) -> Sequence[Link] | Fault:
    """Every link of the plan, in the order in which they were given."""
    engine = open_store()
    return engine if isinstance(engine, Fault) else links.links(engine, kept.token)


def unsaved(kept: Kept) -> tuple[str, ...]:
    """What differs from the version that the plan rests on: inputs as paths, other parts by their names. At which step
    the talk is open, and what names its dates in a calendar, is nothing to save by itself.
    """
    file, before = state.plan_file(), kept.file.talk
    file = with_changes(file, talk=file.talk.model_copy(update={"step": before.step, "dates": before.dates}))
    return once.made("kept_unsaved", (kept.file, file), lambda: differing_parts(kept.file, file))


def to_be_saved(kept: Kept) -> PlanFile:
    """What a save would save: the plan as entered, or with a link for notes the saved plan with the notes added."""
    file = state.plan_file()
    return file if kept.right == "change" else with_changes(kept.file, notes=with_all_of(kept.file.notes, file.notes))
