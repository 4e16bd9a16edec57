"""The planner from a shell: what it writes where, in which language, with which exit status."""

import csv
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from planner.analysis.beside.comparison import compare
from planner.analysis.case import Case
from planner.commands.main import COMMANDS, INTERRUPTED, NOT_WRITTEN, main
from planner.commands.parser import EXAMPLE, PROGRAM
from planner.export.about import About, described
from planner.export.csv import to_csv
from planner.export.frames import comparison_frame, monthly_frame
from planner.inputs.company.catalog import load_catalog
from planner.inputs.file_text import CANNOT_BE_OPENED, IS_A_FOLDER
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.language import Language
from planner.speech import Speech
from tests.data.sample_teams import FOLDER
from tests.planner.commands.split_off import Shell, running
from tests.plans import small_seller

PROJECT_FOLDER = Path(__file__).parents[3]
COMPANIES = load_catalog().companies
ENGLISH = {"LANG": "en_US.UTF-8"}
SWEDISH = {"LANG": "sv_SE.UTF-8"}


@pytest.fixture
def saved(tmp_path: Path):
    """Writes a plan file and says where."""

    def save(company: str | None = None, compared: tuple[str, ...] = (), name: str = "plan.json", **groups: Any) -> str:
        path = tmp_path / name
        plan = small_seller(**{"horizon_months": 6, **groups})
        path.write_bytes(dump_plan_file(PlanFile(company=company, compared=compared, plan=plan)))
        return str(path)

    return save


@pytest.fixture
def shell(capfd):
    """Runs a command and returns its exit status, what went to stdout and what to stderr, one line after the other."""

    def run(*argv: str, environment: dict[str, str] = ENGLISH) -> tuple[int, str, list[str]]:
        try:
            status = main(argv, environment)
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfd.readouterr()
        return status, out, err.replace("\u00a0", " ").splitlines()

    return run


def months_of_example(plan: Plan) -> bytes:
    """The months at the example company, and what they are of."""
    company = COMPANIES["example-company"]
    case = Case.of(plan, company)
    frame = monthly_frame(case)
    return to_csv(described(frame, About(plan, (company,)), Speech.of("en", plan)))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_project_writes_the_months_of_the_projection(shell, saved) -> None:
    status, out, err = shell("project", saved(), "--company", "example-company")
    plan = small_seller(horizon_months=6)
    assert (status, err) == (0, [])
    assert out.encode() == months_of_example(plan)
    assert out.startswith("company,scenario,currency,month,")
    rows = rows_of(out)
    assert [row["month"] for row in rows] == [str(month) for month in range(7)]
    # At the start: kit 49, samples 100 and 10 % on top, goods 200. In month 1 half a customer orders for 50: 25 - 50.
    assert float(rows[0]["net_cash_flow"]) == -359
    assert float(rows[1]["net_cash_flow"]) == -25
    assert float(rows[1]["cumulative_cash_flow"]) == -384


def test_the_company_of_the_plan_file_is_taken_where_none_is_named(shell, saved) -> None:
    plan = saved(company="scentsy-us")
    assert {row["company"] for row in rows_of(shell("project", plan)[1])} == {"scentsy-us"}
    assert {row["company"] for row in rows_of(shell("project", plan, "--company", "young-living-us")[1])} == {
        "young-living-us"
    }


def test_project_as_json_adds_measures_and_what_is_unknown(shell, saved) -> None:
    status, out, err = shell("project", saved(company="young-living-us"), "--format", "json")
    record = json.loads(out)
    assert (status, err) == (0, [])
    assert "NaN" not in out
    assert record["unknown_costs"] == ["minimum_opening_stock", "renewal_fee", "website_fee"]
    assert record["measures"]["payback"]["value"] is None
    assert "running total" in record["measures"]["payback"]["reason"]
    assert len(record["months"]) == 7


def test_compare_writes_every_company_and_not_joining(shell, saved) -> None:
    status, out, err = shell("compare", saved(), "--companies", "example-company, scentsy-us")
    plan = small_seller(horizon_months=6)
    companies = [COMPANIES["example-company"], COMPANIES["scentsy-us"]]
    assert (status, err) == (0, [])
    about = About(plan, tuple(companies))
    assert out.encode() == to_csv(described(comparison_frame(compare(plan, companies)), about, Speech.of("en", plan)))
    assert [row["company"] for row in rows_of(out)] == [
        name for name in ("example-company", "scentsy-us", "not-joining") for _ in range(7)
    ]


