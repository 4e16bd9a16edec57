"""What a citation rests on, in words: the kind of a figure, its year and the grade of its source."""

from datetime import date

from planner.inputs.cited.figure import YOURS, Cited
from planner.language import mark
from planner.speech import Speech

KINDS = {
    "published": mark("published"),
    "derived": mark("derived"),
    "invented": mark("invented"),
    "yours": mark("yours"),
}
GRADES = {
    "primary": mark("primary source"),
    "secondary": mark("secondary source"),
    "weak": mark("weak source"),
    "yours": mark("from your own documents"),
}


def year_in_words(year: int | str | None, read: date | str | None, speech: Speech) -> str:
    """The year of a figure; of an undated one the day on which it was read."""
    return speech.text(mark("undated, read {date}")).format(date=read) if year == "undated" else str(year)


def rests_on(entry: Cited, speech: Speech) -> tuple[str, ...]:
    """The kind of an entry, its year and the grade of its source."""
    _ = speech.text
    if entry.kind == YOURS and entry.year != "undated":
        return (_(mark("yours, stated {year}")).format(year=entry.year),)
    return (_(KINDS[entry.kind]), year_in_words(entry.year, entry.read, speech), _(GRADES[entry.grade]))
