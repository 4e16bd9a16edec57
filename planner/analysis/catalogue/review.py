"""Where to look in what is shipped: what is stale, weak, without a source, asked or contradictory, in every file of it.

The companies, the evidence, the ranges, the presets, the tax rules, the usual costs and the wages. Two kinds must never
be: what is wrong, and what contradicts itself; a source that nothing rests on is wrong too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planner.analysis.company.age import OLD_AFTER, computed_years, this_year
from planner.analysis.team.proven.words import faults_of_proofs, payer_by_plan
from planner.inputs.cited.figure import Asked, Cited, NotFound
from planner.inputs.cited.records import records_of
from planner.inputs.cited.source import Source
from planner.inputs.company.catalog import Catalog, load_catalog
from planner.inputs.company.company import Company
from planner.inputs.company.edited import faults_of_editing
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.company.record import ToLookUp
from planner.inputs.evidence.industry import load_evidence
from planner.inputs.evidence.presets import Presets, load_presets
from planner.inputs.evidence.ranges import Ranges, load_ranges
from planner.inputs.evidence.tax_rules import TaxRuleSets, load_tax_rules
from planner.inputs.evidence.usual_costs import load_suggested_costs
from planner.inputs.evidence.wages import load_wages
from planner.inputs.path import written
from planner.language import mark

Kind = Literal["wrong", "contradictory", "stale", "undated", "weak", "judgement", "asked", "not_found", "to_look_up"]
TITLES: dict[Kind, str] = {
    "wrong": mark("Wrong, which must never be"),
    "contradictory": mark("Contradictory, which must never be"),
    "stale": mark("Old"),
    "undated": mark("Without a year"),
    "weak": mark("From a weak source"),
    "judgement": mark("A judgement that leans on no source"),
    "asked": mark("Asked of the person, or assumed"),
    "not_found": mark("Looked for and not found"),
    "to_look_up": mark("To be looked up"),
}
NEVER: tuple[Kind, ...] = ("wrong", "contradictory")
OLD_EVIDENCE = 10  # years, of what is told and not computed with


@dataclass(frozen=True, slots=True)
class Remark:
    """One place to look at. file: its name, without a folder. said: a year, a value or an address; empty where none."""

    kind: Kind
    file: str
    place: str
    said: str = ""


def review() -> tuple[Remark, ...]:
    """Of everything that is shipped, in the order of the kinds, then of the files."""
    catalog, presets, ranges = load_catalog(), load_presets(), load_ranges()
    evidence, faults = load_evidence()
    costs, wages, taxes = load_suggested_costs(), load_wages(), load_tax_rules()
    every_fault = (*catalog.faults, *faults, *presets.faults, *ranges.faults, *costs.faults, *wages.faults)
    found = [Remark("wrong", fault.file, fault.path, fault.message) for fault in (*every_fault, *taxes.faults)]
    found += of_companies(catalog)
    if evidence is not None:
        found += of_entries("evidence.toml", evidence, evidence.sources, OLD_EVIDENCE)
    if costs.found is not None:
        found += of_entries("running_costs.toml", costs.found, costs.found.sources)
    found += of_entries("reference_wages.toml", dict(wages.by_currency), wages.sources)
    found += of_tax_rules(taxes)
    found += of_judgements(presets, ranges)
    order = list(TITLES)
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (order.index(each.kind), each.file)))


def of_companies(catalog: Catalog) -> Iterator[Remark]:
    """Each company by itself, then what two files say of one source."""
    for company in catalog.companies.values():
        if company.status != "fictional":
            yield from of_company(company)
        yield from of_proofs(company)


def of_proofs(company: Company) -> Iterator[Remark]:
    """What a brochure prints and the company's plan does not pay any more: printed, and ours."""
    payer = payer_by_plan(company)
    for fault in faults_of_proofs(payer, f"{company.id}.toml", "pay.plan.") if payer else ():
        ours = fault.parameters.get("ours")
        said = fault.message if ours is None else f"{fault.found} ≠ {ours}"
        yield Remark("wrong" if ours is None else "contradictory", fault.file, fault.path, said)


