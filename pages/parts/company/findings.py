"""What is on record about a company beside its terms: what authorities found, and what nobody found, in words."""

from collections.abc import Sequence
from dataclasses import replace

from pages.shared.words.cited_facts import CitedFact, FactGroup
from pages.shared.words.record_facts import MORE, RecordFacts
from planner.analysis.company.citation import is_ones_own, own_or
from planner.analysis.company.figure_parts import OUTCOMES
from planner.analysis.company.figure_rows import ALL_TITLES
from planner.inputs.company.company import Company, Topic
from planner.speech import Speech

AUTHORITIES = "searched.enforcement"
MOST_SINGLE_FIGURES = 4  # that stand on the page; of more, all are in the fold


def searched(company: Company, topic: Topic, speech: Speech) -> str:
    """In the words of what was looked for and not found; where the file has none, that nobody looked."""
    _ = speech.text
    entry = company.searched.get(topic)
    if entry is None:
        return own_or(company, _("Not stated by you."), _("Nothing is on file here."))
    return speech.told(entry.not_found)


def findings(company: Company, speech: Speech) -> tuple[FactGroup, ...]:
    """What authorities did by its outcome, so that a finding is never read as an accusation; the newest first."""
    _, record = speech.text, RecordFacts(company, speech)
    newest_first = sorted(company.enforcement, key=lambda each: each.date, reverse=True)
    by_outcome = {outcome: [each for each in newest_first if each.outcome == outcome] for outcome in OUTCOMES}
    return tuple(
        FactGroup(outcome, _sentence_case(_(OUTCOMES[outcome])), tuple(map(record.act_of_its_outcome, acts)))
        for outcome, acts in by_outcome.items()
        if acts
    )


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def missing(groups: Sequence[FactGroup], speech: Speech) -> tuple[CitedFact, ...]:
    """What was looked for and not found, wherever it belongs; what was searched of authorities stands with them."""
    shown = {speech.text(ALL_TITLES[AUTHORITIES]), speech.text(MORE["enforcement"])}
    facts = (fact for group in groups for fact in group.facts if fact.standing == "unknown")
    return tuple(fact for fact in facts if fact.title not in shown)


def missing_in_sentences(company: Company, facts: Sequence[CitedFact], speech: Speech) -> tuple[str, ...]:
    """That nothing is missing; or what a person has not stated, of which there is no more to say."""
    _ = speech.text
    if not facts:
        return (
            own_or(company, _("You have stated everything."), _("Nothing is on file as looked for and not found.")),
        )
    unstated = [fact.title for fact in facts if not fact.remarks]
    return (_("Not stated by you: {titles}.").format(titles=", ".join(unstated)),) if unstated else ()


def missing_group(facts: Sequence[CitedFact]) -> FactGroup:
    """What there are words of, each with them; that it is not disclosed says the title of the fold."""
    return FactGroup("missing", "", tuple(replace(fact, values=()) for fact in facts if fact.remarks))


def nowhere(company: Company, speech: Speech) -> tuple[str, ...]:
    """What of the record the file has nothing of, and says nothing of what was looked for."""
    topics: tuple[tuple[Topic, object], ...] = (
        ("income", company.distributions or company.disclosures),
        ("retention", company.retention),
    )
    if is_ones_own(company):
        return ()
    return tuple(
        speech.text(ALL_TITLES[f"searched.{topic}"])
        for topic, told in topics
        if not told and topic not in company.searched
    )
