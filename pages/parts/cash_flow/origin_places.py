"""Where an input is given, as a person finds it: the part of the plan and the field, or the source of a figure."""

from collections.abc import Mapping
from html import escape
from typing import Any

from pages.shared.draw.fact_list import source_as_html
from pages.shared.fields import places
from pages.shared.fields.groups import GROUPS
from planner.analysis.case import Case
from planner.analysis.company.citation import rests_on
from planner.inputs.cited.figure import Asked, Cited
from planner.inputs.cited.source import Source
from planner.inputs.evidence.tax_rules import AssumedMonth, AssumedPractice, ContributionRule
from planner.inputs.path import Path, at
from planner.inputs.plan.plan import INPUTS
from planner.inputs.tax_terms import chosen_rules
from planner.inputs.unsourced import WHOLESALE
from planner.speech import Speech


def place_as_html(path: Path, case: Case, speech: Speech) -> str:
    """The place of an input in words, escaped; of a cited figure, with a link to its source."""
    _ = speech.text
    if path[0] == "company":
        entry = at(case.company, path[1:])
        said = _("{company}: {what}").format(company=case.company.name, what=_what(entry, speech))
        if isinstance(entry, Asked):
            key = WHOLESALE if path[1:] == ("prices",) else path[-1]
            answered = key in case.plan.company_answers.get(case.company.id, {})
            what = _("your answer") if answered else _("assumed until you answer")
            said = _("{company}: {what}").format(company=case.company.name, what=what)
        return _with_source(said, entry, case.company.sources)
    if path[0] == "tax_rules":
        rules = chosen_rules(case.plan)
        if rules is None:
            return ""
        entry = at(rules, path[1:])
        said = _("{company}: {what}").format(company=speech.told(rules.name), what=_what(entry, speech))
        return _with_source(said, entry, rules.sources)
    return escape(place_in_the_plan(path, speech))


def place_in_the_plan(path: Path, speech: Speech) -> str:
    """The part of the plan that holds a field, and the field's title."""
    _ = speech.text
    field = places.title_of(path[:2] if path[:2] in INPUTS else path[:1])
    for group in GROUPS.values():
        shown = (*group.shown, *(place for fold in group.folds for place in fold.paths))
        if any(path[: len(place)] == place for place in shown):
            return _("Under {part}: {field}").format(part=_(group.title), field=field)
    return _("In your plan: {field}").format(field=field)


def _what(entry: Any, speech: Speech) -> str:
    _ = speech.text
    match entry:
        case Cited():
            return " · ".join(rests_on(entry, speech))
        case ContributionRule():
            return speech.told(entry.name)
        case AssumedMonth() | AssumedPractice():
            return speech.told(entry.reason)
        case _:
            return _("not disclosed")


def _with_source(said: str, entry: Any, sources: Mapping[str, Source]) -> str:
    key = getattr(entry, "source", None)
    return escape(said) if key is None else f"{escape(said)} · {source_as_html(sources[key])}"
