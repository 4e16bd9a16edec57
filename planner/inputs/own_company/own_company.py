"""A company of one's own: a copy of another, in which a person states figures from their own documents.

What is stated is of kind, grade and source "yours"; everything else keeps its citation, so that the two are told apart.
Every change is checked as a file is, and one that does not fit leaves the company as it was.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from planner.errors import Fault
from planner.inputs.cited.figure import YOURS
from planner.inputs.cited.file import faults_of_sources
from planner.inputs.company.company import OWN_PREFIX, Company
from planner.inputs.faults import checked
from planner.inputs.own_company.assumed import (
    NEEDED_FOR_PAY,
    ask_what_pay_needs,
    is_not_stated,
    no_longer_ask,
    not_stated,
)
from planner.inputs.own_company.places import parts_of, place_of, places_of
from planner.inputs.own_company.size import faults_of_size, faults_of_text, numbered
from planner.inputs.own_company.stating import Tables, state_in
from planner.inputs.path import at, parse, put, take_away
from planner.language import LANGUAGES, in_every_language, mark

Checked = tuple[Company | None, tuple[Fault, ...]]

LONGEST_ID = 70  # shorter than what a plan may name


YOUR_DOCUMENTS = mark("Your own documents")


def your_documents() -> Tables:
    """The source of what a person states; a title is one text in every language."""
    return {"title": " / ".join(in_every_language(YOUR_DOCUMENTS).values())}


def own_copy(company: Company, taken_ids: Collection[str]) -> Company:
    """The same company as one's own, to be changed. A copy of a copy is a version of the same published company."""
    bare = company.id.removeprefix(OWN_PREFIX) if company.yours else company.id
    own_id, number = free_id(bare, taken_ids)
    changes: Tables = {"id": own_id, "yours": True}
    changes["version_of"] = company.version_of if company.yours else company.id
    changes["name"] = numbered(company.name, number)
    return Company.model_validate(dict(company) | changes)


def free_id(bare: str, taken_ids: Collection[str]) -> tuple[str, int]:
    """The first id for a company of one's own that is not taken, and which of that name it is: 1, 2, 3."""
    taken = {each.casefold() for each in taken_ids}
    number = 1
    while True:
        ending = f"-{number}" if number > 1 else ""
        own_id = f"{OWN_PREFIX}{bare}"[: LONGEST_ID - len(ending)] + ending
        if own_id.casefold() not in taken:
            return own_id, number
        number += 1


def with_figure(company: Company, path: str, value: Any, note: str, year: int) -> Checked:
    """The company with what a person states at a place, or None and what is wrong with it.

    value: what own_places.value_at tells of the place, in the same form; None takes a figure back to "not stated".
    note: where it stands, such as a price list with its page. year: in which it is stated.
    """
    place, tables = place_of(path), tables_of(company)
    too_long = [
        *faults_of_text(f"{path}.note", note),
        *(faults_of_text(path, value or "") if place.form == "words" else ()),
    ]
    if too_long:
        return None, tuple(too_long)
    cited: Tables = {"kind": YOURS, "source": YOURS, "grade": YOURS, "year": year}
    if note.strip():
        cited["note"] = dict.fromkeys(LANGUAGES, note.strip())
    state_in(tables, place, value, cited)
    if path in NEEDED_FOR_PAY:
        ask_what_pay_needs(tables)
    return settled(tables)


def with_note(company: Company, path: str, note: str, year: int) -> Checked:
    """The company with another note on where a figure of one's own stands."""
    return with_figure(company, path, place_of(path).value_in(company), note, year)


def differing(company: Company, base: Company) -> tuple[str, ...]:
    """The places at which two companies do not say the same, in the order of the places."""
    one, other = tables_of(company), tables_of(base)
    paths = {place.path: place for each in (company, base) for place in places_of(each)}
    return tuple(path for path in paths if any(_said(one, part) != _said(other, part) for part in parts_of(path)))


def _said(tables: Tables, part: str) -> Any:
    """What stands there; None too where it came to be there only beside what the person stated, and says nothing."""
    entry = at(tables, parse(part))
    return None if is_not_stated(entry) and part.startswith("activity.") else entry


def reset(company: Company, base: Company, path: str) -> Checked:
    """The company with what its base says at a place, and on which source."""
    tables, published = tables_of(company), tables_of(base)
    for part in parts_of(path):
        entry = at(published, parse(part))
        group = part.partition(".")[0]
        if entry is not None:
            put(tables, parse(part), entry)
        elif group in published or group == part:
            take_away(tables, parse(part))
        else:  # of a group that came to be for what the person stated, what is still stated stays
            put(tables, parse(part), not_stated())
            if all(each == [] or is_not_stated(each) for each in tables[group].values()):
                take_away(tables, parse(group))
    no_longer_ask(tables, published)
    return settled(tables, published["sources"])


def tables_of(company: Company) -> Tables:
    """The company as its file states it, with its id."""
    return company.model_dump(mode="json", exclude_none=True)


def settled(tables: Tables, other_sources: Mapping[str, Any] | None = None) -> Checked:
    """The company of the tables with exactly the sources that something rests on, or every fault of it."""
    known = {**tables["sources"], **(other_sources or {}), YOURS: your_documents()}
    cited = set(_sources_in({key: value for key, value in tables.items() if key != "sources"}))
    tables["sources"] = {key: source for key, source in known.items() if key in cited}
    company, faults = checked(Company, tables)
    faults = (*faults, *faults_of_sources(tables, ""), *(faults_of_size(company) if company else ()))
    return (None if faults else company), faults


def rows_of_steps(rates: Sequence[float], points: Sequence[float]) -> tuple[Tables, ...]:
    """The ranks of a stairstep of which a person states the points of each step; named by the rate."""
    return tuple(
        {"name": f"{round(100 * rate, 4):g} %", "group_volume": volume, "rate": rate}
        for rate, volume in zip(rates, points, strict=True)
    )


def _sources_in(data: object) -> Iterator[str]:
    """Every source that is cited anywhere in the data."""
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _sources_in(value)
    if isinstance(data, dict) and isinstance(data.get("source"), str):
        yield data["source"]
