"""The result: cash, and pay and margin still to come, less refunds still to come and tax and VAT owed on all of it."""

from typing import Any

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.analysis.measures.measure import measure
from planner.analysis.measures.quitting import quitting
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from tests.examples.by_month import line, nearly
from tests.properties.situations import bare_plan, invented_company

PAID_ON_OWN = ({"name": "all", "group_volume": 1, "rate": 0.1},)
COMPANY_SENDS = {"ship_direct_share": 1}


def result_by_month(plan: Plan, company: Company) -> list[float]:
    return line(project(plan, company), "result")


def test_margin_that_comes_a_month_after_the_end():
    """A booth for 200 sells books for 950, which the company sends: 30 % is 285, paid next month. 285 - 200 = 85.

    Three hours a week are 13 in the month: 6.54 an hour. Nothing more comes in the month after, so the money that was
    out, 200, is on its way and not back.
    """
    plan = bare_plan(
        horizon_months=1,
        stock=COMPANY_SENDS,
        customers={"new_a_month": 1, "retail_per_order": 950},
        running_costs=[{"name": "Booth", "amount": 200}],
        money_and_time={"hours_a_week": 3},
    )
    company = invented_company(steps=((0, 0.7),))
    projection = project(plan, company)
    found = measure(plan, projection)
    assert line(projection, "cumulative_cash_flow") == nearly(0, -200)
    assert line(projection, "result") == nearly(0, 85)
    assert (found.result, found.earnings_per_hour) == pytest.approx((85, 85 / 13))
    assert found.peak_funding_need == pytest.approx(200)
    assert found.return_on_money == pytest.approx(85 / 200)
    assert found.payback.month is None
    assert found.on_its_way
    assert found.left_a_month == pytest.approx(85)


def test_refunds_still_to_come_are_taken_off():
    """90 of sales, a fifth refunded a month later: 18. Goods cost 50, of which what comes back is on the shelf.

    month  cash       so far  refunds to come  result
    1      90 - 50    40      18               22
    2      27         67      18               49
    """
    plan = bare_plan(
        horizon_months=2,
        customers={"new_a_month": (1, 0), "discount": 0.1, "refund_share": 0.2, "returned_to_shelf": 0.5},
    )
    assert result_by_month(plan, invented_company()) == nearly(0, 22, 49)


def test_refunds_of_what_the_company_sends_take_margin_back():
    """Margin of 100 * (1 - 10 % - 50 %) = 40, less a fifth of it the month after: 8. Both come a month late.

    month  earned  result so far
    1      40      40 - 8 = 32
    2      32      72 - 8 = 64
    """
    plan = bare_plan(
        horizon_months=2,
        stock=COMPANY_SENDS,
        customers={"new_a_month": (1, 0), "discount": 0.1, "refund_share": 0.2},
    )
    assert result_by_month(plan, invented_company()) == nearly(0, 32, 64)


def test_tax_and_vat_on_all_of_it():
    """One order of 400 at 25 % VAT, goods 200, a tenth refunded a month later, all of that back on the shelf; 30 % tax.

    cash       400 - 200 = 200
    VAT owed   80 - 40 = 40
    refund     40, of which 8 is VAT: 32 to come
    tax owed   30 % of 320 - 160 = 160: 48. The refund takes 32 from the profit and brings goods back that cost 16: 30 %
               of 16 = 4.80 less.
    result     200 - 40 - 32 - 48 + 4.80 = 84.80
    """
    plan = bare_plan(
        start_month="2027-01",
        horizon_months=1,
        customers={"new_a_month": 1, "retail_per_order": 400, "refund_share": 0.1, "returned_to_shelf": 1},
        tax={
            "rules": "flat",
            "income_share": 0.3,
            "vat_registered": "from_start",
            "vat_rate": 0.25,
            "vat_rate_on_costs": 0.25,
        },
    )
    assert result_by_month(plan, invented_company()) == nearly(0, 84.8)


def test_a_refund_of_the_next_year_takes_no_tax_back():
    """Month 1 is December: the 40 are refunded in January, a year with nothing else, in which a loss lowers no tax.

    400 - 200 = 200, tax 60, refund 40: 100. In any other month it is 200 - 40 less 30 % of 160: 112.
    """
    for start, expected in (("2026-11", 100), ("2026-10", 112)):
        plan = bare_plan(
            start_month=start,
            horizon_months=1,
            customers={"new_a_month": 1, "retail_per_order": 400, "refund_share": 0.1, "returned_to_shelf": 0},
            tax={"rules": "flat", "income_share": 0.3},
        )
        assert result_by_month(plan, invented_company()) == nearly(0, expected)


