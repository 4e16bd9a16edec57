"""Pay on a unit on teams that exist: thresholds, every reading both ways, and random teams by their twin."""

import numpy as np
import pytest

from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, team_of
from tests.planner.compensation.teams_that_exist.random_teams import (
    draw_frame,
    draw_team,
    last_month,
    names_of,
)
from tests.planner.compensation.teams_that_exist.twin_unit import twin_unit
from tests.random_cases import for_seeds

WHOLE = {"rule": "unit", "unit": "everyone", "pays": "whole", "threshold": "reached"}


def brackets(*rows):
    return [{"from_volume": low, "rate": rate} for low, rate in rows]


def unit(*rows, **more):
    return WHOLE | {"brackets": brackets(*rows)} | more


def recruits(*amounts):
    """Ann and her recruits."""
    names = [f"r{number}" for number in range(len(amounts))]
    return team_of({"Ann": None, **dict.fromkeys(names, "Ann")}, [dict(zip(names, amounts, strict=True))])


@pytest.mark.parametrize(("volume", "expected"), [(10_000, 3_600), (4_000, 880)])
def test_9_13_or_23_percent_and_13_on_own_recruits(volume, expected):
    """Mary Kay: of 10,000, 23 % and 13 % (pinktruth.com, 30 Sept 2021); of 4,000, below the first step, 9 and 13 %."""
    plan = plan_of(unit((0, 0.09), (4_500, 0.13), (5_500, 0.23)), {"rule": "unilevel", "rates": (0.13,)})
    assert pay_of(plan, recruits(*[volume / 10] * 10))["Ann"] == pytest.approx(expected)


# The thresholds that companies print are paid in tests/examples/test_worked_examples_on_teams.py.
AT = [("reached", "whole", 200), ("passed", "whole", 100), ("reached", "marginal", 100), ("passed", "marginal", 100)]


@pytest.mark.parametrize(("threshold", "pays", "expected"), AT)
def test_exactly_at_the_threshold(threshold, pays, expected):
    """1,000 are the threshold itself: 20 % of it all once it is reached, 10 % where it must be passed."""
    part = unit((0, 0.10), (1_000, 0.20), threshold=threshold, pays=pays)
    assert pay_of(plan_of(part), recruits(1_000))["Ann"] == pytest.approx(expected)
    above = 300 if pays == "whole" else 100 + 100
    assert pay_of(plan_of(part), recruits(1_500))["Ann"] == pytest.approx(above)


# Ann > Bo > Cy > Di; Cy has the 100 points of a leader, and Ann.
LEAD = [{"name": "Lead", "personal_volume": 100}]
LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy"}
MONTH = {"Ann": 100, "Bo": 50, "Cy": 200, "Di": 30}
UNTIL = {"unit": "until_leader", "leader_rank": "Lead", "from_rank": "Lead"}

ENDS = [
    ({}, {"Ann": 5.0, "Cy": 3.0}),
    ({"next_leaders_goods": True}, {"Ann": 25.0, "Cy": 3.0}),
    ({"unit": "everyone"}, {"Ann": 28.0, "Cy": 3.0}),
    ({"own_goods": "paid"}, {"Ann": 15.0, "Cy": 23.0}),
]


@pytest.mark.parametrize(("more", "expected"), ENDS)
def test_where_the_unit_ends(more, expected):
    plan = plan_of(unit((0, 0.1), **(UNTIL | more)), ranks=LEAD)
    assert pay_of(plan, team_of(LINE, [MONTH])) == pytest.approx(expected)


def test_own_goods_may_count_and_not_be_paid_on():
    """Ann's 100 and Bo's 50 open the bracket from 150 on; paid on are Bo's 50 alone."""
    for own_goods, expected in (("nowhere", 0.0), ("volume", 5.0), ("paid", 15.0)):
        plan = plan_of(unit((150, 0.1), **UNTIL, own_goods=own_goods), ranks=LEAD)
        assert pay_of(plan, team_of(LINE, [MONTH])).get("Ann", 0.0) == pytest.approx(expected)


@pytest.mark.parametrize(("unqualified", "expected"), [("counts", 5.0), ("skipped", 5.0 + 9.0 + 3.0)])
def test_a_leader_who_is_none_this_month(unqualified, expected):
    plan = plan_of(unit((0, 0.1), **UNTIL, unqualified=unqualified), ranks=LEAD)
    assert pay_of(plan, team_of(LINE, [MONTH, MONTH | {"Cy": 90}])) == {"Ann": pytest.approx(expected)}


@pytest.mark.parametrize(("pays", "expected"), [(True, 8.0), (False, 5.0)])
def test_what_somebody_buys_who_is_not_active(pays, expected):
    plan = plan_of(unit((0, 0.1), pays_on_inactive=pays), minimum_personal_volume=40)
    months = team_of({"Ann": None, "Bo": "Ann", "Di": "Bo"}, [{"Ann": 100, "Bo": 50, "Di": 30}])
    assert pay_of(plan, months)["Ann"] == pytest.approx(expected)


@pytest.mark.parametrize(("measured_in", "expected"), [("points", 0.0), ("value", 20.0)])
def test_measured_in_points_or_money(measured_in, expected):
    plan = plan_of(unit((150, 0.1), measured_in=measured_in))
    assert pay_of(plan, recruits({"points": 100, "value": 200})).get("Ann", 0.0) == expected


OPTIONS = {
    "unit": ("until_leader", "until_leader", "everyone"),
    "next_leaders_goods": (False, True),
    "unqualified": ("counts", "skipped"),
    "own_goods": ("nowhere", "volume", "paid"),
    "measured_in": ("points", "value"),
    "pays_on_inactive": (True, False),
    "pays": ("whole", "marginal"),
    "threshold": ("reached", "passed"),
    "brackets": (brackets((0, 0.1)), brackets((100, 0.1), (150, 0.2)), brackets((0, 0.05), (50, 0.1), (300, 0.08))),
}


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    part = {"rule": "unit", **{name: values[random.integers(len(values))] for name, values in OPTIONS.items()}}
    part["leader_rank"] = str(random.choice(names_of(frame)))
    if random.random() < 0.3:
        part["from_rank"] = str(random.choice(names_of(frame)))
    plan = plan_of(part, **frame)
    months = draw_team(random, months=int(random.integers(1, 3)), titles=names_of(frame))
    month, pay, whole = last_month(plan, months)
    assert pay == pytest.approx(twin_unit(plan.parts[0], month), abs=1e-9)
    assert whole
