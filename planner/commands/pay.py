"""The command that pays a team that exists: pay."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from planner.analysis.company.coverage import years_of_terms
from planner.analysis.team.paid import PAYING, Payer, TeamPaid, listed_months, pay_table, payer_of, payer_of_file
from planner.analysis.team.since import Since, alike_in_words, month_before, named_alike, since, since_in_words
from planner.analysis.team.unstated import unstated_in_words
from planner.commands.check import kind_of
from planner.commands.files import Faults, company_of, is_path, write
from planner.commands.question import IS_HISTORIC, check_style, write_csv
from planner.errors import Fault
from planner.export.json import to_json
from planner.export.team import members_frame, not_computed, receipts_frame, team_record
from planner.export.team_since import since_frame, since_record
from planner.inputs.file_text import data_of, short
from planner.inputs.pay.pay_file import read_pay_file
from planner.inputs.team_file.columns import COLUMNS, ColumnName
from planner.inputs.team_file.read import READING, TeamTable, read_team_file
from planner.inputs.team_file.text import LARGEST_TEAM, Encoding
from planner.language import mark
from planner.speech import Speech

NO_COLUMNS = mark("found {found}. Columns are named as in member=ID,sponsor=Upline, by these names: {names}")
ONE_TABLE = mark("--receipts and --before are two tables. Ask for one of them, or for --format json, which has both.")
MANY_ROWS = 100_000  # are read within a second or so
NOT_EARLIER = mark("What came and left is told since an earlier month, and nothing here is before {month}.")


def pay_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """What a team of a file is paid by a company or a pay plan, a row a member, or the rows behind it."""
    check_style(arguments, speech)
    mapping = columns_named(arguments, speech)
    payer, faults = payer_named(arguments.company)
    if arguments.receipts and arguments.before is not None and arguments.format == "csv":
        arguments.wrong_usage(speech.text(ONE_TABLE))
    table, wrong = table_named(arguments.team, arguments, mapping, speech)
    if payer is None or table is None:
        return (*faults, *wrong)
    if len(table.members) * len(table.months) > MANY_ROWS:
        sizes = {"members": speech.number(len(table.members)), "months": speech.months(len(table.months))}
        sys.stderr.write(f"{speech.text(PAYING).format(**sizes)}\n")
        sys.stderr.flush()
    paid = pay_table(table, payer, arguments.month)
    if isinstance(paid, Fault):
        place = f"--{paid.path}" if paid.path == "month" else paid.path
        return (replace(paid, file=arguments.team, path=place),)
    found, wrong = (None, ()) if arguments.before is None else looked_back(arguments, mapping, paid, speech)
    if wrong:
        return wrong
    in_its_currency = replace(speech, currency=payer.currency)
    for said in (*remarks(paid, in_its_currency, whole=arguments.format == "json"), *changes(found, in_its_currency)):
        sys.stderr.write(f"{said}\n")
    if arguments.format == "json":
        record = team_record(paid, in_its_currency)
        write(to_json(record if found is None else record | {"since": since_record(found, in_its_currency)}))
    elif found is not None:
        write_csv(arguments, since_frame(found, in_its_currency))
    else:
        table_of = receipts_frame if arguments.receipts else members_frame
        write_csv(arguments, table_of(paid, in_its_currency))
    return ()


def table_named(
    named: str, arguments: argparse.Namespace, mapping: dict[ColumnName, str], speech: Speech
) -> tuple[TeamTable | None, Faults]:
    """The team of this file, read as the arguments say, or None and everything wrong with it."""
    data = data_of(Path(named), named, LARGEST_TEAM)
    if isinstance(data, Fault):
        return None, (data,)
    rows = data.count(b"\n")
    if rows > MANY_ROWS:
        sys.stderr.write(f"{speech.text(READING).format(rows=speech.number(rows))}\n")
        sys.stderr.flush()
    return read_team_file(
        data,
        named,
        mapping,
        encoding=next((each for each in get_args(Encoding) if each == arguments.encoding), None),
        sign=None if arguments.decimal is None else "." if arguments.decimal == "point" else ",",
    )


def looked_back(
    arguments: argparse.Namespace, mapping: dict[ColumnName, str], paid: TeamPaid, speech: Speech
) -> tuple[Since | None, Faults]:
    """What came and left since an earlier month of the file, or since the last month of an earlier file."""
    if arguments.before in paid.table.months:
        then = replace(paid, at=paid.table.months.index(arguments.before))
        late = Fault("--before", NOT_EARLIER, short(arguments.before), parameters={"month": paid.month.name})
        return (None, (late,)) if then.at >= paid.at else (since(then, paid), ())
    table, wrong = table_named(arguments.before, arguments, mapping, speech)
    if table is None:
        return None, wrong
    month = month_before(table, paid.month.name)
    if month is None:
        months = {"month": paid.month.name}
        return None, (Fault("--before", NOT_EARLIER, short(listed_months(table.months)), arguments.before, months),)
    earlier = pay_table(table, paid.payer, month)
    if isinstance(earlier, Fault):
        return None, (replace(earlier, file=arguments.before),)
    return since(earlier, paid, Path(arguments.before).name), ()


def changes(found: Since | None, speech: Speech) -> Iterator[str]:
    """What came and left as a sentence, and names that may be one."""
    if found is not None:
        yield since_in_words(found, speech)
        if said := alike_in_words(named_alike(found.then.table, found.now.table), speech):
            yield said


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
