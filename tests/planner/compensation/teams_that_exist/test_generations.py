"""Generations on teams that exist: every reading both ways, and random teams by their twin."""

import numpy as np
import pytest

from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, team_of
from tests.planner.compensation.teams_that_exist.random_teams import (
    draw_frame,
    draw_team,
    last_month,
    names_of,
)
from tests.planner.compensation.teams_that_exist.twin_generations import twin_generations
from tests.random_cases import for_seeds

LEAD = [{"name": "Lead", "personal_volume": 100}]
# Ann > Bo > Cy > Di > Ed > Flo; Bo, Di and Flo have the 100 points of a leader, and so has Ann.
LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy", "Ed": "Di", "Flo": "Ed"}
MONTH = {"Ann": 100, "Bo": 200, "Cy": 10, "Di": 300, "Ed": 20, "Flo": 400}


def generations(**more):
    return {"rule": "generations", "rates": (0.06, 0.03, 0.02), "ends_rank": "Lead", **more}


def ann(part, months=(MONTH,), **more):
    return pay_of(plan_of(part, ranks=LEAD, **more), team_of(LINE, months)).get("Ann", 0.0)


# What companies print is paid in tests/examples/test_worked_examples_on_teams.py.
def test_a_generation_bonus_beside_a_differential():
    """20, 36 and 40 % from 0, 20,000 and 100,000. Legs of 85,000 (36 %) leave 4 %, 3,400; one of 100,000 (40 %) leaves
    nothing, and brings 1 % as the first generation that ends at Ann's own rank: 1,000. Together 4,400.
    """
    steps = ((0, 0.20), (20_000, 0.36), (100_000, 0.40))
    ranks = [{"name": f"{rate:.0%}", "group_volume": low, "rate": rate} for low, rate in steps]
    team = {"Ann": None, "Bo": "Ann", "Cy": "Ann"}
    months = team_of(team, [{"Bo": 85_000, "Cy": 100_000}])
    bonus = {"rule": "generations", "rates": (0.01,), "ends_at": "own_rank"}
    assert pay_of(plan_of({"rule": "stairstep"}, ranks=ranks), months)["Ann"] == pytest.approx(3_400)
    assert pay_of(plan_of({"rule": "stairstep"}, bonus, ranks=ranks), months)["Ann"] == pytest.approx(4_400)


VOLUMES = [
    # Bo's group is his 200 and Cy's 10, Di's 300 + 20, Flo's 400.
    ({}, 0.06 * 210 + 0.03 * 320 + 0.02 * 400),
    # Bo's 200 end the first (Ann's own group, nobody else in it); Cy's 10 and Di's 300 are the next.
    ({"leader_volume": "in_above"}, 0.06 * 310 + 0.03 * 420),
    ({"leader_volume": "left_out"}, 0.06 * 10 + 0.03 * 20),
    # Nobody stands between Ann and Bo, so the first generation is empty but for her own 100.
    ({"starts": "own_group"}, 0.03 * 210 + 0.02 * 320),
    ({"starts": "own_group", "own_goods": True}, 6 + 0.03 * 210 + 0.02 * 320),
    ({"starts": "own_group", "leader_volume": "in_above"}, 0.06 * 200 + 0.03 * 310 + 0.02 * 420),
    ({"rates": (0.06,)}, 0.06 * 210),
    ({"rates": (0.06, 0.01), "deeper": "last_rate"}, 0.06 * 210 + 0.01 * 720),
]


@pytest.mark.parametrize(("more", "expected"), VOLUMES)
def test_whose_goods_are_in_which_generation(more, expected):
    assert ann(generations(**more)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("unqualified", "expected"),
    [
        ("ends", 0.06 * 290),
        ("counts", 0.06 * 210 + 0.03 * 100 + 0.02 * 400),
        ("skipped", 0.06 * 310 + 0.03 * 400),
    ],
)
def test_a_leader_who_is_none_this_month(unqualified, expected):
    """Di led last month and buys for 80 this one. Below her Ed has 20 and Flo, a leader, 400.

    The line ends at Di: what she buys is in Bo's group still, 290 in all; what is below her brings Ann nothing.
    """
    months = (MONTH, MONTH | {"Di": 80})
    assert ann(generations(unqualified=unqualified), months) == pytest.approx(expected)


def test_at_a_volume():
    """Groups of everyone below: Bo 930, Cy 730, Di 720, Ed 420, Flo 400: from 700 on Bo, Cy and Di end one each."""
    part = {"rule": "generations", "rates": (0.06, 0.03, 0.02), "ends_at": "volume", "ends_volume": 700}
    assert ann(part) == pytest.approx(0.06 * 200 + 0.03 * 10 + 0.02 * 720)
    assert ann(part | {"ends_volume": 720.01}) == pytest.approx(0.06 * 200 + 0.03 * 730)


def test_at_ones_own_rank():
    """Bo is "Lead", Di "High" as Ann is: for Ann the first generation is Di's, for Bo too, since he is lower."""
    ranks = [*LEAD, {"name": "High", "personal_volume": 300}]
    months = team_of(LINE, [{"Ann": 300, "Bo": 200, "Cy": 10, "Di": 300, "Ed": 20, "Flo": 400}])
    part = {"rule": "generations", "rates": (0.06,), "ends_at": "own_rank"}
    pay = pay_of(plan_of(part, ranks=ranks), months)
    assert pay == {"Ann": pytest.approx(0.06 * 320), "Bo": pytest.approx(0.06 * 320), "Di": pytest.approx(24)}


def test_who_is_below_the_rank_is_paid_all_the_same_unless_the_part_says_no():
    """Cy is no leader; his first generation is Di's."""
    plan, leaders_only = (plan_of(generations(from_rank=rank), ranks=LEAD) for rank in (None, "Lead"))
    months = team_of(LINE, [MONTH])
    assert pay_of(plan, months)["Cy"] == pytest.approx(0.06 * 320 + 0.03 * 400)
    assert "Cy" not in pay_of(leaders_only, months)


OPTIONS = {
    "rates": ((0.06,), (0.06, 0.03), (0.05, 0.04, 0.03)),
    "deeper": ("nothing", "last_rate"),
    "starts": ("first_leader", "own_group"),
    "own_goods": (False, True),
    "leader_volume": ("in_own", "in_above", "left_out"),
    "unqualified": ("ends", "counts", "skipped"),
}


def drawn(random, options, frame):
    """One of each option's values, and sometimes rates of a rank, or a rank from which on the part is paid."""
    part = {name: values[random.integers(len(values))] for name, values in options.items()}
    names = names_of(frame)
    if random.random() < 0.2:
        part["by_rank"] = [{"rank": str(random.choice(names)), "rates": (0.08, 0.01)}]
        if random.random() < 0.5:
            del part["rates"]
    if random.random() < 0.2:
        part["from_rank"] = str(random.choice(names))
    return part


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    part = {"rule": "generations", **drawn(random, OPTIONS, frame), "ends_rank": str(random.choice(names_of(frame)))}
    part |= {"ends_at": str(random.choice(("rank", "own_rank", "volume"))), "ends_volume": 120.0}
    plan = plan_of(part, **frame)
    months = draw_team(random, months=int(random.integers(1, 3)), titles=names_of(frame))
    month, pay, whole = last_month(plan, months)
    assert pay == pytest.approx(twin_generations(plan.parts[0], month), abs=1e-9)
    assert whole
