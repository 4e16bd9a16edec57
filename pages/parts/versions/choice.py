"""Which others are laid beside the plan: a tick for each, and the field in which a saved plan is opened beside it."""

from collections.abc import Collection, Iterable, Mapping

import streamlit as st

from pages.parts.versions import others
from pages.parts.versions.others import OPENED, PRESET, SAMPLE, SAVED, VERSION, Other, OtherPlan
from pages.shared.answer.page import plain
from pages.shared.fields.upload import upload
from pages.shared.session import history, state
from pages.shared.session.beside import CHOSEN, FILE, READ
from planner.errors import Fault
from planner.inputs.evidence.presets import TOP_TENTH, TYPICAL
from planner.inputs.plan_file import read_plan_file
from planner.language import mark

MOST_BESIDE = 3
KEY = "choice:beside."  # reseeded with the other choices, when another plan is opened
UPLOADED = "uploaded-version"


def choose_beside() -> tuple[Other, ...]:
    """A tick for each that can be laid beside the plan; those ticked, in the order chosen."""
    _ = state.speech().text
    known = {other.key: other for other in others.others()}
    shown = chosen_keys(known)
    seeds = {key: state.seeded(KEY + key, key in shown) for key in known}
    st.markdown(plain(_("Lay up to three of these beside your plan:")))
    with st.container(horizontal=True, gap="small", key="beside"):
        _ticks((other for key, other in known.items() if not key.startswith(SAMPLE)), shown, seeds)
    with st.expander(_("A saved plan, or a sample")):
        _open_file()
        with st.container(horizontal=True, gap="small", key="beside-samples"):
            _ticks((other for key, other in known.items() if key.startswith(SAMPLE)), shown, seeds)
    if len(shown) >= MOST_BESIDE:
        st.markdown(plain(_("Three are laid beside the plan at once. Take one away to choose another.")))
    return tuple(known[key] for key in shown)


def chosen_keys(known: Collection[str]) -> tuple[str, ...]:
    """What is chosen, in the order chosen, without what is no longer there.

    Before anything is: the baseline that was fixed last, else the plan as it was opened; two presets where the plan
    still is as it was.
    """
    chosen: tuple[str, ...] | None = st.session_state.get(CHOSEN)
    return tuple(key for key in (_at_first() if chosen is None else chosen) if key in known)


def _at_first() -> tuple[str, ...]:
    now, fixed = state.plan_file(), others.baseline()
    opened = OtherPlan(OPENED, "", history.opened())
    for before in filter(None, (fixed, opened)):
        if (before.file.plan, before.file.company) != (now.plan, now.company):
            return (before.key,)
    return PRESET + TYPICAL, PRESET + TOP_TENTH


def _ticks(listed: Iterable[Other], shown: tuple[str, ...], seeds: Mapping[str, tuple[str, bool]]) -> None:
    keys = {name: key for name, (key, _first) in seeds.items()}
    for other in listed:
        key, first = seeds[other.key]
        st.checkbox(
            # Our own names are not escaped, since a screen reader would read the escapes.
            plain(other.title) if other.key == FILE or other.key.startswith((SAVED, VERSION)) else other.title,
            value=first,
            key=key,
            on_change=_ticked,
            args=(shown, keys),
            disabled=len(shown) >= MOST_BESIDE and other.key not in shown,
            width="content",
        )


def _ticked(shown: tuple[str, ...], keys: Mapping[str, str]) -> None:
    """Who was there keeps the place; who is new comes last. Nothing is said where all were drawn anew meanwhile."""
    if not any(key in st.session_state for key in keys.values()):
        return
    ticks = [name for name, key in keys.items() if st.session_state.get(key)]
    kept = [name for name in shown if name in ticks]
    st.session_state[CHOSEN] = (*kept, *(name for name in ticks if name not in shown))


def _open_file() -> None:
    upload(state.speech().text(mark("A saved plan to compare with")), UPLOADED, ("json",), _read)


def _read(data: bytes, name: str) -> tuple[Fault, ...]:
    """Lays a file beside the plan; what was read before stays where this cannot be read."""
    file, faults = read_plan_file(data, name)
    if file is not None and file != others.in_file():
        st.session_state[READ] = file
        show_also(FILE)
        state.reseed()
    return faults


def show_also(key: str, instead_of: str = "") -> None:
    """What was just made or opened stands beside the plan, with what stood there already where there is room."""
    stood = chosen_keys([other.key for other in others.others()])
    kept = [each for each in stood if each not in (key, instead_of)][: MOST_BESIDE - 1]
    st.session_state[CHOSEN] = (*kept, key)


def follow_name(before: str, after: str) -> None:
    """A renamed scenario keeps its place beside the plan."""
    chosen = st.session_state.get(CHOSEN, ())
    if SAVED + before in chosen:
        st.session_state[CHOSEN] = tuple(SAVED + after if key == SAVED + before else key for key in chosen)
