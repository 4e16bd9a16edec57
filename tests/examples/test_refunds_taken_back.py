"""Refunds take points and pay back where the company does, by hand: the distributor's own, and the members'.

An order of 100 a month that the company sends, a tenth of them refunded the month after.
"""

import pytest

from planner.analysis.case import Case
from planner.analysis.origin.tree import origin
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.simulation.engine import simulate
from tests.examples.by_month import EVERYBODY, by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company

ALL_PAID = ({"name": "all", "group_volume": 1, "rate": 0.1},)


def one_customer(**groups: object) -> Plan:
    return bare_plan(
        horizon_months=4,
        stock={"ship_direct_share": 1},
        customers={"new_a_month": (1, 0), "refund_share": 0.1},
        **groups,
    )


@pytest.mark.parametrize(
    ("refunds", "points", "pay"),
    [
        ("taken_back", [0, 100, 90, 90, 90], [0, 10, 9, 9, 9]),
        ("kept", [0, 100, 100, 100, 100], [0, 10, 10, 10, 10]),
        (None, [0, 100, 100, 100, 100], [0, 10, 10, 10, 10]),
    ],
)
def test_own_refunds_lower_the_points_and_the_pay_of_the_month_after(refunds, points, pay):
    """100 points a month, less 10 for a tenth of the order before; 10 % of what counts. Margin goes back either way."""
    company = invented_company(ranks=ALL_PAID, breakaway=False, refunds=refunds)
    projection = project(one_customer(), company)
    assert by_month(projection.personal_volume) == nearly(*points)
    assert line(projection, "commission_earned") == nearly(*pay)
    assert line(projection, "margin_earned") == nearly(0, 50, 45, 45, 45)


def test_never_below_no_points_at_all():
    """One order in month 1 and none after, all of it refunded: 100 points, then none, and not 100 less than none."""
    plan = bare_plan(
        horizon_months=3,
        stock={"ship_direct_share": 1},
        customers={"new_a_month": (1, 0), "attrition": 0.999, "refund_share": 1},
    )
    projection = project(plan, invented_company(refunds="taken_back"))
    assert by_month(projection.personal_volume) == nearly(0, 100, 0, 0)


def test_what_is_bought_for_the_shelf_is_not_given_back_by_a_customer():
    """Points arise on purchases: a refund of what the shelf sold takes none. On sales it does: 100, then 90."""
    plan = bare_plan(horizon_months=3, customers={"new_a_month": (1, 0), "refund_share": 0.1, "returned_to_shelf": 0})
    bought = project(plan, invented_company(refunds="taken_back"))
    assert by_month(bought.personal_volume) == nearly(0, 100, 100, 100)
    sold = project(plan, invented_company(refunds="taken_back", on="sales"))
    assert by_month(sold.personal_volume) == nearly(0, 100, 90, 90)


TEAM = {"recruits_a_month": (1, 0), "member_resold_share": 0.5, "people_within_reach": EVERYBODY}


def test_members_give_back_what_is_refunded_of_what_they_resell():
    """A recruit buys for 200, resells half, and a tenth of that is refunded: 190 count, at 10 %: 19 from month 2 on."""
    plan = one_customer(team={**TEAM, "member_monthly_purchases": 200})
    projection = project(plan, invented_company(rates=(0.1,), refunds="taken_back"))
    assert line(projection, "commission_earned") == nearly(0, 0, 19, 19, 19)
    assert line(project(plan, invented_company(rates=(0.1,))), "commission_earned") == nearly(0, 0, 20, 20, 20)


def test_the_runs_count_the_same():
    """Drawn without any spread, but for who the recruit is: the same 19 of each 20."""
    plan = one_customer(team={**TEAM, "member_monthly_purchases": 200}, chance={"quits": "never"})
    less, whole = (
        simulate(plan, invented_company(rates=(0.1,), refunds=refunds), 50).outcome.pay_team.sum()
        for refunds in ("taken_back", "kept")
    )
    assert whole > 0
    assert less == pytest.approx(0.95 * whole)


@pytest.mark.parametrize("on", ["purchases", "sales"])
def test_every_amount_is_told_from_its_parts(on):
    plan = one_customer(team={**TEAM, "member_monthly_purchases": 200})
    company = invented_company(rates=(0.1,), ranks=ALL_PAID, breakaway=False, refunds="taken_back", on=on)
    told = origin(Case.of(plan, company), "commission_earned", 3)
    pending = [told]
    while pending:
        each = pending.pop()
        assert each.check == pytest.approx(each.value.value)
        pending += each.parts
