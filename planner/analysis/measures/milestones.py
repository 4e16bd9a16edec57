"""Months that matter: the deepest hole, and the first month from which something holds to the horizon."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner import line_items
from planner.messages import Message

Array = NDArray[np.float64]
CENT = line_items.CENT


@dataclass(frozen=True, slots=True)
class Milestone:
    """A month from which something holds and stays so to the horizon.

    month: None where it is not reached. reason: why not, or what is particular about it. lost: a first month that met
    it and was lost again, None where there was none.
    """

    month: int | None
    reason: Message | None = None
    lost: int | None = None


def peak_funding(cumulative: Array) -> tuple[Array, NDArray[np.intp]]:
    """Deepest hole, a positive amount or 0, and the month it is first reached; each (scenarios,)."""
    return np.maximum(0.0, -cumulative.min(axis=0)), cumulative.argmin(axis=0)


def first_lasting(holds: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.bool_], NDArray[np.intp]]:
    """First month >= 1 from which `holds` is true to the end; its flag; and the first month it is true at all.

    holds: (months + 1, scenarios), month 0 ignored. The last is 0 where it is never true.
    """
    trading = holds[1:]
    broken = ~trading
    last_break = np.where(broken.any(axis=0), len(trading) - broken[::-1].argmax(axis=0), 0)
    reached = last_break < len(trading)
    touch = np.where(trading.any(axis=0), trading.argmax(axis=0) + 1, 0)
    return last_break + 1, reached, touch


def at_least_zero(amount: Array) -> NDArray[np.bool_]:
    """Zero or more, to half a cent: sums of floats must not hide a payback to the penny."""
    return np.asarray(amount > -CENT)
