"""What a plan hangs on, from a shell: the same figures for reading, as a table and as a record."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.chance.sensitivity import sensitivity
from planner.analysis.chance.tipping import breaking, tipping_points
from planner.commands.main import main
from planner.inputs.company.catalog import load_catalog
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.path import written
from planner.inputs.plan_file import PlanFile, dump_plan_file
from tests.plans import small_seller

EXAMPLE = load_catalog().companies["example-company"]
FEW = ("--company", "example-company", "--paths", "40")
WINS: dict[str, Any] = {
    "horizon_months": 12,
    "customers": {"new_a_month": 5},
    "chance": {"when_money_runs_out": "puts_in_more"},  # so that a cost is borne in every month
}


@pytest.fixture
def asked(capfd, tmp_path: Path):
    """Asks what a plan hangs on: the exit status, and what went to stdout and to stderr."""

    def ask(*options: str, **groups: Any) -> tuple[int, str, str]:
        path = tmp_path / "plan.json"
        path.write_bytes(dump_plan_file(PlanFile(plan=small_seller(**groups))))
        try:
            status = main(["sensitivity", str(path), *options], {"LANG": "en_US.UTF-8"})
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfd.readouterr()
        return status, out.replace("\u00a0", " "), err.replace("\u00a0", " ")

    return ask


def test_the_record_holds_what_was_computed(asked) -> None:
    status, out, err = asked(*FEW, "--format", "json", **WINS)
    assert (status, err) == (0, "")
    record = json.loads(out)
    found = sensitivity(Case.of(small_seller(**WINS), EXAMPLE), load_ranges(), 40)
    points = tipping_points(found)
    turn = breaking(found, points)
    assert [each["input"] for each in record["inputs"]] == [written(bar.path) for bar in found.bars]
    assert record["plan"]["lose"] == pytest.approx(found.stated.lose)
    first, bar = record["inputs"][0], found.bars[0]
    assert first["high"]["median"] == pytest.approx(bar.high.median, abs=1e-5)
    assert first["low"]["kind"] in ("published", "judgement")
    assert record["turn"]["direction"] == ("save" if turn.saves else "break")
    assert turn.tipping is not None
    assert record["turn"]["input"] == written(turn.tipping.bar.path)
    assert record["turn"]["share_of_range"] == pytest.approx(turn.tipping.share, abs=1e-5)
    assert record["runs_asked"] == 40
    costs = next(each for each in record["inputs"] if each["input"] == "running_costs")
    assert costs["high"]["source"].startswith("http")
    assert (costs["high"]["kind"], costs["high"]["year"], costs["high"]["figure"]) == ("published", 2018, 134)
    assert costs["swing"] == (134 - 10) * 12
    assert "NaN" not in out


def test_what_is_not_reached_has_a_reason(asked) -> None:
    # Customers who order nothing, and orders of no customers: neither alone brings anything.
    record = json.loads(asked(*FEW, "--format", "json", customers={"new_a_month": 0, "orders_per_customer": 0})[1])
    assert record["turn"]["input"] is None
    assert record["turn"]["reason"] == "No input alone does it within its range."
    assert record["turn"]["closest"]["lose"] == 1
    assert {each["tipping"] for each in record["inputs"]} == {None}
    assert all(each["reason"] for each in record["inputs"])


def test_the_same_command_writes_the_same_bytes_and_another_seed_others(asked) -> None:
    once = asked(*FEW, "--format", "json", **WINS)[1]
    seeded = asked(*FEW, "--format", "json", "--seed", "1", **WINS)[1]
    assert seeded == once  # the seed that the plan states
    other = json.loads(asked(*FEW, "--format", "json", "--seed", "2", **WINS)[1])
    assert other["seed"] == 2
    assert other["plan"] != json.loads(once)["plan"]


def test_rows_for_other_programs_and_for_reading(asked) -> None:
    rows = list(csv.DictReader(StringIO(asked(*FEW, "--format", "csv", **WINS)[1])))
    swings = [float(row["swing"]) for row in rows]
    assert swings == sorted(swings, reverse=True)
    costs = next(row for row in rows if row["input"] == "running_costs")
    assert (costs["low"], costs["plan"], costs["high"], costs["unit"]) == ("10", "50", "134", "money")
    assert float(costs["median_low"]) - float(costs["median_plan"]) == pytest.approx(40 * 12)
    assert float(costs["median_plan"]) - float(costs["median_high"]) == pytest.approx(84 * 12)
    status, table, err = asked(*FEW, **WINS)
    assert (status, err) == (0, "")
    assert table.startswith("As planned, ")
    assert "Runs of each trial: 40." in table
    line = next(line for line in table.splitlines() if line.startswith("Running costs"))
    assert "50 USD" in line
    assert "134 USD" in line
    assert " of 100" in line


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--company", "example-company", "--paths", "0"), 2, "--paths"),
        (("--company", "example-company", "--paths", "many"), 2, "--paths"),
        (("--company", "example-company", "--seed", "-1"), 1, "--seed"),
        (("--company", "exampel-company"), 1, "Did you mean example-company?"),
        ((), 2, "--company"),
    ],
)
def test_what_is_wrong_with_the_command_is_said(asked, options: tuple[str, ...], status: int, said: str) -> None:
    ended, out, err = asked(*options)
    assert (ended, out) == (status, "")
    assert said in err


def test_a_missing_file_is_a_fault(capfd) -> None:
    assert main(["sensitivity", "nowhere.json", "--company", "example-company"], {"LANG": "en"}) == 1
    assert "cannot be opened" in capfd.readouterr().err
