"""Unilevel on teams that exist, as a pencil gives it: levels, compression of each kind, rates by rank."""

import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of

LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy"}


def unilevel(**more):
    return {"rule": "unilevel", "rates": (0.1, 0.05, 0.02), **more}


def test_each_level_its_rate():
    """Bo's 100 at 10 %, Cy's 200 at 5 % and Di's 400 at 2 % for Ann; Cy's at 10 and Di's at 5 % for Bo; and so on."""
    months = team_of(LINE, [{"Ann": 50, "Bo": 100, "Cy": 200, "Di": 400}])
    assert pay_of(plan_of(unilevel()), months) == {"Ann": 28.0, "Bo": 40.0, "Cy": 40.0}


COMPRESSED = [
    # Bo has 0 of the 20 points: a level all the same, and earns nothing.
    ("none", {"Ann": 0.05 * 200 + 0.02 * 400, "Cy": 40.0}),
    # Bo is no level, so Cy is Ann's first and Di her second.
    ("standard", {"Ann": 0.1 * 200 + 0.05 * 400, "Cy": 40.0}),
]


@pytest.mark.parametrize(("compression", "expected"), COMPRESSED)
def test_who_is_not_active(compression, expected):
    months = team_of(LINE, [{"Ann": 50, "Cy": 200, "Di": 400}])
    plan = plan_of(unilevel(compression=compression), minimum_personal_volume=20)
    assert pay_of(plan, months) == expected


def test_dynamic_compression_looks_for_who_is_paid_on_the_level():
    """Only from "Two" on is level 2 paid: Di's 400 on level 2 passes Bo, who has one level, and reaches Ann."""
    ranks = [{"name": "One", "personal_volume": 10}, {"name": "Two", "personal_volume": 40}]
    by_rank = [{"rank": "One", "rates": [0.1]}, {"rank": "Two", "rates": [0.1, 0.05]}]
    months = team_of(LINE, [{"Ann": 50, "Bo": 20, "Cy": 20, "Di": 400}])
    part = {"rule": "unilevel", "by_rank": by_rank}
    assert pay_of(plan_of(part | {"compression": "dynamic"}, ranks=ranks), months) == {
        "Ann": 2 + 0.05 * 20 + 20,
        "Bo": 2.0,
        "Cy": 40.0,
    }
    assert pay_of(plan_of(part, ranks=ranks), months) == {"Ann": 2 + 1, "Bo": 2.0, "Cy": 40.0}


@pytest.mark.parametrize(("pays", "expected"), [(True, 1.0), (False, 0.0)])
def test_what_somebody_buys_who_is_not_active(pays, expected):
    """Bo buys for 10 of the 20 points that are asked for."""
    plan = plan_of(unilevel(pays_on_inactive=pays), minimum_personal_volume=20)
    assert pay_of(plan, team_of(LINE, [{"Ann": 50, "Bo": 10}])).get("Ann", 0.0) == expected


def test_a_rank_below_the_one_that_is_paid_earns_nothing_of_the_part():
    ranks = [{"name": "One", "personal_volume": 10}, {"name": "Two", "personal_volume": 40}]
    months = team_of(LINE, [{"Ann": 50, "Bo": 20, "Cy": 30}])
    assert pay_of(plan_of(unilevel(from_rank="Two"), ranks=ranks), months) == {"Ann": 2 + 1.5}


def test_receipts_are_what_is_paid():
    months = team_of(LINE | {"Ed": "Bo"}, [{"Ann": 50, "Bo": 100, "Cy": 200, "Di": 400, "Ed": 7}])
    (month,) = pay_team(plan_of(unilevel()), months)
    assert receipts_add_up(month)
    rows = [
        (flow.step, [month.month.team.members[each] for each in flow.source], flow.amount.tolist())
        for _, flow in month.receipt(month.month.team.members.index("Ann"))
    ]
    assert rows == [(1, ["Bo"], [10.0]), (2, ["Cy", "Ed"], [10.0, pytest.approx(0.35)]), (3, ["Di"], [8.0])]
