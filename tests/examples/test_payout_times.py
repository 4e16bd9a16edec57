"""Margin, pay on own goods and pay on the team each arrive at their own time; what they come to does not hang on it."""

import pytest

from planner.analysis.case import Case
from planner.analysis.origin.tree import origin
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from tests.examples.by_month import EVERYBODY, line, nearly
from tests.properties.situations import bare_plan, invented_company

ONE_RECRUIT = {"recruits_a_month": (1, 0), "member_monthly_purchases": 100, "people_within_reach": EVERYBODY}


def one_customer_and_one_recruit() -> Plan:
    """From month 1 an order of 100 a month that the company sends; from month 2 a recruit who buys for 100 a month."""
    return bare_plan(
        horizon_months=3, stock={"ship_direct_share": 1}, customers={"new_a_month": (1, 0)}, team=ONE_RECRUIT
    )


@pytest.mark.parametrize(
    ("margin_lag", "margin", "in_cash"), [(0, (0, 25, 25, 25), 78.75), (None, (0, 0, 25, 25), 53.75)]
)
def test_margin_within_its_month_and_team_pay_the_month_after(margin_lag, margin, in_cash):
    """Margin: 25 of each 100. Team: 5 % of the 75 that a member's 100 counts for, 3.75, in months 2 and 3.

    Margin in its own month: 75 by month 3, and the 3.75 of month 2: 78.75; else the margin of month 3 is to come.
    Either way 75 + 7.50 = 82.50.
    """
    company = invented_company(steps=((0, 0.75),), commissionable=75, rates=(0.05,), margin_lag=margin_lag)
    projection = project(one_customer_and_one_recruit(), company)
    assert line(projection, "margin_received") == nearly(*margin)
    assert line(projection, "commission_received") == nearly(0, 0, 0, 3.75)
    assert line(projection, "cumulative_cash_flow")[-1] == pytest.approx(in_cash)
    assert line(projection, "result")[-1] == pytest.approx(82.50)


def paid_by_steps(**lags: int) -> Company:
    """A rank for everybody who has a point, at 20 % of what counts, 75 of 100; a recruit alone has it too."""
    ranks = ({"name": "low", "group_volume": 1, "rate": 0.1}, {"name": "high", "group_volume": 150, "rate": 0.2})
    return invented_company(steps=((0, 0.75),), commissionable=75, ranks=ranks, breakaway=False, **lags)


def test_pay_on_own_goods_has_a_time_of_its_own():
    """Own goods, 75 that count: in month 1 at 10 %, 7.50; with the recruit's, 200 points, at 20 %: 15 from month 2.

    The recruit has 100 points, 10 %: 10 % of 75 is left, 7.50, from month 2. Own at once, team two months later.
    """
    projection = project(one_customer_and_one_recruit(), paid_by_steps(lag=2, own_lag=0))
    assert line(projection, "commission_earned") == nearly(0, 7.5, 22.5, 22.5)
    assert line(projection, "commission_received") == nearly(0, 7.5, 15, 15)
    assert line(projection, "commission_receivable") == nearly(0, 0, 7.5, 15)
    assert line(projection, "margin_received") == nearly(0, 0, 0, 25)


def test_the_origin_tells_what_arrives_of_each():
    case = Case.of(one_customer_and_one_recruit(), paid_by_steps(lag=1, own_lag=0))
    arrived = origin(case, "commission_received", 3)
    assert [part.value.value for part in arrived.parts] == pytest.approx([15, 7.5])
    assert arrived.check == pytest.approx(arrived.value.value)
    assert {part.parts[-1].input_path for part in arrived.parts} == {
        ("company", "pay", "own_lag_months"),
        ("company", "pay", "payout_lag_months"),
    }
