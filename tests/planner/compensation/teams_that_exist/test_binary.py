"""Two legs on teams that exist: every field by pencil, and the slow twin on teams at random."""

from random import Random

import numpy as np
import pytest
from numpy.random import default_rng

from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.placed.placement import Unplaced
from planner.inputs.pay.binary import Binary
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.planner.compensation.teams_that_exist.random_teams import SEEDS, draw_placement, draw_team
from tests.planner.compensation.teams_that_exist.twin_binary import pay_slowly

RANKS = [{"name": "One", "personal_volume": 30}, {"name": "Two", "personal_volume": 60}]
TWO = {"Ann": None, "Bo": "Ann", "Cy": "Ann"}
KEPT = {"unmatched": "kept", "remainder": "kept"}


def binary(**more):
    return {"rule": "binary", **({"rate": 0.1} if not {"cycle", "blocks"} & more.keys() else {}), **more}


def cycle(strong, weak, pays, **more):
    return binary(cycle={"strong": strong, "weak": weak, "pays": pays}, **more)


def ann(part, *months, sponsors=TWO, **more):
    """Ann's pay of the last month, and what her sides carry out of it. months: what Bo and Cy buy, and Ann nothing."""
    bought = [dict(zip(("Bo", "Cy"), each, strict=True)) | {"Ann": 1} for each in months]
    plan = plan_of(part, **({"minimum_personal_volume": 1} | more.pop("plan", {})))
    team = team_of(sponsors, bought, **more)
    paid = pay_team(plan, team)
    assert all(map(receipts_add_up, paid))
    rows = [flow for _, flow in paid[-1].receipt(0)]
    carried = [(float(row.detail["carried_left"][0]), float(row.detail["carried_right"][0])) for row in rows[:1]]
    return (round(float(paid[-1].pay[0]), 8), *carried)


# What companies print is paid in tests/examples/test_worked_examples_on_teams.py.


def test_a_cycle_of_200_and_100():
    """260 and 200 at 14 a cycle: one, and a remainder of 60 and 100."""
    assert ann(cycle(200, 100, 14, **KEPT), (260, 200)) == (14.0, (60, 100))


FIELDS = [
    # Total of both sides; 2:1 on 500 and 300: the strong side gives 500 to 250 of the weak.
    (binary(rate_on="total"), (300, 500), (60.0, (0, 0))),
    (binary(strong_to_weak="2:1", **KEPT), (500, 300), (25.0, (0, 50))),
    (binary(strong_to_weak="2:1", rate_on="total", **KEPT), (500, 300), (75.0, (0, 50))),
    (binary(strong_to_weak="1:2", **KEPT), (500, 300), (30.0, (350, 0))),
    # The right always the strong one: 150 of the left to 300 of the right.
    (binary(strong_to_weak="2:1", strong_side="right", **KEPT), (500, 300), (15.0, (350, 0))),
    (binary(strong_to_weak="2:1", strong_side="left", **KEPT), (500, 300), (25.0, (0, 50))),
    # Either: all 800 are matched, 200 x (2, 1) and 100 x (1, 2); and at most 3 x 100.
    (binary(strong_to_weak="2:1", strong_side="either", rate_on="total", **KEPT), (500, 300), (80.0, (0, 0))),
    (binary(strong_to_weak="2:1", strong_side="either", rate_on="total", **KEPT), (500, 100), (30.0, (300, 0))),
    (cycle(200, 100, 14), (300, 300), (14.0, (0, 0))),
    (cycle(200, 100, 14, strong_side="either"), (300, 300), (28.0, (0, 0))),
    # 340 and 330 hold two: 200 + 100 and 100 + 200.
    (cycle(200, 100, 14, strong_side="either", **KEPT), (340, 330), (28.0, (40, 30))),
    # 300 in all, and no side of 200; of 1,500 and 1,200 four cycles, of which three take the 500 from the left.
    (cycle(200, 100, 14, strong_side="either", **KEPT), (150, 150), (0.0,)),
    (cycle(500, 100, 10, strong_side="either", capped="kept", cap_money=30), (1500, 1200), (30.0, (0, 900))),
    # Both have 200: which one gives 100 of it.
    (cycle(200, 100, 14, **KEPT), (200, 200), (14.0, (100, 0))),
    (cycle(200, 100, 14, ties="right_weak", **KEPT), (200, 200), (14.0, (0, 100))),
    # What is left: 60 of the strong side are less than its 200, 150 of the weak one no less than its 100.
    (cycle(200, 100, 14, remainder="kept"), (310, 250), (14.0, (110, 0))),
    (cycle(200, 100, 14, unmatched="kept"), (310, 250), (14.0, (0, 150))),
    (binary(), (100, 700), (10.0, (0, 0))),
    (binary(unmatched="kept", keep_at_most=400), (100, 700), (10.0, (0, 400))),
    # Caps: 50 of money are 500 points, 300 points are 30.
    (binary(cap_money=50, unmatched="kept", capped="kept"), (800, 900), (50.0, (300, 400))),
    (binary(cap_money=50, unmatched="kept", capped="consumed"), (800, 900), (50.0, (0, 100))),
    (binary(cap_money=50, unmatched="kept", capped="flushed"), (800, 900), (50.0, (0, 0))),
    (binary(cap_money=50, unmatched="flushed", capped="kept"), (800, 900), (50.0, (300, 300))),
    (binary(cap_volume=300, unmatched="kept", capped="kept"), (800, 900), (30.0, (500, 600))),
    (binary(cap_volume=300, rate_on="total", capped="kept"), (400, 400), (30.0, (250, 250))),
    (cycle(100, 100, 20, cap_money=50, capped="kept"), (500, 500), (40.0, (300, 300))),
    (cycle(100, 100, 20, cap_money=50, cap_money_in="exact", capped="kept"), (500, 500), (50.0, (200, 200))),
    (cycle(100, 100, 20, cap_volume=350, capped="kept"), (500, 500), (60.0, (200, 200))),
    # Blocks: 1,000 at 10 %, 500 more at 5 %.
    (binary(blocks=[{"above": 0, "rate": 0.1}, {"above": 1000, "rate": 0.05}]), (1500, 1700), (125.0, (0, 0))),
    (
        binary(blocks=[{"above": 0, "rate": 0.1}, {"above": 1000, "rate": 0.05}], cap_money=110, capped="kept"),
        (1500, 1500),
        (110.0, (300, 300)),
    ),
    # Ann's own point on the side that has less.
    (binary(own_volume="weak", **KEPT), (99, 100), (10.0, (0, 0))),
]


