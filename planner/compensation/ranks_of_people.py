"""The rank of every member in every month, from the deepest up: exact, since every leg of everyone is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.kinds.stairstep import rate_table
from planner.compensation.people import ROOT, Array, PeopleMonths
from planner.compensation.ranks import NEARLY
from planner.inputs.company.pay_rules import Rank, Ranks
from planner.inputs.terms import Terms


@dataclass(frozen=True, slots=True)
class Standing:
    """What each month of each member comes to, a row each, as in PeopleMonths.

    rank: paid-as, 0 none. volume: points of the member and everyone below. passed_up: points of it that count in the
    group of the one above, none once the member has broken away.
    """

    rank: NDArray[np.intp]
    volume: Array
    passed_up: Array


def standing(people: PeopleMonths, ranks: Ranks, terms: Terms, is_active: NDArray[np.bool_] | None) -> Standing:
    """Everyone's rank by their own conditions; a member who is not active has none.

    is_active: by row; None where everybody is.
    """
    own = people.bought * terms.points_per_retail
    breaks_away = terms.stairstep is not None and terms.stairstep.breakaway
    group = np.append(own, 0.0)  # a last place for the distributor, which ROOT points to
    total = group.copy() if breaks_away else group  # the same, where nobody breaks away
    rank = np.zeros(len(own), dtype=np.intp)
    legs = {row.leg_volume: np.zeros(len(group)) for row in ranks.rows if row.leg_count}
    recruits = np.zeros(len(group)) if any(row.frontline for row in ranks.rows) else None
    rates = rate_table(ranks)
    for place, rows in reversed(list(enumerate(people.generations))):
        above, active = people.above[rows], True if is_active is None else is_active[rows]
        for index, row in enumerate(ranks.rows, start=1):
            if group[rows].max(initial=0.0) + NEARLY < row.group_volume:
                break  # they rise with the ranks, so nobody here meets a higher one
            rank[rows][np.logical_and(active, meets(row, rows, own, group, legs, recruits))] = index
        if breaks_away:
            np.add.at(total, above, total[rows])
            if rank[rows].any():
                group[rows][(rank[rows] > 0) & (rates[rank[rows]] >= rates.max())] = 0.0
        np.add.at(group, above, group[rows])
        for volume, count in legs.items():
            np.add.at(count, above[total[rows] + NEARLY >= volume], 1.0)
        if recruits is not None:
            first = (
                people.generations[place - 1].start if place else ROOT
            )  # their recruiter's generation, not further up
            np.add.at(recruits, above[np.logical_and(active, above >= first)], 1.0)
    return Standing(rank, total[:-1], group[:-1])


def meets(
    row: Rank, rows: slice, own: Array, group: Array, legs: dict[float, Array], recruits: Array | None
) -> NDArray[np.bool_]:
    """Whether the rows meet what a rank asks for."""
    met = (group[rows] + NEARLY >= row.group_volume) & (own[rows] + NEARLY >= row.personal_volume)
    if row.leg_count:
        met &= legs[row.leg_volume][rows] + NEARLY >= row.leg_count
    if row.frontline and recruits is not None:
        met &= recruits[rows] + NEARLY >= row.frontline
    return np.asarray(met)


def highest_rate(people: PeopleMonths, ranks: Ranks, rank: NDArray[np.intp]) -> tuple[Array, NDArray[np.int16]]:
    """The rates of the ranks in rising order, and which of them is the highest from each row up to the distributor.

    That rate of what a member buys is left to others, so a differential pays what the own rate is above it.
    """
    rates, place = np.unique(rate_table(ranks), return_inverse=True)
    highest = place.astype(np.int16)[rank]
    for rows in people.generations[1:]:
        above = people.above[rows]
        highest[rows] = np.where(above == ROOT, highest[rows], np.maximum(highest[rows], highest[above]))
    return rates, highest
