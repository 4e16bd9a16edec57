"""By pencil: the order that a company asks for each month, in money and in points, placed and refused."""

import pytest

from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.simulation.engine import simulate
from tests.examples.by_month import by_month
from tests.properties.situations import bare_plan, invented_company

# Goods cost half of the shop price and give 100 points per 100.
ONE_CUSTOMER = {"new_a_month": (1, 0)}  # who orders for 100 at shop price, 50 for you, each month


@pytest.mark.parametrize("asked", [100, 300, 900])
def test_money_asked_for_is_paid_each_month_from_the_first(asked: float) -> None:
    result = project(bare_plan(horizon_months=3), invented_company(ordering=(asked, "money_a_month")))
    assert by_month(result.statement.net_cash_flow) == [0, -asked, -asked, -asked]


def test_points_asked_for_are_goods_of_so_many_points_at_the_price_of_the_month() -> None:
    """30 points are goods of 60 at shop price, for 30; from 50 points on goods cost 40 of 100: 24."""
    company = invented_company(ordering=(30, "points_a_month"), points=50, steps=((0, 0.5), (50, 0.4)))
    result = project(bare_plan(horizon_months=4), company)
    assert by_month(result.statement.lines["inventory_purchases"]) == [0, 30, 30, 24, 24]


def test_the_order_is_in_the_currency_of_the_company() -> None:
    plan = bare_plan(horizon_months=1, exchange_rates={"EUR": 1.2})
    result = project(plan, invented_company(ordering=(100, "money_a_month"), currency="EUR"))
    assert by_month(result.statement.net_cash_flow) == [0, pytest.approx(-120)]


@pytest.mark.parametrize(("asked", "ordered"), [(30, 50), (50, 50), (80, 80)])
def test_what_customers_need_is_part_of_it(asked: float, ordered: float) -> None:
    plan = bare_plan(horizon_months=1, customers=ONE_CUSTOMER)
    result = project(plan, invented_company(ordering=(asked, "money_a_month")))
    assert by_month(result.statement.lines["inventory_purchases"]) == [0, ordered]


def test_own_use_and_a_standing_order_of_ones_own_are_part_of_it() -> None:
    """20 to use, 40 ordered anyway, 60 asked for: 60, and not 100 or 120."""
    plan = bare_plan(horizon_months=1, stock={"own_use": 20, "standing_order": 40})
    result = project(plan, invented_company(ordering=(60, "money_a_month")))
    assert by_month(result.statement.lines["inventory_purchases"]) == [0, 60]


def test_goods_on_the_shelf_are_no_order() -> None:
    """500 at the start cover all that is sold, and the company asks for 100 nevertheless."""
    plan = bare_plan(horizon_months=1, customers=ONE_CUSTOMER, stock={"opening_stock": 500})
    result = project(plan, invented_company(ordering=(100, "money_a_month")))
    assert by_month(result.statement.lines["inventory_purchases"]) == [0, 100]


def test_without_a_stock_account_it_is_used_up() -> None:
    plan = bare_plan(horizon_months=2, customers=ONE_CUSTOMER, stock={"ship_direct_share": 1})
    result = project(plan, invented_company(ordering=(60, "money_a_month")))
    assert by_month(result.statement.lines["own_use"]) == [0, 60, 60]
    assert by_month(result.inventory.closing) == [0, 0, 0]


# --- from a later month ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("unit", "asked"), [("money_a_month", 100), ("points_a_month", 200)])
def test_an_order_that_is_asked_for_from_month_3_costs_nothing_before(unit: str, asked: float) -> None:
    """200 points are goods of 200 at shop price, for 100."""
    company = invented_company(ordering=(asked, unit), ordered_from=3)
    result = project(bare_plan(horizon_months=4), company)
    assert by_month(result.statement.net_cash_flow) == [0, 0, 0, -100, -100]


def test_in_every_run_it_is_charged_from_its_month_on() -> None:
    """In runs of a plan in which nothing is sold all come to the same: two orders of 100 in 4 months."""
    company = invented_company(ordering=(100, "money_a_month"), ordered_from=3)
    simulation = simulate(bare_plan(horizon_months=4, money_and_time={"own_cash": 1e6}), company, 20)
    assert set(simulation.outcome.result.tolist()) == {-200}
    assert simulation.outcome.cumulative[:, 0].tolist() == [0, 0, 0, -100, -200]


