"""What a plan meets of its tax rules: published examples by hand, its own figures in their place, its own currency."""

from typing import Any

import pytest

from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import Contribution, TaxTerms, reference_wage, resolve_tax
from planner.inputs.terms import missing_rate

SWEDEN, USA = "sweden-sole-trader-2026", "united-states-self-employment-2025"
AMERICAN = load_catalog().companies["young-living-us"]
EUROPEAN = load_catalog().companies["amway-eu"]


def plan_with(currency: str = "SEK", rates: dict[str, float] | None = None, **tax: Any) -> Plan:
    return Plan.model_validate({"currency": currency, "exchange_rates": rates or {}, "tax": tax})


def tax_of_a_year(terms: TaxTerms, profit: float) -> tuple[float, float, float]:
    """Base, contributions and income tax of one year, from the definition in TaxTerms and nothing else."""
    base = profit * terms.base_share
    contributions = 0.0
    for contribution in terms.contributions:
        if base >= contribution.floor:
            counted = base if contribution.cap is None or base < contribution.cap else contribution.cap
            contributions += contribution.rate * counted
    return base, contributions, terms.income_share * (profit - terms.deductible_share * contributions)


def test_sweden_60_000_on_top_of_a_job():
    """60,000 / 1.2897 = 46,522; 60,000 - 46,522 = 13,478; 32.41 % of 46,522 = 15,078; 28,556 of 60,000 is 47.6 %."""
    base, contributions, income_tax = tax_of_a_year(resolve_tax(plan_with(rules=SWEDEN)), 60_000)
    assert (round(base), round(contributions), round(income_tax)) == (46_522, 13_478, 15_078)
    assert round((contributions + income_tax) / 60_000, 3) == 0.476


def test_sweden_takes_no_contributions_on_a_base_under_1_000():
    """1,289 / 1.2897 = 999.46 is free of them; 1,290 / 1.2897 = 1,000.23 is not: 289.77."""
    terms = resolve_tax(plan_with(rules=SWEDEN))
    assert tax_of_a_year(terms, 1289)[1] == 0
    assert tax_of_a_year(terms, 1290)[1] == pytest.approx(289.77, abs=0.005)


def test_united_states_a_profit_of_8_000():
    """8,000 * 92.35 % = 7,388; 15.3 % of it = 1,130.36; half of that, 565.18, is deducted before income tax."""
    terms = resolve_tax(plan_with("USD", rules=USA))
    base, contributions, income_tax = tax_of_a_year(terms, 8000)
    assert base == pytest.approx(7388, abs=1e-6)
    assert contributions == pytest.approx(1130.36, abs=0.005)
    assert terms.deductible_share * contributions == pytest.approx(565.18, abs=0.005)
    assert income_tax == 0  # no share of income tax is known until the person states it


def test_united_states_income_tax_at_the_share_that_the_person_states():
    """22 % of 8,000 - 565.18 = 7,434.82: 1,635.66."""
    terms = resolve_tax(plan_with("USD", rules=USA, income_share=0.22))
    assert tax_of_a_year(terms, 8000)[2] == pytest.approx(1635.66, abs=0.005)


def test_united_states_from_400_of_net_earnings_and_social_security_up_to_the_wage_base():
    """433 * 92.35 % = 399.88 is free. 200,000: base 184,700; 12.4 % of 176,100 + 2.9 % of 184,700 = 27,192.70."""
    terms = resolve_tax(plan_with("USD", rules=USA))
    assert tax_of_a_year(terms, 433)[1] == 0
    assert tax_of_a_year(terms, 434)[1] == pytest.approx(434 * 0.9235 * 0.153)
    assert tax_of_a_year(terms, 200_000)[1] == pytest.approx(27_192.70, abs=0.005)


def test_no_rules_take_nothing_even_where_a_share_is_stated():
    assert resolve_tax(plan_with(rules="none", income_share=0.3)) == TaxTerms()


def test_a_flat_share_is_all_of_the_tax():
    assert resolve_tax(plan_with(rules="flat", income_share=0.3)) == TaxTerms(income_share=0.3)
    assert resolve_tax(plan_with(rules="flat")) == TaxTerms()


@pytest.mark.parametrize("rules", ["none", "flat"])
def test_without_a_set_vat_goes_by_the_figures_of_the_plan(rules: str):
    stated = {"vat_registered": "past_threshold", "vat_rate": 0.2, "vat_rate_on_costs": 0.1, "vat_threshold": 5000}
    assert resolve_tax(plan_with(rules=rules, **stated)) == TaxTerms(**stated)


