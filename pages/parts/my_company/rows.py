"""Places of a company that hold more than a figure: steps of the price, rates by level, who pays freight."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.parts.my_company import changes, typed
from pages.shared.session import state
from pages.shared.words import own_company
from planner.inputs.cited.figure import Rule
from planner.inputs.company.company import Company, entry_at
from planner.inputs.company.pay_rules import MOST_LEVELS
from planner.inputs.own_company.places import LEVELS, PRICES, Place, value_at
from planner.inputs.own_company.size import LONGEST_TEXT

MOST_STEPS = 12
WORDS_WIDTH = 320


def prices(company: Company, place: Place) -> None:
    """What is paid of the shop price, at first and from each number of points bought since joining."""
    _ = state.speech().text
    steps = value_at(company, place.path) or ((0.0, None),)
    with st.container(width=typed.FIELD_WIDTH):
        for index in range(len(steps)):
            if index:
                label = _("From so many points since joining")
                typed.draw(typed.slot(company, place.path, (index, 0), "number", label))
            typed.draw(typed.slot(company, place.path, (index, 1), "share", _("You pay, % of the shop price")))
        more_or_less(company, place, _next_step(steps), _("Add a step"), _("Remove the last step"), MOST_STEPS)


def _next_step(steps: tuple[tuple[float, float | None], ...]) -> tuple[float, float | None]:
    points, share = steps[-1]
    return points + 1, share


def levels(company: Company, place: Place) -> None:
    """The rate of each level; an empty one is paid and not known."""
    _ = state.speech().text
    with st.container(width=typed.FIELD_WIDTH):
        for index in range(len(value_at(company, place.path))):
            label = _("Level {level} (%)").format(level=index + 1)
            typed.draw(typed.slot(company, place.path, (index,), "share", label))
        more_or_less(company, place, None, _("Add a level"), _("Remove the last level"), MOST_LEVELS)


def more_or_less(company: Company, place: Place, new: Any, add: str, remove: str, most: int) -> None:
    """Buttons that put one more row under those of a place, and take the last one away."""
    rows = tuple(value_at(company, place.path))
    fewest = 1 if place.path == PRICES else 0
    with st.container(horizontal=True):
        buttons = ((add, "add", (*rows, new), most), (remove, "remove", rows[:-1], len(rows)))
        for label, what, changed, limit in buttons:
            st.button(
                label,
                key=f"own-{what}:{company.id}:{place.path}",
                type="tertiary",
                disabled=not (rows or place.path == LEVELS) or not fewest <= len(changed) <= limit or changed == rows,
                on_click=changes.state_value,
                args=(company.id, place.path, changed),
            )


def freight(company: Company, place: Place) -> None:
    """Who pays for sending goods back."""
    _one_of(company, place, own_company.PAYS_FREIGHT)


def choice(company: Company, place: Place) -> None:
    """One of the readings that a rule may have."""
    _one_of(company, place, own_company.readings(place.path))


def _one_of(company: Company, place: Place, words: Mapping[Any, str]) -> None:
    _ = state.speech().text
    choices = [*words]
    key, first = state.seeded(f"choice:own.{company.id}.{place.path}", value_at(company, place.path))
    with st.container(width=typed.FIELD_WIDTH):
        st.selectbox(
            own_company.title(place.path, state.speech()),
            choices,
            index=choices.index(first),
            format_func=lambda choice: _(words[choice]),
            key=key,
            on_change=_chosen,
            args=(key, company.id, place.path),
            label_visibility="collapsed",
        )


def _chosen(key: str, company_id: str, path: str) -> None:
    if key in st.session_state:
        changes.state_value(company_id, path, st.session_state[key])


def words(company: Company, place: Place) -> None:
    """A rule in the person's own words; as published, in the language of the page."""
    entry = entry_at(company, place.path)
    shown = state.speech().told(entry.text) if isinstance(entry, Rule) else ""
    key, first = state.seeded(f"text:own.{company.id}.{place.path}", shown)
    with st.container(width=WORDS_WIDTH):
        st.text_area(
            own_company.title(place.path, state.speech()),
            first,
            key=key,
            on_change=_words_left,
            args=(key, company.id, place.path, shown),
            max_chars=None if len(shown) > LONGEST_TEXT else LONGEST_TEXT,
            label_visibility="collapsed",
        )


def _words_left(key: str, company_id: str, path: str, shown: str) -> None:
    text = str(st.session_state.get(key, shown) or "").strip()
    if text != shown:
        changes.state_value(company_id, path, text or None)
