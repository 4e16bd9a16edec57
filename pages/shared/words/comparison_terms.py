"""The contract terms of the compared companies side by side: figures in a table, and below it what is no number."""

from collections.abc import Mapping, Sequence

from pages.shared.draw.tables import Listing, Row, Section, Table
from pages.shared.words.comparison_table import column_titles, figure_of
from planner.analysis.beside.comparison import COMPARED_MEASURES, Comparison, Difference
from planner.analysis.case import Case
from planner.analysis.company import contract, facts
from planner.analysis.company.age import years_of
from planner.analysis.company.contract import Clause
from planner.analysis.company.facts import Fact
from planner.analysis.company.names import years_in_words
from planner.inputs.cited.figure import Cited, Grade
from planner.inputs.company.company import Company
from planner.language import currency_unit, format_number
from planner.speech import Speech

PER_100 = ("points_per_100_retail", "commissionable_per_100_retail")  # of the plan's currency, at shop price
Answers = Mapping[str, Mapping[str, float]]
UNSAID = "\N{EN DASH}"  # where a company does not disclose what another does


def terms_tables(comparison: Comparison, speech: Speech) -> tuple[Table, Table]:
    """The companies' terms that are figures: those in which they differ, then those in which they are alike.

    What none of them discloses is in neither, and where one does not there is a dash: not_disclosed() lists both.
    """
    _ = speech.text
    lines = [line for line in comparison.differences if line.key not in COMPARED_MEASURES and line.stated]
    columns = (_("Term"), *column_titles(comparison, speech))
    answers = comparison.plan.company_answers

    def table(caption: str, chosen: list[Difference]) -> Table:
        def row(line: Difference) -> Row:
            pairs = zip(line.facts, comparison.cases, strict=True)
            return Row(_(line.title), tuple(term_cell(fact, case, answers, speech) for fact, case in pairs))

        return Table(caption, columns, tuple(map(row, chosen)), words=True, stacked=True)

    return (
        table(_("Terms in which they differ"), [line for line in lines if line.differ]),
        table(_("Terms in which they are alike"), [line for line in lines if not line.differ]),
    )


def term_cell(fact: Fact, case: Case, answers: Answers, speech: Speech) -> str:
    """A term in words: a figure assumed, as the person answered, or with what is particular of its source."""
    _ = speech.text
    if fact.value is None:
        return (
            UNSAID
            if is_unsaid(fact)
            else with_grade(speech.say(fact.reason or facts.NOT_DISCLOSED), fact.grade, speech)
        )
    figure = figure_of(fact, speech)
    if fact.key in PER_100:
        unit = currency_unit(case.projection.terms.currency, speech.language)
        figure = _("{figure} per 100 {currency}").format(figure=figure, currency=unit)
    if not fact.assumed:
        return with_grade(figure, fact.grade, speech)
    answered = fact.key in answers.get(case.company.id, {})
    return (_("{figure} (your answer)") if answered else _("{figure} (assumed)")).format(figure=figure)


def with_source(text: str, entries: Sequence[object], company: Company, speech: Speech) -> str:
    """What rests on figures of a company, with their years and a weak source in brackets.

    The years of a historic company stand beside its name; those of its figures are of later reports on it.
    """
    _, cited = speech.text, [entry for entry in entries if isinstance(entry, Cited)]
    grades = [facts.grade_of(entry) for entry in cited]
    if company.status != "active" or company.yours or not cited:
        return with_grade(text, grades[0] if len(grades) == 1 else "weak" if "weak" in grades else None, speech)
    years = years_of(cited)
    said = years_in_words(years, speech) if years else _("undated")
    words = _("{figure} ({year})")
    if "weak" in grades:
        words = _("{figure} ({year}, weak source)")
    return words.format(figure=text, year=said)


def with_grade(text: str, grade: Grade | None, speech: Speech) -> str:
    """A weak source is named beside what rests on it, and so is what the person stated."""
    _ = speech.text
    if grade == "weak":
        return _("{figure} (weak source)").format(figure=text)
    return _("{figure} (yours)").format(figure=text) if grade == "yours" else text


def of_the_rates(comparison: Comparison, speech: Speech) -> str:
    """At which rates money was converted, and that points never are; empty where there is but one currency."""
    _ = speech.text
    if not comparison.rates:
        return ""
    line = _("1 {currency} = {amount}")
    unit = currency_unit(comparison.plan.currency, speech.language)
    rates = (
        line.format(
            currency=currency_unit(currency, speech.language),
            amount=speech.money(rate, 2)
            if round(rate, 2) == rate
            else f"{format_number(rate, speech.language, None)} {unit}",
        )
        for currency, rate in comparison.rates.items()
    )
    words = _("{rates}, as you stated. Points are each company's own.")
    return words.format(rates="; ".join(rates))


def is_unsaid(fact: Fact) -> bool:
    """Whether nobody discloses it."""
    return fact.value is None and fact.reason in (None, facts.NOT_DISCLOSED)


def worded_terms(comparison: Comparison, speech: Speech) -> Listing:
    """The terms that are no numbers, each with what every company says of it; last, once, what is not disclosed."""
    _ = speech.text
    titles = column_titles(comparison, speech)
    sections = []
    for title, said in _worded(comparison, speech):
        lines = tuple((name, each) for name, each in zip(titles, said, strict=True) if each)
        if lines and len(set(said)) == 1:
            lines = ((_("All of them"), said[0]),)
        if lines:
            sections.append(Section(title, lines))
    unsaid = not_disclosed(comparison, speech)
    listed = (Section(_("Not disclosed"), unsaid),) if unsaid else ()
    return Listing(_("Terms in words"), (*sections, *listed))


def not_disclosed(comparison: Comparison, speech: Speech) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What no company discloses, then by company what it does not and another does; figures before words."""
    _ = speech.text
    terms = [line for line in comparison.differences if line.key not in COMPARED_MEASURES]
    rows = [(_(line.title), tuple(map(is_unsaid, line.facts))) for line in terms]
    rows += [(title, tuple(not each for each in said)) for title, said in _worded(comparison, speech)]
    by_all = tuple(title for title, unsaid in rows if all(unsaid))
    found = [(_("By none of them"), by_all)]
    for place, name in enumerate(column_titles(comparison, speech)):
        found.append((name, tuple(title for title, unsaid in rows if unsaid[place] and not all(unsaid))))
    return tuple((who, (_("{sentence}.").format(sentence=", ".join(what)),)) for who, what in found if what)


def _worded(comparison: Comparison, speech: Speech) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Each term that is no number with what every company says of it; nothing of one that does not disclose it."""
    said_by_each = (contract.worded_terms(case.company, case.projection.terms) for case in comparison.cases)
    return [
        (speech.text(terms[0].title), [_clauses(term.clauses, speech) for term in terms])
        for terms in zip(*said_by_each, strict=True)
    ]


def _clauses(clauses: tuple[Clause, ...], speech: Speech) -> tuple[str, ...]:
    return tuple(with_grade(clause.said(speech), clause.grade, speech) for clause in clauses)
