"""The switches of "What if": turned here, kept while the session lasts, never written into the plan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw import side_by_side
from pages.shared.draw.side_by_side import Side, deeper, later, signed
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.runs import keeper, memory
from pages.shared.runs.question import Question
from pages.shared.session import once, state
from planner.analysis.answer import bounds
from planner.analysis.beside.what_if import SWITCHES, Switch, SwitchDifference, differences, explained, what_if
from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.measures.milestones import CENT
from planner.language import currency_unit
from planner.simulation.engine import Progress
from planner.speech import Speech

T = TypeVar("T")

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
            st.caption(plain(explained(switch, state.plan_file().plan, speech)))
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


@dataclass(frozen=True, slots=True)
class Alone:
    """What each switch does alone to a case, what costs most first."""

    case: Case
    each: tuple[SwitchDifference, ...]

    @classmethod
    def of(cls, case: Case, progress: Callable[[float], None] | None = None) -> "Alone":
        """Computed anew; progress: told the share done."""
        return cls(case, tuple(sorted(differences(case, progress), key=lambda each: each.result)))


def show_alone(case: Case, speech: Speech) -> None:
    """The table, at once where pay is computed; where it is the mean of runs, once those with each switch are there."""
    if case.projection.given is None:
        show_table(alone_table(once.made(KNOWN, (case,), lambda: Alone.of(case)), speech))
        return
    asked = _asked(case, (), lambda tell: Alone.of(case, tell))
    found, before = keeper.answer(asked), memory.last(asked)
    shown = found or before
    if shown is not None:
        table = alone_table(shown, state.speech(shown.case.plan))
        show_table(table if found else replace(table, caption=keeper.before_the_change(table.caption)))


def laid_beside(case: Case, chosen: tuple[Switch, ...]) -> Case | None:
    """The case with these switches on; None while the runs are not there that its pay is the mean of."""
    if case.projection.given is None:
        return what_if(case, chosen)
    keys = tuple(switch.key for switch in chosen)
    return keeper.answer(_asked(case, keys, lambda _tell: what_if(case, chosen)))


def _asked(case: Case, keys: tuple[str, ...], find: Callable[[Progress], T]) -> Question[T]:
    """Asks what rests on runs with switches on. keys: of those that are on together, of each alone without any."""
    _ = state.speech().text
    simulations = 1 if keys else len(SWITCHES)
    seconds = simulations * expected_seconds(case.plan, case.runs, company=case.company)
    doing, what = _("The plan is tried with what is switched on"), _("what is switched on")
    of = (case.plan, case.company, case.runs, keys)
    name = "switched_on" if keys else KNOWN
    return Question(name, of, seconds, doing, lambda work: find(work.part()), what)


def alone_table(alone: Alone, speech: Speech) -> Table:
    """What each switch does alone, a row each; an empty cell where nothing changes."""
    case = alone.case
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
        for found in alone.each
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
