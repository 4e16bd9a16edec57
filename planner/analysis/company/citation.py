"""What a citation rests on, in words: kind, year and grade of its source; and what nothing says about a company."""

from datetime import date

from planner.analysis.company.facts import NOT_DISCLOSED
from planner.inputs.cited.figure import YOURS, Cited, NotFound
from planner.inputs.cited.source import Source
from planner.inputs.company.company import Company
from planner.inputs.own_company.assumed import NOT_STATED
from planner.inputs.own_company.own_company import YOUR_DOCUMENTS, your_documents
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


def title_in(source: Source, speech: Speech) -> str:
    """What a source is called: that of one's own documents and INVENTED in one language, all others as published."""
    if source.title == your_documents()["title"]:
        return speech.text(YOUR_DOCUMENTS)
    return speech.text(source.title)


def rests_on(entry: Cited, speech: Speech) -> tuple[str, ...]:
    """The kind of an entry, its year and the grade of its source."""
    _ = speech.text
    if entry.kind == YOURS and entry.year != "undated":
        return (_(mark("yours, stated {year}")).format(year=entry.year),)
    return (_(KINDS[entry.kind]), year_in_words(entry.year, entry.read, speech), _(GRADES[entry.grade]))


def is_ones_own(company: Company) -> bool:
    """Whether a person entered it, so that nobody looked for anything; not a version of a published one."""
    return company.yours and company.version_of is None


def is_unstated(entry: NotFound) -> bool:
    """Whether the person has stated nothing yet, rather than that nothing was found."""
    return entry.not_found.en == NOT_STATED


def unknown_in_words(entry: NotFound, speech: Speech) -> str:
    """Why there is no figure, in a few words."""
    _ = speech.text
    return _("not stated by you") if is_unstated(entry) else speech.say(NOT_DISCLOSED)


def unknown_of(company: Company, speech: Speech) -> str:
    """The same of anything that a company does not say."""
    _ = speech.text
    return _("not stated by you") if is_ones_own(company) else speech.say(NOT_DISCLOSED)


def own_or(company: Company, own: str, published: str) -> str:
    """What is said of a company that the person entered, or what is said of any other."""
    return own if is_ones_own(company) else published
