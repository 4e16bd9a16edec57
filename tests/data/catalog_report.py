"""The catalogue as a document in English: who is in it, how much is sourced, and what of the pay is computed."""

from collections.abc import Iterable, Iterator, Mapping

from planner.analysis.company.age import computed_years, span
from planner.analysis.company.contract import PLAN_KINDS
from planner.analysis.company.coverage import (
    PAY_STANDINGS,
    Coverage,
    PayStanding,
    coverage_of,
    is_computed,
    pay_in_words,
    pay_standing,
)
from planner.analysis.company.figure_rows import FigureRow, figure_rows
from planner.analysis.company.in_words import figure_in_words
from planner.inputs.cited.figure import Asked
from planner.inputs.company.company import Company, Component
from planner.inputs.own_years import default_plan_on
from planner.inputs.plan.plan import default_plan
from planner.inputs.terms import resolve_terms
from planner.inputs.unsourced import asked_figures
from planner.speech import Speech

# The parts of the document, by the status of the companies in each.
PARTS = {
    "active": "Companies that take new sellers",
    "historic": "Cases of the past",
    "fictional": "Invented, as an example",
}
STANDINGS = {
    "computed": "computed",
    "asked": "computed with a figure asked of you",
    "not_computed": "not computed",
}
HOW_FAR = {
    "computed": "computed",
    "known": "known, not computed",
    "named": "named without figures",
}
OF_PARTS = """The parts are those that sources state as parts of the pay, as they stand under each company below.
Computed counts those computed with a figure asked of you too; known are figures that no rule here pays by, or that
lack others to be paid by; named are parts of which no source gives a figure. Printed examples are those that a
brochure or a page prints with its figures, which the rules here are held against; where pay on a team is computed and
no example was found, that stands among what was not found."""
INTRODUCTION = """# The companies

Written by `make companies` from the files in `sample_data/companies/`, and a test compares: change the files, not this.

A company is one on one market in one currency. Every figure stands in its file with its source, its year and how good
the source is; the pages *One company* and *Method* show each, and `python -m planner company ID` prints them.

- **from sources**: figures and rules that somebody published, or that are derived from what is, with the formula. A
  price list, a scale of ranks or an income disclosure is one, however many rows it has.
- **weak**: those of them that were read in a blog, a forum or a copy by somebody unknown.
- **not found**: looked for, and in no source that could be read. It is unknown, and is never counted as a zero in a
  comparison of terms.
- **terms of**: the years of what a plan is computed with, the oldest and the newest; undated where no source says.
  Pages say it beside the name of a company whose newest terms are more than three years old.
- **asked of you**: what a computation needs and no source gives. An assumed figure is used until you state yours; the
  rate of a level counts as nothing until you do.
"""


def catalog_report(companies: Mapping[str, Company]) -> str:
    """The whole document, in Markdown, without anything that differs from one run to the next."""
    listed = _in_order(companies.values())
    parts = [INTRODUCTION, _overview(listed), _parts_computed(listed), _coverage(listed)]
    for status, title in PARTS.items():
        parts.append(f"## {title}\n")
        parts += [_company(company) for company in listed if company.status == status]
    return "\n".join(parts)


def _in_order(companies: Iterable[Company]) -> tuple[Company, ...]:
    order = list(PARTS)
    return tuple(sorted(companies, key=lambda each: (order.index(each.status), each.name.casefold(), each.id)))


def _overview(companies: Iterable[Company]) -> str:
    """Every company with its market and what kind of plan it has."""
    rows = [
        (
            company.name,
            f"`{company.id}`",
            company.market.en,
            company.currency,
            _years(company),
            PLAN_KINDS[company.plan_kind],
            _team_pay(company),
        )
        for company in companies
    ]
    titles = ("company", "file", "market", "currency", "terms of", "pay plan", "pay on a team")
    return f"## All of them\n\n{_table(titles, rows)}"


def _team_pay(company: Company) -> str:
    """How far pay on a team is computed for somebody who has stated nothing of their own yet."""
    own = default_plan_on(company)
    return Speech.of("en", own).say(pay_in_words(company, resolve_terms(company, own)))


def _standing(company: Company) -> PayStanding:
    return pay_standing(company, resolve_terms(company, default_plan_on(company)))


def _years(company: Company) -> str:
    """Of which years the terms are that a plan is computed with."""
    return "invented" if company.status == "fictional" else span(computed_years(company)).replace("-", " to ")


