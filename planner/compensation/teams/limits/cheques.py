"""A month's cheques: what is left of the parts once gates, caps and rounding have had their turn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.limits.adjustment import Adjustment
from planner.compensation.teams.limits.caps import Left, cap_member, cap_payout, round_pay
from planner.compensation.teams.limits.gates import Shelf, Tested, try_gate
from planner.compensation.teams.month import TeamMonth


@dataclass(frozen=True, slots=True)
class Gates:
    """The plan's gates in a month, each tested once."""

    tested: tuple[Tested, ...]

    @classmethod
    def of(cls, month: TeamMonth, kept: Sequence[Shelf | None]) -> "Gates":
        """kept: of each gate, of the month before."""
        before = kept or [None] * len(month.plan.gates)
        return cls(tuple(try_gate(gate, month, each) for gate, each in zip(month.plan.gates, before, strict=True)))

    def open_to(self, some: slice) -> "Gates":
        """The same, and some members pass each of them."""
        places = np.arange(len(self.tested[0].closed)) if self.tested else np.zeros(0, dtype=np.int64)
        passes = (places >= some.start) & (places < some.stop)
        return Gates(tuple(replace(each, closed=each.closed & ~passes) for each in self.tested))

    @property
    def kept(self) -> tuple[Shelf | None, ...]:
        """For the next month."""
        return tuple(each.kept for each in self.tested)

    def closed(self, month: TeamMonth, place: int) -> NDArray[np.int8]:
        """By which gate the part at this place is closed to each member: the first, by its number; 0 by none."""
        found = np.zeros(len(month.team), dtype=np.int8)
        for number in range(len(self.tested), 0, -1):
            parts = month.plan.gates[number - 1].parts
            if not parts or place + 1 in parts:
                found[self.tested[number - 1].closed] = number
        return found

    def adjustments(self, parts: Sequence[PaidPart]) -> tuple[Adjustment, ...]:
        """What each gate takes: the parts that it was the first to close."""
        found = []
        for number, each in enumerate(self.tested, start=1):
            taken = np.zeros(len(each.had))
            for part in parts:
                taken -= np.where(part.closed_by == number, part.gross, 0.0)
            found.append(Adjustment("gate", number, taken, each.had, np.full(len(taken), float(each.asked))))
        return tuple(found)


def cheques(month: TeamMonth, parts: Sequence[PaidPart], gates: Gates) -> tuple[Left, tuple[Adjustment, ...]]:
    """What is paid of each part, and everything that was done to it, in its order."""
    plan, members = month.plan, len(month.team)
    left: Left = tuple(part.amount for part in parts)
    done = list(gates.adjustments(parts))
    if plan.rounding is not None and plan.rounding.when == "before_caps":
        left, each = round_pay(plan.rounding, parts, left, members)
        done.append(each)
    for number, cap in enumerate(plan.caps, start=1):
        left, each = cap_member(cap, number, month, left)
        done.append(each)
    if plan.payout_cap is not None:
        left, each = cap_payout(plan.payout_cap, month, left)
        done.append(each)
    if plan.rounding is not None and plan.rounding.when == "after_caps":
        left, each = round_pay(plan.rounding, parts, left, members)
        done.append(each)
    return left, tuple(done)
