"""The whole CSV of three sample plans on two companies, as committed beside this file.

They notice a change that nobody meant. They may be written anew only where a figure of a company or of a sample plan, a
column, or a rule of the model was changed on purpose, in that same commit and with the reason in its message:

    JOINWISE_WRITE_GOLDEN=1 .venv/bin/python -m pytest tests/golden

Then read the difference line by line. It must be what the change says, and nothing else. The twin keeps them honest:
what is written has to be what the slow program says too.
"""

import csv
import os
from io import StringIO
from pathlib import Path

import pytest

from planner.analysis.case import Case
from planner.export.csv import to_csv
from planner.export.frames import monthly_frame
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import read_plan_file
from planner.line_items import LINE_ITEMS
from tests.companies_by_months import BY_MONTHS
from tests.planner.twin import project_slowly

HERE = Path(__file__).parent
PLANS = HERE.parents[1] / "sample_data" / "plans"
COMPANIES = ("amway-eu", "young-living-us")  # a stairstep with breakaway, and a unilevel with compression and ranks
WRITE = os.environ.get("JOINWISE_WRITE_GOLDEN") == "1"
RATES = {"EUR": 1.10}  # of no particular day: any rate will do
LAST_DIGIT = 2e-6  # the file has six decimals


SITUATIONS = [(path, company) for path in sorted(PLANS.glob("*.json")) for company in COMPANIES]


def loaded(path: Path, company_id: str) -> tuple[Plan, Company]:
    plan_file, faults = read_plan_file(path.read_bytes(), path.name)
    assert plan_file is not None, faults
    plan = Plan.model_validate(plan_file.plan.model_dump() | {"exchange_rates": RATES})
    return plan, BY_MONTHS[company_id]


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(written)))


def assert_same_cell(found: str, expected: str, place: str) -> None:
    """Texts to the letter, numbers to the last digit written, which another processor may round otherwise."""
    try:
        assert float(found) == pytest.approx(float(expected), abs=LAST_DIGIT, rel=1e-12), place
    except ValueError:
        assert found == expected, place


@pytest.mark.parametrize(("path", "company"), SITUATIONS, ids=lambda value: getattr(value, "stem", value))
def test_the_csv_is_as_committed(path, company):
    plan, terms = loaded(path, company)
    found = to_csv(monthly_frame(Case.of(plan, terms))).decode()
    golden = HERE / f"{path.stem}.{company}.csv"
    if WRITE:
        golden.write_text(found, encoding="utf-8", newline="")
    expected = golden.read_text(encoding="utf-8")
    assert found.partition("\n")[0] == expected.partition("\n")[0], "the columns"
    found_rows, expected_rows = rows(found), rows(expected)
    assert len(found_rows) == len(expected_rows)
    for found_row, expected_row in zip(found_rows, expected_rows, strict=True):
        for column, cell in expected_row.items():
            assert_same_cell(found_row[column], cell, f"{column}, month {expected_row['month']}")


@pytest.mark.parametrize(("path", "company"), SITUATIONS, ids=lambda value: getattr(value, "stem", value))
def test_what_is_committed_is_what_the_twin_says(path, company):
    plan, terms = loaded(path, company)
    twin = project_slowly(plan, terms)
    names = [line.name for line in LINE_ITEMS] + ["net_cash_flow", "cumulative_cash_flow", "result", "profit"]
    names += ["closing_stock_value", "customers", "orders", "personal_volume", "group_volume"]
    for month, row in enumerate(rows((HERE / f"{path.stem}.{company}.csv").read_text(encoding="utf-8"))):
        for name in names:
            assert float(row[name]) == pytest.approx(twin[name][month], abs=LAST_DIGIT, rel=1e-9), (name, month)
        rank = int(twin["paid_as_rank"][month])
        assert row["paid_as_rank"] == (terms.ranks.rows[rank - 1].name if rank else "")
        assert float(row["team"]) == pytest.approx(sum(twin["active"][month]), abs=LAST_DIGIT)
        assert float(row["recruits"]) == pytest.approx(twin["joined"][month][1], abs=LAST_DIGIT)


def test_no_golden_file_is_left_over():
    expected = {f"{path.stem}.{company}.csv" for path, company in SITUATIONS}
    assert {path.name for path in HERE.glob("*.csv")} == expected
