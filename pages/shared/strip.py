"""The strip: four figures, always the same in the same order, on every page where something is changed or read."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from pages.shared import bounds, state, strip_notes
from pages.shared.state import Current
from planner.analysis import reasons
from planner.analysis.milestones import CENT, Milestone
from planner.analysis.wording import Speech

# Both colours are at least 3:1 on the light and the dark page, as large text must be; the sign is written out too.
# The height leaves room for what the last edit changed, so that nothing moves when it comes and goes.
STYLE = """
.stHtml dl.strip {
    display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem 1.25rem;
    margin: 0; padding: 0;
}
.strip > div { border-top: 2px solid currentColor; padding-top: 0.25rem; min-width: 0; min-height: 5.5rem; }
.strip dt { font-size: 0.875rem; font-weight: 600; margin: 0; }
.strip dd { margin: 0; font-size: 0.8125rem; line-height: 1.35; overflow-wrap: anywhere; }
.strip dd.figure { font-size: 1.3125rem; font-weight: 700; line-height: 1.3; font-variant-numeric: tabular-nums; }
.strip .below { color: #c65d00; }
.strip .above { color: #2679bf; }
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of the strip in words. sign: -1, 0 or 1, which alone decides the colour. change: empty where none."""

    label: str
    figure: str
    qualifier: str
    sign: int = 0
    change: str = ""


def show_strip(current: Current) -> None:
    """The four figures of the plan, each with what the last edit changed in it, and what to know about them."""
    speech = state.speech()
    before = state.before_last_edit()
    if before is not None and before.plan.currency != current.plan.currency:
        before = None
    cells = "".join(map(_as_html, strip_cells(current, before, speech)))
    st.html(f'<dl class="strip">{cells}</dl>{strip_notes.notes_as_html(current, speech)}')


def strip_cells(current: Current, before: Current | None, speech: Speech) -> tuple[Cell, ...]:
    """The four figures, in their order."""
    return (
        _deepest_hole(current, before, speech),
        _money_back(current, before, speech),
        _total(current, before, speech),
        _per_hour(current, before, speech),
    )


def in_a_sentence(current: Current) -> str:
    """The plan's answer in one sentence: how deep the hole is and when the money is back."""
    speech, measures, projection = state.speech(), current.measures, current.projection
    _ = speech.text
    if measures.peak_funding_need < CENT:
        text = _("With this plan your money never goes below zero; after {months} you are at {total}.")
    elif measures.payback.month is None:
        text = _(
            "With this plan you are {hole} down at the deepest, in {month}; the money is not back within {months}."
        )
    else:
        text = _("With this plan you are {hole} down at the deepest, in {month}; the money is back in {back}.")
    return text.format(
        hole=bounds.at_least(speech.money(measures.peak_funding_need), projection, speech),
        month=speech.month(measures.peak_funding_month),
        months=speech.months(current.plan.horizon_months),
        back=bounds.before(speech.month(measures.payback.month or 0), projection, speech),
        total=bounds.before(speech.money(measures.total), projection, speech),
    )


def _deepest_hole(current: Current, before: Current | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Deepest hole")
    need = current.measures.peak_funding_need
    change = ""
    if before is not None and abs(need - before.measures.peak_funding_need) >= CENT:
        more = need - before.measures.peak_funding_need
        words = _("{amount} deeper") if more > 0 else _("{amount} less deep")
        change = words.format(amount=_money_change(abs(more), speech))
    if need < CENT:
        qualifier = bounds.qualifier(_("your money never goes below zero"), current.projection, speech)
        return Cell(label, speech.money(0), qualifier, 0, change)
    figure = bounds.at_least(speech.money(need), current.projection, speech)
    return Cell(label, figure, speech.month(current.measures.peak_funding_month), -1, change)


def _money_back(current: Current, before: Current | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Money back")
    figure, qualifier = _payback_words(current, speech)
    change = ""
    if before is not None:
        was = _payback_words(before, speech)[0]
        change = "" if was == figure else _("before: {figure}").format(figure=was)
    payback = current.measures.payback
    return Cell(label, figure, qualifier, _sign_of(payback, current), change)


def _sign_of(payback: Milestone, current: Current) -> int:
    if payback.month is not None:
        return 1
    return -1 if current.measures.peak_funding_need >= CENT else 0


def _payback_words(current: Current, speech: Speech) -> tuple[str, str]:
    _ = speech.text
    payback, projection = current.measures.payback, current.projection
    if payback.month is not None:
        calendar = bounds.before(speech.calendar(payback.month), projection, speech)
        return _("month {number}").format(number=payback.month), calendar
    if current.measures.peak_funding_need < CENT:
        return _("nothing"), bounds.before(_("to pay back"), projection, speech)
    rising = reasons.pace(projection.statement.cumulative_cash_flow[:, 0]) >= CENT
    figure = _("Not yet") if rising else _("Never")
    if payback.lost is not None:
        return figure, _("for good; reached in month {number}, then lost").format(number=payback.lost)
    return figure, _("within {months}").format(months=speech.months(current.plan.horizon_months))


def _total(current: Current, before: Current | None, speech: Speech) -> Cell:
    _ = speech.text
    total = current.measures.total
    label = _("After {months}").format(months=speech.months(current.plan.horizon_months))
    change = ""
    if before is not None and abs(total - before.measures.total) >= CENT:
        change = _signed(total - before.measures.total, speech)
    qualifier = bounds.qualifier(_("all money in less all money out"), current.projection, speech)
    return Cell(label, _signed(total, speech), qualifier, _sign(total), change)


def _per_hour(current: Current, before: Current | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Per hour worked")
    rate = current.measures.earnings_per_hour
    if rate is None:
        return Cell(label, _("no hours"), _("you state 0 hours a week"))
    was = before.measures.earnings_per_hour if before is not None else None
    change = "" if was is None or abs(rate - was) < CENT else _signed(rate - was, speech, 2)
    hours = _("{hours} hours in all").format(hours=speech.number(current.measures.hours))
    qualifier = bounds.before(hours, current.projection, speech)
    return Cell(label, _signed(rate, speech, 2), qualifier, _sign(rate), change)


def _sign(amount: float) -> int:
    return 0 if abs(amount) < CENT else (1 if amount > 0 else -1)


def _signed(amount: float, speech: Speech, decimals: int = 0) -> str:
    """An amount whose sign is written out, plus too: colour alone says nothing."""
    written = _money_change(amount, speech, decimals)
    return f"+{written}" if amount >= CENT else written


def _money_change(amount: float, speech: Speech, decimals: int = 0) -> str:
    """Cents too where whole units would read as nothing."""
    return speech.money(amount, 2 if CENT <= abs(amount) < 1 else decimals)


def _as_html(cell: Cell) -> str:
    colour = {-1: "below", 0: "", 1: "above"}[cell.sign]
    change = f"<dd>{escape(cell.change)}</dd>" if cell.change else ""
    return (
        f'<div><dt>{escape(cell.label)}</dt><dd class="figure {colour}">{escape(cell.figure)}</dd>'
        f"{change}<dd>{escape(cell.qualifier)}</dd></div>"
    )
