"""The saved plan that a session stands on: kept for the first time, opened by its link, saved again as a version.

What stands in its link is in the session and in the tab's own draft, in no address once it was taken, and in no log.
A plan that is opened from elsewhere leaves it; a step back comes back to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st
from sqlalchemy import Engine

from pages.shared.runs import many_runs
from pages.shared.session import history, once, state
from pages.shared.session.known_companies import first_of, known_to
from planner.analysis.answer.saved_figures import Figures, figures_of
from planner.analysis.case import Case
from planner.errors import Fault
from planner.inputs.changes.difference import Difference
from planner.inputs.changes.file_parts import differing_parts
from planner.inputs.changes.merge import merge
from planner.inputs.path import Path
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file, with_changes
from planner.inputs.terms import missing_rate
from planner.store import saved_plans
from planner.store.database import open_store
from planner.store.refusals import NO_LINK
from planner.store.rights import Right, cleaned
from planner.store.saved_plans import Between, Opened, Version, Written

KNOWN = "kept_known"  # of each saved plan of the session what is known, by what stands in its link
OUT_OF_REACH = "kept_out_of_reach"  # what the tab's draft stands on while the database cannot be read, and why not
TOLD = "kept_told"  # a new link, told until it is put away
BETWEEN = "kept_between"  # the version that somebody saved meanwhile, while what both changed is to be chosen


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved plan as it was last read. token: what stands in its link, and what that lets do.

    version, file: those that the plan of the session rests on, from which changes are counted.
    """

    token: str
    right: Right
    version: Version
    file: PlanFile
    days: int | None
    kept_until: int | None


def now() -> Kept | None:
    """The saved plan that the plan of the session is a version of; None where it is none."""
    known: Mapping[str, Kept] = st.session_state.get(KNOWN, {})
    return known.get(history.saved())


def stands() -> tuple[str, int] | None:
    """What the tab keeps of it: what stands in the link, and the number of the version."""
    kept, waiting = now(), st.session_state.get(OUT_OF_REACH)
    if kept is not None:
        return kept.token, kept.version.number
    return None if waiting is None else waiting[0]


def opened_by(text: str) -> Kept | Fault:
    """What a link opens, however it was pasted; or why it opens nothing."""
    token = cleaned(text)
    if not token:
        return NO_LINK
    engine = open_store()
    found = engine if isinstance(engine, Fault) else saved_plans.open_plan(engine, token)
    return found if isinstance(found, Fault) else _read(token, found)


def _read(token: str, opened: Opened) -> Kept | Fault:
    file, faults = read_plan_file(opened.file, "")
    if file is None:
        return faults[0]
    return Kept(token, opened.right, opened.version, file, opened.days, opened.kept_until)


def stand_on(kept: Kept) -> None:
    """From now on the plan of the session is a version of this one."""
    st.session_state[KNOWN] = {**st.session_state.get(KNOWN, {}), kept.token: kept}
    st.session_state[history.SAVED] = kept.token
    st.session_state.pop(OUT_OF_REACH, None)


def leave() -> None:
    """The plan of the session is no version of a saved plan any more; what is entered stays."""
    st.session_state[history.SAVED] = ""
    st.session_state.pop(OUT_OF_REACH, None)


def stand_again(token: str, number: int) -> None:
    """Goes on with what the tab kept, whose plan rests on a version by its number.

    A link that opens nothing any more is said; while the database cannot be read, it waits to be tried again.
    """
    newest = opened_by(token)
    if isinstance(newest, Fault):
        leave()
        st.session_state[OUT_OF_REACH] = ((token, number) if newest != NO_LINK else None, newest)
        return
    base = newest if newest.version.number == number else version_of(newest, number)
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


def keep(by: str, days: int | None) -> None:
    """Keeps the plan for the first time, or once more as a plan of its own. The link that may change it is told."""
    engine = open_store(make=True)
    file = state.plan_file()
    written = Written(dump_plan_file(file), by, (), _figures_of(file))
    token = engine if isinstance(engine, Fault) else saved_plans.keep(engine, written, days)
    if isinstance(token, Fault):
        refuse(token)
        return
    st.session_state.pop(state.NOT_SAVED, None)
    stand_again(token, 1)
    st.session_state[TOLD] = (token, "change", "")


def save(by: str, chosen: Mapping[Path, bool] | None = None) -> bool:
    """Saves what the link lets be saved as the next version; what is entered stays, whether that is done or not.

    What somebody saved meanwhile is put together with it. Where both changed the same, nothing is saved until it is
    chosen who wins; chosen: by place, whether it is what is entered here. Whether it was saved.
    """
    kept, engine = now(), open_store()
    if kept is None:
        return False
    found = engine if isinstance(engine, Fault) else _save(engine, kept, by)
    if isinstance(found, Fault):
        refuse(found)
    elif isinstance(found, Kept):
        if chosen is None and kept.right == "comment":  # what is no note stays as it is entered, and is not saved
            chosen = dict.fromkeys(_clashes(kept, found), True)
        if not set(_clashes(kept, found)) <= set(chosen or {}):
            st.session_state[BETWEEN] = found
        elif _take_together(kept, found, chosen or {}) and save(by):
            st.session_state[state.PUT_TOGETHER] = found.version
            return True
    else:
        for key in (state.NOT_SAVED, BETWEEN, state.PUT_TOGETHER):
            st.session_state.pop(key, None)
        stand_again(kept.token, found)
        return True
    return False


