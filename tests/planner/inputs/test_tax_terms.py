"""What a plan meets of its tax rules: published examples by hand, its own figures in their place, its own currency."""

from dataclasses import replace
from typing import Any

import pytest

from planner.inputs.company.catalog import load_catalog
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import Contribution, Reduction, TaxTerms, reference_wage, resolve_tax

SWEDEN, USA = "sweden-sole-trader-2026", "united-states-self-employment-2025"
AMERICAN = load_catalog().companies["young-living-us"]
EUROPEAN = load_catalog().companies["amway-eu"]


def plan_with(currency: str = "SEK", rates: dict[str, float] | None = None, **tax: Any) -> Plan:
    return Plan.model_validate({"currency": currency, "exchange_rates": rates or {}, "tax": tax})


def tax_of_a_year(terms: TaxTerms, profit: float) -> tuple[float, float, float]:
    """Base, contributions and income tax of one year, from the definition in TaxTerms and nothing else."""
    base, reduced = profit * terms.base_share, 0.0
    off = terms.reduction
    if off is not None and base > off.floor:
        base = min(profit * off.base_share, (profit + off.most) * terms.base_share)
        reduced = min(off.share * base, off.most)
    contributions = -reduced
    for contribution in terms.contributions:
        if base >= contribution.floor:
            counted = base if contribution.cap is None or base < contribution.cap else contribution.cap
            contributions += contribution.rate * counted
    return base, contributions, terms.income_share * (profit - terms.deductible_share * contributions)


def test_sweden_100_000_on_top_of_a_job():
    """Contributions are 28.97 % of the base less 7.5 % of it, and the base is what they leave: profit = 1.2147 x base.

    100,000 / 1.2147 = 82,325; 100,000 - 82,325 = 17,675; 32.38 % of 82,325 = 26,657; in all 44,332. Without the
    reduction it was 100,000 / 1.2897 = 77,537, 22,463 and 25,107: 47,569.
    """
    terms = resolve_tax(plan_with(rules=SWEDEN))
    base, contributions, income_tax = tax_of_a_year(terms, 100_000)
    assert (round(base), round(contributions), round(income_tax)) == (82_325, 17_675, 26_657)
    assert round(contributions + income_tax) == 44_332
    base, contributions, income_tax = tax_of_a_year(replace(terms, reduction=None), 100_000)
    assert (round(base), round(contributions), round(income_tax)) == (77_537, 22_463, 25_107)
    assert tax_of_a_year(terms, 0) == (0, 0, 0)


def test_sweden_takes_less_in_contributions_once_the_base_is_above_40_000():
    """40,000 x 1.2897 = 51,588: a profit of 51,588 owes 11,588 on a base of just 40,000, and one of 51,590 less.

    51,590 / 1.2147 = 42,471.39; 21.47 % of it is 9,118.61. Of the whole base, or 120 kronor would be off.
    """
    terms = resolve_tax(plan_with(rules=SWEDEN))
    assert tax_of_a_year(terms, 51_588)[1] == pytest.approx(11_588, abs=0.01)
    assert tax_of_a_year(terms, 51_590)[1] == pytest.approx(9_118.61, abs=0.01)


def test_sweden_takes_at_most_15_000_off():
    """200,000 x 1.2147 = 242,940 is where 7.5 % is 15,000. Of 300,000: (300,000 + 15,000) / 1.2897 = 244,242.85.

    28.97 % of it is 70,757.15, less 15,000; 55,757.15 is 300,000 - 244,242.85.
    """
    terms = resolve_tax(plan_with(rules=SWEDEN))
    assert tax_of_a_year(terms, 242_940)[:2] == pytest.approx((200_000, 42_940), abs=0.01)
    assert tax_of_a_year(terms, 300_000)[:2] == pytest.approx((244_242.85, 55_757.15), abs=0.01)


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


def test_united_states_2026_takes_at_most_22_878_in_social_security():
    """As announced: 12.4 % of 184,500. Of 250,000 the base is 230,875, and 2.9 % of all of it is 6,695.38 besides."""
    terms = resolve_tax(plan_with("USD", rules="united-states-self-employment-2026"))
    assert tax_of_a_year(terms, 250_000)[1] == pytest.approx(22_878 + 6_695.375)


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
    assert (terms.income_share, terms.vat_rate, terms.vat_rate_on_costs) == (0.3238, 0.25, 0.25)
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
    assert terms.reduction == Reduction(0.075, pytest.approx(4_000), pytest.approx(1_500), pytest.approx(1 / 1.2147))
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
