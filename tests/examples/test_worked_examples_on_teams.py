"""Worked examples as companies and their explainers print them: a team of the example is paid what the source says.

All are in worked_examples.toml, with their sources; paid_examples.py says how each kind of them is paid. The cases from
real life below are held by pencil beside the kinds of pay that they are about.
"""

import importlib
import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import pay_team
from planner.inputs.team_file.read import read_team_file
from tests.examples.paid_examples import PAID
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

EXAMPLES = tomllib.loads(Path(__file__).with_name("worked_examples.toml").read_text(encoding="utf-8"))
DOES_NOT_FIT: dict[str, str] = {}  # with the reason; of the 46 none

W = "W03 W05 W07 W10 W11 W12a W12b W13 W16 W17b W17c W19 W21 W24 W25a W25c W27w"
X = (
    "X01 X03 X04a X04b X04c X04e X05 X07 X08 X11 X13 X15 X17 X20 X21 X22 X23 X24 X25 X26 X27 X28a X28b X30 X32 X33 X34 "
    "X35 X39"
)
TEAMS = "tests.planner.compensation.teams_that_exist."
CASES = {
    "w2, 54 and 150 on eight steps": "test_stairstep.test_eight_steps",
    "w4, 234 with ranks for life": "test_stairstep.test_a_rank_kept_for_life",
    "w5, 4,400 with generations": "test_generations.test_a_generation_bonus_beside_a_differential",
    "w6, 13.65 on five levels": "test_levels.test_five_levels_of_one_member_each",
    "w7, 3,600 and 880 on a unit": "test_unit.test_9_13_or_23_percent_and_13_on_own_recruits",
    "w8, 168 with an override on own sales": "test_levels.test_an_override_on_ones_own_party_too",
    "w9, 14 by the cycle": "test_binary.test_a_cycle_of_200_and_100",
    "a6b, 900 of three shows": "bonuses.test_own_sales.test_three_shows_of_1000_in_a_month_above_2300",
    "w12b, 625 and 125": "bonuses.test_own_sales.test_five_per_cent_more_above_2000_is_a_part_of_its_own",
}


def test_none_is_missing():
    assert sorted(EXAMPLES) == (W + " " + X).split()
    assert {example["plan"] for name, example in EXAMPLES.items() if name not in DOES_NOT_FIT} == set(PAID)


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in DOES_NOT_FIT])
def test_paid_as_printed(name):
    """To the cent, and to what rounding left in the source; what it prints wrong is stated right."""
    example = EXAMPLES[name]
    found = PAID[example["plan"]](example["inputs"])
    for figure, expected in example["expected"].items():
        assert found[figure] == pytest.approx(expected, rel=1e-9, abs=0.005), figure
    if example["status"] == "source_wrong":
        assert any(found[figure] != pytest.approx(said, abs=0.005) for figure, said in example["printed"].items())


@pytest.mark.parametrize("where", CASES.values(), ids=CASES)
def test_a_case_from_real_life_is_held(where):
    module, test = (TEAMS + where).rsplit(".", 1)
    assert callable(getattr(importlib.import_module(module), test))


# Case d1: an export of everyone below somebody, 3,396 people with them, on 27 levels, counted by level.
PEOPLE = (1, 3, 7, 25, 41, 77, 106, 109, 126, 305, 210, 205, 247, 257, 256, 203, 248, 197, 181, 123, 161, 124, 67, 65)
PEOPLE += (16, 30, 2, 4)


def test_ten_levels_of_an_export_with_27():
    """1 % on ten levels of 100 each: 3 + 7 + 25 + 41 + 77 + 106 + 109 + 126 + 305 + 210 people, 1,009."""
    levels = [[f"{level}-{number}" for number in range(people)] for level, people in enumerate(PEOPLE)]
    sponsors = {levels[0][0]: ""}
    for above, below in pairwise(levels):
        sponsors |= {name: above[number % len(above)] for number, name in enumerate(below)}
    assert len(sponsors) == 3_396
    rows = [f"{name},{sponsor},2025-06,100" for name, sponsor in sponsors.items()]
    np.random.default_rng(1).shuffle(rows)
    table, faults = read_team_file("\n".join(["member,sponsor,month,personal_volume", *rows]).encode(), "team.csv")
    assert table is not None, faults
    plan = plan_of({"rule": "unilevel", "rates": (0.01,) * 10})
    (month,) = pay_team(plan, team_months(table, plan))
    assert month.month.team.members[0] == "0-0"
    assert month.pay[0] == pytest.approx(1_009)
