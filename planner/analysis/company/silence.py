"""What nothing says about a company: not disclosed where sources were looked through, not stated where it is yours."""

from planner.analysis.company.facts import NOT_DISCLOSED
from planner.inputs.cited.figure import NotFound
from planner.inputs.company.company import Company
from planner.inputs.own_company.assumed import NOT_STATED
from planner.speech import Speech


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
