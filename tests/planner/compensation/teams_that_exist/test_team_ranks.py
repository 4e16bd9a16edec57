"""Ranks of a team that exists: every condition alone, legs that broke away, months in a row."""

import random

import numpy as np
import pytest
from pydantic import ValidationError

from planner.compensation.teams.climb import legs_with
from planner.compensation.teams.pay import pay_team, titles
from planner.compensation.teams.team import ROOT, Team
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, ranks_of, team_of
from tests.planner.compensation.teams_that_exist.random_teams import draw_team
from tests.planner.compensation.teams_that_exist.twin_ranks import RanksOfMonths
from tests.random_cases import for_seeds

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


def test_a_rank_kept_for_life_and_one_that_asks_for_it():
    """Manager once at 100, kept while active; then 30 of the month are enough for what is paid to managers alone."""
    manager, paid = {"name": "Manager", "group_volume": 100}, {"name": "Paid", "group_volume": 30, "after": "Manager"}
    months = [{"Ann": points} for points in (40, 100, 10, 40, 4)]

    def each_month(**kept):
        plan = plan_of(ranks=[manager | kept, paid], minimum_personal_volume=5)
        return [ranks_of(plan, team_of({"Ann": None}, months[:count])).get("Ann") for count in range(1, 6)]

    assert each_month(kept="for_life") == [None, "Paid", "Manager", "Paid", None]
    assert each_month() == [None, "Paid", None, None, None]
    known = team_of({"Ann": None}, [{"Ann": 10}], title={"Ann": "Manager"})
    assert ranks_of(plan_of(ranks=[manager | {"kept": "for_life"}, paid]), known) == {"Ann": "Manager"}
    with pytest.raises(ValidationError, match="no such rank"):
        plan_of(ranks=[{**paid, "after": "Paid"}])
    unknown = plan_of(ranks=[{"name": "Manager", "kept": "as_filed"}, paid], minimum_personal_volume=5)
    assert ranks_of(unknown, team_of({"Ann": None}, months)) == {}  # nobody knows what a manager has to do
    assert ranks_of(unknown, team_of({"Ann": None}, months[:4], title={"Ann": "Manager"})) == {"Ann": "Paid"}


@pytest.mark.parametrize(("ranks_by", "expected"), [("group", {"Di"}), ("total", {"Ann", "Bo", "Di"})])
def test_outside_the_largest_leg_where_legs_break_away(ranks_by, expected):
    """Ed and Flo have 50 of their own and break away, and so does Di, whose 40 are not in Flo's leg: Bo's group is his
    20, and of Ann's 60, her own 10, Bo's 20 and Cy's 30, the largest leg leaves 30. Of everyone below, Bo's largest leg
    leaves 70 and Ann's 40.
    """
    ranks = [{"name": "Fifty", "personal_volume": 50}, {"name": "Wide", "outside_largest_leg": 40}]
    plan = plan_of(ranks=ranks, breakaway={"rank": "Fifty", "ranks_by": ranks_by})
    wide = {name for name, rank in ranks_of(plan, team_of(TREE, [MONTH])).items() if rank == "Wide"}
    assert wide - {"Ed", "Flo"} == expected


@pytest.mark.parametrize(("threshold", "expected"), [("reached", {"Ann", "Bo"}), ("passed", set())])
def test_exactly_so_many_points_of_a_leg_and_outside_the_largest(threshold, expected):
    """Bo's two legs are Di's 100 and Ed's 50, and Ann's Bo's 170 and Cy's 30: outside the largest 70 and 40."""
    legs = plan_of(ranks=[{"name": "Legs", "leg_count": 2, "leg_volume": 50}], threshold=threshold)
    assert set(ranks_of(legs, team_of(TREE, [MONTH]))) == expected - {"Ann"}
    outside = plan_of(ranks=[{"name": "Wide", "outside_largest_leg": 40, "frontline": 2}], threshold=threshold)
    assert set(ranks_of(outside, team_of(TREE, [MONTH]))) == ({"Ann", "Bo"} if threshold == "reached" else {"Bo"})


MORE = [
    {"personal_volume": 10},
    {"lifetime_volume": 10},
    {"group_volume": 10},
    {"outside_largest_leg": 10},
    {"active_legs": 2},
    {"frontline": 2},
    {"months_in_row": 2},
    {"leg_count": 2, "leg_volume": 5},
    {"ranked_legs": [{"rank": "One", "legs": 1}]},
    {"after": "One"},
]
ONE = {"name": "One", "leg_count": 1, "leg_volume": 5}


