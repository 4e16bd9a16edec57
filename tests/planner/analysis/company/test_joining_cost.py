"""What joining and the first year cost, by hand from the files of companies."""

import pytest

from planner.analysis.company.joining_cost import JoiningCost, joining_cost
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.terms import resolve_terms
from planner.projection.engine import project
from tests.properties.situations import bare_plan

COMPANIES = load_catalog().companies

BY_HAND = {
    # A kit of 49 and goods for 150; then 10 a month in ten of the twelve months, the first two being free.
    "example-company": JoiningCost(199, 150, 299, 0, known=True, start_whole=True, year_whole=True),
    # A kit of 99; 15 a month in nine months, the first three being free.
    "scentsy-us": JoiningCost(99, 0, 234, 0, known=True, start_whole=False, year_whole=False),
    # A package of 29.95 and 6.95 in each of twelve months; the package of the next year falls due after them.
    "burnlounge-us-2007": JoiningCost(29.95, 0, 113.35, 0, known=True, start_whole=False, year_whole=False),
    # Neither kit nor goods cost anything; whether a website does is not known. 76 in month 13 are for the second year.
    "amway-us": JoiningCost(0, 0, 0, 0, known=True, start_whole=True, year_whole=False),
    # A kit of 100, no goods demanded, and a website for 25 in the first year; of a standing order nothing is known.
    "mary-kay-us": JoiningCost(100, 0, 125, 0, known=True, start_whole=True, year_whole=False),
    # Nothing of it is disclosed.
    "oriflame-eu": JoiningCost(0, 0, 0, 0, known=False, start_whole=False, year_whole=False),
}


@pytest.mark.parametrize("company_id", BY_HAND)
def test_joining_and_the_first_year_cost_what_the_file_charges(company_id: str) -> None:
    company, by_hand = COMPANIES[company_id], BY_HAND[company_id]
    found = joining_cost(company, resolve_terms(company, default_plan(company.currency)))
    assert found.at_start == pytest.approx(by_hand.at_start)
    assert found.first_year == pytest.approx(by_hand.first_year)
    assert (found.known, found.start_whole, found.year_whole) == (
        by_hand.known,
        by_hand.start_whole,
        by_hand.year_whole,
    )


def test_by_month_is_the_start_and_then_each_month_of_the_first_year() -> None:
    """199, two months free and ten at 10; with an order of 60 from month 3 on each of the ten is 70."""
    example = COMPANIES["example-company"]
    plan = default_plan("USD")
    assert joining_cost(example, resolve_terms(example, plan)).by_month == pytest.approx((199, 0, 0, *[10] * 10))
    ordering = with_standing_order(example, 60, "money_a_month", 3)
    found = joining_cost(ordering, resolve_terms(ordering, plan))
    assert found.by_month == pytest.approx((199, 0, 0, *[70] * 10))
    for company in COMPANIES.values():
        found = joining_cost(company, resolve_terms(company, default_plan(company.currency)))
        assert sum(found.by_month) == pytest.approx(found.first_year)


def test_amounts_are_in_the_currency_of_the_plan() -> None:
    plan = default_plan("SEK").model_copy(update={"exchange_rates": {"USD": 10.0}})
    scentsy = COMPANIES["scentsy-us"]
    assert joining_cost(scentsy, resolve_terms(scentsy, plan)).first_year == pytest.approx(2340)


def test_goods_that_need_not_be_bought_do_not_make_an_undisclosed_fee_known() -> None:
    tables = COMPANIES["amway-us"].model_dump(mode="json")
    tables["joining"]["starter_kit_fee"] = {"not_found": {"en": "Not found.", "sv": "Inte hittad."}}
    company = Company.model_validate(tables)
    assert not joining_cost(company, resolve_terms(company, default_plan("USD"))).known


def test_a_standing_order_in_money_is_in_the_first_year_in_the_currency_of_the_plan() -> None:
    """A kit of 49, goods for 150, ten months at 10 and twelve orders of 60: 1,019, at 10 crowns a dollar."""
    company = with_standing_order(COMPANIES["example-company"], 60, "money_a_month")
    found = joining_cost(company, resolve_terms(company, default_plan("USD")))
    assert (found.at_start, found.first_year, found.year_whole) == (199, 1019, True)
    plan = default_plan("SEK").model_copy(update={"exchange_rates": {"USD": 10.0}})
    assert joining_cost(company, resolve_terms(company, plan)).first_year == pytest.approx(10190)


