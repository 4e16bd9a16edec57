"""Pools by a pencil: of the team or of the company, divided equally or by points, and in which nobody shares."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.bonuses.drawn_teams import by_name, draw_team
from tests.planner.compensation.teams_that_exist.bonuses.twin_pool import pay_pool
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.random_cases import for_seeds

TEAM = {"Ann": None, "Bo": "Ann", "Cy": "Ann", "Di": "Bo"}
MONTH = {"Ann": 400, "Bo": 300, "Cy": 100, "Di": 200}  # 1,000 in all; Ann's group 1,000, Bo's 500
RANKS = [{"name": f"From {each}", "personal_volume": float(each)} for each in (150, 250, 350)]


def pay_with(*tiers, **more):
    """tiers: the points from which a rank begins, its rate, and shares elsewhere."""
    rows = [{"rank": f"From {tier[0]}", "rate": tier[1], "elsewhere": (*tier, None)[2]} for tier in tiers]
    return pay_of(plan_of({"rule": "pool", "tiers": rows, **more}, ranks=RANKS), team_of(TEAM, [MONTH]))


def test_points_of_the_group_without_legs_that_broke_away():
    """Bo's 300 break away, and Ann's group is her own 100: of 400 at 10 % she has a quarter of 40."""
    ranks = [{"name": "Some", "personal_volume": 50}, {"name": "Away", "personal_volume": 200}]
    part = {"rule": "pool", "tiers": [{"rank": "Some", "rate": 0.1}], "each_in": "all", "divided": "group_points"}
    months = team_of({"Ann": None, "Bo": "Ann"}, [{"Ann": 100, "Bo": 300}])
    assert pay_of(plan_of(part, ranks=ranks, breakaway={"rank": "Away"}), months) == {"Ann": 10.0, "Bo": 30.0}


def test_equal_shares_of_the_team():
    """3 % of 1,000 for Ann, Bo and Di together: whoever is above the rank shares too where it is their highest."""
    assert pay_with((150, 0.03)) == {"Ann": 10.0, "Bo": 10.0, "Di": 10.0}


@pytest.mark.parametrize(
    ("each_in", "expected"),
    [("highest", {"Ann": 20.0, "Bo": 15.0, "Di": 15.0}), ("all", {"Ann": 30.0, "Bo": 10.0, "Di": 10.0})],
)
def test_two_pools(each_in, expected):
    """20 for those from 350 on, Ann, and 30 for those from 150 on: Bo and Di, or Ann with them."""
    assert pay_with((150, 0.03), (350, 0.02), each_in=each_in) == expected


@pytest.mark.parametrize(
    ("divided", "expected"),
    [
        ("own_points", {"Ann": 90 * 4 / 9, "Bo": 90 * 3 / 9, "Di": 90 * 2 / 9}),
        ("group_points", {"Ann": 90 * 10 / 17, "Bo": 90 * 5 / 17, "Di": 90 * 2 / 17}),
    ],
)
def test_divided_by_points(divided, expected):
    assert pay_with((150, 0.09), divided=divided) == pytest.approx(expected)


def test_of_the_whole_company_with_shares_elsewhere():
    """1 % of 1,000,000 at shop price 1.25 is 12,500; 3 here and 22 elsewhere have 500 each."""
    found = pay_with((150, 0.01, 22.0), company_value=1e6, base_per_value=1.25)
    assert found == {"Ann": 500.0, "Bo": 500.0, "Di": 500.0}


@pytest.mark.parametrize(("unclaimed", "expected"), [("kept", 10.0), ("passed_down", 30.0)])
def test_a_pool_in_which_nobody_shares(unclaimed, expected):
    """Nobody has the rank from 900 on: its 20 are kept, or go to Ann, who has the pool of 10 alone."""
    ranks = [*RANKS, {"name": "From 900", "personal_volume": 900.0}]
    tiers = [{"rank": "From 900", "rate": 0.02}, {"rank": "From 350", "rate": 0.01}]
    plan = plan_of({"rule": "pool", "tiers": tiers, "unclaimed": unclaimed}, ranks=ranks)
    assert pay_of(plan, team_of(TEAM, [MONTH])) == {"Ann": expected}


def test_a_pool_below_which_there_is_none_is_kept():
    plan = plan_of(
        {"rule": "pool", "tiers": [{"rank": "From 350", "rate": 0.01}], "unclaimed": "passed_down"}, ranks=RANKS
    )
    assert pay_of(plan, team_of(TEAM, [MONTH | {"Ann": 10}])) == {}


def draw_part(rng):
    listed = rng.permutation(3)[: int(rng.integers(1, 4))] + 1
    company = rng.random() < 0.3
    return {
        "rule": "pool",
        "tiers": [
            {
                "rank": f"R{each}",
                "rate": float(rng.choice([0.01, 0.02, 0.0])),
                "elsewhere": float(rng.choice([0.0, 2.0])) if company or rng.random() < 0.2 else None,
            }
            for each in listed
        ],
        "each_in": str(rng.choice(["highest", "all"])),
        "divided": str(rng.choice(["equally", "own_points", "group_points"])),
        "company_value": 5000.0 if company else None,
        "base_per_value": float(rng.choice([1.0, 1.25])),
        "unclaimed": str(rng.choice(["kept", "passed_down"])),
        "from_rank": "R2" if rng.random() < 0.2 else None,
    }


@for_seeds(300)
def test_twin(seed):
    rng = np.random.default_rng(seed)
    ranks = [{"name": f"R{number}", "group_volume": float(volume)} for number, volume in ((1, 50), (2, 150), (3, 400))]
    plan = plan_of(draw_part(rng), ranks=ranks, minimum_personal_volume=10)
    (part,) = plan.parts
    drawn = draw_team(rng)
    (paid,) = pay_team(plan, drawn.team())
    own = {name: each["points"] for name, each in drawn.months[0].items()}
    own = {name: own.get(name, 0.0) for name in drawn.sponsors}
    value = sum(each["value"] for each in drawn.months[0].values())

    def group(name):
        return own[name] + sum(map(group, drawn.recruits(name)))

    rank = by_name(paid, paid.month.rank)
    least = 2 if part.from_rank else 0
    allowed = {name: active and rank[name] >= least for name, active in by_name(paid, paid.month.active).items()}
    groups = {name: group(name) for name in own}
    expected = pay_pool(part, plan.rank_names, value, rank, allowed, own, groups)
    assert by_name(paid, paid.pay) == pytest.approx(expected, abs=1e-9)
    assert receipts_add_up(paid)
    if part.company_value is None and part.each_in == "highest":
        most = sum(tier.rate for tier in part.tiers) * value * part.base_per_value
        assert paid.pay.sum() <= most + 1e-9
