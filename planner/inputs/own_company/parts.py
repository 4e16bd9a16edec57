"""Parts of a company of one's own that nobody states field by field, and that a file may yet have changed."""

from typing import Any

from planner.inputs.cited.figure import YOURS
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import tables_of
from planner.inputs.own_company.places import PLACES, parts_of
from planner.inputs.path import parse, take_away

NO_PART = ("id", "yours", "version_of", "sources")


def other_parts(company: Company, base: Company) -> tuple[str, ...]:
    """What a file has otherwise than its base beside the places: groups of the file, in its order, and "sources" last.

    "sources": one that both list is another in each.
    """
    one, other = (_beside_the_places(each) for each in (company, base))
    found = [key for key in Company.model_fields if one.get(key) != other.get(key)]
    ours, theirs = ({key: each for key, each in listed.sources.items() if key != YOURS} for listed in (company, base))
    if any(ours[key] != theirs[key] for key in ours.keys() & theirs.keys()):
        found.append("sources")
    return tuple(found)


def _beside_the_places(company: Company) -> dict[str, Any]:
    tables = tables_of(company)
    for place in PLACES:
        for part in parts_of(place.path):
            take_away(tables, parse(part))
    return {key: said for key, value in tables.items() if key not in NO_PART and (said := _said(value))}


def _said(value: object) -> object:
    """A group without the entries in which nothing stands, since it may be left out of a file."""
    return {key: each for key, each in value.items() if each not in ([], {})} if isinstance(value, dict) else value
