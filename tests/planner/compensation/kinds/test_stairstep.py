"""Differential pay, each sum worked out by hand."""

import math

import numpy as np
import pytest

from planner.compensation.pay import pay_month
from planner.compensation.volumes import Legs, MonthVolumes
from planner.inputs.terms import resolve_terms
from tests.planner.compensation.months import EUROPEAN_STEPS, month, paid, steps, total
from tests.properties.situations import bare_plan, invented_company

EUROPE = invented_company(breakaway=True, ranks=steps(*EUROPEAN_STEPS))


def test_three_legs_of_600_pay_63_where_one_of_1800_pays_9():
    """100 points of one's own and 1,800 below are 1,900: 9 %.

    Three legs of 600 have 6 % themselves: 3 * 600 * (9 % - 6 %) = 54, and 100 * 9 % = 9 of one's own: 63.
    One leg of 1,800 has 9 % itself and leaves nothing: 9. So a level's total is not a leg.
    """
    assert total(paid(EUROPE, month(own=100, legs=(600, 600, 600)))) == pytest.approx(54 + 9)
    assert total(paid(EUROPE, month(own=100, legs=(1800,)))) == pytest.approx(9)


def test_pay_is_told_apart_by_what_it_rests_on():
    pay = paid(EUROPE, month(own=100, legs=(600, 600, 600)))
    assert (pay.on_own[0], pay.on_team[0]) == (pytest.approx(9), pytest.approx(54))


@pytest.mark.parametrize(
    ("own", "rank"),
    [(199.9, 0), (200, 1), (599.9, 1), (600, 2), (1200, 3), (2400, 4), (4000, 5), (9999, 6), (10000, 7)],
)
def test_a_step_is_reached_at_its_points_and_not_before(own, rank):
    assert paid(EUROPE, month(own=own)).rank[0] == rank


def test_what_only_rounding_lacks_is_reached():
    """0.1 added two thousand times is 199.99999999999 in the computer, and 200 in the company's.

    One by one, as the program adds: `sum` makes up for the rounding since Python 3.12.
    """
    own = 0.0
    for _ in range(2000):
        own += 0.1
    assert own < 200
    assert paid(EUROPE, month(own=own)).rank[0] == 1
    # A leg of the number next below 600 has its 6 %: 700 * 9 % = 63 of one's own, 600 * (9 % - 6 %) = 18 of the leg.
    assert total(paid(EUROPE, month(own=700, legs=(math.nextafter(600, 0),)))) == pytest.approx(63 + 18)


def test_a_leg_above_the_own_rate_takes_nothing_from_the_rest():
    """Breakaway: the leg of 10,000 does not count in the group, so 700 of one's own and of the small leg are 6 %.

    500 * 6 % = 30 of one's own; the leg of 200 has 3 %: 200 * 3 % = 6; the large leg brings 0, never 6 % - 21 %.
    """
    pay = paid(EUROPE, month(own=500, legs=(200, 10_000)))
    assert pay.group_volume[0] == 700
    assert total(pay) == pytest.approx(30 + 6)


def test_without_breakaway_a_leg_at_the_top_lifts_the_group():
    """10,700 points are 21 %: 500 * 21 % = 105; 200 * (21 % - 3 %) = 36; 10,000 * 0."""
    company = invented_company(breakaway=False, ranks=steps(*EUROPEAN_STEPS))
    pay = paid(company, month(own=500, legs=(200, 10_000)))
    assert pay.group_volume[0] == 10_700
    assert total(pay) == pytest.approx(105 + 36)


def test_a_leg_is_ranked_by_its_volume_alone():
    """The ranks ask for 50 points of one's own as well; of a leg's head nothing is known but the leg: 600 are 6 %.

    700 + 600 = 1,300 are 9 %: 700 * 9 % = 63 and 600 * (9 % - 6 %) = 18.
    """
    company = invented_company(breakaway=True, ranks=steps(*EUROPEAN_STEPS, personal_volume=50))
    assert total(paid(company, month(own=700, legs=(600,)))) == pytest.approx(63 + 18)
    # The distributor's own 49 points are too few for any rank, whatever the legs bring.
    assert total(paid(company, month(own=49, legs=(600, 600)))) == 0


def test_below_the_minimum_nothing_is_paid_and_no_rank_is_paid_as():
    company = invented_company(minimum=100, breakaway=True, ranks=steps(*EUROPEAN_STEPS))
    below, reached = (paid(company, month(own=own, legs=(600, 600))) for own in (99.9, 100))
    assert (total(below), below.rank[0], bool(below.active[0])) == (0, 0, False)
    # 1,300 points are 9 %: 100 * 9 % = 9 and 2 * 600 * (9 % - 6 %) = 36.
    assert (total(reached), reached.rank[0], bool(reached.active[0])) == (pytest.approx(45), 3, True)


def test_expected_legs_count_by_their_number():
    """Half a leg of 600 in expectation, and 900 of one's own: 1,200 are 9 %; 900 * 9 % + 0.5 * 600 * 3 % = 81 + 9."""
    half = Legs(np.array([[0.5]]), np.array([[600.0]]), np.array([[600.0]]), np.zeros((1, 1)))
    own = np.array([900.0])
    volumes = MonthVolumes(own, own, np.zeros((1, 1)), np.zeros((1, 1)), np.zeros(1), half)
    assert total(pay_month(volumes, resolve_terms(EUROPE, bare_plan()), np.array([True]))) == pytest.approx(90)


def test_a_leg_breaks_away_at_the_top_rate_though_higher_ranks_share_it():
    """9 % from 1,000 points on, in three ranks: each leg of 1,400 is at the top rate and leaves the group.

    So 500 of one's own and three such legs are a group of 500: 2 %, 500 * 2 % = 10, and the legs bring nothing.
    """
    ranks = steps((200, 0.02), (1000, 0.09), (3000, 0.09), (8000, 0.09))
    pay = paid(invented_company(breakaway=True, ranks=ranks), month(own=500, legs=(1400, 1400, 1400)))
    assert pay.group_volume[0] == 500
    assert (pay.on_own[0], pay.on_team[0]) == (pytest.approx(10), 0)
