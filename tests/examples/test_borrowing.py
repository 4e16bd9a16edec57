"""A loan, a card, and the month in which neither is enough."""

import pytest

from planner.projection.engine import project
from tests.examples.by_month import line, nearly
from tests.properties.situations import bare_plan, invented_company


def test_a_loan_of_5000():
    """5,000 at 22.25 % over 24 months: 260.01 a month, the first of them 5,000 * 22.25 % / 12 = 92.71 of interest.

    Drawing it and paying it back is no income and no cost, and only moves your balance: 2,000 + 5,000 at the start.
    """
    money = {"own_cash": 2000, "loan": 5000, "loan_annual_rate": 0.2225, "loan_months": 24}
    result = project(bare_plan(horizon_months=26, money_and_time=money), invented_company())
    interest, owed = line(result, "interest"), line(result, "loan_balance")
    payments = [interest[month] + owed[month - 1] - owed[month] for month in range(1, 27)]

    assert payments[:24] == pytest.approx([260.01] * 24, abs=0.005)
    assert payments[24:] == pytest.approx([0, 0], abs=1e-6)
    assert interest[:2] == pytest.approx([0, 92.71], abs=0.005)
    assert owed[:2] == pytest.approx([5000, 5000 - (260.01 - 92.71)], abs=0.005)
    assert owed[24] == pytest.approx(0, abs=1e-6)
    assert line(result, "net_cash_flow") == nearly(*(-amount for amount in interest))
    assert line(result, "cash_balance")[24] == pytest.approx(7000 - 24 * 260.01, abs=0.2)


def test_a_loan_without_interest():
    """1,200 over 12 months: 100 a month."""
    money = {"own_cash": 0, "loan": 1200, "loan_annual_rate": 0, "loan_months": 12}
    result = project(bare_plan(horizon_months=13, money_and_time=money), invented_company())
    assert line(result, "loan_balance") == nearly(*range(1200, -1, -100), 0)
    assert line(result, "cash_balance") == nearly(*range(1200, -1, -100), 0)
    assert line(result, "net_cash_flow") == nearly(*[0] * 14)


def test_money_runs_out():
    """100 of your own, 80 a month to pay, a card of at most 200 at 12 % a year, 1 % a month.

    month  interest           to pay   own money  on the card
    0      -                  0        100        0
    1      0                  80       20         0
    2      0                  80       0          60
    3      0.60               80.60    0          140.60
    4      1.406              81.406   -22.006    200, all of it: money has run out
    """
    plan = bare_plan(
        horizon_months=4,
        running_costs=[{"name": "Car", "amount": 80}],
        money_and_time={"own_cash": 100, "card_limit": 200, "card_annual_rate": 0.12},
    )
    result = project(plan, invented_company())
    assert line(result, "interest") == nearly(0, 0, 0, 0.6, 1.406)
    assert line(result, "card_balance") == nearly(0, 0, 60, 140.6, 200)
    assert line(result, "cash_balance") == nearly(100, 20, 0, 0, -22.006)
    assert line(result, "net_cash_flow") == nearly(0, -80, -80, -80.6, -81.406)


def test_a_card_is_paid_off_as_soon_as_there_is_money():
    """100 to pay in month 1 and nothing of your own; from month 2 on a customer brings 120 for goods of 60.

    month  interest  comes in  on the card           own money
    1      0         -100      100                   0
    2      1         59        100 - 59 = 41         0
    3      0.41      59.59     0                     59.59 - 41 = 18.59
    4      0         60        0                     78.59
    """
    plan = bare_plan(
        horizon_months=4,
        customers={"new_a_month": (0, 1, 0), "retail_per_order": 120},
        running_costs=[{"name": "Car", "amount": 100, "last_month": 1}],
        money_and_time={"own_cash": 0, "card_limit": 500, "card_annual_rate": 0.12},
    )
    result = project(plan, invented_company())
    assert line(result, "card_balance") == nearly(0, 100, 41, 0, 0)
    assert line(result, "cash_balance") == nearly(0, 0, 0, 18.59, 78.59)
