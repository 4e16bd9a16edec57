"""From shelf price to pocket, by hand."""

import pytest

from planner.analysis.metrics import measure
from planner.analysis.price_steps import PriceSteps, price_steps
from planner.inputs.company import Company
from planner.inputs.plan import Plan
from planner.projection.engine import project
from tests.properties.situations import bare_plan, invented_company

# 4 customers from month 1 on, one order of 100 each with 10 % off; costs of 40 a month; 3 * 52 / 12 = 13 hours a month.
FOUR_ORDERS = {
    "horizon_months": 6,
    "customers": {"new_a_month": (4, 0), "retail_per_order": 100, "discount": 0.1},
    "running_costs": [{"name": "Telephone", "amount": 40}],
    "money_and_time": {"hours_a_week": 3},
}

# Goods for 60 of 100; a website for 20 a month; 10 % of 80 of every 100 bought, from 100 points on.
TEN_PER_CENT = {
    "steps": ((0, 0.6),),
    "website": 20,
    "commissionable": 80,
    "breakaway": False,
    "ranks": ({"name": "One", "group_volume": 100, "rate": 0.1},),
}


def steps_of(plan: Plan, company: Company) -> PriceSteps:
    projection = project(plan, company)
    return price_steps(plan, projection, measure(plan, projection))


def test_every_step_of_an_order() -> None:
    found = steps_of(bare_plan(**FOUR_ORDERS), invented_company(**TEN_PER_CENT))
    assert {step.name: step.amount for step in found.steps} == pytest.approx(
        {
            "shelf_price": 100,
            "discount": -10,
            "goods": -60,
            "contribution": 30,
            "own_pay": 8,  # 400 bought * 80 % * 10 % = 32, over 4 orders
            "fixed_costs": -15,  # (40 + 20) / 4
            "pocket": 23,  # 30 + 8 - 15
        }
    )
    assert found.hours_per_order == pytest.approx(3.25)  # 13 / 4
    assert found.earnings_per_hour == pytest.approx(23 / 3.25)


def test_each_result_is_the_sum_of_the_steps_before_it() -> None:
    found = steps_of(bare_plan(**FOUR_ORDERS), invented_company(**TEN_PER_CENT))
    running = 0.0
    for step in found.steps:
        if step.result:
            assert step.amount == pytest.approx(running)
        else:
            running += step.amount
    assert [step.name for step in found.steps if step.result] == ["contribution", "pocket"]


def test_without_orders_the_steps_end_with_what_an_order_leaves() -> None:
    nobody = FOUR_ORDERS | {"customers": {"new_a_month": 0, "retail_per_order": 100, "discount": 0.1}}
    found = steps_of(bare_plan(**nobody), invented_company(**TEN_PER_CENT))
    assert [step.name for step in found.steps] == ["shelf_price", "discount", "goods", "contribution"]
    assert (found.hours_per_order, found.earnings_per_hour) == (None, None)


def test_without_hours_an_order_has_no_hourly_pay() -> None:
    idle = FOUR_ORDERS | {"money_and_time": {"hours_a_week": 0}}
    found = steps_of(bare_plan(**idle), invented_company(**TEN_PER_CENT))
    assert (found.hours_per_order, found.earnings_per_hour) == (None, None)
    assert found.steps[-1].amount == pytest.approx(23)
