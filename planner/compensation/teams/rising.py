"""What members bought, on its way up a team: a row for each who bought, or one for all of it that reaches the same."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.team import ROOT, Array, Index

SELDOM = 50  # places a row, from which on looking for those that meet takes longer than it saves


@dataclass(frozen=True, slots=True)
class Rising:
    """Some amounts, a row each.

    at: whom they have reached. source: whose they are; None where those that reach the same member go on together, for
    pay alone, which needs no receipt. base: money.
    """

    at: Index
    source: Index | None
    base: Array

    @classmethod
    def of(cls, bought: Array, counts: NDArray[np.bool_] | None = None, *, together: bool) -> "Rising":
        """Before anything has left whoever bought it. counts: whose goods are paid on; None: everybody's."""
        some = bought != 0
        members = np.flatnonzero(some if counts is None else some & counts)
        return cls(members, None if together else members, bought[members])

    def to(self, up: Index) -> "Rising":
        """Further up. up: whom each row reaches, ROOT for what goes no further."""
        if self.source is None:
            at, base = put_together(up, self.base)
            return Rising(at, None, base)
        there = np.flatnonzero(up != ROOT)
        return Rising(up[there], self.source[there], self.base[there])

    def numbered_to(self, up: Index, number: Index) -> "tuple[Rising, Index]":
        """The same where rows of different numbers, such as generations, stay apart, and their numbers, from 0."""
        goods, number, up = self.of_rows(up != ROOT), number[up != ROOT], up[up != ROOT]
        if self.source is not None:
            return replace(goods, at=up), number
        alike = [np.flatnonzero(number == each) for each in range(int(number.max(initial=0)) + 1)]
        met = [put_together(up[rows], goods.base[rows]) for rows in alike]
        at, base = (np.concatenate(each) for each in zip(*met, strict=True))
        return Rising(at, None, base), np.repeat(np.arange(len(met)), [len(each) for each, _ in met])

    def of_rows(self, rows: Index | NDArray[np.bool_]) -> "Rising":
        """Some of the rows."""
        return Rising(self.at[rows], None if self.source is None else self.source[rows], self.base[rows])

    def paid(self, step: int, earner: Index, rate: Array | float, **detail: Array) -> Flow:
        """What is paid on each row, to whom; what a receipt tells beside it is left out where rows are put together."""
        if self.source is None:
            return flow(step, earner, np.broadcast_to(np.int64(ROOT), earner.shape), self.base, rate)
        return flow(step, earner, self.source, self.base, rate, **detail)


def put_together(up: Index, amounts: Array) -> tuple[Index, Array]:
    """Whom the amounts reach, and what reaches each in all; so few as hardly ever meet stay as they are."""
    if len(up) * SELDOM < up.max(initial=ROOT):
        there = np.flatnonzero(up != ROOT)
        return up[there], amounts[there]
    total = np.asarray(np.bincount(up + 1, weights=amounts)[1:], dtype=np.float64)  # what goes to ROOT stands first
    reached = np.flatnonzero(total != 0)
    return reached, total[reached]


def ending_at(pointers: Index, ends: Index) -> Index:
    """Pointers up that lead no further than these members, who stand above whoever points, at lower places."""
    return np.where(pointers >= ends, pointers, ROOT)
