"""A company of one's own, field by field: what stands there, whose figure it is, and the way back to the published."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from pages.parts.my_company import changes, order_freight, periods, ranks, rows, typed, window
from pages.shared.answer.page import plain
from pages.shared.fields import choices, field, reading
from pages.shared.session import own_companies, state
from pages.shared.words import own_company
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import differing, with_note
from planner.inputs.own_company.places import Place, is_yours, note_at, place_of, places_of

GROUP = "own_group"  # which part of the contract is shown
TEXT_WIDTH = 440
NOTE_WIDTH = 420


def edit(company: Company) -> None:
    """The places of the company, a group at a time."""
    _ = state.speech().text
    base = own_companies.base_of(company)
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
    titles = {name: _(title) for name, title in own_company.GROUPS.items()}
    return choices.choose_part(_("Part of the contract"), titles, GROUP)


def _say_waiting(company: Company, group: str) -> None:
    """Names the fields of other groups whose text could not be taken, since they are out of sight."""
    speech = state.speech()
    _ = speech.text
    waiting = [
        field.unread()[place].target.label
        for place in field.unread_within((own_companies.KEPT, company.id))
        if place_of(str(place[2])).group != group
    ]
    if waiting:
        words = _("What you wrote in these fields is not taken yet: {fields}.")
        st.warning(plain(words.format(fields=speech.listed(waiting))))


def _edit_place(company: Company, base: Company | None, place: Place) -> None:
    speech = state.speech()
    _ = speech.text
    fields: dict[str, Callable[[Company, Place], None]] = {
        "figure": _figure,
        "window": window.edit,
        "day": _day,
        "freight_table": order_freight.edit,
        "periods": periods.edit,
        "choice": rows.choice,
        "prices": rows.prices,
        "levels": rows.levels,
        "ranks": ranks.edit,
        "freight": rows.freight,
        "words": rows.words,
    }
    if place.form not in typed.LABELLED:
        st.markdown(f"**{plain(own_company.title(place.path, speech))}**")
    alignment: Literal["center", "top"] = "center" if place.form in typed.LABELLED else "top"
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
    rests = own_company.rests_on(company, place.path, speech)
    if rests:
        st.markdown(plain(rests))
    if base is not None and place.path in differing(company, base):
        st.markdown(plain(own_company.published(company, base, place.path, speech)))
        changes.reset_button(company, place.path, "field")


def _tell(company: Company, place: Place) -> None:
    """Why what was typed or clicked at a place was not taken."""
    field.tell((own_companies.KEPT, company.id, place.path))
    changes.tell_refused(place.path)


def _figure(company: Company, place: Place) -> None:
    speech = state.speech()
    unit = place.unit_in(company)
    label = own_company.label(company, place.path, speech)
    typed.draw(typed.slot(company, place.path, (), reading.typed_in(unit), label))


def _day(company: Company, place: Place) -> None:
    label = own_company.label(company, place.path, state.speech())
    typed.draw(typed.slot(company, place.path, (), "day", label))


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
    company = own_companies.own_company(company_id)
    note = str(st.session_state[key] or "").strip()
    if company is None or not is_yours(company, path) or note == note_at(company, path):
        return
    # No field is drawn anew for it: by now the person is in the next one, or clicks on something.
    changes.keep(company_id, path, lambda now: with_note(now, path, note, own_companies.this_year()))
