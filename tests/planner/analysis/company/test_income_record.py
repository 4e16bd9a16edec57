"""Which income disclosure speaks first."""

from planner.analysis.company.income_record import in_order, of_own_market
from planner.inputs.cited.figure import Words
from planner.inputs.company.catalog import load_catalog

COMPANIES = load_catalog().companies


def periods(company_id: str) -> list[str]:
    return [each.period for each in in_order(COMPANIES[company_id])]


def test_whole_years_come_before_months_and_the_newest_first() -> None:
    assert periods("herbalife-us") == ["2016", "2013", "2012", "2017-06/2017-09"]
    assert periods("amway-us") == ["2020", "2016", "2010", "2000"]


def test_only_people_of_the_same_market_speak_for_a_company() -> None:
    own = of_own_market(COMPANIES["herbalife-us"])
    assert own is not None
    assert (own.period, own.bands[0].share) == ("2016", 0.86)
    assert of_own_market(COMPANIES["mary-kay-us"]) is None  # its disclosures are of Canada
    assert of_own_market(COMPANIES["amway-eu"]) is None  # of the United States
    assert of_own_market(COMPANIES["oriflame-eu"]) is None  # there is none


def test_the_market_of_a_historic_company_is_the_same_in_its_years() -> None:
    burnlounge = COMPANIES["burnlounge-us-2007"]
    assert burnlounge.market.en == "United States, as it was until 2007"
    own = of_own_market(burnlounge)
    assert own is not None
    assert own.period == "2004/2007"


def test_the_market_may_be_worded_as_the_language_data_names_it() -> None:
    """The company's file says "USA", its disclosure "United States"."""
    herbalife = COMPANIES["herbalife-us"]
    reworded = herbalife.model_copy(update={"market": Words(en="USA", sv="USA")})
    assert of_own_market(reworded) == of_own_market(herbalife)
    assert of_own_market(reworded.model_copy(update={"territory": "CA"})) is None