@pytest.mark.parametrize(("from_month", "year"), [(1, 1019), (3, 899), (12, 359), (13, 299)])
def test_the_first_year_holds_the_orders_from_their_month_on(from_month: int, year: float) -> None:
    """299 without any, and an order of 60 in twelve, ten, one or none of its months."""
    company = with_standing_order(COMPANIES["example-company"], 60, "money_a_month", from_month)
    assert joining_cost(company, resolve_terms(company, default_plan("USD"))).first_year == pytest.approx(year)


def test_a_standing_order_in_points_is_charged_at_the_points_and_the_price_of_each_month() -> None:
    """Goods give 60 points per 100 and cost 75 of 100, 70 from 2,000 points on.

    100 points are goods of 166.67 at shop price, which cost 125: twelve are 1,500, beside 299. With 200 points it is
    250 while there are fewer than 2,000: the first goods bring 120, and ten orders 2,000 more; two cost 233.33.
    """
    company = with_standing_order(COMPANIES["example-company"], 100, "points_a_month")
    found = joining_cost(company, resolve_terms(company, default_plan("USD")))
    assert (found.points_a_month, found.year_whole) == (100, True)
    assert found.first_year == pytest.approx(299 + 1500)
    assert found.orders == pytest.approx(1500)
    company = with_standing_order(COMPANIES["example-company"], 200, "points_a_month")
    found = joining_cost(company, resolve_terms(company, default_plan("USD")))
    assert found.first_year == pytest.approx(299 + 10 * 250 + 2 * 700 / 3)


def test_an_order_in_points_that_goods_do_not_give_leaves_the_first_year_open() -> None:
    tables = with_standing_order(COMPANIES["burnlounge-us-2007"], 100, "points_a_month").model_dump(mode="json")
    company = Company.model_validate(tables)
    terms = resolve_terms(company, default_plan("USD"))
    found = joining_cost(company, terms)
    assert (found.orders, found.points_a_month, found.year_whole) == (0, 100, False)
    assert found.first_year == pytest.approx(29.95 + 12 * 6.95)
    assert "standing_order" in terms.unknown_costs


@pytest.mark.parametrize("company_id", COMPANIES)
def test_a_plan_in_which_nothing_is_planned_is_charged_exactly_that(company_id: str) -> None:
    """The first year on the company's page and a plan of twelve months are one number."""
    company = COMPANIES[company_id]
    plan = Plan.model_validate(bare_plan().model_dump() | {"currency": company.currency})
    terms = resolve_terms(company, plan)
    paid = -float(project(plan, company).statement.cumulative_cash_flow[-1, 0])
    assert joining_cost(company, terms).first_year == pytest.approx(paid)


@pytest.mark.parametrize("company_id", ["amway-us", "burnlounge-us-2007", "example-company"])
def test_the_yearly_fee_is_charged_when_the_second_year_begins(company_id: str) -> None:
    company = COMPANIES[company_id]
    terms = resolve_terms(company, default_plan(company.currency))
    fees = project(bare_plan(horizon_months=25), company).statement.lines["company_fees"][:, 0]
    monthly = terms.website_fee  # all free months are over by then
    assert terms.renewal_fee > 0
    assert fees[12:15].tolist() == pytest.approx([monthly, monthly + terms.renewal_fee, monthly])
    assert fees[25] == pytest.approx(monthly + terms.renewal_fee)


def with_standing_order(company: Company, value: float, unit: str, from_month: int | None = None) -> Company:
    tables = company.model_dump(mode="json")
    figure = {"value": value, "unit": unit, "kind": "invented", "source": "invented", "year": 2026, "grade": "primary"}
    words = {"en": "Not found.", "sv": "Inte hittat."}
    tables["activity"] = {"standing_order": figure, "standing_order_ends": {"not_found": words}}
    if from_month is not None:
        tables["activity"]["standing_order_from"] = figure | {"value": from_month, "unit": "month"}
    return Company.model_validate(tables)
