"""The commands about companies: companies, which lists them, and company, which opens one."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from itertools import groupby
from textwrap import wrap
from typing import Any

from planner.analysis.company.citation import GRADES, KINDS, year_in_words
from planner.analysis.company.contract import PLAN_KINDS
from planner.analysis.company.coverage import PayStanding, coverage_of, parts_computed, pay_in_words, pay_standing
from planner.analysis.company.facts import NOT_DISCLOSED
from planner.analysis.company.figure_rows import FigureRow, figure_rows
from planner.analysis.company.in_words import figure_in_words, in_currency
from planner.analysis.team.explained.plan import plan_in_words
from planner.analysis.team.explained.unpublished import unpublished
from planner.commands.files import Faults, company_of, write, write_table
from planner.commands.question import check_style, write_csv
from planner.export.about import PROGRAM, VERSION, of_the_catalogue
from planner.export.companies import companies_frame, figures_frame
from planner.export.frames import Frame
from planner.export.json import records, to_json
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.own_years import default_plan_on
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.terms import resolve_terms
from planner.language import mark
from planner.speech import Speech

NO_ANSWERS: dict[str, float] = {}  # of a person, whom this does not ask
WIDTH = 100  # columns of a terminal
TEXT, GAP = 62, 2  # of which the texts take so many; figures stand to the right of them

COMPANY_TITLES = (
    mark("id"),
    mark("name"),
    mark("market"),
    mark("currency"),
    mark("status"),
    mark("pay plan"),
    mark("years"),
    mark("sourced"),
    mark("weak"),
    mark("not disclosed"),
    mark("pay computed"),
)
COMPUTED: dict[PayStanding, str] = {
    "computed": mark("yes"),
    "asked": mark("with figures asked"),
    "in_part": mark("{computed} of {parts} parts"),
    "asked_in_part": mark("{computed} of {parts} parts, with figures asked"),
    "partly": mark("without some rates"),
    "waiting": mark("not until you state it"),
    "not_computed": mark("no"),
}
STATUSES = {"active": mark("active"), "historic": mark("historic"), "fictional": mark("fictional")}
SAID_KINDS = KINDS | {"asked": mark("asked of you")}

# What the source is to an entry that is not its figure.
SOURCES_BESIDE = {
    "not_found": mark("what is said instead is from {number}"),
    "asked": mark("the assumption leans on {number}"),
}


def companies_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """The companies that can be chosen, and the faults of the files that cannot."""
    check_style(arguments, speech)
    catalog = load_catalog()
    frame = companies_frame(list(catalog.companies.values()), speech)
    match arguments.format:
        case "csv":
            write_csv(arguments, of_the_catalogue(frame))
        case "json":
            write(to_json(records(of_the_catalogue(frame))))
        case _:
            write_table([[speech.text(title) for title in COMPANY_TITLES], *_in_words(frame, speech)])
    return catalog.faults


def _in_words(frame: Frame, speech: Speech) -> Iterator[list[str]]:
    """The rows of the list as a person reads them."""
    tables: tuple[tuple[str, Mapping[Any, str]], ...] = (
        ("status", STATUSES),
        ("plan_kind", PLAN_KINDS),
        ("pay", COMPUTED),
    )
    words = dict(tables)
    counts = ["pay_parts_computed", "pay_parts"]
    for row in frame.drop(columns="asked").to_dict("records"):
        computed, parts = (str(row.pop(name)) for name in counts)
        cells = {str(name): str(value) for name, value in row.items()}
        told = [speech.text(words[name][cell]) if name in words else cell for name, cell in cells.items()]
        yield [*told[:-1], told[-1].format(computed=computed, parts=parts)]


def company_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """Every figure of one company, with what it rests on: one of the list by its id, or one of a file by its name."""
    check_style(arguments, speech)
    company, faults = company_of(arguments.company)
    if company is None:
        return faults
    in_its_currency = replace(speech, currency=company.currency)
    match arguments.format:
        case "csv":
            write_csv(arguments, of_the_catalogue(figures_frame(company, speech)))
        case "json":
            write(to_json(company_record(company, speech)))
        case _:
            for line in company_lines(company, in_its_currency):
                sys.stdout.write(f"{line}\n")
    return ()


def company_record(company: Company, speech: Speech) -> dict[str, object]:
    """The file as it stands, how much of it is sourced, how far its pay is computed, and each figure as in CSV."""
    terms = resolve_terms(company, default_plan_on(company))
    return {
        "program": PROGRAM,
        "version": VERSION,
        "company": company.model_dump(mode="json", exclude_none=True),
        "coverage": asdict(coverage_of(company)),
        "pay": pay_standing(company, terms),
        "pay_parts": asdict(parts_computed(company, terms)),
        "how_a_team_is_paid": how_a_team_is_paid(company, speech),
        "figures": records(figures_frame(company, speech)),
    }


def how_a_team_is_paid(company: Company, speech: Speech) -> list[dict[str, object]]:
    """Its pay plan in words, as far as it is computed on teams: sentences, by what they are of."""
    plan = pay_plan_of(company, NO_ANSWERS)
    if plan is None:
        return []
    told = plan_in_words(
        plan, in_currency(company.currency, speech), unpublished=unpublished(company, NO_ANSWERS, speech)
    )
    return [{"of": each.of, "title": each.title, "sentences": list(each.sentences)} for each in told]


def company_lines(company: Company, speech: Speech) -> Iterator[str]:
    """The company for reading in a terminal of 100 columns; sources are numbered, and listed at the end.

    speech: in the company's currency.
    """
    _ = speech.text
    yield from wrap(f"{company.name} ({company.id}), {speech.told(company.market)}", WIDTH)
    yield from wrap(speech.told(company.about), WIDTH)
    yield from wrap(_in_short(company, speech), WIDTH)
    rows = figure_rows(company, speech)
    numbers: dict[tuple[str, str], int] = {}
    for title, of_title in groupby(rows, lambda row: row.title):
        yield ""
        yield from wrap(title, WIDTH)
        for _entry, of_entry in groupby(of_title, lambda row: row.entry):
            yield from _entry_lines(list(of_entry), numbers, speech)
    yield ""
    yield _(mark("Sources"))
    for (source, address), number in numbers.items():
        yield from wrap(f"[{number}] {source}", WIDTH, initial_indent="  ", subsequent_indent="      ")
        if address:
            yield f"      {address}"  # whole, however long, so that it can be followed


def _in_short(company: Company, speech: Speech) -> str:
    """Kind, status and how much is known."""
    _, coverage = speech.text, coverage_of(company)
    terms = resolve_terms(company, default_plan_on(company))
    words = _(
        mark(
            "Pay plan: {kind}. Status: {status}. Currency: {currency}. Figures from a source: {sourced}, of them from "
            "a weak one: {weak}. Looked for and not found: {unknown}. Asked of you: {asked}. Its pay here: {pay}."
        )
    )
    return words.format(
        kind=_(PLAN_KINDS[company.plan_kind]),
        status=_(STATUSES[company.status]),
        currency=company.currency,
        sourced=speech.number(coverage.sourced),
        weak=speech.number(coverage.weak),
        unknown=speech.number(coverage.not_disclosed),
        asked=speech.number(coverage.asked),
        pay=speech.say(pay_in_words(company, terms)),
    )


def _entry_lines(rows: list[FigureRow], numbers: dict[tuple[str, str], int], speech: Speech) -> Iterator[str]:
    """The figures of one entry, then once what they rest on."""
    for row in rows:
        texts = wrap(row.text, TEXT - 2) or [""]
        figure = _figure(row, speech)
        yield f"  {texts[0]:<{TEXT - 2}}{' ' * GAP}{figure}".rstrip()
        yield from (f"  {text}" for text in texts[1:])
    first, _ = rows[0], speech.text
    basis = [_(SAID_KINDS[first.kind])] if first.kind in SAID_KINDS else []
    if first.year:
        basis.append(year_in_words(first.year, first.read, speech))
    if first.grade:
        basis.append(_(GRADES[first.grade]))
    if first.source:
        number = f"[{numbers.setdefault((first.source, first.address), len(numbers) + 1)}]"
        basis.append(_(SOURCES_BESIDE[first.kind]).format(number=number) if first.kind in SOURCES_BESIDE else number)
    formula = _(mark("Formula: {formula}")).format(formula=first.formula) if first.formula else ""
    for line in (formula, first.note, " · ".join(basis)):
        yield from wrap(line, WIDTH, initial_indent="    ", subsequent_indent="    ")


def _figure(row: FigureRow, speech: Speech) -> str:
    """The figure with its unit, or that there is none."""
    if row.kind == "not_found" or (row.kind == "asked" and row.value is None):
        return speech.say(NOT_DISCLOSED)
    if row.value is None:
        return ""  # the text says all of it
    in_its_currency = replace(speech, currency=row.currency or speech.currency)
    figure = figure_in_words(row.value, row.unit, in_its_currency)
    return speech.text(mark("{figure} (assumed)")).format(figure=figure) if row.kind == "asked" else figure
