"""Fields of a company of one's own that are typed: what each stands for, and how a value is taken into the company."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from pages.shared.fields import field
from pages.shared.session import own_companies, state
from planner.analysis.company.facts import TITLES
from planner.errors import Fault
from planner.inputs.cited.figure import Unit
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import reset, with_figure
from planner.inputs.own_company.places import is_known, note_at, place_of, value_at
from planner.inputs.path import Path

FIELD_WIDTH = 270
FIRST_STEP = (0.0, None)
MAY_BE_EMPTY = ("figure", "window", "day", "levels")
LABELLED = ("figure", "window", "day")  # whose field says itself what it is


def slot(company: Company, path: str, part: tuple[int | str, ...], unit: Unit | str, label: str) -> field.Target:
    """A place of a company, and where within its value, as a field stands for it."""
    place = (own_companies.KEPT, company.id, path, *part)
    key = f"number:own.{'.'.join(map(str, place[1:]))}"
    may_be_empty = place_of(path).form in MAY_BE_EMPTY
    now, take = value_in(company, path, part), partial(_take, place)
    return field.Target(place, key, label, unit, now, take, may_be_empty, currency=company.currency)


def draw(target: field.Target, width: int = FIELD_WIDTH) -> None:
    """The field of a slot."""
    with st.container(width=width):
        field.draw(target)


def value_in(company: Company, path: str, parts: Path) -> Any:
    """What stands in a slot; None where nothing does."""
    value = value_at(company, path)
    for part in parts:
        if isinstance(part, str):
            value = getattr(value, part, None)  # the points of a step are no part of a company yet
        else:
            value = value[part] if value is not None and part < len(value) else None
    return value


def _take(place: Path, value: Any) -> tuple[Fault, ...]:
    """Changes the company. What waited for it in other fields is tried again.

    Who types the published figure again has it back with its source.
    """
    company_id, path, part = str(place[1]), str(place[2]), place[3:]
    company = own_companies.own_company(company_id)
    if company is None or value == value_in(company, path, part):
        return ()
    whole = _whole(company, path, part, value)
    base, note = own_companies.base_of(company), note_at(company, path)
    if base is not None and not note and is_known(base, path) and value_at(base, path) == whole:
        changed, faults = reset(company, base, path)
    else:
        changed, faults = with_figure(company, path, whole, note, own_companies.this_year())
    if changed is not None and changed != company:
        faults = own_companies.change(changed)  # which remembers what was in the field before
        if not faults:
            field.forget(place)
            field.read_again(place[:2])
    return tuple(map(_by_its_title, faults))


def _by_its_title(fault: Fault) -> Fault:
    """What is stated already is named as its field is, not as its file has it."""
    place = f"orders.{fault.parameters.get('wanted', '')}"
    if place not in TITLES:
        return fault
    return replace(fault, parameters={**fault.parameters, "wanted": f"“{state.speech().text(TITLES[place])}”"})


def _whole(company: Company, path: str, part: Path, value: Any) -> Any:
    """The whole value of a place with one part of it stated anew."""
    if not part:
        return value
    rows = list(value_at(company, path)) or [FIRST_STEP]  # of prices that no source gives
    first, *inner = part
    index = int(first)
    if not inner:
        rows[index] = value
    elif isinstance(inner[0], str):
        rows[index] = rows[index].model_copy(update={inner[0]: value})
    else:
        rows[index] = tuple(value if number == inner[0] else each for number, each in enumerate(rows[index]))
    return tuple(rows)
