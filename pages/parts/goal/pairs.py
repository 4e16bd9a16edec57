"""Where no input alone reaches the goal: two that a person could change together, as a curve to be read off."""

from functools import cache

import altair as alt
import streamlit as st

from pages.parts.goal.tables import PAID_LESS
from pages.parts.goal.words import goal_in_words, input_title, valued
from pages.shared.answer.page import plain
from pages.shared.draw import charts, specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.tables import Row, Table
from pages.shared.runs import keeper
from pages.shared.runs.question import Question, Work
from pages.shared.session import state
from planner.analysis.answer.odds_in_words import count
from planner.analysis.answer.rare import how_rare_then, rare_in_short
from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import Answer
from planner.analysis.chance.goals import Goal
from planner.analysis.chance.pairs import RUNS, Pair, Point, pairs_of, seconds_for_pairs, seek_pairs
from planner.language import Language, mark
from planner.speech import Speech

HEIGHT = 220


def show(case: Case, found: tuple[Answer, ...]) -> None:
    """The pairs that reach the goal, where nothing of what was asked reaches it alone."""
    if any(each.sampled.at.reached and not each.beyond for each in found) or not pairs_of(case.plan):
        return
    speech, goal = state.speech(), found[0].goal
    _ = speech.text
    st.header(plain(_("What two of them would have to be together")), anchor=False)
    pairs = keeper.answer(_asked(case, goal))
    for pair in sorted(pairs or (), key=lambda each: each.nearest is None):
        if pair.nearest is None:
            st.markdown(plain(_never(pair, goal, speech)))
        else:
            st.markdown(f"**{plain(_in_short(pair, pair.nearest, speech))}**")
            charts.show(chart_of(pair, pair.nearest, goal, speech), f"goal_pair_{pair.second.path[-1]}")


def _asked(case: Case, goal: Goal) -> Question[tuple[Pair, ...]]:
    _ = state.speech().text

    def find(work: Work) -> tuple[Pair, ...]:
        return seek_pairs(case, goal, RUNS, lambda _turned, _value: work.tell(None, ""), work.executor)

    doing = _("Two inputs together are searched for")
    what = _("two inputs together")
    seconds = seconds_for_pairs(case.plan, company=case.company)
    return Question("goal_pairs", (case.plan, case.company, goal), seconds, doing, find, what)


def _in_short(pair: Pair, nearest: Point, speech: Speech) -> str:
    """The two values, over their curve."""
    return speech.text(mark("{first}: {value}, with {second}: {other}")).format(
        first=input_title(pair.first, speech),
        value=valued(pair.first, nearest.first, speech),
        second=input_title(pair.second, speech),
        other=valued(pair.second, nearest.second, speech),
    )


def _nearest(pair: Pair, nearest: Point, goal: Goal, speech: Speech) -> str:
    _ = speech.text
    words = _(
        "{goal}, the nearest together is “{first}” {value} instead of {now}, with “{second}” {other} instead of "
        "{planned}; then {lose} of 100 lose money, in {runs} runs."
    )
    said = words.format(
        goal=goal_in_words(goal, speech),
        first=input_title(pair.first, speech),
        value=valued(pair.first, nearest.first, speech),
        now=valued(pair.first, pair.first.now, speech),
        second=input_title(pair.second, speech),
        other=valued(pair.second, nearest.second, speech),
        planned=valued(pair.second, pair.second.now, speech),
        lose=count(nearest.lose, speech, nearest.runs),
        runs=speech.number(nearest.runs),
    )
    return " ".join([said, how_rare_then(nearest.case, _("both"), speech)])


def _never(pair: Pair, goal: Goal, speech: Speech) -> str:
    _ = speech.text
    words = _("{goal}, “{first}” is not enough together with “{second}” either, tried from {now} to {end}.")
    if pair.left_out:
        words = _(
            "{goal}: whether “{first}” together with “{second}”, from {now} to {end}, is enough is not known. With "
            "teams as large as these a trial takes so long that most were left out."
        )
    return words.format(
        goal=goal_in_words(goal, speech),
        first=input_title(pair.first, speech),
        second=input_title(pair.second, speech),
        now=valued(pair.second, pair.second.now, speech),
        end=valued(pair.second, pair.end, speech),
    )


def chart_of(pair: Pair, nearest: Point, goal: Goal, speech: Speech) -> Chart:
    """The curve with the nearest pair in a sentence and how rare it is, and every pair in a table."""
    _ = speech.text
    first, second = (input_title(turned, speech) for turned in (pair.first, pair.second))
    rows = [
        (valued(pair.second, each.second, speech), valued(pair.first, each.first, speech), each) for each in pair.points
    ]
    return Chart(
        _spec(speech.language, first, second),
        {
            "second": [other for other, _value, _point in rows],
            "first": [each.first for each in pair.points],
            "said": [value for _other, value, _point in rows],
        },
        _nearest(pair, nearest, goal, speech),
        Table(
            _("Pairs that reach it"),
            (second, first, _("Lose money, of 100"), _(PAID_LESS)),
            tuple(
                Row(other, (value, count(each.lose, speech, each.runs), rare_in_short(each.case, speech)))
                for other, value, each in rows
            ),
            words=True,
        ),
    )


@cache
def _spec(language: Language, first: str, second: str) -> specs.Spec:
    """A curve of pairs, each labelled with both values in words. Columns: second (in words), first, said (in words)."""
    axis = alt.X("second:O", title=second, sort=None, axis=alt.Axis(labelAngle=0, grid=False))  # in equal steps
    height = alt.Y("first:Q", title=first, scale=alt.Scale(padding=24, zero=True), axis=alt.Axis(labels=False))
    data = alt.Chart().encode(x=axis, y=height)
    layers = [
        data.mark_line(color=specs.INK, strokeWidth=2, aria=False),
        data.mark_point(color=specs.INK, filled=True, size=60, aria=False),
        data.mark_text(dy=-14, fontSize=specs.LABEL_SIZE, aria=False).encode(text="said:N"),
    ]
    return specs.finished(layers, HEIGHT, language)
