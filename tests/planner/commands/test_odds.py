"""simulate and seek from a shell: the same bytes for the same question, and every fault in words."""

import csv
import json
import math
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from planner.analysis.chance.odds import FAN, odds
from planner.analysis.measures.income_sources import SOURCES
from planner.commands.main import main
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.simulation.engine import simulate
from tests.plans import small_seller

PROJECT_FOLDER = Path(__file__).parents[3]
COMPANY = load_catalog().companies["example-company"]
FEW = "120"
# Nobody buys or joins: a kit of 49 (Exemplum), goods for 150 that it demands, a fee of 10 from month 3 on.
NOBODY = {
    "customers": {"new_a_month": 0},
    "getting_started": {"items": []},
    "running_costs": [{"name": "Telephone", "amount": 40}],
}


@pytest.fixture
def saved(tmp_path: Path):
    """Writes a plan file and says where."""

    def save(company: str | None = "example-company", name: str = "plan.json", **groups: Any) -> str:
        path = tmp_path / name
        plan = small_seller(**{"horizon_months": 6, **groups})
        path.write_bytes(dump_plan_file(PlanFile(company=company, plan=plan)))
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


def test_simulate_writes_the_odds_of_the_runs(shell, saved) -> None:
    path = saved(name="mine.json", money_and_time={"hours_a_week": 3}, chance={"seed": 9})
    status, out, err = shell("simulate", path, "--paths", FEW, "--format", "json")
    record = json.loads(out)
    assert (status, err) == (0, [])
    plan = small_seller(horizon_months=6, money_and_time={"hours_a_week": 3}, chance={"seed": 9})
    simulation = simulate(plan, COMPANY, int(FEW))
    found, results = odds(simulation), simulation.outcome.result
    asked = {"plan": "My plan", "company": "example-company", "currency": "USD", "paths": 120, "asked": 120, "seed": 9}
    assert record | asked == record
    assert record["spreads"]["order_spread"] == 0.6
    lost = sum(result <= -0.005 for result in results.tolist()) / 120
    assert record["odds"]["lose"] == {
        "share": pytest.approx(lost, abs=1e-6),
        "standard_error": pytest.approx(math.sqrt(lost * (1 - lost) / 120), abs=1e-6),
    }
    aside = math.sqrt(0.25 / 120)
    around = [float(np.quantile(results, 0.5 + side)) for side in (-aside, aside)]
    assert record["odds"]["result"]["median"] == {
        "value": pytest.approx(float(np.median(results)), abs=1e-5),
        "standard_error": pytest.approx((around[1] - around[0]) / 2, abs=1e-5),
    }
    assert [month["payback_by"] for month in record["months"]] == pytest.approx(found.payback_by.tolist(), abs=1e-6)
    assert [rank["rank"] for rank in record["odds"]["ranks"]] == ["Bronze", "Silver", "Gold"]
    told = record["odds"]["middle"]
    assert told["runs"] == 12
    amounts = [told["income_sources"][name] for name in SOURCES]
    assert sum(each["amount"] for each in amounts) == pytest.approx(told["income_sources"]["total"], abs=1e-5)
    assert told["income_sources"]["total"] == pytest.approx(found.middle.income.total, abs=1e-5)
    assert sum(each["share"] for each in amounts) == pytest.approx(1, abs=1e-5)
    assert told["statement"]["starter_kit_fee"] == 49
    assert record["income_sources_without_recruits"]["total"] > 0
    said = record["in_words"]
    assert said["answer"].startswith("Of 100 people with this plan, ")
    assert [each["title"] for each in said["figures"]] == [
        "Deepest hole",
        "Money back",
        "After 6 months",
        "Per hour worked",
    ]


def test_the_range_of_the_share_that_loses_is_in_the_file(shell, saved) -> None:
    path = saved(customers={"new_a_month": 1.5}, horizon_months=24)
    record = json.loads(shell("simulate", path, "--paths", FEW, "--format", "json")[1])
    span, lose = record["range"], record["odds"]["lose"]["share"]
    assert 0 <= span["low"] < lose < span["high"] <= 1
    assert (span["known"], span["runs"]) == ([], 120)
    ends = [span["widest"][end]["lose"] for end in ("at_low", "at_high")]
    assert span["low"] <= min(ends) <= max(ends) <= span["high"]
    assert span["moving"][0] == span["widest"]["input"]
    # At either end of the input the plan loses as often as the plan that states that figure.
    figure = span["widest"]["at_high"]["figure"]
    assert span["widest"]["input"] == "running_costs"
    dear = [{"name": "Telephone", "amount": figure}]
    again = saved(name="high.json", customers={"new_a_month": 1.5}, running_costs=dear, horizon_months=24)
    high = json.loads(shell("simulate", again, "--paths", FEW, "--format", "json")[1])
    assert high["odds"]["lose"]["share"] == ends[1]


