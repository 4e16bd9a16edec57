"""Reference wages: each cited, in a currency of the program, said alike in both languages; a broken file gives none."""

from pathlib import Path

import pytest

from planner.inputs.company.edited import plain_numbers
from planner.inputs.evidence.wages import Wage, load_wages
from planner.inputs.plan.plan import CURRENCIES, Plan, default_plan

WAGES = load_wages()
by_currency = pytest.mark.parametrize("wage", WAGES.by_currency.values(), ids=lambda wage: wage.currency)


def test_the_file_is_without_fault_and_holds_what_was_found():
    """Read off research of November 2026: shop work where somebody measured it, else the law's minimum."""
    assert WAGES.faults == ()
    found = {"USD": 17.03, "SEK": 190.20, "EUR": 13.90, "GBP": 12.71}
    assert {currency: wage.value for currency, wage in WAGES.by_currency.items()} == found


@by_currency
def test_a_wage_is_cited_and_says_its_figure_and_that_it_is_before_tax(wage: Wage):
    assert wage.currency in CURRENCIES
    assert (wage.unit, wage.kind) == ("money", "published")
    assert WAGES.sources[wage.source].address
    assert wage.year != "undated"
    assert str(wage.year) in wage.text.en
    for words, group, point, tax in (
        (wage.text.en, ",", ".", "before tax"),
        (wage.text.sv, "[ \N{NO-BREAK SPACE}]", ",", "före skatt"),
    ):
        assert wage.value in plain_numbers(words, group, point)
        assert tax in words


@pytest.mark.parametrize("currency", CURRENCIES)
def test_a_plan_begins_with_the_wage_of_its_currency_or_with_none(currency: str):
    wage = WAGES.value(currency)
    assert default_plan(currency).money_and_time.reference_wage == wage
    assert Plan.model_validate({"currency": currency}).money_and_time.reference_wage == wage


def test_a_wage_that_a_plan_states_or_leaves_empty_stays_so():
    for stated in (12.5, None):
        plan = Plan.model_validate({"money_and_time": {"reference_wage": stated}})
        assert plan.money_and_time.reference_wage == stated


def test_a_broken_file_gives_no_wage_and_says_why(tmp_path: Path):
    broken = tmp_path / "broken.toml"
    broken.write_text('[[wages]]\ncurrency = "USD"\n')
    found = load_wages(broken)
    assert found.value("USD") is None
    assert found.faults
