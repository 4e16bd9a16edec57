"""A company of one's own, field by field: what stands there, whose figure it is, and the way back to the published."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from pages.shared import choices, own_changes, own_fields, own_ranks, own_rows, own_state, own_words, state
from pages.shared.own_state import Slot
from pages.shared.page import plain
from planner.inputs.company import Company
from planner.inputs.own_company import differing, with_note
from planner.inputs.own_places import Place, is_yours, note_at, place_of, places_of

GROUP = "own_group"  # which part of the contract is shown
TEXT_WIDTH = 440
NOTE_WIDTH = 420


def edit(company: Company) -> None:
    """The places of the company, a group at a time."""
    _ = state.speech().text
    base = own_state.base_of(company)
    st.header(plain(_("What the papers say")), anchor=False)
    st.markdown(plain(_("Where a field is empty, the words beside it say why. What you write is marked as yours.")))
    group = _choose_group()
    for place in places_of(company):
        if place.group == group:
            with st.container(border=True, key=f"own-{place.path.replace('.', '-')}"):
                _edit_place(company, base, place)
    _say_waiting(company, group)


def _choose_group() -> str:
    _ = state.speech().text
    titles = {name: _(title) for name, title in own_words.GROUPS.items()}
    return choices.choose_part(_("Part of the contract"), titles, "own-group", GROUP)


def _say_waiting(company: Company, group: str) -> None:
    """Names the fields of other groups whose text could not be taken, since they are out of sight."""
    _ = state.speech().text
    waiting = [
        slot.label for slot, _typed in own_state.unread_of(company.id).values() if place_of(slot.path).group != group
    ]
    if waiting:
        words = _("What you wrote in these fields is not taken yet: {fields}.")
        st.warning(plain(words.format(fields=", ".join(waiting))))


def _edit_place(company: Company, base: Company | None, place: Place) -> None:
    speech = state.speech()
    _ = speech.text
    fields: dict[str, Callable[[Company, Place], None]] = {
        "figure": _figure,
        "prices": own_rows.prices,
        "levels": own_rows.levels,
        "ranks": own_ranks.edit,
        "freight": own_rows.freight,
        "words": own_rows.words,
    }
    if place.form != "figure":
        st.markdown(f"**{plain(own_words.title(place.path, speech))}**")
    alignment: Literal["center", "top"] = "center" if place.form == "figure" else "top"
    with st.container(horizontal=True, vertical_alignment=alignment, gap="medium"):
        fields[place.form](company, place)
        with st.container(width=TEXT_WIDTH):
            _whose(company, base, place)
    _tell(company, place)
    if is_yours(company, place.path) and place.form != "freight":
        _note(company, place)


def _whose(company: Company, base: Company | None, place: Place) -> None:
    """Whose figure it is, what was published where it differs, and the way back."""
    speech = state.speech()
    rests = own_words.rests_on(company, place.path, speech)
    if rests:
        st.markdown(plain(rests))
    if base is not None and place.path in differing(company, base):
        st.markdown(plain(own_words.published(company, base, place.path, speech)))
        own_changes.reset_button(company, place.path, "field")


def _tell(company: Company, place: Place) -> None:
    """Why what was typed or clicked at a place was not taken."""
    for slot, _typed in list(own_state.unread_of(company.id).values()):
        if slot.path == place.path:
            own_fields.tell(company, slot)
    own_changes.tell_refused(place.path)


def _figure(company: Company, place: Place) -> None:
    speech = state.speech()
    unit = place.unit_in(company)
    label = own_words.label(company, place.path, speech)
    own_fields.field(company, Slot(place.path, (), own_fields.typed_in(unit), label))


def _note(company: Company, place: Place) -> None:
    """Where the person has it from, in their own words."""
    _ = state.speech().text
    key, first = state.seeded(f"text:own-note.{company.id}.{place.path}", note_at(company, place.path))
    label = _("Where it stands, such as: price list of March 2026, page 4")
    with st.container(width=NOTE_WIDTH):
        st.text_input(
            label,
            first,
            key=key,
            on_change=_note_left,
            args=(key, company.id, place.path),
            autocomplete="off",
            max_chars=300,
        )


def _note_left(key: str, company_id: str, path: str) -> None:
    if key not in st.session_state:
        return
    company = own_state.own_company(company_id)
    note = str(st.session_state[key] or "").strip()
    if company is None or not is_yours(company, path) or note == note_at(company, path):
        return
    own_changes.make(company_id, path, lambda now: with_note(now, path, note, own_state.this_year()))
