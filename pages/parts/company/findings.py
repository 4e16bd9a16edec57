"""What is on record about a company beside its terms: what authorities found, and what nobody found, in words."""

from collections.abc import Sequence
from dataclasses import replace

from pages.shared.draw.tables import Listing, Section
from pages.shared.words.cited_facts import CitedFact, FactGroup
from pages.shared.words.comparison_terms import with_grade
from planner.analysis.company.citation import is_ones_own, own_or
from planner.analysis.company.facts import grade_of
from planner.analysis.company.figure_parts import OUTCOMES
from planner.analysis.company.figure_rows import ALL_TITLES
from planner.analysis.company.in_words import figure_in_words, in_currency
from planner.inputs.company.company import Company, Topic
from planner.inputs.company.record import Enforcement
from planner.language import date_in_words
from planner.speech import Speech

UNNAMED = "searched.other"  # a topic without a name of its own
MOST_SINGLE_FIGURES = 4  # that stand on the page; of more, all are in the fold


def searched(company: Company, topic: Topic, speech: Speech) -> str:
    """In the words of what was looked for and not found; where the file has none, that it is not disclosed."""
    _ = speech.text
    entry = company.searched.get(topic)
    if entry is None and is_ones_own(company):
        return _("Not stated by you.")
    if entry is None:
        return _("Nothing is on file here.")
    words = speech.told(entry.not_found)
    return words if topic == "enforcement" else _("Not disclosed. {words}").format(words=words)


def findings(company: Company, speech: Speech) -> Listing:
    """What authorities did by its outcome, so that a finding is never read as an accusation; the newest first."""
    _ = speech.text
    newest_first = sorted(company.enforcement, key=lambda each: each.date, reverse=True)
    by_outcome = {outcome: [each for each in newest_first if each.outcome == outcome] for outcome in OUTCOMES}
    sections = tuple(
        Section(_sentence_case(_(OUTCOMES[outcome])), tuple(_line(each, company, speech) for each in acts))
        for outcome, acts in by_outcome.items()
        if acts
    )
    return Listing(_("What authorities and courts did, by how it ended"), sections)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _line(act: Enforcement, company: Company, speech: Speech) -> tuple[str, tuple[str, ...]]:
    """When; by whom, with the amount; and what it was."""
    _ = speech.text
    body = speech.told(act.body)
    if act.amount is not None:
        spoken = in_currency(act.currency or company.currency, speech)
        body = _("{who}: {amount}").format(who=body, amount=figure_in_words(act.amount, "money", spoken))
    text = with_grade(speech.told(act.text), grade_of(act), speech)
    return date_in_words(act.date, speech.language), (body, text)


def missing(groups: Sequence[FactGroup]) -> tuple[CitedFact, ...]:
    """Everything that was looked for and not found, wherever on the page it belongs."""
    return tuple(fact for group in groups for fact in group.facts if fact.standing == "unknown")


def missing_in_a_sentence(company: Company, facts: Sequence[CitedFact], speech: Speech) -> str:
    """How much was looked for in vain, or not stated, and what it is called; what has no name is only counted."""
    _ = speech.text
    if not facts:
        return own_or(company, _("You have stated everything."), _("Nothing is on file as looked for and not found."))
    counted = speech.plural(
        "{count} figure was looked for and not found",
        "{count} figures were looked for and not found",
        len(facts),
    )
    if is_ones_own(company):
        counted = speech.plural(
            "{count} figure is not stated by you", "{count} figures are not stated by you", len(facts)
        )
    unnamed = _(ALL_TITLES[UNNAMED])
    titles = ", ".join(dict.fromkeys(fact.title for fact in facts if fact.title != unnamed))
    if not titles:
        return _("{sentence}.").format(sentence=counted)
    return _("{counted}: {titles}.").format(counted=counted, titles=titles)


def missing_group(company: Company, facts: Sequence[CitedFact], speech: Speech) -> FactGroup:
    """The same, each with the words of what was looked for; that it is not disclosed says the title of them all."""
    _ = speech.text
    title = own_or(company, _("What you have not stated"), _("What was looked for and not found"))
    return FactGroup("missing", title, tuple(replace(fact, values=()) for fact in facts))