@pytest.mark.parametrize(("part", "bought", "expected"), FIELDS)
def test_every_field(part, bought, expected):
    assert ann(part, bought) == expected


def test_what_is_carried_over_is_matched_later():
    part = binary(unmatched="kept")
    assert ann(part, (100, 300), (300, 50)) == (25.0, (50, 0))
    assert ann(binary(), (100, 300), (300, 50)) == (5.0, (0, 0))


IDLE = [("keeps", 20.0), ("loses", 10.0), ("accrues", 30.0)]


@pytest.mark.parametrize(("rule", "expected"), IDLE)
def test_a_month_in_which_somebody_is_not_active_or_not_qualified(rule, expected):
    """100 matches in month 1; the right has 100 over, then 100 more; in month 3 the left has 300, the right 100."""
    months = [{"Ann": 50, "Bo": 100, "Cy": 200}, {"Ann": 0, "Bo": 0, "Cy": 100}, {"Ann": 50, "Bo": 300, "Cy": 100}]
    part = binary(unmatched="kept", inactive=rule, unqualified="loses")
    assert pay_of(plan_of(part, minimum_personal_volume=1), team_of(TWO, months))["Ann"] == expected
    part = binary(unmatched="kept", inactive="loses", unqualified=rule, from_rank="One")
    plan = plan_of(part, ranks=[{"name": "One", "personal_volume": 50}])
    assert pay_of(plan, team_of(TWO, months))["Ann"] == expected


PLACED = {"Ann": None, "Bo": "Ann", "Cy": "Ann", "Di": "Ann"}


def test_placement_is_not_sponsorship():
    """Di, recruited by Ann, stands on the left of Bo, who is on Ann's right; Cy on her left."""
    under, side = {"Ann": None, "Bo": "Ann", "Cy": "Ann", "Di": "Bo"}, {"Bo": 1, "Cy": 0}
    months = team_of(PLACED, [{"Bo": 10, "Cy": 100, "Di": 200}], placed_under=under, side=side)
    assert pay_of(plan_of(binary()), months) == {"Ann": 10.0}