def _coverage(companies: Iterable[Company]) -> str:
    """How much of each company stands on sources, and the sum of all. What is invented is in no sum."""
    real = [company for company in companies if company.status != "fictional"]
    rows = [(f"{company.name} (`{company.id}`)", *_counts(coverage_of(company))) for company in real]
    sums = [str(sum(column)) for column in zip(*(map(int, row[1:]) for row in rows), strict=True)]
    titles = ("company", "from sources", "of them weak", "not found", "asked of you")
    return f"## How much stands on sources\n\n{_table(titles, [*rows, ('all', *sums)])}"


def _parts_computed(companies: Iterable[Company]) -> str:
    """Of the parts that sources state of each pay plan, how many are computed, and how many are known by name alone."""
    real = [company for company in companies if company.status != "fictional"]
    counts = [
        tuple(sum(_how_far(company, part) == how for part in company.components) for how in HOW_FAR) for company in real
    ]
    rows = [
        (f"{company.name} (`{company.id}`)", *map(str, found), _share(found[0], sum(found)), str(_proofs(company)))
        for company, found in zip(real, counts, strict=True)
    ]
    sums = tuple(sum(column) for column in zip(*counts, strict=True))
    printed = str(sum(map(_proofs, real)))
    titles = ("company", *HOW_FAR.values(), "share computed", "printed examples")
    table = _table(titles, [*rows, ("all", *map(str, sums), _share(sums[0], sum(sums)), printed)])
    return f"## How much of each pay plan is computed\n\n{OF_PARTS}\n\n{table}"


def _how_far(company: Company, part: Component) -> str:
    if is_computed(part, waits=_standing(company) == "waiting"):
        return "computed"
    return "named" if part.without_figures else "known"


def _proofs(company: Company) -> int:
    """How many examples that are printed with their figures are paid as printed; a test pays them."""
    return len(company.pay.plan.proofs) if company.pay.plan is not None else 0


def _share(some: int, of_all: int) -> str:
    return f"{round(100 * some / of_all)} %" if of_all else ""


def _counts(coverage: Coverage) -> tuple[str, ...]:
    return tuple(map(str, (coverage.sourced, coverage.weak, coverage.not_disclosed, coverage.asked)))


def _company(company: Company) -> str:
    """One company: what it is, the parts of its pay, what is asked and what was not found."""
    paragraphs = [f"### {company.name}: {company.market.en}\n\n`{company.id}`. {company.about.en}\n"]
    if company.components:
        rows = [(part.name.en, _part_standing(company, part), _why(part)) for part in company.components]
        paragraphs.append(_table(("part of the pay", "here", "why"), rows))
    elif company.status != "fictional":
        paragraphs.append("No part of its pay could be read.\n")
    speech = Speech("en", company.currency, default_plan(company.currency).start_month)
    found = figure_rows(company, speech)
    paragraphs.append(_steps(company, speech))
    paragraphs.append(_listed("Asked of you", _asked(company, found, speech)))
    paragraphs.append(_listed("Looked for and not found", _not_found(found)))
    paragraphs.append(_listed("To be looked up", (f"{each.text.en} <{each.where}>" for each in company.to_look_up)))
    return "\n".join(filter(None, paragraphs))


def _part_standing(company: Company, part: Component) -> str:
    waits = part.standing == "asked" and _standing(company) == "waiting"
    return PAY_STANDINGS["waiting"] if waits else STANDINGS[part.standing]


def _why(part: Component) -> str:
    return part.why.en if part.why is not None else ""


def _steps(company: Company, speech: Speech) -> str:
    """Rates that wait for their points; nothing where there are none."""
    steps = company.pay.steps_without_points
    if steps is None:
        return ""
    rates = ", ".join(figure_in_words(rate, "share", speech) for rate in steps.rates)
    return f"Steps of {rates}, not computed until you state the points of each in a version of your own.\n"


def _asked(company: Company, rows: Iterable[FigureRow], speech: Speech) -> Iterator[str]:
    """What is asked, with what is assumed; the rates of levels that nobody published have no assumed value."""
    for figure in asked_figures(company).values():
        yield f"{figure.title.en}: {_assumed(figure, speech)} is assumed. {figure.reason.en}"
    for row in rows:
        if row.kind == "asked" and row.value is None:
            yield f"{row.title}: counted as nothing until you state it. {row.text}"


def _assumed(figure: Asked, speech: Speech) -> str:
    return figure_in_words(figure.assumed, figure.unit, speech)


def _not_found(rows: Iterable[FigureRow]) -> Iterator[str]:
    """In the words of the file, each under what it is called."""
    for row in rows:
        if row.kind == "not_found":
            yield f"{row.title}: {row.text}"


def _listed(title: str, lines: Iterable[str]) -> str:
    """A list under a line; nothing where there is nothing to list."""
    items = "\n".join(f"- {line}" for line in lines)
    return f"{title}:\n\n{items}\n" if items else ""


def _table(titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [titles, ("---",) * len(titles), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
