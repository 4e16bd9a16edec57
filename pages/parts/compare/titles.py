"""What stands on the folds of the comparison: what each is about, and its leading figures or how much is in it."""

from collections.abc import Sequence

from pages.shared.runs.many_runs import Runs
from pages.shared.words import comparison_terms
from planner.analysis.beside.comparison import Comparison
from planner.inputs.company.company import Company
from planner.speech import Speech


def chosen(companies: Sequence[Company], speech: Speech) -> str:
    """Which companies are compared."""
    _ = speech.text
    names = ", ".join(dict.fromkeys(company.name for company in companies)) or _("none")
    return _("Choose the companies: {companies}").format(companies=names)


def left_open(count: int, speech: Speech) -> str:
    """How much could change the order."""
    _ = speech.text
    points = speech.plural("{count} point", "{count} points", count)
    return _("What could change this order: {count}").format(count=points)


def odds(runs: Sequence[Runs], speech: Speech) -> str:
    """How much is left in the middle of the runs, from the company with the least to the one with the most."""
    _ = speech.text
    words = _("The odds side by side: {amounts} left in the middle")
    return words.format(amounts=_from_to([each.odds.result.median for each in runs], speech))


def as_planned(comparison: Comparison, speech: Speech) -> str:
    """The same of what is left if everything goes as entered."""
    _ = speech.text
    words = _("If everything goes as you entered it: {amounts} left")
    return words.format(amounts=_from_to([case.measures.result for case in comparison.cases], speech))


def terms(comparison: Comparison, speech: Speech) -> str:
    """In how many terms that are figures the companies differ."""
    _ = speech.text
    differing, _alike = comparison_terms.terms_tables(comparison, speech)
    count = speech.plural("{count} figure differs", "{count} figures differ", len(differing.rows))
    return _("What each contract says: {count}").format(count=count)


def _from_to(amounts: Sequence[float], speech: Speech) -> str:
    return speech.from_to(min(amounts), max(amounts))
