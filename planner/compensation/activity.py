"""Who is active: what the company asks for, over its window of months, of the distributor and of every member alike."""

from collections.abc import Callable
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.inputs.pay.window import Window
from planner.inputs.terms import MONTHS_OF_A_QUARTER

Array = NDArray[np.float64]
Place = NDArray[np.integer] | int
Back = Callable[[int], Array]  # what counted so many months ago, nothing before there was any

LONGEST = {"month": 1, "quarter": MONTHS_OF_A_QUARTER, "one_of_three": 3, "month_and_two_after": 3, "twelve_months": 12}
HAVE_TIME = ("one_of_three", "twelve_months")  # who is new, until as many months are over
TOGETHER = ("quarter", "twelve_months")  # in which the months are added up


def counted(window: Window, back: Back, place: Place) -> Array:
    """What counts in the window so far, this month among it: of months that count by themselves the best.

    place: 0, 1 or 2 in the calendar quarter.
    """
    if window == "quarter":
        return sum_of(back, lambda ago: ago <= place, LONGEST[window])
    if window == "month":
        return back(0)
    months = [back(ago) for ago in range(LONGEST[window])]
    return np.asarray(sum(months) if window in TOGETHER else reduce(np.maximum, months))


def meets(window: Window, asked: float, back: Back, since: Place, place: Place) -> NDArray[np.bool_]:
    """Whether somebody is active; since: months since they joined. As ActivityWindow has it."""
    enough = counted(window, back, place) >= asked - NEARLY
    if window in HAVE_TIME:
        return np.asarray(enough | (np.asarray(since) < LONGEST[window]))
    if window != "quarter":
        return np.asarray(enough)
    quarter, at, new = MONTHS_OF_A_QUARTER, np.asarray(place), np.asarray(since)
    before = sum_of(back, lambda ago: (ago > at) & (ago <= at + quarter), 2 * quarter) + NEARLY >= asked
    return np.asarray(enough | (new <= at) | ((at < quarter - 1) & (before | (new <= at + quarter))))


def sum_of(back: Back, counts: Callable[[int], NDArray[np.bool_] | bool], months: int) -> Array:
    """What the months that count come to; counts: by how many months ago."""
    return np.asarray(sum(np.where(counts(ago), back(ago), 0.0) for ago in range(months)))


def lacking(window: Window, asked: float, back: Back, place: Place) -> Array:
    """What this month lacks of what is asked for, with what counts beside it in the window."""
    beside = counted(window, back, place) if window in TOGETHER else back(0)
    return np.maximum(asked - beside, 0.0)
