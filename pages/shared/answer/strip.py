"""The strip: four figures, always the same in the same order, on every page where something is changed or read."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.answer import notes as strip_notes
from pages.shared.answer import view
from pages.shared.answer.hundred import show_hundred
from pages.shared.answer.page import as_label, plain
from pages.shared.answer.pinned import notes_on_figures
from pages.shared.answer.under_headline import show_lines
from pages.shared.fields import choices
from pages.shared.runs import keeper, many_runs
from pages.shared.session import state
from planner.analysis.answer import as_entered, how_counted, odds_in_words, over_runs
from planner.analysis.answer.cell import Cell
from planner.analysis.answer.rare import how_rare
from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.speech import Speech


def show_strip(case: Case, *, only: str = "", limits: bool = True) -> None:
    """The four figures as one line that opens, since nobody reads them nine times, under the choice of the view.

    The line is how many of 100 people lose money. only: the view of a page that has no other. limits: see
    notes.folded_as_html.
    """
    found, shown = _runs_of(case)
    if shown is not None:
        view.choose(shown, state.speech(), only)
    seen = view.of(case, only)
    with st.expander(as_label(in_one_line(found, shown)), key="strip"):
        figures(case, seen, limits=limits)
        notes_on_figures()
    tell(case, seen)


def show_answer(case: Case, place: DeltaGenerator, *, only: str = "") -> None:
    """In full: the headline in a place of the page, the 100 people, what to know of them, and the four figures."""
    found, shown = _runs_of(case)
    with place:
        lead(found, shown)
    choose_when_money_runs_out(shown)
    told = case if shown is None else shown.case
    rare = how_rare(told, state.speech(told.plan), in_short=True)
    if shown is not None:
        show_hundred(shown, state.speech(shown.case.plan))
    st.html(f'<p class="rare">{escape(rare)}</p>')
    if shown is not None:
        show_lines(shown, whole=found is not None and found.whole)
        view.choose(shown, state.speech(), only, counted_here=False)
    else:
        _ = state.speech().text
        untried = _("Until the plan has been tried, the figures are those if everything goes exactly as entered.")
        st.caption(plain(untried))
    seen = view.of(case, only)
    figures(case, seen)
    tell(case, seen)


def _runs_of(case: Case) -> tuple[Tried | None, Tried | None]:
    """The runs of the plan, and those on the page, of the plan before if need be; has all of them drawn."""
    found = many_runs.known_for(case)
    if found is None or not found.whole:
        many_runs.want(case, st.empty())
    return found, found or many_runs.last_finished(case)


def tell(case: Case, seen: view.View) -> None:
    """What keeps the figures from what was typed or planned."""
    if told := strip_notes.told_as_html(case, state.speech(), drawn=seen.runs is not None):
        st.html(told)


def figures(case: Case, seen: view.View, *, limits: bool = True) -> None:
    """The four of a view, with what to know folded under them."""
    if seen.runs is not None:
        before = many_runs.before_last_edit(seen.runs) if seen.finished else None
        cells = over_runs.four_figures(seen.case, seen.runs.odds, before, seen.speech)
    else:
        past = state.before_last_edit()
        same_currency = past is not None and past.plan.currency == case.plan.currency
        cells = as_entered.four_figures(case, past if same_currency else None, seen.speech)
    notes = strip_notes.folded_as_html(case, state.speech(), drawn=seen.runs is not None, limits=limits)
    st.html(f'<dl class="strip">{"".join(map(as_html, cells))}</dl>{notes}')


def in_one_line(found: Tried | None, shown: Tried | None) -> str:
    """What the figures are folded under: the headline, or before the first runs that they are there."""
    _ = state.speech().text
    if shown is None:
        return _("Deepest hole, money back, result and pay per hour")
    spoken = Speech.of(state.language(), shown.case.plan)
    said = odds_in_words.headline(shown, spoken)
    return keeper.before_the_change(said) if found is None else said


def lead(found: Tried | None, shown: Tried | None) -> None:
    """The headline. found: the runs of the plan; shown: those on the page, of the plan before where they differ."""
    said = keeper.said(found, shown, lambda each: odds_in_words.headline(each, state.speech(each.case.plan)))
    st.html(f'<p class="odds">{escape(said)}</p>')


def choose_when_money_runs_out(shown: Tried | None) -> None:
    """What the headline follows when the money is gone, and how many that is. shown: the runs on the page."""
    with st.container(gap="xsmall", key="when-money-runs-out"):
        choices.choice_in_line(("chance", "when_money_runs_out"))
        if shown is not None:
            for said in how_counted.stopped_for_money(shown.case, shown.odds, state.speech(shown.case.plan)):
                st.caption(plain(said))


def as_html(cell: Cell) -> str:
    """The cell, everything in it escaped."""
    colour = {-1: "below", 0: "", 1: "above"}[cell.sign]
    change = f"<dd>{escape(cell.change)}</dd>" if cell.change else ""
    return (
        f'<div><dt>{escape(cell.label)}</dt><dd class="figure {colour}">{escape(cell.figure)}</dd>'
        f"{change}<dd>{escape(cell.qualifier)}</dd></div>"
    )