def test_compare_says_whose_figures_are_no_rank_before_it_writes_any(shell, saved) -> None:
    plan = saved(team={"recruits_from": "schedule", "recruits_a_month": 1})
    status, _out, err = shell("compare", plan, "--companies", "example-company,nu-skin-us")
    said = "The pay on a team is not computed for Nu Skin: its figures are the margin alone and no rank beside the"
    assert (status, err) == (0, [f"{said} others."])


def test_compare_takes_the_companies_of_the_plan_file(shell, saved) -> None:
    plan = saved(compared=("scentsy-us", "young-living-us"))
    status, out, _ = shell("compare", plan, "--format", "json")
    record = json.loads(out)
    assert status == 0
    assert [company["company"] for company in record["companies"]] == ["scentsy-us", "young-living-us"]
    assert record["not_joining"]["total"] > 0


@pytest.mark.parametrize("table", ["terms", "months"])
def test_a_table_of_json_is_refused_rather_than_ignored(shell, saved, table: str) -> None:
    plan = saved(compared=("scentsy-us", "young-living-us"))
    status, out, err = shell("compare", plan, "--table", table, "--format", "json")
    assert (status, out) == (2, "")
    assert err[-1].endswith("--table is for csv: json holds the months and the terms. Leave one of the two out")
    assert shell("compare", plan, "--table", table, "--format", "csv")[0] == 0


