"""What can be done with scenarios: each is a step that can be taken back, and what cannot be done says why."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from pages.parts.versions import choice
from pages.parts.versions.others import OPENED as AS_OPENED
from pages.parts.versions.others import SAVED
from pages.shared.answer.page import plain
from pages.shared.fields import field, places
from pages.shared.session import history, state
from planner.analysis.beside.versions import changes_since, laid_on
from planner.errors import Fault
from planner.inputs.changes.scenario import LONGEST_NAME, Scenario, copied, faults_of_changes, renamed, without_change
from planner.inputs.currency import in_currency
from planner.inputs.evidence.presets import load_presets
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import MOST_SCENARIOS, with_changes
from planner.language import LANGUAGES, mark
from planner.messages import Message, Quantity

REFUSED = "scenario_refused"  # the place on the page of what was not done, and why not
KEPT = "scenarios"  # how the place begins of what was typed into a field of one and could not be taken
OPENED = "scenario_opened"  # the key of the candidate that is worked on
NO_NAME = Message(mark("A scenario needs a name."))
TOO_LONG = Message(mark("A name has at most {most} characters. Shorten it."), {"most": Quantity(LONGEST_NAME, "count")})
TAKEN = mark('There is a scenario or a preset called "{name}" already. Choose another name.')
TOO_MANY = Message(
    mark("A plan holds at most {most} scenarios. Delete one to keep another."),
    {"most": Quantity(MOST_SCENARIOS, "count")},
)


def tell(place: str) -> None:
    """Why what was last tried at a place of the page was not done."""
    where, why = st.session_state.get(REFUSED, ("", None))
    if where == place and why is not None:
        speech = state.speech()
        st.error(plain(speech.say_fault(why) if isinstance(why, Fault) else speech.say(why)))


def refuse(place: str, why: Message | Fault) -> None:
    """Keeps why something was not done, until the next try."""
    st.session_state[REFUSED] = (place, why)


def why_not_named(name: str, but: str = "") -> Message | None:
    """Why a scenario cannot be called so; None where it can. but: the name that it has."""
    if not name:
        return NO_NAME
    if len(name) > LONGEST_NAME:
        return TOO_LONG
    taken = {scenario.name.casefold() for scenario in state.plan_file().scenarios if scenario.name != but}
    for preset in load_presets().presets.values():
        taken |= {getattr(preset.name, language).casefold() for language in LANGUAGES}
    return Message(TAKEN, {"name": name}) if name.casefold() in taken else None


def keep(name: str, scenario: Scenario, place: str) -> None:
    """Saves the changes under a name of their own, and lays them beside the plan."""
    _keep(name, place, lambda: (scenario, state.plan_file().plan))


def keep_and_put_back(name: str, place: str) -> None:
    """What was changed since the plan was opened becomes a scenario, and the plan is as it was: one step."""
    _keep(name, place, lambda: changes_since(name, _as_opened(), state.plan_file().plan))


def keep_and_go_on(name: str, place: str) -> None:
    """What was changed stays the plan, and the plan as it was when it was opened becomes a scenario: one step."""
    now = state.plan_file().plan
    _keep(name, place, lambda: (changes_since(name, now, _as_opened())[0], now), instead_of=AS_OPENED)


def _keep(name: str, place: str, made: Callable[[], tuple[Scenario, Plan]], instead_of: str = "") -> None:
    why = why_not_named(name) or (TOO_MANY if is_full() else None)
    if why is not None:
        refuse(place, why)
        return
    scenario, plan = made()
    if _store((*state.plan_file().scenarios, renamed(scenario, name)), plan=plan):
        _show(name, instead_of)


def _as_opened() -> Plan:
    return in_currency(history.opened().plan, state.plan_file().plan.currency)


def copy(scenario: Scenario, place: str) -> None:
    """The same changes once more, by the name with the next number."""
    if is_full():
        refuse(place, TOO_MANY)
        return
    twin = copied(scenario, [each.name for each in state.plan_file().scenarios])
    if _store((*state.plan_file().scenarios, twin)):
        _show(twin.name)


def rename(scenario: Scenario, name: str, place: str) -> None:
    """Another name; nothing where it is the same."""
    name = name.strip()
    if name == scenario.name:
        st.session_state.pop(REFUSED, None)
        return
    why = why_not_named(name, but=scenario.name)
    if why is not None:
        refuse(place, why)
        return
    if _put(scenario, renamed(scenario, name)):
        choice.follow_name(scenario.name, name)
        st.session_state[OPENED] = SAVED + name


def delete(scenario: Scenario) -> None:
    """Gone, until the step is taken back."""
    _store(each for each in state.plan_file().scenarios if each.name != scenario.name)


def as_in_the_plan(scenario: Scenario, path: Path) -> None:
    """One field as the plan states it."""
    _put(scenario, without_change(scenario, path))


def change_field(scenario: Scenario, path: Path, value: Any) -> tuple[Fault, ...]:
    """One field changed, if it fits the plan with all of the other changes; what the plan states is no change."""
    if places.as_data(places.now_at(path)) == value:
        as_in_the_plan(scenario, path)
        return ()
    changed = Scenario.model_validate(scenario.model_dump() | {"changes": scenario.changes | {path: value}})
    faults = faults_of_changes({path: value})
    if not faults:
        faults = laid_on(state.plan_file().plan, state.chosen_company(), changed)[1]
    if not faults:
        _put(scenario, changed)
    return tuple(replace(fault, path="") for fault in faults[:1])


def make_it_my_plan(scenario: Scenario, place: str) -> None:
    """The plan with the changes made becomes the plan; the scenario stays as it is."""
    plan, faults = laid_on(state.plan_file().plan, state.chosen_company(), scenario)
    if plan is None:
        refuse(place, faults[0])
        return
    _store(state.plan_file().scenarios, plan=plan)


def is_full() -> bool:
    """Whether the plan holds as many scenarios as it may."""
    return len(state.plan_file().scenarios) >= MOST_SCENARIOS


def _put(before: Scenario, after: Scenario) -> bool:
    return _store(after if each.name == before.name else each for each in state.plan_file().scenarios)


def _show(name: str, instead_of: str = "") -> None:
    choice.show_also(SAVED + name, instead_of)
    st.session_state[OPENED] = SAVED + name


def _store(scenarios: Iterable[Scenario], **changes: Any) -> bool:
    """Takes the scenarios, and the plan where it changes with them; every field shows anew what they say.

    Whether it did: not where the plan is too large for them.
    """
    st.session_state.pop(REFUSED, None)
    faults = state.store(with_changes(state.plan_file(), scenarios=tuple(scenarios), **changes))
    field.forget((KEPT,))
    state.reseed()
    return not faults
