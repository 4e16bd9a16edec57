"""Whether two samples may come from one law: the two-sample test of Kolmogorov and Smirnov."""

import math

import numpy as np
from numpy.typing import ArrayLike


def largest_gap(left: ArrayLike, right: ArrayLike) -> float:
    """The largest difference of the two shares at or below any value."""
    first, second = np.sort(np.asarray(left, dtype=float)), np.sort(np.asarray(right, dtype=float))
    values = np.concatenate([first, second])
    below = (np.searchsorted(sample, values, side="right") / len(sample) for sample in (first, second))
    return float(np.abs(next(below) - next(below)).max())


def same_law(left: ArrayLike, right: ArrayLike) -> float:
    """The chance of so large a gap, or a larger one, were the law the same (the asymptotic series, Stephens' n).

    Too high rather than too low where many values are equal.
    """
    gap, sizes = largest_gap(left, right), (np.size(left), np.size(right))
    root = math.sqrt(sizes[0] * sizes[1] / sum(sizes))
    scaled = (root + 0.12 + 0.11 / root) * gap
    if scaled < 0.2:
        return 1.0  # the series says so to 12 digits, and converges slowly there
    terms = (2 * (-1) ** (number - 1) * math.exp(-2 * (number * scaled) ** 2) for number in range(1, 101))
    return min(max(sum(terms), 0.0), 1.0)