def test_what_a_plan_says_is_known_is_not_moved(tmp_path: Path, shell) -> None:
    path = tmp_path / "known.json"
    plan = Plan.model_validate({"customers": {"new_a_month": 1.5}})
    known = (("customers", "new_a_month"), ("customers", "attrition"))
    path.write_bytes(dump_plan_file(PlanFile(company="example-company", plan=plan, known=known)))
    record = json.loads(shell("simulate", str(path), "--paths", FEW, "--format", "json")[1])
    names = ["customers.new_a_month", "customers.attrition"]
    assert record["range"]["known"] == names
    assert not set(names) & set(record["range"]["moving"])
    moved = json.loads(shell("sensitivity", str(path), "--paths", "40", "--format", "json")[1])
    assert sorted(moved["known"]) == sorted(names)
    assert not set(names) & {each["input"] for each in moved["inputs"]}


def test_a_range_that_takes_long_is_left_out_and_says_so(shell, saved) -> None:
    grows = {"recruits_a_month": 3, "duplication": 0.4, "annual_attrition": 0.2, "people_within_reach": 1e6}
    path = saved(team=grows, horizon_months=24)
    record = json.loads(shell("simulate", path, "--paths", "20", "--format", "json")[1])
    assert (record["range"]["low"], record["range"]["high"]) == (None, None)
    assert "--range" in record["range"]["reason"]


def test_every_field_of_the_odds_is_in_the_file(shell, saved) -> None:
    record = json.loads(shell("simulate", saved(), "--paths", FEW, "--format", "json")[1])
    elsewhere = {"fan", "payback_by"}  # by month
    assert set(type(odds(simulate(Plan(), COMPANY, 30))).__slots__) - elsewhere <= set(record["odds"])
    columns = {f"result_p{round(at * 100)}" for at in FAN} | {"payback_by"}
    errors = {f"{column}_standard_error" for column in columns}
    assert set(record["months"][0]) == {"month", "calendar_month"} | columns | errors


def test_the_same_question_gives_the_same_bytes(saved) -> None:
    """In two programs of their own, as a shell starts them, each of which is asked three questions."""
    path = saved(team={"recruits_a_month": 0.5, "people_within_reach": 60})
    few = ["--paths", "60", "--seed", "4"]
    asked = (["simulate", path, "--format", "json"], ["simulate", path], ["seek", path, "--goal", "loss"])
    code = "import sys; from planner.commands.main import main\n" + "".join(
        f"status = main({[*each, *few]!r}); sys.stdout.write(f'{{status}}\x1e'); sys.stdout.flush()\n" for each in asked
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=PROJECT_FOLDER,
            env=os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
            capture_output=True,
            check=True,
        )
        for seed, threads in (("1", "1"), ("2", "2"))
    )
    assert first.stdout == second.stdout
    *told, end = first.stdout.split(b"\x1e")
    assert [each[-1:] for each in told] == [b"0"] * len(asked)
    assert all(len(each) > 200 for each in told)
    assert (end, first.stderr, second.stderr) == (b"", b"", b"")


def test_the_seed_of_the_command_overrides_that_of_the_plan(shell, saved) -> None:
    own, other = saved(name="a.json", chance={"seed": 1}), saved(name="b.json", chance={"seed": 2})
    first, second = (shell("simulate", path, "--paths", FEW)[1] for path in (own, other))
    assert first != second
    assert shell("simulate", own, "--paths", FEW, "--seed", "2")[1] == second


def test_simulate_as_a_table_has_a_row_a_month(shell, saved) -> None:
    rows = list(csv.DictReader(StringIO(shell("simulate", saved(**NOBODY), "--paths", FEW)[1])))
    assert [row["month"] for row in rows] == [str(month) for month in range(7)]
    assert rows[0]["calendar_month"] == "2027-01"
    # Nothing is left to chance: kit and goods, 200 in the plan, then the telephone, and the website from month 3 on.
    expected = [-249, -289, -329, -379, -429, -479, -529]
    for name in ("result_p10", "result_p50", "result_p90"):
        assert [float(row[name]) for row in rows] == expected
    assert {row["payback_by"] for row in rows} == {"0"}


def test_without_hours_the_reason_stands_in_place_of_the_figure(shell, saved) -> None:
    path = saved(money_and_time={"hours_a_week": 0})
    record = json.loads(shell("simulate", path, "--paths", FEW, "--format", "json")[1])
    assert record["odds"]["earn_wage"] == {"share": None, "reason": "No hours are planned."}
    assert record["odds"]["per_hour"] == {"median": None, "reason": "No hours are planned."}


