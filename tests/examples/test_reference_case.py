"""The reference case of the model's document, to the digit, from the plan all the way to the measures.

Flows of months 0 to 12: -6000, -800, -400, 200, 400, 500, 600, 700 five times, 2200. They are made so: 6,000 at the
start, 800 of running costs a month, and every order brings 200 for goods of 100, so 4 orders more bring 400 more.
"""

import pytest

from planner.analysis.measures.measure import measure
from planner.analysis.measures.rate_of_return import Status
from planner.projection.engine import project
from tests.properties.situations import bare_plan, invented_company

FLOWS = [-6000, -800, -400, 200, 400, 500, 600, 700, 700, 700, 700, 700, 2200]


@pytest.fixture(scope="module")
def case():
    orders = [(flow + 800) / 100 for flow in FLOWS[1:]]
    new_customers = [now - before for before, now in zip([0, *orders], orders, strict=False)]
    plan = bare_plan(
        horizon_months=12,
        getting_started={"items": [{"name": "All of it", "amount": 6000}], "contingency_share": 0},
        customers={"new_a_month": tuple(new_customers), "attrition": 0, "retail_per_order": 200},
        running_costs=[{"name": "Car", "amount": 800}],
        money_and_time={"annual_saving_rate": 0.10},
    )
    projection = project(plan, invented_company(steps=((0, 0.5),)))
    return projection, measure(plan, projection)


def test_the_flows_are_those_of_the_document(case):
    projection, _ = case
    assert projection.statement.net_cash_flow[:, 0].tolist() == pytest.approx(FLOWS)


def test_measures(case):
    _, measures = case
    assert measures.peak_funding_need == pytest.approx(7200)
    assert measures.peak_funding_month == 2
    assert measures.payback.month == 12
    assert measures.result == pytest.approx(200)
    assert measures.net_present_value == pytest.approx(-293.23, abs=0.005)
    assert measures.rate_of_return.status is Status.ONE
    assert measures.rate_of_return.annual == pytest.approx(0.0385, abs=0.00005)
    assert measures.return_on_money == pytest.approx(200 / 7200)


def test_a_month_pays_for_itself_long_before_the_money_is_back(case):
    """The first month of the flows that is not below zero, and none is after it, is month 3."""
    assert case[1].operating_break_even.month == 3
