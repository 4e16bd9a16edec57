"""Every file says what it is of and what it is not, and the rest of it stays as it was."""

import json
import tomllib
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest

from planner.analysis.beside.comparison import compare
from planner.analysis.case import Case
from planner.analysis.company.coverage import years_of_terms
from planner.export.about import AS_ENTERED, OVER_RUNS, VERSION, About, about_record, described, result_record
from planner.export.csv import to_csv
from planner.export.frames import comparison_frame, monthly_frame
from planner.export.json import projection_record, to_json
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.speech import Speech

COMPANIES = load_catalog().companies
SCENTSY, LULAROE = COMPANIES["scentsy-us"], COMPANIES["lularoe-us-2017"]
PLAN = Plan.model_validate({"name": "Ours", "horizon_months": 3, "chance": {"seed": 9}})
ENGLISH, SWEDISH = Speech.of("en", PLAN), Speech.of("sv", PLAN)


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


def test_a_table_keeps_its_columns_and_its_first_line() -> None:
    frame = monthly_frame(Case.of(PLAN, SCENTSY))
    again = pd.read_csv(BytesIO(to_csv(described(frame, About(PLAN, (SCENTSY,)), ENGLISH))))
    own, more = list(again.columns[: len(frame.columns)]), again.columns[len(frame.columns) :]
    assert own == list(frame.columns)
    pd.testing.assert_frame_equal(again[own], pd.read_csv(BytesIO(to_csv(frame))))
    assert {name: list(again[name].unique()) for name in more} == {
        "plan_name": ["Ours"],
        "company_name": ["Scentsy"],
        "company_status": ["active"],
        "terms_of": ["2020-2023"],
        "seed": [9],
        "view": ["exactly as entered"],
        "when_money_runs_out": ["you put in more when your money runs out"],  # as entered it goes on
        "tax": ["before tax"],
        "program": [f"Joinwise {VERSION}"],
        "note": ["A computation from what was entered, and no promise of earnings."],
    }


def test_each_row_of_a_comparison_is_of_its_own_company() -> None:
    comparison = compare(PLAN, [SCENTSY, LULAROE])
    frame = described(comparison_frame(comparison), About(PLAN, (SCENTSY, LULAROE)), ENGLISH)
    said = frame.groupby("company", sort=False)[["company_name", "company_status", "terms_of"]].first()
    assert said.to_dict("index") == {
        "scentsy-us": {"company_name": "Scentsy", "company_status": "active", "terms_of": "2020-2023"},
        "lularoe-us-2017": {"company_name": "LuLaRoe (2017)", "company_status": "historic", "terms_of": "2014-2017"},
        "not-joining": {"company_name": "", "company_status": "", "terms_of": ""},
    }


@pytest.mark.parametrize(("rules", "said"), [("none", "before tax"), ("flat", "after tax")])
def test_before_or_after_tax(rules: str, said: str) -> None:
    plan = Plan.model_validate({"tax": {"rules": rules, "income_share": 0.3 if rules == "flat" else None}})
    assert about_record(About(plan, (SCENTSY,)), ENGLISH)["tax"] == said


def test_what_a_record_is_of_is_said_in_the_language_asked_for() -> None:
    said = about_record(About(PLAN, (LULAROE,), OVER_RUNS, 1_000, "Less"), SWEDISH)
    assert said == {
        "program": "Joinwise",
        "version": VERSION,
        "plan_name": "Ours",
        "scenario": "Less",
        "companies": [
            {"company": "lularoe-us-2017", "name": "LuLaRoe (2017)", "status": "historic", "terms_of": "2014-2017"}
        ],
        "seed": 9,
        "view": "över 1\N{NO-BREAK SPACE}000 körningar",
        "when_money_runs_out": "du slutar när pengarna tar slut",
        "tax": "före skatt",
        "note": "En beräkning av det som har angetts, inget löfte om inkomster.",
    }


@pytest.mark.parametrize(
    ("company", "years"),
    [
        ("example-company", "2026"),  # every figure is of one year
        ("vemma-us-2015", "2015"),  # of one year, since that is when it was so
        ("zinzino-se", "undated, read 2026"),  # no figure has a year
    ],
)
def test_the_years_of_the_terms(company: str, years: str) -> None:
    assert years_of_terms(COMPANIES[company]) == years


def test_a_result_opens_as_the_plan_it_is_of() -> None:
    file = PlanFile(company="scentsy-us", plan=PLAN)
    figures = projection_record(Case.of(PLAN, SCENTSY), ENGLISH)
    data = to_json(result_record(figures, About(PLAN, (SCENTSY,), AS_ENTERED), file, ENGLISH))
    assert {name: figure for name, figure in json.loads(data).items() if name in figures} == figures
    assert read_plan_file(data, "result.json") == (file, ())
    opened, _faults = read_plan_file(data, "result.json")
    assert opened is not None
    assert dump_plan_file(opened) == dump_plan_file(file)


def test_a_result_is_larger_than_any_plan_and_opens() -> None:
    file = PlanFile(company="scentsy-us", plan=PLAN)
    figures = {"months": ["x" * 1000] * 1500}
    data = to_json(result_record(figures, About(PLAN, (SCENTSY,)), file, ENGLISH))
    assert len(data) > 1_000_000
    assert read_plan_file(data, "result.json") == (file, ())
    _none, [fault] = read_plan_file(data.replace(b"joinwise-result", b"joinwise-plan"), "result.json")
    assert "larger than" in fault.message


@pytest.mark.parametrize("inside", [None, "plan", {}, {"format": "joinwise-result"}])
def test_a_result_without_a_plan_is_no_plan(inside: object) -> None:
    data = to_json({"format": "joinwise-result", "plan_file": inside})
    file, [fault] = read_plan_file(data, "result.json")
    assert file is None
    assert fault.message.startswith("This is no plan saved by Joinwise")
