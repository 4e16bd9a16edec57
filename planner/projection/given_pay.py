"""Pay that is given by month and not computed here: what it comes to over many runs, and what was bought for it."""

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
    scenario is the mean of; seed: of their draws.
    """

    bought: Array
    on_own: Array
    on_team: Array
    on_joining: Array
    group_volume: Array
    active: Array
    rank: Array
    runs: int
    seed: int

    def of_month(self, month: int, scenarios: int) -> MonthPay:
        """What a month earns, (scenarios,); active where half of the runs or more are."""

        def each(by_month: Array) -> Array:
            return np.broadcast_to(by_month[month], (scenarios,))

        on_own, on_team, on_joining = (each(part) for part in (self.on_own, self.on_team, self.on_joining))
        rank, active = each(self.rank).astype(np.intp), np.asarray(each(self.active) >= HALF)
        return MonthPay(on_own, on_team, on_joining, each(self.group_volume), rank, active)
