"""Leadership on teams that exist: groups that broke away, what is guaranteed, and random teams by their twin."""

from dataclasses import replace

import numpy as np
import pytest

from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, team_of
from tests.planner.compensation.teams_that_exist.random_teams import (
    draw_frame,
    draw_team,
    last_month,
    names_of,
)
from tests.planner.compensation.teams_that_exist.test_generations import OPTIONS, drawn
from tests.planner.compensation.teams_that_exist.twin_generations import twin_leadership
from tests.random_cases import for_seeds

AWAY = {"ranks": [{"name": "21 %", "personal_volume": 100}], "breakaway": {"rank": "21 %"}}
LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy"}
# Ann, Bo and Di broke away: Bo's group is 400 + 50, Di's 1,000.
MONTH_OF_TWO = {"Ann": 100, "Bo": 100}
MONTH = {"Ann": 200, "Bo": 400, "Cy": 50, "Di": 1_000}


def leadership(**more):
    return {"rule": "leadership", "rates": (0.04,), **more}


def paid(part, month=MONTH, team=LINE):
    return pay_of(plan_of(part, **AWAY), team_of(team, [month]))


def test_only_who_broke_away_is_paid_on_the_groups_that_broke_away():
    """Ann has 4 % of Bo's 450, Bo of Di's 1,000; Cy, who has no rank, nothing."""
    assert paid(leadership()) == {"Ann": 18.0, "Bo": 40.0}
    assert paid(leadership(rates=(0.04, 0.01))) == {"Ann": 28.0, "Bo": 40.0}


def test_the_leaders_own_goods_are_in_the_group_or_not():
    assert paid(leadership(leader_volume="left_out")) == {"Ann": 2.0}


def test_the_first_generation_may_be_ones_own_group():
    assert paid(leadership(starts="own_group", rates=(0.02, 0.04), own_goods=True)) == {
        "Ann": pytest.approx(4 + 18),
        "Bo": pytest.approx(8 + 1 + 40),
        "Di": pytest.approx(20),
    }


def test_at_least_the_floor():
    """Bo's group of 450 is paid on as 600, Di's of 1,000 as it is."""
    assert paid(leadership(guarantee="at_least", floor=600)) == {"Ann": 24.0, "Bo": 40.0}


PASSED = [
    # Bo's 450 lack 150: 6 of the 40 on Di's 1,000 go to Ann. She has 200 and 600, passes up 600 and keeps 200 at 4 %.
    (600, {"Ann": 8.0, "Bo": 34.0}),
    # Bo has 450 and 1,000, passes up 1,200 and keeps 250; Di has nothing to add to her 1,000. Ann keeps 200 of 1,400.
    (1_200, {"Ann": 8.0, "Bo": 10.0}),
    # Bo passes up all of his 1,450, Ann all of her 1,650.
    (2_000, {}),
]


@pytest.mark.parametrize(("floor", "expected"), PASSED)
def test_passed_up_first(floor, expected):
    """Ann fills her own floor too, for whoever stands above her: the file does not say."""
    assert paid(leadership(guarantee="passed_up", floor=floor)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("unqualified", "expected"), [("ends", 0.0), ("counts", 0.04 * 250), ("skipped", 0.04 * 1_000)]
)
def test_a_leader_who_is_none_this_month(unqualified, expected):
    """Bo had the rank last month and now lacks 1 of the 200 points that it asks for; Cy has 51, and Di still 1,000.

    "skipped": Di is Ann's first generation. "counts": Bo's group is, 250, then Di's. "ends": Bo ends the line.
    """
    ranks = [{"name": "21 %", "personal_volume": 200}]
    plan = plan_of(leadership(unqualified=unqualified), ranks=ranks, breakaway={"rank": "21 %"})
    months = team_of(LINE, [MONTH, MONTH | {"Bo": 199, "Cy": 51}])
    assert pay_of(plan, months).get("Ann", 0.0) == pytest.approx(expected)


@pytest.mark.parametrize(("last", "expected"), [(1, 4.0), (0, 0.0)])
def test_nothing_is_guaranteed_of_a_leader_who_left(last, expected):
    """Bo broke away in the first month and buys nothing in the second. While Bo is there 4 % of the floor of 100 are
    guaranteed to Ann, whether or not Cy bought 50 below Bo. Once Bo left nothing is, and Ann has 4 % of Cy's 50 alone.
    """
    plan = plan_of(leadership(guarantee="at_least", floor=100, rates=(0.04,), unqualified="counts"), **AWAY)
    for below, bought in (({}, {}), ({"Cy": "Bo"}, {"Cy": 50})):
        months = team_of({"Ann": None, "Bo": "Ann"} | below, [MONTH_OF_TWO, {"Ann": 100} | bought])
        lasts = np.array([1, last] + [1] * len(below))
        months = replace(months, team=replace(months.team, last=lasts))
        of_group = 0.04 * bought.get("Cy", 0) if not expected else 0.0
        assert pay_of(plan, months).get("Ann", 0.0) == pytest.approx(expected + of_group)


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    frame["breakaway"] = {
        "rank": str(random.choice(names_of(frame))),
        "ranks_by": str(random.choice(("group", "total"))),
    }
    guarantee = str(random.choice(("none", "at_least", "passed_up")))
    part = {"rule": "leadership", **drawn(random, OPTIONS, frame), "guarantee": guarantee, "floor": 180.0}
    if guarantee == "passed_up":
        part = {name: part[name] for name in ("rule", "leader_volume", "unqualified", "guarantee", "floor")}
        part["rates"] = (0.04,)
    plan = plan_of(part, **frame)
    months = draw_team(random, months=int(random.integers(1, 3)), titles=names_of(frame))
    month, pay, whole = last_month(plan, months)
    assert pay == pytest.approx(twin_leadership(plan.parts[0], month), abs=1e-9)
    assert whole