def test_a_set_without_vat_leaves_it_to_the_plan():
    terms = resolve_tax(plan_with("USD", rules=USA, vat_registered="from_start", vat_rate=0.07))
    assert (terms.vat_registered, terms.vat_rate, terms.vat_rate_on_costs) == ("from_start", 0.07, 0)
    assert terms.vat_threshold is None


def test_what_the_plan_leaves_empty_is_what_the_rules_say():
    terms = resolve_tax(plan_with(rules=SWEDEN, vat_registered="past_threshold"))
    assert (terms.income_share, terms.vat_rate, terms.vat_rate_on_costs) == (0.3241, 0.25, 0.25)
    assert (terms.vat_registered, terms.vat_threshold) == ("past_threshold", 120_000)
    assert (terms.vat_every_months, terms.vat_paid_after, terms.paid_in) == (3, 2, 5)
    assert terms.carries_losses


def test_what_the_plan_states_stands_in_place_of_the_rules():
    stated = {"income_share": 0.52, "vat_rate": 0.06, "vat_rate_on_costs": 0.0, "vat_threshold": 80_000}
    terms = resolve_tax(plan_with(rules=SWEDEN, **stated))
    assert {name: getattr(terms, name) for name in stated} == stated
    assert terms.contributions == (Contribution(0.2897, 1000),)


def test_a_share_of_nothing_is_stated_too():
    assert resolve_tax(plan_with(rules=SWEDEN, income_share=0)).income_share == 0


def test_amounts_of_the_rules_are_brought_into_the_currency_of_the_plan_and_its_own_are_not():
    """At 0.10 dollars for a krona, VAT is due above 12,000 dollars. At 9 kronor for a dollar, 400 dollars are 3,600."""
    terms = resolve_tax(plan_with("USD", {"SEK": 0.1}, rules=SWEDEN))
    assert terms.contributions == (Contribution(0.2897, pytest.approx(100)),)
    assert terms.vat_threshold == pytest.approx(12_000)
    assert resolve_tax(plan_with("USD", {"SEK": 0.1}, rules=SWEDEN, vat_threshold=900)).vat_threshold == 900
    american = resolve_tax(plan_with("SEK", {"USD": 9}, rules=USA))
    assert [(part.floor, part.cap) for part in american.contributions] == [(3600, 9 * 176_100), (3600, None)]


def test_rules_in_another_currency_without_a_rate_are_a_fault():
    plan = plan_with("USD", rules=SWEDEN)
    fault = missing_rate(AMERICAN, plan)
    assert fault is not None
    assert fault.path == "exchange_rates.SEK"
    assert fault.message.format(**fault.parameters) == (
        "The tax rules that you chose state their amounts in SEK and the plan is in USD. Two currencies are never "
        "mixed without a rate that you state: say what 1 SEK costs in USD, or choose other rules."
    )
    with pytest.raises(ValueError, match="no exchange rate"):
        resolve_tax(plan)
    assert missing_rate(AMERICAN, plan_with("USD", {"SEK": 0.1}, rules=SWEDEN)) is None


def test_the_rate_of_the_company_is_asked_for_first():
    plan = plan_with("USD", rules=SWEDEN)
    fault = missing_rate(EUROPEAN, plan)
    assert fault is not None
    assert fault.path == f"exchange_rates.{EUROPEAN.currency}"
    assert missing_rate(AMERICAN, plan_with("USD", rules="none")) is None


def test_a_wage_is_before_tax_where_the_plan_counts_none_and_else_after_income_tax():
    """Of 100: none is taken without tax, 30 with a flat 30 %, 32 where the person states 32 % under Swedish rules."""

    def wage_with(**tax: Any) -> float | None:
        plan = {"currency": "SEK", "tax": tax, "money_and_time": {"reference_wage": 100}}
        return reference_wage(Plan.model_validate(plan))

    assert wage_with() == 100
    assert wage_with(rules="none", income_share=0.3) == 100
    assert wage_with(rules="flat", income_share=0.3) == pytest.approx(70)
    assert wage_with(rules="flat") == 100
    assert wage_with(rules=SWEDEN, income_share=0.32) == pytest.approx(68)
    assert reference_wage(Plan.model_validate({"currency": "CHF"})) is None
