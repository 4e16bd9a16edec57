"""The laws that are drawn from, each against its exact chances: counts, factors, lives."""

import math

import numpy as np
import pytest

from planner.inputs.plan.plan import Plan
from planner.projection.plan_assumptions import member_attrition
from planner.simulation import sampling
from planner.simulation.sampling import Factors, Lives, Purpose, binomial, drawn, path_keys, poisson, survival

# One draw in the middle of each of so many equal parts of all that can be drawn: chances without chance.
PARTS = 2**18
EVENLY = (np.arange(PARTS, dtype=np.uint64) << np.uint64(46)) + np.uint64(2**45)

MEANS = (0.01, 0.1, 0.7, 1, 3, 7.3, 11.9, 12.1, 15, 20, 50, 133.3, 500)
MANY_OR_FEW = [(1, 0.2), (7, 0.2), (60, 0.2), (75, 0.2), (76, 0.2), (400, 0.2), (10, 0.5), (49, 0.5)]
MANY_OR_FEW += [(2_000, 0.5), (700, 0.02), (1_000, 0.01), (60, 0.9), (140, 0.9), (20, 0.999)]


def poisson_chances(mean: float, most: int) -> np.ndarray:
    return np.array([math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)) for count in range(most + 1)])


def binomial_chances(number: int, chance: float, most: int) -> np.ndarray:
    def one(count: int) -> float:
        ways = math.lgamma(number + 1) - math.lgamma(count + 1) - math.lgamma(number - count + 1)
        return math.exp(ways + count * math.log(chance) + (number - count) * math.log1p(-chance))

    return np.array([one(count) if count <= number else 0.0 for count in range(most + 1)])


def assert_chances(counts: np.ndarray, chances: np.ndarray) -> None:
    """Every chance of at most so many is within 0.0025, and mean and variance are within 1 %, of the exact ones."""
    numbers = np.arange(len(chances))
    found = np.bincount(counts, minlength=len(chances)) / len(counts)
    assert len(found) == len(chances)
    assert np.abs(found.cumsum() - chances.cumsum()).max() < 0.0025
    mean = (numbers * chances).sum()
    assert counts.mean() == pytest.approx(mean, rel=1e-3)
    assert counts.var() == pytest.approx(((numbers - mean) ** 2 * chances).sum(), rel=0.01)


@pytest.mark.parametrize("mean", MEANS)
def test_a_poisson_number_has_the_chances_of_its_law(mean):
    assert_chances(poisson(EVENLY.copy(), mean), poisson_chances(mean, int(mean + 8 * math.sqrt(mean) + 12)))


@pytest.mark.parametrize(("number", "chance"), MANY_OR_FEW)
def test_a_binomial_number_has_the_chances_of_its_law(number, chance):
    counts = binomial(EVENLY.copy(), np.full(PARTS, number), chance)
    assert_chances(counts, binomial_chances(number, chance, number))


@pytest.mark.parametrize(("number", "chance"), [(170, 0.99), (60, 0.999999), (1_000, 0.999999)])
def test_nearly_all_of_many_are_drawn_where_the_chance_is_nearly_one(number, chance):
    """Of evenly spread bits every chance of at most so many is met to within one of them, too rare for 1 % of it."""
    few = EVENLY[::64].copy()
    counts = binomial(few, np.full(len(few), number), chance)
    found = np.bincount(counts, minlength=number + 1).cumsum() / len(few)
    assert len(found) == number + 1
    assert np.abs(found - binomial_chances(number, chance, number).cumsum()).max() <= 1 / len(few)


@pytest.mark.parametrize("purpose", [Purpose.ORDERS, Purpose.RECRUITED])
def test_what_is_drawn_by_key_falls_evenly(purpose):
    """Chi-square of 100,000 keys and of their months over 64 parts: 63 expected, 130 in one of a million."""
    keys = path_keys(7, 0, 100_000)
    months = drawn(keys[:1_000, None], purpose, np.arange(100)[None, :]).reshape(-1)
    for bits in (drawn(keys, purpose), months):
        counts = np.bincount((bits >> np.uint64(58)).astype(int), minlength=64)
        expected = len(bits) / 64
        assert ((counts - expected) ** 2 / expected).sum() < 130


