"""Companies that are not ranked, since their pay on a team is not computed: who they are, and what is known of them."""

from collections.abc import Sequence

from pages.parts.compare.odds import Ranked
from pages.shared.words.comparison_table import before, names_of
from planner.analysis.answer import odds_in_words
from planner.analysis.beside.comparison import Comparison
from planner.analysis.beside.ranking import is_ranked, known_of_the_pay
from planner.speech import Speech


def names_apart(comparison: Comparison, speech: Speech) -> tuple[str, ...]:
    """The companies that are not ranked."""
    names = names_of(comparison, speech)
    return tuple(name for name, case in zip(names, comparison.cases, strict=True) if not is_ranked(case))


def said_first(comparison: Comparison, speech: Speech) -> str:
    """That some companies, or all of them, are not ranked, and why; "" where every one is."""
    _, names = speech.text, names_apart(comparison, speech)
    if not names:
        return ""
    if len(names) == len(comparison.cases):
        return _(
            "None of these companies is ranked: what each pays on a team is not computed here, and this plan has one."
        )
    words = _("Not ranked, since the pay on a team is not computed here: {companies}.")
    return words.format(companies=speech.listed(names))


def told(ranked: Ranked, speech: Speech) -> list[str]:
    """Of each company that is not ranked what the margin alone comes to, and which parts of its pay are known."""
    _, comparison = speech.text, ranked.comparison
    lines: list[str] = []
    for name, case, runs in zip(names_of(comparison, speech), comparison.cases, ranked.runs, strict=True):
        if is_ranked(case):
            continue
        alone = _(
            "{company}, with the margin alone: {count} of 100 lose money, and {amount} is left in the middle."
        ).format(
            company=name,
            count=odds_in_words.count(runs.odds.lose, speech, runs.odds.runs),
            amount=before(speech.money(runs.odds.result.median), case, comparison, speech),
        )
        lines.append(" ".join([alone, known([speech.told(each) for each in known_of_the_pay(case)], speech)]))
    return lines


def known(parts: Sequence[str], speech: Speech) -> str:
    """Which parts of the pay are known without being computed."""
    _ = speech.text
    if not parts:
        return _("No part of its pay is known here.")
    return _("Of its pay this is known, and not computed: {parts}.").format(parts="; ".join(parts))
