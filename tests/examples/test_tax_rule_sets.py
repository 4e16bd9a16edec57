"""The two tax rule sets through the whole plan, on the examples of the research that their files cite."""

import pytest

from planner.projection.engine import Projection, project
from tests.properties.situations import bare_plan, invented_company


def sold_all_year(rules: str, currency: str, retail: float, months: int, **tax: float) -> Projection:
    """Joined in December; one customer orders for so much a month from January, and the goods cost a third of it."""
    plan = bare_plan(
        currency=currency,
        start_month="2025-12",
        horizon_months=months,
        customers={"new_a_month": (1, 0), "retail_per_order": retail},
        tax={"rules": rules, **tax},
    )
    return project(plan, invented_company(steps=((0, 1 / 3),), currency=currency))


def test_a_surplus_of_60_000_beside_a_job_in_sweden():
    """7,500 a month less 2,500 for the goods is 5,000: a surplus of 60,000 in 2026, 5,000 more in each month of 2027.

    base            60,000 / 1.2897              46,522.45
    contributions   28.97 % of the base          13,477.55
    income tax      32.41 % of what is left      15,077.93     60,000 - 13,477.55 = 46,522.45
    in all                                       28,555.48     47.6 % of the surplus, paid in May 2027, month 17
    """
    result = sold_all_year("sweden-sole-trader-2026", "SEK", 7500, 17)
    accrued, paid = (result.statement.lines[name][:, 0] for name in ("tax_accrued", "tax_paid"))
    assert accrued[1:13].sum() == pytest.approx(28555.48, abs=0.01)
    assert accrued[1:13].sum() / 60_000 == pytest.approx(0.476, abs=0.0005)
    assert paid[:17].sum() == 0
    assert paid[17] == pytest.approx(28555.48, abs=0.01)
    # January to May 2027 bring 25,000: the same 47.59 % of it is owed when the plan ends.
    assert result.statement.tax_owed[17, 0] == pytest.approx(25_000 * 28555.48 / 60_000, abs=0.01)


def test_a_profit_of_8_000_in_the_united_states():
    """1,000 a month less a third for the goods is 666.67: 8,000 in 2026; 92.35 % of it is 7,388, and 15.3 % of that
    1,130.36, of which half, 565.18, lowers the income that a share of 12 % is paid on: 7,434.82 * 12 % = 892.18.

    Paid in April 2027, which is month 16.
    """
    alone = sold_all_year("united-states-self-employment-2025", "USD", 1000, 16)
    assert alone.statement.lines["tax_paid"][16, 0] == pytest.approx(1130.36, abs=0.01)
    with_income_tax = sold_all_year("united-states-self-employment-2025", "USD", 1000, 16, income_share=0.12)
    assert with_income_tax.statement.lines["tax_paid"][16, 0] == pytest.approx(1130.36 + 892.18, abs=0.01)


def test_little_owes_nothing():
    """Under 400 of net earnings no self-employment tax is due, nor contributions under a base of 1,000 kronor.

    50 a month less a third is 33.33: 400 in the year, of which 92.35 % is 369.40. In Sweden 100 a month leave 800, a
    base of 620.30, so no contributions are owed; 32.41 % of 800 is 259.28.
    """
    small = sold_all_year("united-states-self-employment-2025", "USD", 50, 16)
    assert small.statement.lines["tax_paid"].sum() == 0
    swedish = sold_all_year("sweden-sole-trader-2026", "SEK", 100, 17)
    assert swedish.statement.lines["tax_paid"][17, 0] == pytest.approx(259.28, abs=0.01)
