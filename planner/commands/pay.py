"""The command that pays a team that exists: pay."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from planner.analysis.company.coverage import years_of_terms
from planner.analysis.team.paid import Payer, TeamPaid, pay_table, payer_of, payer_of_file
from planner.analysis.team.unstated import unstated_in_words
from planner.commands.check import kind_of
from planner.commands.files import Faults, company_of, is_path, write
from planner.commands.question import IS_HISTORIC, check_style, write_csv
from planner.errors import Fault
from planner.export.json import to_json
from planner.export.team import members_frame, not_computed, receipts_frame, team_record
from planner.inputs.file_text import data_of, short
from planner.inputs.pay.pay_file import read_pay_file
from planner.inputs.team_file.columns import COLUMNS, ColumnName
from planner.inputs.team_file.read import read_team_file
from planner.inputs.team_file.text import LARGEST_TEAM, Encoding
from planner.language import mark
from planner.speech import Speech

NO_COLUMNS = mark("found {found}. Columns are named as in member=ID,sponsor=Upline, by these names: {names}")


def pay_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """What a team of a file is paid by a company or a pay plan, a row a member, or the rows behind it."""
    check_style(arguments, speech)
    mapping = columns_named(arguments, speech)
    payer, faults = payer_named(arguments.company)
    data = data_of(Path(arguments.team), arguments.team, LARGEST_TEAM)
    if isinstance(data, Fault):
        return (*faults, data)
    table, wrong = read_team_file(
        data,
        arguments.team,
        mapping,
        encoding=next((each for each in get_args(Encoding) if each == arguments.encoding), None),
        sign=None if arguments.decimal is None else "." if arguments.decimal == "point" else ",",
    )
    if payer is None or table is None:
        return (*faults, *wrong)
    paid = pay_table(table, payer, arguments.month)
    if isinstance(paid, Fault):
        place = f"--{paid.path}" if paid.path == "month" else paid.path
        return (replace(paid, file=arguments.team, path=place),)
    in_its_currency = replace(speech, currency=payer.currency)
    for said in remarks(paid, in_its_currency, whole=arguments.format == "json"):
        sys.stderr.write(f"{said}\n")
    if arguments.format == "json":
        write(to_json(team_record(paid, in_its_currency)))
    else:
        table_of = receipts_frame if arguments.receipts else members_frame
        write_csv(arguments, table_of(paid, in_its_currency))
    return ()


def remarks(paid: TeamPaid, speech: Speech, *, whole: bool) -> Iterator[str]:
    """What is said beside the table: of which years the terms are, what the file leaves open, and what of the company's
    pay is not computed. whole: of a record, which holds the last itself.
    """
    company = paid.payer.company
    if company is not None and company.status == "historic":
        yield speech.text(IS_HISTORIC).format(company=paid.payer.name, years=years_of_terms(company))
    if said := unstated_in_words(paid, speech):
        yield said
    missing = [] if whole else not_computed(paid, speech)
    if missing:
        words = speech.text(mark("Not computed of this company's pay ({count})")).format(count=len(missing))
        yield f"{words}: {'; '.join(each['name'] for each in missing)}"


def payer_named(named: str) -> tuple[Payer | None, Faults]:
    """The company or the pay plan of this id or file, or why there is none."""
    if is_path(named):
        data = data_of(Path(named), named)
        if isinstance(data, Fault):
            return None, (data,)
        if kind_of(data, named) == "parts":
            file, faults = read_pay_file(data, named)
            return (None if file is None else payer_of_file(file)), faults
    company, faults = company_of(named)
    if company is None:
        return None, faults
    payer = payer_of(company, {})
    return (None, (payer,)) if isinstance(payer, Fault) else (payer, ())


def columns_named(arguments: argparse.Namespace, speech: Speech) -> dict[ColumnName, str]:
    """What the columns of the file are called, by our names. Ends the program where that is no list of them."""
    known: dict[str, ColumnName] = {column.name: column.name for column in COLUMNS}
    found: dict[ColumnName, str] = {}
    for pair in arguments.columns.split(",") if arguments.columns else ():
        ours, _, theirs = pair.partition("=")
        if ours.strip() not in known or not theirs.strip():
            words = speech.text(NO_COLUMNS).format(found=short(pair), names=", ".join(known))
            arguments.wrong_usage(f"--columns: {words}")
        found[known[ours.strip()]] = theirs.strip()
    return found
