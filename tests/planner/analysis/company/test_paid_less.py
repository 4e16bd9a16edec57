"""How many were paid less, by hand: bands, medians and means give bounds, and nothing is interpolated."""

from typing import Any

import pytest

from planner.analysis.company.paid_less import Bounds, highest, paid_less, paid_nothing
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.disclosure import Distribution

WORDS = {"en": "all", "sv": "alla"}


def table(*bands: dict[str, Any], complete: bool = True) -> Distribution:
    cited = {"kind": "published", "source": "table", "year": 2020, "grade": "primary"}
    head = {"title": WORDS, "of_whom": WORDS, "market": WORDS, "period": "2020", "per": "year"}
    rows = [{"title": WORDS} | band for band in bands]
    stated = {"counted": "before_expenses", "complete": complete, "bands": rows}
    return Distribution.model_validate(cited | head | stated)


def bounds(least: float, most: float) -> Bounds:
    return Bounds(pytest.approx(least), pytest.approx(most))  # type: ignore[arg-type]


BANDS = table(
    {"share": 0.6, "mean": 0.0},
    {"share": 0.3, "below": 200.0},
    {"share": 0.1, "at_least": 200.0},
)


def test_bands_bound_the_share_and_give_one_number_at_their_edges() -> None:
    """60 got nothing, 30 something below 200, 10 got 200 or more."""
    assert paid_less(BANDS, 50) == bounds(0.6, 0.9)  # of the 30 any number may lie below 50
    assert paid_less(BANDS, 200.5) == bounds(0.9, 1.0)
    assert paid_less(BANDS, 200) == bounds(0.6, 0.9)  # "below 200" may have been printed of what is at most 200
    assert paid_nothing(BANDS) == bounds(0.6, 0.9)


def test_half_lie_on_each_side_of_a_median() -> None:
    one = table({"share": 1.0, "median": 100.0})
    assert paid_less(one, 99) == bounds(0, 0.5)
    assert paid_less(one, 101) == bounds(0.5, 1)
    assert paid_less(one, 100.3) == bounds(0.5, 0.5)  # printed in whole units: the median itself


def test_of_a_mean_at_most_its_part_of_an_amount_got_as_much() -> None:
    """Pay is never below zero: with a mean of 10 at most 10 / 40 had 40, so at least three in four had less."""
    assert paid_less(table({"share": 1.0, "mean": 10.0}), 40) == bounds(0.75, 1)
    assert paid_less(table({"share": 1.0, "mean": 10.0}), 9) == bounds(0, 1)
    # All had 20 or more, 30 on average: at most (30 - 20) / (60 - 20) had 60.
    assert paid_less(table({"share": 1.0, "mean": 30.0, "at_least": 20.0}), 60) == bounds(0.75, 1)


def test_those_of_whom_nothing_is_known_may_be_anywhere() -> None:
    part = table({"share": 0.5, "mean": 0.0}, {"title": WORDS, "mean": 900.0}, complete=False)
    assert paid_less(part, 10) == bounds(0.5, 1)
    assert not paid_less(table({"share": 1.0}), 10).says_something


def test_without_a_rate_only_those_paid_nothing_are_known_to_be_below() -> None:
    assert paid_less(BANDS, None) == bounds(0.6, 1)
    assert paid_less(table({"share": 1.0, "median": 0.0}), None) == bounds(0.5, 1)


@pytest.mark.parametrize(
    ("amount", "least", "most"),
    [
        (100, 0, 0.5),  # 100 < 203 < 869: at most half of either
        (459, 0.5 * 0.7258, 0.7258 + 0.5 * 0.2742),  # between the medians
        (869, 0.5, 0.7258 + 0.5 * 0.2742),  # half of each at least, and of those there all year just half
        # Of those there for a part of it at most 452 / 2,901 had as much.
        (2901, 0.7258 * (1 - 452 / 2901) + 0.5 * 0.2742, 1),
    ],
)
def test_scentsy_2020_by_hand(amount: float, least: float, most: float) -> None:
    """72.58 of 100 joined or left (median 203, mean 452), 27.42 were there all year (median 869, mean 2,901)."""
    [scentsy] = load_catalog().companies["scentsy-us"].distributions
    assert paid_less(scentsy, amount) == bounds(least, most)
    assert highest(scentsy) == 2901
