"""A mix of products averages into an order: its price, what you pay of it, and its points."""

from planner.projection.engine import project
from tests.examples.by_month import by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_tea_on_the_company_terms_and_a_cream_on_its_own():
    """An order holds two teas of 20 and a cream of 60: 100, whatever is stated as the price of an order.

    Tea costs you what the company says, first 60 %, from 50 points on 50 %; it gives 50 points per 100. Cream costs you
    40 % and gives 30 points.

    month  tea, 40 of the order  cream, 60        an order costs  points
    1      40 * 60 % = 24        60 * 40 % = 24   48              20 + 30 = 50
    2      40 * 50 % = 20        24               44              50
    """
    plan = bare_plan(
        horizon_months=2,
        customers={
            "new_a_month": (1, 0),
            "retail_per_order": 999,
            "products": [
                {"name": "Tea", "retail_price": 20, "per_order": 2},
                {"name": "Cream", "retail_price": 60, "wholesale_share": 0.4, "points": 30},
            ],
        },
    )
    result = project(plan, invented_company(steps=((0, 0.6), (50, 0.5)), points=50))

    assert by_month(result.sales.demand) == nearly(0, 100, 100)
    assert line(result, "revenue") == nearly(0, 100, 100)
    assert by_month(result.wholesale_share) == nearly(0.48, 0.48, 0.44)
    assert line(result, "inventory_purchases") == nearly(0, 48, 44)
    assert result.personal_volume[:, 0].tolist() == nearly(0, 50, 50)


def test_products_without_terms_of_their_own_change_nothing_but_the_price():
    """Half an order of 30 and one of 45: 60 an order, on the company's terms."""
    products = [{"name": "a", "retail_price": 30, "per_order": 0.5}, {"name": "b", "retail_price": 45}]
    plan = bare_plan(horizon_months=1, customers={"new_a_month": 1, "products": products})
    result = project(plan, invented_company(steps=((0, 0.6),), points=50))
    assert line(result, "revenue") == nearly(0, 60)
    assert line(result, "inventory_purchases") == nearly(0, 36)
    assert result.personal_volume[:, 0].tolist() == nearly(0, 30)


def test_products_that_give_no_points_cannot_be_bought_for_them():
    """Three products with 0 points each: an order gives none, and no amount of goods makes up the 100 demanded."""
    products = [
        {"name": "a", "retail_price": 12.4, "points": 0},
        {"name": "b", "retail_price": 61.7, "points": 0, "per_order": 0.4},
        {"name": "c", "retail_price": 10, "points": 0, "per_order": 3},
    ]
    plan = bare_plan(
        horizon_months=2,
        stock={"buys_to_qualify": "always"},
        customers={"new_a_month": 1, "products": products},
    )
    result = project(plan, invented_company(minimum=100))
    assert by_month(result.inventory.qualifying) == nearly(0, 0, 0)
    assert result.personal_volume[:, 0].tolist() == nearly(0, 0, 0)
