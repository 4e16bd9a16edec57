"""Goods that one uses oneself or gives away are a cost, at what was paid for them, and never income."""

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_own_use_and_samples():
    """One customer orders for 100 a month. You use goods for 30 yourself and give away for 10; goods cost you half.

    Bought: 100 + 30 / 50 % + 10 / 50 % = 180 at shop price, for 90. Sold for 100, of which 50 is what they cost.
    Cash 100 - 90 = 10; profit 100 - 50 - 30 - 10 = 10. Of the 30, you would have spent 25 on such goods anyway.
    """
    plan = bare_plan(
        horizon_months=2,
        stock={"own_use": 30, "own_use_anyway": 25, "samples": 10},
        customers={"new_a_month": (1, 0)},
    )
    result = project(plan, invented_company())
    assert by_month(result.inventory.purchased) == nearly(0, 180, 180)
    assert by_month(result.inventory.own_use) == nearly(0, 60, 60)
    assert by_month(result.inventory.samples) == nearly(0, 20, 20)
    assert line(result, "own_use") == nearly(0, 30, 30)
    assert line(result, "samples") == nearly(0, 10, 10)
    assert line(result, "own_use_anyway") == nearly(0, 25, 25)
    assert line(result, "net_cash_flow") == nearly(0, 10, 10)
    assert line(result, "profit") == nearly(0, 10, 10)


def test_nobody_would_have_bought_more_anyway_than_they_use():
    plan = bare_plan(horizon_months=1, stock={"own_use": 30, "own_use_anyway": 70})
    assert line(project(plan, invented_company()), "own_use_anyway") == nearly(0, 30)


def test_own_use_gives_points_where_sales_do_and_samples_give_none():
    """100 sold and 60 used yourself are 160 points at one a unit; 20 given away are none."""
    plan = bare_plan(horizon_months=1, stock={"own_use": 30, "samples": 10}, customers={"new_a_month": (1, 0)})
    assert project(plan, invented_company(on="sales")).personal_volume[:, 0].tolist() == nearly(0, 160)
    assert project(plan, invented_company(on="purchases")).personal_volume[:, 0].tolist() == nearly(0, 180)


def test_a_cheaper_price_makes_the_same_money_more_goods():
    """Goods for 30 are 50 at shop price at 60 %, which are 50 points; from 50 points on the price is 40 %: 75 goods."""
    plan = bare_plan(horizon_months=2, stock={"own_use": 30})
    result = project(plan, invented_company(steps=((0, 0.6), (50, 0.4))))
    assert by_month(result.inventory.own_use) == nearly(0, 50, 75)
    assert line(result, "own_use") == nearly(0, 30, 30)


def test_without_a_stock_account_a_standing_order_is_used_up():
    """The company sends every order; goods for 40 come each month all the same, 30 of which you meant to use."""
    plan = bare_plan(horizon_months=2, stock={"own_use": 30, "standing_order": 40, "ship_direct_share": 1})
    result = project(plan, invented_company())
    assert line(result, "inventory_purchases") == nearly(0, 40, 40)
    assert line(result, "own_use") == nearly(0, 40, 40)
    assert by_month(result.inventory.closing) == nearly(0, 0, 0)