def test_check_reports_every_fault_of_every_file_and_names_the_good_ones(shell, saved, tmp_path: Path) -> None:
    good = saved(name="good.json")
    bad = tmp_path / "bad.json"
    content = json.loads(Path(good).read_text("utf-8"))
    content["plan"]["horizon_months"] = 1000
    content["plan"]["customers"]["attrition"] = 1
    bad.write_text(json.dumps(content), encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": ', encoding="utf-8")
    company = tmp_path / "empty.toml"
    company.write_text("status = 3\n", encoding="utf-8")
    missing, other = str(tmp_path / "missing.json"), str(tmp_path / "notes.txt")

    status, out, err = shell("check", str(bad), good, str(broken), str(company), missing, other)
    assert status == 1
    assert out == f"{good}: no faults\n"
    assert [line for line in err if line.startswith(str(bad))] == [
        f"{bad}: plan.horizon_months: found 1000. This is too high. State 120 or less.",
        f"{bad}: plan.customers.attrition: found 1. This is too high. State less than 1.",
    ]
    assert any(line.startswith(f"{broken}: ") for line in err)
    assert sum(line.startswith(f"{company}: ") for line in err) > 5  # nothing that a company needs is there
    assert f"{missing}: This file cannot be opened. Check its name and who may read it." in err
    assert any(line.startswith(f"{other}: ") and ".json" in line for line in err)


def test_a_file_that_was_only_begun_is_what_it_says_or_is_asked_what_it_is(shell, tmp_path: Path) -> None:
    file = tmp_path / "begun.toml"

    def said(text: str) -> str:
        file.write_text(text, encoding="utf-8")
        return " ".join(shell("check", str(file))[2])

    for text in ("", "# a pay plan, to be filled in\n", 'name = "Ours"\ncurrency = "SEK"\n', "[sources]\n"):
        assert said(text).startswith(f"{file}: Nothing in this file says what it is. A company has joining")
    for text in ("value_of_point = 0\n", "minimum_sales = 10\n", '[[ranks]]\nname = ""\n'):
        found = said(text)
        assert "name: Nothing is stated here" in found
        assert "joining" not in found
    assert said('name = "Ours"\ncurrency = "SEK"\nvalue_of_point = 1\nparts = []\n') == ""
    assert "buy_back: Nothing is stated here" in said('about = "x"\n')
    assert "buy_back: Nothing is stated here" in said("[ranks]\nsource = 'x'\n[joining]\n")


def test_everything_we_ship_is_good(shell) -> None:
    files = [*(PROJECT_FOLDER / "sample_data").glob("*/*.json"), *(PROJECT_FOLDER / "sample_data").glob("*/*.toml")]
    status, out, err = shell("check", *map(str, files))
    assert (status, err) == (0, [])
    assert len(out.splitlines()) == len(files) > len(COMPANIES)


@pytest.mark.parametrize("environment", [ENGLISH, SWEDISH])
def test_companies_are_listed_for_reading_and_for_programs(shell, environment: dict[str, str]) -> None:
    status, table, err = shell("companies", environment=environment)
    assert (status, err) == (0, [])
    assert [line.split()[0] for line in table.splitlines()[1:]] == list(COMPANIES)
    language = "sv" if environment is SWEDISH else "en"
    assert getattr(COMPANIES["lularoe-us-2017"].market, language) in table
    listed = rows_of(shell("companies", "--format", "csv", environment=environment)[1])
    assert [row["id"] for row in listed] == list(COMPANIES)
    assert {row["status"] for row in listed} == {"active", "historic", "fictional"}  # codes, in any language
    records = json.loads(shell("companies", "--format", "json", environment=environment)[1])
    assert [{name: str(value) for name, value in record.items()} for record in records] == listed


@pytest.mark.parametrize(
    ("named", "close"),
    [
        ("amway", "amway-eu, amway-us"),
        ("Amvay-EU", "amway-eu, amway-us"),
        ("Young Living", "young-living-us"),
        ("scensty-us", "scentsy-us"),
    ],
)
def test_an_unknown_company_is_met_with_close_ones(shell, saved, named: str, close: str) -> None:
    status, out, err = shell("project", saved(), "--company", named)
    assert (status, out) == (1, "")
    assert err == [f"{named}: There is no company of this id. Did you mean {close}?"]


def test_an_id_like_no_other_is_met_with_all_of_them(shell, saved) -> None:
    status, _, err = shell("project", saved(), "--company", "zzz\x1b[31m")
    assert status == 1
    assert err == [f"zzz\ufffd[31m: There is no company of this id. These can be chosen: {', '.join(COMPANIES)}."]


def test_all_faults_of_a_command_come_at_once(shell, saved) -> None:
    plan = saved()
    status, out, err = shell("compare", plan, "--companies", "amway-eu,nobody-us,example-company")
    assert (status, out) == (1, "")
    assert len(err) == 2
    assert err[0].startswith("nobody-us: ")
    assert err[1].startswith(f"{plan}: exchange_rates.EUR: Amway states its figures in EUR and the plan is in USD.")
    missing = str(Path(plan).with_name("missing.json"))
    _, _, err = shell("project", missing, "--company", "nobody")
    assert [line.split(": ")[0] for line in err] == [missing, "nobody"]


def test_a_stated_rate_is_used(shell, saved) -> None:
    plan = saved(exchange_rates={"EUR": 1.1})
    assert shell("project", plan, "--company", "amway-eu")[0] == 0


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": "joinwise-plan", "version": 99}', b"[" * 100000]
)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_file_that_is_no_plan_is_a_fault_in_either_language(
    shell, tmp_path: Path, content: bytes, language: str
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(content)
    for command in (["project", str(path), "--company", "amway-eu"], ["compare", str(path)], ["check", str(path)]):
        status, out, err = shell(*command, "--language", language)
        assert (status, out, len(err)) == (1, "", 1)
        assert err[0].startswith(f"{path}: ")


@pytest.mark.parametrize(
    "command",
    [
        ("project", "--company", "amway-eu"),
        ("compare", "--companies", "amway-eu,amway-us"),
        ("simulate", "--company", "amway-eu"),
        ("sensitivity", "--company", "amway-eu"),
        ("seek", "--company", "amway-eu", "--goal", "loss"),
    ],
)
def test_a_folder_is_no_file(shell, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert shell(command[0], str(tmp_path), *command[1:]) == (1, "", [f"{tmp_path}: {IS_A_FOLDER}"])
    assert shell(command[0], "a" * 300, *command[1:])[2] == [f"{'a' * 300}: {CANNOT_BE_OPENED}"]


def test_check_says_what_of_a_plan_counts_for_nothing(shell, saved, tmp_path: Path) -> None:
    late = tmp_path / "late.json"
    content = json.loads(Path(saved()).read_text("utf-8"))
    content["plan"]["horizon_months"] = 12
    content["plan"]["running_costs"] = [{"name": "Car", "amount": 9, "first_month": 13}]
    late.write_text(json.dumps(content), encoding="utf-8")
    status, out, _err = shell("check", str(late))
    assert status == 0
    assert out.startswith(f"{late}: no faults\n  running_costs[1]: Not counted: the plan ends after 12 months")


def test_what_cannot_be_checked_is_said(shell, tmp_path: Path) -> None:
    for ending in ("json", "toml"):
        folder = tmp_path / f"folder.{ending}"
        folder.mkdir()
        assert shell("check", str(folder)) == (1, "", [f"{folder}: {IS_A_FOLDER}"])
        name = f"{'a' * 300}.{ending}"  # longer than any file's
        assert shell("check", name) == (1, "", [f"{name}: {CANNOT_BE_OPENED}"])
    assert shell("check", "a" * 300)[2][0].startswith(f"{'a' * 300}: Only plans (.json)")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "required"),
        (("dance",), "dance"),
        (("project",), "PLAN"),
        (("companies", "--format", "xml"), "xml"),
        (("companies", "--language", "de"), "de"),
        (("companies", "--lang", "sv"), "--lang"),
    ],
)
def test_a_command_that_is_not_understood(shell, argv: tuple[str, ...], said: str) -> None:
    status, out, err = shell(*argv)
    assert (status, out) == (2, "")
    assert err[0].startswith(f"usage: {PROGRAM}")
    assert said in err[-1]


