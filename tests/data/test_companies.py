"""The company files that are shipped: complete, cited, in both languages, and true to what was found."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pydantic import BaseModel

from planner.analysis.company.names import full_name
from planner.inputs.cited.figure import Asked, Cited, Figure, NotFound
from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog
from planner.inputs.company.company import Company, Margin
from planner.inputs.company.disclosure import ROUNDED, Distribution
from planner.inputs.company.edited import faults_of_editing
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.plan.plan import default_plan
from planner.inputs.terms import resolve_terms
from planner.speech import Speech

THIS_YEAR = datetime.now(UTC).year
CATALOG = load_catalog()
COMPANIES = list(CATALOG.companies.values())
REAL = [company for company in COMPANIES if company.status != "fictional"]
by_company = pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.id)
by_real_company = pytest.mark.parametrize("company", REAL, ids=lambda company: company.id)

# The 18 companies of the research, each with its files, and the fictional one. More may be added.
FILES = {
    "Amway": ["amway-eu", "amway-us"],
    "Herbalife": ["herbalife-us"],
    "Avon": ["avon-us-2015"],
    "LuLaRoe": ["lularoe-us-2017"],
    "BurnLounge": ["burnlounge-us-2007"],
    "Oriflame": ["oriflame-eu"],
    "Zinzino": ["zinzino-se"],
    "Forever": ["forever-gb"],
    "Mary Kay": ["mary-kay-us"],
    "Nu Skin": ["nu-skin-us"],
    "doTERRA": ["doterra-us"],
    "Young Living": ["young-living-us"],
    "Tupperware": ["tupperware-us-2018"],
    "Scentsy": ["scentsy-us"],
    "Vemma": ["vemma-us-2015"],
    "AdvoCare": ["advocare-us-2019"],
    "Arbonne": ["arbonne-us"],
    "Monat": ["monat-us"],
    "Exemplum": ["example-company"],
}


def records(value: object) -> Iterator[BaseModel]:
    """Every record of a company, however deep."""
    if isinstance(value, BaseModel):
        yield value
        value = [getattr(value, name) for name in type(value).model_fields]
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from records(inner)


def test_the_companies_promised_are_there_without_a_fault():
    assert CATALOG.faults == ()
    assert len(FILES) == 18 + 1
    assert set(CATALOG.companies) >= {file for files in FILES.values() for file in files}
    for name, files in FILES.items():
        assert all(name in CATALOG.companies[file].name for file in files)
    assert [path.stem for path in sorted(DEFAULT_COMPANIES.iterdir())] == list(CATALOG.companies)


@by_company
def test_an_editor_would_send_nothing_back(company: Company):
    """Every rule of planner/inputs/company/edited.py, each of which is tried in its own test."""
    assert faults_of_editing(company, company.id, THIS_YEAR) == ()


@by_company
def test_every_figure_is_cited_with_a_plausible_year(company: Company):
    cited = [record for record in records(company) if isinstance(record, Cited)]
    assert len(cited) >= 3
    for figure in cited:
        assert figure.source in company.sources
        if figure.year == "undated":
            assert figure.read is not None
            assert date(2025, 1, 1) <= figure.read <= date(2030, 1, 1)
        else:
            assert 1979 <= figure.year <= 2026
            assert figure.read is None


@by_company
def test_every_published_outcome_says_of_whom_and_when(company: Company):
    assert company.disclosures or company.distributions or "income" in company.searched
    for outcome in company.disclosures:
        if company.status == "fictional":
            assert outcome.text.en.startswith("Invented")
            assert outcome.text.sv.startswith("Påhittat")
        else:
            assert re.search(r"\b(19|20)\d\d\b", outcome.text.en)


@by_company
def test_what_is_not_invented_is_not_called_so(company: Company):
    kinds = {record.kind for record in records(company) if isinstance(record, Cited)}
    assert (kinds == {"invented"}) == (company.status == "fictional")
    assert "invented" not in kinds or company.status == "fictional"


@by_company
def test_the_terms_can_be_laid_on_a_plan(company: Company):
    terms = resolve_terms(company, default_plan(company.currency))
    assert 0 < terms.price_steps[0][1] <= 1
    if company.needs_points:
        assert terms.points_per_retail > 0
    if terms.unilevel is not None or terms.stairstep is not None:
        assert 0 < terms.commissionable_per_retail <= 1


@by_company
def test_margins_and_prices_agree_on_what_is_kept(company: Company):
    for margin in company.margins:
        kept = margin.of_retail
        assert kept is None or 0 <= kept < 1
        assert margin.from_order is None or margin.base == "order"
    if not isinstance(company.prices, Asked):
        for step in company.prices.steps:
            assert 0.4 <= step.wholesale_share <= 1


def test_a_margin_on_cost_is_less_of_the_shop_price():
    def margins(company: str) -> list[Margin]:
        return [margin for margin in CATALOG.companies[company].margins if margin.base == "cost"]

    (amway,) = margins("amway-eu")
    assert amway.of_retail == pytest.approx(1 / 6)  # 20 of 120


@by_company
def test_bands_that_are_everybody_come_to_one_and_lie_apart(company: Company):
    for entry in company.distributions:
        shares = [band.share for band in entry.bands]
        if entry.complete:
            assert None not in shares
            assert sum(share or 0 for share in shares) == pytest.approx(1, abs=ROUNDED)
        else:
            assert sum(share or 0 for share in shares) <= 1 + ROUNDED
        assert_bands_fit(entry)


def assert_bands_fit(entry: Distribution) -> None:
    """Numbers of people agree with the population and with the shares; means lie in their bands."""
    population = entry.population
    for band in entry.bands:
        assert band.count is None or population is None or band.count <= population
        if band.count is not None and band.share is not None and population is not None:
            assert band.count / population == pytest.approx(band.share, abs=0.006), band
        for amount in (band.mean, band.median):
            assert amount is None or (band.at_least or 0) <= amount <= (band.below or 1e9), band
    assert 1990 <= int(entry.period[:4]) <= 2026


@by_company
def test_nothing_shipped_is_a_persons_own(company: Company):
    assert not company.yours
    assert company.version_of is None
    for figure in (record for record in records(company) if isinstance(record, Cited)):
        assert "yours" not in (figure.kind, figure.grade, figure.source)


@by_real_company
def test_a_real_company_says_where_since_when_and_of_which_years(company: Company):
    assert company.territory is not None
    assert company.plan_kind is not None
    assert company.background is not None
    assert company.activity is not None
    assert (company.years is not None) == (company.status == "historic")
    if company.years is not None:
        assert 1990 <= company.years.first <= company.years.last <= 2026
        assert company.years.first <= int(company.id[-4:]) <= company.years.last
        assert re.search(r"\b(19|20)\d\d\b", company.name)


def test_two_files_of_one_company_differ_in_market():
    identities = [(company.name, company.market.en, company.currency) for company in COMPANIES]
    assert len(set(identities)) == len(identities)


def test_the_fictional_company_is_named_as_such_and_leaves_nothing_unknown():
    company = CATALOG.companies["example-company"]
    assert company.status == "fictional"
    assert company.name == "Exemplum (demo)"  # one name, that reads alike in every language
    for language, fictional in (("en", "fictional"), ("sv", "påhittat")):
        assert full_name(company, Speech.of(language, default_plan())) == f"Exemplum · {fictional}"
    assert not [record for record in records(company) if isinstance(record, (NotFound, Asked))]
    assert company.ranks is not None


def test_historic_is_what_is_no_longer_so():
    assert {company.id for company in COMPANIES if company.status == "historic"} >= {
        "advocare-us-2019",
        "avon-us-2015",
        "burnlounge-us-2007",
        "lularoe-us-2017",
        "tupperware-us-2018",
        "vemma-us-2015",
    }


def value(figure: object) -> float:
    assert isinstance(figure, Figure)
    return figure.value


def test_figures_of_amway():
    company = CATALOG.companies["amway-eu"]
    # The shop price is 20 % above the price the distributor pays: 1 / 1.2.
    assert company.prices.steps[0].wholesale_share == pytest.approx(1 / 1.2, abs=1e-4)
    assert company.pay.plan is not None
    assert [(row.group_volume, row.rate) for row in company.pay.plan.ranks] == [
        (200, 0.03), (600, 0.06), (1200, 0.09), (2400, 0.12), (4000, 0.15), (7000, 0.18), (10000, 0.21)
    ]  # fmt: skip
    steps, leadership = company.pay.plan.parts
    assert (steps.rule, leadership.rule) == ("stairstep", "leadership")
    assert isinstance(leadership, Leadership)
    assert leadership.rates == (0.04,)
    # 100 / 1.20 / 1.25 = 66.67 to count bonuses on; 66.67 / 3.43 = 19.4 points.
    assert isinstance(company.volume.commissionable_per_100_retail, Asked)
    assert company.volume.commissionable_per_100_retail.assumed == pytest.approx(66.67, abs=0.5)
    assert isinstance(company.volume.points_per_100_retail, Asked)
    assert company.volume.points_per_100_retail.assumed == pytest.approx(19.4, abs=0.7)


def test_figures_of_young_living():
    company = CATALOG.companies["young-living-us"]
    assert value(company.joining.starter_kit_fee) == 100
    assert value(company.pay.minimum_personal_volume) == 100
    assert company.prices.steps[0].wholesale_share == 0.76  # 1 - 0.24
    assert company.pay.plan is not None
    levels, first_orders = company.pay.plan.parts
    assert isinstance(levels, Unilevel)
    assert isinstance(first_orders, FastStart)
    assert [each.rates for each in levels.by_rank][-1] == (0.08, 0.05, 0.04, 0.04, 0.04)
    assert levels.compression == "standard"
    assert (first_orders.rates, first_orders.months) == ((0.25, 0.10), 3)
    assert company.disclosures[0].value == 272
    assert [entry.value for entry in company.retention] == [0.47, 0.63]


def test_figures_of_scentsy():
    company = CATALOG.companies["scentsy-us"]
    assert [(step.lifetime_points, step.wholesale_share) for step in company.prices.steps] == [(0, 0.80), (1000, 0.75)]
    assert company.ranks is not None
    assert [row.rate for row in company.ranks.rows] == [0.02, 0.04, 0.07, 0.09, 0.09, 0.09]
    wholesale = [1000, 2500, 6000, 10000, 30000, 80000]
    assert [row.group_volume * 0.75 for row in company.ranks.rows] == pytest.approx(wholesale, abs=0.01)
    assert company.joining.website_free_months is not None
    assert (value(company.joining.website_fee), company.joining.website_free_months.value) == (15, 3)


def test_figures_of_lularoe():
    company = CATALOG.companies["lularoe-us-2017"]
    assert value(company.joining.minimum_opening_stock) == 4812
    assert value(company.pay.minimum_personal_volume) == 2000
    assert company.pay.unilevel is not None
    assert company.pay.unilevel.rates == (0.05,)
    assert "pay_too_high" in {limit.effect for limit in company.limits}