def test_seek_by_pencil_from_a_shell(shell, saved) -> None:
    """The hole is 249, 40 of website fees and six telephones: at most 409 where one costs at most 20."""
    path = saved(**NOBODY)
    asked = ("seek", path, "--goal", "hole=409", "--input", "running_costs", "--paths", FEW)
    [record] = json.loads(shell(*asked, "--format", "json")[1])["answers"]
    # From 40 towards 0 it is tried first a 32nd, ... and half of the way, where it is reached, and all of it at a
    # glance, since all values of a way are looked at together. Up to ten times 40, which is more than the default.
    assert record | {"input": "running_costs", "planned": 40, "from": 0, "to": 400, "seed": 1, "asked": 120} == record
    assert (record["left_out"], record["rough"]) == (False, False)
    assert record["goal"] == {"kind": "hole", "figure": 409}
    for found in (record["over_runs"], record["as_entered"]):
        assert (found["status"], found["value"]) == ("reached", 20)
        assert (found["now"]["figure"], found["then"]["figure"]) == (529, 409)
    assert (record["over_runs"]["then"]["lose"], record["over_runs"]["then"]["runs"]) == (1, 120)
    [row] = csv.DictReader(StringIO(shell(*asked)[1]))
    assert (row["value"], row["value_as_entered"], row["lose_then"], row["rough"]) == ("20", "20", "1", "false")
    assert (record["rarity"], row["paid_less_least"], row["paid_less_most"]) == (None, "", "")  # 6 months are no year


def test_seek_says_how_rare_the_plan_is_with_what_it_finds(tmp_path: Path, shell) -> None:
    """One customer a month, sent direct, whatever the costs: between 36.29 and 86.29 of 100, as in test_rarity."""
    path = tmp_path / "direct.json"
    plan = Plan.model_validate({"stock": {"ship_direct_share": 1}, "customers": {"new_a_month": 1}})
    path.write_bytes(dump_plan_file(PlanFile(company="scentsy-us", plan=plan)))
    asked = ("seek", str(path), "--goal", "hole=350", "--input", "running_costs", "--paths", "40")
    [record] = json.loads(shell(*asked, "--format", "json")[1])["answers"]
    assert record["over_runs"]["status"] == "reached"
    assert (round(record["rarity"]["least"], 4), round(record["rarity"]["most"], 4)) == (0.3629, 0.8629)
    [row] = csv.DictReader(StringIO(shell(*asked)[1]))
    assert [round(float(row[f"paid_less_{end}"]), 4) for end in ("least", "most")] == [0.3629, 0.8629]


def test_seek_says_what_is_out_of_reach_and_what_is_reached_already(shell, saved) -> None:
    path = saved(**NOBODY)

    def found(goal: str) -> tuple[dict[str, Any], list[Any]]:
        asked = ("seek", path, "--goal", goal, "--input", "running_costs", "--paths", "10", "--format", "json")
        record = json.loads(shell(*asked)[1])
        [answer] = record["answers"]
        return answer["over_runs"], record["pairs"]

    (beyond, together), (already, none) = found("hole=200"), found("hole=589")
    assert (beyond["status"], beyond["value"], beyond["nearest"]) == ("out_of_reach", None, 0)
    assert beyond["then"]["figure"] == 289
    # Kit and goods, 249, are paid before anything is sold: nothing else helps either.
    assert [each["second"] for each in together] == [
        "money_and_time.own_cash",
        "customers.retail_per_order",
        "running_costs",
    ]
    assert {(len(each["points"]), each["nearest"], each["left_out"]) for each in together} == {(0, None, False)}
    assert (already["status"], already["down"], already["up"]) == ("already", None, 50)
    assert none == []


def test_seek_gives_pairs_where_no_input_alone_is_enough(shell, saved) -> None:
    """A month costs 40 or more and an order leaves 20 of 50: 500 a month by no telephone, and by customers with it."""
    path = saved(**NOBODY | {"money_and_time": {"own_cash": 100_000}})
    asked = ("seek", path, "--goal", "income=500", "--input", "running_costs", "--paths", "20", "--format", "json")
    record = json.loads(shell(*asked)[1])
    assert record["answers"][0]["over_runs"]["status"] == "out_of_reach"
    costs = next(each for each in record["pairs"] if each["second"] == "running_costs")
    assert (costs["first"], costs["planned"], costs["to"]) == ("customers.new_a_month", [0, 40], 0)
    assert [point["second"] for point in costs["points"]] == [30, 20, 10, 0]
    assert costs["nearest"] in costs["points"]


