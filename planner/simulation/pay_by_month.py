"""What each path is paid month by month, and what it buys for it; the mean of all, as a projection is given it."""

from dataclasses import dataclass

import numpy as np

from planner.projection.assumptions import Array
from planner.projection.given_pay import GivenPay
from planner.simulation.paths import Paths

AS_NUMBERS = ("on_own", "on_team", "on_joining", "group_volume", "active")


@dataclass(frozen=True, slots=True)
class PayByMonth:
    """Of paths that are carried through to the horizon, (horizon + 1, paths) each; as in GivenPay.

    The plan goes on in all of them, whatever would make the distributor stop, and more is put in where money runs out:
    as a projection has it. rank: paid as, by its number.
    """

    bought: Array
    on_own: Array
    on_team: Array
    on_joining: Array
    group_volume: Array
    active: Array
    rank: Array

    @classmethod
    def of(cls, paths: Paths) -> "PayByMonth":
        """Of some paths with everything in them."""
        pays = paths.trading.pays
        parts = {name: np.array([getattr(pay, name) for pay in pays], dtype=np.float64) for name in AS_NUMBERS}
        rank = np.array([pay.rank for pay in pays], dtype=np.float64)
        return cls(paths.trading.inventory.qualifying, **parts, rank=rank)

    def columns(self, part: slice) -> "PayByMonth":
        """Some of the paths."""
        return PayByMonth(*(getattr(self, name)[:, part] for name in self.__slots__))

    @classmethod
    def together(cls, parts: "list[PayByMonth]") -> "PayByMonth":
        """The paths of several, in their order."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts], axis=1) for name in cls.__slots__))

    def mean(self, asked: int, seed: int) -> GivenPay:
        """Of all paths as one scenario, the same digits whichever blocks they were drawn in. asked: how many were."""
        runs = self.rank.shape[1]

        def of(by_path: Array) -> Array:
            return np.asarray(np.ascontiguousarray(by_path).mean(axis=1, keepdims=True))

        middle = runs // 2  # from here on up stand half of the runs, or more
        return GivenPay(
            bought=of(self.bought),
            **{name: of(getattr(self, name)) for name in AS_NUMBERS},
            rank=np.sort(self.rank, axis=1)[:, middle : middle + 1],
            runs=runs,
            asked=asked,
            seed=seed,
        )
