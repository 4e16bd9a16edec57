"""Working on a scenario: its name, its fields one by one, a copy, its end."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from pages.parts.versions import steps
from pages.parts.versions.others import SAVED, Candidate
from pages.shared.answer.page import plain
from pages.shared.fields import field, places
from pages.shared.session import state
from pages.shared.words import inputs
from planner.errors import Fault
from planner.inputs.changes.difference import Difference
from planner.inputs.changes.scenario import CHANGEABLE, Scenario
from planner.inputs.path import Path, parse, written

TYPED_UNITS = ("money", "share", "people", "orders", "hours", "months", "month", "number")


def work_on(candidates: tuple[Candidate, ...]) -> None:
    """One scenario at a time: what it changes, and what can be done with it."""
    _ = state.speech().text
    names = {each.key: each.scenario.name for each in candidates}
    opened = st.session_state.get(steps.OPENED)
    saved = [key for key in names if key.startswith(SAVED)]
    first = opened if opened in names else next(iter([*saved, *names]))
    key, begun = state.seeded("choice:scenario-opened", first)
    shown = st.selectbox(
        _("Work on"),
        list(names),
        index=list(names).index(begun) if begun in names else 0,
        format_func=names.__getitem__,
        key=key,
        on_change=_open,
        args=(key,),
    )
    candidate = next(each for each in candidates if each.key == shown)
    if candidate.preset is None:
        _name_field(candidate.scenario)
    _actions(candidate)
    if candidate.preset is None:
        for path, value in candidate.scenario.changes.items():
            _changed_field(candidate.scenario, path, value)
        _another_field(candidate.scenario)


def _open(key: str) -> None:
    if key in st.session_state:  # it is not where every field was drawn anew in the same moment
        st.session_state[steps.OPENED] = st.session_state[key]


def _name_field(scenario: Scenario) -> None:
    _ = state.speech().text
    key, first = state.seeded(f"text:scenario-name:{scenario.name}", scenario.name)
    place = f"name:{scenario.name}"
    st.text_input(_("Its name"), first, key=key, on_change=_rename, args=(key, scenario, place), autocomplete="off")
    steps.tell(place)


def _rename(key: str, scenario: Scenario, place: str) -> None:
    if key in st.session_state:
        steps.rename(scenario, str(st.session_state[key] or ""), place)


def _actions(candidate: Candidate) -> None:
    _ = state.speech().text
    scenario, place = candidate.scenario, f"actions:{candidate.key}"
    with st.container(horizontal=True):
        st.button(
            _("Make it my plan"),
            key="scenario-take",
            on_click=steps.make_it_my_plan,
            args=(scenario, place),
            disabled=not scenario.changes,
        )
        st.button(_("Copy it"), key="scenario-copy", on_click=steps.copy, args=(scenario, place))
        if candidate.preset is None:
            st.button(_("Delete it"), key="scenario-delete", on_click=steps.delete, args=(scenario,))
    steps.tell(place)
    if candidate.preset is not None:
        st.markdown(plain(_("A preset itself is not changed: copy it, and change the copy.")))
    elif not scenario.changes:
        st.markdown(plain(_("It changes nothing in your plan yet. Choose a field to change.")))


def _changed_field(scenario: Scenario, path: Path, value: Any) -> None:
    """A field that the scenario changes, with the plan's own value and the way back to it."""
    _ = state.speech().text
    own = places.now_at(path)
    title = inputs.title_in_words(Difference(path, places.title_of(path), places.unit_of(path), own, None))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _value_field(scenario, path, value, title)
        st.button(
            _("As in the plan"),
            key=f"scenario-reset:{written(path)}",
            type="tertiary",
            on_click=steps.as_in_the_plan,
            args=(scenario, path),
        )
    st.caption(plain(_("In your plan: {value}").format(value=_in_words(path, places.as_data(own)))))
    _tell(scenario, path)