def test_seek_without_an_input_tries_each(shell, saved) -> None:
    rows = list(csv.DictReader(StringIO(shell("seek", saved(), "--goal", "payback", "--paths", "40")[1])))
    assert {"customers.new_a_month", "running_costs", "stock.opening_stock"} <= {row["input"] for row in rows}
    assert {row["figure"] for row in rows} == {"6"}  # by the last month, where no month is stated
    assert {row["status"] for row in rows} <= {"reached", "already", "out_of_reach", "without_effect"}


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("simulate", "--paths", "0"), "40000"),
        (("simulate", "--paths", "many"), "many"),
        (("simulate", "--paths", "1e3"), "1e3"),
        (("simulate", "--seed", "1.5"), "1.5"),
        (("seek", "--goal", "loss", "--seed", "1.5"), "1.5"),
        (("simulate", "--format", "table"), "table"),
        (("seek",), "--goal"),
        (("seek", "--goal", "riches"), "riches"),
        (("seek", "--goal", "income=nan"), "income=nan"),
        (("seek", "--goal", "income="), "income="),
        (("seek", "--goal", "payback=7"), "6"),
        (("seek", "--goal", "payback=2.5"), "6"),
        (("seek", "--goal", "loss=101"), "0.33"),  # 2 is 2 of 100, and 101 is no share of them
        (("seek", "--goal", "loss=101%"), "101%"),
        (("seek", "--goal", "loss=-1"), "0.33"),
        (("seek", "--goal", "loss=third"), "third"),
        (("seek", "--goal", "loss", "--input", "chance.seed"), "customers.new_a_month"),
    ],
)
def test_a_question_that_is_not_understood(shell, saved, argv: tuple[str, ...], said: str, language: str) -> None:
    status, out, err = shell(argv[0], saved(), *argv[1:], language=language)
    assert (status, out) == (2, "")
    assert err[0].startswith("usage: ")
    assert said in err[-1]
    assert "invalid int" not in err[-1]


# Where, what was found, and what to do, of every number that is given with an option.
NUMBERS = {
    ("simulate", "--seed", "1.5"): "--seed: found 1.5. Write a whole number, in digits alone",
    ("sensitivity", "--paths", "1_000"): "--paths: found 1_000. Write a whole number, in digits alone",
    ("seek", "--goal", "loss", "--paths", "9" * 70): f"--paths: found {'9' * 59}…. State between 1 and 40000 runs",
    ("simulate", "--paths", "-1"): "--paths: found -1. State between 1 and 40000 runs",
    ("seek", "--goal", "payback=7"): "--goal: found payback=7. The month is a whole number from 1 to 6, the last",
    (
        "seek",
        "--goal",
        "loss=101",
    ): "--goal: found loss=101. The chance is a share from 0 to 1, such as 0.33, or a",
    ("seek", "--goal", "income=1,5"): "--goal: found income=1,5. Behind = write a figure, in digits and with a decimal",
    ("seek", "--goal", "hole=1e999"): "--goal: found hole=1e999. Behind = write a figure, in digits and with a decimal",
    ("simulate", "--seed"): "--seed: nothing stands behind it. Write its value there, or leave it out",
    ("simulate", "--paths", "--range"): "--paths: nothing stands behind it. Write its value there, or leave it out",
}


@pytest.mark.parametrize("argv", NUMBERS, ids=" ".join)
def test_a_number_is_refused_with_where_what_was_found_and_what_to_do(shell, saved, argv: tuple[str, ...]) -> None:
    status, out, err = shell(argv[0], saved(), *argv[1:], language="en")
    assert (status, out) == (2, "")
    assert f"error: {NUMBERS[argv]}" in err[-1]


def test_a_missing_value_is_told_in_the_persons_language(shell, saved) -> None:
    assert shell("simulate", saved(), "--seed", language="sv")[2][-1].endswith(
        "--seed: det står inget efter. Skriv värdet där, eller ta bort valet"
    )


@pytest.mark.parametrize(("written", "share"), [("0.33", 0.33), ("33", 0.33), ("33%", 0.33), ("0.5%", 0.005), ("1", 1)])
def test_a_chance_is_written_as_a_share_or_in_percent(shell, saved, written: str, share: float) -> None:
    asked = ("seek", saved(**NOBODY), "--goal", f"loss={written}", "--input", "running_costs", "--paths", "5")
    [record] = json.loads(shell(*asked, "--format", "json")[1])["answers"]
    assert record["goal"] == {"kind": "loss", "figure": share}


def test_faults_of_the_data_come_with_status_1(shell, saved, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": ', encoding="utf-8")
    for command in (("simulate",), ("seek", "--goal", "loss")):
        assert shell(command[0], str(bad), *command[1:], "--company", "example-company")[:2] == (1, "")
        status, out, err = shell(command[0], saved(), *command[1:], "--company", "amway-eu")
        assert (status, out) == (1, "")
        assert "exchange_rates.EUR" in err[0]
        status, out, err = shell(command[0], saved(), *command[1:], "--seed", "-1")
        assert (status, out) == (1, "")
        assert err == ["--seed: found -1. This is too low. State 0 or more."]
        assert shell(command[0], saved(company=None), *command[1:])[0] == 2
