"""What the mentor would be paid, each sum worked out by hand."""

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.analysis.together.stake import Stake, paid_above, stake
from planner.inputs.terms import resolve_terms
from planner.inputs.together.talk import Mentor
from tests.planner.compensation.months import EUROPEAN_STEPS, month, steps
from tests.properties.situations import bare_plan, invented_company

EUROPE = invented_company(breakaway=True, ranks=steps(*EUROPEAN_STEPS))
ABOVE, OUTSIDE = Mentor(), Mentor(stands="outside")


def above(volumes, *, rank: int, rate: float, active: bool = True) -> float:
    terms = resolve_terms(EUROPE, bare_plan())
    return float(paid_above(volumes, terms, np.array([rank]), np.array([active]), rate)[0])


def test_pay_by_levels_counts_the_person_as_the_first_and_their_team_from_the_second_on():
    """Orders of 100, 200 and 300 in three months, 600 in all: 10 % is 60.

    One recruit joins in month 1 and buys for 50 in months 2 and 3, the mentor's second level: 5 % of 100 is 5.
    """
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": 1},
        team={"recruits_a_month": [1, 0], "member_monthly_purchases": 50},
    )
    case = Case.of(plan, invented_company(rates=(0.10, 0.05)))
    assert stake(case, ABOVE) == Stake("computed", pytest.approx(65), pytest.approx(65))


def test_who_is_not_active_is_no_level_where_the_company_compresses():
    """Two customers in month 1, half of whom stop each month: orders of 200, 100 and 50, active with 150 in month 1.

    10 % of 350 is 35. The recruit buys for 50 in months 2 and 3, when the person is passed over: 10 % of 100 is 10.
    Without compression it is the second level: 5.
    """
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": [2, 0], "attrition": 0.5},
        team={"recruits_a_month": [1, 0], "member_monthly_purchases": 50},
    )
    for compression, paid in ((True, 45), (False, 40)):
        company = invented_company(rates=(0.10, 0.05), minimum=150, compression=compression)
        assert stake(Case.of(plan, company), ABOVE).low == pytest.approx(paid)


def test_what_is_bought_without_being_active_pays_nobody_where_the_company_says_so():
    """Of the orders of 200, 100 and 50 only the first month's 200 are paid on: 20."""
    plan = bare_plan(horizon_months=3, customers={"new_a_month": [2, 0], "attrition": 0.5})
    company = invented_company(rates=(0.10,), minimum=150, pays_on_inactive=False)
    assert stake(Case.of(plan, company), ABOVE).high == pytest.approx(20)


def test_a_differential_pays_what_the_mentors_rate_is_above_the_persons():
    """100 points of one's own and three legs of 600 are 1,900: 9 %, the legs have 6 %.

    At 21 % the mentor has 12 % of all 1,900: 228. At 12 %: 3 %, 57. At 9 % nothing, at 3 % nothing.
    """
    volumes = month(own=100, legs=(600, 600, 600))
    for rate, paid in ((0.21, 228), (0.12, 57), (0.09, 0), (0.03, 0)):
        assert above(volumes, rank=3, rate=rate) == pytest.approx(paid)


def test_of_a_person_without_a_rank_only_what_the_legs_have_is_left_to_others():
    """Not active, and so without a rank: 21 % of one's own 100 is 21, and 15 % of the legs' 1,800 is 270."""
    assert above(month(own=100, legs=(600, 600, 600)), rank=0, rate=0.21, active=False) == pytest.approx(291)


def test_a_stated_rank_pays_by_its_rate_and_without_one_it_is_a_range():
    """One customer who stays, orders of 100 in 12 months, which reach no step: 3 % is 36, 9 % 108, 21 % 252."""
    case = Case.of(bare_plan(customers={"new_a_month": [1, 0]}), EUROPE)
    nine, low, high = (pytest.approx(each) for each in (108, 36, 252))
    assert stake(case, Mentor(rank="9%")) == Stake("computed", nine, nine, "9%", "9%")
    assert stake(case, ABOVE) == Stake("computed", low, high, "3%", "21%")
    assert stake(case, Mentor(rank="Star")) == Stake("computed", low, high, "3%", "21%")


def test_nothing_stands_in_it_for_one_outside_and_nothing_is_computed_without_rules():
    case = Case.of(bare_plan(customers={"new_a_month": 1}), EUROPE)
    assert stake(case, OUTSIDE) == Stake("outside")
    assert stake(Case.of(case.plan, invented_company()), ABOVE) == Stake("not_computed")
    assert stake(Case.of(case.plan, invented_company()), OUTSIDE) == Stake("outside")
