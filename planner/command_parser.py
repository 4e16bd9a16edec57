"""How the planner is asked from a shell: commands, arguments, and their help in the person's language."""

import argparse
from collections.abc import Mapping, Sequence

from planner.language import LANGUAGES, Language, language_of_environment, translations

PROGRAM = "python -m planner"

EXAMPLE = f"{PROGRAM} project sample_data/plans/the-pitch.json --company young-living-us > months.csv"


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
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        add_help=False,
        allow_abbrev=False,
        description=_("Your own cash, month by month, under a direct-selling company's published terms."),
        epilog=f"{_('example:')}\n  {EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,  # so that the example stays on its line
    )
    _add_help(parser, _("show this help"))
    parser.add_argument("--language", choices=list(LANGUAGES), help=_("language of messages; otherwise the system's"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, description: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=description, description=description, add_help=False, allow_abbrev=False)
        _add_help(added, _("show this help"))
        added.set_defaults(wrong_usage=added.error)
        return added

    plan = _("a plan that was saved as a file")
    project = command("project", _("one plan under one company's terms, a row a month"))
    project.add_argument("plan", metavar="PLAN", help=plan)
    project.add_argument("--company", metavar="ID", help=_("the company; otherwise the one that the plan names"))
    _add_format(project, ("csv", "json"), _("csv: the months; json: the measures, the terms and what is unknown too"))

    compare = command("compare", _("the same plan under two to six companies' terms, and not joining"))
    compare.add_argument("plan", metavar="PLAN", help=plan)
    compare.add_argument(
        "--companies",
        metavar="A,B,C",
        help=_("the companies, with commas between; otherwise those that the plan names"),
    )
    _add_format(compare, ("csv", "json"), _("csv: the months; json: the measures, the terms and what is unknown too"))

    check = command("check", _("everything that is wrong with plans (.json) and companies (.toml)"))
    check.add_argument("files", metavar="FILE", nargs="+", help=_("a plan or a company file"))

    companies = command("companies", _("the companies that can be chosen"))
    _add_format(companies, ("table", "csv", "json"), _("table: for reading; csv and json: for other programs"))
    return parser


def _add_help(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("-h", "--help", action="help", help=text)


def _add_format(parser: argparse.ArgumentParser, formats: tuple[str, ...], text: str) -> None:
    parser.add_argument("--format", choices=formats, default=formats[0], help=text)
