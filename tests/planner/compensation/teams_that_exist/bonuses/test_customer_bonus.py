"""Pay for personal customers by a pencil: by how many bought and how much, an amount or a rate."""

from dataclasses import replace

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.bonuses.drawn_teams import by_name, draw_team
from tests.planner.compensation.teams_that_exist.bonuses.twin_customer_bonus import pay_customer_bonus
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.random_cases import for_seeds

ALONE = {"Ann": None}
STEPS = [
    {"customers": 3, "amount": 20.0},
    {"customers": 6, "volume": 400.0, "amount": 50.0},
    {"customers": 6, "volume": 1000.0, "rate": 0.1},
]


def bonus(**more):
    return {"rule": "customer_bonus", "steps": STEPS, **more}


@pytest.mark.parametrize(
    ("customers", "volume", "expected"),
    [(2, 5000, 0), (3, 0, 20), (6, 399, 20), (6, 400, 50), (5, 1000, 20), (6, 1000, 100), (9, 2000, 200)],
)
def test_the_highest_step_that_is_met_pays_alone(customers, volume, expected):
    month = {"Ann": {"points": volume + 100.0, "by_customers": float(volume), "customers": customers}}
    assert pay_of(plan_of(bonus()), team_of(ALONE, [month])).get("Ann", 0.0) == pytest.approx(expected)


def test_a_rate_is_on_the_money_of_what_customers_bought():
    """1,000 of 2,000 points, whose value is 5,000: 10 % of 2,500, at shop price 1.2 of it 300."""
    bought = {"points": 2000.0, "value": 5000.0, "by_customers": 1000.0, "customers": 6}
    plan = plan_of(bonus(base_per_value=1.2))
    assert pay_of(plan, team_of(ALONE, [{"Ann": bought}])) == {"Ann": pytest.approx(300.0)}


@pytest.mark.parametrize(("needs", "expected"), [(True, {}), (False, {"Ann": 20.0})])
def test_who_is_not_active(needs, expected):
    plan = plan_of(bonus(needs_active=needs), minimum_personal_volume=50)
    assert pay_of(plan, team_of(ALONE, [{"Ann": {"points": 10.0, "customers": 3}}])) == expected


def test_customers_who_are_not_counted_are_not_guessed():
    months = team_of(ALONE, [{"Ann": 100}])
    months = replace(months, bought=(replace(months.bought[0], customers=None),))
    with pytest.raises(ValueError, match="customers"):
        pay_team(plan_of(bonus()), months)
    by_volume = plan_of(bonus(steps=[{"volume": 0.0, "amount": 5.0}]))
    assert pay_team(by_volume, months)[0].pay.tolist() == [5.0]


def draw_part(rng):
    customers, volume, steps = 0, 0.0, []
    for _ in range(int(rng.integers(1, 4))):
        customers, volume = customers + int(rng.integers(0, 4)), volume + float(rng.choice([0, 20, 50, 100]))
        customers += int(bool(steps))
        pays = {"amount": float(rng.choice([5, 20]))} if rng.random() < 0.5 else {"rate": float(rng.choice([0.1, 0.2]))}
        steps.append({"customers": customers, "volume": volume, **pays})
    return {
        "rule": "customer_bonus",
        "steps": steps,
        "base_per_value": float(rng.choice([1.0, 1.25])),
        "needs_active": bool(rng.random() < 0.5),
        "from_rank": "Some" if rng.random() < 0.3 else None,
    }


@for_seeds(300)
def test_twin(seed):
    rng = np.random.default_rng(seed)
    ranks = [{"name": "Some", "personal_volume": 50}]
    plan = plan_of(draw_part(rng), ranks=ranks, minimum_personal_volume=20)
    (part,) = plan.parts
    drawn = draw_team(rng)
    (paid,) = pay_team(plan, drawn.team())
    active, rank = by_name(paid, paid.month.active), by_name(paid, paid.month.rank)
    for name, pay in by_name(paid, paid.pay).items():
        allowed = rank[name] >= 1 if part.from_rank else active[name] or not part.needs_active
        bought = drawn.months[0].get(name)
        expected = 0.0 if bought is None else pay_customer_bonus(part, bought, allowed)
        assert pay == pytest.approx(expected, abs=1e-9)
    assert receipts_add_up(paid)
