"""What is paid of what two legs match, within the caps of a month: by a rate, by blocks, or by the cycle."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.placed.matched import taken_of_sides
from planner.compensation.teams.team import Array, Index
from planner.inputs.pay.binary import Binary


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for some members, a place each. rate: a fraction. pays: money a cycle. cap_money, cap_volume:
    endless for whom there is none. point: money that a point of the sides stands for.
    """

    rate: Array
    pays: Array
    cap_money: Array
    cap_volume: Array
    point: float

    @property
    def cap(self) -> bool:
        """Whether there is one for anybody."""
        return bool(np.isfinite(self.cap_money).any() or np.isfinite(self.cap_volume).any())

    @classmethod
    def of(cls, part: Binary, month: TeamMonth, members: Index) -> "Terms":
        """As each rank has them."""
        rank = month.rank[members]
        general = {
            "rate": part.rate or 0.0,
            "pays": part.cycle.pays if part.cycle else 0.0,
            "cap_money": np.inf if part.cap_money is None else part.cap_money,
            "cap_volume": np.inf if part.cap_volume is None else part.cap_volume,
        }
        found = {name: np.full(len(members), value) for name, value in general.items()}
        numbers = {name: number for number, name in enumerate(month.plan.rank_names, start=1)}
        for row in sorted(part.by_rank, key=lambda row: numbers[row.rank]):
            for name, values in found.items():
                stated = getattr(row, name)
                if stated is not None:
                    values[rank >= numbers[row.rank]] = stated
        return cls(**found, point=month.plan.value_of_point if part.counts == "points" else 1.0)


@dataclass(frozen=True, slots=True)
class Within:
    """What the caps leave. used: of each side, what is paid on, (2, members). paid, uncut: what a rate is applied to,
    after and before the caps, and rates: which, all (blocks, members). cut: whether a cap took something away.
    """

    used: Array
    paid: Array
    uncut: Array
    rates: Array
    cut: NDArray[np.bool_]


def by_rate(part: Binary, terms: Terms, taken: Array, weak: NDArray[np.intp]) -> Within:
    """Paid on volume. What a cap takes away stays on both sides in proportion."""
    matched = taken.sum(axis=0) if part.rate_on == "total" else np.where(weak == 0, taken[0], taken[1])
    starts = np.array([block.above for block in part.blocks] or [0.0])[:, None]
    ends = np.append(starts[1:], [[np.inf]], axis=0)
    rates = np.array([block.rate for block in part.blocks])[:, None] if part.blocks else terms.rate[None, :]
    rates = np.broadcast_to(rates, (len(starts), len(matched)))
    uncut = np.clip(np.minimum(matched, ends) - starts, 0.0, None)
    if not terms.cap:
        return Within(taken, uncut * terms.point, uncut * terms.point, rates, np.zeros(len(matched), dtype=np.bool_))
    allowed = np.minimum(matched, terms.cap_volume)
    left = terms.cap_money.copy()
    paid = np.zeros(rates.shape)
    for block, (start, end) in enumerate(zip(starts[:, 0], ends[:, 0], strict=True)):
        inside = np.clip(np.minimum(allowed, end) - start, 0.0, None)
        each = rates[block] * terms.point
        enough = np.divide(left, each, out=np.full_like(left, np.inf), where=each > 0)
        paid[block] = np.where(left > 0, np.minimum(inside, enough), 0.0)
        left = np.where(paid[block] < inside, 0.0, left - np.where(each > 0, paid[block] * each, 0.0))
    total = paid.sum(axis=0)
    share = np.divide(total, matched, out=np.ones_like(matched), where=matched > 0)
    return Within(taken * share, paid * terms.point, uncut * terms.point, rates, total < matched - NEARLY)


def by_cycles(part: Binary, terms: Terms, had: Array, weak: NDArray[np.intp], times: Array) -> Within:
    """Paid by the cycle. A cycle that is paid in part is used up whole, and one that is not paid takes nothing."""
    pays = terms.pays
    allowed = np.minimum(times, np.floor((terms.cap_volume + NEARLY) / part.points[1]))
    enough = np.divide(terms.cap_money, pays, out=np.full_like(pays, np.inf), where=pays > 0)
    if part.cap_money_in == "whole_cycles":
        paid = used = np.minimum(allowed, np.floor(enough + NEARLY))
    else:
        paid = np.minimum(allowed, enough)
        used = np.minimum(allowed, np.ceil(enough - NEARLY))
    return Within(taken_of_sides(part, had, weak, used), paid[None], times[None], pays[None], paid < times - NEARLY)
