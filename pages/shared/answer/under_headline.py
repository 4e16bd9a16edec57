"""The lines under the headline, its range among them; how that is found, and which inputs the person knows."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.runs import range_state
from pages.shared.session import state
from planner.analysis.answer import odds_in_words
from planner.analysis.answer.figure import figure_words
from planner.analysis.chance.range_of_loss import FIRST_PATHS, RangeOfLoss
from planner.analysis.chance.sensitivity import Trial
from planner.analysis.chance.tried import Tried
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS
from planner.speech import Speech

KEY = "choice:known."  # reseeded with the other choices, when another plan is opened
MOST_OFFERED = 8  # of the inputs that move the number, the furthest first


def show_lines(found: Tried, *, whole: bool) -> None:
    """Under the headline of a plan that was tried. whole: whether these are all runs of the plan as it stands.

    The range comes after the number, when nothing was done for a moment.
    """
    place = st.empty()
    span = range_state.want(found, place) if whole else None
    for line in odds_in_words.lines_under(found, span, state.speech(found.case.plan)):
        st.caption(plain(line))


def show_how_found(found: Tried) -> None:
    """How the range is found, where it was, and the inputs that the person may say to know."""
    span = range_state.known_for(found)
    if span is not None:
        st.markdown(plain(in_words(span, state.speech(found.case.plan))))
    last = span or range_state.last_finished()
    if last is not None:
        choose_known(last)


def in_words(span: RangeOfLoss, speech: Speech) -> str:
    """How it is found, and what the input that moves the number furthest comes to at its ends."""
    _ = speech.text
    text = _(
        "For the range each input is put at the low and at the high end of what is published or judged of it, one at a "
        "time, on the same draws and all else as you state it: all of them in {few} runs each, then those that move "
        "the number furthest in {runs}. What each end rests on stands under “What does it hang on?”."
    )
    said = text.format(few=speech.number(FIRST_PATHS), runs=speech.number(span.runs))
    bar = span.widest
    if bar is None:
        return said

    def at(end: Trial) -> str:
        return _("{count} of 100 at {figure}").format(
            count=odds_in_words.count(end.lose, speech, end.runs),
            figure=figure_words(end.figure, INPUTS[bar.path].unit, speech),
        )

    text = _("Most by “{input}”: {low}, {high} lose money.")
    return f"{said} " + text.format(input=_(INPUTS[bar.path].title), low=at(bar.low), high=at(bar.high))


def choose_known(last: RangeOfLoss) -> None:
    """Which inputs the person knows, of those that move the number; what is known does not move."""
    _, known = state.speech().text, state.plan_file().known
    offered = list(dict.fromkeys((*known, *last.known, *last.moving[:MOST_OFFERED])))
    if not offered:
        return
    key, first = state.seeded(KEY, list(known))

    def title(path: Path) -> str:
        return _(INPUTS[path].title)

    st.pills(
        _("What do you know for certain? It then stays as you state it, and the rest gives the range."),
        offered,
        selection_mode="multi",
        default=first,
        format_func=title,
        key=key,
        on_change=_chosen,
        args=(key,),
        wrap=True,
    )


def _chosen(key: str) -> None:
    if key in st.session_state:  # not where all were drawn anew meanwhile
        range_state.know(st.session_state[key])
