"""The records a pay plan is paid on in expectation: volume by level, and legs by the month they began."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Legs:
    """The legs of one month, alike within a cohort (the frontline recruits of one join month).

    count: expected number of legs with somebody active in them, shape (cohorts, scenarios).
    volume: points bought this month in one such leg; value: the commissionable money in it, joining_value: the part of
    it that is joining orders; same shape.
    """

    count: Array
    volume: Array
    value: Array
    joining_value: Array


@dataclass(frozen=True, slots=True)
class MonthVolumes:
    """What one month's pay rests on. Points and money bought in the month; shapes (scenarios,) unless said.

    personal_volume (points) and personal_value (commissionable money): the distributor's own.
    level_value: commissionable money by level, (levels, scenarios), level 1 first; level_joining_value: the part of it
    that is joining orders. frontline: active personal recruits.
    """

    personal_volume: Array
    personal_value: Array
    level_value: Array
    level_joining_value: Array
    frontline: Array
    legs: Legs
