"""What two people keep with a plan: who said what, notes, the talk. Each change is a step that can be taken back."""

from datetime import date
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from pages.shared.session import history, once, state
from planner.errors import Fault
from planner.inputs.faults import faults_of
from planner.inputs.path import Path
from planner.inputs.plan_file import PlanFile, with_changes
from planner.inputs.together.ledger import Said
from planner.inputs.together.notes import Note, PinnedTo
from planner.inputs.together.talk import Moment, Step, Talk
from planner.language import mark

DATES_NAME = 16  # letters: two plans of the world would have to begin with the same 64 random bits
MY_NAME = "my_name"  # as whoever types calls themselves, while the session lasts
NO_DAY = mark("This is no day. Write it as year, month and day, such as {example}.")


def today() -> date:
    """The day that something is said on."""
    return date.today()  # noqa: DTZ011 (as the person's own calendar has it)


def keep(**changes: Any) -> tuple[Fault, ...]:
    """Changes what the plan's file holds; or leaves it as it is and returns what is wrong with it."""
    try:
        file = with_changes(state.plan_file(), **changes)
    except ValidationError as error:
        return faults_of(error, PlanFile)
    return state.store(file)


def said(path: Path) -> Said:
    """What was said of an input; of most, nothing."""
    return state.plan_file().ledger.get(path, Said())


def say(path: Path, **changed: Any) -> tuple[Fault, ...]:
    """States anew some of what was said of an input."""
    ledger = dict(state.plan_file().ledger)
    return keep(ledger=ledger | {path: dict(said(path)) | changed})


def as_day(text: str | None) -> date | Fault | None:
    """A day as it is typed, or why it is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return Fault("", NO_DAY, text, parameters={"example": today().isoformat()})


def notes_on(to: PinnedTo, place: str) -> list[tuple[int, Note]]:
    """The notes on one thing, each with its place among all."""
    return [(at, note) for at, note in enumerate(state.plan_file().notes) if (note.to, note.place) == (to, place)]


def remark(text: str, by: str) -> dict[str, Any]:
    """What somebody writes today."""
    return {"text": text, "by": by, "day": today()}


def pin(to: PinnedTo, place: str, text: str, by: str) -> tuple[Fault, ...]:
    """Begins a note on one thing."""
    note = {"to": to, "place": place, "thread": (remark(text, by),)}
    return keep(notes=(*state.plan_file().notes, note))


def answer(number: int, text: str, by: str) -> tuple[Fault, ...]:
    """Adds to a note, which is open again thereby."""
    note = state.plan_file().notes[number]
    thread = (*note.thread, remark(text, by))
    return _with_note(number, dict(note) | {"thread": thread, "done": False})


def settle(number: int, *, done: bool) -> None:
    """Says that a note is done, or open again."""
    _with_note(number, dict(state.plan_file().notes[number]) | {"done": done})


def take_away(number: int) -> None:
    """Deletes a note with all that was written to it."""
    notes = list(state.plan_file().notes)
    del notes[number]
    keep(notes=tuple(notes))


def turn_to(step: Step) -> None:
    """Goes to a step of the talk, which is no step to be taken back."""
    _quietly(step=step)


def note_down(log: tuple[Moment, ...]) -> None:
    """Keeps what was changed as the log of the talk has it; it goes with the changes, and is no step by itself."""
    if log != talk().log:
        _quietly(log=log)


def _quietly(**changed: Any) -> None:
    file = state.plan_file()
    state.keep_quietly(with_changes(file, talk=dict(file.talk) | changed))


def name_dates(*, anew: bool = False) -> None:
    """Gives the plan's dates in a calendar a name of their own; once, or anew where it becomes another plan. A step
    back that leaves the plan without it finds the same again.
    """
    if anew:
        _quietly(dates=uuid4().hex[:DATES_NAME])
    elif talk().dates is None:
        _quietly(dates=once.made("dates_name", (history.opened(),), lambda: uuid4().hex[:DATES_NAME]))


def talk() -> Talk:
    """The talk, as far as it went."""
    return state.plan_file().talk


def in_talk(**changed: Any) -> tuple[Fault, ...]:
    """States anew some of what the talk holds."""
    return keep(talk=dict(talk()) | changed)


def _with_note(number: int, note: dict[str, Any]) -> tuple[Fault, ...]:
    notes: list[Any] = list(state.plan_file().notes)
    notes[number] = note
    return keep(notes=tuple(notes))
