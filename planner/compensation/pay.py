"""One month's pay under a company's rules: volumes in, money out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from planner.compensation.kinds.stairstep import pay_stairstep
from planner.compensation.kinds.unilevel import pay_unilevel
from planner.compensation.ranks import group_volume, paid_as_rank
from planner.compensation.volumes import Array, MonthVolumes, TeamVolumes
from planner.inputs.terms import Terms

TeamOfMonth = Callable[[int], TeamVolumes]  # what everyone below buys in a month, from 0 to the horizon


@dataclass(frozen=True, slots=True)
class OwnMonth:
    """The distributor's own month, (scenarios,). volume: points, and value: their commissionable money.

    by_customers: points of what customers got in the month, whenever it was bought. customers: how many ordered.
    """

    volume: Array
    value: Array
    by_customers: Array
    customers: Array


@dataclass(frozen=True, slots=True)
class MonthPay:
    """What a month earns from the company, by what it rests on; (scenarios,), received after its payout lag.

    on_own: pay on the distributor's own purchases; on_team: on the purchases of everyone below; on_joining: the part of
    on_team that rests on joining orders.
    group_volume: points that count for the rank. rank: paid-as rank of the month, 0 none. active: whether
    the distributor has what the company asks for.
    """

    on_own: Array
    on_team: Array
    on_joining: Array
    group_volume: Array
    rank: NDArray[np.intp]
    active: NDArray[np.bool_]

    def times(self, level: Array) -> "MonthPay":
        """So many times the pay, (scenarios,), on the same points."""
        parts = (self.on_own * level, self.on_team * level, self.on_joining * level)
        return MonthPay(*parts, self.group_volume, self.rank, self.active)


def pay_month(month: MonthVolumes, terms: Terms, active: NDArray[np.bool_]) -> MonthPay:
    """Everything the company's computed rules pay for one month's volumes.

    active: whether the distributor has what the company asks for, (scenarios,); who has not earns nothing on the team,
    nothing on own purchases, and has no paid-as rank.
    """
    nothing = np.zeros_like(month.personal_volume)
    on_own, on_team, on_joining = nothing, nothing, nothing
    breakaway = terms.stairstep is not None and terms.stairstep.breakaway
    group = group_volume(month, terms.ranks, breakaway=breakaway)
    rank = np.zeros(month.personal_volume.shape, dtype=np.intp)
    if terms.ranks is not None:
        rank = np.where(active, paid_as_rank(month, terms.ranks, group), 0)
    if terms.unilevel is not None:
        rates = terms.unilevel.rates
        on_team = on_team + pay_unilevel(month.level_value, rates).sum(axis=0)
        on_joining = on_joining + pay_unilevel(month.level_joining_value, rates).sum(axis=0)
    if terms.stairstep is not None and terms.ranks is not None:
        parts = pay_stairstep(month, rank, terms.ranks)
        on_own, on_team, on_joining = on_own + parts[0], on_team + parts[1], on_joining + parts[2]
    own, team, joining = (np.where(active, pay, 0.0) for pay in (on_own, on_team, on_joining))
    return MonthPay(own, team, joining, group, rank, active)


class Payer(Protocol):
    """Who pays, month by month from 0, each month once and in order: what is kept from one to the next moves on."""

    def __call__(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> MonthPay:
        """The pay of a month; active: whether the distributor has what the company asks for, (scenarios,)."""

    def would_pay(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> MonthPay:
        """What the month that was just paid would have been, had the distributor's own been this; nothing moves."""


class VolumesPayer:
    """Pays by the volumes of everyone below, of expected or of real people, and keeps nothing."""

    def __init__(self, team: TeamOfMonth, terms: Terms) -> None:
        """Nothing is paid yet."""
        self._team, self._terms = team, terms
        self._below: TeamVolumes | None = None

    def __call__(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> MonthPay:
        """As of a Payer."""
        self._below = self._team(month)
        return self.would_pay(month, own, active)

    def would_pay(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> MonthPay:
        """As of a Payer."""
        below = self._team(month) if self._below is None else self._below
        return pay_month(MonthVolumes.of(own.volume, own.value, below), self._terms, active)


class PayerOfAllMonths(VolumesPayer):
    """Pays by the volumes of an expected team, all months in one call too: each is a scenario beside the others."""

    def all_months(self, own: Sequence[OwnMonth], active: Sequence[NDArray[np.bool_]]) -> list[MonthPay]:
        """As month by month, to rounding."""
        below = TeamVolumes.beside([self._team(month) for month in range(len(own))])
        volume, value = (np.concatenate([getattr(each, name) for each in own]) for name in ("volume", "value"))
        together = pay_month(MonthVolumes.of(volume, value, below), self._terms, np.concatenate(active))
        parts = (getattr(together, name).reshape(len(own), -1) for name in MonthPay.__slots__)
        return [MonthPay(*each) for each in zip(*parts, strict=True)]
