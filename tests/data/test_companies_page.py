"""docs/companies.md is what the company files say."""

from planner.inputs.company.catalog import load_catalog
from tests.data.catalog_report import catalog_report
from tests.data.companies_page import PAGE


def test_the_document_is_that_of_the_files():
    assert PAGE.read_text(encoding="utf-8") == catalog_report(load_catalog().companies), "run make companies"
