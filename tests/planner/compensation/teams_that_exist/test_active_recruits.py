"""Pay on active recruits on teams that exist: every reading both ways, and its twin."""

import numpy as np
import pytest

from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, team_of
from tests.planner.compensation.teams_that_exist.random_teams import (
    draw_frame,
    draw_team,
    last_month,
    names_of,
)
from tests.planner.compensation.teams_that_exist.twin_unit import twin_active_recruits
from tests.random_cases import for_seeds


def steps(*rows):
    return [{"recruits": recruits, "volume": volume, "rate": rate} for recruits, volume, rate in rows]


def part(*rows, **more):
    return {"rule": "active_recruits", "steps": steps(*rows), "threshold": "reached", **more}


def recruits(*amounts):
    """Ann and her recruits; below the first of them one who is nobody's but theirs."""
    names = [f"r{number}" for number in range(len(amounts))]
    team = {"Ann": None, **dict.fromkeys(names, "Ann"), "deep": names[0]}
    return team_of(team, [{**dict(zip(names, amounts, strict=True)), "Ann": 200, "deep": 5_000}])


STEPS = ((1, 0, 0.04), (5, 1_000, 0.09), (5, 5_000, 0.13))


def ann(rule, *amounts, **more):
    return pay_of(plan_of(rule, **more), recruits(*amounts)).get("Ann", 0.0)


# What companies print is paid in tests/examples/test_worked_examples_on_teams.py.
def test_number_and_volume_are_both_asked_for():
    assert ann(part(*STEPS), *[1_000] * 4) == pytest.approx(0.04 * 4_000)
    assert ann(part(*STEPS), *[190] * 5) == pytest.approx(0.04 * 950)
    assert ann(part(*STEPS), *[1_000] * 5) == pytest.approx(0.13 * 5_000)


def test_what_each_of_them_and_oneself_bought_is_asked_for():
    """13 % where five order 225 each and Ann 200 herself; else 9 % with five, however little they order."""
    high = {"recruits": 5, "each": 225, "own": 200, "rate": 0.13}
    rule = {"rule": "active_recruits", "steps": [*steps((3, 1_800, 0.08), (5, 0, 0.09)), high], "threshold": "reached"}
    assert ann(rule, *[225] * 5) == pytest.approx(0.13 * 1_125)
    assert ann(rule, *[225] * 4, 224) == pytest.approx(0.09 * 1_124)
    assert ann(rule, *[225] * 6, 224) == pytest.approx(0.13 * 1_574)
    assert ann(rule, *[600] * 3) == pytest.approx(0.08 * 1_800)
    dear = rule | {"steps": [*rule["steps"][:2], high | {"own": 201}]}
    assert ann(dear, *[225] * 5) == pytest.approx(0.09 * 1_125)


@pytest.mark.parametrize(("threshold", "expected"), [("reached", 0.09), ("passed", 0.04)])
def test_exactly_at_the_volume(threshold, expected):
    assert ann(part(*STEPS, threshold=threshold), *[200] * 5) == pytest.approx(expected * 1_000)


INACTIVE = [
    ({}, 0.04 * 900),
    ({"volume_of": "all"}, 0.09 * 900),
    ({"pays_on": "all"}, 0.04 * 1_000),
    ({"volume_of": "all", "pays_on": "all"}, 0.09 * 1_000),
]


@pytest.mark.parametrize(("more", "expected"), INACTIVE)
def test_recruits_who_are_not_active(more, expected):
    """Five have 180 each, the sixth 100 of the 150 that are asked for; 1,000 open the second step."""
    assert ann(part(*STEPS, **more), *[180] * 5, 100, minimum_personal_volume=150) == pytest.approx(expected)


@pytest.mark.parametrize(("measured_in", "expected"), [("points", 0.04), ("value", 0.09)])
def test_measured_in_points_or_money(measured_in, expected):
    bought = {"points": 100, "value": 300}
    assert ann(part(*STEPS, measured_in=measured_in), *[bought] * 5) == pytest.approx(expected * 1_500)


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    rule = {"rule": "active_recruits", "steps": steps((1, 0, 0.04), (2, 50, 0.09), (2, 100, 0.08), (3, 130, 0.13))}
    for name, values in (("volume_of", ("active", "all")), ("pays_on", ("active", "all"))):
        rule[name] = str(random.choice(values))
    rule |= {
        "measured_in": str(random.choice(("points", "value"))),
        "threshold": str(random.choice(("reached", "passed"))),
    }
    if random.random() < 0.3:
        rule["from_rank"] = str(random.choice(names_of(frame)))
    plan = plan_of(rule, **frame)
    months = draw_team(random, months=int(random.integers(1, 3)), titles=names_of(frame))
    month, pay, whole = last_month(plan, months)
    assert pay == pytest.approx(twin_active_recruits(plan.parts[0], month), abs=1e-9)
    assert whole
