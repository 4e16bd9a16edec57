"""Gates, caps and rounding by a pencil: what each takes, as a row of the receipt."""

from dataclasses import replace

import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of

TENTH = {"rule": "own_sales", "brackets": [{"from_volume": 0.0, "rate": 0.1}], "volume": "all", "reached_by": "all"}
LEVELS = {"rule": "unilevel", "rates": [0.2]}
PAIR = {"Ann": None, "Bo": "Ann"}


def last_of(plan, *months, sponsors=PAIR):
    """The last month, and everyone's pay in it."""
    paid = pay_team(plan, team_of(sponsors, months))[-1]
    assert receipts_add_up(paid)
    members = paid.month.team.members
    return paid, {name: round(float(pay), 8) for name, pay in zip(members, paid.pay, strict=True) if pay}


@pytest.mark.parametrize(("customers", "expected"), [(9, {}), (10, {"Ann": 30.0})])
def test_ten_customers(customers, expected):
    """Ann's own 100 bring 10, Bo's 100 bring 20; Bo, with no customer, is paid nothing."""
    plan = plan_of(TENTH, LEVELS, gates=[{"gate": "customers", "least": 10}])
    month = {"Ann": {"points": 100.0, "customers": customers}, "Bo": 100}
    paid, pay = last_of(plan, month)
    assert pay == expected
    rows = [(row.kind, row.number, amount, float(row.had[0]), float(row.asked[0])) for row, amount in paid.adjusted(0)]
    assert rows == ([] if expected else [("gate", 1, -30.0, 9.0, 10.0)])


def test_a_gate_before_some_parts_and_two_that_are_not_met():
    """Ann fails both: the first takes the levels, and the second, before all, what is left."""
    gates = [{"gate": "customers", "least": 5, "parts": [2]}, {"gate": "customer_volume", "least": 50.0}]
    month = {"Ann": {"points": 100.0}, "Bo": {"points": 100.0, "by_customers": 50.0}}
    paid, pay = last_of(plan_of(TENTH, LEVELS, gates=gates), month)
    assert pay == {"Bo": 10.0}
    assert [(row.number, amount) for row, amount in paid.adjusted(0)] == [(1, -20.0), (2, -10.0)]
    assert last_of(plan_of(TENTH, LEVELS, gates=gates[:1]), month)[1] == {"Ann": 10.0, "Bo": 10.0}


def test_customers_who_are_not_counted_are_not_guessed():
    plan = plan_of(TENTH, gates=[{"gate": "customers", "least": 1}])
    months = team_of(PAIR, [{"Ann": 100}])
    months = replace(months, bought=(replace(months.bought[0], customers=None),))
    with pytest.raises(ValueError, match="customers"):
        pay_team(plan, months)


def test_orders_at_joining_count_in_what_all_pay_may_come_to():
    """Bo joins with 100, of which the fast start pays 20: 10 % of all that was bought, the order with it, are 10."""
    plan = plan_of({"rule": "fast_start", "rates": [0.2]}, payout_cap={"share": 0.1})
    assert last_of(plan, {"Bo": {"points": 100.0, "joining": 100.0}})[1] == {"Ann": 10.0}


def test_a_line_that_takes_something_back_is_rounded_by_its_size():
    """Bo has 40 of Di's 1,000 and passes up 6 of them to fill his group of 450 up to 600; to the nearest 5 that is 40
    and -5. Ann has 16, 2 and those 6, of which she passes 16 on: 15 and 0, and 5, less 15.
    """
    part = {"rule": "leadership", "rates": [0.04], "guarantee": "passed_up", "floor": 600}
    ranks = [{"name": "21 %", "personal_volume": 100}]
    plan = plan_of(part, ranks=ranks, breakaway={"rank": "21 %"}, rounding={"to": 5, "per": "line"})
    line = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy"}
    _, pay = last_of(plan, {"Ann": 200, "Bo": 400, "Cy": 50, "Di": 1_000}, sponsors=line)
    assert pay == {"Ann": 5.0, "Bo": 35.0}


def test_a_gate_looks_at_orders_at_joining_too():
    """Customers bought 40 of Ann's 100, of which 60 are her order at joining that a fast start takes out: 40 %."""
    month = {"Ann": {"points": 100.0, "joining": 60.0, "by_customers": 40.0}}
    gate = {"gate": "outside_share", "least": 0.5}
    parts = {"rule": "fast_start", "rates": [0.2]}, TENTH
    assert last_of(plan_of(*parts), month)[1] == {"Ann": 4.0}
    assert last_of(plan_of(*parts, gates=[gate]), month)[1] == {}


SEVENTY = {"gate": "sold_share", "least": 0.7, "of": "this_month"}


@pytest.mark.parametrize(
    ("gate", "bought", "expected"),
    [
        ({}, {"by_customers": 30.0, "sold": 40.0}, 10.0),
        ({}, {"by_customers": 30.0, "sold": 39.0}, 0.0),
        ({}, {"sold": 40.0, "used": 30.0}, 0.0),
        ({"own_use_counts": True}, {"sold": 40.0, "used": 30.0}, 10.0),
    ],
)
def test_seventy_per_cent_of_this_months_purchases(gate, bought, expected):
    _, pay = last_of(plan_of(TENTH, gates=[SEVENTY | gate]), {"Ann": {"points": 100.0, **bought}})
    assert pay.get("Ann", 0.0) == expected


