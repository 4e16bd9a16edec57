"""Which share of the members below is active in a month: cohorts know how many have the points, never who.

What one member buys is the plan's average times a lognormal number of mean 1 and of the plan's spread of purchases.
"""

from dataclasses import dataclass
from math import comb, erfc, sqrt

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions

SMALLEST_VARIANCE = 1e-12  # of the logarithm; below it everyone buys the average


@dataclass(frozen=True, slots=True)
class Activity:
    """Shares of members in one company's projection, (scenarios,); first_order: of those in their first month, or not.

    Exact on average, since members buy independently of each other; a threshold on many of them together is not.
    """

    assumptions: Assumptions
    terms: Terms

    def share(self, points: float, *, first_order: bool = False) -> Array:
        """Of those who have at least so many own points in a month."""
        return self._over(points, first_order=first_order, weighed=False)

    def active(self, *, first_order: bool = False) -> Array:
        """Of those who have the points that the company asks for."""
        return self.share(self.terms.minimum_personal_volume, first_order=first_order)

    def bought_by_active(self, *, first_order: bool = False) -> Array:
        """What the active buy in a month at shop price, averaged over all: the others count as buying nothing."""
        given, points = self.assumptions, self.terms.minimum_personal_volume
        monthly = given.member_monthly_purchases * self._over(points, first_order=first_order, weighed=True)
        first = given.member_joining_order if first_order else 0.0
        return np.asarray(monthly + first * self.share(points, first_order=first_order))

    def passed_over(self, levels: int) -> Array:
        """Share of those on each level of active and inactive members who stand on each level counted over active ones.

        (levels, levels, scenarios), from the first axis to the second. Of the `level - 1` above somebody each is active
        by the same chance, nobody above being in their first month: whoever recruits joined a month before.
        """
        active = self.active()
        there, gone = ([chance**number for number in range(levels)] for chance in (active, 1 - active))
        share = np.zeros((levels, levels, len(active)))
        for above in range(levels):
            for left in range(above + 1):
                share[above, left] = comb(above, left) * there[left] * gone[above - left]
        return share

    def _over(self, points: float, *, first_order: bool, weighed: bool) -> Array:
        """Of the lognormal number, over those who have the points: how many they are, or weighed by the number."""
        given, each = self.assumptions, self.terms.points_per_retail
        first = given.member_joining_order * each if first_order else np.zeros(1)
        arrays = np.broadcast_arrays(given.member_monthly_purchases * each, first, given.purchase_spread)
        monthly, first, spread = (array.astype(float) for array in arrays)
        variance = np.log1p(spread**2)
        certain = (variance < SMALLEST_VARIANCE) | (monthly <= 0) | (first + NEARLY >= points)
        # In logarithms, since what is needed over a tiny amount would overflow.
        needed = np.log(np.where(certain, 1.0, points - NEARLY - first)) - np.log(np.where(certain, 1.0, monthly))
        sigma = np.sqrt(np.where(certain, 1.0, variance))
        shift = sigma / 2 if weighed else -sigma / 2
        above = np.array([erfc(value / sqrt(2)) / 2 for value in needed / sigma - shift])
        return np.where(certain, (monthly + first + NEARLY >= points).astype(float), above)


def asks_for_points(terms: Terms) -> bool:
    """Whether anybody below may be inactive."""
    return terms.minimum_personal_volume > 0


def heads_may_lack_points(terms: Terms) -> bool:
    """Whether a member whose leg has the points of a rank may be without it for want of own ones."""
    return terms.ranks is not None and (asks_for_points(terms) or any(row.personal_volume for row in terms.ranks.rows))
