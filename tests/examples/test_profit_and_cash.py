"""A profit of 1,000, 1,250 and 1,500 can be cash of -7,000, -1,250 and +4,500: the difference is on the shelf."""

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_a_profit_that_is_on_the_shelf():
    """50 customers order for 75 in an average month; goods cost two thirds. Three months ahead are kept on the shelf.

    The seasons of months 1 to 6 are 0.8, 1, 1.2, 1, 2 and 0 of an average month, so that customers order for 3,000,
    3,750, 4,500, 3,750, 7,500 and nothing.

    month  sold   ahead and now  on the shelf  bought  you pay  cash    goods sold  profit  shelf, in money
    1      3,000  15,000         0             15,000  10,000   -7,000  2,000       1,000   8,000
    2      3,750  19,500         12,000        7,500   5,000    -1,250  2,500       1,250   10,500
    3      4,500  15,750         15,750        0       0        4,500   3,000       1,500   7,500
    """
    plan = bare_plan(
        start_month="2027-01",
        horizon_months=3,
        stock={"cover_months": 3},
        customers={
            "new_a_month": (50, 0),
            "retail_per_order": 75,
            "seasons": [5, 4, 5, 6, 5, 10, 0, 5, 5, 5, 5, 5],
        },
    )
    result = project(plan, invented_company(steps=((0, 2 / 3),)))

    assert by_month(result.inventory.purchased) == nearly(0, 15_000, 7_500, 0)
    assert line(result, "profit") == nearly(0, 1000, 1250, 1500)
    assert line(result, "net_cash_flow") == nearly(0, -7000, -1250, 4500)
    assert line(result, "closing_stock_value") == nearly(0, 8000, 10_500, 7500)
