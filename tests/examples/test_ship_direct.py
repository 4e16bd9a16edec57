"""Orders that the company sends to the customer: no goods, no revenue, and a margin that comes with the pay."""

import pytest

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company

CUSTOMERS = {"new_a_month": (1, 0), "retail_per_order": 200, "discount": 0.05, "refund_share": 0.1}
CUSTOMERS |= {"returned_to_shelf": 0, "cost_per_order": 10}


def test_three_in_ten():
    """One order of 200 a month, 5 % off, a tenth refunded the month after; goods cost you 60 %. An order costs you 10.

    month  sent by the company: 60     received a month late  from your shelf: 140        goods, 60 %  0.7 orders
    1      60 * (1 - 5 % - 60 %) = 21  0                      140 * 95 % = 133            84           7
    2      21 - 2.10 = 18.90           21                     133, less 13.30 refunded    84           7
    3      18.90                       18.90                  133, less 13.30             84           7
    """
    plan = bare_plan(horizon_months=3, stock={"ship_direct_share": 0.3}, customers=CUSTOMERS)
    result = project(plan, invented_company(steps=((0, 0.6),)))

    assert line(result, "revenue") == nearly(0, 133, 133, 133)
    assert line(result, "refunds") == nearly(0, 0, 13.3, 13.3)
    assert line(result, "inventory_purchases") == nearly(0, 84, 84, 84)
    assert line(result, "delivery_costs") == nearly(0, 7, 7, 7)
    assert line(result, "margin_earned") == nearly(0, 21, 18.9, 18.9)
    assert line(result, "margin_received") == nearly(0, 0, 21, 18.9)
    assert line(result, "margin_receivable") == nearly(0, 21, 18.9, 18.9)
    assert line(result, "net_cash_flow") == nearly(0, 133 - 84 - 7, 133 - 13.3 - 84 - 7 + 21, 133 - 13.3 - 91 + 18.9)
    assert result.personal_volume[:, 0].tolist() == nearly(0, 200, 200, 200)


@pytest.mark.parametrize("on", ["purchases", "sales"])
def test_all_of_them(on):
    """No goods and no revenue: 200 * 35 % = 70, less a tenth of it the month after. All of it is points either way."""
    plan = bare_plan(horizon_months=3, stock={"ship_direct_share": 1, "cover_months": 3}, customers=CUSTOMERS)
    result = project(plan, invented_company(steps=((0, 0.6),), on=on))
    assert line(result, "margin_earned") == nearly(0, 70, 63, 63)
    assert line(result, "net_cash_flow") == nearly(0, 0, 70, 63)
    assert by_month(result.inventory.purchased) == nearly(0, 0, 0, 0)
    assert line(result, "delivery_costs") == nearly(0, 0, 0, 0)
    assert result.personal_volume[:, 0].tolist() == nearly(0, 200, 200, 200)
