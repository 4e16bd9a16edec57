"""The command that says all that is wrong with files: check."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from planner.analysis.catalogue.review import NEVER, TITLES, review
from planner.analysis.cautions.without_effect import without_effect
from planner.analysis.company.age import computed_years, span
from planner.analysis.team.paid import Payer, payer_of_file
from planner.analysis.team.proven.run import run_proofs
from planner.analysis.team.proven.words import faults_of_proofs, payer_by_plan, summary_in_words
from planner.commands.files import Faults, read_plan
from planner.errors import Fault
from planner.inputs.cited.file import read_tables
from planner.inputs.company.catalog import SAME_ID, load_company, read_company
from planner.inputs.company.company import Company
from planner.inputs.company.edited import faults_of_editing
from planner.inputs.evidence.industry import read_evidence
from planner.inputs.evidence.presets import load_presets
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.evidence.tax_rules import read_tax_rules
from planner.inputs.evidence.usual_costs import load_suggested_costs
from planner.inputs.evidence.wages import load_wages
from planner.inputs.faults import path_of
from planner.inputs.file_text import IS_A_FOLDER, data_of
from planner.inputs.pay.pay_file import PayFile, read_pay_file
from planner.inputs.team_file.read import read_team_file
from planner.inputs.team_file.text import LARGEST_TEAM
from planner.language import mark
from planner.speech import Speech

NEITHER_KIND = mark(
    "Only plans (.json), companies, pay plans and tax rules (.toml) and teams (.csv) are checked. Give the file one of "
    "these endings."
)


NOTHING_NAMED = mark("Name a file or a folder, or ask for --catalogue.")
MUST_NEVER_BE = mark("This must never be in what is shipped. Correct it.")
NO_FILES = mark("This folder holds neither plans (.json) nor companies and tax rules (.toml). Name another one.")
NO_KIND = mark(
    "Nothing in this file says what it is. A company has joining, prices, volume, pay and buy_back, a pay plan has "
    "parts, and tax rules have base_share. State one of them."
)
COMPANY, PAY_PLAN = "company", "parts"
# What no other kind has: one key that does not belong makes no running costs of a company.
OF_A_COMPANY = {"joining", "prices", "volume", "pay", "buy_back"}
# What says of a file that was only begun which of the two it is to be; ranks are a list in a plan.
OF_A_PLAN = PayFile.model_fields.keys() - Company.model_fields.keys()
OF_COMPANIES_ALONE = Company.model_fields.keys() - PayFile.model_fields.keys() - {"sources"}
PLAN = ".json"
CHECKED = (PLAN, ".toml")


def faults_of_pay_file(data: bytes, name: str) -> Faults:
    """Those of a pay plan in a file of its own, and what it does not pay as its brochure prints it."""
    plan, faults = read_pay_file(data, name)
    return faults if plan is None else faults_of_proofs(payer_of_file(plan), name)


# What a file is that is none of a company, by a key that no other kind has, and what is wrong with it.
READERS: dict[str, Callable[[bytes, str], Faults]] = {
    PAY_PLAN: faults_of_pay_file,
    "base_share": lambda data, name: read_tax_rules(data, name)[1],
    "figures": lambda data, name: read_evidence(data, name)[1],
    "ranges": lambda _data, name: load_ranges(Path(name)).faults,
    "presets": lambda _data, name: load_presets(Path(name)).faults,
    "costs": lambda _data, name: load_suggested_costs(Path(name)).faults,
    "wages": lambda _data, name: load_wages(Path(name)).faults,
}


def check_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """All faults of all files, and a line for each good one. Of a folder, all its files of the kinds that are read.

    With --catalogue: where to look in what is shipped, by kind; a fault where something is there that must never be.
    """
    if arguments.catalogue:
        return _catalogue(speech)
    if not arguments.files:
        return (Fault("", NOTHING_NAMED),)
    found: list[Fault] = []
    files_by_id: dict[str, Path] = {}  # without case: on many computers two that differ in it alone are one
    for name in (name for given in arguments.files for name in files_of(given)):
        faults = faults_of_file(name)
        if is_company(name):
            other = files_by_id.setdefault(Path(name).stem.casefold(), Path(name))
            if other.resolve() != Path(name).resolve():
                faults += (Fault("", SAME_ID, "", name, {"other": str(other)}),)
        found += faults
        if not faults:
            sys.stdout.write(_without_faults(name, speech) + "\n")
    return tuple(found)


def _catalogue(speech: Speech) -> Faults:
    """Every remark on what is shipped, a line each under the heading of its kind with their number."""
    found = review()
    for kind, title in TITLES.items():
        remarks = [each for each in found if each.kind == kind]
        sys.stdout.write(f"{speech.text(title)} ({len(remarks)})\n")
        for each in remarks:
            parts = (each.file, each.place, speech.text(each.said) if each.said else "")
            sys.stdout.write(f"  {': '.join(part for part in parts if part)}\n")
    never = [each for each in found if each.kind in NEVER]
    return tuple(Fault(each.place, MUST_NEVER_BE, each.said, each.file) for each in never)


def _without_faults(name: str, speech: Speech) -> str:
    """That nothing is wrong with a file; of a company also how old the terms are that are computed with.

    Of a pay plan with examples from its brochure, that it pays what they print; of a plan, what of it counts for
    nothing.
    """
    _ = speech.text
    file = read_plan(name)[0] if Path(name).suffix.lower() == PLAN else None
    if file is not None:
        own = Speech.of(speech.language, file.plan)
        idle = [f"  {path_of(place)}: {own.say(why)}" for place, why in without_effect(file.plan).items()]
        return "\n".join([_(mark("{file}: no faults")).format(file=name), *idle])
    company = load_company(Path(name))[0] if is_company(name) else None
    proven = summary_in_words(run_proofs(payer), speech) if (payer := payer_in(name, company)) else ""
    ending = f", {proven}" if proven else ""
    if company is None:
        return _(mark("{file}: no faults")).format(file=name) + ending
    years = span(computed_years(company))
    return _(mark("{file}: no faults, terms of {years}")).format(file=name, years=years) + ending


def payer_in(name: str, company: Company | None) -> Payer | None:
    """The pay plan of a file of its own, or of the company of a file; None where it states none."""
    if company is not None:
        return payer_by_plan(company)
    data = data_of(Path(name), name) if Path(name).suffix.lower() == ".toml" else None
    if data is None or isinstance(data, Fault) or kind_of(data, name) != PAY_PLAN:
        return None
    plan, _faults = read_pay_file(data, name)
    return None if plan is None else payer_of_file(plan)


def files_of(name: str) -> list[str]:
    """The file itself or, for a folder, what is read of it, by name; the folder where that is nothing."""
    try:
        inside = sorted(Path(name).iterdir())
    except OSError:  # no folder, or one that cannot be opened
        return [name]
    return [str(file) for file in inside if file.suffix.lower() in CHECKED] or [name]


def faults_of_file(name: str) -> Faults:
    """Everything that is wrong with a plan or a company file, each fault naming the file as the person did."""
    match Path(name).suffix.lower():
        case ".json":
            _, faults = read_plan(name)
        case ".toml":
            faults = faults_of_toml(name)
        case ".csv":
            data = data_of(Path(name), name, LARGEST_TEAM)
            faults = (data,) if isinstance(data, Fault) else read_team_file(data, name)[1]
        case _:
            data = data_of(Path(name), name)
            is_folder = isinstance(data, Fault) and data.message == IS_A_FOLDER
            faults = (Fault("", NO_FILES if is_folder else NEITHER_KIND),)
    return tuple(replace(fault, file=name) for fault in faults)


def faults_of_toml(name: str) -> Faults:
    """Those of what the file holds, a company where nothing says otherwise."""
    data = data_of(Path(name), name)
    if isinstance(data, Fault):
        return (data,)
    kind = kind_of(data, name)
    if kind is None:
        return (Fault("", NO_KIND),)
    if reader := READERS.get(kind):
        return reader(data, name)
    company, faults = read_company(data, Path(name).name)
    if company is None:
        return faults
    payer = payer_by_plan(company)
    unproven = faults_of_proofs(payer, name, "pay.plan.") if payer else ()
    return (*faults_of_editing(company, name, datetime.now(UTC).year), *unproven)


def kind_of(data: bytes, name: str) -> str | None:
    """What a TOML file is: a key of READERS, or a company, which a group of a company's makes it.

    None where it can be read and nothing in it says what it is, such as in a file that was only begun.
    """
    tables = read_tables(data, name)
    if isinstance(tables, Fault):
        return COMPANY  # whose reader says why it cannot be read
    if tables.keys() & OF_A_COMPANY:
        return COMPANY
    kind = next((key for key in READERS if key in tables), None)
    if kind is None and (tables.keys() & OF_A_PLAN or isinstance(tables.get("ranks"), list)):
        return PAY_PLAN
    return COMPANY if kind is None and tables.keys() & OF_COMPANIES_ALONE else kind


def is_company(name: str) -> bool:
    """Whether a file is read as a company, so that its name is an id."""
    if Path(name).suffix.lower() != ".toml":
        return False
    data = data_of(Path(name), name)
    return not isinstance(data, Fault) and kind_of(data, name) == COMPANY
