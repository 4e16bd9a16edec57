"""What can be done with a saved plan: kept, saved as a version, put together with another's, gone back to, deleted."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

import streamlit as st
from sqlalchemy import Engine

from pages.shared.runs import many_runs
from pages.shared.saved import kept
from pages.shared.saved.kept import Kept
from pages.shared.session import history, state, together
from pages.shared.session.known_companies import first_of, known_to
from planner.analysis.answer.saved_figures import Figures, figures_of
from planner.analysis.case import Case
from planner.errors import Fault
from planner.inputs.changes.difference import Difference
from planner.inputs.changes.file_parts import differing_parts
from planner.inputs.changes.merge import merge
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.path import Path
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.store import links, saved_plans
from planner.store.database import open_store
from planner.store.links import Link
from planner.store.refusals import NO_LINK
from planner.store.rights import Right
from planner.store.saved_plans import Between, Written

TOLD = "kept_told"  # a new link, told until it is put away: its right, for whom, and with which link it was asked for
BETWEEN = "kept_between"  # the version that somebody saved meanwhile, while what both changed is to be chosen
REPLACED = "kept_replaced"  # what stands in links instead of what stood in them before; "" for a plan that was deleted
T = TypeVar("T")


def keep(by: str, days: int | None) -> None:
    """Keeps the plan for the first time, or once more as a plan of its own. The link that may change it is told."""
    engine = open_store(make=True)
    together.name_dates(anew=kept.now() is not None)
    file = state.plan_file()
    written = Written(dump_plan_file(file), by, (), _figures_of(file))
    token = engine if isinstance(engine, Fault) else saved_plans.keep(engine, written, days)
    if isinstance(token, Fault):
        refuse(token)
        return
    st.session_state.pop(state.NOT_SAVED, None)
    kept.stand_again(token, 1, by)
    st.session_state[TOLD] = (token, "change", "", token)


def save(by: str, chosen: Mapping[Path, bool] | None = None) -> bool:
    """Saves what the link lets be saved as the next version; what is entered stays, whether that is done or not.

    What somebody saved meanwhile is put together with it. Where both changed the same, nothing is saved until it is
    chosen who wins; chosen: by place, whether it is what is entered here. Whether it was saved.
    """
    saved, engine = kept.now(), open_store()
    if saved is None:
        return False
    found = engine if isinstance(engine, Fault) else _save(engine, saved, by)
    if isinstance(found, Fault):
        refuse(found)
    elif isinstance(found, Kept):
        clashes = _clashes(saved, found)
        if chosen is None and saved.right == "comment":  # what is no note stays as it is entered, and is not saved
            chosen = dict.fromkeys(clashes, True)
        elif in_question() is not None and st.session_state[BETWEEN].version != found.version:
            chosen = None  # it was chosen over an earlier version than this one
        if not set(clashes) <= set(chosen or {}):
            st.session_state[BETWEEN] = found
        elif _take_together(saved, found, chosen or {}) and save(by):
            st.session_state[state.PUT_TOGETHER] = found.version
            return True
    else:
        for key in (state.NOT_SAVED, BETWEEN, state.PUT_TOGETHER):
            st.session_state.pop(key, None)
        kept.stand_again(saved.token, found, by)
        return True
    return False


def _save(engine: Engine, saved: Kept, by: str) -> int | Kept | Fault:
    """The number of the version that was saved, or the one that came between."""
    file = kept.to_be_saved(saved)
    written = Written(dump_plan_file(file), by, differing_parts(saved.file, file), _figures_of(file))
    found = saved_plans.save(engine, saved.token, saved.version.number, written)
    return kept.read(saved.token, found.newest) if isinstance(found, Between) else found


def _clashes(saved: Kept, theirs: Kept) -> Mapping[Path, Difference]:
    """What was changed here and by somebody else, differently."""
    return merge(saved.file, theirs.file, state.plan_file()).clashes


def _take_together(saved: Kept, theirs: Kept, chosen: Mapping[Path, bool]) -> bool:
    """What is entered becomes both put together, and rests on the version of the other; or why not is kept."""
    mine = [place for place, is_mine in chosen.items() if is_mine]
    merged = merge(saved.file, theirs.file, state.plan_file(), mine)
    faults = merged.faults if merged.file is None else state.store(merged.file)
    if faults:
        refuse(faults[0])
        return False
    state.reseed()
    kept.stand_on(theirs)
    return True


def take_in() -> None:
    """Puts the newest version together with what is entered, and saves nothing; what both changed stays as entered."""
    saved = kept.now()
    if saved is None:
        return
    newest = kept.opened_by(saved.token)
    if isinstance(newest, Fault):
        refuse(newest)
    else:
        _take_together(saved, newest, dict.fromkeys(_clashes(saved, newest), True))


def in_question() -> tuple[Kept, Mapping[Path, Difference]] | None:
    """What somebody saved meanwhile, and what both changed differently; None where nothing is to be chosen."""
    saved, theirs = kept.now(), st.session_state.get(BETWEEN)
    if saved is None or theirs is None or theirs.token != saved.token:
        return None
    if theirs.version.number <= saved.version.number:
        return None
    return theirs, _clashes(saved, theirs)


def refuse(fault: Fault) -> None:
    """Why something was not saved, said until the next edit."""
    st.session_state[state.NOT_SAVED] = fault


def _figures_of(file: PlanFile) -> Figures:
    """What the plan comes to, where it has been tried; else nothing is kept of it."""
    company = known_to(file).get(file.company or "") or first_of(file.plan.currency)
    if missing_rate(company, file.plan):
        return {}
    tried = many_runs.known_for(Case.at_once(file.plan, company))
    return {} if tried is None or not tried.whole else figures_of(tried)


def open_version(saved: Kept, number: int) -> bool:
    """Puts a version in the place of what is entered, as a step that can be taken back. Whether it could.

    It still rests on the version that was opened, from which what a save would change is told.
    """
    file = kept.file_of(saved.token, number)
    if isinstance(file, Fault):
        refuse(file)
        return False
    state.take_up(file)
    kept.stand_on(saved)
    return True


def go_back(saved: Kept, number: int, by: str) -> None:
    """A version of before becomes the newest one; what was entered since can be had back by a step back."""
    if open_version(saved, number):
        save(by)


def keep_for(days: int | None) -> None:
    """How long the plan is kept from now on."""
    saved, done = kept.now(), _ask(lambda engine, token: saved_plans.keep_for(engine, token, days))
    if saved is None or isinstance(done, Fault):
        return
    again = kept.opened_by(saved.token)
    if isinstance(again, Kept):
        kept.stand_on(replace(saved, days=again.days, kept_until=again.kept_until))


def fix_baseline(number: int, name: str) -> None:
    """Gives a version a name, under which it lies beside the plan; an empty one takes it away."""
    _ask(lambda engine, token: saved_plans.fix_baseline(engine, token, number, name))


def delete() -> None:
    """Deletes the saved plan with all that belongs to it; what is entered stays in the tab."""
    before = history.saved()
    if not isinstance(_ask(saved_plans.delete_plan), Fault):
        _put_instead(before, "")
        kept.leave()
        st.session_state.pop(TOLD, None)


def give(right: Right, given_to: str) -> str | Fault:
    """A new link with a right, for somebody; it is told until it is put away."""
    new = _ask(lambda engine, token: links.give(engine, token, right, given_to))
    if isinstance(new, str):
        st.session_state[TOLD] = (new, right, given_to, history.saved())
    return new


def revoke(key: str) -> None:
    """Takes a link back: from now on it opens nothing. One that is told still is put away with it."""
    if not isinstance(_ask(lambda engine, token: links.revoke(engine, token, key)), Fault):
        st.session_state.pop(TOLD, None)


def replace_own(link: Link) -> None:
    """A new link in the place of the one that this session came with, for when somebody else has seen it."""
    saved, new = kept.now(), give("change", link.given_to)
    if saved is None or isinstance(new, Fault):
        return
    told = (new, "change", link.given_to, new)
    _put_instead(saved.token, new)
    kept.stand_on(replace(saved, token=new))
    revoke(link.key)
    st.session_state[TOLD] = told


def _put_instead(before: str, after: str) -> None:
    """What stands in a link from now on: in the steps of the session, and on the list that the browser keeps."""
    history.follow(before, after)
    st.session_state[REPLACED] = {**st.session_state.get(REPLACED, {}), before: after}


def _ask(question: Callable[[Engine, str], T | Fault]) -> T | Fault:
    """Asks something of the database with the link of the session; what it refuses is said."""
    saved, engine = kept.now(), open_store()
    if saved is None:
        return NO_LINK
    found = engine if isinstance(engine, Fault) else question(engine, saved.token)
    if isinstance(found, Fault):
        refuse(found)
    return found
