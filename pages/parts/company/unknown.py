"""What of a company's page nobody says, told once: in the answer what it is, and how much unless the picture counts.

The words of each stand in the list of what was looked for and not found.
"""

from planner.analysis.company.citation import is_ones_own, own_or
from planner.analysis.company.coverage import coverage_of
from planner.analysis.company.income_record import in_order
from planner.analysis.company.joining_cost import JoiningCost, joining_cost
from planner.inputs.company.company import Company
from planner.inputs.terms import Terms
from planner.speech import Speech


def unknown(company: Company, terms: Terms, speech: Speech) -> str:
    """What of the answer nobody discloses, or the person has not stated; how much else, and how much is weak.

    The counts are left to the picture where it is of them.
    """
    _, found = speech.text, coverage_of(company)
    things = speech.listed(_not_answered(company, terms, speech))
    counted = not pictures_coverage(company, joining_cost(company, terms))
    said = _said_unknown(company, things, found.not_disclosed if counted else 0, speech)
    sentences = [said] if said else []
    if counted and found.weak:
        sentences.append(
            speech.plural("{count} figure rests on a weak source", "{count} figures rest on weak sources", found.weak)
        )
    return " ".join(_("{sentence}.").format(sentence=each) for each in sentences)


def _not_answered(company: Company, terms: Terms, speech: Speech) -> list[str]:
    """What the answer would say, and nothing says."""
    _, found = speech.text, joining_cost(company, terms)
    adds = found.known and not found.year_whole and found.first_year == found.at_start
    return [
        *([] if found.known else [_("what it costs to join")]),
        *([_("what the first year adds")] if adds else []),
        *([] if company.distributions or company.disclosures else [_("what members were paid")]),
    ]


def _said_unknown(company: Company, things: str, count: int, speech: Speech) -> str:
    """The same without its full stop; nothing where there is none. count: of figures, 0 where it is said elsewhere."""
    _ = speech.text
    if things:
        words = own_or(company, _("You have not stated {things}"), _("Not disclosed: {things}"))
        said = words.format(things=things)
        in_all = speech.plural("{count} figure in all", "{count} figures in all", count)
        return _("{missing}; {in_all}").format(missing=said, in_all=in_all) if count else said
    if not count:
        return ""
    if is_ones_own(company):
        return speech.plural("{count} figure is not stated by you", "{count} figures are not stated by you", count)
    return speech.plural("{count} figure is not disclosed", "{count} figures are not disclosed", count)


def pictures_coverage(company: Company, found: JoiningCost) -> bool:
    """Whether the page's picture is of how much is known: where nothing is of what was paid or what staying costs."""
    return not in_order(company) and not found.charged_later
