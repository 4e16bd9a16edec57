"""The ranks of a company of one's own, row by row; or the points of steps that no source gives."""

import streamlit as st

from pages.parts.my_company import typed
from pages.shared.answer.page import as_label, plain, with_list
from pages.shared.fields import field, reading
from pages.shared.session import own_companies, state
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import Rank, StepsWithoutPoints
from planner.inputs.own_company.own_company import rows_of_steps, with_figure
from planner.inputs.own_company.places import RANKS, Place, value_at
from planner.language import format_percent, mark

NARROW = 150
STEP = "step"  # how the part of a slot begins that holds the points of a step: taken with the others, by a button
STEPS_FAULTS = "own_steps"  # why the points of the steps were not taken, by the company
COLUMNS = {
    "group_volume": ("number", mark("group points")),
    "rate": ("share", mark("rate (%)")),
    "personal_volume": ("number", mark("own points")),
    "leg_count": ("months", mark("legs")),
    "leg_volume": ("number", mark("points of each leg")),
    "frontline": ("months", mark("active recruits")),
}


def edit(company: Company, place: Place) -> None:
    """For each rank, folded, the conditions that some rank has; or the points of each step."""
    steps = company.pay.steps_without_points
    rows = value_at(company, place.path)
    with st.container():
        if steps is not None and not rows:
            _steps(company, steps)
        for index, row in enumerate(rows):
            with (
                st.expander(as_label(row.name), key=f"own-rank.{company.id}.{index}"),
                st.container(horizontal=True, vertical_alignment="bottom"),
            ):
                for column in _columns(rows):
                    typed.draw(_slot(company, index, row, column), NARROW)


def _columns(rows: tuple[Rank, ...]) -> list[str]:
    return [name for name in COLUMNS if name == "group_volume" or any(getattr(row, name) for row in rows)]


def _slot(company: Company, index: int, row: Rank, column: str) -> field.Target:
    """The field of one condition, called by its rank too, so that what is said of it says where."""
    _ = state.speech().text
    unit, label = COLUMNS[column]
    title = _("{rank}: {condition}").format(rank=row.name, condition=_(label))
    return typed.slot(company, RANKS, (index, column), unit, title)


def _steps(company: Company, steps: StepsWithoutPoints) -> None:
    """A field for the points of each step; all of them together become ranks that are computed."""
    speech = state.speech()
    _ = speech.text
    words = _("The rates are published, the points that they ask for are not. Not computed until you state them all.")
    st.markdown(plain(words))
    keys = []
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for index, rate in enumerate(steps.rates):
            share = format_percent(rate, speech.language, None)
            slot = typed.slot(company, RANKS, (STEP, index), "number", _("Points for {share}").format(share=share))
            kept = field.unread().get(slot.place)
            key, first = state.seeded(f"number:own-step.{company.id}.{index}", kept.text if kept else "")
            keys.append(key)
            with st.container(width=NARROW):
                st.text_input(slot.label, first, key=key, autocomplete="off", on_change=_typed, args=(key, slot))
    st.button(_("Use these points"), key=f"own-steps:{company.id}", on_click=_use, args=(company.id, steps.rates, keys))
    faults: tuple[Fault, ...] = st.session_state.get(STEPS_FAULTS, {}).get(company.id, ())
    if faults:
        st.error(with_list(_("The points are not used yet:"), map(speech.say_fault, faults)))


def _typed(key: str, slot: field.Target) -> None:
    """Keeps what is typed for a step, since one alone changes nothing."""
    text = str(st.session_state.get(key) or "")
    field.forget(slot.place)
    if text.strip():
        field.unread()[slot.place] = field.Unread(slot, text)


def _use(company_id: str, rates: tuple[float, ...], keys: list[str]) -> None:
    speech = state.speech()
    _ = speech.text
    found: dict[str, tuple[Fault, ...]] = st.session_state.setdefault(STEPS_FAULTS, {})
    found.pop(company_id, None)
    points, faults = [], []
    for rate, key in zip(rates, keys, strict=True):
        text = str(st.session_state.get(key) or "")
        value = reading.read(text, "number", speech)
        if isinstance(value, Fault):
            label = _("Points for {share}").format(share=format_percent(rate, speech.language, None))
            faults.append(reading.as_typed(value, text, "number", label, speech))
        else:
            points.append(value)
    company = own_companies.own_company(company_id)
    if faults or company is None:
        found[company_id] = tuple(faults)
        return
    changed, refused = with_figure(company, RANKS, rows_of_steps(rates, points), "", own_companies.this_year())
    if changed is None:
        found[company_id] = refused
        return
    if not own_companies.change(changed):
        field.forget((own_companies.KEPT, company_id, RANKS))
        state.reseed()
