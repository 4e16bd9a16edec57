"""Customers who order by campaign: in each calendar month as many campaigns as fall into it, 26 or 27 a year."""

import numpy as np
import pytest

from planner.analysis.chance.turnable import turnables
from planner.inputs.faults import checked
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.simulation.engine import simulate
from tests.examples.by_month import by_month, nearly
from tests.properties.situations import bare_plan, invented_company

# Of two weeks from 1 January 2027: 1, 15 and 29 January; 12 and 26 February; 12 and 26 March; 9 and 23 April; 7 and 21
# May; 4 and 18 June; 2, 16 and 30 July; 13 and 27 August; 10 and 24 September; 8 and 22 October; 5 and 19 November;
# 3, 17 and 31 December.
IN_2027 = (3, 2, 2, 2, 2, 2, 3, 2, 2, 2, 2, 3)


def avon(months: int = 12, start: str = "2026-12", **stated: object) -> Plan:
    """One customer who stays, and orders for 50; the month of joining is December 2026."""
    customers = {"new_a_month": (1, 0), "attrition": 0, "retail_per_order": 50, "orders_by": "two_weeks"}
    return bare_plan(horizon_months=months, start_month=start, customers=customers | stated)


def orders(plan: Plan) -> list[float]:
    return by_month(project(plan, invented_company()).sales.orders)


def test_two_orders_a_campaign_of_two_weeks_in_2027():
    """27 campaigns begin in 2027, since the first is on its first day and the last on its last: 54 orders, 2,700."""
    plan = avon(orders_per_campaign=2)
    assert orders(plan) == nearly(0, *(2 * each for each in IN_2027))
    assert sum(IN_2027) == 27
    sold = by_month(project(plan, invented_company()).sales.demand)
    assert sold == nearly(0, *(100 * each for each in IN_2027))
    assert sum(sold) == pytest.approx(2700)


def test_campaigns_that_run_already_and_one_that_is_still_to_come():
    """From 8 January 2027: 26 in the year, of which January has 8 and 22, and December 10 and 24.

    A campaign of December 2026 two weeks earlier, the 25th, gives the same, since nobody sells at the launch; one of
    12 March leaves January and February without any. A seller's own list of 2010 has campaign 1 on 8 January and
    campaign 2 on the 22nd.
    """
    from_8th = orders(avon(first_campaign="2027-01-08"))
    assert from_8th == nearly(0, 2, 2, 2, 3, 2, 2, 2, 2, 2, 3, 2, 2)  # April 2, 16, 30 and October 1, 15, 29
    assert sum(from_8th) == 26
    assert orders(avon(first_campaign="2026-12-25")) == nearly(*from_8th)
    assert orders(avon(first_campaign="2027-03-12")) == nearly(0, 0, 0, *IN_2027[2:])
    assert orders(avon(1, "2009-12", first_campaign="2010-01-08")) == nearly(0, 2)
    assert orders(avon(first_campaign="2029-01-01")) == nearly(*[0] * 13)


def test_a_year_of_weeks_of_three_weeks_and_of_four():
    """From 1 January 2027 a Friday: 53 Fridays; 18 times three weeks (the last on day 358); 14 times four (day 365)."""
    counted = {"week": 53, "three_weeks": 18, "four_weeks": 14}
    assert {each: sum(orders(avon(orders_by=each))) for each in counted} == counted


def test_seasons_count_beside_it_and_goods_are_ordered_for_the_campaigns_to_come():
    """Half as much in January and half as much again in February, of 3 and 2 campaigns: 1.5 and 3 orders.

    Goods are kept one month ahead: in January, month 1, those of January and February, 4.5 orders of 50.
    """
    plan = avon(2, seasons=[0.5, 1.5, *[1] * 10])
    plan = Plan.model_validate(plan.model_dump() | {"stock": plan.stock.model_dump() | {"cover_months": 1}})
    assert orders(plan) == nearly(0, 1.5, 3)
    assert by_month(project(plan, invented_company()).inventory.purchased)[1] == pytest.approx(4.5 * 50)


def test_the_runs_expect_what_the_month_holds():
    """40 customers from the first month on: 120 orders in a month of three campaigns, 80 in one of two, on average."""
    plan = avon(new_a_month=(40, 0), retail_per_order=10)
    chance = dict.fromkeys(("effort_spread", "customer_spread", "order_spread"), 0) | {"seed": 3}
    plan = Plan.model_validate(plan.model_dump() | {"chance": plan.chance.model_dump() | chance})
    company = invented_company()
    expected = project(plan, company).statement.result[-1, 0]
    found = simulate(plan, company, 4000).outcome.result
    assert found.mean() == pytest.approx(expected, abs=4 * found.std() / np.sqrt(len(found)))


def test_what_counts_by_campaign_takes_the_place_of_orders_a_month():
    """Goal seek turns the one that counts, and the other changes nothing."""
    by_campaign, by_the_month = avon(), avon(orders_by="month")
    turned = [{each.path[-1] for each in turnables(plan, hours=True)} for plan in (by_campaign, by_the_month)]
    assert [("orders_per_campaign" in each, "orders_per_customer" in each) for each in turned] == [
        (True, False),
        (False, True),
    ]
    assert orders(avon(orders_per_customer=7)) == orders(by_campaign)
    assert orders(avon(orders_by="month", orders_per_campaign=7)) == orders(by_the_month)


@pytest.mark.parametrize("day", ["2027-02-29", "2027-1-4", "20270104", "1899-12-31", "soon", ""])
def test_a_day_that_is_none_is_refused(day: str):
    _plan, [fault] = checked(Plan, {"customers": {"first_campaign": day}})
    assert (fault.path, fault.found) == ("customers.first_campaign", f'"{day}"')
    assert "2027-01-14" in fault.message
