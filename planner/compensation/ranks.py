"""Ranks: what a month's volumes qualify for. Exact on persons; approximate on expected volumes."""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.volumes import Array, Legs, MonthVolumes
from planner.inputs.company.pay_rules import Ranks

NEARLY = 1e-9


def leg_rank(ranks: Ranks, volume: Array) -> NDArray[np.intp]:
    """Rank a leg's head has by its volume alone: 0 none, i the i-th row.

    What else a rank asks for is taken as met, so that a leg never takes less than its share of a differential.
    """
    thresholds = np.array([row.group_volume for row in ranks.rows])
    return np.searchsorted(thresholds, volume + NEARLY, side="right")


def group_volume(month: MonthVolumes, ranks: Ranks | None, *, breakaway: bool) -> Array:
    """Own points and those of every leg, shape (scenarios,); with breakaway, less the legs at the top rate."""
    legs = month.legs
    volume = legs.volume
    if breakaway and ranks is not None:
        if legs.kept_volume is not None:
            volume = legs.kept_volume
        else:
            volume = np.where(volume + NEARLY >= top_rate_volume(ranks), 0.0, volume)
    return np.asarray(month.personal_volume + (volume * legs.count).sum(axis=0))


def top_rate_volume(ranks: Ranks) -> float:
    """Points from which a leg is at the top rate: those of the first of the ranks that have it."""
    top = max(row.rate or 0.0 for row in ranks.rows)
    return next(row.group_volume for row in ranks.rows if row.rate == top)


def legs_with(legs: Legs, volume: float) -> Array:
    """Expected number of legs of at least so many points, shape (scenarios,)."""
    return np.asarray(np.where(legs.volume + NEARLY >= volume, legs.count, 0.0).sum(axis=0))


def paid_as_rank(month: MonthVolumes, ranks: Ranks, group: Array) -> NDArray[np.intp]:
    """The highest rank whose own conditions the month meets: 0 none, i the i-th row; shape (scenarios,).

    group: the points that count, as found by group_volume.
    """
    rank = np.zeros(group.shape, dtype=np.intp)
    for index, row in enumerate(ranks.rows, start=1):
        met = (group + NEARLY >= row.group_volume) & (month.personal_volume + NEARLY >= row.personal_volume)
        if row.leg_count and met.any():  # counting legs is most of the work, and the high ranks are seldom near
            met &= legs_with(month.legs, row.leg_volume) + NEARLY >= row.leg_count
        if row.frontline:
            met &= month.frontline + NEARLY >= row.frontline
        rank = np.where(met, index, rank)
    return rank
