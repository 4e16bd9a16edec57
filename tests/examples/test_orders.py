"""What a smallest order and a standing order do to the shelf of somebody who sells little."""

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company

ONE_CUSTOMER = {"new_a_month": (1, 0), "retail_per_order": 30}


def test_a_smallest_order_of_40():
    """One customer orders for 30 a month, which costs you 15. No order may be under 40, which is 80 at shop price.

    month  shelf  needed  ordered  left
    1      0      30      80       50
    2      50     0       0        20
    3      20     10      80       70
    4      70     0       0        40
    """
    plan = bare_plan(horizon_months=4, stock={"minimum_order": 40}, customers=ONE_CUSTOMER)
    result = project(plan, invented_company())
    assert by_month(result.inventory.purchased) == nearly(0, 80, 0, 80, 0)
    assert by_month(result.inventory.closing) == nearly(0, 50, 20, 70, 40)
    assert line(result, "net_cash_flow") == nearly(0, 30 - 40, 30, 30 - 40, 30)
    assert line(result, "profit") == nearly(0, 15, 15, 15, 15)


def test_a_standing_order_of_25():
    """Needed or not, goods for 25 come each month, 50 at shop price; 30 are sold and 20 more stay, which cost 10."""
    plan = bare_plan(horizon_months=3, stock={"standing_order": 25}, customers=ONE_CUSTOMER)
    result = project(plan, invented_company())
    assert by_month(result.inventory.closing) == nearly(0, 20, 40, 60)
    assert line(result, "closing_stock_value") == nearly(0, 10, 20, 30)
    assert line(result, "net_cash_flow") == nearly(0, 5, 5, 5)
    assert line(result, "profit") == nearly(0, 15, 15, 15)


def test_a_standing_order_is_part_of_what_is_needed():
    """Both: month 1 needs 30, raised to 80, which holds the standing 50; month 2 needs nothing and 50 come.

    month  shelf  ordered  left
    1      0      80       50
    2      50     50       70
    3      70     50       90
    """
    plan = bare_plan(horizon_months=3, stock={"minimum_order": 40, "standing_order": 25}, customers=ONE_CUSTOMER)
    result = project(plan, invented_company())
    assert by_month(result.inventory.purchased) == nearly(0, 80, 50, 50)
    assert by_month(result.inventory.closing) == nearly(0, 50, 70, 90)


def test_freight_is_a_share_of_all_goods_that_are_bought():
    """8 % of 100 at the start, and of 25 a month."""
    plan = bare_plan(horizon_months=2, stock={"opening_stock": 100, "standing_order": 25, "freight_share": 0.08})
    result = project(plan, invented_company())
    assert line(result, "freight") == nearly(8, 2, 2)
    assert line(result, "net_cash_flow") == nearly(-108, -27, -27)
