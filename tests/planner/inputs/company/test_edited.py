"""Every rule of an editor finds its violation in a company of the catalogue, and says where."""

from datetime import date
from typing import Any

import pytest

from planner.inputs.company.company import Company
from planner.inputs.company.edited import faults_of_editing
from tests.companies_by_months import COMPANIES as BY_MONTHS

COMPANIES = BY_MONTHS
THIS_YEAR = 2026


WHY = {"en": "Why.", "sv": "Varför."}


def changed(company_id: str, place: str, value: Any, **others: Any) -> Company:
    """A company of the catalogue with another value at a place, such as "about.en" or "ranks.rows.0.rate"."""
    data = COMPANIES[company_id].model_dump()
    inside: Any = data
    *way, last = place.split(".")
    for key in way:
        inside = inside[int(key) if key.isdigit() else key]
    inside[int(last) if last.isdigit() else last] = value
    if last == "standing":
        inside["why"] = WHY
    return Company.model_validate(data | others)


def faults(company: Company) -> list[tuple[str, str]]:
    return [(fault.path, fault.message) for fault in faults_of_editing(company, "some-company.toml", THIS_YEAR)]


@pytest.mark.parametrize(
    ("company_id", "place", "value", "at", "says"),
    [
        ("scentsy-us", "about.sv", COMPANIES["scentsy-us"].about.en, "about", "are the same"),
        ("scentsy-us", "about.sv", "Säljer för 17 kronor.", "about", "same figures"),
        ("scentsy-us", "market.en", "United  States", "market", "two spaces"),
        ("scentsy-us", "market.en", "The amazing United States", "market", "judges or praises"),
        ("scentsy-us", "joining.starter_kit_fee.value", 99_000, "joining.starter_kit_fee.value", "comes near"),
        ("scentsy-us", "joining.starter_kit_fee.year", 2027, "joining.starter_kit_fee.year", "in the future"),
        ("scentsy-us", "joining.starter_kit_fee.kind", "invented", "joining.starter_kit_fee.kind", "fictional"),
        ("scentsy-us", "prices.steps.0.wholesale_share", 0.2, "prices.steps[1].wholesale_share", "that cheaply"),
        ("scentsy-us", "ranks.rows.0.rate", 0.7, "ranks.rows[1].rate", "comes near"),
        ("scentsy-us", "currency", "EUR", "", "ends with its market"),
        ("lularoe-us-2017", "name", "LuLaRoe", "name", "holds a year"),
        ("lularoe-us-2017", "years.last", 2016, "", "ends with its market"),
        ("lularoe-us-2017", "enforcement.0.currency", "USD", "enforcement[1].currency", "has a currency"),
        ("scentsy-us", "components", [], "components", "holds no rule"),
        ("tupperware-us-2018", "components.0.standing", "asked", "components", "nothing is asked"),
        ("amway-eu", "components.0.standing", "computed", "components", "nothing is asked"),
        (
            "scentsy-us",
            "joining.starter_kit_fee.read",
            date(2026, 1, 1),
            "joining.starter_kit_fee.read",
            "needs no day",
        ),
        ("young-living-us", "disclosures.0.text.en", "No year.", "disclosures[1].text.en", "of which year"),
        ("young-living-us", "disclosures.0.value", 4e6, "disclosures[1].value", "comes near"),
        ("scentsy-us", "ranks.rows.5.group_volume", 3e6, "ranks.rows[6].group_volume", "comes near"),
        ("amway-eu", "volume.points_per_100_retail.assumed", 1e6, "volume.points_per_100_retail.assumed", "comes near"),
        ("amway-eu", "volume.points_per_100_retail.assumed", 0, "volume.points_per_100_retail.assumed", "is likely"),
        ("advocare-us-2019", "enforcement.0.date", "2027", "enforcement[1].date", "in the future"),
        ("scentsy-us", "sources.plan.address", None, "sources.plan.address", "has an address"),
        (
            "example-company",
            "sources.invented.address",
            "https://a.example/x",
            "sources.invented.address",
            "was invented",
        ),
        ("mary-kay-us", "distributions.0.bands.0.count", 10**9, "distributions[1].bands[1].count", "does not fit"),
        ("scentsy-us", "distributions.0.market.en", "The States", "distributions[1].market.en", "language data"),
        ("mary-kay-us", "distributions.0.bands.1.mean", 101.0, "distributions[1].bands[2].mean", "outside the band"),
    ],
)
def test_a_violation_is_found(company_id: str, place: str, value: object, at: str, says: str):
    assert [
        (path, message) for path, message in faults(changed(company_id, place, value)) if path == at and says in message
    ]


def test_a_company_that_a_person_made_is_not_asked():
    assert faults(changed("scentsy-us", "about.sv", COMPANIES["scentsy-us"].about.en, yours=True)) == []


def test_an_address_is_bare_and_another_one_for_each_source():
    company = COMPANIES["scentsy-us"]
    first, second = list(company.sources)[:2]
    address = company.sources[first].address
    assert (f"sources.{second}.address", True) in [
        (path, "different one each" in message)
        for path, message in faults(changed("scentsy-us", f"sources.{second}.address", address))
    ]
    tracked = f"{address}?utm_source=letter#part"
    assert [
        message
        for path, message in faults(changed("scentsy-us", f"sources.{first}.address", tracked))
        if "tracking" in message
    ]
