"""Unilevel on a team that exists: what each level is paid, with the compression that the plan states."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.climb import level_below_top, next_above
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.ranks import Ranks
from planner.compensation.teams.rising import Rising
from planner.compensation.teams.team import Array, Bought, Team
from planner.inputs.pay.rates import Compression, Rated
from planner.inputs.pay.unilevel import Unilevel

Flags = NDArray[np.bool_]


def pay_levels(part: Unilevel, month: TeamMonth, *, together: bool = False) -> Iterator[Flow]:
    """What everybody earns on each level; whoever is not active earns nothing, and what falls to nobody is not paid."""
    rates = rates_by_rank(part, month)
    place = np.where(month.paid_from(part.from_rank), month.rank, -1)  # the last row is for those who are not paid
    counts = None if part.pays_on_inactive else month.active
    first = 0
    if part.own_goods != "not_paid":
        members = np.arange(len(month.team), dtype=np.int64)
        yield flow(1, members, members, own_goods(part, month.bought), rates[place, 0])
        first = 1 if part.own_goods == "are_level_1" else 0
    rates = rates[:, first:]
    if month.tops_alone:
        yield of_tops(month, rates, place, part.compression, counts)
        return
    goods = Rising.of(month.bought.value, counts, together=together)
    for level, rows in levels_up(month.team, month.active, rates, place, part.compression, goods):
        yield rows.paid(first + level + 1, rows.at, rates[:, level][place[rows.at]])


def levels_up(
    tree: Team, active: Flags, rates: Array, place: Ranks, compression: Compression, goods: Rising
) -> Iterator[tuple[int, Rising]]:
    """Of each level, from 0: what reaches whoever stands so many levels above those who bought it.

    rates: (rows, levels), place: the row of each; active, place: a place each as in the tree.
    """
    nearest = next_above(tree, active) if compression == "standard" else tree.above
    for level in range(rates.shape[1]):
        if compression == "dynamic":
            nearest = next_above(tree, (rates[:, level] > 0)[place])
        goods = goods.to(nearest[goods.at])
        yield level, goods


def of_tops(month: TeamMonth, rates: Array, place: Ranks, compression: Compression, counts: Flags | None) -> Flow:
    """What tops alone are paid, on all levels at once; as in levels_up, compression not dynamic.

    counts: whose goods are paid on; None: everybody's.
    """
    team, bought = month.team, month.bought.value
    some = bought != 0 if counts is None else counts & (bought != 0)
    level, top = level_below_top(team, month.active if compression == "standard" else None), team.top_of()
    source = np.flatnonzero(some & (level > 0) & (level <= rates.shape[1]))
    earner = top[source]
    return Flow(0, earner, source, bought[source], rates[place[earner], level[source] - 1], {})


def own_goods(part: Unilevel, bought: Bought) -> Array:
    """The money of one's own goods that is paid on."""
    if part.own_goods_of == "all":
        return bought.value
    share = np.divide(bought.by_customers, bought.points, out=np.zeros_like(bought.points), where=bought.points > 0)
    return np.asarray(bought.value * share)


def rates_by_rank(part: Rated, month: TeamMonth) -> Array:
    """The rate of each level for those without a rank, for each rank, and 0 for the unpaid; (ranks + 2, levels)."""
    tables = [(0, part.rates or ())]
    tables += sorted((month.plan.rank_names.index(row.rank) + 1, row.rates) for row in part.by_rank)
    ranks, levels = len(month.plan.ranks), max(len(rates) for _, rates in tables)
    found = np.zeros((ranks + 2, levels))
    for least, rates in tables:
        found[least : ranks + 1] = (*rates, *(0.0,) * (levels - len(rates)))
    return found
