"""How many were paid less than an amount, by a published table: the bounds that its bands, medians and means allow.

Nothing is interpolated. Pay is never below zero, so that of a band with a mean of 10 at most one in ten had 100 or more
(Markov's inequality); a band of which nothing is known may hold nobody, or everybody, who was paid less.
"""

from collections.abc import Callable
from dataclasses import dataclass

from planner.inputs.company.disclosure import Band, Distribution

AS_PRINTED = 0.5  # an amount within half a unit of a published one, which is printed in whole units, is that one


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which shares of those counted were paid less."""

    least: float
    most: float

    @property
    def says_something(self) -> bool:
        """Whether they exclude anything."""
        return self.least > 0 or self.most < 1


def paid_less(table: Distribution, amount: float | None) -> Bounds:
    """Those of a table who were paid less than an amount above zero, in the table's money and for its month or year.

    None for an amount that cannot be brought into the table's currency: then only those paid nothing are known to be
    below it.
    """
    return _over_bands(table, lambda band: _of_band(band, amount))


def paid_nothing(table: Distribution) -> Bounds:
    """Those of a table who were paid nothing."""
    return _over_bands(table, _nothing)


def highest(table: Distribution) -> float:
    """The highest pay that the table gives for any of its groups."""
    columns = ("mean", "median", "at_least", "top_tenth", "top_hundredth", "highest")
    return max(getattr(band, column) or 0.0 for band in table.bands for column in columns)


def _over_bands(table: Distribution, of_band: Callable[[Band], Bounds]) -> Bounds:
    known = [(band.share, of_band(band)) for band in table.bands if band.share is not None]
    least = sum(share * bounds.least for share, bounds in known)
    most = sum(share * bounds.most for share, bounds in known) + max(1 - sum(share for share, _ in known), 0.0)
    return Bounds(min(least, 1.0), min(most, 1.0))


def _nothing(band: Band) -> Bounds:
    if band.mean == 0:
        return Bounds(1, 1)
    return Bounds(0.5 if band.median == 0 else 0, 0 if band.at_least or band.lowest else 1)


def _of_band(band: Band, amount: float | None) -> Bounds:
    if band.mean == 0:
        return Bounds(1, 1)
    if amount is None:
        return Bounds(0.5 if band.median == 0 else 0, 1)
    from_where, up_to = max(band.at_least or 0.0, band.lowest or 0.0), _least(band.below, band.highest)
    if from_where and amount <= from_where:
        return Bounds(0, 0)
    if up_to is not None and amount > up_to:
        return Bounds(1, 1)
    least, most = _by_the_median(band.median, amount)
    if band.mean is not None and amount > band.mean:
        least = max(least, 1 - (band.mean - from_where) / (amount - from_where))
    return Bounds(least, most)


def _least(*amounts: float | None) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return min(known) if known else None


def _by_the_median(median: float | None, amount: float) -> tuple[float, float]:
    """Half of a band were paid less than its median, and half as much or more."""
    if median is None:
        return 0.0, 1.0
    if abs(amount - median) < AS_PRINTED:
        return 0.5, 0.5
    return (0.5, 1.0) if amount > median else (0.0, 0.5)
