"""The paired difference by hand, on a few runs."""

import numpy as np
import pytest

from planner.analysis.chance.paired import Paired, paired
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from tests.properties.situations import invented_company


def test_three_runs_by_hand() -> None:
    # Differences 30, 0 and -6: mean 8; squares about it 22² + 8² + 14² = 744, over 2 = 372; error √(372 / 3) = √124.
    found = paired(np.array([130.0, 50.0, -16.0]), np.array([100.0, 50.0, -10.0]))
    assert found.runs == 3
    assert found.mean == pytest.approx(8)
    assert found.standard_error == pytest.approx(124**0.5)
    assert (found.above, found.below) == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert found.uncertainty == pytest.approx(2 * 124**0.5)
    assert not found.told_apart  # 8 is less than 22.3


def test_the_other_way_round_is_the_same_with_the_other_sign() -> None:
    one, other = np.array([1.0, 5.0, 9.0, 2.0]), np.array([2.0, 3.0, 1.0, 2.0])
    there, back = paired(one, other), paired(other, one)
    assert there.mean == -back.mean == pytest.approx(9 / 4)  # -1, 2, 8, 0
    assert (there.above, there.below) == (back.below, back.above) == (0.5, 0.25)
    assert there.standard_error == back.standard_error


def test_a_difference_that_is_the_same_in_every_run_has_no_uncertainty() -> None:
    found = paired(np.array([12.0, 22.0]), np.array([2.0, 12.0]))
    assert found == Paired(2, 10.0, 0.0, 1.0, 0.0)
    assert found.told_apart


def test_what_is_the_same_to_half_a_cent_is_no_difference() -> None:
    found = paired(np.array([1.0, 2.0]), np.array([1.0, 2.004]))
    assert (found.above, found.below) == (0, 0)
    assert not found.told_apart


def test_runs_that_only_one_has_are_left_out() -> None:
    assert paired(np.array([3.0, 4.0, 1000.0]), np.array([1.0, 2.0])) == Paired(2, 2.0, 0.0, 1.0, 0.0)


def test_one_run_says_nothing_of_uncertainty() -> None:
    with pytest.raises(ValueError, match="two runs"):
        paired(np.array([1.0]), np.array([1.0, 2.0]))


def test_the_same_seed_gives_the_same_luck_to_every_company() -> None:
    """A kit that costs 60 more leaves 60 less in every run, whatever else is drawn."""
    plan = Plan.model_validate({"chance": {"when_money_runs_out": "puts_in_more"}})
    cheap, dear = (simulate(plan, invented_company(kit=kit), 50).outcome.result for kit in (40, 100))
    assert cheap.std() > 0
    found = paired(dear, cheap)
    assert found.mean == pytest.approx(-60)
    assert found.standard_error == pytest.approx(0, abs=1e-9)
    assert (found.above, found.below) == (0, 1)
