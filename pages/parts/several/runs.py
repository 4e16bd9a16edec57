"""Many plans are tried a few at a time, quick ones first: few runs of each that takes longer, then all."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.several.listed import MOST, SECONDS, TRIED, Listed
from pages.shared.runs import keeper, many_runs, memory
from pages.shared.runs.question import Question, Work
from pages.shared.session import state
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.odds import Odds
from planner.analysis.chance.tried import RUNS, Tried

FEW = 200  # runs that come first of a plan that takes longer than
QUICK = 1.0  # so many expected seconds
AT_A_TIME = 2.0  # expected seconds of what is found before the page is drawn with it
LEAST = 4  # runs, of teams however large


@dataclass(frozen=True, slots=True)
class Judged:
    """What a listed plan comes to over so many runs."""

    runs: int
    odds: Odds


def known(each: Listed) -> Judged | None:
    """What is known of a plan; None before any of its runs are finished."""
    every: dict[int, Judged] = st.session_state.setdefault(TRIED, {})
    for runs in (RUNS, _few(each)):
        found = memory.kept(_question(each, runs).key)
        if found is not None and (each.number not in every or every[each.number].runs < runs):
            # Here, since another plan that is opened makes the session forget its answers.
            every[each.number] = found
    return every.get(each.number)


def want(listed: tuple[Listed, ...], place: DeltaGenerator) -> None:
    """Has those that are not known tried: what is quick at once, the rest a few at a time once the page stands.

    After each time the page is drawn anew. What takes very long is left at few runs.
    """
    _ = state.speech().text
    while chunk := _chunk(listed):
        asked = keeper.together("several", (), chunk, len, _("the plans that are listed"))
        if keeper.answer(asked, place) is None:
            return


def _chunk(listed: tuple[Listed, ...]) -> list[Question[Judged]]:
    """What is tried next, the quick ones first."""
    asked = sorted((each for one in listed if (each := _next(one)) is not None), key=lambda each: each.seconds)
    chunk = asked[:1]
    for question in asked[1:]:
        if sum(each.seconds for each in (*chunk, question)) <= AT_A_TIME:
            chunk.append(question)
    return chunk


def finished(each: Listed) -> bool:
    """Whether no more runs of a plan come by themselves."""
    return _next(each) is None


def _next(each: Listed) -> Question[Judged] | None:
    """What is to be tried of a plan next; None where all is known that is found by itself."""
    found, whole = known(each), _question(each, RUNS)
    if found is None:
        return whole if whole.seconds <= QUICK else _question(each, _few(each))
    return whole if found.runs < RUNS and whole.seconds <= keeper.UNASKED else None


def _few(each: Listed) -> int:
    return min(FEW, max(int(AT_A_TIME / _seconds_of_one(each)), LEAST))


def _seconds_of_one(each: Listed) -> float:
    """About how long a run takes."""
    known_ones: dict[int, float] = st.session_state.setdefault(SECONDS, {})
    if each.number not in known_ones:
        known_ones[each.number] = expected_seconds(each.file.plan, RUNS, company=each.company) / RUNS
    return known_ones[each.number]


def _question(each: Listed, runs: int) -> Question[Judged]:
    def find(work: Work) -> Judged:
        kept = many_runs.kept_for(each.case()) if runs == RUNS else None
        tried = kept or Tried.of(each.case(), runs, work.executor, work.part())
        return Judged(runs, tried.odds)

    _ = state.speech().text
    doing = _("{name} is being tried many times").format(name=each.name)
    of = (each.file.plan, each.company, runs)
    return Question("several_runs", of, _seconds_of_one(each) * runs, doing, find, keeps=2 * MOST)
