"""Stairstep differential: the rate of your own rank on the whole group, less what each leg's own rate takes."""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import leg_rank
from planner.compensation.volumes import Array, MonthVolumes
from planner.inputs.company import Ranks


def rate_table(ranks: Ranks) -> Array:
    """Rate by rank, index 0 for no rank; fractions."""
    return np.array([0.0, *(row.rate or 0.0 for row in ranks.rows)])


def pay_stairstep(month: MonthVolumes, rank: NDArray[np.intp], ranks: Ranks) -> tuple[Array, Array]:
    """Pay of a month on own volume and on the legs, each (scenarios,).

    rank: the distributor's rank, as found by paid_as_rank. A leg at or above the own rate brings nothing.
    """
    rates = rate_table(ranks)
    own_rate = rates[rank]
    difference = np.maximum(own_rate - rates[leg_rank(ranks, month.legs.volume)], 0.0)
    on_legs = (month.legs.count * month.legs.value * difference).sum(axis=0)
    return np.asarray(own_rate * month.personal_value), np.asarray(on_legs)
