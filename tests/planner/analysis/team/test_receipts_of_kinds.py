"""What a receipt says of kinds whose rows are no share of somebody's orders: two legs, places, what recruits earn."""

import pytest

from planner.analysis.team.receipt import line_in_words, receipt_of
from planner.analysis.team.rests_on import rests_on
from tests.planner.analysis.team.test_team import ENGLISH, paid_by, plain

TEAM = """member,sponsor,joined,month,personal_volume,placed_under,side
Top,,2026-01,2026-10,0,,
Ann,Top,2026-01,2026-10,0,Top,L
Bo,Ann,2026-02,2026-10,260,Ann,L
Cy,Ann,2026-02,2026-10,200,Ann,R
"""
KEPT = {"rule": "binary", "unmatched": "kept", "remainder": "kept"}
LEGS = KEPT | {"cycle": {"strong": 200, "weak": 100, "pays": 14}}


def said(member, *parts, **more):
    paid = paid_by(*parts, text=TEAM, **more)
    lines = receipt_of(paid, paid.members.index(member))
    assert sum(line.amount for line in lines) == pytest.approx(float(paid.month.pay[paid.members.index(member)]))
    return [plain(line_in_words(line, paid, ENGLISH)) for line in lines]


def test_cycles_of_two_legs():
    """260 and 200 at 200 + 100 points: one cycle."""
    assert said("Ann", LEGS) == [
        "14.00 USD (both sides, cycles: 1, left 260 points, right 200 points, of the left 200 used, of the right 100 "
        "used, left 60 carried over, right 100 carried over)"
    ]
    assert rests_on(paid_by(LEGS, text=TEAM).month).total()["other"] == 14.0


def test_a_rate_on_the_money_of_the_weak_side_and_what_a_cap_took():
    """10 % of the right's 200 is 20, of which the cap leaves 15."""
    part = KEPT | {"rate": 0.1, "counts": "money", "cap_money": 15, "capped": "kept"}
    assert said("Ann", part) == [
        "10% of 150.00 USD is 15.00 USD (right as the weak side, left 260.00 USD, right 200.00 USD, of the left 150.00 "
        "USD used, of the right 150.00 USD used, left 110.00 USD carried over, right 50.00 USD carried over, a cap "
        "took 5.00 USD)"
    ]


def test_places_of_a_matrix_rest_on_nobodys_orders_where_they_are_paid_by_themselves():
    """Three places below Top and two below Ann, at 5 each: 25."""
    part = {"rule": "matrix", "width": 2, "depth": 2, "amounts": [5], "paid": "each_month"}
    assert said("Ann", part) == [
        "the place where Bo stands: 5.00 USD (level 1)",
        "the place where Cy stands: 5.00 USD (level 1)",
    ]
    assert rests_on(paid_by(part, text=TEAM).month).total()["other"] == 25.0
    rates = {"rule": "matrix", "width": 2, "depth": 2, "rates": [0.1]}
    assert said("Ann", rates) == [
        "Bo, 260 points: 10% of 260.00 USD is 26.00 USD (level 1)",
        "Cy, 200 points: 10% of 200.00 USD is 20.00 USD (level 1)",
    ]


def test_what_recruits_earn():
    half = {"rule": "matching", "of": [1], "rates": [0.5]}
    assert said("Top", LEGS, half) == ["Ann is paid 14.00 USD of what counts: 50% of it is 7.00 USD (level 1)"]
    whole = half | {"rates": [1.0]}
    assert said("Top", LEGS, whole) == ["Ann is paid 14.00 USD of what counts: 100% of it is 14.00 USD (level 1)"]
    ranks = [{"name": "Lead", "group_volume": 460}]
    by_generation = half | {"ends_rank": "Lead"}
    assert said("Top", LEGS, by_generation, ranks=ranks) == [
        "Ann is paid 14.00 USD of what counts: 50% of it is 7.00 USD (generation 1)"
    ]
    assert rests_on(paid_by(LEGS, half, text=TEAM).month).total()["other"] == 21.0
