"""What joining and the first year cost, by hand from the files of companies."""

import pytest

from planner.analysis.joining_cost import JoiningCost, joining_cost
from planner.inputs.catalog import load_catalog
from planner.inputs.company import Company
from planner.inputs.plan import default_plan
from planner.inputs.terms import resolve_terms

COMPANIES = load_catalog().companies

BY_HAND = {
    # A kit of 49 and goods for 150; then 10 a month in ten of the twelve months, the first two being free.
    "example-company": JoiningCost(199, 299, known=True, start_whole=True, year_whole=True),
    # A kit of 99; 15 a month in nine months, the first three being free.
    "scentsy-us": JoiningCost(99, 234, known=True, start_whole=False, year_whole=False),
    # A package of 29.95 and 6.95 in each of twelve months; the package of the next year falls due after them.
    "burnlounge-us-2007": JoiningCost(29.95, 113.35, known=True, start_whole=False, year_whole=False),
    # Neither kit nor goods cost anything; whether a website does is not known. 76 for renewal fall due a year later.
    "amway-us": JoiningCost(0, 0, known=True, start_whole=True, year_whole=False),
    # A kit of 100, no goods demanded, and 4.17 a month: 100 + 12 x 4.17.
    "mary-kay-us": JoiningCost(100, 150.04, known=True, start_whole=True, year_whole=True),
    # Nothing of it is disclosed.
    "oriflame-eu": JoiningCost(0, 0, known=False, start_whole=False, year_whole=False),
}


@pytest.mark.parametrize("company_id", BY_HAND)
def test_joining_and_the_first_year_cost_what_the_file_charges(company_id: str) -> None:
    company, by_hand = COMPANIES[company_id], BY_HAND[company_id]
    found = joining_cost(resolve_terms(company, default_plan(company.currency)))
    assert found.at_start == pytest.approx(by_hand.at_start)
    assert found.first_year == pytest.approx(by_hand.first_year)
    assert (found.known, found.start_whole, found.year_whole) == (
        by_hand.known,
        by_hand.start_whole,
        by_hand.year_whole,
    )


def test_amounts_are_in_the_currency_of_the_plan() -> None:
    plan = default_plan("SEK").model_copy(update={"exchange_rates": {"USD": 10.0}})
    assert joining_cost(resolve_terms(COMPANIES["scentsy-us"], plan)).first_year == pytest.approx(2340)


def test_goods_that_need_not_be_bought_do_not_make_an_undisclosed_fee_known() -> None:
    tables = COMPANIES["amway-us"].model_dump(mode="json")
    tables["joining"]["starter_kit_fee"] = {"not_found": {"en": "Not found.", "sv": "Inte hittad."}}
    company = Company.model_validate(tables)
    assert not joining_cost(resolve_terms(company, default_plan("USD"))).known
