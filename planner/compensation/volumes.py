"""The records a pay plan is paid on: own volume, volume by level, and legs; of expected or of real people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Legs:
    """The expected legs of one month, by the join month of their head; within such a cohort they are alike.

    count: how many such legs have somebody active in them, (cohorts, scenarios). volume: points bought this month in
    one such leg; value: the commissionable money in it, joining_value: the part of it that is joining orders; same
    shape. heads: share of the heads who have the own points that each rank asks for, (ranks, cohorts, scenarios); None
    where all have.
    """

    count: Array
    volume: Array
    value: Array
    joining_value: Array
    heads: Array | None = None

    @classmethod
    def none(cls, scenarios: int) -> "Legs":
        """No legs."""
        nobody = np.zeros((0, scenarios))
        return cls(nobody, nobody, nobody, nobody)

    @classmethod
    def beside(cls, each: "Sequence[Legs]") -> "Legs":
        """The scenarios of each, one after another; cohorts that only others have are no legs."""
        cohorts, scenarios = max(len(legs.count) for legs in each), sum(legs.count.shape[1] for legs in each)
        names = [name for name in cls.__slots__ if getattr(each[0], name) is not None]
        found = {name: np.zeros((*getattr(each[0], name).shape[:-2], cohorts, scenarios)) for name in names}
        end = 0
        for legs in each:
            begin, end = end, end + legs.count.shape[1]
            for name, table in found.items():
                table[..., : len(legs.count), begin:end] = getattr(legs, name)
        return cls(**found)


@dataclass(frozen=True, slots=True)
class CountedLegs:
    """What ranks ask of the legs of real people, (scenarios,) each.

    volume: points of everyone below that count in the distributor's group, those of legs that broke away not among
    them. with_volume: how many legs have at least so many points, for each number of points that a rank asks for.
    """

    volume: Array
    with_volume: Mapping[float, Array]


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
    """What everyone below bought in a month; the fields are those of MonthVolumes."""

    level_value: Array
    level_joining_value: Array
    frontline: Array
    legs: Legs
    counted: CountedLegs | None = None
    by_rate: ByRate | None = None

    @classmethod
    def beside(cls, each: "Sequence[TeamVolumes]") -> "TeamVolumes":
        """The scenarios of each, one after another, of expected teams."""
        return cls(
            level_value=np.concatenate([team.level_value for team in each], axis=-1),
            level_joining_value=np.concatenate([team.level_joining_value for team in each], axis=-1),
            frontline=np.concatenate([team.frontline for team in each]),
            legs=Legs.beside([team.legs for team in each]),
        )


@dataclass(frozen=True, slots=True)
class MonthVolumes:
    """What one month's pay rests on. Points and money bought in the month; shapes (scenarios,) unless said.

    personal_volume (points) and personal_value (commissionable money): the distributor's own.
    level_value: commissionable money by level, (levels, scenarios), level 1 first; level_joining_value: the part of it
    that is joining orders. frontline: active personal recruits. legs: expected ones; of real people counted stands in
    their place, where ranks ask for them, and by_rate, where a differential does.
    """

    personal_volume: Array
    personal_value: Array
    level_value: Array
    level_joining_value: Array
    frontline: Array
    legs: Legs
    counted: CountedLegs | None = None
    by_rate: ByRate | None = None

    @classmethod
    def of(cls, personal_volume: Array, personal_value: Array, team: TeamVolumes) -> "MonthVolumes":
        """Own volume and that of everyone below."""
        levels = (team.level_value, team.level_joining_value)
        below = (*levels, team.frontline, team.legs, team.counted, team.by_rate)
        return cls(personal_volume, personal_value, *below)
