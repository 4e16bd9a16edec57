"""Which share of the members below is active in a month: cohorts know how many have what is asked for, never who.

What one member buys is the plan's average times a lognormal number of mean 1 and of the plan's spread of purchases.
Over several months a member is taken to buy alike in each.
"""

from dataclasses import dataclass
from math import comb, erfc, sqrt

import numpy as np

from planner.compensation.activity import HAVE_TIME, LONGEST, TOGETHER
from planner.compensation.ranks import NEARLY
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions

SMALLEST_VARIANCE = 1e-12  # of the logarithm; below it everyone buys the average


@dataclass(frozen=True, slots=True)
class Activity:
    """Shares of the members who joined so many months ago, in one company's projection, (scenarios,).

    since: from 1, the month in which the first order is placed. place: 0, 1 or 2 in the calendar quarter.
    Exact on average for a window of one month, since members buy independently of each other; a threshold on many of
    them together is not.
    """

    assumptions: Assumptions
    terms: Terms

    @property
    def settled(self) -> int:
        """Months since joining from which on all members are alike, the first order no longer in the window."""
        window = self.terms.activity_window
        return 2 * LONGEST[window] if window == "quarter" else LONGEST[window] + 1

    def active(self, since: int, place: int) -> Array:
        """Of those who have all that the company asks for."""
        return self._of_those(since, place, weighed=False)

    def with_points(self, points: float, since: int, place: int) -> Array:
        """Of those who are active and bring so many own points in this month."""
        given, each = self.assumptions, self.terms.points_per_retail
        first = given.member_joining_order if since == 1 else np.zeros(1)
        alone = self._over(points, np.array([each]), 1, first, weighed=False)
        return np.minimum(alone, self.active(since, place))

    def bought_by_active(self, since: int, place: int) -> Array:
        """What the active buy in a month at shop price, averaged over all: the others count as buying nothing."""
        given = self.assumptions
        monthly = given.member_monthly_purchases * self._of_those(since, place, weighed=True)
        first = given.member_joining_order if since == 1 else 0.0
        return np.asarray(monthly + first * self.active(since, place))

    def _of_those(self, since: int, place: int, *, weighed: bool) -> Array:
        """How many meet everything that is asked for, or weighed by what they buy: who buys most meets most."""
        terms, found = self.terms, np.ones(self.assumptions.scenarios)
        months, first = self._looked_at(since, place)
        demands = (
            (np.array([terms.points_per_retail]), terms.minimum_personal_volume),
            (self.assumptions.member_resold_share, terms.minimum_sales),
        )
        for each, asked in demands:
            if months and asked > 0:
                found = np.minimum(found, self._over(asked, each, months, first, weighed=weighed))
        return found

    def _looked_at(self, since: int, place: int) -> tuple[int, Array]:
        """How many months count together, 0 where nothing is asked yet; and what of a first order lies in them."""
        window, order, none = self.terms.activity_window, self.assumptions.member_joining_order, np.zeros(1)
        longest = LONGEST[window]
        if window == "quarter":
            if since <= place or (place < longest - 1 and since <= place + longest):
                return 0, none
            return longest, order if since == (longest if place == longest - 1 else place + longest + 1) else none
        if window in HAVE_TIME and since < longest:
            return 0, none
        return longest if window in TOGETHER else 1, order if since <= longest else none

    def _over(self, asked: float, each: Array, months: int, first_order: Array, *, weighed: bool) -> Array:
        """Of the lognormal number, over those who have enough: how many they are, or weighed by the number.

        each: what goods of 1 at shop price count; months: that count together.
        """
        given = self.assumptions
        arrays = np.broadcast_arrays(
            given.member_monthly_purchases * each * months, first_order * each, given.purchase_spread
        )
        monthly, first, spread = (array.astype(float) for array in arrays)
        variance = np.log1p(spread**2)
        certain = (variance < SMALLEST_VARIANCE) | (monthly <= 0) | (first + NEARLY >= asked)
        # In logarithms, since what is needed over a tiny amount would overflow.
        needed = np.log(np.where(certain, 1.0, asked - NEARLY - first)) - np.log(np.where(certain, 1.0, monthly))
        sigma = np.sqrt(np.where(certain, 1.0, variance))
        shift = sigma / 2 if weighed else -sigma / 2
        above = np.array([erfc(value / sqrt(2)) / 2 for value in needed / sigma - shift])
        return np.where(certain, (monthly + first + NEARLY >= asked).astype(float), above)


def passed_over(active: Array, levels: int) -> Array:
    """Share of those on each level of active and inactive members who stand on each level counted over active ones.

    (levels, levels, scenarios), from the first axis to the second. Of the `level - 1` above somebody each is active by
    the same chance, nobody above being in their first month: whoever recruits joined a month before.
    """
    there, gone = ([chance**number for number in range(levels)] for chance in (active, 1 - active))
    share = np.zeros((levels, levels, len(active)))
    for above in range(levels):
        for left in range(above + 1):
            share[above, left] = comb(above, left) * there[left] * gone[above - left]
    return share


def heads_may_lack_points(terms: Terms) -> bool:
    """Whether a member whose leg has the points of a rank may be without it for want of own ones."""
    return terms.ranks is not None and (terms.asks_activity or any(row.personal_volume for row in terms.ranks.rows))
