"""A smallest order is bought when something is needed, and the rounding of the computer is no need."""

from planner.projection.engine import project
from tests.examples.by_month import line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_what_is_needed_to_the_last_gift_is_there():
    """Goods for 100 at the start keep for 2 months; you give away goods for 30 a month; the smallest order is 50.

    In money, at what you pay for them (65 % of the shop price):

    month  on the shelf, by the month it came in  spoiled  needed  bought  left
    1      100 of 0                               0        0       0       70 of 0
    2      70 of 0                                0        0       0       40 of 0
    3      40 of 0, too old                       40       30      50      20 of 3
    4      20 of 3                                0        10      50      40 of 4
    5      40 of 4                                0        0       0       10 of 4
    6      10 of 4                                0        20      50      30 of 6
    7      30 of 6                                0        0       0       0
    8      0                                      0        30      50      20 of 8
    """
    plan = bare_plan(
        horizon_months=8,
        stock={"opening_stock": 100, "samples": 30, "shelf_life_months": 2, "minimum_order": 50},
    )
    result = project(plan, invented_company(steps=((0, 0.65),)))
    assert line(result, "spoilage") == nearly(0, 0, 0, 40, 0, 0, 0, 0, 0)
    assert line(result, "inventory_purchases") == nearly(0, 0, 0, 50, 50, 0, 50, 0, 50)
    assert line(result, "samples") == nearly(0, *[30] * 8)