def test_a_side_stated_without_a_placement_is_one_below_the_sponsor():
    """Cy has the right, so that Bo has the left; and Bo, on no side, the left where Cy has the right."""
    for side in ({"Cy": 1}, {"Ann": -1, "Bo": -1, "Cy": 1}, {"Bo": 1, "Cy": 0}):
        months = team_of(TWO, [{"Bo": 100, "Cy": 300}], side=side)
        (month,) = pay_team(plan_of(binary()), months)
        ((_, row),) = month.receipt(0)
        sides = (row.detail["had_left"][0], row.detail["had_right"][0])
        assert sides == ((300, 100) if side.get("Bo") == 1 else (100, 300))


def test_active_personal_recruits_on_each_side():
    """Ann's recruits are Cy on her left and Di, deep on her right; while Di buys nothing, nobody on the right."""
    sponsors = {"Ann": None, "Bo": "Ann", "Cy": "Ann", "Di": "Ann", "Ed": "Bo"}
    under, side = {"Bo": "Ann", "Cy": "Bo", "Di": "Ed", "Ed": "Ann"}, {"Bo": 0, "Cy": 0, "Ed": 1, "Di": 1}
    part = binary(recruits_each_side=1)
    for bought, expected in (({"Di": 20}, 12.0), ({}, 0.0)):
        months = team_of(sponsors, [{"Ann": 1, "Bo": 1, "Cy": 200, "Ed": 100} | bought], placed_under=under, side=side)
        assert pay_of(plan_of(part, minimum_personal_volume=1), months).get("Ann", 0.0) == expected
    two = plan_of(binary(recruits_each_side=2), minimum_personal_volume=1)
    months = team_of(sponsors, [{"Ann": 1, "Bo": 1, "Cy": 1, "Ed": 1, "Di": 1}], placed_under=under, side=side)
    assert pay_of(two, months) == {}


def test_points_worth_money_and_money_counted_as_it_is():
    months = team_of(TWO, [{"Bo": {"points": 100, "value": 80}, "Cy": {"points": 100, "value": 60}}])
    assert pay_of(plan_of(binary(), value_of_point=0.5), months) == {"Ann": 5.0}
    assert pay_of(plan_of(binary(counts="money"), value_of_point=0.5), months) == {"Ann": 6.0}


def test_what_is_bought_by_who_is_not_active():
    months = team_of(TWO, [{"Ann": 30, "Bo": 10, "Cy": 100}])
    plan = {"minimum_personal_volume": 30}
    assert pay_of(plan_of(binary(pays_on_inactive=True), **plan), months) == {"Ann": 1.0}
    assert pay_of(plan_of(binary(), **plan), months) == {}


def test_a_rank_has_its_own_rate_and_cap():
    rows = [{"rank": "One", "cap_money": 20}, {"rank": "Two", "rate": 0.2}]
    for own, expected in ((1, 10.0), (30, 10.0), (60, 20.0)):
        months = team_of(TWO, [{"Ann": own, "Bo": 100, "Cy": 300}])
        assert pay_of(plan_of(binary(by_rank=rows), ranks=RANKS), months)["Ann"] == expected
    months = team_of(TWO, [{"Ann": 60, "Bo": 200, "Cy": 300}])
    assert pay_of(plan_of(binary(by_rank=rows), ranks=RANKS), months)["Ann"] == 20.0


def test_a_receipt_tells_the_sides():
    (month,) = pay_team(
        plan_of(binary(cap_money=8, unmatched="kept", capped="kept")), team_of(TWO, [{"Bo": 100, "Cy": 300}])
    )
    ((_, row),) = month.receipt(0)
    assert (row.step, row.source.tolist(), row.base.tolist(), row.rate.tolist()) == (1, [-1], [80.0], [0.1])
    assert {name: values.tolist() for name, values in row.detail.items()} == {
        "had_left": [100.0],
        "had_right": [300.0],
        "used_left": [80.0],
        "used_right": [80.0],
        "carried_left": [20.0],
        "carried_right": [220.0],
        "cut": [2.0],
    }


WRONG = [
    ({"sponsors": PLACED}, "needs a placement"),
    ({"sponsors": PLACED, "placed_under": {"Bo": "Ann", "Cy": "Ann", "Di": "Ann"}, "side": {}}, "3 members"),
    ({"sponsors": TWO, "placed_under": {"Bo": "Ann", "Cy": "Ann"}, "side": {"Bo": 1, "Cy": 1}}, "same place"),
    ({"sponsors": TWO, "placed_under": {"Bo": "Ann", "Cy": "Ann"}, "side": {"Bo": 0, "Cy": 2}}, "same place"),
]


