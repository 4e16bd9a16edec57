"""Measures by hand: what a few flows come to, and what is said where there is no answer."""

from dataclasses import replace

import numpy as np
import pytest

from planner.analysis.measures.measure import Measures, measure, payback, time_cost
from planner.analysis.measures.milestones import Milestone
from planner.analysis.measures.rate_of_return import Status
from planner.analysis.measures.reasons import money_not_back
from planner.projection.engine import project
from planner.speech import Speech
from tests.properties.situations import bare_plan, invented_company

# Months 0 to 12 of the model's reference case.
REFERENCE = [-6000, -800, -400, 200, 400, 500, 600, 700, 700, 700, 700, 700, 2200]

# 3 hours a week are 3 * 52 / 12 = 13 hours a month.
THREE_HOURS = {"hours_a_week": 3, "reference_wage": 10}


def measured(flows: list[float], **money_and_time: float) -> Measures:
    """The measures of a plan with just these flows: at launch start-up costs, then sales and running costs."""
    plan = bare_plan(horizon_months=len(flows) - 1, money_and_time=money_and_time)
    projection = project(plan, invented_company())
    flow = np.array(flows, dtype=float)[:, None]
    trading = np.where(np.arange(len(flows))[:, None] > 0, flow, 0.0)
    costs = np.maximum(-trading, 0.0)
    lines = dict(projection.statement.lines) | {
        "startup_costs": trading - flow,  # a gain at launch is a negative cost, which no plan can state
        "revenue": np.maximum(trading, 0.0),
        "operating_expenses": costs,
    }
    cash = plan.money_and_time.own_cash + np.cumsum(flow, axis=0)
    statement = replace(projection.statement, lines=lines, spread_expenses=costs, cash_balance=cash)
    return measure(plan, replace(projection, statement=statement))


def said(milestone: Milestone) -> str:
    assert milestone.reason is not None
    return Speech("en", "USD", "2027-01").say(milestone.reason)


def test_the_reference_case_to_the_digit() -> None:
    measures = measured(REFERENCE, annual_saving_rate=0.10)
    assert measures.peak_funding_need == pytest.approx(7200)  # 6000 + 800 + 400
    assert measures.peak_funding_month == 2
    assert measures.payback == Milestone(12)  # -2000 after month 11, since -7200 + 1700 + 3500 = -2000
    assert measures.result == pytest.approx(200)
    assert round(measures.net_present_value, 2) == -293.23
    assert measures.rate_of_return.status is Status.ONE
    assert measures.rate_of_return.annual is not None
    assert round(measures.rate_of_return.annual * 100, 2) == 3.85
    assert measures.return_on_money == pytest.approx(1 / 36)  # 200 / 7200


def test_net_present_value_by_hand() -> None:
    # 21 % a year is 1.21 ** (1/12) a month, so six months are exactly 1.1: -100 + 110 / 1.1 = 0.
    assert measured([-100, 0, 0, 0, 0, 0, 110], annual_saving_rate=0.21).net_present_value == pytest.approx(0, abs=1e-9)
    assert measured([-100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 121], annual_saving_rate=0.21).net_present_value == (
        pytest.approx(0, abs=1e-9)
    )
    assert measured(REFERENCE, annual_saving_rate=0).net_present_value == pytest.approx(200)


@pytest.mark.parametrize(
    ("flows", "month", "lost"),
    [
        ([-100, 50, 50], 2, None),  # exactly zero is back
        ([-100, 60, 60, -50, 10, 30], 5, 2),  # -100 -40 20 -30 -20 10: back in month 2, lost, back for good in 5
        ([0, 10, -30, 5, 20], 4, None),  # 0 10 -20 -15 5: month 1 is not "back", nothing was out before month 2
        ([-0.3, 0.1, 0.1, 0.1], 3, None),  # comes to -5.6e-17 in floats, which is nothing
        ([-50, 200, -100, -49], 1, None),  # -50 150 50 1: falls, but stays above zero
    ],
)
def test_payback_stays(flows: list[float], month: int, lost: int | None) -> None:
    assert measured(flows).payback == Milestone(month, None, lost)


def test_nothing_to_pay_back() -> None:
    measures = measured([0, 10, 5])
    assert measures.payback.month is None
    assert "nothing to pay back" in said(measures.payback)
    assert measures.peak_funding_need == 0
    assert measures.return_on_money is None


@pytest.mark.parametrize(
    ("flows", "lost", "sentence"),
    [
        # -100 -40 20 -30: the pace is (-30 + 100) / 3 = 23.33 a month, and 30 / 23.33 is 2 months, begun ones counted.
        (
            [-100, 60, 60, -50],
            2,
            "30 USD is still missing at the end. At the pace of the last 3 months, it takes 2 months more.",
        ),
        ([-100, -10, -20], None, "The running total still falls by 15 USD a month, on average over the last 2 months."),
        ([-100, 0, 0], None, "100 USD is missing at the end, and the running total stands still."),
    ],
)
def test_money_not_back_says_why(flows: list[float], lost: int | None, sentence: str) -> None:
    milestone = measured(flows).payback
    assert (milestone.month, milestone.lost) == (None, lost)
    assert said(milestone).replace("\u00a0", " ") == sentence


def test_the_pace_looks_back_twelve_months_at_most() -> None:
    # After a fall of 1000 in month 1, twelve months of +10: 880 missing at +10 a month takes 88 months.
    assert money_not_back(np.cumsum([0, -1000, *[10] * 12])).parameters["more"].value == 88  # type: ignore[union-attr]


