"""Stairstep differential: the rate of your own rank on the whole group, less what each leg's own rate takes."""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import chances_of_rank, leg_rank
from planner.compensation.volumes import Array, Legs, MonthVolumes
from planner.inputs.company.pay_rules import Ranks


def rate_table(ranks: Ranks) -> Array:
    """Rate by rank, index 0 for no rank; fractions."""
    return np.array([0.0, *(row.rate or 0.0 for row in ranks.rows)])


def taken_by_legs(ranks: Ranks, legs: Legs, own_rate: Array) -> Array:
    """What a leg's own rate leaves to others of the distributor's rate, at most all of it; (cohorts, scenarios)."""
    if not len(legs.count):
        return legs.count
    rates = rate_table(ranks)
    if legs.heads is None:
        return np.asarray(np.minimum(rates[leg_rank(ranks, legs.volume)], own_rate))
    taken = [chance * np.minimum(rates[rank], own_rate) for rank, chance in chances_of_rank(ranks, legs)]
    return np.asarray(sum(taken))


def pay_stairstep(month: MonthVolumes, rank: NDArray[np.intp], ranks: Ranks) -> tuple[Array, Array, Array]:
    """Pay of a month on own volume, on the legs, and of the latter on joining orders; each (scenarios,).

    rank: the distributor's rank, as found by paid_as_rank. A leg at or above the own rate brings nothing; of real
    people, nobody does who stands at or below someone at or above the own rate.
    """
    rates, legs, by_rate = rate_table(ranks), month.legs, month.by_rate
    own_rate = rates[rank]
    if by_rate is None:
        each = legs.count * (own_rate - taken_by_legs(ranks, legs, own_rate))
        value, joining = legs.value, legs.joining_value
    else:
        each = np.maximum(own_rate - by_rate.rates[:, None], 0.0)
        value, joining = by_rate.value, by_rate.joining_value
    on_legs, on_joining = (each * value).sum(axis=0), (each * joining).sum(axis=0)
    return np.asarray(own_rate * month.personal_value), np.asarray(on_legs), np.asarray(on_joining)
