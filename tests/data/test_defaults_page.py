"""docs/defaults.md is what the default plan comes to beside what companies publish."""

from planner.analysis.case import Case
from planner.analysis.chance.rarity import rarity
from planner.export.defaults_report import LEANS, defaults_report
from planner.inputs.company.catalog import load_catalog
from planner.inputs.path import at
from planner.inputs.plan.plan import Plan
from tests.data.defaults_page import PAGE

COMPANIES = load_catalog().companies


def test_the_document_is_that_of_the_default_plan_and_the_files():
    assert PAGE.read_text(encoding="utf-8") == defaults_report(COMPANIES), "run make companies"


def test_every_company_with_a_published_table_stands_in_it():
    rows = [line for line in defaults_report(COMPANIES).splitlines() if "| sent direct |" in line]
    assert len(rows) == sum(bool(company.distributions) for company in COMPANIES.values())


def test_what_is_said_to_lean_rosy_is_left_out_of_the_default_plan():
    for path, leans in LEANS.items():
        if leans.startswith("rosy") and path != ("running_costs",):
            assert at(Plan(), path) in (0, "never"), leans


def test_no_default_of_the_table_claims_to_be_published():
    rows = defaults_report(COMPANIES).partition("## Which way")[2].splitlines()
    assert [row for row in rows if row.startswith("| People you recruit a month") and "| 0 | assumed |" in row]
    assert sum("| assumed |" in row for row in rows) == len(LEANS)


def test_the_default_lies_well_inside_the_medians_of_scentsys_part_year_and_full_year_sellers():
    """203 and 869 dollars in 2020: between 350 and 700, sent direct.

    By hand: one new customer a month, of whom 20 of 100 stop, make 5 (1 - 0.8 ** m) customers in month m, and in twelve
    months 60 - 20 (1 - 0.8 ** 12) = 41.374 orders of 50, or 2,068.72. 20 % of them is 413.74. 5 % more from 1,000
    points on, which are reached in month 8, is 53.44 of the sales beyond; 45.05 of those from month 9 on (23.355
    orders are sold before).
    """
    company = COMPANIES["scentsy-us"]
    data = Plan(currency=company.currency).model_dump()
    data["stock"]["ship_direct_share"] = 1
    found = rarity(Case.of(Plan.model_validate(data), company))
    assert found is not None
    assert 350 < 413.74 + 45.04 < found.amount < 413.74 + 53.45 < 700
