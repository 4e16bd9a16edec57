"""Fields of a company of one's own that are typed: reading what was typed, taking it or saying why not."""

from typing import Any

import streamlit as st

from pages.shared.answer.page import as_label, plain
from pages.shared.fields import reading
from pages.shared.session import own_companies, state
from pages.shared.session.own_companies import Slot
from planner.errors import Fault
from planner.inputs.cited.figure import Unit
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import reset, with_figure
from planner.inputs.own_company.places import is_known, note_at, place_of, value_at

FIELD_WIDTH = 270
FIRST_STEP = (0.0, None)
STEP = "step"  # how the part of a slot begins that holds the points of a step: taken with the others, by a button
MAY_BE_EMPTY = ("figure", "levels")


def typed_in(unit: Unit) -> str:
    """How a figure of a unit is typed: money in any period is money, and what is counted is a number."""
    if unit.startswith("money"):
        return "money"
    return unit if unit in ("share", "months") else "number"


def field(company: Company, slot: Slot, width: int = FIELD_WIDTH) -> None:
    """The field of a slot. What could not be taken stays in it."""
    unread = own_companies.unread_of(company.id).get(slot.name)
    text = unread[1] if unread else reading.written(value_in(company, slot), slot.unit, state.language())
    key, first = state.seeded(f"number:own.{company.id}.{slot.name}", text)
    with st.container(width=width):
        arguments = (key, company.id, slot)
        st.text_input(as_label(slot.label), first, key=key, on_change=_leave, args=arguments, autocomplete="off")


def tell(company: Company, slot: Slot) -> None:
    """Under a field: why what was typed into it is not taken."""
    unread = own_companies.unread_of(company.id).get(slot.name)
    if unread is not None and slot.part[:1] != (STEP,):
        for fault in _taken(company, slot, unread[1])[1]:
            st.error(plain(state.speech().say_fault(fault)))


def value_in(company: Company, slot: Slot) -> Any:
    """What stands in a slot; None where nothing does."""
    value = value_at(company, slot.path)
    for part in slot.part:
        if isinstance(part, str):
            value = getattr(value, part)
        else:
            value = value[part] if value is not None and part < len(value) else None
    return value


def _leave(key: str, company_id: str, slot: Slot) -> None:
    if key in st.session_state:  # otherwise another field called back before this one, and all were drawn anew
        take(company_id, slot, str(st.session_state[key] or ""))


def take(company_id: str, slot: Slot, text: str) -> None:
    """Takes a typed text into its company, or keeps it aside. What waited for it in other fields is tried again."""
    kept = own_companies.unread_of(company_id)
    company = own_companies.own_company(company_id)
    if company is None:
        return
    changed, faults = _taken(company, slot, text)
    if faults:
        kept[slot.name] = (slot, text)
        return
    differs = changed is not None and changed != company
    if changed is not None and differs:
        own_companies.change(changed)  # which remembers what was in the field before
    kept.pop(slot.name, None)
    if differs:
        try_again(company_id)


def try_again(company_id: str) -> None:
    """Takes what fits by now of all that was kept aside: another field was filled in, or the language is another."""
    kept = own_companies.unread_of(company_id)
    for name, (slot, text) in list(kept.items()):
        if slot.part[:1] == (STEP,):
            continue
        company = own_companies.own_company(company_id)
        changed, faults = (None, ()) if company is None else _taken(company, slot, text)
        if not faults:
            if changed is not None and changed != company:
                own_companies.change(changed)
            del kept[name]


def _taken(company: Company, slot: Slot, text: str) -> tuple[Company | None, tuple[Fault, ...]]:
    """The company with a typed text in a slot, or what is wrong with the text; the same one where it changes nothing.

    Who types the published figure again has it back with its source.
    """
    speech = state.speech()
    may_be_empty = place_of(slot.path).form in MAY_BE_EMPTY
    value = reading.read(text, slot.unit, speech, may_be_empty=may_be_empty)
    if isinstance(value, Fault):
        return None, (reading.as_typed(value, text, slot.unit, slot.label, speech),)
    if value == value_in(company, slot):
        return company, ()
    whole = _whole(company, slot, value)
    base, note = own_companies.base_of(company), note_at(company, slot.path)
    if base is not None and not note and is_known(base, slot.path) and value_at(base, slot.path) == whole:
        changed, faults = reset(company, base, slot.path)
    else:
        changed, faults = with_figure(company, slot.path, whole, note, own_companies.this_year())
    return changed, tuple(reading.as_typed(fault, text, slot.unit, slot.label, speech) for fault in faults)


def _whole(company: Company, slot: Slot, value: Any) -> Any:
    """The whole value of a place with one part of it stated anew."""
    if not slot.part:
        return value
    rows = list(value_at(company, slot.path)) or [FIRST_STEP]  # of prices that no source gives
    first, *inner = slot.part
    index = int(first)
    if not inner:
        rows[index] = value
    elif isinstance(inner[0], str):
        rows[index] = rows[index].model_copy(update={inner[0]: value})
    else:
        rows[index] = tuple(value if number == inner[0] else each for number, each in enumerate(rows[index]))
    return tuple(rows)
