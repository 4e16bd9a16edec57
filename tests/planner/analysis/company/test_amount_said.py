"""Amounts in sentences are found as a reader finds them, in either language."""

import pytest

from planner.analysis.company.amount_said import states
from planner.inputs.company.catalog import load_catalog
from planner.language import LANGUAGES, Language


@pytest.mark.parametrize(
    ("text", "amount", "language"),
    [
        ("agreed to pay 150 million dollars and to a ban", 150e6, "en"),
        ("overstated: 1,225,000 dollars, and demands", 1_225_000, "en"),
        ("A penalty of 1.5 million dollars.", 1.5e6, "en"),
        ("Böter på 1,5 miljoner dollar.", 1.5e6, "sv"),
        ("4 750 000 dollar, varav 4 000 000 till", 4_750_000, "sv"),
    ],
)
def test_a_number_of_the_sentence_is_the_amount(text: str, amount: float, language: Language) -> None:
    assert states(text, amount, language)
    assert not states(text, amount + 1, language)


def test_of_the_record_only_a_sum_of_two_amounts_is_not_in_its_sentence() -> None:
    """524,000 and 16,000 dollars of fines are 540,000."""
    for language in LANGUAGES:
        unsaid = {
            (company.id, act.amount)
            for company in load_catalog().companies.values()
            for act in company.enforcement
            if act.amount is not None and not states(getattr(act.text, language), act.amount, language)
        }
        assert unsaid == {("nu-skin-us", 540_000)}
