"""The records a pay plan is paid on: own volume, volume by level, and legs; of expected or of real people."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Legs:
    """The legs of one month, told apart so far as they differ: in expectation by the join month of their head (alike
    within such a cohort), with real people one by one.

    count: how many such legs have somebody active in them, shape (cohorts, scenarios); of real legs 1, or 0 where a
    scenario has fewer than others. volume: points bought this month in one such leg; value: the commissionable money in
    it, joining_value: the part of it that is joining orders; same shape.

    taken: of the leg's commissionable money, the share that a differential leaves to the people in it; kept_volume: the
    points of it that have not broken away. Known for real people, whose own ranks are known; None: judged by the leg's
    volume alone.
    """

    count: Array
    volume: Array
    value: Array
    joining_value: Array
    taken: Array | None = None
    kept_volume: Array | None = None


@dataclass(frozen=True, slots=True)
class TeamVolumes:
    """What everyone below bought in a month; what is by level or by leg as in MonthVolumes."""

    level_value: Array
    level_joining_value: Array
    frontline: Array
    legs: Legs


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

    @classmethod
    def of(cls, personal_volume: Array, personal_value: Array, team: TeamVolumes) -> "MonthVolumes":
        """Own volume and that of everyone below."""
        return cls(
            personal_volume, personal_value, team.level_value, team.level_joining_value, team.frontline, team.legs
        )
