"""The company files that are shipped: complete, cited, in both languages, and true to what was found."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel

from planner.inputs.catalog import DEFAULT_COMPANIES, load_catalog
from planner.inputs.company import Company
from planner.inputs.figure import Asked, Cited, Figure, NotFound, Words
from planner.inputs.plan import default_plan
from planner.inputs.terms import resolve_terms

CATALOG = load_catalog()
COMPANIES = list(CATALOG.companies.values())
by_company = pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.id)


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


def texts(company: Company) -> list[Words]:
    return [record for record in records(company) if isinstance(record, Words)]


def test_the_companies_promised_are_there_without_a_fault():
    assert CATALOG.faults == ()
    assert list(CATALOG.companies) == [
        "amway-eu",
        "example-company",
        "lularoe-us-2017",
        "scentsy-us",
        "young-living-us",
    ]
    assert [path.stem for path in sorted(DEFAULT_COMPANIES.iterdir())] == list(CATALOG.companies)


@by_company
def test_every_figure_is_cited_with_a_plausible_year(company: Company):
    cited = [record for record in records(company) if isinstance(record, Cited)]
    assert len(cited) >= 5
    for figure in cited:
        assert figure.source in company.sources
        if figure.year == "undated":
            assert figure.read is not None
            assert date(2025, 1, 1) <= figure.read <= date(2030, 1, 1)
        else:
            assert 1990 <= figure.year <= 2026


@by_company
def test_every_address_is_a_bare_one_of_the_web(company: Company):
    addresses = [source.address for source in company.sources.values() if source.address is not None]
    assert len(addresses) == (0 if company.status == "fictional" else len(company.sources))
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        parts = urlsplit(address)
        assert "." in parts.netloc
        assert "utm_" not in parts.query
        assert parts.fragment == ""


def plain_numbers(text: str, thousands: str, decimal: str) -> list[float]:
    """The numbers of a text, written by the rules of its language."""
    found = re.findall(rf"\d+(?:{thousands}\d{{3}})*(?:{re.escape(decimal)}\d+)?", text)
    return sorted(float(re.sub(thousands, "", number).replace(decimal, ".")) for number in found)


@by_company
def test_every_text_says_the_same_figures_in_both_languages(company: Company):
    for text in texts(company):
        assert text.en != text.sv
        assert plain_numbers(text.en, ",", ".") == plain_numbers(text.sv, "[ \N{NO-BREAK SPACE}]", ","), text


@by_company
def test_every_text_is_neutral_in_tone_and_clean(company: Company):
    for text in texts(company):
        for words in (text.en, text.sv):
            assert words == words.strip()
            assert "!" not in words
            assert "  " not in words
            assert not re.search(r"\b(scam|fraud|bluff|bedrägeri|amazing|fantastisk)", words, re.IGNORECASE)


@by_company
def test_every_published_outcome_says_of_whom_and_when(company: Company):
    assert company.disclosures
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
    assert 0 < terms.price_steps[0][1] < 1
    assert terms.points_per_retail > 0
    assert 0 < terms.commissionable_per_retail <= 1
    assert terms.unilevel is not None or terms.stairstep is not None


def test_the_fictional_company_is_named_as_such_and_leaves_nothing_unknown():
    company = CATALOG.companies["example-company"]
    assert company.status == "fictional"
    assert "fictional" in company.name
    assert "Exempel" in company.name
    assert not [record for record in records(company) if isinstance(record, (NotFound, Asked))]
    assert company.ranks is not None


def test_historic_is_what_is_no_longer_so():
    assert {company.id for company in COMPANIES if company.status == "historic"} == {"lularoe-us-2017"}


def value(figure: object) -> float:
    assert isinstance(figure, Figure)
    return figure.value


def test_figures_of_amway():
    company = CATALOG.companies["amway-eu"]
    # The shop price is 20 % above the price the distributor pays: 1 / 1.2.
    assert company.prices.steps[0].wholesale_share == pytest.approx(1 / 1.2, abs=1e-4)
    assert company.ranks is not None
    assert [(row.group_volume, row.rate) for row in company.ranks.rows] == [
        (200, 0.03), (600, 0.06), (1200, 0.09), (2400, 0.12), (4000, 0.15), (7000, 0.18), (10000, 0.21)
    ]  # fmt: skip
    # 100 / 1.20 / 1.25 = 66.67 to count bonuses on; 66.67 / 3.43 = 19.4 points.
    assert isinstance(company.volume.commissionable_per_100_retail, Asked)
    assert company.volume.commissionable_per_100_retail.assumed == pytest.approx(66.67, abs=0.5)
    assert isinstance(company.volume.points_per_100_retail, Asked)
    assert company.volume.points_per_100_retail.assumed == pytest.approx(19.4, abs=0.7)


def test_figures_of_young_living():
    company = CATALOG.companies["young-living-us"]
    assert value(company.joining.starter_kit_fee) == 160
    assert value(company.pay.minimum_personal_volume) == 100
    assert company.prices.steps[0].wholesale_share == 0.76  # 1 - 0.24
    assert company.pay.unilevel is not None
    assert company.pay.unilevel.rates == (0.08, 0.05, 0.04, 0.04, 0.04)
    assert company.pay.unilevel.compression
    assert [outcome.value for outcome in company.disclosures[:3]] == [272, 0.47, 0.63]


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
