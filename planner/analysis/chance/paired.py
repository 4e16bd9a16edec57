"""Two sets of runs on the same draws, run by run: their difference is known better than either of the two."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from planner.analysis.measures.milestones import CENT

STANDARD_ERRORS = 2.0  # beyond which a mean difference is more than the luck of the draws


@dataclass(frozen=True, slots=True)
class Paired:
    """One less the other over `runs`, each run against its twin with the same luck; money in the plan's currency.

    mean: average difference. standard_error: how far chance alone moves it with so many runs. above, below: shares of
    runs in which the one ends above or below the other by half a cent or more.
    """

    runs: int
    mean: float
    standard_error: float
    above: float
    below: float

    @property
    def uncertainty(self) -> float:
        """What chance alone seldom exceeds, in about 5 of 100 such sets of runs."""
        return STANDARD_ERRORS * self.standard_error

    @property
    def told_apart(self) -> bool:
        """Whether the average difference is larger than its uncertainty, and at least half a cent."""
        return abs(self.mean) > self.uncertainty and abs(self.mean) >= CENT


def paired(one: NDArray[np.floating], other: NDArray[np.floating]) -> Paired:
    """The results of two simulations with one seed, (paths,) each; where one has more runs, as many as both have.

    ValueError for fewer than two runs, which say nothing about uncertainty.
    """
    runs = min(len(one), len(other))
    if runs < 2:
        raise ValueError(f"a difference with its uncertainty takes two runs or more, not {runs}")
    difference = one[:runs] - other[:runs]
    return Paired(
        runs=runs,
        mean=float(difference.mean()),
        standard_error=float(difference.std(ddof=1)) / sqrt(runs),
        above=float((difference >= CENT).mean()),
        below=float((difference <= -CENT).mean()),
    )
