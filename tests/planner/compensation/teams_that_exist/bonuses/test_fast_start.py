"""Fast start by a pencil: on which orders, for which levels, in which months, and what is volume beside it."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.bonuses.drawn_teams import by_name, draw_team
from tests.planner.compensation.teams_that_exist.bonuses.twin_fast_start import orders_of, pay_fast_start
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, ranks_of, receipts_add_up, team_of
from tests.random_cases import for_seeds

FOUR = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy"}
OLD = {"Ann": -9, "Bo": -9, "Cy": -9}  # joined long before the first month


def fast_start(*rates, **more):
    return {"rule": "fast_start", "rates": rates, **more}


def joins(points, **more):
    return {"points": float(points), "joining": float(points), **more}


# The shares that companies print are paid in tests/examples/test_worked_examples_on_teams.py.
def packages(**more):
    rows = [(499, (20, 60, 20)), (999, (50, 150, 50)), (1899, (85, 255, 85))]
    stated = [{"from_points": float(points), "amounts": [float(each) for each in amounts]} for points, amounts in rows]
    return {"rule": "fast_start", "packages": stated, **more}


@pytest.mark.parametrize(("package", "total"), [(499, 100), (999, 250), (1899, 425), (998, 100), (498, 0)])
def test_published_amounts_of_packages(package, total):
    """X20 to X22: 20, 60 and 20 of 499, 50, 150 and 50 of 999, 85, 255 and 85 of 1,899; each from its points on."""
    pay = pay_of(plan_of(packages()), team_of(FOUR, [{"Di": joins(package)}], joined=OLD))
    assert sum(pay.values()) == total
    if package == 999:
        assert pay == {"Cy": 50.0, "Bo": 150.0, "Ann": 50.0}


@pytest.mark.parametrize(
    ("compression", "expected"),
    [
        ("none", {"Cy": 30.0, "Ann": 3.0}),
        ("standard", {"Cy": 30.0, "Ann": 9.0}),
        ("dynamic", {"Ann": 30.0}),
    ],
)
def test_levels_and_who_is_none(compression, expected):
    """Di orders 300. Bo is not active, and only the rank from 50 points on is paid where that is asked for."""
    part = fast_start(0.1, 0.03, 0.01, compression=compression)
    part |= {"from_rank": "Fifty"} if compression == "dynamic" else {}
    month = {"Ann": 50, "Cy": 20, "Di": joins(300)}
    plan = plan_of(part, ranks=[{"name": "Fifty", "personal_volume": 50}], minimum_personal_volume=20)
    assert pay_of(plan, team_of(FOUR, [month], joined=OLD)) == expected


def test_sums_alone_leave_no_more_to_customers_than_there_is():
    """Of Bo's 150, customers bought 80 and 100 are his order at joining: 50 are left, which customers can have bought,
    at 10 % of his own sales; a fast start is paid on the 200 of the 300 that his order is worth, two on the same.
    """
    own = {"rule": "own_sales", "brackets": [{"from_volume": 0.0, "rate": 0.1}]}
    month = {"Bo": {"points": 150.0, "value": 300.0, "by_customers": 80.0, "joining": 100.0}}
    plan = plan_of(fast_start(0.1), own)
    assert pay_of(plan, team_of({"Ann": None, "Bo": "Ann"}, [month])) == {"Ann": 20.0, "Bo": 10.0}
    twice = plan_of(fast_start(0.1), fast_start(0.2), own)
    assert pay_of(twice, team_of({"Ann": None, "Bo": "Ann"}, [month])) == {"Ann": 60.0, "Bo": 10.0}


def test_only_in_the_month_of_joining_or_in_the_first_months():
    """Di joins with 100 and buys 40 and 60 in the two months after; joining orders are only those at joining."""
    months = [{"Di": joins(100)}, {"Di": 40}, {"Di": 60}]
    expected = {("joining", 1): (10, 0, 0), ("all", 1): (10, 0, 0), ("all", 2): (10, 4, 0), ("joining", 3): (10, 0, 0)}
    for (orders, first), pay in expected.items():
        plan = plan_of(fast_start(0.1, orders=orders, months=first))
        team = team_of(FOUR, months, joined=OLD)
        found = [float(month.pay[team.team.members.index("Cy")]) for month in pay_team(plan, team)]
        assert found == pytest.approx(pay), (orders, first)


@pytest.mark.parametrize("counts", [True, False])
def test_whether_the_order_at_joining_is_volume(counts):
    """Di joins with 100 and buys 30 beside it. Levels pay 10 % on 130 or on 30; Cy leads from a group of 100 on."""
    levels = {"rule": "unilevel", "rates": [0.1]}
    plan = plan_of(fast_start(0.2, counts_as_volume=counts), levels, ranks=[{"name": "Lead", "group_volume": 100}])
    team = team_of(FOUR, [{"Di": {"points": 130.0, "joining": 100.0}}], joined=OLD)
    assert pay_of(plan, team) == {"Cy": 20 + (13 if counts else 3)}
    assert ranks_of(plan, team).get("Cy") == ("Lead" if counts else None)


def draw_part(rng):
    levels = int(rng.integers(1, 4))
    drawn = {
        "rule": "fast_start",
        "orders": str(rng.choice(["joining", "all"])),
        "months": int(rng.integers(1, 4)),
        "base_per_value": float(rng.choice([1.0, 0.5])),
        "compression": str(rng.choice(["none", "standard", "dynamic"])),
        "counts_as_volume": bool(rng.random() < 0.5),
        "from_rank": "Some" if rng.random() < 0.4 else None,
    }
    if rng.random() < 0.5:
        return drawn | {"rates": rng.choice([0.0, 0.1, 0.2, 0.05], size=levels).tolist()}
    begins = np.sort(rng.choice([0, 20, 50, 100, 250], size=int(rng.integers(1, 4)), replace=False))
    amounts = rng.choice([0.0, 20.0, 60.0], size=(len(begins), levels))
    rows = [{"from_points": float(a), "amounts": b.tolist()} for a, b in zip(begins, amounts, strict=True)]
    return drawn | {"packages": rows}


@for_seeds(300)
def test_twin(seed):
    """Volume beside it too: what the levels pay on one level is a tenth of what is left of each recruit's orders."""
    rng = np.random.default_rng(seed)
    ranks = [{"name": "Some", "personal_volume": 50}]
    levels = {"rule": "unilevel", "rates": [0.1]}
    plan = plan_of(draw_part(rng), levels, ranks=ranks, minimum_personal_volume=20)
    drawn = draw_team(rng, months=3)
    part = plan.parts[0]
    for number, paid in enumerate(pay_team(plan, drawn.team())):
        active = by_name(paid, paid.month.active)
        may = by_name(paid, paid.month.rank >= 1) if part.from_rank else active
        bought = drawn.months[number]
        first = {name: orders_of(part, each, number - drawn.joined[name]) for name, each in bought.items()}
        expected = pay_fast_start(part, drawn.sponsors, first, active, may)
        assert by_name(paid, paid.parts[0].amount) == pytest.approx(expected, abs=1e-9)
        for name, each in bought.items():
            left = [order for order in each["orders"] if part.counts_as_volume or order not in first[name]]
            there = np.flatnonzero(np.array(paid.month.team.members) == name)
            assert paid.month.bought.points[there] == pytest.approx(sum(order["points"] for order in left))
            assert paid.month.bought.value[there] == pytest.approx(sum(order["value"] for order in left))
        assert receipts_add_up(paid)
