"""How the planner is asked from a shell: commands, arguments, and their help in the person's language."""

import argparse
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from planner.export.csv import STYLES
from planner.inputs.file_text import short
from planner.inputs.team_file.text import Encoding
from planner.language import LANGUAGES, Language, language_of_environment, mark, translations

PROGRAM = "python -m planner"

EXAMPLE = f"{PROGRAM} project sample_data/plans/the-pitch.json --company young-living-us > months.csv"


WHOLE = re.compile("-?[0-9]{1,4000}")  # more digits Python itself refuses to read
NO_WHOLE_NUMBER = mark("found {found}. Write a whole number, in digits alone")
NO_VALUE = mark("nothing stands behind it. Write its value there, or leave it out")
NO_VALUE_OF_ARGPARSE = "expected one argument"


class Parser(argparse.ArgumentParser):
    """A parser that says in our own words when an option has no value, and when its help cannot be written."""

    language: Language = "en"

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does; an option that nobody knows, for which Python 3.13 raises, is told like all else."""
        try:
            return super().parse_args(args, namespace)
        except argparse.ArgumentError as error:
            self.error(error.message)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but for those words."""
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            if error.message == NO_VALUE_OF_ARGPARSE:
                error.message = translations(self.language).gettext(NO_VALUE)
            self.error(": ".join(filter(None, (error.argument_name, error.message))))

    def print_help(self, file: Any = None) -> None:
        """Write the help to stdout. Raises OSError."""
        (file or sys.stdout).write(self.format_help())


def language_and_rest(argv: Sequence[str], environment: Mapping[str, str]) -> tuple[Language, list[str]]:
    """The language of messages, from --language wherever it stands or from the environment, and all other arguments.

    Read before all else, since the help itself is written in it.
    """
    parser = argparse.ArgumentParser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    parser.add_argument("--language", choices=list(LANGUAGES), default=language_of_environment(environment))
    known, rest = parser.parse_known_args(argv)
    return known.language, rest


def command_parser(language: Language) -> argparse.ArgumentParser:
    """The parser of everything but --language; each command's wrong_usage(message) ends the program with status 2."""
    _ = translations(language).gettext
    example = _("example:")
    parser = Parser(
        prog=PROGRAM,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
        description=_("Your own cash, month by month, under a direct-selling company's published terms."),
        epilog=f"{example}\n  {EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,  # so that the example stays on its line
    )
    parser.add_argument("-h", "--help", action="help", help=_("show this help"))
    parser.add_argument("--language", choices=list(LANGUAGES), help=_("language of messages; otherwise the system's"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, description: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name, help=description, description=description, add_help=False, allow_abbrev=False, exit_on_error=False
        )
        added.language = language
        added.add_argument("-h", "--help", action="help", help=_("show this help"))
        added.set_defaults(wrong_usage=added.error)
        return added

    _add_arguments(
        _,
        project=command("project", _("one plan under one company's terms, a row a month")),
        compare=command("compare", _("the same plan under two to six companies' terms, and not joining")),
        check=command("check", _("everything that is wrong with plans (.json) and companies (.toml)")),
        companies=command("companies", _("the companies that can be chosen")),
        company=command("company", _("one company: every figure with what it rests on")),
    )
    _add_sensitivity(_, command("sensitivity", _("what the plan hangs on: each input moved alone over its range")))
    _add_simulate(_, command("simulate", _("the odds of a plan: the same plan tried many times")))
    _add_seek(_, command("seek", _("what an input alone would have to be for a goal to be reached")))
    _add_pay(_, command("pay", _("what a team that exists is paid, a row a member")))
    return parser


def _add_arguments(
    _: Callable[[str], str],
    project: argparse.ArgumentParser,
    compare: argparse.ArgumentParser,
    check: argparse.ArgumentParser,
    companies: argparse.ArgumentParser,
    company: argparse.ArgumentParser,
) -> None:
    for parser in (project, compare):
        parser.add_argument("plan", metavar="PLAN", help=_("a plan that was saved as a file"))
        formats = _("csv: the months; json: the measures, the terms and what is unknown too")
        if parser is project:
            formats = _(
                "csv: the months; json: the measures, the terms and what is unknown too; xlsx: a workbook that computes"
            )
        kinds = ("csv", "json", "xlsx") if parser is project else ("csv", "json")
        parser.add_argument("--format", choices=kinds, default="csv", help=formats)
    one = _("the company or its file; otherwise the one that the plan names")
    project.add_argument("--company", metavar="ID", help=one)
    for parser in (project, compare):
        _add_scenario(_, parser)
    for parser in (project, compare, companies, company):
        _add_style(_, parser)
    several = _("the companies or their files, with commas between; otherwise those that the plan names")
    compare.add_argument("--companies", metavar="A,B,C", help=several)
    tables = _("of csv: the months, or the terms of the contract side by side; months by default")
    compare.add_argument("--table", choices=("months", "terms"), help=tables)
    check.add_argument("files", metavar="FILE", nargs="*", help=_("a plan or a company file, or a folder of them"))
    where = _("instead of files: where to look in what is shipped, from what is stale or weak to what is asked")
    check.add_argument("--catalogue", action="store_true", help=where)
    company.add_argument(
        "company", metavar="ID", help=_("the company, as the command companies lists it, or a company file")
    )
    formats = _("table: for reading; csv and json: for other programs")
    for parser in (companies, company):
        parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help=formats)


