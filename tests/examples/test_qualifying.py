"""Goods bought only to be paid. The company wants 100 points a month of you; your one customer orders for 60.

Points are money at shop price here, and goods cost you half. Two people join in month 1 and buy for 480 a month each
from month 2; the company pays 5 % of it, 48, to those who have the points.
"""

from typing import Any

from planner.inputs.plan.plan import Plan
from planner.projection.engine import Projection, project
from tests.examples.by_month import EVERYBODY, by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


def plan_of(months: int, **stock: Any) -> Plan:
    return bare_plan(
        horizon_months=months,
        stock=stock,
        customers={"new_a_month": (1, 0), "retail_per_order": 60},
        team={"recruits_a_month": (2, 0), "member_monthly_purchases": 480, "people_within_reach": EVERYBODY},
    )


def projected(plan: Plan, on: str = "purchases") -> Projection:
    return project(plan, invented_company(minimum=100, rates=(0.05,), on=on))


def test_who_never_buys_to_qualify_is_never_paid():
    result = projected(plan_of(3, buys_to_qualify="never"))
    assert line(result, "qualifying_purchases") == nearly(0, 0, 0, 0)
    assert line(result, "commission_earned") == nearly(0, 0, 0, 0)


def test_who_always_does_fills_the_shelf():
    """What was bought to qualify is sold the month after, so that less is needed and more is lacking.

    month  shelf  needed  lacking         left      earned
    1      0      60      100 - 60 = 40   40        nobody buys yet
    2      40     20      100 - 20 = 80   80        48
    3      80     0       100             120       48
    4      120    0       100             160       48
    """
    result = projected(plan_of(4, buys_to_qualify="always"))
    assert by_month(result.inventory.purchased) == nearly(0, 60, 20, 0, 0)
    assert by_month(result.inventory.qualifying) == nearly(0, 40, 80, 100, 100)
    assert by_month(result.inventory.closing) == nearly(0, 40, 80, 120, 160)
    assert result.personal_volume[:, 0].tolist() == nearly(0, 100, 100, 100, 100)
    assert line(result, "qualifying_purchases") == nearly(0, 20, 40, 50, 50)
    assert line(result, "commission_earned") == nearly(0, 0, 48, 48, 48)
    assert line(result, "net_cash_flow") == nearly(0, 60 - 50, 60 - 50, 60 - 50 + 48, 60 - 50 + 48)
    assert line(result, "closing_stock_value") == nearly(0, 20, 40, 60, 80)


def test_who_does_while_it_pays_stops_and_begins_again():
    """Bought if the 48 that it would have brought the month before is more than what lacks now costs.

    month  shelf  needed  lacking  it costs  the month before  bought  left  earned
    1      0      60      40       20        0                 no      0     0
    2      0      60      40       20        0                 no      0     0
    3      0      60      40       20        48                yes     40    48
    4      40     20      80       40        48                yes     80    48
    5      80     0       100      50        48                no      20    0
    6      20     40      60       30        48                yes     60    48
    7      60     0       100      50        48                no      0     0
    8      0      60      40       20        48                yes     40    48
    9      40     20      80       40        48                yes     80    48
    """
    result = projected(plan_of(9, buys_to_qualify="while_it_pays"))
    assert by_month(result.inventory.qualifying) == nearly(0, 0, 0, 40, 80, 0, 60, 0, 40, 80)
    assert by_month(result.inventory.closing) == nearly(0, 0, 0, 40, 80, 20, 60, 0, 40, 80)
    assert line(result, "commission_earned") == nearly(0, 0, 0, 48, 48, 0, 48, 0, 48, 48)


def test_where_sales_give_the_points_the_goods_are_used_up():
    """60 are sold and 40 more are bought to use oneself, every month: 20 in money, and nothing stays on the shelf."""
    result = projected(plan_of(3, buys_to_qualify="always"), on="sales")
    assert by_month(result.inventory.qualifying) == nearly(0, 40, 40, 40)
    assert by_month(result.inventory.closing) == nearly(0, 0, 0, 0)
    assert line(result, "qualifying_purchases") == nearly(0, 20, 20, 20)
    assert line(result, "own_use") == nearly(0, 20, 20, 20)
    assert line(result, "commission_earned") == nearly(0, 0, 48, 48)
    assert line(result, "profit") == nearly(0, 30 - 20, 30 - 20 + 48, 30 - 20 + 48)


def test_who_keeps_no_stock_uses_them_up():
    """The company sends the 60 to the customer, which are points too; 40 more are bought to use oneself."""
    result = projected(plan_of(3, buys_to_qualify="always", ship_direct_share=1))
    assert by_month(result.inventory.purchased) == nearly(0, 0, 0, 0)
    assert by_month(result.inventory.qualifying) == nearly(0, 40, 40, 40)
    assert line(result, "own_use") == nearly(0, 20, 20, 20)
    assert line(result, "margin_earned") == nearly(0, 30, 30, 30)
    assert line(result, "closing_stock_value") == nearly(0, 0, 0, 0)


def test_pay_on_what_is_bought_to_qualify_counts_when_it_is_weighed():
    """50 own points are asked for; goods cost 30 %, so 50 points cost 15. From 50 points of the group the rate is 20 %.

    One recruit of month 1 buys for 40 a month from month 2. Having 50 points would bring 20 % of the recruit's 40, 8,
    and 20 % of one's own 50, 10: alone neither is more than 15, together they are.

    month  would bring  costs  bought  earned
    1      10           15     0       0
    2      8 + 10       15     0       0         10, as the month before, is less than 15
    3      8 + 10       15     50      18
    """
    plan = bare_plan(
        horizon_months=3,
        stock={"buys_to_qualify": "while_it_pays"},
        team={"recruits_a_month": (1, 0), "member_monthly_purchases": 40, "people_within_reach": EVERYBODY},
    )
    steps = ({"name": "20 %", "group_volume": 50, "rate": 0.2},)
    result = project(plan, invented_company(steps=((0, 0.3),), minimum=50, breakaway=False, ranks=steps))
    assert result.inventory.qualifying[:, 0].tolist() == nearly(0, 0, 0, 50)
    assert line(result, "commission_earned") == nearly(0, 0, 0, 18)