def test_draws_of_two_purposes_months_or_neighbours_do_not_go_together():
    """Correlations of 100,000 pairs: 0.003 is one standard deviation."""
    keys = path_keys(7, 0, 100_000)
    one = sampling.uniform(drawn(keys, Purpose.LIFE))
    others = [drawn(keys, Purpose.ABILITY), drawn(keys, Purpose.LIFE, 1), np.roll(drawn(keys, Purpose.LIFE), 1)]
    others.append(drawn(path_keys(8, 0, 100_000), Purpose.LIFE))
    for other in others:
        assert abs(np.corrcoef(one, sampling.uniform(other))[0, 1]) < 0.015


@pytest.mark.parametrize("spread", [0.01, 0.25, 0.5, 0.6, 1])
def test_a_factor_has_mean_one_and_its_spread(spread):
    values = Factors.lognormal(spread).values
    assert values.mean() == pytest.approx(1, abs=1e-9)
    assert values.std() == pytest.approx(spread, rel=0.01)


@pytest.mark.parametrize("spread", [2, 3, 5])
def test_a_wide_factor_has_its_spread(spread):
    """2 is what the plan assumes of recruiting, 3 the plausible high of it, 5 the most it may state."""
    assert Factors.lognormal(spread).values.std() == pytest.approx(spread, rel=0.01)


# --- how long members stay -------------------------------------------------------------------------------------------

LEAVING = [{}, {"annual_attrition": 0.8, "first_months_attrition": 0.5}, {"annual_attrition": 0.3}]
LEAVING += [{"annual_attrition": 0.9, "first_months_attrition": 0.0}]


def shares_there(team: dict[str, float], spread: float, months: int = 120) -> tuple[Plan, np.ndarray]:
    plan = Plan.model_validate({"team": team})
    return plan, survival(*member_attrition(plan.team), spread, months)


@pytest.mark.parametrize("spread", [0, 0.35, 0.7, 1.5, 3])
@pytest.mark.parametrize("team", LEAVING)
def test_as_many_are_gone_after_three_months_and_after_a_year_whatever_the_spread(team, spread):
    plan, there = shares_there(team, spread)
    year, first = plan.team.annual_attrition, plan.team.first_months_attrition
    assert there[0] == 1
    assert there[12] == pytest.approx(1 - year)
    assert (np.diff(there) <= 0).all()
    evenly = (1 - year) ** (3 / 12)
    assert there[3] == pytest.approx(evenly if first is None else 1 - first)


@pytest.mark.parametrize("spread", [1e-7, 1e-9, 1e-170])
def test_next_to_no_spread_of_staying_is_as_none(spread):
    _, there = shares_there({}, spread)
    assert there == pytest.approx(shares_there({}, 0)[1], rel=1e-6)


@pytest.mark.parametrize("team", LEAVING)
def test_uneven_staying_is_an_average_over_gamma_tendencies(team):
    """S(k) is the mean of exp(-tendency x hazards): summed over a fine grid of gamma quantiles, to a thousandth."""
    spread = 0.7
    _, there = shares_there(team, spread)
    shape = 1 / spread**2
    dice = np.random.default_rng(5)
    tendency = dice.gamma(shape, 1 / shape, 400_000)
    summed = shape * (there[[1, 3, 7, 12, 40]] ** (-1 / shape) - 1)
    by_tendency = np.exp(-tendency[:, None] * summed).mean(axis=0)
    assert by_tendency == pytest.approx(there[[1, 3, 7, 12, 40]], abs=0.002)
    # Straight up to three months, straight from there on.
    hazards = shape * (there ** (-1 / shape) - 1)
    bends = np.abs(np.diff(hazards, 2)) > 1e-9
    assert set(np.flatnonzero(bends)) <= {2}


@pytest.mark.parametrize("spread", [0, 0.7])
def test_lives_are_as_long_as_the_shares_say(spread):
    """Drawn lives: more than k months with the share still there after k, so the mean is the sum of the shares."""
    _, there = shares_there({}, spread, 123)
    keys = path_keys(3, 0, 200_000)
    months = Lives.of_survival(there).of(keys, Purpose.LIFE)
    assert months.min() == 1
    for k in (1, 3, 12, 40):
        assert (months > k).mean() == pytest.approx(there[k], abs=0.005)
    assert np.minimum(months, 60).mean() == pytest.approx(there[:60].sum(), rel=0.01)
    if spread == 0:
        leaves = member_attrition(Plan().team)[1]
        assert there[:60].sum() == pytest.approx((1 - (1 - leaves) ** 60) / leaves)