def test_a_standing_order_of_ones_own_has_its_month_too() -> None:
    """40 of one's own from month 2 on, 60 asked for from month 3 on: the larger of the two, and not their sum."""
    plan = bare_plan(horizon_months=4, stock={"standing_order": 40, "standing_order_from": 2})
    assert by_month(project(plan, invented_company()).statement.lines["inventory_purchases"]) == [0, 0, 40, 40, 40]
    company = invented_company(ordering=(60, "money_a_month"), ordered_from=3)
    assert by_month(project(plan, company).statement.lines["inventory_purchases"]) == [0, 0, 40, 60, 60]


def test_an_order_that_is_not_asked_for_yet_cannot_be_refused() -> None:
    """10 are paid in month 2, in which no order is asked for; for want of it nothing in month 3."""
    company = invented_company(rates=(0.05,), ordering=(60, "money_a_month"), ordered_from=3)
    assert by_month(project(refusing(), company).commission_on_team) == [0, 0, 10, 0]


def test_the_discount_is_lost_from_the_month_in_which_its_order_is_refused() -> None:
    """Goods of 100 at shop price a month, at half of it until an order for the discount is asked for."""
    company = invented_company(ordering=(60, "money_a_month"), ordered_for="discount", ordered_from=2)
    refused = project(refusing(customers=ONE_CUSTOMER), company)
    assert by_month(refused.statement.lines["inventory_purchases"]) == [0, 50, 100, 100]


# --- "I will not" ----------------------------------------------------------------------------------------------------

# One recruit in month 1, who buys for 200 from month 2 on: 5 % is 10.
ONE_RECRUIT = {"recruits_a_month": (1, 0), "member_monthly_purchases": 200, "people_within_reach": 1e10}


def refusing(**groups) -> Plan:
    stock = {"demanded_order": "refused"} | groups.pop("stock", {})
    return bare_plan(horizon_months=3, team=ONE_RECRUIT, stock=stock, **groups)


def test_who_refuses_what_pay_is_asked_for_buys_nothing_and_is_paid_nothing() -> None:
    company = invented_company(rates=(0.05,), ordering=(60, "money_a_month"))
    placed = project(bare_plan(horizon_months=3, team=ONE_RECRUIT), company)
    assert by_month(placed.commission_on_team) == [0, 0, 10, 10]
    refused = project(refusing(), company)
    assert by_month(refused.statement.lines["inventory_purchases"]) == [0, 0, 0, 0]
    assert by_month(refused.commission_on_team) == [0, 0, 0, 0]


def test_who_orders_as_much_anyway_is_paid() -> None:
    """One customer needs goods for 50: enough for 50, not for 51."""
    for asked, paid in [(50, 10), (51, 0)]:
        company = invented_company(rates=(0.05,), ordering=(asked, "money_a_month"))
        refused = project(refusing(customers=ONE_CUSTOMER), company)
        assert by_month(refused.statement.lines["inventory_purchases"]) == [0, 50, 50, 50]
        assert by_month(refused.commission_on_team) == [0, 0, paid, paid]


def test_who_refuses_what_the_discount_is_asked_for_pays_the_shop_price() -> None:
    company = invented_company(rates=(0.05,), ordering=(60, "money_a_month"), ordered_for="discount")
    refused = project(refusing(customers=ONE_CUSTOMER), company)
    assert by_month(refused.statement.lines["inventory_purchases"]) == [0, 100, 100, 100]
    assert by_month(refused.commission_on_team) == [0, 0, 10, 10]


def test_nobody_refuses_what_staying_hangs_on() -> None:
    company = invented_company(rates=(0.05,), ordering=(60, "money_a_month"), ordered_for="staying")
    refused = project(refusing(), company)
    assert by_month(refused.statement.lines["inventory_purchases"]) == [0, 60, 60, 60]


def test_who_refuses_points_that_goods_do_not_give_is_paid_nothing() -> None:
    company = invented_company(rates=(0.05,), ordering=(60, "points_a_month"), points=0)
    assert by_month(project(refusing(customers=ONE_CUSTOMER), company).commission_on_team) == [0, 0, 0, 0]