@pytest.mark.parametrize(("team", "said"), WRONG)
def test_a_team_without_two_sides_is_refused_by_name(team, said):
    with pytest.raises(Unplaced, match=said) as raised:
        pay_team(plan_of(binary()), team_of(team.pop("sponsors"), [{}], **team))
    assert raised.value.rule == "binary"
    assert raised.value.fault.found == ""  # a word of the file's language, which no person reads as what was found


def test_a_recruit_who_is_placed_above_is_on_no_side():
    """Bo's recruit Cy stands above him. Of his sides, Gus on the left is not his recruit and Di on the right is."""
    sponsors = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Bo", "Gus": "Ann"}
    places = {"placed_under": {"Cy": "Ann", "Bo": "Cy", "Gus": "Bo", "Di": "Bo"}, "side": {"Di": 1}}
    months = team_of(sponsors, [dict.fromkeys(sponsors, 100)], **places)
    asked = plan_of(binary(recruits_each_side=1))
    assert "Bo" not in pay_of(asked, months)
    assert pay_of(plan_of(binary()), months)["Bo"] == 10.0


def test_a_place_that_is_not_there_is_refused_also_beside_one_who_has_none():
    """Two legs have no third place, which Bo is said to stand on; Cy stands on no stated one."""
    months = team_of(TWO, [{}], side={"Bo": 2, "Cy": -1})
    with pytest.raises(Unplaced):
        pay_team(plan_of(binary()), months)


def random_part(draw):
    """Every field drawn, with what it goes with."""
    blocks = [{"above": 0, "rate": 0.1}, {"above": 90, "rate": draw.choice((0, 0.3))}, {"above": 200, "rate": 0.05}]
    points = draw.choice(((100, 50), (50, 50), (30, 70), (33.34, 12.5)))
    pays = {"strong": points[0], "weak": points[1], "pays": draw.choice((14, 7.5))}
    way = draw.choice(({"rate": 0.15}, {"blocks": blocks}, {"cycle": pays}))
    part = {"rule": "binary"} | way
    for name, values in {
        "counts": ("points", "money"),
        "pays_on_inactive": (True, False),
        "own_volume": ("nowhere", "weak"),
        "strong_side": ("larger", "left", "right", "either"),
        "ties": ("left_weak", "right_weak"),
        "strong_to_weak": ("1:1",) if "cycle" in way else ("1:1", "2:1", "1:2"),
        "rate_on": ("weak", "total"),
        "recruits_each_side": (0, 0, 1),
        "cap_volume": (None, None, 40, 120),
        "cap_money": (None, None, 10, 25),
        "cap_money_in": ("whole_cycles", "exact"),
        "capped": ("kept", "consumed", "flushed"),
        "unmatched": ("kept", "flushed"),
        "remainder": ("kept", "flushed"),
        "keep_at_most": (None, None, 80),
        "inactive": ("keeps", "loses", "accrues"),
        "unqualified": ("keeps", "loses", "accrues"),
        "from_rank": (None, None, "One"),
    }.items():
        part[name] = draw.choice(values)
    row = {
        "rank": draw.choice(("One", "Two")),
        "cap_money": draw.choice((None, 30)),
        "cap_volume": draw.choice((None, 90)),
    }
    row |= {"rate": 0.2} if "rate" in way else {"pays": 20} if "cycle" in way else {}
    return part | {"by_rank": draw.choice(([], [row], [{"rank": "Two", "cap_money": 50}, row | {"rank": "One"}]))}


@pytest.mark.random
def test_as_the_slow_twin_pays():
    tried = 0
    for seed in SEEDS:
        draw, random = Random(seed), default_rng(seed)  # noqa: S311
        months = draw_team(random, months=draw.randint(1, 4))
        if draw.random() < 0.7:
            months = draw_placement(random, months, places=2)
        plan = plan_of(
            random_part(draw), ranks=RANKS, minimum_personal_volume=draw.choice((0, 10, 30)), value_of_point=0.5
        )
        try:
            paid = pay_team(plan, months)
        except Unplaced:
            assert months.team.placed_under is None
            assert np.bincount(months.team.above[1:]).max() > 2
            continue
        tried += 1
        assert isinstance(plan.parts[0], Binary)
        expected = pay_slowly(plan.parts[0], [each.month for each in paid])
        assert np.abs([each.pay for each in paid] - np.array(expected)).max() < 1e-9, plan.parts[0]
        assert all(map(receipts_add_up, paid))
    assert tried > 200
