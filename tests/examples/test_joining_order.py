"""A first order beside the monthly purchases, in the first month after joining."""

from planner.projection.engine import project
from tests.examples.by_month import EVERYBODY, line, nearly
from tests.properties.situations import bare_plan, invented_company

TEAM = {"member_monthly_purchases": 100, "member_joining_order": 300, "people_within_reach": EVERYBODY}


def test_two_join_once():
    """10 % of 2 * (100 + 300) in month 2, and of 2 * 100 from then on."""
    plan = bare_plan(horizon_months=4, team={**TEAM, "recruits_a_month": (2, 0)})
    result = project(plan, invented_company(rates=(0.1,)))
    assert line(result, "commission_earned") == nearly(0, 0, 80, 20, 20)


def test_one_joins_every_month():
    """There is always one newcomer: 400, then 100 + 400, then 2 * 100 + 400."""
    plan = bare_plan(horizon_months=4, team={**TEAM, "recruits_a_month": 1})
    result = project(plan, invented_company(rates=(0.1,)))
    assert line(result, "commission_earned") == nearly(0, 0, 40, 50, 60)


def test_a_leg_that_doubles():
    """One joins in month 1 and everybody recruits one a month, so that half of a leg are always newcomers.

    month  in the leg  of them new  they buy
    2      1           1            400
    3      2           1            100 + 400 = 500
    4      4           2            2 * 100 + 2 * 400 = 1,000
    """
    plan = bare_plan(horizon_months=4, team={**TEAM, "recruits_a_month": (1, 0), "duplication": 1})
    ranks = ({"name": "all", "group_volume": 1, "rate": 0.1},)
    result = project(plan, invented_company(breakaway=False, ranks=ranks))
    assert result.group_volume[:, 0].tolist() == nearly(0, 0, 400, 500, 1000)
