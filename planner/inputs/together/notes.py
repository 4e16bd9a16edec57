"""Notes pinned to an input, a figure, a page or a step of the talk, each with a thread, and done or not."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import WITHOUT_UNSEEN, Record
from planner.inputs.faults import shown
from planner.inputs.path import parse
from planner.inputs.plan.plan import INPUTS
from planner.inputs.together.ledger import PersonName
from planner.language import mark

PinnedTo = Literal["input", "figure", "page", "step"]
LONGEST_REMARK = 1_000
MOST_REMARKS = 30
MOST_NOTES = 100

# The figures of the strip that a note can be on, by the name that a plan's file has for them.
FIGURES: dict[str, str] = {
    "lose": mark("How many of 100 lose"),
    "deepest_hole": mark("Deepest hole"),
    "money_back": mark("Money back"),
    "result": mark("What is left at the end"),
    "per_hour": mark("Per hour worked"),
}

RemarkText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_REMARK), WITHOUT_UNSEEN
]


def _plain_name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9_.]+", value):
        raise PydanticCustomError("place_name", "no name of a place", {"found": shown(value)})
    return value


PlaceName = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_plain_name)]


class Remark(Record):
    """What somebody wrote. by: as they call themselves; empty where they did not."""

    text: RemarkText
    by: PersonName = ""
    day: date | None = None


class Note(Record):
    """Remarks on one thing, the first first. place: the path of an input, or the name of a figure, page or step.

    A page or a step that is no longer there keeps its notes.
    """

    to: PinnedTo
    place: PlaceName
    thread: tuple[Remark, ...] = Field(min_length=1, max_length=MOST_REMARKS)
    done: bool = False


def with_all_of(before: tuple[Note, ...], after: tuple[Note, ...]) -> tuple[Note, ...]:
    """The later notes with those of before that were taken out of them, or out of whose thread something was."""
    added, kept = list(after), []
    for note in before:
        went_on = next((each for each in added if _goes_on(note, each)), None)
        if went_on is not None:
            added.remove(went_on)
        kept.append(went_on or note)
    return (*kept, *added)[:MOST_NOTES]


def _goes_on(before: Note, after: Note) -> bool:
    same = (before.to, before.place) == (after.to, after.place)
    return same and after.thread[: len(before.thread)] == before.thread


def _on_what_there_is(value: tuple[Note, ...]) -> tuple[Note, ...]:
    for index, note in enumerate(value):
        if note.to == "input" and parse(note.place) not in INPUTS:
            raise PydanticCustomError("note_input", "no input", {"key": index, "found": shown(note.place)})
    return value


Notes = Annotated[tuple[Note, ...], Field(max_length=MOST_NOTES), AfterValidator(_on_what_there_is)]
