"""Refunds: customers get their money back the month after, and part of the goods can be sold again."""

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_a_fifth_is_refunded_and_half_of_that_returns_to_the_shelf():
    """One customer orders for 100 a month, 10 % off: 90. Goods cost you half.

    month  revenue  refunded        back on the shelf  bought         you pay  cash                profit
    1      90       -               -                  100            50       90 - 50 = 40        90 - 50 = 40
    2      90       90 * 20 % = 18  100 * 10 % = 10    100 - 10 = 90  45       90 - 18 - 45 = 27   see below
    3      90       18              10                 90             45       27                  see below

    What came back had cost 10 * 50 % = 5, and is sold with the 45 that were bought: 90 - 18 + 5 - 50 = 27.
    """
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": (1, 0), "discount": 0.1, "refund_share": 0.2, "returned_to_shelf": 0.5},
    )
    result = project(plan, invented_company())

    assert line(result, "revenue") == nearly(0, 90, 90, 90)
    assert line(result, "refunds") == nearly(0, 0, 18, 18)
    assert by_month(result.inventory.returned) == nearly(0, 0, 10, 10)
    assert line(result, "returned_goods") == nearly(0, 0, 5, 5)
    assert line(result, "inventory_purchases") == nearly(0, 50, 45, 45)
    assert line(result, "cost_of_goods_sold") == nearly(0, 50, 50, 50)
    assert line(result, "net_cash_flow") == nearly(0, 40, 27, 27)
    assert line(result, "profit") == nearly(0, 40, 27, 27)


def test_goods_that_cannot_be_sold_again_are_lost():
    """As above with nothing back: 90 - 18 - 50 = 22, in cash and in profit."""
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": (1, 0), "discount": 0.1, "refund_share": 0.2, "returned_to_shelf": 0},
    )
    result = project(plan, invented_company())
    assert line(result, "net_cash_flow") == nearly(0, 40, 22, 22)
    assert line(result, "profit") == nearly(0, 40, 22, 22)


def test_who_comes_back_with_more_than_is_ordered_next_fills_the_shelf():
    """All of month 1 comes back and nobody orders in month 2: one customer, whom season leaves out in the second month.

    month  ordered  back on the shelf  left
    1      240      -                  0
    2      0        240                240, which cost 120
    """
    plan = bare_plan(
        start_month="2027-01",
        horizon_months=2,
        customers={
            "new_a_month": (1, 0),
            "refund_share": 1,
            "returned_to_shelf": 1,
            "seasons": [1, 2.4, 0, *[1] * 4, *[0.92] * 5],
        },
    )
    result = project(plan, invented_company())
    assert by_month(result.inventory.closing) == nearly(0, 0, 240)
    assert line(result, "closing_stock_value") == nearly(0, 0, 120)
    assert line(result, "profit") == nearly(0, 240 - 120, -240 + 120)
