"""A season moves orders between the months of the year, and the stock is bought for it beforehand."""

import pytest

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


@pytest.mark.parametrize("average", [1, 0.5, 7])
def test_december_is_twice_an_average_month_and_nobody_buys_in_january(average):
    """Three customers, one order of 100 each; you join in October, so month 1 is November. Goods cost you half.

    What an average month is written as does not matter: 12 factors, 2 + 0 + 10 * 1 = 12 of them.

    month  calendar   orders  sold  needed for both months  on the shelf  bought  you pay
    1      November   3       300   300 + 600               0             900     450
    2      December   6       600   600 + 0                 600           0       0
    3      January    0       0     0 + 300                 0             300     150
    4      February   3       300   300 + 300 (March)       300           300     150
    """
    plan = bare_plan(
        start_month="2026-10",
        horizon_months=4,
        stock={"cover_months": 1},
        customers={"new_a_month": (3, 0), "seasons": [0] + [average] * 10 + [2 * average]},
    )
    result = project(plan, invented_company())

    assert by_month(result.sales.orders) == nearly(0, 3, 6, 0, 3)
    assert by_month(result.inventory.purchased) == nearly(0, 900, 0, 300, 300)
    assert line(result, "revenue") == nearly(0, 300, 600, 0, 300)
    assert line(result, "inventory_purchases") == nearly(0, 450, 0, 150, 150)