@pytest.mark.parametrize("companies", ["example-company", "example-company,example-company", "a,b,c,d,e,f,g", ","])
def test_a_comparison_takes_two_to_six_different_companies(shell, saved, companies: str) -> None:
    status, out, err = shell("compare", saved(), "--companies", companies)
    assert (status, out) == (2, "")
    assert err[-1].endswith("name 2 to 6 different companies, with commas between them")


def test_a_plan_that_names_no_company_needs_one(shell, saved) -> None:
    assert shell("project", saved())[0] == 2
    assert shell("compare", saved())[0] == 2


@pytest.mark.parametrize("language", ["en", "sv"])
def test_help_is_there_for_every_command(shell, language: Language) -> None:
    for argv in ([], ["project"], ["compare"], ["check"], ["companies"]):
        status, out, err = shell(*argv, "--help", "--language", language)
        assert (status, err) == (0, [])
        help_text = Speech.of(language, Plan()).text("show this help")
        assert help_text in out


def test_the_example_of_the_help_works(shell) -> None:
    _, command = EXAMPLE.split(f"{PROGRAM} ")
    argv = command.split(" > ")[0].split()
    plan = PROJECT_FOLDER / argv[1]
    assert shell(argv[0], str(plan), *argv[2:])[0] == 0


def test_the_language_is_that_of_the_locale_unless_another_is_asked_for(shell, saved) -> None:
    plan = saved()

    def message(*options: str, environment: dict[str, str]) -> str:
        (line,) = shell("project", plan, "--company", "zzz", *options, environment=environment)[2]
        return line

    english, swedish = message(environment=ENGLISH), message(environment=SWEDISH)
    assert english != swedish
    assert message("--language", "sv", environment=ENGLISH) == swedish
    assert message("--language=en", environment=SWEDISH) == english
    assert shell("--language", "sv", "project", plan, "--company", "zzz")[2] == [swedish]
    assert message(environment={"LC_ALL": "C"}) == english


