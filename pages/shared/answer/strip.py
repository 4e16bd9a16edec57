"""The strip: four figures, always the same in the same order, on every page where something is changed or read."""

from html import escape

import streamlit as st

from pages.shared.answer import bounds, counted, odds_words, people
from pages.shared.answer import notes as strip_notes
from pages.shared.answer.cell import Cell, as_html, deeper, difference, sign, signed
from pages.shared.answer.odds_cells import odds_cells
from pages.shared.answer.page import as_label, plain
from pages.shared.runs import keeper, odds_state
from pages.shared.runs.odds_state import Known
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.measures import reasons
from planner.analysis.measures.milestones import CENT, Milestone
from planner.speech import Speech

# Both colours are at least 3:1 on the light and the dark page, as large text must be; the sign is written out too.
# The height leaves room for what the last edit changed, so that nothing moves when it comes and goes.


VIEW, MIDDLE, EXACTLY = "strip_view", "middle", "exactly"


def show_strip(case: Case, *, headline: bool = True, full: bool = False) -> None:
    """The four figures of the plan, each with what the last edit changed in it, and what to know about them.

    Above them how many of 100 people lose money, unless the page has said so already (headline). In full where they are
    the answer; elsewhere as one line that opens, since nobody reads them nine times.
    """
    speech = state.speech()
    found = odds_state.known_for(case)
    shown = found or odds_state.last_finished(case)
    if found is None or not found.whole:
        odds_state.want(case, st.empty())
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


def figures(case: Case, found: Known | None, shown: Known | None, speech: Speech) -> bool:
    """The four of the view that is chosen, with what to know folded under them. Whether they are those of the runs."""
    drawn = shown is not None and choose_view(shown, speech) == MIDDLE
    if drawn and shown is not None:
        before = None if found is None else odds_state.before_last_edit(found)
        spoken = Speech.of(speech.language, shown.case.plan)
        cells = odds_cells(shown, None if before is None else before.odds, spoken)
    else:
        past = state.before_last_edit()
        same_currency = past is not None and past.plan.currency == case.plan.currency
        cells = strip_cells(case, past if same_currency else None, speech)
    notes = strip_notes.folded_as_html(case, speech, drawn=drawn)
    st.html(f'<dl class="strip">{"".join(map(as_html, cells))}</dl>{notes}')
    return drawn


def in_one_line(found: Known | None, shown: Known | None, *, headline: bool) -> str:
    """What the figures are folded under: the headline, or where the page has said it, that they are there."""
    _ = state.speech().text
    if shown is None or (found is not None and not headline):
        return _("Deepest hole, money back, result and pay per hour")
    spoken = Speech.of(state.language(), shown.case.plan)
    said = odds_words.headline(shown, spoken, reserved=False)
    return keeper.before_the_change(said) if found is None else said


def lead(found: Known | None, shown: Known | None, *, headline: bool) -> None:
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
        before = keeper.before_the_change(odds_words.headline(shown, spoken, reserved=False))
        st.html(f'<p class="odds">{escape(before)}</p>')
    elif headline:
        st.html(f'<p class="odds">{escape(odds_words.headline(shown, spoken, reserved=False))}</p>')
        show_remarks(shown)


def show_remarks(found: Known) -> None:
    """How little a headline of few runs says, or of more people than there are, for who sees only this page."""
    spoken = Speech.of(state.language(), found.case.plan)
    needed = people.more_than_there_are(found.case.plan, spoken)[:1]
    for remark in (*odds_words.remarks(found, spoken), *map(people.if_nobody_ran_out(spoken).format, needed)):
        st.caption(plain(remark))


def choose_view(shown: Known, speech: Speech) -> str:
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


def strip_cells(case: Case, before: Case | None, speech: Speech) -> tuple[Cell, ...]:
    """The four figures, in their order."""
    return (
        _deepest_hole(case, before, speech),
        _money_back(case, before, speech),
        _total(case, before, speech),
        _per_hour(case, before, speech),
    )


def in_a_sentence(case: Case) -> str:
    """The plan's answer in one sentence: how deep the hole is and when the money is back."""
    speech, measures, projection = state.speech(), case.measures, case.projection
    _ = speech.text
    if measures.peak_funding_need < CENT:
        text = _(
            "If everything goes exactly as entered, your money never goes below zero; "
            "after {months} you are at {total}."
        )
    elif measures.payback.month is None:
        text = _(
            "If everything goes exactly as entered, you are {hole} down at the deepest, in {month}; "
            "the money is not back within {months}."
        )
    else:
        text = _(
            "If everything goes exactly as entered, you are {hole} down at the deepest, in {month}; "
            "the money is back in {back}."
        )
    return text.format(
        hole=bounds.at_least(speech.money(measures.peak_funding_need), projection, speech),
        month=speech.month(measures.peak_funding_month),
        months=speech.months(case.plan.horizon_months),
        back=bounds.before(speech.month(measures.payback.month or 0), projection, speech),
        total=bounds.before(speech.money(measures.total), projection, speech),
    )


def _deepest_hole(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Deepest hole")
    need = case.measures.peak_funding_need
    change = deeper(need, None if before is None else before.measures.peak_funding_need, speech)
    if need < CENT:
        qualifier = bounds.qualifier(_("your money never goes below zero"), case.projection, speech)
        return Cell(label, speech.money(0), qualifier, 0, change)
    figure = bounds.at_least(speech.money(need), case.projection, speech)
    return Cell(label, figure, speech.month(case.measures.peak_funding_month), -1, change)


def _money_back(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Money back")
    figure, qualifier = _payback_words(case, speech)
    change = ""
    if before is not None:
        was = _payback_words(before, speech)[0]
        change = "" if was == figure else _("before: {figure}").format(figure=was)
    payback = case.measures.payback
    return Cell(label, figure, qualifier, _sign_of(payback, case), change)


def _sign_of(payback: Milestone, case: Case) -> int:
    if payback.month is not None:
        return 1
    return -1 if case.measures.peak_funding_need >= CENT else 0


def _payback_words(case: Case, speech: Speech) -> tuple[str, str]:
    _ = speech.text
    payback, projection = case.measures.payback, case.projection
    if payback.month is not None:
        calendar = bounds.before(speech.calendar(payback.month), projection, speech)
        return _("month {number}").format(number=payback.month), calendar
    if case.measures.peak_funding_need < CENT:
        return _("nothing"), bounds.before(_("to pay back"), projection, speech)
    rising = reasons.pace(projection.statement.cumulative_cash_flow[:, 0]) >= CENT
    figure = _("Not yet") if rising else _("Never")
    if payback.lost is not None:
        return figure, _("for good; reached in month {number}, then lost").format(number=payback.lost)
    return figure, _("within {months}").format(months=speech.months(case.plan.horizon_months))


def _total(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    total = case.measures.total
    label = _("After {months}").format(months=speech.months(case.plan.horizon_months))
    change = difference(total, None if before is None else before.measures.total, speech)
    qualifier = bounds.qualifier(_("all money in less all money out"), case.projection, speech)
    return Cell(label, signed(total, speech), qualifier, sign(total), change)


def _per_hour(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Per hour worked")
    rate = case.measures.earnings_per_hour
    if rate is None:
        return Cell(label, _("no hours"), _("you state 0 hours a week"))
    was = before.measures.earnings_per_hour if before is not None else None
    change = difference(rate, was, speech, 2)
    hours = _("{hours} hours in all").format(hours=speech.number(case.measures.hours))
    qualifier = bounds.before(hours, case.projection, speech)
    return Cell(label, signed(rate, speech, 2), qualifier, sign(rate), change)