@pytest.mark.parametrize("more", MORE)
def test_each_condition_makes_a_rank_a_higher_one(more):
    """It is told from the one below by it alone; and without it asks for no more, so that the plan is refused."""
    assert plan_of(ranks=[ONE, {**ONE, "name": "Two", **more}]).rank_names == ("One", "Two")
    with pytest.raises(ValidationError, match="asks no more"):
        plan_of(ranks=[ONE, {**ONE, "name": "Two"}])
    if "ranked_legs" not in more and "after" not in more:
        with pytest.raises(ValidationError, match="asks no more"):
            plan_of(ranks=[{**ONE, **more}, {**ONE, "name": "Two"}])


def test_legs_of_more_points_make_a_higher_rank_and_of_fewer_do_not():
    assert plan_of(ranks=[ONE, {**ONE, "name": "Two", "leg_volume": 6}]).rank_names == ("One", "Two")
    with pytest.raises(ValidationError, match="asks no more"):
        plan_of(ranks=[ONE, {**ONE, "name": "Two", "leg_volume": 4}])


def test_legs_may_be_asked_for_of_the_same_rank_and_of_no_higher_one():
    legs = {"name": "Two", "personal_volume": 10, "ranked_legs": [{"rank": "Two", "legs": 1}]}
    assert plan_of(ranks=[ONE, legs]).rank_names == ("One", "Two")
    with pytest.raises(ValidationError, match="no such rank"):
        plan_of(ranks=[{**ONE, "ranked_legs": [{"rank": "Two", "legs": 1}]}, {"name": "Two", "personal_volume": 10}])


OPTIONS = {
    "personal_volume": (0, 10, 30),
    "lifetime_volume": (0, 50, 150),
    "group_volume": (0, 50, 100, 250.5),
    "outside_largest_leg": (0, 20, 50),
    "active_legs": (0, 1, 2),
    "frontline": (0, 1, 2),
    "months_in_row": (1, 1, 2),
}


def draw_ranks(random):
    """Three at most, each asking for all that the one before asks for, and more of something."""
    ranks = []
    least = dict.fromkeys(OPTIONS, 0) | {"months_in_row": 1}
    for number in range(int(random.integers(1, 4))):
        some = random.choice(list(OPTIONS), 2, replace=False)
        least |= {
            str(name): max(least[str(name)], OPTIONS[str(name)][random.integers(len(OPTIONS[str(name)]))])
            for name in some
        }
        rank = {"name": f"R{number + 1}", **least, "in_row_for": str(random.choice(("first_time", "always")))}
        if random.random() < 0.4:
            rank |= {"leg_count": int(random.integers(1, 3)), "leg_volume": float(random.choice((20, 60)))}
        if random.random() < 0.5:
            asked = f"R{int(random.integers(1, number + 2))}"
            rank["ranked_legs"] = [{"rank": asked, "legs": int(random.integers(1, 3))}]
        if random.random() < 0.3:
            rank["kept"] = str(random.choice(("for_life", "as_filed")))
        if number and random.random() < 0.3:
            rank["after"] = f"R{int(random.integers(1, number + 1))}"
        ranks.append(rank)
    return ranks


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    more = {
        "minimum_personal_volume": float(random.choice((0.0, 10.0))),
        "threshold": str(random.choice(("reached", "passed"))),
    }
    ranks = draw_ranks(random)
    if random.random() < 0.6:
        name = str(random.choice([rank["name"] for rank in ranks]))
        more["breakaway"] = {"rank": name, "ranks_by": str(random.choice(("group", "total")))}
    try:
        plan = plan_of(ranks=ranks, **more)
    except ValidationError:  # a rank that asks for no more than the one before it
        return
    months = draw_team(random, months=3, titles=plan.rank_names)
    paid = pay_team(plan, months)
    twin = RanksOfMonths(plan, titles(plan, months).tolist())
    assert [each.month.rank.tolist() for each in paid] == [twin.of(each.month) for each in paid]


def test_a_leg_counts_for_the_next_above_who_is_there_and_for_whoever_is_absent_between():
    """Counted for each by going down from them, which is slow and what is meant."""
    dice = random.Random(5)  # noqa: S311
    for _ in range(100):
        members = dice.randrange(1, 40)
        above = np.array([ROOT, *(dice.randrange(max(0, each - 6), each) for each in range(1, members))])
        flags, absent = (np.array([dice.random() < share for _ in above]) for share in (0.5, dice.random()))
        team, _place = Team.of(tuple(map(str, above)), above)

        def legs_of(member, team=team, flags=flags, absent=absent):
            below = np.flatnonzero(team.above == member)
            return sum(legs_of(each) if absent[each] else flags[each] for each in below)

        assert legs_with(team, flags, absent).tolist() == [legs_of(member) for member in range(members)]
