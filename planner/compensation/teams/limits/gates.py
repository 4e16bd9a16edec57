"""Gates in a month of a team: what each member has of what is asked for, and whether it is enough."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.climb import with_below
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import Array, Bought
from planner.inputs.pay.limits.gates import AnyGate, CustomersGate, CustomerVolumeGate, OutsideShareGate, SoldShareGate


@dataclass(frozen=True, slots=True)
class Shelf:
    """The last purchases of each member before a month. bought: their points; gone: of them, and of the shelf since."""

    bought: Array
    gone: Array

    @classmethod
    def empty(cls, members: int) -> "Shelf":
        """Before anything was bought."""
        return cls(np.zeros(members), np.zeros(members))


@dataclass(frozen=True, slots=True)
class Tested:
    """A gate in a month. had: what each has of what is asked for; 0 of a share of nothing. closed: not enough.

    kept: the shelf as the next month finds it; None of gates that look at the month alone.
    """

    had: Array
    asked: float
    closed: NDArray[np.bool_]
    kept: Shelf | None = None


def try_gate(gate: AnyGate, month: TeamMonth, kept: Shelf | None) -> Tested:
    """kept: what the same gate kept of the month before, None in the first."""
    bought = month.all_bought
    if isinstance(gate, CustomersGate):
        had = np.zeros(len(month.team)) if bought.customers is None else bought.customers
        return Tested(had, gate.least, had + NEARLY < gate.least)
    if isinstance(gate, CustomerVolumeGate):
        return Tested(bought.by_customers, gate.least, bought.by_customers + NEARLY < gate.least)
    if isinstance(gate, OutsideShareGate):
        some, everything = bought.by_customers, bought.points
        if gate.of == "with_downline":
            some, everything = with_below(month.team, some), with_below(month.team, everything)
        return tried_share(gate, some, everything)
    return sold_share(gate, bought, kept or Shelf.empty(len(month.team)))


def tried_share(
    gate: SoldShareGate | OutsideShareGate, some: Array, everything: Array, kept: Shelf | None = None
) -> Tested:
    """Whether a share is enough; of nothing, as the gate says."""
    there = everything > NEARLY
    share = np.divide(some, everything, out=np.zeros_like(everything), where=there)
    closed = np.where(there, share + NEARLY < gate.least, gate.on_nothing == "failed")
    return Tested(share, gate.least, closed, kept)


def sold_share(gate: SoldShareGate, bought: Bought, shelf: Shelf) -> Tested:
    """Of this month's purchases, or of the last ones before."""
    nothing = np.zeros_like(bought.points)
    from_shelf = nothing if bought.sold is None else bought.sold
    if gate.own_use_counts and bought.used is not None:
        from_shelf = from_shelf + bought.used
    if gate.of == "this_month":
        return tried_share(gate, bought.by_customers + from_shelf, bought.points)
    gone = shelf.gone + from_shelf
    buys = bought.points > NEARLY
    kept = Shelf(np.where(buys, bought.points, shelf.bought), np.where(buys, bought.by_customers, gone))
    return tried_share(gate, gone, shelf.bought, kept)
