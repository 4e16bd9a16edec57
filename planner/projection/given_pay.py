"""Pay that is given by month and not computed here: what it comes to over many runs, and what was bought for it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planner.compensation.pay import MonthPay
from planner.projection.assumptions import Array

HALF = 0.5  # of the runs: what is so in as many is taken to be so


@dataclass(frozen=True, slots=True)
class GivenPay:
    """The mean of so many runs, by month from 0 to the horizon, (horizon + 1, scenarios) each.

    bought: goods bought only to be paid, at the shop price of the launch. on_own, on_team, on_joining: pay as in
    MonthPay, at the prices of its month. group_volume: points. active: share of the runs in which the distributor has
    what the company asks for. rank: the highest that half of the runs or more are paid as, 0 none. runs: how many each
    scenario is the mean of, at least; asked: how many were asked for, of which fewer are drawn where teams are large.
    seed: of the draws.
    """

    bought: Array
    on_own: Array
    on_team: Array
    on_joining: Array
    group_volume: Array
    active: Array
    rank: Array
    runs: int
    asked: int
    seed: int

    def of_month(self, month: int, scenarios: int) -> MonthPay:
        """What a month earns, (scenarios,); active where half of the runs or more are."""

        def each(by_month: Array) -> Array:
            return np.broadcast_to(by_month[month], (scenarios,))

        on_own, on_team, on_joining = (each(part) for part in (self.on_own, self.on_team, self.on_joining))
        rank, active = each(self.rank).astype(np.intp), np.asarray(each(self.active) >= HALF)
        return MonthPay(on_own, on_team, on_joining, each(self.group_volume), rank, active)

    @classmethod
    def beside(cls, each: "Sequence[GivenPay]") -> "GivenPay":
        """A scenario for each, in their order, on one seed."""
        arrays = [name for name in cls.__slots__ if name not in ("runs", "asked", "seed")]
        together = {name: np.concatenate([getattr(one, name) for one in each], axis=1) for name in arrays}
        return cls(**together, runs=min(one.runs for one in each), asked=each[0].asked, seed=each[0].seed)
