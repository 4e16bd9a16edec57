"""Which plan, which scenario and which company a command computes, how its tables are written, and what opens again."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from planner.commands.main import main
from planner.inputs.changes.scenario import Scenario
from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog
from planner.inputs.own_company.file import company_toml
from planner.inputs.own_company.own_company import own_copy, with_figure
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from tests.levels_without_rates import levels_without_rates

COMPANIES = load_catalog().companies
FEW = ("--paths", "40")
# Kit 49 and goods for 150 at the example company, a telephone of 10 a month; with the scenario 5 more a month.
STILL: dict[str, Any] = {
    "horizon_months": 2,
    "customers": {"new_a_month": 0},
    "getting_started": {"items": []},
    "stock": {"opening_stock": 150},
    "running_costs": [{"name": "Telephone", "amount": 10}],
}
DEARER = Scenario(name="Dearer", changes={"running_costs": [{"name": "Telephone", "amount": 15}]})
LESS = Scenario(name="Fewer hours", changes={"money_and_time.hours_a_week": 3})
ONE_COMPANY = [
    ("project",),
    ("simulate", *FEW),
    ("sensitivity", *FEW),
    ("seek", *FEW, "--goal", "hole", "--input", "running_costs"),
]
EVERY = [*ONE_COMPANY, ("compare",)]


@pytest.fixture
def saved(tmp_path: Path):
    """Writes a plan with its scenarios and says where."""

    def save(*scenarios: Scenario, company: str = "example-company", **groups: Any) -> str:
        path = tmp_path / "plan.json"
        plan = Plan.model_validate(STILL | groups)
        file = PlanFile(company=company, compared=(company, "scentsy-us"), plan=plan, scenarios=scenarios)
        path.write_bytes(dump_plan_file(file))
        return str(path)

    return save


@pytest.fixture
def shell(capfd):
    """Runs a command and returns its exit status, what went to stdout and what to stderr, one line after the other."""

    def run(*argv: str, language: str = "en") -> tuple[int, str, list[str]]:
        try:
            status = main([*argv, "--language", language], {})
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfd.readouterr()
        return status, out, err.replace("\u00a0", " ").splitlines()

    return run


def last_of(text: str, **how: str) -> dict[str, str]:
    return list(csv.DictReader(StringIO(text), **how))[-1]  # type: ignore[arg-type]


def test_a_scenario_is_laid_on_the_plan_and_said(shell, saved) -> None:
    path = saved(DEARER, LESS)
    status, out, err = shell("project", path, "--scenario", " dearer ")
    last = last_of(out)
    assert status == 0
    assert (last["scenario"], last["cumulative_cash_flow"]) == ("Dearer", "-229")  # 49 + 150 + 2 * 15
    assert err == ["Computed is the plan with its scenario Dearer."]


def test_that_the_scenarios_are_left_out_is_said(shell, saved) -> None:
    status, out, err = shell("project", saved(DEARER, LESS))
    last = last_of(out)
    assert (status, last["scenario"], last["cumulative_cash_flow"]) == (0, "plan", "-219")  # 49 + 150 + 2 * 10
    assert err == [
        "Computed is the plan itself, without its scenarios: Dearer, Fewer hours. Choose one with --scenario."
    ]


@pytest.mark.parametrize("command", EVERY, ids=lambda each: each[0])
def test_every_command_takes_a_scenario_and_says_which_counts(shell, saved, command: tuple[str, ...]) -> None:
    path = saved(DEARER)
    name, *options = command
    status, out, err = shell(name, path, *options, "--format", "json", "--scenario", "Dearer")
    assert (status, err) == (0, ["Computed is the plan with its scenario Dearer."])
    record = json.loads(out)
    assert record["about"]["scenario"] == "Dearer"
    assert record["plan_file"]["plan"]["running_costs"][0]["amount"] == 15
    assert shell(name, path, *options, "--format", "json")[2][0].startswith("Computed is the plan itself")
    status, out, err = shell(name, path, *options, "--scenario", "Nothing")
    assert (status, out) == (1, "")
    assert err == ['--scenario: found "Nothing". The plan has no scenario of this name. It has: Dearer.']
    assert shell(name, saved(), *options, "--scenario", "Dearer")[2] == [
        '--scenario: found "Dearer". The plan has no scenarios. Leave --scenario out.'
    ]


def test_a_scenario_may_state_the_rate_that_the_plan_lacks(shell, saved) -> None:
    path = saved(Scenario(name="In euro", changes={"exchange_rates": {"EUR": 1.1}}), company="amway-eu")
    assert shell("project", path)[0] == 1
    assert shell("project", path, "--scenario", "In euro")[0] == 0


@pytest.mark.parametrize("command", EVERY, ids=lambda each: each[0])
def test_a_result_opens_and_gives_the_same_figures(shell, saved, tmp_path: Path, command: tuple[str, ...]) -> None:
    name, *options = command
    seed = [] if name in ("project", "compare") else ["--seed", "5"]
    asked = (name, saved(DEARER, LESS, customers={"new_a_month": 2}), *options, *seed, "--scenario", "Dearer")
    result = shell(*asked, "--format", "json")[1]
    (tmp_path / "result.json").write_text(result, encoding="utf-8")
    again = json.loads(shell(name, str(tmp_path / "result.json"), *options, "--format", "json")[1])
    first = json.loads(result)
    assert again["about"] == first["about"] | {"scenario": None}  # the plan of the file is the scenario by now
    for record in (again, first):
        del record["about"]
    assert again == first
    file, faults = read_plan_file(result.encode(), "result.json")  # as the browser's field for a saved plan does
    assert faults == ()
    assert file is not None
    assert [scenario.name for scenario in file.scenarios] == ["Fewer hours"]
    # On the plan with the dearer telephone it is still the plan with fewer hours and the telephone at 10.
    changes = file.scenarios[0].changes
    assert changes["money_and_time", "hours_a_week"] == 3
    assert [cost["amount"] for cost in changes["running_costs",]] == [10]


def test_the_other_scenarios_still_come_to_the_same(shell, saved, tmp_path: Path) -> None:
    path = saved(DEARER, LESS)
    result = shell("project", path, "--scenario", "Fewer hours", "--format", "json")[1]
    (tmp_path / "result.json").write_text(result, encoding="utf-8")
    dearer = shell("project", str(tmp_path / "result.json"), "--scenario", "Dearer")[1]
    assert dearer == shell("project", path, "--scenario", "Dearer")[1]


@pytest.mark.parametrize("command", ONE_COMPANY, ids=lambda each: each[0])
def test_a_company_is_named_by_its_file_too(shell, saved, tmp_path: Path, command: tuple[str, ...]) -> None:
    name, *options = command
    path = saved()
    published = str(DEFAULT_COMPANIES / "example-company.toml")
    assert shell(name, path, *options, "--company", published) == shell(name, path, *options)
    # One's own: the kit at 80 instead of 49, so 31 less from the start.
    company, faults = with_figure(own_copy(COMPANIES["example-company"], ()), "joining.starter_kit_fee", 80, "", 2026)
    assert (company is not None, faults) == (True, ())
    mine = tmp_path / "mine.toml"
    mine.write_bytes(company_toml(company))
    status, out, err = shell(name, path, *options, "--company", str(mine), "--format", "json")
    assert (status, err) == (0, [])
    record = json.loads(out)
    assert [own["joining"]["starter_kit_fee"]["value"] for own in record["plan_file"]["own_companies"]] == [80]
    (tmp_path / "result.json").write_text(out, encoding="utf-8")
    again = json.loads(shell(name, str(tmp_path / "result.json"), *options, "--format", "json")[1])
    if name == "project":
        assert record["months"][0]["cumulative_cash_flow"] == -230
        assert [row["net_cash_flow"] for row in again["months"]] == [row["net_cash_flow"] for row in record["months"]]
    assert again["plan_file"] == record["plan_file"]


def test_companies_of_files_are_compared(shell, saved, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_bytes((DEFAULT_COMPANIES / "scentsy-us.toml").read_bytes())
    status, out, err = shell("compare", saved(), "--companies", f"scentsy-us,{mine}", "--format", "json")
    record = json.loads(out)
    assert (status, err) == (0, [])
    one, other = (company["measures"]["result"] for company in record["companies"])
    assert one == other
    assert record["plan_file"]["compared"] == ["scentsy-us", "yours-mine"]
    (tmp_path / "result.json").write_text(out, encoding="utf-8")
    again = json.loads(shell("compare", str(tmp_path / "result.json"), "--format", "json")[1])
    assert again["companies"][1]["measures"] == record["companies"][1]["measures"]
    twice = f"scentsy-us,{DEFAULT_COMPANIES / 'scentsy-us.toml'}"
    assert shell("compare", saved(), "--companies", twice)[0] == 2


def test_answers_about_a_company_go_with_its_file(shell, saved, tmp_path: Path) -> None:
    """A royalty that no source gives; 5 % of it is answered, for the company of the file."""
    mine = tmp_path / "mine.toml"
    mine.write_bytes(company_toml(levels_without_rates()))
    path = saved(company_answers={"mine": {"level_1": 0.05}}, team={"recruits_a_month": 2})
    record = json.loads(shell("project", path, "--company", str(mine), "--format", "json")[1])
    assert record["plan_file"]["plan"]["company_answers"]["yours-mine"] == {"level_1": 0.05}
    assert record["unstated"] == ["level_2", "level_3"]


def test_a_file_that_is_no_company_is_said_as_it_was_written(shell, saved, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("name = 3\n", encoding="utf-8")
    status, out, err = shell("project", saved(), "--company", str(wrong))
    assert (status, out) == (1, "")
    assert all(line.startswith(f"{wrong}: ") for line in err)
    assert shell("project", saved(), "--company", str(tmp_path / "none.toml"))[2] == [
        f"{tmp_path / 'none.toml'}: This file cannot be opened. Check its name and who may read it."
    ]


@pytest.mark.parametrize("command", ONE_COMPANY, ids=lambda each: each[0])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "LuLaRoe (2017) is a historic case: nobody can join it on these terms any more. They are of 2014-2017."),
        ("sv", "LuLaRoe (2017) är ett historiskt fall: ingen kan längre gå med på de här villkoren."),
    ],
)
def test_a_historic_company_is_said_to_be_one(shell, saved, command: tuple[str, ...], language: str, said: str) -> None:
    name, *options = command
    status, out, err = shell(name, saved(company="lularoe-us-2017"), *options, "--format", "csv", language=language)
    assert status == 0
    assert err[0].startswith(said)
    assert {row["company_status"] for row in csv.DictReader(StringIO(out))} == {"historic"}


def test_a_historic_company_that_is_chosen_is_tried_in_its_own_years(shell, saved) -> None:
    """Two years of 2014 to 2017, from January 2016; a plan that names it by itself stays where it is."""
    status, out, err = shell("project", saved(horizon_months=24), "--company", "lularoe-us-2017", "--format", "json")
    assert status == 0
    assert json.loads(out)["plan_file"]["plan"]["start_month"] == "2016-01"
    said = "On LuLaRoe (2017) the plan begins in January 2016, in the years of its terms, and not in January 2027."
    assert said in err
    named = shell("project", saved(company="lularoe-us-2017"), "--format", "json")[1]
    assert json.loads(named)["plan_file"]["plan"]["start_month"] == "2027-01"


TABLES = [*((*each, "PLAN") for each in EVERY), ("compare", "PLAN", "--table", "terms"), ("companies",)]


@pytest.mark.parametrize("command", [*TABLES, ("company", "scentsy-us")], ids=" ".join)
def test_both_styles_of_csv_hold_the_same_cells(shell, saved, command: tuple[str, ...]) -> None:
    path = saved()
    argv = [path if each == "PLAN" else each for each in command]
    usual, swedish = (shell(*argv, "--format", "csv", *more)[1] for more in ([], ["--style", "swedish"]))
    assert shell(*argv, "--format", "csv", "--style", "international")[1] == usual
    one = pd.read_csv(BytesIO(usual.encode()))
    other = pd.read_csv(BytesIO(swedish.encode()), sep=";", decimal=",", encoding="utf-8-sig")
    assert len(one) == len(other) > 0
    for name in one.columns:
        # A column of whole words in which some are numbers is read as text, whose decimal sign is the style's own.
        left, right = (
            frame[name].astype(str).str.replace(",", ".") if frame[name].dtype == object else frame[name]
            for frame in (one, other)
        )
        pd.testing.assert_series_equal(left, right)


@pytest.mark.parametrize("command", [("project", "PLAN"), ("companies",), ("sensitivity", "PLAN", *FEW)], ids=" ".join)
def test_a_style_of_what_is_no_csv_is_refused_rather_than_ignored(shell, saved, command: tuple[str, ...]) -> None:
    argv = [saved() if each == "PLAN" else each for each in command]
    status, out, err = shell(*argv, "--format", "json", "--style", "swedish")
    assert (status, out) == (2, "")
    assert err[-1].endswith("--style is for csv. Leave it out, or ask for --format csv")


@pytest.mark.parametrize("command", EVERY, ids=lambda each: each[0])
def test_every_file_says_what_it_is_of(shell, saved, command: tuple[str, ...]) -> None:
    name, *options = command
    path = saved(chance={"seed": 7})
    rows = list(csv.DictReader(StringIO(shell(name, path, *options, "--format", "csv")[1])))
    about = json.loads(shell(name, path, *options, "--format", "json")[1])["about"]
    assert {row["plan_name"] for row in rows} == {about["plan_name"]} == {"My plan"}
    assert {row["seed"] for row in rows} == {"7"}
    assert about["seed"] == 7
    assert {row["tax"] for row in rows} == {about["tax"]} == {"before tax"}
    assert {row["note"] for row in rows} == {about["note"]}
    assert "no promise of earnings" in about["note"]
    assert {row["program"] for row in rows} == {f"{about['program']} {about['version']}"}
    assert {row["view"] for row in rows} == {about["view"]} != {""}
    assert rows[0]["terms_of"] == about["companies"][0]["terms_of"] == "2026"
