"""Reproducible draws: a number follows from the seed, from whom it is for and from what it is for, and nothing else.

Every path and every person has a key of 64 bits; a draw mixes the key with its purpose and month. So an answer does not
depend on blocks, threads or the order of companies, and a plan that is changed a little meets the same luck.
The mixing is the finaliser of SplitMix64 (Steele, Lea and Flood 2014, https://doi.org/10.1145/2714064.2660195).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from math import log, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Keys = NDArray[np.uint64]
Whole = NDArray[np.int64]
Index = NDArray[np.intp]

STEP = 0x9E3779B97F4A7C15  # an odd number, so that steps of it never meet again within 2 ** 64
PURPOSE_STEP = 0xD1B54A32D192ED03  # another, so that no purpose and number fall on those of another purpose
TABLE_BITS = 12
LIFE_BITS = 16
MANY = 12.0  # from such a variance on, a count is drawn by its normal approximation, skewness and more corrected
SMALLEST_SPREAD = 1e-4  # below it there is none
SIGMA_STEPS = 40
MOST_COUNTED = 400  # beyond any uniform number of 53 bits where the spread is below MANY


class Purpose(IntEnum):
    """What a draw is for: each is a stream of its own."""

    PATH = 1
    EFFORT = 2
    NEW_CUSTOMERS = 3
    LEAVING_CUSTOMERS = 4
    ORDERS = 5
    ORDER_VALUE = 6
    CUSTOMER_LUCK = 7
    ORDER_LUCK = 8
    OWN_RECRUITS = 9
    OWN_RECRUIT = 10
    RECRUIT = 11
    ABILITY = 12
    LIFE = 13
    RECRUITED = 14
    JOINING_MONTH = 15
    ROOM = 16
    APPETITE = 17
    PURCHASE = 18
    OWN_LIFE = 19
    PARTY_ORDERS = 20
    AT_ONCE = 21
    RECRUITED_AT_ONCE = 22
    RECRUIT_AT_ONCE = 23
    TODAY = 24


def mixed(keys: Keys) -> Keys:
    """Every bit of the result hangs on every bit of the key; keys are overwritten."""
    keys ^= keys >> np.uint64(30)
    keys *= np.uint64(0xBF58476D1CE4E5B9)
    keys ^= keys >> np.uint64(27)
    keys *= np.uint64(0x94D049BB133111EB)
    keys ^= keys >> np.uint64(31)
    return keys


def path_keys(seed: int, first: int, paths: int) -> Keys:
    """The keys of so many paths from the first on, (paths,)."""
    numbers = np.arange(first, first + paths, dtype=np.uint64)
    of_seed = mixed(np.full(1, (seed * STEP + PURPOSE_STEP) % 2**64, dtype=np.uint64))
    return mixed(mixed(numbers * np.uint64(STEP)) + of_seed)


def drawn(keys: Keys, purpose: Purpose, number: NDArray[np.integer] | int = 0) -> Keys:
    """64 random bits for each key; number: the month, or which of several, broadcast against the keys."""
    place = np.uint64(purpose * PURPOSE_STEP % 2**64)
    if isinstance(number, int):
        return mixed(keys + np.uint64((int(place) + number * STEP) % 2**64))
    return mixed(keys + (number.astype(np.uint64) * np.uint64(STEP) + place))


def uniform(bits: Keys) -> Array:
    """A number above 0 and below 1 from 64 random bits."""
    return (bits >> np.uint64(11)).astype(np.float64) * 2.0**-53 + 2.0**-54


QUANTILES: Array = np.array([NormalDist().inv_cdf((place + 0.5) / 2**TABLE_BITS) for place in range(2**TABLE_BITS)])
NORMAL: Array = QUANTILES / float(QUANTILES.std())


def place_in_table(bits: Keys) -> NDArray[np.intp]:
    """Which of the equally likely values of a table is drawn."""
    return (bits >> np.uint64(64 - TABLE_BITS)).astype(np.intp)


def normal(bits: Keys) -> Array:
    """A standard normal number, as one of 4,096 equally likely ones."""
    values: Array = NORMAL[place_in_table(bits)]
    return values


@dataclass(frozen=True, slots=True, eq=False)  # the same where it is the one that is kept
class Factors:
    """Skewed factors of mean 1, equally likely values of a lognormal law; values: None where all are 1."""

    values: Array | None

    @classmethod
    @lru_cache(maxsize=256)
    def lognormal(cls, variation: float) -> "Factors":
        """variation: standard deviation over mean. Nothing is drawn where it is as good as 0."""
        if variation < SMALLEST_SPREAD:
            return cls(None)
        # A table ends where the law does not, so a wide one takes more than the law's sigma to be as wide as stated.
        narrow, wide = 0.0, 2 * sqrt(log(1 + variation**2))
        for _ in range(SIGMA_STEPS):
            sigma = (narrow + wide) / 2
            values = np.exp(sigma * NORMAL)
            values = values / values.mean()
            narrow, wide = (sigma, wide) if values.std() < variation else (narrow, sigma)
        return cls(values)

    def of(self, keys: Keys, purpose: Purpose, number: NDArray[np.integer] | int = 0) -> Array | float:
        """The factor of each key, or 1 for all of them."""
        if self.values is None:
            return 1.0
        return np.asarray(self.values[place_in_table(drawn(keys, purpose, number))])

    def of_parts(self, bits: Keys) -> Array:
        """Four factors from each 64 random bits, (4 * bits,), where they differ: 16 bits each, the lowest first."""
        if self.values is None:
            raise ValueError("all factors are 1")
        parts = bits.astype("<u8", copy=False).view("<u2") >> (16 - TABLE_BITS)
        return np.asarray(self.values[parts.astype(np.intp)])


def poisson(bits: Keys, mean: NDArray[np.floating] | float) -> Whole:
    """A Poisson number by inversion, so that a slightly higher mean gives the same number or a slightly higher one.

    Above a mean of MANY: see near_normal.
    """
    means = np.broadcast_to(np.asarray(mean, dtype=float), bits.shape)
    count = np.zeros(bits.shape, dtype=np.int64)
    large = means > MANY
    if large.any():
        count[large] = near_normal(bits[large], means[large], means[large], 1.0, 1.0)
    place = np.flatnonzero(~large & (means > 0))
    each = means.reshape(-1)[place]
    count.reshape(-1)[place] = inverted(
        uniform(bits.reshape(-1)[place]), np.exp(-each), lambda number, among: each[among] / number
    )
    return count


def binomial(bits: Keys, number: Whole, chance: Array | float) -> Whole:
    """How many of so many, each with the same chance, by inversion; with many, as in `poisson`."""
    chances = np.broadcast_to(np.asarray(chance, dtype=float), bits.shape)
    spread = number * chances * (1 - chances)
    large = spread > MANY
    count = np.where(chances >= 1, number, 0)
    if large.any():
        of, variance, skew = number[large], spread[large], 1 - 2 * chances[large]
        peak = 1 - 6 * chances[large] * (1 - chances[large])
        count[large] = np.minimum(near_normal(bits[large], of * chances[large], variance, skew, peak), of)
    place = np.nonzero(~large & (number > 0) & (chances > 0) & (chances < 1))
    of, share, uniforms = number[place], chances[place], uniform(bits[place])
    # From the rarer end, whose first chance is never too small for a float.
    rare, left = share > 1 / 2, np.where(share > 1 / 2, 1 - share, share)
    odds = left / (1 - left)
    found = inverted(
        np.where(rare, 1 - uniforms, uniforms),
        (1 - left) ** of,
        lambda count, among: odds[among] * (of[among] - count + 1) / count,
    )
    count[place] = np.where(rare, of - found, found)
    return count


def inverted(uniforms: Array, none: Array, next_over_last: Callable[[int, Index], Array]) -> Whole:
    """The counts whose summed chances first reach the uniform numbers.

    none: chance of 0. next_over_last: for a count and the places still sought, its chance over that of one less.
    """
    count = np.zeros(len(uniforms), dtype=np.int64)
    among = np.flatnonzero(uniforms > none)
    left, chance, number = uniforms[among] - none[among], none[among], 0
    while len(among) and number < MOST_COUNTED:
        number += 1
        count[among] = number
        chance = chance * next_over_last(number, among)
        left = left - chance
        above = left > 0
        among, left, chance = among[above], left[above], chance[above]
    return count


def near_normal(bits: Keys, mean: Array, variance: Array, skew: Array | float, peak: Array | float) -> Whole:
    """A large count by the expansion of Cornish and Fisher, rounded; within about 0.2 % of the exact chances.

    skew, peak: third and fourth cumulant, over the variance.
    """
    z, sigma = normal(bits), np.sqrt(variance)
    bent = skew * (z**2 - 1) / 6 + (peak * (z**3 - 3 * z) / 24 - skew**2 * (2 * z**3 - 5 * z) / 36) / sigma
    return np.maximum(np.rint(mean + sigma * z + bent), 0).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)  # the same where it is the one that is kept
class Lives:
    """How many months a member acts, at least 1, as equally likely values."""

    months: NDArray[np.int64]

    @classmethod
    @lru_cache(maxsize=64)
    def of_attrition(cls, early: float, later: float, spread: float, longest: int) -> "Lives":
        """As `survival` has them; longer than `longest` months are not told apart."""
        return cls.of_survival(survival(early, later, spread, longest))

    @classmethod
    @lru_cache(maxsize=256)
    def of_those_who_stayed(cls, early: float, later: float, spread: float, longest: int, months: int) -> "Lives":
        """Of members who have been there for so many months, from then on; the restless are gone by then."""
        there = survival(early, later, spread, months + longest)
        return cls.of_survival(there[months:] / there[months])

    @classmethod
    def of_survival(cls, survival: Array) -> "Lives":
        """survival: share still there so many months after joining, index 0 being 1; who outlives it acts for ever."""
        places = (np.arange(2**LIFE_BITS) + 0.5) / 2**LIFE_BITS
        return cls(np.searchsorted(-survival[1:], -places, side="left").astype(np.int64) + 1)

    def still_there(self, months: int) -> Array:
        """Share that acts in each month of membership, (months + 1,), the first at index 1; at 0 all."""
        ended = np.bincount(np.minimum(self.months, months), minlength=months + 1)[: months + 1]
        return np.asarray(1 - (np.cumsum(ended) - ended) / len(self.months))

    def of(self, keys: Keys, purpose: Purpose) -> Whole:
        """The months of each key."""
        return self.months[(drawn(keys, purpose) >> np.uint64(64 - LIFE_BITS)).astype(np.intp)]


def survival(early: float, later: float, spread: float, months: int) -> Array:
    """Share of members still there by months since joining, (months + 1,), the first being 1.

    early, later: share who leave in a month, in the first 3 months and after. spread: how much people differ in it, as
    standard deviation over mean of their chance of leaving (a gamma law, "frailty"). The shares after 3 and after 12
    months are those of the monthly shares whatever the spread, so that it shifts who leaves and not how many at first.
    """
    age = np.arange(months + 1)
    if spread < SMALLEST_SPREAD:
        return np.asarray((1 - early) ** np.minimum(age, 3) * (1 - later) ** np.maximum(age - 3, 0))
    shape = 1 / spread**2

    def hazard(staying: float) -> float:
        return float(shape * np.expm1(-np.log(staying) / shape))

    third, twelfth = (1 - early) ** 3, (1 - early) ** 3 * (1 - later) ** 9
    first, rest = hazard(third) / 3, (hazard(twelfth) - hazard(third)) / 9
    summed = first * np.minimum(age, 3) + rest * np.maximum(age - 3, 0)
    return np.asarray(np.exp(-shape * np.log1p(summed / shape)))
