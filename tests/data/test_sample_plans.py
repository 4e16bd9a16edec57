"""The sample plans that are shipped open, say what they are, and can be laid on their companies."""

from pathlib import Path

import pytest

from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file

FOLDER = DEFAULT_COMPANIES.parent / "plans"
PATHS = sorted(FOLDER.iterdir())


def opened(path: Path) -> PlanFile:
    file, faults = read_plan_file(path.read_bytes(), path.name)
    assert faults == ()
    assert file is not None
    return file


def test_the_sample_plans_promised_are_there():
    assert [path.name for path in PATHS] == [
        "a-few-customers-and-friends.json",
        "first-year-without-recruits.json",
        "the-pitch.json",
    ]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_sample_plan_is_saved_as_the_program_saves_it(path: Path):
    assert dump_plan_file(opened(path)) == path.read_bytes()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_sample_plan_fits_its_companies_without_an_exchange_rate(path: Path):
    file = opened(path)
    companies = load_catalog().companies
    assert file.company in file.compared
    assert 2 <= len(file.compared) <= 6
    assert all(missing_rate(companies[key], file.plan) is None for key in file.compared)


def test_the_first_year_is_a_year_and_recruits_nobody():
    plan = opened(FOLDER / "first-year-without-recruits.json").plan
    assert plan.horizon_months == 12
    assert plan.team.recruits_a_month == 0


def test_the_small_plan_recruits_two_in_the_first_year():
    recruits = opened(FOLDER / "a-few-customers-and-friends.json").plan.team.recruits_a_month
    assert isinstance(recruits, tuple)
    assert sum(recruits) == 2
    assert recruits[-1] == 0  # the last value continues


def test_the_pitch_says_that_it_is_one_and_holds_what_recruiters_say():
    plan = opened(FOLDER / "the-pitch.json").plan
    assert "pitch" in plan.name
    assert plan.customers.new_a_month == (30, 0)
    # 30 customers who never leave, one order of 100 each: 3,000 a month.
    assert plan.customers.attrition == 0
    assert plan.customers.orders_per_customer * plan.customers.retail_per_order * 30 == 3000
    assert plan.team.recruits_a_month == 2
    assert plan.team.annual_attrition == 0
    assert plan.running_costs == ()
