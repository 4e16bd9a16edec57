"""What is on record about a company beside its terms, fact by fact: its age and size, pay, who stayed, authorities."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pages.shared.words.cited_facts import CitedFact, FactGroup, cited_fact, not_found_fact
from planner.analysis.company.amount_said import states
from planner.analysis.company.coverage import states_team_pay
from planner.analysis.company.disclosed_in_words import bands_in_words, base_in_words, share_columns_in_words
from planner.analysis.company.figure_parts import OUTCOMES
from planner.analysis.company.figure_rows import ALL_TITLES, STANDINGS
from planner.analysis.company.in_words import LISTED, figure_in_words, in_currency, rule_in_words
from planner.inputs.cited.figure import Cited, NotFound, Rule
from planner.inputs.cited.source import Source
from planner.inputs.company.company import Company, Component, Topic
from planner.inputs.company.disclosure import Distribution
from planner.inputs.company.record import Enforcement, Stated
from planner.language import date_in_words, mark
from planner.speech import Speech

# What was looked for beyond what is on file of a topic.
MORE: dict[Topic, str] = {
    "margins": mark("More on discounts and margins"),
    "size": mark("More on its size"),
    "income": mark("More on what members were paid"),
    "retention": mark("More on how many stay"),
    "enforcement": mark("More on what authorities and courts did"),
    "components": mark("More on the parts of the pay"),
}


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """Puts the record of one company into words; speech in the company's currency."""

    company: Company
    speech: Speech

    def background(self) -> Iterator[CitedFact]:
        """Of which years a historic company's figures are; since when it is, in how many countries, how large."""
        _, company = self.speech.text, self.company
        if company.years is not None:
            first, last = str(company.years.first), str(company.years.last)
            years = first if first == last else _("{first} to {last}").format(first=first, last=last)
            yield CitedFact(_("Of which years the figures are"), (years,), "told")
        if company.background is not None:
            yield self.titled("background.founded", company.background.founded)
            yield self.titled("background.countries", company.background.countries)
            yield from map(self.stated, company.background.size)

    def components(self) -> Iterator[CitedFact]:
        """The parts of the company's pay, and whether each is computed."""
        return map(self.component, self.company.components)

    def income(self) -> Iterator[CitedFact]:
        """What members received: the disclosures by band, then the single figures."""
        yield from map(self.distribution, self.company.distributions)
        yield from map(self.stated, self.company.disclosures)

    def single_figures(self) -> FactGroup:
        """What members received by single figures, beside the disclosures by band."""
        title = self.speech.text(ALL_TITLES["disclosures"])
        return FactGroup("income", title, tuple(map(self.stated, self.company.disclosures)))

    def retention(self) -> Iterator[CitedFact]:
        """How many stayed."""
        return map(self.stated, self.company.retention)

    def enforcement(self) -> Iterator[CitedFact]:
        """A fact for each act."""
        return map(self.act, self.company.enforcement)

    def searched(self) -> Iterator[CitedFact]:
        """What was looked for and not found, by topic; where something is on file of it, what more."""
        _, told = self.speech.text, self.topics_told()
        for topic, entry in self.company.searched.items():
            fact = self.titled(f"searched.{topic}", entry)
            yield replace(fact, title=_(MORE[topic])) if topic in told else fact

    def to_look_up(self) -> Iterator[CitedFact]:
        """What one look at an address would tell."""
        _ = self.speech.text
        for entry in self.company.to_look_up:
            source = Source(title=urlsplit(entry.where).netloc, address=entry.where)
            yield CitedFact(self.speech.told(entry.text), (), "told", source=source, source_label=_("Where to look"))

    def topics_told(self) -> set[Topic]:
        """Of which topics something is on file."""
        company = self.company
        on_file: dict[Topic, object] = {
            "margins": company.margins,
            "size": company.background and company.background.size,
            "income": company.distributions or company.disclosures,
            "retention": company.retention,
            "enforcement": company.enforcement,
            "components": company.components,
        }
        return {topic for topic, entries in on_file.items() if entries}

    def titled(self, place: str, entry: Cited | NotFound) -> CitedFact:
        """An entry that is called by its place in the file."""
        title = self.speech.text(ALL_TITLES[place])
        if isinstance(entry, NotFound):
            return not_found_fact(title, entry, self.company.sources, self.speech)
        return self.cited(title, rule_in_words(entry, self.speech), entry)

    def stated(self, entry: Stated) -> CitedFact:
        """A figure with its sentence, which says of whom, where and when."""
        return self.cited(self.speech.told(entry.text), rule_in_words(entry, self.speech), entry)

    def rule(self, entry: Rule) -> CitedFact:
        """A rule in words, one of several under one heading."""
        return self.cited(self.speech.told(entry.text), (), entry)

    def component(self, entry: Component) -> CitedFact:
        """A part of the pay in the company's words, and whether it is computed; where it is not, why."""
        text = self.speech.told(entry.text)
        if entry.standing != "computed" and states_team_pay(self.company):
            return self.cited(self.speech.told(entry.name), (text,), entry)
        said = self.speech.text(STANDINGS[entry.standing])
        if entry.why is not None:
            said = f"{said} {self.speech.told(entry.why)}"
        return self.cited(self.speech.told(entry.name), (text,), entry, (said,))

    def distribution(self, entry: Distribution) -> CitedFact:
        """An income disclosure: of whom, where and when, then a line for each band."""
        _ = self.speech.text
        base, columns = base_in_words(entry, self.speech), share_columns_in_words(entry, self.speech)
        lines = (base, *columns, *bands_in_words(entry, self.speech))
        partly = () if entry.complete else (_("These are not all of those counted."),)
        return self.cited(self.speech.told(entry.title), lines, entry, partly)

    def act(self, entry: Enforcement) -> CitedFact:
        """What an authority or a court did: how it came out first, then when and who."""
        outcome = self.speech.text(OUTCOMES[entry.outcome])
        by_itself = self.act_of_its_outcome(entry)
        return replace(by_itself, title=LISTED.join((outcome[:1].upper() + outcome[1:], by_itself.title)))

    def act_of_its_outcome(self, entry: Enforcement) -> CitedFact:
        """The same under a heading that says how it came out: when, who and what; and how much, unless that says it."""
        _, speech = self.speech.text, self.speech
        title = LISTED.join((date_in_words(entry.date, speech.language), speech.told(entry.body)))
        lines = [speech.told(entry.text)]
        if entry.amount is not None and not states(lines[0], entry.amount, speech.language):
            amount = figure_in_words(entry.amount, "money", in_currency(entry.currency, speech))
            lines.append(_("Amount: {amount}").format(amount=amount))
        return self.cited(title, tuple(lines), entry)

    def cited(self, title: str, values: tuple[str, ...], entry: Cited, remarks: tuple[str, ...] = ()) -> CitedFact:
        """A fact with the company's source."""
        return cited_fact(title, values, entry, self.company.sources, self.speech, remarks=remarks)
