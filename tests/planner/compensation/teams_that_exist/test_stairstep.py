"""The differential on teams that exist: steps, every reading both ways, and random teams by its twin."""

import numpy as np
import pytest

from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, ranks_of, team_of
from tests.planner.compensation.teams_that_exist.random_teams import (
    draw_frame,
    draw_team,
    last_month,
    names_of,
)
from tests.planner.compensation.teams_that_exist.twin_stairstep import twin_stairstep
from tests.random_cases import for_seeds


def ranks(**rates):
    """Ranks by the points of the group: s3=200 is 3 % from 200 points on."""
    return [{"name": name, "group_volume": points, "rate": int(name[1:]) / 100} for name, points in rates.items()]


def steps(**more):
    return {"rule": "stairstep", **more}


def legs(own, *heads):
    """Ann with legs of one member each."""
    names = [f"leg {number}" for number in range(1, len(heads) + 1)]
    return team_of({"Ann": None, **dict.fromkeys(names, "Ann")}, [{"Ann": own, **dict(zip(names, heads, strict=True))}])


# What companies print is paid in tests/examples/test_worked_examples_on_teams.py.
EIGHT = ranks(s3=200, s6=400, s9=600, s12=1000, s15=1400, s18=2200, s22=3600, s25=5000)


def test_eight_steps():
    """600 of one's own are 9 %: 54. With a leg of 4,400 (22 %) the group is 5,000, so 25 % of one's own: 150."""
    plan = plan_of(steps(), ranks=EIGHT)
    assert pay_of(plan, legs(600)) == {"Ann": 54.0}
    assert pay_of(plan, legs(600, 4_400))["Ann"] == pytest.approx(150 + 0.03 * 4_400)


LIFE = ranks(s20=0, s24=1000, s28=5000)


@pytest.mark.parametrize(("rate_by", "later"), [("title", 96 + 18), ("paid_as", 80)])
def test_a_rank_kept_for_life(rate_by, later):
    """Ann sold 900 and her two legs 300 and 150: 1,350 are 24 %, and 4 % are left of 450: 234.

    In a month in which she sells 400 she keeps 24 % for life: 96 + 18; by the month's own rank it is 20 % and nothing.
    """
    plan = plan_of(steps(rate_by=rate_by), ranks=LIFE)
    assert pay_of(plan, legs(900, 300, 150))["Ann"] == pytest.approx(234)
    months = team_of({"Ann": None, "Bo": "Ann"}, [{"Ann": 900, "Bo": 450}, {"Ann": 400, "Bo": 450}])
    assert pay_of(plan, months)["Ann"] == pytest.approx(later)


LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo"}
OWN_ASKED = [
    {"name": "5 %", "group_volume": 50, "rate": 0.05, "personal_volume": 50},
    {"name": "10 %", "group_volume": 300, "rate": 0.10, "personal_volume": 50},
    {"name": "15 %", "group_volume": 500, "rate": 0.15, "personal_volume": 50},
]


@pytest.mark.parametrize(
    ("taken", "expected"), [("by_chain", 30 + 0.15 * 10 + 0.05 * 300), ("by_leg", 30 + 0.15 * 310)]
)
def test_what_is_taken_of_a_leg(taken, expected):
    """Cy (300) has 10 %, Bo (10) too few points of his own and none, Ann (200) 15 %.

    By chain Ann has 5 % of Cy's; by the head of the leg, who has no rate, the whole 15 %.
    """
    months = team_of(LINE, [{"Ann": 200, "Bo": 10, "Cy": 300}])
    assert pay_of(plan_of(steps(taken=taken), ranks=OWN_ASKED), months)["Ann"] == pytest.approx(expected)


@pytest.mark.parametrize("taken", ["by_chain", "by_leg"])
@pytest.mark.parametrize(("inactive", "left"), [("keeps", 0.06), ("rolls_up", 0.09)])
def test_somebody_who_is_not_active(inactive, left, taken):
    """Bo's 250 would be 3 %, but he lacks the 300 that keep him active; Ann's 900 are 9 %."""
    plan = plan_of(steps(inactive=inactive, taken=taken), ranks=ranks(s3=200, s9=600), minimum_personal_volume=300)
    pay = pay_of(plan, team_of({"Ann": None, "Bo": "Ann"}, [{"Ann": 650, "Bo": 250}]))
    assert pay == {"Ann": pytest.approx(0.09 * 650 + left * 250)}


