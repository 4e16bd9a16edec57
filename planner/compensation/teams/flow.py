"""What a part pays: to whom, on whose orders, by which rate. Sums are pay, and the rows of one member their receipt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from planner.compensation.teams.team import ROOT, Array, Index

CUT = "cut"


@dataclass(frozen=True, slots=True)
class Flow:
    """Some amounts of one step of a part, a row each.

    step: the level, generation or leg, from 1; 0 where the part has none. earner: who is paid. source: whose orders
    it rests on; ROOT where it rests on nobody's alone, as what two legs match does. base: the money, or the number,
    that the rate is applied to; negative where something is taken back. detail: numbers that a receipt of this part
    tells beside it, by name, a row each; that by the name CUT is money that a cap took away.
    """

    step: int
    earner: Index
    source: Index
    base: Array
    rate: Array
    detail: dict[str, Array]

    @property
    def amount(self) -> Array:
        """Money, a row each."""
        return self.base * self.rate

    def of(self, rows: Any) -> "Flow":
        """Some of the rows."""
        detail = {name: values[rows] for name, values in self.detail.items()}
        return Flow(self.step, self.earner[rows], self.source[rows], self.base[rows], self.rate[rows], detail)


def flow(step: int, earner: Index, source: Index, base: Array, rate: Array | float, **detail: Array) -> Flow:
    """The rows of those who are there and paid something, or were before a cap."""
    rates = np.broadcast_to(np.asarray(rate, dtype=np.float64), base.shape)
    there = np.flatnonzero((earner != ROOT) & ((rates * base != 0) | (detail.get(CUT, 0.0) != 0)))
    details = {name: values[there] for name, values in detail.items()}
    return Flow(step, earner[there], source[there], base[there], rates[there], details)


class Flows(Protocol):
    """The rows of a part, made anew each time they are asked for, so that nobody holds those of a million."""

    def __call__(self, *, together: bool = False) -> Iterator[Flow]:
        """together: whether it is enough that they come to what each is paid, whoever bought it, which is quicker."""


def of_each(rows: Callable[[], Iterator[Flow]]) -> Flows:
    """Rows of a part of which none are ever put together."""
    return lambda **_: rows()


def paid(flows: Flows, members: int, watch: Callable[[Flow], None] | None = None) -> Array:
    """What each member is paid by them all; watch: is shown the rows, each by itself."""
    total = np.zeros(members)
    for each in flows(together=watch is None):
        if watch is not None:
            watch(each)
        sums = np.bincount(each.earner, weights=each.amount)
        total[: len(sums)] += sums
    return total
