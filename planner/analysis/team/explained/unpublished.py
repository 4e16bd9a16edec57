"""Rates of levels that nobody published, in words: as the person answered, or that they are not disclosed."""

from collections.abc import Mapping

from planner.analysis.company.facts import NOT_DISCLOSED
from planner.inputs.company.company import Company
from planner.inputs.unsourced import LEVEL, missing_levels
from planner.language import format_percent, mark
from planner.speech import Speech


def unpublished(company: Company, answers: Mapping[str, float], speech: Speech) -> dict[int, str]:
    """By level what stands in the place of its rate; none of a company whose file states a pay plan."""
    if company.pay.plan is not None:
        return {}
    found = {}
    for key in missing_levels(company):
        said = speech.say(NOT_DISCLOSED)
        if key in answers:
            figure = format_percent(answers[key], speech.language, None)
            said = speech.text(mark("{figure} (your answer)")).format(figure=figure)
        found[int(key.removeprefix(LEVEL))] = said
    return found
