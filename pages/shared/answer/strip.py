"""The strip: four figures, always the same in the same order, on every page where something is changed or read."""

from html import escape

import streamlit as st

from pages.shared.answer import counted, people
from pages.shared.answer import notes as strip_notes
from pages.shared.answer.page import as_label, plain
from pages.shared.runs import keeper, many_runs
from pages.shared.session import state
from planner.analysis.answer import as_entered, odds_in_words, over_runs
from planner.analysis.answer.cell import Cell
from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.speech import Speech

VIEW, MIDDLE, EXACTLY = "strip_view", "middle", "exactly"


def show_strip(case: Case, *, headline: bool = True, full: bool = False) -> None:
    """The four figures of the plan, each with what the last edit changed in it, and what to know about them.

    Above them how many of 100 people lose money, unless the page has said so already (headline). In full where they are
    the answer; elsewhere as one line that opens, since nobody reads them nine times.
    """
    speech = state.speech()
    found = many_runs.known_for(case)
    shown = found or many_runs.last_finished(case)
    if found is None or not found.whole:
        many_runs.want(case, st.empty())
    if full:
        lead(found, shown, headline=headline)
        drawn = figures(case, found, shown, speech)
    else:
        with st.expander(as_label(in_one_line(found, shown, headline=headline)), key="strip"):
            drawn = figures(case, found, shown, speech)
        if found is not None and headline:
            show_remarks(found)
    if told := strip_notes.told_as_html(case, speech, drawn=drawn):
        st.html(told)


def figures(case: Case, found: Tried | None, shown: Tried | None, speech: Speech) -> bool:
    """The four of the view that is chosen, with what to know folded under them. Whether they are those of the runs."""
    drawn = shown is not None and choose_view(shown, speech) == MIDDLE
    if drawn and shown is not None:
        last = None if found is None else many_runs.before_last_edit(found)
        spoken = Speech.of(speech.language, shown.case.plan)
        cells = over_runs.four_figures(shown.case, shown.odds, last, spoken)
    else:
        past = state.before_last_edit()
        same_currency = past is not None and past.plan.currency == case.plan.currency
        cells = as_entered.four_figures(case, past if same_currency else None, speech)
    notes = strip_notes.folded_as_html(case, speech, drawn=drawn)
    st.html(f'<dl class="strip">{"".join(map(as_html, cells))}</dl>{notes}')
    return drawn


def in_one_line(found: Tried | None, shown: Tried | None, *, headline: bool) -> str:
    """What the figures are folded under: the headline, or where the page has said it, that they are there."""
    _ = state.speech().text
    if shown is None or (found is not None and not headline):
        return _("Deepest hole, money back, result and pay per hour")
    spoken = Speech.of(state.language(), shown.case.plan)
    said = odds_in_words.headline(shown, spoken)
    return keeper.before_the_change(said) if found is None else said


def lead(found: Tried | None, shown: Tried | None, *, headline: bool) -> None:
    """The line above the figures. found: the runs of the plan, shown: those on the page, of the plan before if need be.

    headline: whether the headline is part of it; that it is of the plan before, or not there yet, is always said.
    """
    _ = state.speech().text
    if shown is None:
        waiting = _("Until the plan has been tried, the figures are those if everything goes exactly as entered.")
        st.caption(plain(waiting))
        return
    spoken = Speech.of(state.language(), shown.case.plan)
    if found is None:
        before = keeper.before_the_change(odds_in_words.headline(shown, spoken))
        st.html(f'<p class="odds">{escape(before)}</p>')
    elif headline:
        st.html(f'<p class="odds">{escape(odds_in_words.headline(shown, spoken))}</p>')
        show_remarks(shown)


def show_remarks(found: Tried) -> None:
    """How little a headline of few runs says, or of more people than there are, for who sees only this page."""
    spoken = Speech.of(state.language(), found.case.plan)
    needed = people.more_than_there_are(found.case.plan, spoken)[:1]
    for remark in (*odds_in_words.remarks(found, spoken), *map(people.if_nobody_ran_out(spoken).format, needed)):
        st.caption(plain(remark))


def choose_view(shown: Tried, speech: Speech) -> str:
    """The middle of the runs, or what follows if everything goes exactly as entered; beside it how runs are counted."""
    _ = speech.text
    titles = {
        MIDDLE: _("Middle of {runs} runs").format(runs=speech.number(shown.simulation.paths)),
        EXACTLY: _("If everything goes exactly as entered"),
    }
    with st.container(horizontal=True, vertical_alignment="center", key="strip-view"):
        view = st.pills(
            _("What the four figures show"),
            list(titles),
            default=MIDDLE,
            format_func=titles.__getitem__,
            key=VIEW,
            persist_state="session",
            required=True,
            wrap=True,
            label_visibility="collapsed",
        )
        with st.popover(_("How is this counted?")):
            counted.show_counted(shown)
    return str(view)


def as_html(cell: Cell) -> str:
    """The cell, everything in it escaped."""
    colour = {-1: "below", 0: "", 1: "above"}[cell.sign]
    change = f"<dd>{escape(cell.change)}</dd>" if cell.change else ""
    return (
        f'<div><dt>{escape(cell.label)}</dt><dd class="figure {colour}">{escape(cell.figure)}</dd>'
        f"{change}<dd>{escape(cell.qualifier)}</dd></div>"
    )
