"""What a company of the catalogue must tell beside its terms: who, where, since when, and what was looked for in vain.

A company that a person made needs none of it, nor does a fictional one.
"""

from typing import Any

from planner.errors import Fault
from planner.inputs.path import at, parse
from planner.language import mark

NEEDED = ("territory", "plan_kind", "background", "activity")
# What must be there, in one of these lists, or be named as looked for and not found.
TOPICS = {
    "margins": ("margins",),
    "size": ("background.size",),
    "income": ("distributions", "disclosures"),
    "retention": ("retention",),
    "enforcement": ("enforcement",),
    "components": ("components",),
}

UNTOLD = mark("A company of the catalogue must say this. State it.")
NO_YEARS = mark("A historic company must say of which years its figures are. State the first and the last one.")
YEARS_ORDER = mark("The last of the years is before the first. Correct one of the two.")
NOT_HISTORIC = mark("Only a historic company has years of its own. Remove them, or state its status as historic.")
NEITHER = mark("This is empty, and nothing says that it was looked for. State it, or what was not found under {place}.")


def faults_of_completeness(tables: dict[str, Any], name: str) -> tuple[Fault, ...]:
    """What is left unsaid, all at once. Read from the tables as they stand, so that it comes with all other faults."""
    if tables.get("status") not in ("active", "historic") or tables.get("yours") is True:
        return ()
    faults = [Fault(key, UNTOLD, "", name) for key in NEEDED if key not in tables]
    faults += _faults_of_years(tables, name)
    searched = tables.get("searched")
    for topic, lists in TOPICS.items():
        empty = not any(at(tables, parse(place)) for place in lists)
        if empty and not (isinstance(searched, dict) and topic in searched):
            faults.append(Fault(lists[0], NEITHER, "", name, {"place": f"searched.{topic}"}))
    return tuple(faults)


def _faults_of_years(tables: dict[str, Any], name: str) -> list[Fault]:
    years, historic = tables.get("years"), tables["status"] == "historic"
    if years is None:
        return [Fault("years", NO_YEARS, "", name)] if historic else []
    if not historic:
        return [Fault("years", NOT_HISTORIC, "", name)]
    first, last = (years.get(key) if isinstance(years, dict) else None for key in ("first", "last"))
    late = isinstance(first, int) and isinstance(last, int) and last < first
    return [Fault("years.last", YEARS_ORDER, str(last), name)] if late else []
