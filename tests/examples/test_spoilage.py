"""Goods past their shelf life, the oldest first, and goods that break: gone, and paid for."""

import pytest

from planner.analysis.case import Case
from planner.analysis.measures.quitting import quitting
from planner.inputs.faults import checked
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, figure, invented_company


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


def test_a_season_ends_every_year_and_a_line_is_dropped_once():
    """100 at shop price that nobody buys, for 50, a plan that starts in October 2027, so that month 3 is January.

    A fifth goes when January begins: 20 of 100 in month 3 and 16 of 80 in month 15, 10 and 8 in money. A line that is
    dropped in the plan's second year goes in month 15 alone, and in its first year in month 3 alone; every six months
    it is 20 in month 3, 16 of 80 in month 9 and 12.80 of 64 in month 15.
    """

    def gone(**row: str) -> dict[int, float]:
        stated = {"opening_stock": 50, "out_of_season": [{"name": "Season", "share": 0.2} | row]}
        result = project(bare_plan(start_month="2027-10", horizon_months=16, stock=stated), invented_company())
        assert line(result, "spoilage") == nearly(*(each / 2 for each in by_month(result.inventory.spoiled)))
        assert sum(line(result, "net_cash_flow")) == pytest.approx(-50)
        assert by_month(result.inventory.closing)[-1] == pytest.approx(100 - sum(by_month(result.inventory.spoiled)))
        return {month: round(goods, 9) for month, goods in enumerate(by_month(result.inventory.spoiled)) if goods}

    assert gone() == {3: 20, 15: 16}
    assert gone(every="in_second_year") == {15: 20}
    assert gone(every="in_first_year") == {3: 20}
    assert gone(every="half_yearly") == {3: 20, 9: 16, 15: 12.8}
    assert gone(every="half_yearly", month="july") == {3: 20, 9: 16, 15: 12.8}
    assert list(gone(every="quarterly")) == [3, 6, 9, 12, 15]
    assert gone(month="october") == {12: 20}  # the month of joining is the launch: nothing is on the shelf yet


def test_a_season_and_a_line_that_is_dropped_have_shares_of_their_own():
    """100 at shop price for 50, from October 2027: month 3 is January, month 6 April.

    Of what is there in January a fifth is of Christmas; a line that is 30 % of it is dropped in the first January. So
    20 + 30 of 100 go in month 3, and a quarter of the 50 that are left, 12.50, with the spring catalogue in month 6.
    In the next January only Christmas goes: a fifth of 37.50, 7.50 in month 15, and in month 18 a quarter of 30.
    """
    rows = [
        {"name": "Christmas", "share": 0.2},
        {"name": "A line that is dropped", "share": 0.3, "every": "in_first_year"},
        {"name": "Spring catalogue", "share": 0.25, "month": "april"},
    ]
    stock = {"opening_stock": 50, "out_of_season": rows}
    result = project(bare_plan(start_month="2027-10", horizon_months=18, stock=stock), invented_company())
    gone = {month: goods for month, goods in enumerate(by_month(result.inventory.spoiled)) if goods}
    assert gone == pytest.approx({3: 50, 6: 12.5, 15: 7.5, 18: 7.5})
    assert line(result, "spoilage") == nearly(*(goods / 2 for goods in by_month(result.inventory.spoiled)))


def test_rows_that_take_more_than_all_goods_of_a_month_are_refused():
    """60 % each January and 50 % in one of them; in July the 60 % come half a year later, and take nothing more."""
    rows = [{"name": "a", "share": 0.6}, {"name": "b", "share": 0.5, "every": "in_second_year"}]
    _plan, [fault] = checked(Plan, {"stock": {"out_of_season": rows}})
    assert (fault.path, fault.found) == ("stock.out_of_season[2]", "1.1")
    apart = [rows[0], rows[1] | {"month": "july"}]
    assert checked(Plan, {"stock": {"out_of_season": apart}})[1] == ()
    assert checked(Plan, {"stock": {"out_of_season": [apart[0] | {"every": "half_yearly"}, apart[1]]}})[1]


def test_a_tenth_of_what_a_season_leaves_breaks():
    """100 at shop price, half of it out of season in month 1: 50 go, and a tenth of the other 50 breaks: 55."""
    stock = {
        "opening_stock": 50,
        "spoilage_share": 0.1,
        "out_of_season": [{"name": "x", "share": 0.5, "month": "november"}],
    }
    result = project(bare_plan(start_month="2027-10", horizon_months=2, stock=stock), invented_company())
    assert by_month(result.inventory.spoiled) == nearly(0, 55, 4.5)


def test_goods_out_of_season_cannot_be_given_back():
    """100 at shop price for 50, four fifths out of season in month 1: 10 at cost are left, of which 9 come back.

    The company takes goods of the last twelve months back at 90 %, without freight: 45 at launch, 9 in month 1.
    """
    gone = {"name": "Autumn", "share": 0.8, "month": "november"}
    stock = {"opening_stock": 50, "out_of_season": [gone], "marketable_share": 1, "return_freight_share": 0}
    plan = bare_plan(start_month="2027-10", horizon_months=1, stock=stock)
    company = invented_company()
    data = company.model_dump(mode="json")
    data["buy_back"] |= {"share": figure(0.9, "share"), "window_months": figure(12, "months")}
    assert quitting(Case.of(plan, type(company).model_validate(data))).exit_value.tolist() == nearly(45, 9)
