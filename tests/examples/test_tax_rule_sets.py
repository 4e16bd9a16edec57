"""The two tax rule sets through the whole plan, on the examples of the research that their files cite."""

import pytest

from planner.projection.engine import Projection, project
from tests.properties.situations import bare_plan, invented_company

TAX = ("tax_accrued", "tax_paid")


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

    base            60,000 / 1.2147              49,394.91     without the reduction 60,000 / 1.2897 = 46,522 > 40,000
    contributions   28.97 - 7.5 % of the base    10,605.09
    income tax      32.38 % of what is left      15,994.07     60,000 - 10,605.09 = 49,394.91
    in all                                       26,599.16     44.3 % of the surplus, paid in May 2027, month 17

    Until October the year's 50,000 leave a base of 38,768.71, so that nothing is off: 50,000 * (0.2897 + 0.3238) /
    1.2897 = 23,784.60, 2,378.46 in each month. November's 55,000 leave 42,645.58: all of it is reduced, to 55,000 *
    (0.2147 + 0.3238) / 1.2147 = 24,382.56, so that the month adds 597.96 only; December 26,599.16 - 24,382.56.
    """
    result = sold_all_year("sweden-sole-trader-2026", "SEK", 7500, 17)
    accrued, paid = (result.statement.lines[name][:, 0] for name in ("tax_accrued", "tax_paid"))
    assert accrued[1:13].sum() == pytest.approx(26599.16, abs=0.01)
    assert accrued[1:13] == pytest.approx([2378.46] * 10 + [597.96, 2216.60], abs=0.01)
    assert paid[:17].sum() == 0
    assert paid[17] == pytest.approx(26599.16, abs=0.01)
    # January to May 2027 bring 25,000, a base of 19,384: not reduced, 25,000 * 0.6135 / 1.2897 are owed at the end.
    assert result.statement.tax_owed[17, 0] == pytest.approx(11892.30, abs=0.01)


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
    base of 620.30, so no contributions are owed; 32.38 % of 800 is 259.04.
    """
    small = sold_all_year("united-states-self-employment-2025", "USD", 50, 16)
    assert small.statement.lines["tax_paid"].sum() == 0
    swedish = sold_all_year("sweden-sole-trader-2026", "SEK", 100, 17)
    assert swedish.statement.lines["tax_paid"][17, 0] == pytest.approx(259.04, abs=0.01)


def lost(*bills: tuple[int, float], months: int) -> Projection:
    """Nobody buys; bills in months of a plan under the Swedish rules that begins in January 2026."""
    items = [{"name": "Bill", "amount": amount, "month": month} for month, amount in bills]
    plan = bare_plan(
        currency="SEK",
        start_month="2026-01",
        horizon_months=months,
        getting_started={"items": items},
        tax={"rules": "sweden-sole-trader-2026", "losses": "other_income"},
    )
    return project(plan, invented_company(currency="SEK"))


def test_a_new_trader_in_sweden_sets_losses_against_a_wage():
    """The example of the Tax Agency (statement of 23 September 2011, 131 657367-11/111): a loss of 125,000 in year 1.

    100,000 of it are deducted at once and 25,000 carried. In year 2 the loss is 75,000, those 25,000 in it, and all of
    it may be deducted. At 32.38 % that saves 32,380 and 24,285; the first is got back in May of year 2, month 16.
    """
    accrued, paid = (lost((0, 125_000), (12, 50_000), months=17).statement.lines[name][:, 0] for name in TAX)
    assert accrued[[0, 12]] == pytest.approx([-32_380, -24_285])
    assert accrued.sum() == pytest.approx(-56_665)
    assert paid[16] == pytest.approx(-32_380)


def test_a_new_trader_in_sweden_has_five_years():
    """A loss in December 2030, month 59, is in the fifth year; one of January 2031 saves nothing."""
    accrued = lost((59, 10_000), (60, 10_000), months=72).statement.lines["tax_accrued"][:, 0]
    assert accrued[59] == pytest.approx(-3_238)
    assert accrued.sum() == pytest.approx(-3_238)


AMERICA = "united-states-self-employment-2026"


def of_the_year(telephone: float = 0.0, retail: float = 1000, **tax: object) -> float:
    """Tax of 2026 under the American rules; the goods of an order cost a third, and a telephone so much a month."""
    plan = bare_plan(
        start_month="2025-12",
        horizon_months=12,
        customers={"new_a_month": (1, 0), "retail_per_order": retail},
        running_costs=[{"name": "Telephone", "amount": telephone}],
        tax={"rules": AMERICA, "income_share": 0.12, **tax},
    )
    company = invented_company(steps=((0, 1 / 3),))
    return float(project(plan, company).statement.lines["tax_accrued"].sum())


def test_of_a_hobby_the_costs_are_no_deduction():
    """12,000 of sales less 4,000 of goods: 12 % of 8,000 is 960, whatever the telephone costs, and nothing else.

    As a business with 100 a month 6,800 are left: 15.3 % of 92.35 % is 960.81, and 12 % of 6,800 - 480.40 is 758.35.
    """
    assert of_the_year(activity="hobby") == pytest.approx(960)
    assert of_the_year(100, activity="hobby") == pytest.approx(960)
    assert of_the_year(1000, activity="hobby", losses="other_income") == pytest.approx(960)
    assert of_the_year(100) == pytest.approx(960.81 + 758.35, abs=0.01)


def test_the_standard_deduction_where_nothing_else_uses_it_up():
    """20,000 of profit: 18,470 * 15.3 % = 2,825.91. 12 % of 20,000 - 1,412.96 is 2,230.45; of 16,100 less, 298.45."""
    assert of_the_year(retail=2500) == pytest.approx(2825.91 + 2230.45, abs=0.01)
    assert of_the_year(retail=2500, income_deduction="single") == pytest.approx(2825.91 + 298.45, abs=0.01)
    assert of_the_year(retail=2500, income_deduction="jointly") == pytest.approx(2825.91, abs=0.01)


def test_a_loss_in_the_united_states_lowers_the_tax_on_a_wage_where_one_says_so():
    """8,000 less 1,000 a month is 4,000 lost: 12 % of it is 480."""
    assert of_the_year(1000) == 0
    assert of_the_year(1000, losses="other_income") == pytest.approx(-480)