def test_a_terminal_without_our_letters_gets_the_rest(monkeypatch) -> None:
    ascii_out = TextIOWrapper(BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", ascii_out)
    assert main(["companies", "--language", "sv"], {}) == 0
    assert b"s? som det var 2017" in ascii_out.buffer.getvalue()  # type: ignore[attr-defined]


def test_as_a_program_of_its_own(saved) -> None:
    """Really from a shell: the bytes on stdout alone, in a locale of another encoding."""
    plan = saved(company="example-company")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "planner", "project", plan]
    done = subprocess.run(command, cwd=PROJECT_FOLDER, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    six_months = small_seller(horizon_months=6)
    assert done.stdout == months_of_example(six_months)


def test_a_reader_that_has_seen_enough_is_no_fault(saved) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "planner", "project", saved(company="example-company")]
    done = subprocess.run(command, cwd=PROJECT_FOLDER, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


SMALL = ["--company", "example-company", "--paths", "2"]
WRITING = [  # a question of every command
    ["--help"],
    ["seek", "--help"],
    ["companies"],
    ["companies", "--format", "csv"],
    ["company", "amway-eu"],
    ["company", "amway-eu", "--format", "json"],
    ["check", "PLAN"],
    ["project", "PLAN", "--company", "example-company"],
    ["compare", "PLAN", "--companies", "example-company,scentsy-us"],
    ["simulate", "PLAN", *SMALL],
    ["seek", "PLAN", *SMALL, "--goal", "loss", "--input", "customers.new_a_month"],
    ["sensitivity", "PLAN", *SMALL],
    ["pay", "--company", "example-company", "--team", str(FOLDER / "forty-members.csv")],
]


def test_every_command_is_tried_with_nothing_to_write_to() -> None:
    assert {argv[0] for argv in WRITING} == {"--help", *COMMANDS}


@pytest.mark.parametrize("argv", WRITING, ids=" ".join)
def test_a_result_that_cannot_be_written_is_a_sentence(shell, saved, argv: list[str], monkeypatch) -> None:
    plan = saved()
    monkeypatch.setattr(sys, "stdout", None)  # what Python makes of one that the shell has closed
    assert shell(*(plan if each == "PLAN" else each for each in argv)) == (1, "", [NOT_WRITTEN])


FULL = "/dev/full"
ALWAYS_FULL = pytest.mark.skipif(not Path(FULL).exists(), reason="a disk that is always full is Linux's")


@pytest.fixture(scope="module")
def split() -> Iterator[Shell]:
    """Commands as a shell starts them, one after the other, without a start of Python for each."""
    with running() as shell:
        yield shell


@ALWAYS_FULL
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("target", [FULL, None])
@pytest.mark.parametrize("argv", ["--help", "project PLAN --company example-company"])
def test_from_a_shell_with_nothing_to_write_to(
    split: Shell, saved, argv: str, target: str | None, unbuffered: str
) -> None:
    """Also when Python ends, and writes out what is still buffered."""
    words = argv.replace("PLAN", saved()).split()
    status, err = split.run(words, {1: target}, ENGLISH | {"PYTHONUNBUFFERED": unbuffered})
    assert (status, err) == (1, f"{NOT_WRITTEN}\n")


@ALWAYS_FULL
@pytest.mark.parametrize(("target", "unbuffered"), [(">/dev/full", ""), (">&-", "1")])
def test_from_a_shell_itself_with_nothing_to_write_to(saved, target: str, unbuffered: str) -> None:
    """The same where the shell does start Python."""
    argv = f"project {saved()} --company example-company"
    status, err = from_a_shell(f"{argv} {target}", PYTHONUNBUFFERED=unbuffered)
    assert (status, err) == (1, f"{NOT_WRITTEN}\n")


@ALWAYS_FULL
@pytest.mark.parametrize("target", [FULL, None])
def test_the_status_tells_where_messages_cannot(split: Shell, target: str | None) -> None:
    assert split.run(["project", "missing.json"], {2: target}, ENGLISH)[0] == 1
    assert split.run(["companies"], {1: FULL, 2: target}, ENGLISH)[0] == 1


@pytest.mark.parametrize("argv", ["bogus", "simulate", "simulate PLAN --paths 0", "compare PLAN --companies amway-eu"])
def test_what_is_not_understood_is_said_where_nothing_can_be_written(split: Shell, saved, argv: str) -> None:
    status, err = split.run(argv.replace("PLAN", saved()).split(), {1: None}, ENGLISH)
    assert status == 2
    assert ": error: " in err
    assert NOT_WRITTEN not in err


def from_a_shell(command: str, **environment: str) -> tuple[int, str]:
    """The exit status, and what went to stderr where it is not led elsewhere."""
    line = f"{shlex.quote(sys.executable)} -m planner {command}"
    environment = {**os.environ, **ENGLISH, **environment}
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=PROJECT_FOLDER, env=environment, capture_output=True, check=False
    )
    return done.returncode, done.stderr.decode()


def test_a_person_may_end_it(shell, monkeypatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "companies", interrupted)
    assert shell("companies") == (INTERRUPTED, "", [])
