"""Ranks of a team that exists: every condition alone, legs that broke away, months in a row."""

import pytest

from tests.planner.compensation.teams_that_exist.by_hand import plan_of, ranks_of, team_of

TREE = {"Ann": None, "Bo": "Ann", "Cy": "Ann", "Di": "Bo", "Ed": "Bo", "Flo": "Di"}
MONTH = {"Ann": 10, "Bo": 20, "Cy": 30, "Di": 40, "Ed": 50, "Flo": 60}
# What each and everyone below come to: Ann 210, Bo 170, Cy 30, Di 100, Ed 50, Flo 60.

ALONE = [
    ({"personal_volume": 40}, {"Di", "Ed", "Flo"}),
    ({"group_volume": 100}, {"Ann", "Bo", "Di"}),
    ({"outside_largest_leg": 40}, {"Ann", "Bo", "Cy", "Di", "Ed", "Flo"} - {"Cy"}),
    ({"leg_count": 2, "leg_volume": 50}, {"Bo"}),
    ({"leg_count": 2, "leg_volume": 30}, {"Ann", "Bo"}),
    ({"active_legs": 2}, {"Ann", "Bo"}),
    ({"frontline": 1}, {"Ann", "Bo", "Di"}),
    ({"lifetime_volume": 60}, {"Flo"}),
]


@pytest.mark.parametrize(("asked", "expected"), ALONE)
def test_one_condition_alone(asked, expected):
    """Outside the largest leg: Ann 210 - 170, Bo 170 - 100, Di 100 - 60, and whoever has no leg all of their own."""
    plan = plan_of(ranks=[{"name": "Lead", **asked}], minimum_personal_volume=1)
    assert set(ranks_of(plan, team_of(TREE, [MONTH]))) == expected


def test_who_is_not_active_has_no_rank_and_is_no_recruit():
    plan = plan_of(ranks=[{"name": "Lead", "frontline": 2}], minimum_personal_volume=25)
    assert ranks_of(plan, team_of(TREE, [MONTH])) == {}
    assert ranks_of(plan, team_of(TREE, [MONTH | {"Bo": 25, "Ann": 25}])) == {"Ann": "Lead", "Bo": "Lead"}


def test_legs_with_a_lower_rank_and_with_the_same():
    """Di (100) and Ed alone (50) are on "Fifty" in Bo's two legs; of Ann's, Bo's leg holds it and Cy's does not."""
    ranks = [{"name": "Fifty", "group_volume": 50}, {"name": "Twice", "ranked_legs": [{"rank": "Fifty", "legs": 2}]}]
    assert ranks_of(plan_of(ranks=ranks), team_of(TREE, [MONTH])) == {
        "Ann": "Fifty",
        "Bo": "Twice",
        "Di": "Fifty",
        "Ed": "Fifty",
        "Flo": "Fifty",
    }
    same = [{"name": "One", "personal_volume": 40}, {"name": "Chain", "ranked_legs": [{"rank": "One", "legs": 1}]}]
    assert ranks_of(plan_of(ranks=same), team_of(TREE, [MONTH]))["Ann"] == "Chain"


def test_a_group_that_broke_away_is_not_in_the_sponsors():
    """Di's 100 break away: Bo has 20 + 50 left, and Ann 10 + 70 + 30."""
    ranks = [{"name": "Start", "group_volume": 70}, {"name": "Top", "group_volume": 100}]
    months = team_of(TREE, [MONTH])
    away = plan_of(ranks=ranks, breakaway={"rank": "Top"})
    assert ranks_of(away, months) == {"Ann": "Top", "Bo": "Start", "Di": "Top"}
    by_total = plan_of(ranks=ranks, breakaway={"rank": "Top", "ranks_by": "total"})
    assert ranks_of(by_total, months) == {"Ann": "Top", "Bo": "Top", "Di": "Top"}


@pytest.mark.parametrize(("threshold", "expected"), [("reached", {"Bo", "Di", "Ann"}), ("passed", {"Ann", "Bo"})])
def test_exactly_at_the_threshold(threshold, expected):
    plan = plan_of(ranks=[{"name": "Hundred", "group_volume": 100}], threshold=threshold)
    assert set(ranks_of(plan, team_of(TREE, [MONTH]))) == expected


def test_months_in_a_row():
    """Two months in a row: not in the first, in the second; after a gap again two, but for who had the rank before."""
    rank = {"name": "Lead", "personal_volume": 40, "months_in_row": 2}
    alone = {"Ann": None}
    good, bad = {"Ann": 40}, {"Ann": 39}
    always, once = plan_of(ranks=[rank]), plan_of(ranks=[rank | {"in_row_for": "first_time"}])
    for months, kept in (([good], False), ([good, good], True), ([good, bad, good], False)):
        assert bool(ranks_of(always, team_of(alone, months))) is kept
    after_a_gap = team_of(alone, [good, good, bad, good])
    assert ranks_of(always, after_a_gap) == {}
    assert ranks_of(once, after_a_gap) == {"Ann": "Lead"}
    assert ranks_of(once, team_of(alone, [good], title={"Ann": "Lead"})) == {"Ann": "Lead"}
