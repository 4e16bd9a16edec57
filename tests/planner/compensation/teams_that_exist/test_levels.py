"""Unilevel on teams that exist, as a pencil gives it: levels, compression of each kind, rates by rank."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.planner.compensation.teams_that_exist.random_teams import (
    draw_frame,
    draw_team,
    last_month,
    names_of,
)
from tests.planner.compensation.teams_that_exist.twin_levels import twin_levels
from tests.random_cases import for_seeds

LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy"}


def unilevel(**more):
    return {"rule": "unilevel", "rates": (0.1, 0.05, 0.02), **more}


def test_each_level_its_rate():
    """Bo's 100 at 10 %, Cy's 200 at 5 % and Di's 400 at 2 % for Ann; Cy's at 10 and Di's at 5 % for Bo; and so on."""
    months = team_of(LINE, [{"Ann": 50, "Bo": 100, "Cy": 200, "Di": 400}])
    assert pay_of(plan_of(unilevel()), months) == {"Ann": 28.0, "Bo": 40.0, "Cy": 40.0}


def test_five_levels_of_one_member_each():
    """10, 4, 3, 2 and 2 % of 65 on each level are 21 % of 65."""
    line = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy", "Ed": "Di", "Flo": "Ed", "Gus": "Flo"}
    plan = plan_of({"rule": "unilevel", "rates": (0.10, 0.04, 0.03, 0.02, 0.02)})
    assert pay_of(plan, team_of(line, [dict.fromkeys(line, 65)]))["Ann"] == pytest.approx(13.65)


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


def test_an_override_on_ones_own_party_too():
    """Ann and her recruit sell 400 each at a party, at 25 % and with 8.5 % override: 100 + 34 on her own, 34 on his.

    Book parties of a published example: 134 of her own and 34 of the recruit's are 168.
    """
    party = {"points": 400, "by_customers": 400}
    months = team_of({"Ann": None, "Bo": "Ann"}, [{"Ann": party, "Bo": party}])
    margin = {"rule": "own_sales", "brackets": [{"from_volume": 0, "rate": 0.25}]}
    override = {"rule": "unilevel", "rates": (0.085,), "own_goods": "as_level_1"}
    assert pay_of(plan_of(margin, override), months) == {"Ann": pytest.approx(168), "Bo": pytest.approx(134)}


OWN = [
    ({}, 10.0),
    ({"own_goods": "as_level_1"}, 10 + 3),
    ({"own_goods": "as_level_1", "own_goods_of": "all"}, 10 + 5),
    ({"own_goods": "are_level_1"}, 5 + 3),
]


@pytest.mark.parametrize(("more", "expected"), OWN)
def test_own_goods(more, expected):
    """Of Ann's 50, customers bought 30; Bo bought 100."""
    months = team_of({"Ann": None, "Bo": "Ann"}, [{"Ann": {"points": 50, "by_customers": 30}, "Bo": 100}])
    assert pay_of(plan_of(unilevel(**more)), months)["Ann"] == pytest.approx(expected)


OPTIONS = {
    "rates": ((0.1,), (0.1, 0.05), (0.1, 0.0, 0.02)),
    "compression": ("none", "standard", "dynamic"),
    "pays_on_inactive": (True, False),
    "own_goods": ("not_paid", "as_level_1", "are_level_1"),
    "own_goods_of": ("customers", "all"),
}


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    part = {"rule": "unilevel", **{name: values[random.integers(len(values))] for name, values in OPTIONS.items()}}
    if random.random() < 0.4:
        part["by_rank"] = [{"rank": str(random.choice(names_of(frame))), "rates": (0.08, 0.04, 0.01)}]
    if random.random() < 0.2:
        part["from_rank"] = str(random.choice(names_of(frame)))
    plan = plan_of(part, **frame)
    months = draw_team(random, months=int(random.integers(1, 3)), titles=names_of(frame))
    month, pay, whole = last_month(plan, months)
    assert pay == pytest.approx(twin_levels(plan.parts[0], month), abs=1e-9)
    assert whole
