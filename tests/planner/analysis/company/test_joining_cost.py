"""What joining and the first year cost, by hand from the files of companies."""

import pytest

from planner.analysis.company.joining_cost import JoiningCost, joining_cost
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import default_plan
from planner.inputs.terms import resolve_terms

COMPANIES = load_catalog().companies

BY_HAND = {
    # A kit of 49 and goods for 150; then 10 a month in ten of the twelve months, the first two being free.
    "example-company": JoiningCost(199, 150, 299, 0, known=True, start_whole=True, year_whole=True),
    # A kit of 99; 15 a month in nine months, the first three being free.
    "scentsy-us": JoiningCost(99, 0, 234, 0, known=True, start_whole=False, year_whole=False),
    # A package of 29.95 and 6.95 in each of twelve months; the package of the next year falls due after them.
    "burnlounge-us-2007": JoiningCost(29.95, 0, 113.35, 0, known=True, start_whole=False, year_whole=False),
    # Neither kit nor goods cost anything; whether a website does is not known. 76 for renewal fall due a year later.
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


def test_a_standing_order_in_points_leaves_the_first_year_open() -> None:
    company = with_standing_order(COMPANIES["example-company"], 100, "points_a_month")
    found = joining_cost(company, resolve_terms(company, default_plan("USD")))
    assert (found.first_year, found.points_a_month, found.year_whole) == (299, 100, False)


def with_standing_order(company: Company, value: float, unit: str) -> Company:
    tables = company.model_dump(mode="json")
    figure = {"value": value, "unit": unit, "kind": "invented", "source": "invented", "year": 2026, "grade": "primary"}
    words = {"en": "Not found.", "sv": "Inte hittat."}
    tables["activity"] = {"standing_order": figure, "standing_order_ends": {"not_found": words}}
    return Company.model_validate(tables)
