"""The switches of "What if": turned here, kept while the session lasts, never written into the plan."""

from collections.abc import Iterable

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw import side_by_side
from pages.shared.draw.side_by_side import Side, deeper, later, signed
from pages.shared.draw.tables import Row, Table
from pages.shared.session import once, state
from planner.analysis.answer import bounds
from planner.analysis.beside.what_if import Switch, SwitchDifference, differences
from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.language import currency_unit
from planner.speech import Speech

# The answer keeps room for its longest form, so that the switches under it stay where they are when one is turned.
KNOWN = "each_switch_alone"  # what each does alone to the plan as it stands, so that turning one computes only that


def choose(switches: Iterable[Switch]) -> tuple[Switch, ...]:
    """A toggle for each, with what it changes under it; those that are on."""
    speech = state.speech()
    _ = speech.text
    chosen = []
    for place, switch in enumerate(switches):
        if place % 2 == 0:
            columns = st.columns(2)  # by pairs, so that a phone keeps their order
        with columns[place % 2]:
            # Not escaped, since a screen reader would read the escapes; the titles are our own.
            if st.toggle(_(switch.title), key=f"what_if:{switch.key}", persist_state="session"):
                chosen.append(switch)
            st.caption(plain(speech.say(switch.explanation)))
    return tuple(chosen)


def answer(one: Side, other: Side, switches: tuple[Switch, ...], speech: Speech) -> str:
    """What the switches that are on do together to the end result and to the month in which the money is back."""
    _ = speech.text
    titles = " · ".join(_(switch.title) for switch in switches)
    said = (
        _("Switched on: {switches}.").format(switches=titles),
        side_by_side.change_of_result(one, other, speech),
        side_by_side.change_of_payback(one, other, speech),
    )
    return side_by_side.reserved(" ".join(said), (one, other), speech)


def each_alone(case: Case) -> tuple[SwitchDifference, ...]:
    """What each switch does alone, computed once for each plan and company; what costs most first."""
    return once.made(KNOWN, (case,), lambda: tuple(sorted(differences(case), key=lambda each: each.result)))


def alone_table(case: Case, speech: Speech) -> Table:
    """What each switch does alone, a row each; an empty cell where nothing changes."""
    _ = speech.text
    caption = _("What each alone changes if all else goes exactly as entered, {unit}").format(
        unit=currency_unit(speech.currency, speech.language)
    )
    columns = (
        _("What goes otherwise"),
        _("After {months}").format(months=speech.months(case.plan.horizon_months)),
        _("Deepest hole"),
        _("Per hour worked"),
        _("Money back"),
    )
    rows = (
        Row(
            _(found.switch.title),
            (
                change(found.result, speech),
                deeper(speech.number(abs(found.deepest_hole)), round(found.deepest_hole), speech),
                "" if found.per_hour is None else change(found.per_hour, speech, 2),
                payback_cell(found, case, speech),
            ),
        )
        for found in each_alone(case)
    )
    return Table(bounds.before(caption, case.projection, speech), columns, tuple(rows), words=True)


def of_no_attrition(case: Case, speech: Speech) -> str:
    """Why twice the attrition changes nothing in a plan that has none; empty where it has some."""
    _ = speech.text
    if case.plan.customers.attrition or case.plan.team.annual_attrition:
        return ""
    return _("In your plan no customer ever stops and no member ever leaves, so there is no attrition to double.")


def change(amount: float, speech: Speech, decimals: int = 0) -> str:
    """A difference with its sign; nothing where it rounds to nothing."""
    rounded = round(amount, decimals)
    return signed(speech.number(rounded, decimals), rounded) if rounded else ""


def payback_cell(found: SwitchDifference, case: Case, speech: Speech) -> str:
    """What a switch does to the month in which the money is back."""
    _ = speech.text
    if found.payback is not None and found.payback_before is not None:
        moved = found.payback - found.payback_before
        return later(moved, speech) if moved else ""
    if found.payback is not None:
        return speech.month(found.payback)
    if found.otherwise.measures.peak_funding_need < CENT:
        return _("nothing to pay back") if case.measures.peak_funding_need >= CENT else ""
    same = found.payback_before is None and case.measures.peak_funding_need >= CENT
    return "" if same else _("not within {months}").format(months=speech.months(case.plan.horizon_months))
