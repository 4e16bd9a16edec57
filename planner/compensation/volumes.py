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

    kept_volume: the points of it that have not broken away, known where the rank of everyone is; None where that is
    judged by the leg's volume and its head. heads: share of the heads who have the own points that each rank asks for,
    (ranks, cohorts, scenarios); None where all have, and of real people, whose rank is known.
    """

    count: Array
    volume: Array
    value: Array
    joining_value: Array
    kept_volume: Array | None = None
    heads: Array | None = None


@dataclass(frozen=True, slots=True)
class ByRate:
    """What real people below bought, by the rate that a differential leaves to others than the distributor.

    rates: rising, (rates,). value, joining_value: commissionable money, (rates, scenarios); of who bought it and those
    above up to the distributor, this is the highest rate.
    """

    rates: Array
    value: Array
    joining_value: Array


@dataclass(frozen=True, slots=True)
class TeamVolumes:
    """What everyone below bought in a month; what is by level or by leg as in MonthVolumes."""

    level_value: Array
    level_joining_value: Array
    frontline: Array
    legs: Legs
    by_rate: ByRate | None = None


@dataclass(frozen=True, slots=True)
class MonthVolumes:
    """What one month's pay rests on. Points and money bought in the month; shapes (scenarios,) unless said.

    personal_volume (points) and personal_value (commissionable money): the distributor's own.
    level_value: commissionable money by level, (levels, scenarios), level 1 first; level_joining_value: the part of it
    that is joining orders. frontline: active personal recruits. by_rate: known for real people under a differential;
    None where their rates are judged by leg.
    """

    personal_volume: Array
    personal_value: Array
    level_value: Array
    level_joining_value: Array
    frontline: Array
    legs: Legs
    by_rate: ByRate | None = None

    @classmethod
    def of(cls, personal_volume: Array, personal_value: Array, team: TeamVolumes) -> "MonthVolumes":
        """Own volume and that of everyone below."""
        levels = (team.level_value, team.level_joining_value)
        return cls(personal_volume, personal_value, *levels, team.frontline, team.legs, team.by_rate)
