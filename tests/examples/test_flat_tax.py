"""A flat share of the year's profit: it grows month by month, is never below zero, and is paid the year after.

One customer orders for 120 a month and goods cost half: 60 a month. Month 0 is January 2027, so that December is month
11, and the tax of 2027 is paid in May 2028, month 16.
"""

from typing import Any

from planner.projection.engine import project
from tests.examples.by_month import line, nearly
from tests.properties.situations import bare_plan, invented_company


def taxed(months: int, losses: str = "by_the_rules", **groups: Any):
    plan = bare_plan(
        start_month="2027-01",
        horizon_months=months,
        customers={"new_a_month": (1, 0), "retail_per_order": 120},
        tax={"rules": "flat", "income_share": 0.3, "losses": losses},
        **groups,
    )
    return project(plan, invented_company())


def test_a_loss_before_a_profit():
    """300 at the start. By month 5 it is earned back; from month 6 on each month adds 60 * 30 % = 18 of tax.

    month     0     1     ...  5    6   7    ...  11   12 (2028)  ...  16 (May)
    year      -300  -240  ...  0    60  120  ...  360  60         ...  300
    its tax   0     0     ...  0    18  36   ...  108  18         ...  90
    accrued   0     0     ...  0    18  18   ...  18   18         ...  18
    paid      -     -     ...  -    -   -    ...  -    -          ...  108
    owed      0     0     ...  0    18  36   ...  108  126        ...  198 - 108 = 90
    """
    result = taxed(17, getting_started={"items": [{"name": "Course", "amount": 300}]})
    assert line(result, "tax_accrued") == nearly(*[0] * 6, *[18] * 12)
    assert line(result, "tax_paid") == nearly(*[0] * 16, 108, 0)
    assert line(result, "tax_owed") == nearly(*[0] * 6, *range(18, 181, 18), 90, 108)
    assert line(result, "net_cash_flow") == nearly(-300, *[60] * 15, 60 - 108, 60)
    assert line(result, "profit") == nearly(-300, *[60] * 5, *[42] * 12)


def test_a_month_that_takes_back_some_of_the_year():
    """A bill of 200 in month 3 leaves the year below zero again, and the tax so far is not owed after all.

    month    1   2    3    4   5
    year     60  120  -20  40  100
    tax      18  36   0    12  30
    accrued  18  18   -36  12  18
    """
    bill = [{"name": "Repair", "amount": 200, "first_month": 3, "every_months": 120}]
    result = taxed(5, running_costs=bill)
    assert line(result, "tax_accrued") == nearly(0, 18, 18, -36, 12, 18)
    assert line(result, "tax_owed") == nearly(0, 18, 36, 0, 12, 30)


def test_a_year_that_ends_below_zero_owes_nothing_and_lowers_no_other():
    """1,000 at the start against 11 * 60 = 660: nothing is owed for 2027, and 2028 begins anew."""
    result = taxed(16, getting_started={"items": [{"name": "Course", "amount": 1000}]})
    assert line(result, "tax_accrued") == nearly(*[0] * 12, *[18] * 5)
    assert line(result, "tax_paid") == nearly(*[0] * 17)


def test_own_use_is_no_deduction():
    """Goods for 25 that you use yourself take 25 from your profit and nothing from your tax: 60 * 30 % = 18."""
    result = taxed(2, stock={"own_use": 25})
    assert line(result, "tax_accrued") == nearly(0, 18, 18)
    assert line(result, "profit") == nearly(0, 60 - 25 - 18, 60 - 25 - 18)


def test_a_loss_that_lowers_the_tax_on_other_income():
    """The same year ends 340 below zero: 30 % of it, 102, is saved, and got back in May 2028 with the tax of that year.

    -300 at the start, and 18 of it are gone again with each month's 60; in 2028 the year begins anew.
    """
    items = {"items": [{"name": "Course", "amount": 1000}]}
    result = taxed(16, losses="other_income", getting_started=items)
    assert line(result, "tax_accrued") == nearly(-300, *[18] * 16)
    assert line(result, "tax_paid") == nearly(*[0] * 16, -102)
    assert line(result, "tax_owed") == nearly(*range(-300, -101, 18), *range(-84, -29, 18), 90)
    assert line(result, "net_cash_flow") == nearly(-1000, *[60] * 15, 60 + 102)
