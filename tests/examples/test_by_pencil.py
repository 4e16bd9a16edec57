"""Three situations that anyone can check with a pencil: no team, one recruit, and a stairstep with two legs."""

from planner.projection.engine import project
from tests.examples.by_month import EVERYBODY, line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_selling_alone():
    """Two new customers a month, half of them stop each month, one order of 40 each, 10 % off; goods cost you 60 %.

    You keep one month ahead on the shelf. At the start: kit 50, other things 100 and 10 % on top of these, and goods
    for 60, which is 60 / 0.6 = 100 at shop price. The website costs 5 from month 2, the telephone 20 from month 1.

    month  customers  orders at  on the shelf,   to buy          you pay   customers pay   fees and   net
                      shop price both months                     60 %      90 %            telephone
    1      2          80         80 + 120 = 200  200 - 100 = 100 60        72              20         -8
    2      1 + 2      120        120 + 140       260 - 120 = 140 84        108             25         -1
    3      1.5 + 2    140        140 + 150       290 - 140 = 150 90        126             25         11

    Profit counts the goods when they are sold: 72 - 48 - 20, 108 - 72 - 25, 126 - 84 - 25; at launch all but the goods.
    """
    plan = bare_plan(
        horizon_months=3,
        getting_started={"items": [{"name": "Samples", "amount": 100}], "contingency_share": 0.1},
        stock={"opening_stock": 60, "cover_months": 1},
        customers={"new_a_month": 2, "attrition": 0.5, "retail_per_order": 40, "discount": 0.1},
        running_costs=[{"name": "Telephone", "amount": 20}],
    )
    result = project(plan, invented_company(kit=50, steps=((0, 0.6),), website=5, free_months=1))

    assert result.sales.closing_customers[:, 0].tolist() == [0, 2, 3, 3.5]
    assert line(result, "revenue") == nearly(0, 72, 108, 126)
    assert line(result, "inventory_purchases") == nearly(0, 60, 84, 90)
    assert line(result, "company_fees") == [0, 0, 5, 5]
    assert line(result, "net_cash_flow") == nearly(-(50 + 100 + 10 + 60), -8, -1, 11)
    assert line(result, "cumulative_cash_flow") == nearly(-220, -228, -229, -218)
    assert line(result, "profit") == nearly(-160, 4, 11, 17)
    # What is left on the shelf, 150 at shop price, cost 90: -160 + 4 + 11 + 17 = -128 = -218 + 90.
    assert line(result, "closing_stock_value") == nearly(60, 72, 84, 90)


def test_one_recruit():
    """One person joins in month 1, buys for 100 a month from month 2 and recruits half a person a month.

    The company pays 10 % and 5 % on two levels, on 80 of every 100 at shop price, a month late, to those who buy 50
    points; your one customer orders for 60 every month, which is 60 points and costs you 30.

    month  level 1  level 2 at the start  earned                           received
    1      0        0                     0                                0
    2      1        0                     100 * 80 % * 10 % = 8            0
    3      1        0.5                   8 + 50 * 80 % * 5 % = 8 + 2      8
    4      1        0.5 + 0.5             8 + 100 * 80 % * 5 % = 8 + 4     10
    """
    plan = bare_plan(
        horizon_months=4,
        customers={"new_a_month": (1, 0), "retail_per_order": 60},
        team={
            "recruits_a_month": (1, 0),
            "duplication": 0.5,
            "member_monthly_purchases": 100,
            "people_within_reach": EVERYBODY,
        },
    )
    result = project(plan, invented_company(rates=(0.10, 0.05), commissionable=80, minimum=50))

    assert line(result, "commission_earned") == nearly(0, 0, 8, 10, 12)
    assert line(result, "commission_received") == nearly(0, 0, 0, 8, 10)
    assert line(result, "net_cash_flow") == nearly(0, 30, 30, 38, 40)
    assert line(result, "profit") == nearly(0, 30, 38, 40, 42)
    assert line(result, "commission_receivable") == nearly(0, 0, 8, 10, 12)


def test_a_stairstep_with_two_legs():
    """Two people join in month 1; each buys 310 a month; everybody below recruits one a month, so that legs double.

    Points are money here. From 200 points a group has 3 %, from 600 6 %, from 1,200 9 %, from 2,400 12 %. You buy 200.

    month  a leg            you and both legs       own 200    the legs
    1      -                200: 3 %                6          -
    2      310: 3 %         200 + 620 = 820: 6 %    12         620 * (6 % - 3 %) = 18.60
    3      620: 6 %         200 + 1,240: 9 %        18         1,240 * (9 % - 6 %) = 37.20
    4      1,240: 9 %       200 + 2,480: 12 %       24         2,480 * (12 % - 9 %) = 74.40
    """
    steps = ((200, 0.03), (600, 0.06), (1200, 0.09), (2400, 0.12))
    ranks = tuple({"name": f"{rate:.0%}", "group_volume": low, "rate": rate} for low, rate in steps)
    plan = bare_plan(
        horizon_months=4,
        customers={"new_a_month": (1, 0), "retail_per_order": 200},
        team={
            "recruits_a_month": (2, 0),
            "duplication": 1,
            "member_monthly_purchases": 310,
            "people_within_reach": EVERYBODY,
        },
    )
    result = project(plan, invented_company(breakaway=True, ranks=ranks))

    assert result.group_volume[:, 0].tolist() == nearly(0, 200, 820, 1440, 2680)
    assert result.paid_as_rank[:, 0].tolist() == [0, 1, 2, 3, 4]
    assert result.commission_on_own[:, 0].tolist() == nearly(0, 6, 12, 18, 24)
    assert result.commission_on_team[:, 0].tolist() == nearly(0, 0, 18.6, 37.2, 74.4)
    assert line(result, "commission_earned") == nearly(0, 6, 30.6, 55.2, 98.4)


def test_a_yearly_bill_that_ends_early_and_one_that_never_comes():
    """120 a year from month 1, nothing after month 3: paid once, and 40 for each of the months 1 to 3 that it covers.

    Another of 90 would come in month 10, and the plan ends in month 6.
    """
    costs = [
        {"name": "Licence", "amount": 120, "first_month": 1, "every_months": 12, "last_month": 3},
        {"name": "Later", "amount": 90, "first_month": 10},
    ]
    result = project(bare_plan(horizon_months=6, running_costs=costs), invented_company())
    assert line(result, "operating_expenses") == nearly(0, 120, 0, 0, 0, 0, 0)
    assert line(result, "spread_expenses") == nearly(0, 40, 40, 40, 0, 0, 0)
