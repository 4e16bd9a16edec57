"""VAT of 25 % is a fifth of the price that holds it. Month 0 is January 2027; quarters are those of the calendar.

One customer orders for 400 a month; goods cost half, 200, of which 40 is VAT once you are registered.
"""

from typing import Any

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


def with_vat(months: int, *, tax: dict[str, Any], customers: dict[str, Any] | None = None, **groups: Any):
    plan = bare_plan(
        **{"start_month": "2027-01", **groups},
        horizon_months=months,
        customers={"new_a_month": (1, 0), "retail_per_order": 400, **(customers or {})},
        tax={"vat_rate": 0.25, "vat_rate_on_costs": 0.25, **tax},
    )
    return project(plan, invented_company())


PAST_1000 = {"vat_registered": "past_threshold", "vat_threshold": 1000}


def test_past_the_threshold_and_by_the_quarter():
    """Sales of the year pass 1,000 in month 3, April: 1,200. Registered from May, month 4. A telephone of 50 holds 10.

    month    calendar   in sales  in goods  in the telephone  owed for it  settled                           owed
    1 to 3   Feb - Apr  -         -         -                 0                                              0
    4        May        80        40        10                30                                             30
    5        June       80        40        10                30                                             60
    6        July       80        40        10                30                                             90
    7        August     80        40        10                30           60 of April to June, 2 months on  60
    8, 9     Sep, Oct   80        40        10                30                                             90, 120
    10       November   80        40        10                30           90 of July to September           60
    """
    result = with_vat(10, tax=PAST_1000, running_costs=[{"name": "Telephone", "amount": 50}])
    assert line(result, "vat_on_sales") == nearly(0, 0, 0, 0, *[80] * 7)
    assert line(result, "vat_on_costs") == nearly(0, 0, 0, 0, *[10] * 7)
    assert line(result, "vat_paid") == nearly(*[0] * 7, 60, 0, 0, 90)
    assert line(result, "vat_owed") == nearly(0, 0, 0, 0, 30, 60, 90, 60, 90, 120, 60)
    assert line(result, "cost_of_goods_sold") == nearly(0, 200, 200, 200, *[160] * 7)
    assert line(result, "net_cash_flow") == nearly(0, *[150] * 6, 150 - 60, 150, 150, 150 - 90)
    # Before: 400 - 200 - 50. After: 400 - 80 of sales, 160 of goods, 50 - 10 of the telephone.
    assert line(result, "profit") == nearly(0, *[150] * 3, *[120] * 7)


def test_sales_that_only_reach_the_threshold_have_not_passed_it():
    """400, 800, 1,200 against 1,200; month 4 brings 1,600 and registration in month 5."""
    result = with_vat(5, tax={**PAST_1000, "vat_threshold": 1200})
    assert line(result, "vat_on_sales") == nearly(0, 0, 0, 0, 0, 80)


def test_a_new_year_counts_from_nothing():
    """You join in October: 400 and 800 by December do not count in the new year: 400, 800, 1,200 in March, month 5."""
    result = with_vat(6, tax=PAST_1000, start_month="2026-10")
    assert line(result, "vat_on_sales") == nearly(0, 0, 0, 0, 0, 0, 80)


def test_refunds_of_what_was_sold_before_hold_no_vat():
    """A tenth comes back: 400, 760, 1,120 in the year, so registered from month 4. Its refund is of month 3.

    month 4: 400 / 5 = 80; month 5: (400 - 40) / 5 = 72.
    """
    result = with_vat(5, tax=PAST_1000, customers={"refund_share": 0.1, "returned_to_shelf": 0})
    assert line(result, "vat_on_sales") == nearly(0, 0, 0, 0, 80, 72)


def test_from_the_start_the_first_goods_bring_vat_back():
    """Goods for 250 at the start: 200 on the shelf, and 50 that the state owes you, paid back two months after March.

    Nobody buys. A kit of 100 and other things for 25 hold another 20 and 5.
    """
    plan = bare_plan(
        start_month="2027-01",
        horizon_months=5,
        getting_started={"items": [{"name": "Samples", "amount": 25}]},
        stock={"opening_stock": 250},
        tax={"vat_registered": "from_start", "vat_rate": 0.25, "vat_rate_on_costs": 0.25},
    )
    result = project(plan, invented_company(kit=100))
    assert line(result, "closing_stock_value") == nearly(*[200] * 6)
    assert line(result, "vat_on_costs") == nearly(25, 0, 0, 0, 0, 0)
    assert line(result, "vat_owed") == nearly(-75, -75, -75, -75, 0, 0)
    assert line(result, "vat_refunded") == nearly(0, 0, 0, 0, 75, 0)
    assert line(result, "net_cash_flow") == nearly(-375, 0, 0, 0, 75, 0)
    assert line(result, "profit") == nearly(-100, 0, 0, 0, 0, 0)


def test_goods_already_on_the_shelf_keep_their_vat():
    """500 at shop price at the start, for 250. Month 1 sells 400 of them and passes 300: registered from month 2.

    Month 2 sells the 100 left, which cost 50, and 300 more for 150, of which 30 is VAT: 50 + 120 = 170.
    Owed for month 2: 80 - 30 = 50.
    """
    result = with_vat(2, tax={**PAST_1000, "vat_threshold": 300}, stock={"opening_stock": 250})
    assert by_month(result.inventory.purchased) == nearly(500, 0, 300)
    assert line(result, "cost_of_goods_sold") == nearly(0, 200, 170)
    assert line(result, "vat_owed") == nearly(0, 0, 50)
    assert line(result, "profit") == nearly(0, 200, 400 - 80 - 170)


def test_sales_of_the_years_before_count_too():
    """1,001 in one of the two years before: registered from the start. 1,000 has not passed it: from month 4."""
    result = with_vat(4, tax={**PAST_1000, "vat_sales_before": 1001})
    assert line(result, "vat_on_sales") == nearly(0, 80, 80, 80, 80)
    result = with_vat(4, tax={**PAST_1000, "vat_sales_before": 1000})
    assert line(result, "vat_on_sales") == nearly(0, 0, 0, 0, 80)


def test_food_in_sweden_has_a_lower_rate_until_the_end_of_2027():
    """6 % of the price without it is 400 / 1.06 * 0.06 = 22.64 until December 2027, month 11; then 400 / 1.12 * 0.12.

    What is refunded in January takes back the VAT of December: 42.86 - 40 / 1.06 * 0.06 = 40.59.
    """
    tax = {"rules": "sweden-sole-trader-2026", "vat_registered": "from_start", "vat_goods": "food", "vat_rate": None}
    result = with_vat(13, tax=tax, currency="SEK", exchange_rates={"USD": 1})
    assert line(result, "vat_on_sales") == nearly(0, *[24 / 1.06] * 11, *[48 / 1.12] * 2)
    # Goods for 200 hold it too, and come in for what is left.
    assert line(result, "cost_of_goods_sold") == nearly(0, *[200 / 1.06] * 11, *[200 / 1.12] * 2)
    customers = {"refund_share": 0.1, "returned_to_shelf": 0}
    refunded = with_vat(13, tax=tax, customers=customers, currency="SEK", exchange_rates={"USD": 1})
    assert line(refunded, "vat_on_sales")[12:13] == nearly(48 / 1.12 - 2.4 / 1.06)
    # Of March 2026 and before it is 12 %.
    early = with_vat(3, tax=tax, start_month="2026-01", currency="SEK", exchange_rates={"USD": 1})
    assert line(early, "vat_on_sales") == nearly(0, 48 / 1.12, 48 / 1.12, 24 / 1.06)
