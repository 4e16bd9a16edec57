"""Writes docs/companies.md from the company files; `make companies` runs it, and a test compares."""

from planner.inputs.company.catalog import load_catalog
from tests.data.catalog_report import catalog_report
from tests.test_layers import PROJECT_FOLDER

PAGE = PROJECT_FOLDER / "docs" / "companies.md"

if __name__ == "__main__":
    PAGE.write_text(catalog_report(load_catalog().companies), encoding="utf-8")
