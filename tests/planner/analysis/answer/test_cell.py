"""What the last edit changed is said in words, always against what was before it."""

import pytest

from planner.analysis.answer.cell import deeper, difference, sooner
from planner.speech import Speech

SPEECH = Speech("en", "USD", "2027-01")


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (10, 12, "2 months earlier than before your change"),
        (12, 11, "1 month later than before your change"),
        (None, 12, "before your change: month 12"),
        (12, 12, ""),
        (None, None, ""),
    ],
)
def test_a_month_against_the_one_before(now: int | None, before: int | None, said: str) -> None:
    assert sooner(now, before, f"month {before}", SPEECH) == said


def test_an_amount_and_a_hole_against_those_before() -> None:
    said = [difference(5, 3, SPEECH), difference(3, 5, SPEECH), deeper(5, 3, SPEECH), deeper(3, 5, SPEECH)]
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in said] == [
        "2 USD more than before your change",
        "2 USD less than before your change",
        "2 USD deeper than before your change",
        "2 USD less deep than before your change",
    ]
    assert difference(5, 5, SPEECH) == deeper(5, None, SPEECH) == ""