def test_payback_of_money_and_time() -> None:
    # 13 hours at 10 are 130 a month: -100, +180 and +180 become -100, +50 and +50, so month 2; money alone in month 1.
    measures = measured([-100, 180, 180], **THREE_HOURS)
    assert (measures.payback.month, measures.payback_with_time.month) == (1, 2)
    assert measures.hours == pytest.approx(26)
    assert measures.earnings_per_hour == pytest.approx(10)  # (-100 + 180 + 180) / 26 hours


def test_time_that_is_never_paid() -> None:
    measures = measured([-100, 180, 80, 80], **THREE_HOURS)  # with time -100 -50 -100 -150
    assert measures.payback_with_time.month is None
    # (-150 + 100) / 3 = -16.67 a month
    assert said(measures.payback_with_time).replace("\u00a0", " ") == (
        "With your hours paid, the running total still falls by 17 USD a month."
    )
    still = measured([-100, 130], **THREE_HOURS).payback_with_time  # 130 of wage for 130 of money
    assert "100\u00a0USD is missing at the end, and the running total stands still" in said(still)


def test_earnings_per_hour_may_be_negative_or_absent() -> None:
    assert measured([-100, 48], **THREE_HOURS).earnings_per_hour == pytest.approx(-4)  # -52 / 13
    assert measured([-100, 48], hours_a_week=0).earnings_per_hour is None
    assert time_cost(bare_plan(horizon_months=2, money_and_time=THREE_HOURS)).tolist() == pytest.approx([0, 130, 130])


def test_operating_break_even_stays_and_tells_of_a_first_touch() -> None:
    assert measured([-10, -5, 5, 0, 5]).operating_break_even == Milestone(2)
    assert measured([-10, 5, -5, 5, 5]).operating_break_even == Milestone(3, None, lost=1)
    never = measured([-10, 5, -5]).operating_break_even
    assert (never.month, never.lost) == (None, 1)


def test_operating_break_even_spreads_yearly_costs() -> None:
    # An order a month leaves 50. 120 a year is 10 a month, so every month pays for itself; 720 is 60, so none does.
    def plan_with(yearly: float):
        return bare_plan(
            horizon_months=24,
            customers={"new_a_month": (1, 0)},
            running_costs=[{"name": "Insurance", "amount": yearly, "every_months": 12}],
        )

    cheap, dear = plan_with(120), plan_with(720)
    company = invented_company(steps=((0, 0.5),))
    assert measure(cheap, project(cheap, company)).operating_break_even == Milestone(1)
    never = measure(dear, project(dear, company)).operating_break_even
    assert never.month is None
    assert said(never).replace("\u00a0", " ") == (
        "In the last month, running costs and fees are 60 USD, and sales and pay leave 10 USD too little."
    )


@pytest.mark.parametrize(
    ("monthly", "discount", "share", "orders"),
    [
        (105, 0.0, 0.60, 3),  # 100 less 60 leaves 40: 105 / 40 = 2.6
        (80, 0.0, 0.60, 2),  # exactly two
        (0, 0.0, 0.60, 0),  # nothing to cover
        (105, 0.30, 0.60, 11),  # 70 less 60 leaves 10: 10.5
        (105, 0.40, 0.60, None),  # leaves nothing
        (105, 0.83, 0.17, None),  # nothing either, though 1 - 0.83 - 0.17 is 2.8e-17 in floats
        (105, 0.50, 0.60, None),  # loses 10
    ],
)
def test_break_even_orders(monthly: float, discount: float, share: float, orders: int | None) -> None:
    plan = bare_plan(
        horizon_months=2,
        customers={"new_a_month": (4, 0), "discount": discount},
        running_costs=[{"name": "Car", "amount": monthly}] if monthly else [],
    )
    measures = measure(plan, project(plan, invented_company(steps=((0, share),))))
    assert measures.break_even_orders == orders
    assert measures.planned_orders == pytest.approx(4)
    assert measures.margin_of_safety == (None if orders is None else pytest.approx((4 - orders) / 4))


def test_fees_count_among_the_fixed_costs() -> None:
    # Website 5 a month and, from month 13, a renewal of 24 spread as 2 a month: (13 * 5 + 2) / 13 in 13 months.
    plan = bare_plan(horizon_months=13, customers={"new_a_month": (1, 0)})
    measures = measure(plan, project(plan, invented_company(website=5, renewal=24)))
    assert measures.fixed_costs_a_month == pytest.approx(67 / 13)


def test_money_runs_out_in_the_first_month_that_own_cash_does_not_cover() -> None:
    flows = [-60, -40, -10, 50]  # -60 -100 -110 -60
    assert measured(flows, own_cash=100).money_runs_out == 2
    assert measured(flows, own_cash=110).money_runs_out is None
    assert measured(flows, own_cash=0).money_runs_out == 0


def test_nothing_sold_and_nothing_paid_is_the_reason() -> None:
    plan = bare_plan(horizon_months=3, running_costs=[{"name": "Car", "amount": 10}])
    assert "Nothing is sold" in said(measure(plan, project(plan, invented_company())).operating_break_even)


def test_an_order_that_leaves_nothing_is_the_reason() -> None:
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": (1, 0), "discount": 0.83},
        running_costs=[{"name": "Car", "amount": 10}],
    )
    company = invented_company(steps=((0, 0.17),))
    assert "leaves nothing" in said(measure(plan, project(plan, company)).operating_break_even)


def test_payback_takes_a_running_total_of_any_length() -> None:
    assert payback(np.array([-1.0, 1.0]), np.array([-1.0, 1.0]), money_not_back) == Milestone(1)


def test_without_a_reference_wage_time_has_no_price() -> None:
    assert time_cost(bare_plan(money_and_time={"hours_a_week": 3, "reference_wage": None})) is None
    measures = measured([-100, 130], hours_a_week=3, reference_wage=None)
    assert measures.payback_with_time is None
    assert measures.earnings_per_hour == pytest.approx(30 / 13)  # what an hour earns needs no wage
