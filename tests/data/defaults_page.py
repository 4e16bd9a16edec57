"""Writes docs/defaults.md from the default plan and the companies; `make companies` runs it, and a test compares."""

from planner.export.defaults_report import defaults_report
from planner.inputs.company.catalog import load_catalog
from tests.test_layers import PROJECT_FOLDER

PAGE = PROJECT_FOLDER / "docs" / "defaults.md"

if __name__ == "__main__":
    PAGE.write_text(defaults_report(load_catalog().companies), encoding="utf-8")
