"""docs/defaults.md is what the default plan comes to beside what companies publish."""

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


def test_what_is_said_to_be_left_out_is_nothing_in_the_default_plan():
    for path, leans in LEANS.items():
        assert at(Plan(), path) in (0, "never"), leans
