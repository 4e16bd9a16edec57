"""Goods past their shelf life, the oldest first, and goods that break: gone, and paid for."""

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_a_first_order_that_is_too_large():
    """Goods for 100 at the start, 200 at shop price. They keep for 2 months: bought in month 0, gone in month 3.

    Your one customer comes in month 2 and orders for 50 a month; goods cost you half.

    month  shelf at the start  spoiled  bought  sold  left
    1      200                 0        0       0     200
    2      200                 0        0       50    150
    3      150                 150      50      50    0
    4      0                   0        50      50    0
    """
    plan = bare_plan(
        horizon_months=4,
        stock={"opening_stock": 100, "shelf_life_months": 2},
        customers={"new_a_month": (0, 1, 0), "retail_per_order": 50},
    )
    result = project(plan, invented_company())

    assert by_month(result.inventory.spoiled) == nearly(0, 0, 0, 150, 0)
    assert by_month(result.inventory.purchased) == nearly(200, 0, 0, 50, 50)
    assert by_month(result.inventory.closing) == nearly(200, 200, 150, 0, 0)
    assert line(result, "spoilage") == nearly(0, 0, 0, 75, 0)
    assert line(result, "closing_stock_value") == nearly(100, 100, 75, 0, 0)
    assert line(result, "profit") == nearly(0, 0, 25, 25 - 75, 25)


def test_the_oldest_goods_are_sold_first():
    """100 at shop price at the start, a month ahead kept, one customer who orders for 60. Goods keep for 1 month.

    month  shelf: age 1 + age 0    spoiled      bought          sold  left
    0      - + 100                 -            100             -     100
    1      100                     0            120 - 100 = 20  60    40 of month 0, 20 of month 1
    2      40 (too old) + 20       40           120 - 20 = 100  60    0 of month 1, 60 of month 2
    3      60                      0            120 - 60 = 60   60    60
    """
    plan = bare_plan(
        horizon_months=3,
        stock={"opening_stock": 50, "cover_months": 1, "shelf_life_months": 1},
        customers={"new_a_month": (1, 0), "retail_per_order": 60},
    )
    result = project(plan, invented_company())
    assert by_month(result.inventory.purchased) == nearly(100, 20, 100, 60)
    assert by_month(result.inventory.spoiled) == nearly(0, 0, 40, 0)
    assert by_month(result.inventory.closing) == nearly(100, 60, 60, 60)
    assert line(result, "spoilage") == nearly(0, 0, 20, 0)


def test_a_tenth_breaks_each_month():
    """100 at shop price that nobody buys, for 50: 10 of 100, 9 of 90, 8.1 of 81 break; 5, 4.50 and 4.05 in money."""
    plan = bare_plan(horizon_months=3, stock={"opening_stock": 50, "spoilage_share": 0.1})
    result = project(plan, invented_company())
    assert by_month(result.inventory.spoiled) == nearly(0, 10, 9, 8.1)
    assert by_month(result.inventory.closing) == nearly(100, 90, 81, 72.9)
    assert line(result, "spoilage") == nearly(0, 5, 4.5, 4.05)
    assert line(result, "closing_stock_value") == nearly(50, 45, 40.5, 36.45)
    assert line(result, "net_cash_flow") == nearly(-50, 0, 0, 0)


def test_what_is_too_old_does_not_break_as_well():
    """100 at shop price, a tenth breaks a month, goods keep for 1 month: 10 in month 1, the other 90 in month 2."""
    plan = bare_plan(horizon_months=3, stock={"opening_stock": 50, "spoilage_share": 0.1, "shelf_life_months": 1})
    result = project(plan, invented_company())
    assert by_month(result.inventory.spoiled) == nearly(0, 10, 90, 0)