def _add_sensitivity(_: Callable[[str], str], parser: argparse.ArgumentParser) -> None:
    _add_runs(_, parser, _("runs of each trial; 1000 by default"))
    formats = _("table: for reading; csv: the inputs; json: sources, tipping points and reasons too")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help=formats)


def _add_simulate(_: Callable[[str], str], parser: argparse.ArgumentParser) -> None:
    _add_runs(_, parser, _("how many runs; 1000 by default"))
    formats = _("csv: cash by month over the runs; json: the odds and how far chance moves them too")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help=formats)
    span = _("of json: how far one input at a time moves the share that loses, where that takes long too")
    parser.add_argument("--range", action="store_true", help=span)


def _add_seek(_: Callable[[str], str], parser: argparse.ArgumentParser) -> None:
    _add_runs(_, parser, _("how many runs; 1000 by default"))
    goals = _("loss, payback, hole, income or wage; with a figure as in payback=12 or loss=33, otherwise the usual one")
    parser.add_argument("--goal", metavar="GOAL", required=True, help=goals)
    inputs = _("the input, by its place in the plan such as customers.new_a_month; otherwise each of them")
    parser.add_argument("--input", metavar="INPUT", default="each", help=inputs)
    formats = _("csv: a row an input; json: what was tried and what each comes to, too")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help=formats)


def _add_pay(_: Callable[[str], str], parser: argparse.ArgumentParser) -> None:
    payer = _("the company, a company file, or a file of a pay plan (.toml)")
    parser.add_argument("--company", metavar="ID|FILE", required=True, help=payer)
    team = _("the team: a table (CSV) of members, sponsors and points, as docs/team-files.md says")
    parser.add_argument("--team", metavar="TEAM.csv", required=True, help=team)
    parser.add_argument(
        "--month", metavar="M", help=_("the month that is paid, such as 2026-11; otherwise the last one")
    )
    formats = _("csv: a row a member; json: the rows behind it, the plan and what is not computed too")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help=formats)
    rows = _("of csv: the rows that pay is the sum of, in place of a row a member")
    parser.add_argument("--receipts", action="store_true", help=rows)
    before = _(
        "what came and left since: an earlier file of the team, or an earlier month of this one, such as 2026-08"
    )
    parser.add_argument("--before", metavar="EARLIER.csv|M", help=before)
    columns = _("what columns are called in the file where they are not recognised: member=ID,sponsor=Upline")
    parser.add_argument("--columns", metavar="OURS=THEIRS,…", help=columns)
    encodings = _("in which letters the file is written; otherwise recognised")
    parser.add_argument("--encoding", choices=get_args(Encoding), help=encodings)
    signs = _("the decimal sign of the file; otherwise recognised")
    parser.add_argument("--decimal", choices=("point", "comma"), help=signs)
    _add_style(_, parser)


def _add_scenario(_: Callable[[str], str], parser: argparse.ArgumentParser) -> None:
    scenarios = _("a scenario of the plan's file, by its name; otherwise the plan itself")
    parser.add_argument("--scenario", metavar="NAME", help=scenarios)


def _add_style(_: Callable[[str], str], parser: argparse.ArgumentParser) -> None:
    styles = _("of csv: commas and decimal points, or semicolons and decimal commas as Swedish spreadsheets read them")
    parser.add_argument("--style", choices=tuple(STYLES), help=styles)


def _add_runs(_: Callable[[str], str], parser: argparse.ArgumentParser, runs: str) -> None:
    def whole(text: str) -> int:
        if WHOLE.fullmatch(text):
            return int(text)
        raise argparse.ArgumentTypeError(_(NO_WHOLE_NUMBER).format(found=short(text)))

    parser.add_argument("plan", metavar="PLAN", help=_("a plan that was saved as a file"))
    parser.add_argument(
        "--company", metavar="ID", help=_("the company or its file; otherwise the one that the plan names")
    )
    parser.add_argument("--paths", metavar="N", type=whole, default=1_000, help=runs)
    _add_scenario(_, parser)
    _add_style(_, parser)
    parser.add_argument("--seed", metavar="S", type=whole, help=_("seed of the draws; otherwise the one of the plan"))
