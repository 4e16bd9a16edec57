"""Whether the distributor has what the company asks for before it pays, and what is missing."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from planner.compensation.activity import counted, lacking, meets
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array


class OwnActivity:
    """The own points and sales of each month so far, (months, scenarios), held against the company's window."""

    def __init__(self, terms: Terms, months: int, scenarios: int) -> None:
        """Nothing has counted yet."""
        self._terms = terms
        self._points, self._sales = (np.zeros((months, scenarios)) for _ in range(2))
        self._everyone, self._nothing = np.ones(scenarios, dtype=bool), np.zeros(scenarios)

    def count(self, month: int, points: Array, sales: Array) -> None:
        """Own points of a month, and what customers bought in it at shop price; in place of what it had before.

        In months whose orders are no volume nothing counts.
        """
        if month >= self._terms.own_volume_from:
            self._points[month], self._sales[month] = points, sales

    def active(self, month: int) -> NDArray[np.bool_]:
        """Whether all that is asked for is there."""
        return self._has(self._points, self._terms.own_points_asked, month) & self._sells(month)

    def lacking(self, month: int) -> Array:
        """Points that are missing to be paid on a team; none where sales to customers are missing too, which nobody
        buys oneself, or where what is bought is no volume.
        """
        terms, back, asked = self._terms, partial(ago_of, self._points, month), self._terms.own_points_asked
        if asked <= 0 or month < terms.own_volume_from:
            return self._nothing
        enough = self._has(self._points, asked, month)
        missing = lacking(terms.activity_window, asked, back, terms.place_in_quarter(month))
        return np.where(enough | ~self._sells(month), 0.0, missing)

    def counted_points(self, month: int) -> float:
        """Own points that count in the window so far, of a single scenario."""
        return self._counted(self._points, month)

    def counted_sales(self, month: int) -> float:
        """Sales to customers that count in it, of a single scenario."""
        return self._counted(self._sales, month)

    def _counted(self, amounts: Array, month: int) -> float:
        back = partial(ago_of, amounts, month)
        return float(counted(self._terms.activity_window, back, self._terms.place_in_quarter(month))[0])

    def _sells(self, month: int) -> NDArray[np.bool_]:
        return self._has(self._sales, self._terms.minimum_sales, month)

    def _has(self, amounts: Array, asked: float, month: int) -> NDArray[np.bool_]:
        if asked <= 0:
            return self._everyone
        place = self._terms.place_in_quarter(month)
        window = self._terms.activity_window
        return meets(window, asked, partial(ago_of, amounts, month), month, place)


def ago_of(amounts: Array, month: int, ago: int) -> Array:
    """What counted so many months before a month, nothing before the first; (scenarios,)."""
    return amounts[month - ago] if month >= ago else np.zeros_like(amounts[0])
