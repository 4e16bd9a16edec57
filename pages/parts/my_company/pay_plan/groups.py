"""The fields of a record one by one: figures first, then rows, groups, and what brochures differ on in a fold."""

from collections.abc import Callable, Collection

import streamlit as st

from pages.parts.my_company.pay_plan import draft
from pages.parts.my_company.pay_plan.fields import draw, draw_beside, label_of, say
from pages.parts.my_company.pay_plan.form import Form
from pages.shared.answer.page import as_label, plain
from pages.shared.session import state
from planner.inputs.cited.source import Record
from planner.inputs.own_company.pay_draft import Tables
from planner.inputs.path import Path, at, written
from planner.inputs.pay.part import Part
from planner.inputs.pay.titles.fields import Field, fields_of
from planner.language import mark

LATE = ("base_per_value",)


def draw_fields(
    form: Form, record: type[Record], path: Path, *, only: Collection[str] = (), without: Collection[str] = ()
) -> None:
    """Every field of the record at a place; only, without: by their names."""
    fields = [each for each in fields_of(record) if each.name not in without and (not only or each.name in only)]
    figures = [each for each in fields if each.title.unit not in ("choice", "rows", "group")]
    # A brochure has its rates before what it calls them and to whom they are paid.
    later = [
        each for each in figures if issubclass(record, Part) and (each.name in Part.model_fields or each.name in LATE)
    ]
    draw_beside(form, record, [each for each in figures if each not in later], path)
    for each in fields:
        if each.title.unit == "rows":
            draw_rows(form, each, (*path, each.name))
        elif each.title.unit == "group":
            _group(form, each, (*path, each.name))
    draw_beside(form, record, later, path)
    choices = [each for each in fields if each.values]
    if len(choices) == 1:
        draw(form, record, choices[0], (*path, choices[0].name))
    elif choices:
        title = form.speech.text(mark("What brochures differ on ({count})")).format(count=len(choices))
        with st.expander(plain(title), key=f"own-pay-choices-{form.company.id}-{written(path)}"):
            for each in choices:
                draw(form, record, each, (*path, each.name))


def draw_rows(form: Form, each: Field, path: Path) -> None:
    """A list of small records: each in a frame, with a button that takes it away, and one that adds another."""
    _ = form.speech.text
    st.markdown(f"**{plain(label_of(form, each))}**")
    rows = at(form.tables, path) or []
    for number in range(len(rows)):
        with st.container(border=True, key=f"own-pay-row-{form.company.id}-{written((*path, number))}"):
            (record,) = each.records[:1]
            draw_fields(form, record, (*path, number))
            button(form, _("Remove"), "remove", (*path, number), draft.remove_row, path, number)
    say(form, form.within(path), each, path)
    button(form, _("Add a row"), "add", path, draft.add_row, path, {})


def button(form: Form, label: str, what: str, place: Path, act: Callable[..., None], *arguments: object) -> None:
    """A small button that changes the draft."""
    key, _seed = state.seeded(f"button:own-pay-{what}.{form.company.id}.{written(place)}", "")
    st.button(as_label(label), key=key, type="tertiary", on_click=act, args=(form.company.id, *arguments))


def _group(form: Form, each: Field, path: Path) -> None:
    """Fields that are stated together or not at all."""
    there = isinstance(at(form.tables, path), dict)
    key, first = state.seeded(f"choice:own-pay-group.{form.company.id}.{written(path)}", there)
    st.toggle(as_label(label_of(form, each)), first, key=key, on_change=_turn, args=(key, form.company.id, path, there))
    if there:
        with st.container(border=True, key=f"own-pay-group-{form.company.id}-{written(path)}"):
            draw_fields(form, each.records[0], path)
    say(form, form.within(path), each, path)


def _turn(key: str, company_id: str, path: Path, there: bool) -> None:  # noqa: FBT001 (an argument of a callback)
    if key in st.session_state and bool(st.session_state[key]) != there:
        empty: Tables = {}
        draft.state_values(company_id, {path: None if there else empty})
