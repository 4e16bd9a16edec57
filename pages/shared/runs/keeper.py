"""The keeper of slow answers: kept, offered where they are long, told while they are found, stopped by a click.

A page draws its question, its last finished answer and its shape first. What is quick is found with the page; the rest
is found once the page stands, after which it is drawn anew. Any click ends it, since Streamlit then begins a new run.
What can wait is found when nothing was done for a moment after that.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.answer.page import plain
from pages.shared.runs import processes
from pages.shared.runs.memory import keep, keep_for_all, kept, last
from pages.shared.runs.question import MOST_KEPT, Key, Question, Reply, Tell, Work
from pages.shared.session import state, turns
from planner.analysis import mean_of_runs
from planner.simulation.workers import LOOKS_UP, Meanwhile

AT_ONCE = mean_of_runs.AT_ONCE  # expected seconds: most that are spent with a page,
UNASKED = 12.0  # and most that begin by themselves
QUIET = 1.0  # seconds without an edit before what can wait begins
TOLD_EVERY = 0.1  # seconds between two words about progress
THIS_RUN, ASKED, STOPPED = "answers_of_this_run", "answers_asked_for", "answers_stopped"

T = TypeVar("T")
R = TypeVar("R")


@dataclass(slots=True)
class Run:
    """What one run of a page asks for: the seconds spent with it, what waits until it stands, what it offers.

    when_quiet: what waits until it stands and nothing was done for a moment.
    """

    spent: float = 0.0
    waiting: list[tuple[Question[Any], DeltaGenerator]] = field(default_factory=list)
    when_quiet: list[Question[Any]] = field(default_factory=list)
    offered: list[Key] = field(default_factory=list)


def answer(question: Question[T], place: DeltaGenerator | None = None) -> T | None:
    """The answer, if it is kept or quick to find; None where it comes once the page stands, or is offered by a button.

    place: of the page, where that is told or offered; here without one.
    """
    found = quick(question)
    if found is None:
        place = st.empty() if place is None else place
        if _to_be_found(question, place):
            _this_run().waiting.append((question, place))
    return found


def when_quiet(question: Question[T], place: DeltaGenerator) -> T | None:
    """The answer, if it is kept; None where it comes once nothing was done for a moment, or is offered in the place.

    Unless it was asked for, nothing is told while it is found: no page moves for what it can do without.
    """
    known: T | None = kept(question.key)
    if known is not None:
        return keep(question, known)
    if _to_be_found(question, place):
        run = _this_run()
        if question.key in _keys(ASKED):
            run.waiting.append((question, place))
        else:
            run.when_quiet.append(question)
    return None


def quick(question: Question[T]) -> T | None:
    """The answer, if it is kept or quick to find; None otherwise, and nothing is told of it."""
    known: T | None = kept(question.key)
    if known is not None:
        keep(question, known)
        return known
    run = _this_run()
    if question.seconds > AT_ONCE - run.spent:
        return None
    run.spent += question.seconds
    elsewhere = processes.for_page(lambda _asking: _look_up(), "little")
    if elsewhere is not None:
        with turns.lent():
            return _find(question, Work(elsewhere))
    with turns.one():
        return _find(question, Work())


def together(
    name: str, of: tuple[object, ...], parts: Sequence[Question[T]], made: Callable[[tuple[T, ...]], R], what: str
) -> Question[R]:
    """Several questions as one, whose parts are kept as soon as each is found. made: what their answers come to."""

    def find(work: Work) -> R:
        found = []
        for number, part in enumerate(parts):

            def tell(share: float | None, now: str, number: int = number, part: Question[T] = part) -> None:
                work.tell((number + (share or 0.0)) / len(parts), now or part.doing)

            known: T | None = kept(part.key)
            found.append(_find(part, Work(work.executor, tell)) if known is None else known)
        return made(tuple(found))

    missing = [part for part in parts if kept(part.key) is None]
    doing = missing[0].doing if missing else ""
    return Question(name, (of, *(part.key for part in parts)), sum(part.seconds for part in missing), doing, find, what)


def answered(question: Question[T], place: DeltaGenerator, say: Callable[[T], str]) -> Reply[T]:
    """Says the answer in its place under the question of the page; while it is not known, the last one."""
    found, before = answer(question), last(question)
    place.markdown(plain(said(found, before, say)))
    return Reply(found, before if found is None else found)


def said(found: T | None, before: T | None, say: Callable[[T], str]) -> str:
    """The answer in a sentence; while it is not known the last one, with the word that it is of before the change."""
    _ = state.speech().text
    if found is not None:
        return say(found)
    if before is not None:
        return before_the_change(say(before))
    return _("It is known when the plan has been tried many times.")


def before_the_change(answer: str) -> str:
    """What was answered last, where the new answer is not there yet."""
    _ = state.speech().text
    return _("Before the change: {answer}").format(answer=answer)


@contextmanager
def slow_answers_last() -> Iterator[None]:
    """Within it a page is drawn; then the answers are found that it waits for, and it is drawn once more with them."""
    st.session_state[THIS_RUN] = Run()
    try:
        yield
    finally:
        turns.give_back()
    run = _this_run()
    if not run.waiting and not run.when_quiet:
        return
    for question, place in run.waiting:
        tell = telling(question, place)
        _find(question, Work(processes.for_page(waiting(tell, question.doing)), tell))
    if not run.waiting:
        # The page is whole, and whoever clicks need not wait: pages/shared/session/browser.js looks for this.
        st.html(f'<i class="quiet-{st.session_state.get("run", 0)}" hidden></i>')
        _stay_quiet()
        for question in run.when_quiet:
            _find(question, Work(processes.for_page(lambda _asking: _look_up(), "patient"), _look_up))
    st.rerun()


def waiting(tell: Tell, doing: str) -> Meanwhile:
    """Tells of the others who have something computed at the same time, where there are any."""

    def meanwhile(asking: int) -> None:
        if asking < 2:
            tell(None, "")
            return
        others = state.speech().plural("{count} other at the same time", "{count} others at the same time", asking - 1)
        tell(None, f"{doing} ({others})")

    return meanwhile


def _stay_quiet() -> None:
    """Waits for a moment, which any edit ends."""
    began = time.monotonic()
    while time.monotonic() - began < QUIET:
        time.sleep(LOOKS_UP)
        turns.look_up()


def _look_up(_share: float | None = None, _now: str = "") -> None:
    turns.look_up()


def telling(question: Question[T], place: DeltaGenerator) -> Tell:
    """Tells in words above a bar what is done and how far it is, with a button that stops it."""
    speech = state.speech()
    _ = speech.text
    with place.container():
        line = st.empty()
        st.button(_("Stop"), key=f"stop:{question.name}", on_click=_stop, args=(question.key,))
    told, known = 0.0, None

    def tell(share: float | None, now: str) -> None:
        nonlocal told, known
        share = known = known if share is None else share
        if time.monotonic() - told < TOLD_EVERY:
            return
        told = time.monotonic()
        # Writing to the page is also where Streamlit ends the run when something is clicked.
        doing = now or question.doing
        if share is None:
            line.markdown(plain(_("{doing}. Any change or click ends it.").format(doing=doing)))
        else:
            words = _("{doing}: {share} done. Any change or click ends it.")
            line.progress(min(share, 1.0), text=plain(words.format(doing=doing, share=speech.percent(share))))

    tell(0.0, "")
    return tell


def _find(question: Question[T], work: Work) -> T:
    found = question.find(work)
    if question.for_all():
        keep_for_all(question.key, found)
    return keep(question, found)


def _to_be_found(question: Question[T], place: DeltaGenerator) -> bool:
    """Whether it is found by itself and does not wait already; offered by a button where it was stopped, or is long."""
    run, key = _this_run(), question.key
    stopped, waiting = key in _keys(STOPPED), (*(each for each, _place in run.waiting), *run.when_quiet)
    if key in run.offered or any(key == each.key for each in waiting):
        return False
    if stopped or (question.seconds > UNASKED and key not in _keys(ASKED)):
        _offer(question, place, stopped=stopped)
        return False
    return True


def _offer(question: Question[T], place: DeltaGenerator, *, stopped: bool = False) -> None:
    speech = state.speech()
    _ = speech.text
    _this_run().offered.append(question.key)
    why = _("It was stopped.") if stopped else _("With this plan, trying it many times takes a while.")
    seconds = speech.plural("{count} second", "{count} seconds", max(round(question.seconds), 1))
    label = _("Try it now, about {seconds}: {what}").format(seconds=seconds, what=question.what)
    with place.container():
        st.markdown(plain(why))
        st.button(label, key=f"try:{question.name}", on_click=_ask, args=(question.key,))


def _ask(key: Key) -> None:
    _keys(ASKED).append(key)
    del _keys(ASKED)[:-MOST_KEPT]
    if key in _keys(STOPPED):
        _keys(STOPPED).remove(key)


def _stop(key: Key) -> None:
    _keys(STOPPED).append(key)
    del _keys(STOPPED)[:-MOST_KEPT]


def _keys(name: str) -> list[Key]:
    keys: list[Key] = st.session_state.setdefault(name, [])
    return keys


def _this_run() -> Run:
    run: Run = st.session_state.setdefault(THIS_RUN, Run())
    return run
