"""What has been measured of the industry, as a reader checks it: by topic, each figure with who says it and where."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pages.shared.words.cited_facts import CitedFact, FactGroup, cited_fact, not_found_fact
from planner.analysis.company.disclosed_in_words import bands_in_words
from planner.analysis.company.in_words import figure_in_words
from planner.inputs.cited.figure import Cited, NotFound
from planner.inputs.evidence.industry import Evidence, Finding, Measured, Objection, Outcomes, Population, ToldBy, Topic
from planner.inputs.evidence.wages import Wage, load_wages
from planner.language import mark
from planner.speech import Speech

TOPICS: dict[Topic, str] = {
    "income": mark("What those who took part received"),
    "loss": mark("How many lost money"),
    "retention": mark("How many stay"),
    "sales": mark("What is sold"),
    "time": mark("Hours"),
    "people": mark("How many take part, and who"),
    "rules": mark("What the trade's own codes promise"),
    "survey": mark("What people say of it"),
}
# What a reader must know of all figures of a topic, so that unlike ones are not compared.
REMARKS: dict[Topic, str] = {
    "income": mark(
        "As far as the sources say, no expenses of the sellers have been taken off. An average says little of what "
        "most people received."
    ),
    "loss": mark(
        "Who was asked, and which expenses were counted, differs from figure to figure. So the shares cannot be "
        "averaged."
    ),
    "retention": mark(
        "Turnover of all sellers counts those who stay for years; of those who have just joined, more leave in the "
        "first year. The two are not the same measure."
    ),
    "rules": mark("A code binds the members of a trade body and is no law. Ask whether the company is a member today."),
    "sales": mark("Sales are what customers and sellers paid in all. What a seller keeps is a part of that."),
}
TOLD_BY: dict[ToldBy, str] = {
    "regulator": mark("told by an authority"),
    "court": mark("told by a court"),
    "company": mark("told by the company"),
    "academic": mark("told by researchers"),
    "industry_body": mark("told by the industry"),
    "critic": mark("told by a critic"),
    "press": mark("told by the press"),
}


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """Puts the evidence into the words of one language."""

    evidence: Evidence
    speech: Speech

    def counted(self) -> str:
        """How much there is."""
        count = len(self.evidence.told) + len(self.evidence.distributions)
        return self.speech.plural("{count} figure or finding", "{count} figures and findings", count)

    def in_a_sentence(self) -> str:
        """How much there is, and from which side."""
        sides = [entry.told_by for entry in (*self.evidence.told, *self.evidence.distributions)]
        told = Counter(sides)
        _, number = self.speech.text, self.speech.number
        return _(
            "{count} figures and findings. Told by authorities and courts: {authorities}, by companies: {companies}, "
            "by the industry's own bodies: {industry}, by researchers: {researchers}, by critics: {critics}, by the "
            "press: {press}. Nothing of it is computed with."
        ).format(
            count=number(len(sides)),
            authorities=number(told["regulator"] + told["court"]),
            companies=number(told["company"]),
            industry=number(told["industry_body"]),
            researchers=number(told["academic"]),
            critics=number(told["critic"]),
            press=number(told["press"]),
        )

    def groups(self) -> tuple[FactGroup, ...]:
        """A group for each topic, in the order of the topics."""
        _ = self.speech.text
        return tuple(FactGroup(topic, _(title), tuple(self.facts(topic))) for topic, title in TOPICS.items())

    def facts(self, topic: Topic) -> Iterator[CitedFact]:
        """What is on file about a topic; what was not found comes last."""
        if topic in REMARKS:
            yield CitedFact(self.speech.text(REMARKS[topic]), (), "told")
        for entry in self.evidence.told:
            if entry.topic == topic:
                yield self.told(entry)
                if entry.objection is not None:
                    yield self.objection(entry.objection)
        if topic == "income":
            yield from map(self.outcomes, self.evidence.distributions)
        if topic == "people":
            yield from map(self.population, self.evidence.populations)
        if topic == "time":
            yield from map(self.wage, load_wages().by_currency.values())
        if topic in self.evidence.searched:
            yield self.not_found(self.evidence.searched[topic])

    def told(self, entry: Measured | Finding) -> CitedFact:
        """A figure or a finding; its text holds the figure."""
        return self.cited(self.speech.told(entry.text), (), entry, entry.told_by)

    def outcomes(self, entry: Outcomes) -> CitedFact:
        """An income disclosure, a line for each band."""
        _ = self.speech.text
        of_whom = self.speech.told(entry.of_whom)
        title = _("{title}, of {people}").format(title=self.speech.told(entry.title), people=of_whom)
        return self.cited(title, bands_in_words(entry, self.speech), entry, entry.told_by)

    def population(self, entry: Population) -> CitedFact:
        """How many live in a place, which a team that never ran out of people would outgrow."""
        _ = self.speech.text
        title = _("Everyone who lives in {place}").format(place=self.speech.told(entry.place))
        held = _("A plan is held against it, rounded, where its team would outgrow the place.")
        figure = figure_in_words(entry.value, entry.unit, self.speech)
        return cited_fact(title, (figure,), entry, self.evidence.sources, self.speech, remarks=(held,))

    def wage(self, entry: Wage) -> CitedFact:
        """What an hour of other work pays in one currency, which a plan in it begins with."""
        _ = self.speech.text
        held = _("A plan in this currency is held against it, until you state a wage of your own.")
        return cited_fact(self.speech.told(entry.text), (), entry, load_wages().sources, self.speech, remarks=(held,))

    def cited(self, title: str, values: tuple[str, ...], entry: Cited, told_by: ToldBy) -> CitedFact:
        """What somebody published, with who says it before of which year it is and how good the source is."""
        _ = self.speech.text
        fact = cited_fact(title, values, entry, self.evidence.sources, self.speech)
        return replace(fact, rests_on=(_(TOLD_BY[told_by]), *fact.rests_on))

    def objection(self, entry: Objection) -> CitedFact:
        """What somebody else says against the figure above it."""
        _ = self.speech.text
        said = self.speech.told(entry.text)
        source = self.evidence.sources[entry.source]
        return CitedFact(_("Said against it"), (), "told", (), (said,), source, _("Source"))

    def not_found(self, entry: NotFound) -> CitedFact:
        """Looked for, and not found."""
        _ = self.speech.text
        return not_found_fact(_("Looked for and not found"), entry, self.evidence.sources, self.speech)
