"""Pay on own sales by a pencil: brackets of a month and of an order, on what base, exactly at a threshold."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.bonuses.drawn_teams import by_name, draw_team
from tests.planner.compensation.teams_that_exist.bonuses.twin_own_sales import pay_own_sales
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.random_cases import for_seeds

ALONE = {"Ann": None}


def own_sales(*brackets, **more):
    rows = [{"from_volume": float(begin), "rate": rate} for begin, rate in brackets]
    return {"rule": "own_sales", "brackets": rows, "volume": "all", "reached_by": "all", **more}


def alone(*parts, **bought):
    """What Ann is paid who bought this; of points alone 1 is worth 1."""
    return pay_of(plan_of(*parts), team_of(ALONE, [{"Ann": bought}])).get("Ann", 0.0)


def of_orders(part, *points):
    return alone(part, orders=[{"points": each} for each in points])


JEWELLERY = ((0, 0.25), (2300, 0.30))


def test_three_shows_of_1000_in_a_month_above_2300():
    """Case a6b: 30 % of 3,000. In parts of 2,300 and 700 it would be 575 + 210, and show by show 250 each."""
    whole = own_sales(*JEWELLERY, pays="whole")
    assert alone(whole, points=3000.0) == pytest.approx(900.0)
    assert alone(own_sales(*JEWELLERY), points=3000.0) == pytest.approx(785.0)
    assert of_orders(whole | {"by": "order"}, 1000, 1000, 1000) == pytest.approx(750.0)


@pytest.mark.parametrize(("threshold", "expected"), [("reached", 690.0), ("passed", 575.0)])
def test_exactly_at_the_threshold(threshold, expected):
    part = own_sales(*JEWELLERY, pays="whole", threshold=threshold)
    assert alone(part, points=2300.0) == pytest.approx(expected)


def test_five_per_cent_more_above_2000_is_a_part_of_its_own():
    """Case w12b, the month of 2,500: 625 at 25 % and 125 at 5 %."""
    margin, more = own_sales((0, 0.25)), own_sales((2000, 0.05), pays="whole")
    months = team_of(ALONE, [{"Ann": 2500}])
    (paid,) = pay_team(plan_of(margin, more), months)
    assert [float(part.amount[0]) for part in paid.parts] == pytest.approx([625.0, 125.0])
    assert alone(margin, more, points=2000.0) == pytest.approx(500.0)


LADDER = own_sales((0, 0.20), (50, 0.25), (150, 0.30), (375, 0.35), by="order", pays="whole", threshold="reached")


@pytest.mark.parametrize(("order", "expected"), [(265, 79.50), (395, 138.25)])
def test_a_ladder_by_the_order(order, expected):
    """W25a and W25c (which prints 138.50 for the second); the lower steps are chosen here."""
    assert of_orders(LADDER, order) == pytest.approx(expected)


def test_orders_of_a_month_are_not_added_up_on_a_ladder_by_the_order():
    assert of_orders(LADDER, 265, 395) == pytest.approx(217.75)
    assert of_orders(LADDER | {"by": "month"}, 265, 395) == pytest.approx(0.35 * 660)


def test_a_party_is_an_order_and_what_its_host_is_given_counts_for_nothing():
    """Two parties of 500 at 25 %, as W27w has them. 100 points more of the second are the host's goods, on which the
    company pays nothing: points without money. From 480 of what is paid on it is 30 %, party by party.
    """
    parties = {
        "orders": [
            {"points": 500, "by_customer": True},
            {"points": 600, "value": 500, "by_customer": True},
        ]
    }
    months = team_of(ALONE, [{"Ann": parties}])
    assert pay_of(plan_of(own_sales((0, 0.25))), months) == {"Ann": pytest.approx(250.0)}
    steps = own_sales((0, 0.25), (480, 0.30), by="order", pays="whole", measured_in="value")
    assert pay_of(plan_of(steps), months) == {"Ann": pytest.approx(300.0)}


def test_a_ladder_by_the_order_is_not_guessed_where_single_orders_are_not_stated():
    with pytest.raises(ValueError, match="orders"):
        alone(LADDER, points=660.0)


# What companies print is paid in tests/examples/test_worked_examples_on_teams.py.
def test_what_customers_buy_and_what_decides():
    """1,000 of the 1,500 points are customers'. Points of 1,500 pass 1,200, and those of the customers do not."""
    bought = {"points": 1500.0, "value": 3000.0, "by_customers": 1000.0}
    part = own_sales((0, 0.1), (1200, 0.2), pays="whole")
    assert alone(part, **bought) == pytest.approx(600.0)
    assert alone(part | {"volume": "customers"}, **bought) == pytest.approx(400.0)
    assert alone(part | {"volume": "customers", "reached_by": "customers"}, **bought) == pytest.approx(200.0)
    by_money = {"volume": "customers", "reached_by": "customers", "measured_in": "value"}
    assert alone(part | by_money, **bought) == pytest.approx(400.0)
    of_half = by_money | {"measured_in": "base", "base_per_value": 0.5}
    assert alone(part | of_half, **bought) == pytest.approx(100.0)


@pytest.mark.parametrize(("needs", "expected"), [(True, 0.0), (False, 25.0)])
def test_who_is_not_active(needs, expected):
    plan = plan_of(own_sales((0, 0.25), needs_active=needs), minimum_personal_volume=200)
    assert pay_of(plan, team_of(ALONE, [{"Ann": 100}])).get("Ann", 0.0) == pytest.approx(expected)


def draw_part(rng):
    begins = np.sort(rng.choice([0, 20, 50, 100, 250, 500], size=int(rng.integers(1, 4)), replace=False))
    rates = rng.choice([0.0, 0.1, 0.25, 0.3, 0.05], size=len(begins))
    return {
        "rule": "own_sales",
        "brackets": [{"from_volume": float(a), "rate": float(b)} for a, b in zip(begins, rates, strict=True)],
        "volume": str(rng.choice(["customers", "all"])),
        "reached_by": str(rng.choice(["customers", "all"])),
        "measured_in": str(rng.choice(["points", "value", "base"])),
        "by": str(rng.choice(["month", "order"])),
        "pays": str(rng.choice(["whole", "marginal"])),
        "threshold": str(rng.choice(["reached", "passed"])),
        "base_per_value": float(rng.choice([1.0, 0.5, 1.25])),
        "needs_active": bool(rng.random() < 0.5),
        "from_rank": "Some" if rng.random() < 0.3 else None,
    }


@for_seeds(300)
def test_twin(seed):
    rng = np.random.default_rng(seed)
    ranks = [{"name": "Some", "personal_volume": 50}]
    plan = plan_of(draw_part(rng), ranks=ranks, minimum_personal_volume=20)
    drawn = draw_team(rng)
    (part,) = plan.parts
    (paid,) = pay_team(plan, drawn.team())
    active, rank = by_name(paid, paid.month.active), by_name(paid, paid.month.rank)
    for name, pay in by_name(paid, paid.pay).items():
        bought = drawn.months[0].get(name, {"orders": []})
        allowed = rank[name] >= 1 if part.from_rank else active[name] or not part.needs_active
        assert pay == pytest.approx(pay_own_sales(part, bought, allowed), abs=1e-9)
    assert receipts_add_up(paid)
