"""The planner from a shell: project, compare, simulate, seek and others. Results go to stdout, messages to stderr.

Exit status 0 where all went well, 1 where there are faults in a person's data, 2 where the command itself is not
understood. Files are UTF-8 in any locale; messages are in the locale's language, or in the one that --language names.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

from planner.analysis.comparison import FEWEST_COMPANIES, MOST_COMPANIES, Compared, compare
from planner.analysis.csv_export import to_csv
from planner.analysis.frames import companies_frame, comparison_frame, monthly_frame
from planner.analysis.json_export import comparison_record, projection_record, records, to_json
from planner.analysis.metrics import measure
from planner.analysis.wording import Speech
from planner.command_files import CANNOT_BE_OPENED, Faults, laid_on, read_plan, write, write_table
from planner.command_odds import seek_command, simulate_command
from planner.command_parser import command_parser, language_and_rest
from planner.command_sensitivity import sensitivity_command
from planner.errors import Fault
from planner.inputs.catalog import load_catalog, read_company
from planner.inputs.cited_file import read_tables
from planner.inputs.file_text import LARGEST_FILE
from planner.inputs.plan import Plan
from planner.inputs.tax_rules import read_tax_rules
from planner.language import mark
from planner.projection.engine import project

BROKEN_PIPE = 141  # what a shell reports of a program that was ended by a closed pipe


def main(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Run one command and return its exit status. argv: without the program's name.

    Raises SystemExit with status 2 for a command that is not understood, and with 0 after --help.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without − or ö still gets the message
    language, rest = language_and_rest(argv, environment)
    arguments = command_parser(language).parse_args(rest)
    speech = Speech.of(language, Plan())  # faults hold no amounts, so any currency will do
    try:
        faults = COMMANDS[arguments.command](arguments, speech)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough. What is still buffered must not raise again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    for fault in faults:
        sys.stderr.write(f"{speech.say_fault(fault)}\n")
    return 1 if faults else 0


def project_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """One plan on one company, month by month."""
    plan_file, faults = read_plan(arguments.plan)
    company_id = arguments.company or (plan_file.company if plan_file else None)
    if plan_file and company_id is None:
        arguments.wrong_usage(speech.text(mark("the plan names no company: state one with --company")))
    companies, faults = laid_on(plan_file, [company_id] if company_id else [], faults, arguments.plan)
    if plan_file is None or faults:
        return faults
    plan, company = plan_file.plan, companies[0]
    projection = project(plan, company)
    if arguments.format == "csv":
        write(to_csv(monthly_frame(plan, projection)))
    else:
        row = Compared(company, projection, measure(plan, projection))
        write(to_json(projection_record(plan, row, Speech.of(speech.language, plan))))
    return ()


def compare_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """The same plan on several companies, and not joining."""
    plan_file, faults = read_plan(arguments.plan)
    named = [part.strip() for part in arguments.companies.split(",")] if arguments.companies else None
    ids = named or (list(plan_file.compared) if plan_file else [])
    if (named or plan_file) and not (FEWEST_COMPANIES <= len(set(ids)) == len(ids) <= MOST_COMPANIES):
        message = speech.text(mark("name {fewest} to {most} different companies, with commas between them"))
        arguments.wrong_usage(message.format(fewest=FEWEST_COMPANIES, most=MOST_COMPANIES))
    companies, faults = laid_on(plan_file, ids, faults, arguments.plan)
    if plan_file is None or faults:
        return faults
    comparison = compare(plan_file.plan, companies)
    if arguments.format == "csv":
        write(to_csv(comparison_frame(comparison)))
    else:
        write(to_json(comparison_record(comparison, Speech.of(speech.language, plan_file.plan))))
    return ()


def check_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """All faults of all files, and a line for each good one."""
    found: list[Fault] = []
    for name in arguments.files:
        faults = faults_of_file(name)
        found += faults
        if not faults:
            sys.stdout.write(speech.text(mark("{file}: no faults")).format(file=name) + "\n")
    return tuple(found)


def companies_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """The companies that can be chosen, and the faults of the files that cannot."""
    catalog = load_catalog()
    frame = companies_frame(list(catalog.companies.values()), speech.language)
    if arguments.format == "csv":
        write(to_csv(frame))
    elif arguments.format == "json":
        write(to_json(records(frame)))
    else:
        titles = [speech.text(title) for title in COMPANY_TITLES]
        rows = [[*company[:-1], speech.text(company[-1])] for company in frame.to_numpy().tolist()]
        write_table([titles, *rows])
    return catalog.faults


COMMANDS = {
    "project": project_command,
    "compare": compare_command,
    "sensitivity": sensitivity_command,
    "simulate": simulate_command,
    "seek": seek_command,
    "check": check_command,
    "companies": companies_command,
}

COMPANY_TITLES = (mark("id"), mark("name"), mark("market"), mark("currency"), mark("status"))
STATUSES = (mark("active"), mark("historic"), mark("fictional"))  # as the files state them, and as a person reads them

NEITHER_KIND = mark(
    "Only plans (.json), companies and tax rules (.toml) are checked. Give the file one of these endings."
)


def faults_of_file(name: str) -> Faults:
    """Everything that is wrong with a plan or a company file, each fault naming the file as the person did."""
    match Path(name).suffix.lower():
        case ".json":
            _, faults = read_plan(name)
        case ".toml":
            faults = faults_of_toml(name)
        case _:
            faults = (Fault("", NEITHER_KIND),)
    return tuple(replace(fault, file=name) for fault in faults)


def faults_of_toml(name: str) -> Faults:
    """Those of a set of tax rules, which is known by a figure that no company has, else of a company."""
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        return (Fault("", CANNOT_BE_OPENED),)
    tables = read_tables(data, name)
    if isinstance(tables, dict) and "base_share" in tables:
        return read_tax_rules(data, name)[1]
    return read_company(data, Path(name).name)[1]