def of_company(company: Company) -> Iterator[Remark]:
    """What an editor would send back, how old the terms are that are computed with, and the figures one by one."""
    file, years = f"{company.id}.toml", computed_years(company)
    for fault in faults_of_editing(company, file, this_year()):
        yield Remark("wrong", file, fault.path, fault.message)
    if company.status == "active" and years and this_year() - years[-1] > OLD_AFTER:
        yield Remark("stale", file, "", "-".join(map(str, sorted({years[0], years[-1]}))))
    yield from of_entries(file, company, company.sources, old_after=None)
    for place, entry in records_of(company):
        if isinstance(entry, ToLookUp):
            yield Remark("to_look_up", file, place, entry.where)


def of_entries(
    file: str, value: object, sources: Mapping[str, Source], old_after: int | None = OLD_AFTER
) -> Iterator[Remark]:
    """The cited figures of a file one by one, what it asks and did not find, and whether each source is of use.

    old_after: how many years on a figure is old; None where that is said of the file as a whole.
    """
    used, graded = set[str](), defaultdict[str, set[str]](set)
    for place, entry in records_of(value):
        key = getattr(entry, "source", None)
        used.update({key} if isinstance(key, str) else ())
        if isinstance(entry, Cited):
            graded[entry.source].add(entry.grade)
            yield from _of_cited(file, place, entry, old_after)
        elif isinstance(entry, Asked | MissingLevel):
            yield Remark("asked", file, place, f"{entry.assumed:.15g}" if isinstance(entry, Asked) else "")
        elif isinstance(entry, NotFound):
            yield Remark("not_found", file, place)
    for key in sources.keys() - used:
        yield Remark("wrong", file, f"sources.{key}", mark("No figure rests on this source. Remove it."))
    for key, grades in graded.items():
        if {"primary", "weak"} <= grades:
            yield Remark("contradictory", file, f"sources.{key}", ", ".join(sorted(grades)))


def _of_cited(file: str, place: str, entry: Cited, old_after: int | None) -> Iterator[Remark]:
    if entry.grade == "weak":
        yield Remark("weak", file, place, str(entry.year))
    if entry.year == "undated":
        yield Remark("undated", file, place, str(entry.read or ""))
    elif old_after is not None and this_year() - entry.year > old_after:
        yield Remark("stale", file, place, str(entry.year))


def of_tax_rules(taxes: TaxRuleSets) -> Iterator[Remark]:
    """Each set of rules, and whether its country has one of a later year or of this one."""
    newest: dict[str, int] = {}
    for rules in taxes.sets.values():
        newest[rules.currency] = max(newest.get(rules.currency, 0), rules.year)
    for rules in taxes.sets.values():
        file = f"{rules.id}.toml"
        if rules.year == newest[rules.currency] < this_year():
            yield Remark("stale", file, "year", str(rules.year))
        yield from of_entries(file, rules, rules.sources, old_after=None)


def of_judgements(presets: Presets, ranges: Ranges) -> Iterator[Remark]:
    """What no source stands behind, and a typical figure that lies outside of what is said to be plausible."""
    for path, span in ranges.ranges.items():
        for name, end in (("low", span.low), ("high", span.high)):
            if end.source is None:
                yield Remark("judgement", "ranges.toml", f"{written(path)}.{name}", f"{end.value:.15g}")
    for name, preset in presets.presets.items():
        for where, figure in preset.figures.items():
            if figure.source is None:
                yield Remark("judgement", "presets.toml", f"{name}.{written(where)}")
    yield from _outside(presets, ranges)


def _outside(presets: Presets, ranges: Ranges) -> Iterator[Remark]:
    plausible = {written(path): span for path, span in ranges.ranges.items() if span.measure == "value"}
    typical = presets.presets.get("typical")
    for where, figure in typical.figures.items() if typical else ():
        value, span = figure.value, plausible.get(written(where))
        if span is not None and isinstance(value, int | float) and not span.low.value <= value <= span.high.value:
            said = f"{value:.15g}: {span.low.value:.15g} - {span.high.value:.15g}"
            yield Remark("contradictory", "presets.toml", f"typical.{written(where)}", said)


def is_clean(remarks: Iterable[Remark]) -> bool:
    """Whether nothing is there that must never be."""
    return not any(remark.kind in NEVER for remark in remarks)
