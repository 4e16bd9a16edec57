"""By pencil: what keeps somebody paid, asked for over a month, a quarter, one month of three, or twelve months."""

from typing import Any

import numpy as np
import pytest

from planner.compensation.team_of_people import active_people
from planner.inputs.terms import resolve_terms
from planner.projection.engine import project
from tests.examples.by_month import by_month
from tests.planner.compensation.teams import GivenMonths
from tests.properties.situations import bare_plan, invented_company

EVERY_THIRD = {"new_a_month": (1, 0, 0) * 4, "attrition": 0.999999, "retail_per_order": 300}
# Goods cost 80 of 100 and bring 100 points per 100. 300 are asked for; they are sold in months 1, 4, 7 and 10.
BOUGHT = {
    None: 11 * 240,
    "month": 11 * 240,
    "quarter": 0,
    "one_of_three": 0,
    "month_and_two_after": 0,
    "twelve_months": 0,
}


def bought_to_qualify(company: Any, **plan: Any) -> list[float]:
    result = project(bare_plan(**{"customers": EVERY_THIRD} | plan), company)
    return [round(amount, 1) for amount in by_month(result.statement.lines["qualifying_purchases"])]


@pytest.mark.parametrize("window", BOUGHT)
def test_300_sold_in_every_third_month_keep_active_but_where_each_month_is_asked_for(window: str | None) -> None:
    """Case a9: 300 points cost 240. Month by month they are bought in all but the first: what was bought in months 2
    and 3 is what the customers of month 4 get, so that nothing is ordered for them. In a window with a sale, never.
    """
    company = invented_company(steps=((0, 0.8),), minimum=300, window=window)
    plan = {"start_month": "2027-01", "stock": {"buys_to_qualify": "always"}}
    assert sum(bought_to_qualify(company, **plan)) == pytest.approx(BOUGHT[window], abs=0.5)


@pytest.mark.parametrize(
    ("window", "months"),
    [
        ("quarter", (3, 6, 9, 12)),
        ("one_of_three", (3, 6, 9, 12)),
        ("month_and_two_after", (1, 4, 7, 10)),
        ("twelve_months", (12,)),
    ],
)
def test_in_which_months_goods_are_bought_that_nobody_sells(window: str, months: tuple[int, ...]) -> None:
    """Who joins in December sells nothing and always buys what is lacking, at the shop price.

    quarter: that of joining is waived, and January to March have time until March, month 3; and so on. one_of_three:
    three months have time; what is bought in month 3 serves 3 to 5. month_and_two_after: nothing serves month 1, so it
    is bought then and serves 1 to 3. twelve_months: eleven have time, and the twelfth needs all of it.
    """
    company = invented_company(steps=((0, 1.0),), minimum=300, window=window)
    plan = {"start_month": "2026-12", "stock": {"buys_to_qualify": "always"}, "customers": {"new_a_month": 0}}
    assert bought_to_qualify(company, **plan) == [300 if month in months else 0 for month in range(13)]


def test_a_quarter_adds_up_what_its_months_bring_and_only_the_rest_is_bought() -> None:
    """100 sold in January and 120 in February: 80 of the 300 are missing in March."""
    company = invented_company(steps=((0, 1.0),), minimum=300, window="quarter")
    customers = {"new_a_month": (1, 1.2, 0), "attrition": 0.999999}
    plan = {"start_month": "2026-12", "horizon_months": 3, "stock": {"buys_to_qualify": "always"}}
    assert bought_to_qualify(company, customers=customers, **plan) == [0, 0, 0, 80]


def test_sales_that_are_asked_for_cannot_be_bought() -> None:
    """Of 100 asked for in sales, one who sells 60 is not paid, however much is bought; one who sells 100 is."""
    for sold, active in ((60, False), (100, True)):
        company = invented_company(minimum=50, minimum_sales=100)
        customers = {"new_a_month": (1, 0), "retail_per_order": sold}
        plan = bare_plan(horizon_months=2, customers=customers, stock={"buys_to_qualify": "always", "own_use": 500})
        assert [bool(each) for each in project(plan, company).active[1:, 0]] == [active, active]


def test_members_are_asked_for_the_same_over_the_same_months() -> None:
    """Two members over seven months, from January on, who joined the month before; a quarter asks for 300.

    The first buys 300 in February alone: active in January (time), February and March (there), April and May (the
    quarter before was met), and not in June and July. The second buys nothing: that quarter of joining, October to
    December, is waived, so January and February have time; then never.
    """
    company = invented_company(minimum=300, window="quarter")
    terms = resolve_terms(company, bare_plan(start_month="2026-12"))
    months, nobody = np.arange(1, 8), np.zeros(14, int)
    bought = np.array([0, 300.0, 0, 0, 0, 0, 0] + 7 * [0.0])
    age = np.tile(months - 1, 2)
    people = GivenMonths(
        1, 7, np.tile(months, 2), nobody - 1, nobody + 1, nobody + 1, bought, None, (slice(0, 14),), bought, age
    )
    active = active_people(people, terms)
    assert active is not None
    assert list(active.astype(int)) == [1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0]
