"""The sets of tax rules that are shipped: complete, cited, in both languages, and true to what was found."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from planner.inputs.cited.figure import Cited, Figure, Words
from planner.inputs.company.edited import plain_numbers
from planner.inputs.evidence.tax_rules import TAX_RULES, AssumedMonth, AssumedPractice, TaxRules, load_tax_rules
from planner.inputs.plan.plan import CURRENCIES
from tests.data.test_companies import records

LOADED = load_tax_rules()
SETS = list(LOADED.sets.values())
AMERICAN = [f"united-states-self-employment-{year}" for year in (2025, 2026)]
by_set = pytest.mark.parametrize("rules", SETS, ids=lambda rules: rules.id)
READ = (date(2026, 11, 23), date(2026, 11, 29))
OLD = {"reduction-guidance"}  # 2016, the newest edition found; the newest undated page says the same
ALLOWED_UNITS = {"share", "money", "money_a_year", "year"}


def test_the_sets_promised_are_there_without_a_fault():
    assert LOADED.faults == ()
    assert list(LOADED.sets) == ["sweden-sole-trader-2026", *AMERICAN]
    assert [path.stem for path in sorted(TAX_RULES.iterdir())] == list(LOADED.sets)
    assert LOADED.choices == ("none", "flat", *LOADED.sets)


@by_set
def test_every_figure_is_cited_with_a_plausible_year_in_a_unit_that_tax_has(rules: TaxRules):
    figures = [record for record in records(rules) if isinstance(record, Figure)]
    assert len(figures) >= 6
    for figure in figures:
        assert figure.source in rules.sources
        assert figure.kind != "invented"
        assert figure.unit in ALLOWED_UNITS
        assert figure.read in READ if figure.year == "undated" else 2024 <= figure.year <= 2026 or figure.source in OLD


@by_set
def test_every_source_is_used_and_has_a_bare_address(rules: TaxRules):
    assert {record.source for record in records(rules) if isinstance(record, Cited)} == set(rules.sources)
    addresses = [source.address for source in rules.sources.values()]
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        assert address is not None
        parts = urlsplit(address)
        assert "." in parts.netloc
        assert "utm_" not in parts.query
        assert parts.fragment == ""


@by_set
def test_what_is_assumed_says_that_no_source_was_read(rules: TaxRules):
    assumed = [record for record in records(rules) if isinstance(record, (AssumedMonth, AssumedPractice))]
    assert assumed
    for record in assumed:
        assert "No source" in record.reason.en
        assert "Ingen källa" in record.reason.sv


@by_set
def test_every_text_says_the_same_figures_in_both_languages_in_a_neutral_tone(rules: TaxRules):
    texts = [record for record in records(rules) if isinstance(record, Words)]
    for text in texts:
        assert plain_numbers(text.en, ",", ".") == plain_numbers(text.sv, "[ \N{NO-BREAK SPACE}]", ","), text
        for words in (text.en, text.sv):
            assert words == words.strip()
            assert "!" not in words
            assert "  " not in words


@by_set
def test_a_set_is_in_a_known_currency_and_says_what_it_leaves_out(rules: TaxRules):
    assert rules.currency in CURRENCIES
    assert len(rules.not_computed) >= 3
    assert rules.name.en.endswith(rules.id[-4:])
    assert rules.name.sv.endswith(rules.id[-4:])
    assert str(rules.year) == rules.id[-4:]


def test_figures_of_sweden():
    rules = LOADED.sets["sweden-sole-trader-2026"]
    assert rules.currency == "SEK"
    assert len(rules.contributions) == 1
    contribution = rules.contributions[0]
    assert (contribution.rate.value, contribution.rate.year) == (0.2897, 2026)
    assert contribution.floor is not None
    assert contribution.floor.value == 1000
    assert contribution.cap is None
    assert rules.base_share.value * 1.2897 == pytest.approx(1, abs=1e-12)
    assert rules.reduction is not None
    assert (rules.reduction.share.value, rules.reduction.floor.value, rules.reduction.most.value) == (
        0.075,
        40_000,
        15_000,
    )
    assert rules.reduction.base_share.value * (1.2897 - 0.075) == pytest.approx(1, abs=1e-12)
    assert rules.deductible_share.value == 1
    assert rules.income_share is not None
    assert (rules.income_share.value, rules.income_share.year) == (0.3238, 2026)
    assert rules.vat is not None
    assert rules.vat.rate.value == 0.25
    # Computed since the plan can say that it sells food: by month, since the lower rate ends.
    food = [(each.first_month, each.rate.value) for each in rules.vat.food]
    assert food == [("2026-01", 0.12), ("2026-04", 0.06), ("2028-01", 0.12)]
    assert rules.state_tax is not None
    assert (rules.state_tax.above.value, rules.state_tax.rate.value) == (660_400, 0.2)
    assert (rules.vat.threshold.value, rules.vat.threshold.year) == (120_000, 2025)


@pytest.mark.parametrize(
    ("rules", "wage_base", "standard"),
    [
        (AMERICAN[0], 176_100, [("single", 15_750), ("jointly", 31_500), ("head", 23_625)]),
        (AMERICAN[1], 184_500, [("single", 16_100), ("jointly", 32_200), ("head", 24_150)]),
    ],
)
def test_figures_of_the_united_states(rules: str, wage_base: float, standard: list[tuple[str, float]]):
    rules = LOADED.sets[rules]
    assert rules.currency == "USD"
    assert rules.base_share.value == 0.9235
    assert [rule.rate.value for rule in rules.contributions] == [0.124, 0.029]
    assert sum(rule.rate.value for rule in rules.contributions) == pytest.approx(0.153)
    assert [rule.floor.value for rule in rules.contributions if rule.floor] == [400, 400]
    assert [rule.cap and rule.cap.value for rule in rules.contributions] == [wage_base, None]
    assert rules.deductible_share.value == 0.5
    assert rules.income_share is None
    assert rules.vat is None
    assert rules.carries_losses is None
    assert [(each.filing, each.amount.value) for each in rules.income_deductions] == standard
    assert rules.hobby is not None
    assert rules.sales_tax is not None
