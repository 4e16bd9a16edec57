"""The scenarios that can be laid beside the plan, the presets and one's own, and which of them are chosen."""

from dataclasses import dataclass

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.runs.scenario_runs import Runs, runs_of
from pages.shared.session import state
from planner.analysis.beside.scenarios import laid_on
from planner.inputs.changes.scenario import Scenario
from planner.inputs.evidence.presets import TOP_TENTH, TYPICAL, Preset, load_presets, preset_scenario

MOST_BESIDE = 3
CHOSEN = "scenarios_beside"
KEY = "choice:beside."  # reseeded with the other choices, when another plan is opened
PRESET, SAVED = "preset:", "saved:"
AT_FIRST = (PRESET + TYPICAL, PRESET + TOP_TENTH)

# A long name breaks on a narrow screen, where Streamlit would cut it off.


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to lay beside the plan. key: its kind and its name. preset: None for a scenario of the person's own."""

    key: str
    scenario: Scenario
    preset: Preset | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """One column of the tables: how it is called, and its runs."""

    title: str
    runs: Runs


def candidates() -> tuple[Candidate, ...]:
    """The presets laid on the plan as it stands, in their order, then the saved scenarios."""
    file, language = state.plan_file(), state.language()
    presets = (
        Candidate(PRESET + key, preset_scenario(preset, file.plan, language), preset)
        for key, preset in load_presets().presets.items()
    )
    return (*presets, *(Candidate(SAVED + scenario.name, scenario) for scenario in file.scenarios))


def chosen_keys() -> tuple[str, ...]:
    """What is chosen, in the order chosen, without what is no longer there."""
    there = {candidate.key for candidate in candidates()}
    chosen: tuple[str, ...] = st.session_state.get(CHOSEN, AT_FIRST)
    return tuple(key for key in chosen if key in there)


def choose_beside() -> tuple[Candidate, ...]:
    """A tick for each candidate; those ticked, in the order chosen."""
    _ = state.speech().text
    shown, known = chosen_keys(), candidates()
    st.markdown(plain(_("Lay up to three of these beside your plan:")))
    with st.container(horizontal=True, gap="small", key="beside"):
        seeds = {each.key: state.seeded(KEY + each.key, each.key in shown) for each in known}
        keys = {name: key for name, (key, _first) in seeds.items()}
        for each in known:
            key, first = seeds[each.key]
            st.checkbox(
                # Our own names are not escaped, since a screen reader would read the escapes.
                each.scenario.name if each.preset else plain(each.scenario.name),
                value=first,
                key=key,
                on_change=_ticked,
                args=(shown, keys),
                disabled=len(shown) >= MOST_BESIDE and each.key not in shown,
                width="content",
            )
    if len(shown) >= MOST_BESIDE:
        st.markdown(plain(_("Three are laid beside the plan at once. Take one away to choose another.")))
    return tuple(each for key in shown for each in known if each.key == key)


def _ticked(shown: tuple[str, ...], keys: dict[str, str]) -> None:
    """Who was there keeps the place; who is new comes last."""
    ticks = [name for name, key in keys.items() if st.session_state.get(key)]
    kept = [name for name in shown if name in ticks]
    st.session_state[CHOSEN] = (*kept, *(name for name in ticks if name not in shown))


def show_also(name: str) -> None:
    """A scenario that was just made stands beside the plan, in the place of the last where there is no more room."""
    key = SAVED + name
    kept = [each for each in chosen_keys() if each != key][: MOST_BESIDE - 1]
    st.session_state[CHOSEN] = (*kept, key)


def follow_name(before: str, after: str) -> None:
    """A renamed scenario keeps its place beside the plan."""
    st.session_state[CHOSEN] = tuple(
        SAVED + after if key == SAVED + before else key for key in st.session_state.get(CHOSEN, AT_FIRST)
    )


def laid_beside(chosen: tuple[Candidate, ...]) -> tuple[Beside, ...]:
    """The runs of the plan, and of each chosen scenario laid on it; one that does not fit it is left out and said."""
    speech, case = state.speech(), state.case()
    _ = speech.text
    columns = [Beside(_("Your plan"), runs_of(case.plan, case.company, _("Your plan")))]
    for each in chosen:
        plan, faults = laid_on(case.plan, case.company, each.scenario)
        if plan is None:
            words = _('"{name}" does not fit your plan as it is now, and is left out:').format(name=each.scenario.name)
            st.warning(with_list(words, map(speech.say_fault, faults)))
        else:
            columns.append(Beside(each.scenario.name, runs_of(plan, case.company, each.scenario.name)))
    return tuple(columns)