def test_what_is_not_said_is_read_as_paying_less():
    """Somebody who is not active keeps their rate from those above, and groups that broke away are paid nothing."""
    (part,) = plan_of(steps(), ranks=ranks(s3=200)).parts
    assert (part.inactive, part.broken_away, part.taken, part.without_rank) == ("keeps", "nothing", "by_chain", 0)


@pytest.mark.parametrize("bought", [250, 350])
def test_who_is_below_the_rank_that_is_paid_keeps_no_rate_either_active_or_not(bought):
    """From 9 % on alone is paid, so that Bo's 3 % is no rate, whether or not he has the 300 that keep him active."""
    plan = plan_of(steps(from_rank="s9"), ranks=ranks(s3=200, s9=600), minimum_personal_volume=300)
    pay = pay_of(plan, team_of({"Ann": None, "Bo": "Ann"}, [{"Ann": 650, "Bo": bought}]))
    assert pay == {"Ann": pytest.approx(0.09 * (650 + bought))}


def test_by_leg_who_is_not_active_is_no_head_where_the_rate_rolls_up():
    """Forever pays the whole own rate over a leg that is not active: here Bo is passed over, and Cy's 3 % is taken."""
    months = team_of(LINE, [{"Ann": 650, "Cy": 300}])
    plan = plan_of(steps(inactive="rolls_up", taken="by_leg"), ranks=ranks(s3=200, s9=600), minimum_personal_volume=100)
    assert pay_of(plan, months) == {"Ann": pytest.approx(0.09 * 650 + 0.06 * 300), "Cy": pytest.approx(9)}


@pytest.mark.parametrize(("own", "expected"), [("paid", 0.09 * 650 + 0.06 * 250), ("in_price", 0.06 * 250)])
def test_own_goods(own, expected):
    plan = plan_of(steps(own=own), ranks=ranks(s3=200, s9=600))
    assert pay_of(plan, legs(650, 250))["Ann"] == pytest.approx(expected)


def test_who_has_no_rank():
    """Bo's 100 open no rank: 0, so that Ann has 9 % of them; or 2 % for everyone, which she has 7 % above."""
    asked = ranks(s3=200, s9=600)
    assert pay_of(plan_of(steps(), ranks=asked), legs(650, 100)) == {"Ann": pytest.approx(0.09 * 750)}
    two = pay_of(plan_of(steps(without_rank=0.02), ranks=asked), legs(650, 100))
    assert two == {"Ann": pytest.approx(0.09 * 650 + 7), "leg 1": pytest.approx(2)}


@pytest.mark.parametrize(("broken_away", "on_leg"), [("nothing", 0.0), ("difference", 0.02 * 4_000)])
def test_a_group_that_broke_away(broken_away, on_leg):
    """The leg's 4,000 are 21 % and break away; Ann's own 6,000 are 23 %."""
    plan = plan_of(steps(broken_away=broken_away), ranks=ranks(s21=4_000, s23=6_000), breakaway={"rank": "s21"})
    assert pay_of(plan, legs(6_000, 4_000))["Ann"] == pytest.approx(0.23 * 6_000 + on_leg)


def test_what_is_above_everybodys_rate_is_paid_to_nobody():
    """Nobody has a rank above 3 %: of 300 and 250, 3 % are paid, each to who bought them."""
    plan = plan_of(steps(), ranks=ranks(s3=200, s9=600))
    assert ranks_of(plan, legs(300, 250)) == {"Ann": "s3", "leg 1": "s3"}
    assert pay_of(plan, legs(300, 250)) == {"Ann": 9.0, "leg 1": 7.5}


def test_from_a_rank_on():
    """Only from 9 % on: the leg's 3 % is paid to nobody below, and is Ann's."""
    plan = plan_of(steps(from_rank="s9"), ranks=ranks(s3=200, s9=600))
    assert pay_of(plan, legs(650, 250)) == {"Ann": pytest.approx(0.09 * 900)}


OPTIONS = {
    "rate_by": ("paid_as", "title"),
    "without_rank": (0.0, 0.02),
    "own": ("paid", "in_price"),
    "taken": ("by_chain", "by_leg"),
    "inactive": ("keeps", "rolls_up"),
    "broken_away": ("nothing", "difference"),
}


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    part = steps(**{name: values[random.integers(len(values))] for name, values in OPTIONS.items()})
    if random.random() < 0.2:
        part["from_rank"] = str(random.choice(names_of(frame)))
    plan = plan_of(part, **frame)
    months = draw_team(random, months=int(random.integers(1, 3)), titles=names_of(frame))
    month, pay, whole = last_month(plan, months)
    assert pay == pytest.approx(twin_stairstep(plan.parts[0], month), abs=1e-9)
    assert whole
