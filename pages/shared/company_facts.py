"""A company's file as a reader checks it: every figure with what it rests on, what was not found, what is asked."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from pages.shared.figure_words import figure_in_words, in_its_language, rule_in_words
from planner.analysis.facts import NOT_DISCLOSED, TITLES
from planner.analysis.wording import Speech
from planner.inputs.company import Company, Limit
from planner.inputs.company_record import Disclosure
from planner.inputs.figure import Asked, Cited, NotFound
from planner.inputs.plan import Plan
from planner.inputs.source import Source
from planner.inputs.terms import WHOLESALE
from planner.language import mark

KINDS = {
    "published": mark("published"),
    "derived": mark("derived"),
    "invented": mark("invented"),
    "yours": mark("yours"),
}
GRADES = {
    "primary": mark("primary source"),
    "secondary": mark("secondary source"),
    "weak": mark("weak source"),
    "yours": mark("from your own documents"),
}
EFFECTS = {
    "pay_too_low": mark("Pay may be higher than computed."),
    "pay_too_high": mark("Pay may be lower than computed."),
    "cost_too_low": mark("Costs may be higher than computed."),
    "either": mark("The result may be higher or lower than computed."),
}

Standing = Literal["known", "weak", "unknown", "asked", "told"]


@dataclass(frozen=True, slots=True)
class CitedFact:
    """One figure or rule in one language. Every text is plain, still to be escaped where it is shown as HTML.

    values: the figure, a line or several; none where the title says it. standing "told": something beside the figures,
    such as a limit. rests_on: kind, year and grade. remarks: formula, note or reason. source_label: what the source is
    to this fact.
    """

    title: str
    values: tuple[str, ...]
    standing: Standing
    rests_on: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    source: Source | None = None
    source_label: str = ""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together, under a heading."""

    title: str
    facts: tuple[CitedFact, ...]


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """Puts the facts of one company into words; speech in the company's currency, answers those of the person."""

    company: Company
    speech: Speech
    answers: dict[str, float]

    @classmethod
    def of(cls, company: Company, plan: Plan, speech: Speech) -> "CompanyFacts":
        """The facts as one person's plan answers what is asked."""
        answers = dict(plan.company_answers.get(company.id, {}))
        return cls(company, replace(speech, currency=company.currency), answers)

    def groups(self) -> tuple[FactGroup, ...]:
        """Everything that the file holds, in the order in which a person meets it; empty groups are left out."""
        _, company = self.speech.text, self.company
        sections = (
            (_("Joining and staying"), self.section("joining", company.joining)),
            (_("Prices and points"), (self.fact("prices", company.prices), *self.volume())),
            (_("Pay and ranks"), (*self.section("pay", company.pay), self.fact("ranks", company.ranks))),
            (_("Returning goods"), (*self.section("buy_back", company.buy_back), self.freight())),
            (_("What is not computed, and what that does"), tuple(map(self.limit, company.limits))),
            (_("What members have received, as published"), tuple(map(self.disclosure, company.disclosures))),
        )
        groups = (FactGroup(title, tuple(fact for fact in facts if fact is not None)) for title, facts in sections)
        return tuple(group for group in groups if group.facts)

    def in_a_sentence(self) -> str:
        """How much of the company stands on sources, and on what kind."""
        facts = [fact for group in self.groups() for fact in group.facts]
        standings = Counter(fact.standing for fact in facts)
        _, number = self.speech.text, self.speech.number
        return _(
            "Each figure of {company} stands below with its source. From a source: {cited}, of them from a weak one: "
            "{weak}. Looked for and not found: {unknown}. Asked of you: {asked}. The rest follows from your plan."
        ).format(
            company=self.company.name,
            cited=number(standings["known"] + standings["weak"]),
            weak=number(standings["weak"]),
            unknown=number(standings["unknown"]),
            asked=number(standings["asked"]),
        )

    def section(self, path: str, record: object) -> tuple[CitedFact | None, ...]:
        """The figures and rules of one table of the file."""
        names = [place.rsplit(".", 1)[1] for place in TITLES if place.startswith(f"{path}.")]
        return tuple(self.fact(f"{path}.{name}", getattr(record, name)) for name in names)

    def volume(self) -> tuple[CitedFact | None, ...]:
        """What becomes points, and how many."""
        _, volume = self.speech.text, self.company.volume
        moved = (
            _("what you buy from the company") if volume.arises_on == "purchases" else _("what you sell to customers")
        )
        return (CitedFact(_("What gives points"), (moved,), "told"), *self.section("volume", volume))

    def freight(self) -> CitedFact | None:
        """Who pays for sending goods back; None where the file does not say."""
        words = self.company.buy_back.freight_paid_by
        if words is None:
            return None
        _ = self.speech.text
        return CitedFact(_("Freight for returned goods"), (in_its_language(words, self.speech),), "told")

    def fact(self, path: str, entry: object) -> CitedFact | None:
        """One entry of the file; None where the company has none."""
        title = self.speech.text(TITLES[path])
        match entry:
            case NotFound():
                return self.not_found(title, entry)
            case Asked():
                return self.asked(WHOLESALE if path == "prices" else path.rsplit(".", 1)[1], entry)
            case Cited():
                return self.cited(title, rule_in_words(entry, self.speech), entry)
        return None

    def cited(self, title: str, values: tuple[str, ...], entry: Cited) -> CitedFact:
        """What somebody published, or what was derived from it."""
        _, speech = self.speech.text, self.speech
        year = _("undated, read {date}").format(date=entry.read) if entry.year == "undated" else str(entry.year)
        formula = (
            (_("Formula: {formula}").format(formula=in_its_language(entry.formula, speech)),) if entry.formula else ()
        )
        note = (in_its_language(entry.note, speech),) if entry.note else ()
        return CitedFact(
            title,
            values,
            "weak" if entry.grade == "weak" else "known",
            (_(KINDS[entry.kind]), year, _(GRADES[entry.grade])),
            formula + note,
            self.company.sources[entry.source],
            _("Source"),
        )

    def not_found(self, title: str, entry: NotFound) -> CitedFact:
        """Looked for, and not found."""
        _ = self.speech.text
        source = self.source_if_any(entry.source)
        label = _("Source of what is said instead")
        remarks = (in_its_language(entry.not_found, self.speech),)
        return CitedFact(title, (self.speech.say(NOT_DISCLOSED),), "unknown", (), remarks, source, label)

    def asked(self, key: str, entry: Asked) -> CitedFact:
        """Asked of the person, with the assumed value and the answer."""
        _, answer = self.speech.text, self.answers.get(key)
        assumed = _("Assumed: {value}").format(value=figure_in_words(entry.assumed, entry.unit, self.speech))
        if answer is None:
            answered = _("Your answer: none yet, so the assumed value is used")
        else:
            answered = _("Your answer: {value}").format(value=figure_in_words(answer, entry.unit, self.speech))
        remarks = (in_its_language(entry.reason, self.speech),)
        source, label = self.source_if_any(entry.source), _("Source that the assumption leans on")
        title = in_its_language(entry.title, self.speech)
        return CitedFact(title, (assumed, answered), "asked", (_("asked of you"),), remarks, source, label)

    def limit(self, entry: Limit) -> CitedFact:
        """Something that the model does not compute, with what that does to the result."""
        _ = self.speech.text
        text, source = in_its_language(entry.text, self.speech), self.source_if_any(entry.source)
        return CitedFact(text, (_(EFFECTS[entry.effect]),), "told", (), (), source, _("Source"))

    def disclosure(self, entry: Disclosure) -> CitedFact:
        """A published outcome; its text holds the figure."""
        return self.cited(in_its_language(entry.text, self.speech), (), entry)

    def source_if_any(self, key: str | None) -> Source | None:
        """The source by its key in the file."""
        return None if key is None else self.company.sources[key]
