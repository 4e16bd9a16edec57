"""The companies from a shell: listed, one opened, files checked."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from planner.commands.check import faults_of_file
from planner.commands.companies import WIDTH
from planner.commands.main import main
from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog
from planner.inputs.file_text import CANNOT_BE_OPENED, IS_A_FOLDER
from planner.inputs.own_company.file import company_toml
from tests.levels_without_rates import levels_without_rates

COMPANIES = load_catalog().companies
ENGLISH = {"LANG": "en_US.UTF-8"}
SWEDISH = {"LANG": "sv_SE.UTF-8"}
EXAMPLE = (DEFAULT_COMPANIES / "example-company.toml").read_text(encoding="utf-8")


@pytest.fixture
def shell(capfd):
    """Runs a command and returns its exit status, what went to stdout and what to stderr, one line after the other."""

    def run(*argv: str, environment: dict[str, str] = ENGLISH) -> tuple[int, str, list[str]]:
        status = main(argv, environment)
        out, err = capfd.readouterr()
        return status, out.replace("\u00a0", " "), err.replace("\u00a0", " ").splitlines()

    return run


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_the_list_says_how_much_of_each_company_is_known(shell) -> None:
    listed = {row["id"]: row for row in rows_of(shell("companies", "--format", "csv")[1])}
    assert list(listed) == list(COMPANIES)
    amway = (DEFAULT_COMPANIES / "amway-eu.toml").read_text(encoding="utf-8")
    assert listed["amway-eu"]["plan_kind"] == "stairstep"
    assert listed["amway-eu"]["years"] == "undated"
    # Counted by eye: every sourced entry has a line with its kind, every unknown one a line with its words.
    assert int(listed["amway-eu"]["sourced"]) == amway.count('kind = "published"') + amway.count('kind = "derived"')
    assert int(listed["amway-eu"]["weak"]) == amway.count('grade = "weak"')
    # Where acts were searched for is no term that the company does not disclose.
    assert "[searched.enforcement]" in amway
    assert int(listed["amway-eu"]["not_disclosed"]) == amway.count("not_found.en") - 1
    assert listed["amway-eu"]["pay"] == "asked"
    assert listed["example-company"]["pay"] == "computed"
    for company_id, company in COMPANIES.items():
        if company.years is not None:
            assert listed[company_id]["years"].split("-")[0] == str(company.years.first)
            assert listed[company_id]["years"].split("-")[-1] == str(company.years.last)
    assert (listed["avon-us-2015"]["years"], listed["vemma-us-2015"]["years"]) == ("2014-2018", "2015")
    as_json = {row["id"]: row for row in json.loads(shell("companies", "--format", "json")[1])}
    assert as_json["amway-eu"]["sourced"] == int(listed["amway-eu"]["sourced"])
    assert {key: str(value) for key, value in as_json["amway-eu"].items()} == listed["amway-eu"]


def test_the_list_is_read_in_words(shell) -> None:
    head, *lines = shell("companies")[1].splitlines()
    for title in ("id", "pay plan", "years", "sourced", "weak", "not disclosed", "pay computed"):
        assert title in head
    (amway,) = (line for line in lines if line.startswith("amway-eu "))
    assert "steps of the group" in amway
    assert amway.endswith("with figures asked")
    (scentsy,) = (line for line in lines if line.startswith("scentsy-us "))
    assert scentsy.endswith("2 of 5 parts, with figures asked")


@pytest.mark.parametrize("company_id", list(COMPANIES))
@pytest.mark.parametrize("environment", [ENGLISH, SWEDISH])
def test_a_company_is_read_in_a_terminal_of_100_columns(shell, company_id: str, environment: dict[str, str]) -> None:
    status, out, err = shell("company", company_id, environment=environment)
    assert (status, err) == (0, [])
    lines = out.splitlines()
    # An address stays whole, so that it can be followed.
    assert [line for line in lines if len(line) > WIDTH and not line.strip().startswith("http")] == []
    assert not re.search(r"\b(NaN|nan|None|null)\b", out)
    company = COMPANIES[company_id]
    assert lines[0].startswith(company.name)
    flat = " ".join(out.split())
    for key, source in company.sources.items():
        assert " ".join(source.title.split()) in flat, key
        assert source.address is None or source.address in out


def test_every_figure_is_there_with_what_it_rests_on(shell) -> None:
    out = shell("company", "amway-eu")[1]
    # Of the file: the kit was not found; the shop price is 20 % above yours; at 10,000 points the rate is 21 %.
    kit = out[out.index("Starter kit") : out.index("Goods to buy at the start")]
    assert "not disclosed" in kit
    assert "what is said instead is from [" in kit
    assert "Formula: The shop price is 20 % above the price you pay: 1 / 1.20 = 0.8333." in out
    assert "derived · undated, read 2026-11-23 · primary source · [" in out
    assert "active: share" in out  # the bands of a disclosure
    assert "United States, Federal Trade Commission, a finding of a court or an authority" in " ".join(out.split())
    assert "20 points (assumed)" in out
    lines = shell("company", "scentsy-us")[1].splitlines()
    ranks = {line.split(":")[1].strip() for line in lines if line.strip().startswith("Star: ")}
    assert {" ".join(rank.split()) for rank in ranks} >= {"points of the group 3,333.33 points a month", "rate 4%"}


def test_an_amount_is_in_the_currency_of_its_figure(shell) -> None:
    rows = {row["place"]: row for row in rows_of(shell("company", "amway-eu", "--format", "csv")[1])}
    # The file counts in euro; this disclosure is of the United States, and the penalty was in dollars.
    assert rows["disclosures[1]"]["value"] == "202"
    assert (rows["disclosures[1]"]["unit"], rows["disclosures[1]"]["currency"]) == ("money_a_month", "USD")
    assert (rows["enforcement[3].amount"]["value"], rows["enforcement[3].amount"]["currency"]) == ("100000", "USD")
    assert rows["volume.commissionable_per_100_retail"]["currency"] == "EUR"
    # Worldwide sales of 8.2 billion US dollars.
    assert (rows["background.size[1]"]["value"], rows["background.size[1]"]["currency"]) == ("8200000000", "USD")


def test_a_company_for_other_programs(shell) -> None:
    rows = rows_of(shell("company", "amway-eu", "--format", "csv")[1])
    assert list(rows[0]) == [
        "place", "title", "text", "value", "unit", "currency", "kind", "year", "read", "grade", "source", "address",
        "formula", "note", "program",
    ]  # fmt: skip
    places = [row["place"] for row in rows]
    assert len(places) == len(set(places))
    step = next(row for row in rows if row["place"] == "prices.steps[1].wholesale_share")
    assert (step["value"], step["unit"], step["kind"], step["year"], step["read"], step["grade"]) == (
        "0.8333", "share", "derived", "undated", "2026-11-23", "primary"
    )  # fmt: skip
    assert step["address"].startswith("https://www.amway.co.uk/")
    assert {row["kind"] for row in rows} >= {"published", "derived", "not_found", "asked", "limit"}
    record = json.loads(shell("company", "amway-eu", "--format", "json")[1])
    told = ["program", "version", "company", "coverage", "pay", "pay_parts", "how_a_team_is_paid", "figures"]
    assert list(record) == told
    assert [row["place"] for row in record["figures"]] == places
    assert record["company"]["pay"]["plan"]["ranks"][0] == {"name": "3 %", "group_volume": 200.0, "rate": 0.03}
    assert record["coverage"]["asked"] == 2


def test_a_level_that_nobody_published_is_asked_and_has_no_figure(shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(company_toml(levels_without_rates()))
    rows = {row["place"]: row for row in rows_of(shell("company", str(file), "--format", "csv")[1])}
    level = rows["pay.unilevel.missing[1]"]
    assert (level["kind"], level["value"], level["unit"]) == ("asked", "", "share")


def test_an_unknown_id_is_met_with_the_markets_of_the_company(shell) -> None:
    status, out, (line,) = shell("company", "amway")
    assert (status, out) == (1, "")
    assert line == "amway: There is no company of this id. Did you mean amway-eu, amway-us?"


def test_a_folder_is_checked_file_by_file(shell, tmp_path: Path) -> None:
    (tmp_path / "good-us.toml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "bad-us.toml").write_text(EXAMPLE.replace("value = 49\n", 'value = "49"\n'), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("nothing that is read", encoding="utf-8")
    status, out, err = shell("check", str(tmp_path))
    assert status == 1
    assert out == f"{tmp_path / 'good-us.toml'}: no faults, terms of 2026\n"
    assert err == [
        f'{tmp_path / "bad-us.toml"}: joining.starter_kit_fee.value: found "49". A number is wanted here, without '
        "quotation marks and with a point before the decimals."
    ]
    empty = tmp_path / "empty"
    empty.mkdir()
    status, out, (line,) = shell("check", str(empty))
    assert (status, out) == (1, "")
    assert line.startswith(f"{empty}: This folder holds neither plans")


def test_two_company_files_with_one_id_are_told(shell, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder, name in ((here, "acme-us.toml"), (there, "Acme-US.toml"), (there, "other-us.toml")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(EXAMPLE, encoding="utf-8")
    first, second = here / "acme-us.toml", there / "Acme-US.toml"
    status, out, (line,) = shell("check", str(here), str(there))
    assert status == 1
    assert out.splitlines() == [
        f"{first}: no faults, terms of 2026",
        f"{there / 'other-us.toml'}: no faults, terms of 2026",
    ]
    assert line == (
        f"{second}: This file has the id of another, {first}, so neither could be meant. Give one of them another name."
    )
    # The same file named twice is one file.
    assert shell("check", str(first), str(here))[0] == 0


def test_a_company_with_a_stray_key_is_checked_as_a_company(tmp_path: Path) -> None:
    text = (DEFAULT_COMPANIES / "example-company.toml").read_text(encoding="utf-8")
    for key in ("base_share", "figures", "ranges", "presets", "costs"):
        file = tmp_path / "stray.toml"
        file.write_text(f"{key} = 1\n{text}", encoding="utf-8")
        assert [fault.path for fault in faults_of_file(str(file))] == [key]


def test_what_is_shipped_beside_the_companies_is_checked_as_what_it_is(shell, tmp_path: Path) -> None:
    folder = DEFAULT_COMPANIES.parent
    status, out, err = shell("check", str(folder))
    assert (status, err) == (0, [])
    assert {Path(line.partition(": ")[0]).name for line in out.splitlines()} == {
        path.name for path in folder.glob("*.toml")
    }
    evidence = (folder / "evidence.toml").read_text(encoding="utf-8")
    bad = tmp_path / "evidence.toml"
    bad.write_text(evidence.replace('topic = "income"', 'topic = "luck"', 1), encoding="utf-8")
    (line,) = shell("check", str(bad))[2]
    assert line.startswith(f'{bad}: figures[1].topic: found "luck". One of these is wanted here: income, loss,')


def test_the_terms_of_a_comparison_are_a_table_of_their_own(shell, tmp_path: Path) -> None:
    from planner.inputs.plan.plan import Plan
    from planner.inputs.plan_file import PlanFile, dump_plan_file

    plan = Plan.model_validate({"currency": "SEK", "exchange_rates": {"EUR": 11.2, "USD": 9.5}, "horizon_months": 3})
    path = tmp_path / "plan.json"
    path.write_bytes(dump_plan_file(PlanFile(compared=("amway-eu", "example-company"), plan=plan)))
    status, out, err = shell("compare", str(path), "--table", "terms")
    assert (status, err) == (0, [])
    terms = {(row["company"], row["term"]): row for row in rows_of(out)}
    assert terms["example-company", "starter_kit_fee"]["value"] == "465.5"  # 49 * 9.5
    assert terms["amway-eu", "starter_kit_fee"]["value"] == ""
    record = json.loads(shell("compare", str(path), "--format", "json")[1])
    amway, example = record["companies"]
    assert (amway["pay"], example["pay"]) == ("asked", "computed")
    assert (amway["pay_parts"], example["pay_parts"]) == ({"computed": 2, "parts": 2}, {"computed": 0, "parts": 0})
    assert example["terms"]["starter_kit_fee"] == {"value": 465.5, "unit": "money"}
    assert amway["contract"]["freight"] == []
    assert amway["contract"]["plan_kind"] == [{"text": "steps of the group"}]
    assert amway["terms"]["wholesale_share"]["grade"] == "primary"
    assert (amway["exchange_rate"], example["exchange_rate"]) == (11.2, 9.5)


def test_a_company_file_is_opened_like_one_of_the_list(shell, tmp_path: Path) -> None:
    file = tmp_path / "my-own.toml"
    file.write_text(EXAMPLE, encoding="utf-8")
    status, out, err = shell("company", str(file))
    listed = shell("company", "example-company")[1]
    assert (status, err) == (0, [])
    assert out.splitlines()[1:] == listed.splitlines()[1:]
    assert "(my-own)" in out.splitlines()[0]
    file.write_text(EXAMPLE.replace('currency = "USD"', 'currency = "XXX"'), encoding="utf-8")
    status, out, err = shell("company", str(file))
    assert (status, out) == (1, "")
    assert err[0].startswith(f"{file}: currency")
    status, out, err = shell("company", str(tmp_path / "none.toml"))
    assert (status, out) == (1, "")
    assert "none.toml: This file cannot be opened." in err[0]
    assert "This file cannot be opened." in shell("company", f"{'a' * 300}.toml")[2][0]


def test_no_id_is_guessed_of_a_place(shell, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "companies").mkdir()
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "notes.txt").write_text("no company", encoding="utf-8")
    for named in ("companies", "./companies", "companies/", "folder.toml"):
        assert shell("company", named) == (1, "", [f"{named}: {IS_A_FOLDER}"])
    assert shell("company", "notes.txt")[2] == [
        "notes.txt: found no company. Line 1, column 4 is not TOML. Correct the file there."
    ]
    assert shell("company", "samples/example-company")[2] == [f"samples/example-company: {CANNOT_BE_OPENED}"]
    # A folder does not hide the company whose id it has.
    (tmp_path / "example-company").mkdir()
    assert shell("company", "example-company")[0] == 0