def _save(engine: Engine, kept: Kept, by: str) -> int | Kept | Fault:
    """The number of the version that was saved, or the one that came between."""
    file = to_be_saved(kept)
    written = Written(dump_plan_file(file), by, differing_parts(kept.file, file), _figures_of(file))
    found = saved_plans.save(engine, kept.token, kept.version.number, written)
    return _read(kept.token, found.newest) if isinstance(found, Between) else found


def _clashes(kept: Kept, theirs: Kept) -> Mapping[Path, Difference]:
    """What was changed here and by somebody else, differently."""
    return merge(kept.file, theirs.file, state.plan_file()).clashes


def _take_together(kept: Kept, theirs: Kept, chosen: Mapping[Path, bool]) -> bool:
    """What is entered becomes both put together, and rests on the version of the other; or why not is kept."""
    mine = [place for place, is_mine in chosen.items() if is_mine]
    merged = merge(kept.file, theirs.file, state.plan_file(), mine)
    faults = merged.faults if merged.file is None else state.store(merged.file)
    if faults:
        refuse(faults[0])
        return False
    state.reseed()
    stand_on(theirs)
    return True


def take_in() -> None:
    """Puts the newest version together with what is entered, and saves nothing; what both changed stays as entered."""
    kept = now()
    if kept is None:
        return
    newest = opened_by(kept.token)
    if isinstance(newest, Fault):
        refuse(newest)
    else:
        _take_together(kept, newest, dict.fromkeys(_clashes(kept, newest), True))


def in_question() -> tuple[Kept, Mapping[Path, Difference]] | None:
    """What somebody saved meanwhile, and what both changed differently; None where nothing is to be chosen."""
    kept, theirs = now(), st.session_state.get(BETWEEN)
    if kept is None or theirs is None or theirs.token != kept.token:
        return None
    if theirs.version.number <= kept.version.number:
        return None
    return theirs, _clashes(kept, theirs)


def to_be_saved(kept: Kept) -> PlanFile:
    """What a save would save: the plan as entered, or with a link for notes the saved plan with the notes."""
    file = state.plan_file()
    return file if kept.right == "change" else with_changes(kept.file, notes=file.notes)


def unsaved(kept: Kept) -> tuple[str, ...]:
    """What differs from the version that the plan rests on: inputs as paths, other parts by their names."""
    file = state.plan_file()
    return once.made("kept_unsaved", (kept.file, file), lambda: differing_parts(kept.file, file))


def refuse(fault: Fault) -> None:
    """Why something was not saved, said until the next edit."""
    st.session_state[state.NOT_SAVED] = fault


def _figures_of(file: PlanFile) -> Figures:
    """What the plan comes to, where it has been tried; else nothing is kept of it."""
    company = known_to(file).get(file.company or "") or first_of(file.plan.currency)
    if missing_rate(company, file.plan):
        return {}
    tried = many_runs.known_for(Case.of(file.plan, company))
    return {} if tried is None or not tried.whole else figures_of(tried)


def versions(kept: Kept) -> Sequence[Version] | Fault:
    """Every version, the newest first."""
    engine = open_store()
    return engine if isinstance(engine, Fault) else saved_plans.versions(engine, kept.token)


def open_version(kept: Kept, number: int) -> bool:
    """Puts a version in the place of what is entered, as a step that can be taken back. Whether it could.

    It still rests on the version that was opened, from which what a save would change is told.
    """
    file = file_of(kept.token, number)
    if isinstance(file, Fault):
        refuse(file)
        return False
    state.take_up(file)
    stand_on(kept)
    return True


def go_back(kept: Kept, number: int, by: str) -> None:
    """A version of before becomes the newest one; what was entered since can be had back by a step back."""
    if open_version(kept, number):
        save(by)


def keep_for(days: int | None) -> None:
    """How long the plan is kept from now on."""
    kept, engine = now(), open_store()
    if kept is None:
        return
    refused = engine if isinstance(engine, Fault) else saved_plans.keep_for(engine, kept.token, days)
    if refused is not None:
        refuse(refused)
        return
    read = opened_by(kept.token)
    if not isinstance(read, Fault):
        stand_on(replace(kept, days=read.days, kept_until=read.kept_until))


def delete() -> None:
    """Deletes the saved plan with all that belongs to it; what is entered stays in the tab."""
    kept, engine = now(), open_store()
    if kept is None:
        return
    refused = engine if isinstance(engine, Fault) else saved_plans.delete_plan(engine, kept.token)
    if refused is not None:
        refuse(refused)
        return
    leave()
    st.session_state.pop(TOLD, None)