TAXES: tuple[dict[str, Any], ...] = (
    {},
    {"rules": "flat", "income_share": 0.3},
    {"rules": "sweden-sole-trader-2026"},
    {"rules": "united-states-self-employment-2025"},
    {"rules": "flat", "income_share": 0.3, "vat_registered": "from_start", "vat_rate": 0.25, "vat_rate_on_costs": 0.25},
)


@pytest.mark.parametrize(("start", "month"), [("2026-11", 12), ("2027-03", 4)])
@pytest.mark.parametrize("sent_direct", [0, 0.4, 1])
@pytest.mark.parametrize("tax", TAXES)
def test_the_result_is_what_cash_comes_to_once_all_is_settled(tax, sent_direct, start, month):
    """120 orders in month 1 and nothing after: in 30 months, all is received, refunded and paid, at any payout lag.

    Customers order in one month of the year alone, and only a thousand-millionth of them are there in the next.

    Cash is then what the result was all along, from month 1 on.
    """
    once = [1 if number == month else 0 for number in range(1, 13)]
    for lag in (0, 1, 2, 3):
        plan = bare_plan(
            start_month=start,
            horizon_months=30,
            customers={"new_a_month": (10, 0), "attrition": 0.999, "refund_share": 0.1, "seasons": once},
            stock={"ship_direct_share": sent_direct},
            tax=tax,
            exchange_rates={"SEK": 0.1},
        )
        company = invented_company(kit=50, lag=lag, ranks=PAID_ON_OWN, breakaway=False)
        projection = project(plan, company)
        in_the_end = line(projection, "cumulative_cash_flow")[-1]
        assert line(projection, "result")[1:] == nearly(*[in_the_end] * 30)


@pytest.mark.parametrize("lag", [0, 1, 3])
def test_present_value_counts_what_is_still_to_come_in_the_last_month(lag):
    """Margin of 50 in each of two months; at 0 % a year the value is the result, 100, whenever it comes."""
    plan = bare_plan(
        horizon_months=2,
        stock=COMPANY_SENDS,
        customers={"new_a_month": (1, 0)},
        money_and_time={"annual_saving_rate": 0},
    )
    found = measure(plan, project(plan, invented_company(lag=lag)))
    assert (found.result, found.net_present_value) == pytest.approx((100, 100))


def test_left_a_month_counts_goods_when_they_are_sold_and_leaves_out_the_start():
    """600 of goods at launch, 1,200 at shop price, and a kit of 80; one order of 100 a month is sold from the shelf.

    Each month leaves 100 - 50 = 50, though no goods are paid for in it and the result of the plan is 600 - 680 = -80.
    """
    plan = bare_plan(horizon_months=6, stock={"opening_stock": 600}, customers={"new_a_month": (1, 0)})
    found = measure(plan, project(plan, invented_company(kit=80)))
    assert found.result == pytest.approx(600 - 680)
    assert found.left_a_month == pytest.approx(50)


def test_money_that_is_only_owed_is_not_back():
    """VAT of 20 in an order of 100 and nothing to take off it but 10 of goods: 50 in cash, 10 of it owed. Kit of 45.

    month  cash  VAT owed  result
    0      -45   0         -45
    1      5     10        -5, since the goods of 50 hold 10 of VAT
    2      55    20        35
    """
    plan = bare_plan(
        start_month="2027-01",
        horizon_months=2,
        customers={"new_a_month": (1, 0)},
        tax={"vat_registered": "from_start", "vat_rate": 0.25, "vat_rate_on_costs": 0},
    )
    projection = project(plan, invented_company(kit=45))
    assert line(projection, "cumulative_cash_flow") == nearly(-45, 5, 55)
    assert line(projection, "result") == nearly(-45, -5, 35)
    assert measure(plan, projection).payback.month == 2


def test_leaving_is_the_result_and_what_goods_bring():
    plan = bare_plan(horizon_months=3, stock=COMPANY_SENDS, customers={"new_a_month": 1, "refund_share": 0.1})
    left = quitting(Case.of(plan, invented_company(lag=2)))
    assert left.on_leaving == pytest.approx(left.result + left.exit_value)
    assert left.result == pytest.approx(left.cumulative + left.to_come - left.owed)
    assert np.array_equal(left.result, project(plan, invented_company(lag=2)).statement.result[:, 0])
