"""One figure or rule of a cited file as a reader checks it: what it says, what it rests on, and where it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planner.analysis.company.citation import is_unstated, rests_on, unknown_in_words
from planner.inputs.cited.figure import YOURS, Cited, NotFound
from planner.inputs.cited.source import Source
from planner.speech import Speech

Standing = Literal["known", "weak", "yours", "unknown", "asked", "told"]


@dataclass(frozen=True, slots=True)
class CitedFact:
    """One figure or rule in one language. Every text is plain, still to be escaped where it is shown as HTML.

    values: the figure, a line or several; none where the title says it. standing "told": something beside the figures,
    such as a limit. rests_on: kind, year and grade. remarks: formula, note or reason. source_label: what the source is
    to this fact.
    """

    title: str
    values: tuple[str, ...]
    standing: Standing
    rests_on: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    source: Source | None = None
    source_label: str = ""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together, under a heading. key: a name for the group that no language changes."""

    key: str
    title: str
    facts: tuple[CitedFact, ...]


def cited_fact(
    title: str,
    values: tuple[str, ...],
    entry: Cited,
    sources: Mapping[str, Source],
    speech: Speech,
    *,
    remarks: tuple[str, ...] = (),
) -> CitedFact:
    """What somebody published, what was derived from it, or what the person stated.

    remarks: what is said of the entry before its formula and its note.
    """
    _ = speech.text
    return CitedFact(
        title,
        values,
        standing_of(entry),
        rests_on(entry, speech),
        (*remarks, *_formula_and_note(entry, speech)),
        sources[entry.source],
        _("Source"),
    )


def standing_of(entry: Cited) -> Standing:
    """How a cited entry looks."""
    if entry.kind == YOURS:
        return "yours"
    return "weak" if entry.grade == "weak" else "known"


def not_found_fact(title: str, entry: NotFound, sources: Mapping[str, Source], speech: Speech) -> CitedFact:
    """Looked for, and not found."""
    _ = speech.text
    source = None if entry.source is None else sources[entry.source]
    label = _("Source of what is said instead")
    remarks = () if is_unstated(entry) else (speech.told(entry.not_found),)
    return CitedFact(title, (unknown_in_words(entry, speech),), "unknown", (), remarks, source, label)


def _formula_and_note(entry: Cited, speech: Speech) -> Iterator[str]:
    _ = speech.text
    if entry.formula is not None:
        yield _("Formula: {formula}").format(formula=speech.told(entry.formula))
    if entry.note is not None:
        yield speech.told(entry.note)
