"""Passing up by a pencil: who is passed up, to whom, with whom below, and what is paid."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.bonuses.drawn_teams import by_name, draw_team
from tests.planner.compensation.teams_that_exist.bonuses.twin_pass_up import pay_passed_up
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.random_cases import for_seeds

# Bo recruited Cy, Di and Ed, in this order; Cy recruited Flo, Gus and Hal.
TEAM = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Bo", "Ed": "Bo", "Flo": "Cy", "Gus": "Cy", "Hal": "Cy"}
OLD = dict.fromkeys(("Ann", "Bo", "Cy", "Di", "Ed"), -9)


def two_up(**more):
    stated = {"rule": "pass_up", "passed": [1, 2], "orders": "all", "amounts": [100.0], **more}
    return {key: each for key, each in stated.items() if each is not None}


def test_the_first_two_recruits_of_everybody_go_to_the_sponsors_sponsor():
    """Each buys something: Cy and Di count as Ann's, Ed as Bo's; Flo and Gus as Bo's, Hal as Cy's; Bo as nobody's."""
    month = dict.fromkeys(TEAM, 10)
    assert pay_of(plan_of(two_up()), team_of(TEAM, [month])) == {"Ann": 200.0, "Bo": 300.0, "Cy": 100.0}


def test_orders_at_joining_are_passed_up_where_a_fast_start_takes_them_out_of_the_volume():
    """Cy, Bo's first recruit, joins with 100: 10 for Ann, to whom he is passed up, beside the 20 of Bo's fast start."""
    part = {"rule": "pass_up", "passed": [1], "rates": [0.1]}
    months = team_of({"Ann": None, "Bo": "Ann", "Cy": "Bo"}, [{"Cy": {"points": 100.0, "joining": 100.0}}])
    plan = plan_of({"rule": "fast_start", "rates": [0.2]}, part)
    assert pay_of(plan, months) == {"Ann": 10.0, "Bo": 20.0}


def test_or_to_whom_the_sponsor_was_passed_up():
    """Bo is Ann's third and stays hers. Cy and Di count as Ann's, and so do then the first two of Cy."""
    month = dict.fromkeys(TEAM, 10)
    plan = plan_of(two_up(to="receiver"))
    team = {"Ann": None, "Xi": "Ann", "Yo": "Ann"} | TEAM
    assert pay_of(plan, team_of(team, [month])) == {"Ann": 500.0, "Bo": 100.0, "Cy": 100.0}


def test_through_somebody_who_was_passed_up_out_of_the_file_they_go_there_too():
    """Bo, Ann's first, counts as somebody's above Ann, and so do Bo's first two; Cy's first two after them."""
    month = dict.fromkeys(TEAM, 10)
    plan = plan_of(two_up(to="receiver"))
    assert pay_of(plan, team_of(TEAM, [month])) == {"Bo": 100.0, "Cy": 100.0}


def test_the_second_and_the_fourth():
    team = {"Ann": None, "Top": "Ann", "Bo": "Top"} | {f"R{number}": "Bo" for number in range(1, 6)}
    month = {f"R{number}": 10 * number for number in range(1, 6)}
    plan = plan_of(two_up(passed=[2, 4], amounts=None, rates=[0.5]))
    assert pay_of(plan, team_of(team, [month])) == {"Top": 30.0, "Bo": 45.0}


def test_in_the_order_of_joining():
    """Ed was listed last and joined first, so that Ed and Cy are passed up and Di is not."""
    plan = plan_of(two_up(amounts=None, rates=[0.1]))
    team = team_of(
        TEAM, [{"Cy": 100, "Di": 200, "Ed": 400}], joined={"Bo": -9, "Ann": -9, "Ed": -3, "Cy": -2, "Di": -2}
    )
    assert pay_of(plan, team) == {"Ann": 50.0, "Bo": 20.0}


@pytest.mark.parametrize(
    ("moves", "expected"), [("recruit", {"Cy": 10.0, "Bo": 5.0}), ("with_downline", {"Cy": 10.0, "Ann": 5.0})]
)
def test_what_climbs_past_somebody_who_was_passed_up(moves, expected):
    """Hal is Cy's own. On level 2 what Hal buys is Bo's, who recruited Cy, or Ann's, to whom Cy came with downline."""
    plan = plan_of(two_up(amounts=None, rates=[0.1, 0.05], moves=moves))
    assert pay_of(plan, team_of(TEAM, [{"Hal": 100}])) == expected


@pytest.mark.parametrize(("unqualified", "expected"), [("lost", {}), ("passed_on", {"Ann": 10.0})])
def test_whoever_is_not_active(unqualified, expected):
    """Ed is Bo's, who buys nothing."""
    plan = plan_of(two_up(amounts=None, rates=[0.1], unqualified=unqualified), minimum_personal_volume=20)
    assert pay_of(plan, team_of(TEAM, [{"Ann": 20, "Ed": 100}])) == expected


def test_only_the_orders_at_joining():
    """Hal joins with 100 and buys 50 beside it, which is not paid on; Ed, who is not new, orders nothing at joining."""
    plan = plan_of(two_up(amounts=None, rates=[0.2], orders="joining"))
    month = {"Hal": {"points": 150.0, "joining": 100.0}, "Ed": 70}
    assert pay_of(plan, team_of(TEAM, [month], joined=OLD)) == {"Cy": 20.0}


def draw_part(rng):
    levels = int(rng.integers(1, 4))
    pays = "rates" if rng.random() < 0.5 else "amounts"
    passed = np.sort(rng.choice([1, 2, 3, 4], size=int(rng.integers(1, 4)), replace=False)).tolist()
    return {
        "rule": "pass_up",
        "passed": passed,
        "to": str(rng.choice(["sponsors_sponsor", "receiver"])),
        pays: rng.choice([0.0, 0.1, 0.5, 1.0], size=levels).tolist(),
        "moves": str(rng.choice(["recruit", "with_downline"])),
        "orders": str(rng.choice(["joining", "all"])),
        "base_per_value": float(rng.choice([1.0, 0.5])),
        "unqualified": str(rng.choice(["lost", "passed_on"])),
        "from_rank": "Some" if rng.random() < 0.4 else None,
    }


@for_seeds(300)
def test_twin(seed):
    rng = np.random.default_rng(seed)
    ranks = [{"name": "Some", "personal_volume": 50}]
    plan = plan_of(draw_part(rng), ranks=ranks, minimum_personal_volume=20)
    (part,) = plan.parts
    drawn = draw_team(rng, months=2, most=20)
    for number, paid in enumerate(pay_team(plan, drawn.team())):
        may = by_name(paid, paid.month.rank >= 1) if part.from_rank else by_name(paid, paid.month.active)
        ordered = {
            name: sum(order["value"] for order in each["orders"] if part.orders == "all" or order["joining"])
            for name, each in drawn.months[number].items()
        }
        expected = pay_passed_up(part, drawn.sponsors, drawn.joined, ordered, may)
        assert by_name(paid, paid.pay) == pytest.approx(expected, abs=1e-9)
        assert receipts_add_up(paid)
