"""Ranks: what a month's volumes qualify for. Exact on persons; approximate on expected volumes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.compensation.volumes import Array, Legs, MonthVolumes
from planner.inputs.company.pay_rules import Ranks

NEARLY = 1e-9


def leg_rank(ranks: Ranks, volume: Array) -> NDArray[np.intp]:
    """Rank a leg's head has by its volume alone: 0 none, i the i-th row."""
    thresholds = np.array([row.group_volume for row in ranks.rows])
    return thresholds.searchsorted(volume + NEARLY, side="right")


def chances_of_rank(ranks: Ranks, legs: Legs) -> Iterator[tuple[int, Array]]:
    """Each rank, the highest first and 0 last, and the chance that a leg's head has it, (cohorts, scenarios).

    Ranks above those that any leg has the volume of are left out.
    By the leg's volume, and the own points of its head where those may be too few. What else a rank asks for is taken
    as met, so that a leg never takes less than its share of a differential.
    """
    by_volume = leg_rank(ranks, legs.volume)
    so_far = np.zeros(by_volume.shape)  # whoever has the points of one rank has those of all that ask for fewer
    for rank in range(by_volume.max(initial=0), 0, -1):
        enough = np.where(by_volume >= rank, 1.0 if legs.heads is None else legs.heads[rank - 1], 0.0)
        enough = np.maximum(so_far, enough)
        yield rank, enough - so_far
        so_far = enough
    yield 0, 1.0 - so_far


def group_volume(month: MonthVolumes, ranks: Ranks | None, *, breakaway: bool) -> Array:
    """Own points and those of every leg, shape (scenarios,); with breakaway, less the legs at the top rate."""
    if month.counted is not None:
        return np.asarray(month.personal_volume + month.counted.volume)
    legs = month.legs
    if not len(legs.count):
        return month.personal_volume
    volume = legs.volume
    if breakaway and ranks is not None:
        if legs.heads is None:
            volume = np.where(volume + NEARLY >= top_rate_volume(ranks), 0.0, volume)
        else:
            top = max(row.rate or 0.0 for row in ranks.rows)
            gone = [
                chance for rank, chance in chances_of_rank(ranks, legs) if rank and ranks.rows[rank - 1].rate == top
            ]
            volume = volume * (1 - sum(gone))
    return np.asarray(month.personal_volume + (volume * legs.count).sum(axis=0))


def top_rate_volume(ranks: Ranks) -> float:
    """Points from which a leg is at the top rate: those of the first of the ranks that have it."""
    top = max(row.rate or 0.0 for row in ranks.rows)
    return next(row.group_volume for row in ranks.rows if row.rate == top)


def legs_with(month: MonthVolumes, volume: float) -> Array:
    """Number of legs of at least so many points, of expected ones their expected number; shape (scenarios,)."""
    if month.counted is not None:
        return month.counted.with_volume[volume]
    legs = month.legs
    return np.asarray(np.where(legs.volume + NEARLY >= volume, legs.count, 0.0).sum(axis=0))


def paid_as_rank(month: MonthVolumes, ranks: Ranks, group: Array) -> NDArray[np.intp]:
    """The highest rank whose own conditions the month meets: 0 none, i the i-th row; shape (scenarios,).

    group: the points that count, as found by group_volume.
    """
    rank = np.zeros(group.shape, dtype=np.intp)
    enough = leg_rank(ranks, group)
    for index, row in enumerate(ranks.rows[: enough.max(initial=0)], start=1):
        met = (enough >= index) & (month.personal_volume + NEARLY >= row.personal_volume)
        if row.leg_count and met.any():  # counting legs is most of the work, and the high ranks are seldom near
            met &= legs_with(month, row.leg_volume) + NEARLY >= row.leg_count
        if row.frontline:
            met &= month.frontline + NEARLY >= row.frontline
        rank = np.where(met, index, rank)
    return rank