@pytest.mark.parametrize(("on_nothing", "expected"), [("failed", {}), ("met", {"Ann": 20.0})])
def test_of_nothing(on_nothing, expected):
    """Ann buys nothing, and is paid 20 % of Bo's 100 where that does not count against her."""
    plan = plan_of(LEVELS, gates=[SEVENTY | {"on_nothing": on_nothing}])
    assert last_of(plan, {"Bo": 100})[1] == expected


def test_seventy_per_cent_of_the_last_purchase():
    """Bought 100 in the first month, of which 20 went to customers at once. By the third 50 more are sold; the 10 sold
    in the first month were of what was there before. Bought anew in the third month, 0 of 60 are gone in the fourth.
    """
    plan = plan_of(LEVELS, gates=[SEVENTY | {"of": "last_purchase"}])
    months = [
        {"Ann": {"points": 100.0, "by_customers": 20.0, "sold": 10.0}, "Bo": 100},
        {"Ann": {"sold": 30.0}, "Bo": 100},
        {"Ann": {"points": 60.0, "sold": 20.0}, "Bo": 100},
        {"Bo": 100},
    ]
    paid = pay_team(plan, team_of(PAIR, months))
    assert [float(each.pay[0]) for each in paid] == [0.0, 0.0, 20.0, 0.0]
    (gate,) = paid[1].adjustments
    assert (float(gate.had[0]), float(gate.asked[0])) == (0.5, 0.7)


@pytest.mark.parametrize(("of", "expected"), [("own", {"Ann": 30.0}), ("with_downline", {})])
def test_fifty_one_per_cent_from_outside(of, expected):
    """60 of Ann's 100 are customers', and of hers and Bo's 200 the same 60."""
    plan = plan_of(TENTH, LEVELS, gates=[{"gate": "outside_share", "least": 0.51, "of": of}])
    assert last_of(plan, {"Ann": {"points": 100.0, "by_customers": 60.0}, "Bo": 100})[1] == expected


RANKS = [{"name": "Gold", "personal_volume": 500.0}]


@pytest.mark.parametrize(("bought", "expected"), [(499.0, 45.0), (500.0, 60.0), (400.0, 45.0)])
def test_a_cap_by_rank_binds_exactly(bought, expected):
    """Own 10 % and 20 % of Bo's 100: 70, 69.90 and 60, of which 45 are paid, or 60 at the rank."""
    plan = plan_of(TENTH, LEVELS, ranks=RANKS, caps=[{"most": 45.0, "by_rank": [{"rank": "Gold", "most": 60.0}]}])
    paid, pay = last_of(plan, {"Ann": bought, "Bo": 100})
    assert pay == {"Ann": expected, "Bo": 10.0}
    ((row, amount),) = paid.adjusted(0)
    assert (row.kind, row.number) == ("cap", 1)
    assert amount == pytest.approx(expected - (bought / 10 + 20))


def test_a_cap_on_some_parts_leaves_the_others():
    plan = plan_of(TENTH, LEVELS, caps=[{"most": 5.0, "parts": [2]}])
    assert last_of(plan, {"Ann": 100, "Bo": 100})[1] == {"Ann": 15.0, "Bo": 10.0}


@pytest.mark.parametrize(
    ("cap", "expected"),
    [
        # 10 and 20 for Ann, 10 for Bo: 40 of 200, of which 15 % are 30, three quarters.
        ({"share": 0.15}, {"Ann": 22.5, "Bo": 7.5}),
        ({"share": 0.075, "base_per_value": 2.0}, {"Ann": 22.5, "Bo": 7.5}),
        # own sales are not cut: their 20 leave 10 of the 30 for Ann's 20 of levels, or do not count.
        ({"share": 0.15, "exempt": [1]}, {"Ann": 20.0, "Bo": 10.0}),
        ({"share": 0.15, "exempt": [1], "exempt_count": False}, {"Ann": 30.0, "Bo": 10.0}),
        ({"share": 0.05, "exempt": [1], "exempt_count": False}, {"Ann": 20.0, "Bo": 10.0}),
        ({"share": 0.05, "exempt": [1]}, {"Ann": 10.0, "Bo": 10.0}),
    ],
)
def test_all_pay_together(cap, expected):
    assert last_of(plan_of(TENTH, LEVELS, payout_cap=cap), {"Ann": 100, "Bo": 100})[1] == expected


# 10 % of 0.25 is 0.025 for Ann, and 20 % of 0.52 and of 0.52 are 0.104 each.
THREE = {"Ann": None, "Bo": "Ann", "Cy": "Ann"}
CENTS = {"Ann": 0.25, "Bo": 0.52, "Cy": 0.52}
HALF = [
    ({}, 0.23),  # 0.233
    ({"per": "line"}, 0.03 + 0.10 + 0.10),
    ({"per": "line", "how": "down"}, 0.02 + 0.10 + 0.10),
    ({"to": 0.05, "per": "line"}, 0.05 + 0.10 + 0.10),
    ({"to": 0.05}, 0.25),
    ({"to": 0.05, "how": "down"}, 0.20),
]


@pytest.mark.parametrize(("rule", "expected"), HALF)
def test_rounding(rule, expected):
    plan = plan_of(TENTH, LEVELS, rounding=rule)
    assert last_of(plan, CENTS, sponsors=THREE)[1]["Ann"] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("when", "expected"), [("before_caps", 0.125), ("after_caps", 0.13)])
def test_rounding_before_or_after_a_cap(when, expected):
    plan = plan_of(TENTH, caps=[{"most": 0.125}], rounding={"when": when})
    assert pay_of(plan, team_of(PAIR, [{"Ann": 1.5}]))["Ann"] == pytest.approx(expected, abs=1e-9)