def _value_field(scenario: Scenario, path: Path, value: Any, title: str) -> None:
    """A field to type or choose in; words alone for a list, which is changed as a whole."""
    _ = state.speech().text
    if not _can_be_typed(path, value):
        st.markdown(f"**{plain(title)}**  \n{plain(_in_words(path, value))}", width="stretch")
        return
    labelled = places.with_unit(title, places.unit_of(path), state.speech())
    _field(scenario, path, value, labelled, f"{scenario.name}:{written(path)}")


def _field(scenario: Scenario, path: Path, value: Any, label: str, name: str) -> None:
    _ = state.speech().text
    choices = places.choices_of(path)
    with st.container(width=320):
        if not choices:
            place, key = (steps.KEPT, scenario.name, *path), f"number:scenario:{name}"
            take, may_be_empty = partial(_take, scenario.name, path), places.may_be_empty(path)
            field.draw(field.Target(place, key, label, places.unit_of(path), value, take, may_be_empty))
            return
        key, first = state.seeded(f"choice:scenario:{name}", value)
        titles = {each: _(words) for each, words in choices.items()}
        st.selectbox(
            label,
            list(titles),
            index=list(titles).index(first) if first in titles else 0,
            format_func=titles.__getitem__,
            key=key,
            on_change=_chosen,
            args=(key, scenario, path),
        )


def _take(name: str, path: Path, value: Any) -> tuple[Fault, ...]:
    """Changes the scenario of this name, where it is still there."""
    scenario = next((each for each in state.plan_file().scenarios if each.name == name), None)
    return () if scenario is None else steps.change_field(scenario, path, value)


def _chosen(key: str, scenario: Scenario, path: Path) -> None:
    if key in st.session_state:
        for fault in steps.change_field(scenario, path, st.session_state[key]):
            steps.refuse(_place(scenario, path), fault)


def _place(scenario: Scenario, path: Path) -> str:
    return f"field:{scenario.name}:{written(path)}"


def _tell(scenario: Scenario, path: Path) -> None:
    """Why what was typed or chosen in a field was not taken."""
    field.tell((steps.KEPT, scenario.name, *path))
    steps.tell(_place(scenario, path))


def _another_field(scenario: Scenario) -> None:
    """A field that the scenario leaves alone so far, chosen by its name, with the plan's value to begin with."""
    _ = state.speech().text
    free = (path for path in CHANGEABLE if path not in scenario.changes)
    titles = {written(path): places.labelled(path) for path in free if _can_be_typed(path, places.now_at(path))}
    key, _first = state.seeded(f"choice:scenario-field:{scenario.name}", None)
    chosen = st.selectbox(
        _("Another field to change"),
        list(titles),
        index=None,
        format_func=titles.__getitem__,
        key=key,
        placeholder=_("Choose a field"),
    )
    if chosen is not None:
        path = parse(chosen)
        _field(scenario, path, places.as_data(places.now_at(path)), titles[chosen], f"new:{chosen}")
        st.caption(plain(_("As your plan states it, until you change it here.")))
        _tell(scenario, path)


def _can_be_typed(path: Path, value: Any) -> bool:
    """Whether a value fits into one field here; lists and the like are changed on the plan's own page."""
    unit = places.unit_of(path)
    return unit == "choice" or (unit in TYPED_UNITS and (value is None or isinstance(value, int | float)))


def _in_words(path: Path, value: Any) -> str:
    """A value of a scenario in words, rows and ramps as the plan holds them, named values one by one."""
    name = CHANGEABLE[path].name
    stated = getattr(CHANGEABLE[path].record.model_validate({name: value}), name)
    if not isinstance(stated, Mapping):
        return inputs.in_words(path, stated)
    named = (f"{key}: {_in_names(inner, (*path, key))}" for key, inner in stated.items())
    return "; ".join(named) or state.speech().text("nothing")


def _in_names(value: Any, path: Path) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {inputs.in_words((*path, key), inner)}" for key, inner in value.items())
    return inputs.in_words(path, value)
