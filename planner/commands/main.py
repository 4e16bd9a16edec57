"""The planner from a shell: project, compare, simulate, seek and others. Results go to stdout, messages to stderr.

Exit status 0 where all went well, 1 where there are faults in a person's data, 2 where the command itself is not
understood. Files are UTF-8 in any locale; messages are in the locale's language, or in the one that --language names.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import StringIO, TextIOWrapper
from typing import BinaryIO

from planner.analysis.beside.comparison import FEWEST_COMPANIES, MOST_COMPANIES, Comparison, compare
from planner.analysis.beside.ranking import apart
from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.tried import RUNS, Tried
from planner.commands.check import check_command
from planner.commands.companies import companies_command, company_command
from planner.commands.files import Faults, read_plan, write
from planner.commands.odds import LONGEST_UNASKED, seek_command, simulate_command
from planner.commands.parser import command_parser, language_and_rest
from planner.commands.pay import pay_command
from planner.commands.question import (
    check_style,
    question_of,
    question_of_one,
    say_begins_in,
    write_result,
    write_table_of,
)
from planner.commands.sensitivity import sensitivity_command
from planner.export.about import AS_PLANNED, NO_FIGURES
from planner.export.companies import terms_frame
from planner.export.frames import comparison_frame, monthly_frame
from planner.export.json import comparison_record, projection_record
from planner.export.workbook.book import workbook
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.speech import Speech

BROKEN_PIPE = 141  # what a shell reports of a program that was ended by a closed pipe
INTERRUPTED = 130  # and of one that was ended by Ctrl-C
NOT_WRITTEN = mark(
    "The result cannot be written: the disk is full, or nothing is open for it. What stands there is not all of it."
)
SO_MANY = mark("name {fewest} to {most} different companies, with commas between them")
NOT_RANKED = mark(
    "The pay on a team is not computed for {company}: its figures are the margin alone and no rank beside the others."
)
TABLE_OF_JSON = mark("--table is for csv: json holds the months and the terms. Leave one of the two out")


class Closed(StringIO):
    """Stdout where the shell has closed it: what is said on stderr is said, and a result is refused."""

    def write(self, _text: str) -> int:
        """Raises OSError, as a full disk does."""
        raise OSError

    @property
    def buffer(self) -> BinaryIO:
        """Bytes are refused alike."""
        raise OSError


def main(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Run one command and return its exit status. argv: without the program's name.

    Raises SystemExit with status 2 for a command that is not understood, and with 0 after --help.
    """
    sys.stdout, sys.stderr = sys.stdout or Closed(), sys.stderr or StringIO()  # a stream that the shell has closed
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without − or ö still gets the message
    language, rest = language_and_rest(argv, environment)
    speech = Speech.of(language, Plan())  # faults hold no amounts, so any currency will do
    try:
        return run(rest, speech)
    except BrokenPipeError:
        status = BROKEN_PIPE  # whoever reads has seen enough
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        if error.filename:
            raise  # a file of ours, not the result
        status = 1
        with suppress(OSError):
            sys.stderr.write(f"{speech.text(NOT_WRITTEN)}\n")
    # What is still buffered must not raise again when Python ends.
    for descriptor in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    return status


def run(rest: Sequence[str], speech: Speech) -> int:
    """The command of these arguments, and its exit status. Raises OSError where the result cannot be written."""
    try:
        arguments = command_parser(speech.language).parse_args(rest)
        faults = COMMANDS[arguments.command](arguments, speech)
    finally:
        sys.stdout.flush()  # the help too, after which parsing ends the program
    for fault in faults:
        sys.stderr.write(f"{speech.say_fault(fault)}\n")
    return 1 if faults else 0


def project_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """One plan on one company, month by month."""
    check_style(arguments, speech)
    question, faults = question_of_one(arguments, speech)
    if question is None:
        return faults
    case, about = Case.of(question.plan, question.companies[0]), question.about()
    match arguments.format:
        case "csv":
            frame = monthly_frame(case, question.scenario or AS_PLANNED)
            write_table_of(arguments, frame, question, about, speech)
        case "xlsx":
            seconds = expected_seconds(case.plan, RUNS, company=case.company)
            tried = Tried.of(case) if seconds <= LONGEST_UNASKED else None
            write(workbook(question.plan_file, case, tried, question.words(speech), question.scenario))
        case _:
            write_result(projection_record(case, question.words(speech)), question, about, speech)
    return ()


def compare_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """The same plan on several companies, and not joining."""
    if arguments.table and arguments.format == "json":
        arguments.wrong_usage(speech.text(TABLE_OF_JSON))
    check_style(arguments, speech)
    plan_file, faults = read_plan(arguments.plan)
    named = [part.strip() for part in arguments.companies.split(",")] if arguments.companies else None
    ids = named or (list(plan_file.compared) if plan_file else [])
    if (named or plan_file) and not (FEWEST_COMPANIES <= len(set(ids)) == len(ids) <= MOST_COMPANIES):
        arguments.wrong_usage(speech.text(SO_MANY).format(fewest=FEWEST_COMPANIES, most=MOST_COMPANIES))
    question, faults = question_of(arguments, plan_file, ids, faults, speech)
    if question is None:
        return faults
    if len({company.id for company in question.companies}) < len(ids):  # one by its id, and again by its file
        arguments.wrong_usage(speech.text(SO_MANY).format(fewest=FEWEST_COMPANIES, most=MOST_COMPANIES))
    comparison, words = compare(question.plan, question.companies), question.words(speech)
    for case in comparison.cases:
        say_begins_in(case.company, case.plan, question.plan, speech)
    say_not_ranked(comparison, speech)
    if arguments.format == "json":
        write_result(comparison_record(comparison, words), question, question.about(), speech)
    elif arguments.table == "terms":
        about = question.about(NO_FIGURES)
        write_table_of(arguments, terms_frame(comparison, words), question, about, speech)
    else:
        frame = comparison_frame(comparison, question.scenario or AS_PLANNED)
        write_table_of(arguments, frame, question, question.about(), speech)
    return ()


def say_not_ranked(comparison: Comparison, speech: Speech) -> None:
    """On stderr, each company whose figures are no rank, before any of them is written."""
    for case in apart(comparison):
        sys.stderr.write(speech.text(NOT_RANKED).format(company=case.company.name) + "\n")


COMMANDS = {
    "project": project_command,
    "compare": compare_command,
    "sensitivity": sensitivity_command,
    "simulate": simulate_command,
    "seek": seek_command,
    "check": check_command,
    "companies": companies_command,
    "company": company_command,
    "pay": pay_command,
}
