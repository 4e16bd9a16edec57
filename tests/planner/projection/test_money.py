"""Stock, prices, fees, running costs and late pay, each by hand."""

import pytest

from planner.projection.engine import project
from tests.properties.situations import bare_plan, invented_company


def line(result, name: str) -> list[float]:
    return result.statement.lines[name][:, 0].tolist()


def test_a_price_step_holds_from_the_month_after_its_points_were_bought():
    """Goods for 100 a month at shop price are 100 points: 200 points are bought by the end of month 2.

    So months 1 and 2 cost 75 % and month 3 and on 70 %.
    """
    plan = bare_plan(horizon_months=4, customers={"new_a_month": (1, 0), "retail_per_order": 100})
    result = project(plan, invented_company(steps=((0, 0.75), (200, 0.70))))
    assert line(result, "inventory_purchases") == pytest.approx([0, 75, 75, 70, 70])


def test_points_bought_at_the_start_count_for_the_price():
    """Opening stock of 150 buys 200 at shop price, which are 200 points, so that month 1 has the second step."""
    plan = bare_plan(
        horizon_months=3, stock={"opening_stock": 150}, customers={"new_a_month": (1, 0), "retail_per_order": 100}
    )
    result = project(plan, invented_company(steps=((0, 0.75), (200, 0.70))))
    assert line(result, "inventory_purchases") == pytest.approx([0, 0, 0, 70])  # two months are sold from the shelf


def test_points_that_rounding_alone_lacks_are_bought():
    """0.7 bought three times is 2.0999999999999996 to the computer, and 2.1 to the company."""
    plan = bare_plan(horizon_months=4, customers={"new_a_month": (1, 0), "retail_per_order": 0.7})
    result = project(plan, invented_company(steps=((0, 0.5), (2.1, 0.25))))
    assert line(result, "inventory_purchases")[4] == pytest.approx(0.7 * 0.25)


def test_what_is_sold_leaves_at_the_average_cost_of_the_shelf():
    """100 at shop price bought for 80; then 100 more for 60: a half of the 200 on the shelf, sold, cost 70."""
    plan = bare_plan(
        horizon_months=1,
        stock={"opening_stock": 80, "cover_months": 1},
        customers={"new_a_month": (1, 0), "retail_per_order": 100},
    )
    result = project(plan, invented_company(steps=((0, 0.8), (100, 0.6))))
    assert line(result, "inventory_purchases") == pytest.approx([0, 60])
    assert line(result, "cost_of_goods_sold") == pytest.approx([0, 70])
    assert result.statement.closing_stock_value[:, 0].tolist() == pytest.approx([80, 70])


def test_the_company_may_demand_more_stock_than_was_planned():
    planned, demanded = (
        project(bare_plan(stock={"opening_stock": money}), invented_company(demanded_stock=150)) for money in (200, 100)
    )
    assert (line(planned, "opening_stock")[0], line(demanded, "opening_stock")[0]) == (200, 150)


def test_stock_too_large_is_sold_before_anything_is_bought():
    """250 at shop price and 100 sold a month: 150 and 50 left, then 50 to buy, then 100."""
    plan = bare_plan(
        horizon_months=4, stock={"opening_stock": 125}, customers={"new_a_month": (1, 0), "retail_per_order": 100}
    )
    result = project(plan, invented_company(steps=((0, 0.5),)))
    assert result.inventory.closing[:, 0].tolist() == pytest.approx([250, 150, 50, 0, 0])
    assert result.inventory.purchased[:, 0].tolist() == pytest.approx([250, 0, 0, 50, 100])


def test_points_may_arise_on_sales():
    """500 bought at the start, 100 sold a month: no points at launch, 60 in each month."""
    plan = bare_plan(
        horizon_months=2, stock={"opening_stock": 250}, customers={"new_a_month": (1, 0), "retail_per_order": 100}
    )
    on_sales = project(plan, invented_company(points=60, on="sales"))
    on_purchases = project(plan, invented_company(points=60))
    assert on_sales.personal_volume[:, 0].tolist() == pytest.approx([0, 60, 60])
    assert on_purchases.personal_volume[:, 0].tolist() == pytest.approx([300, 0, 0])


def test_fees_are_paid_when_they_fall_due_and_spread_over_what_they_cover():
    """120 a year, first in month 13, when the first year is over; 5 a month for the website after three free months."""
    result = project(bare_plan(horizon_months=25), invented_company(renewal=120, website=5, free_months=3))
    paid = line(result, "company_fees")
    assert paid == [0, 0, 0, 0, *[5] * 9, 125, *[5] * 11, 125]
    assert result.statement.spread_fees[:, 0].tolist() == [0, 0, 0, 0, *[5] * 9, *[15] * 13]


def test_running_costs_return():
    """90 every quarter from month 2, 10 a month from month 4."""
    costs = [
        {"name": "Training", "amount": 90, "first_month": 2, "every_months": 3},
        {"name": "Car", "amount": 10, "first_month": 4},
    ]
    result = project(bare_plan(horizon_months=6, running_costs=costs), invented_company())
    assert line(result, "operating_expenses") == [0, 0, 90, 0, 10, 100, 10]
    assert result.statement.spread_expenses[:, 0].tolist() == [0, 0, 30, 30, 40, 40, 40]


@pytest.mark.parametrize("lag", [0, 1, 3, 99, None])
def test_pay_arrives_after_the_companys_time(lag):
    """Two recruits who buy for 100 each earn you 20 a month from month 2; one that does not say pays a month late."""
    team = {"recruits_a_month": (2, 0), "member_monthly_purchases": 100, "people_within_reach": 1e10}
    result = project(bare_plan(horizon_months=5, team=team), invented_company(rates=(0.1,), lag=lag))
    earned = [0, 0, 20, 20, 20, 20]
    late = 1 if lag is None else lag
    assert line(result, "commission_earned") == pytest.approx(earned)
    assert line(result, "commission_received") == pytest.approx(([0] * late + earned)[:6])


def test_a_company_in_another_currency():
    """A euro costs 10 kronor: a kit of 40 euro is 400, and goods for 1,000 kronor are 100 euro and so 20 points."""
    plan = bare_plan(
        currency="SEK",
        exchange_rates={"EUR": 10},
        horizon_months=1,
        customers={"new_a_month": 1, "retail_per_order": 1000},
    )
    ranks = ({"name": "3 %", "group_volume": 20, "rate": 0.03},)
    company = invented_company(kit=40, points=20, commissionable=67, currency="EUR", breakaway=True, ranks=ranks)
    result = project(plan, company)
    assert line(result, "starter_kit_fee")[0] == 400
    assert result.personal_volume[1, 0] == pytest.approx(20)
    assert line(result, "commission_earned")[1] == pytest.approx(1000 * 0.67 * 0.03)


def test_a_ramp_and_a_list_of_customers():
    """From 1 to 4 in four months: 1, 2, 3, 4, then 4. The last value of a list goes on."""
    company = invented_company()
    ramp = bare_plan(horizon_months=6, customers={"new_a_month": {"first": 1, "last": 4, "months": 4}})
    assert project(ramp, company).sales.new_customers[:, 0].tolist() == pytest.approx([0, 1, 2, 3, 4, 4, 4])
    listed = bare_plan(horizon_months=4, customers={"new_a_month": (5, 0, 2)})
    assert project(listed, company).sales.new_customers[:, 0].tolist() == [0, 5, 0, 2, 2]
