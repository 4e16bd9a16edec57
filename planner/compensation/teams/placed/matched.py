"""What two legs have in common: how often the points asked for are there on both, and what that takes of each side.

Arrays of sides are (2, members), left first; times: how many cycles, or how many times the points of a ratio.
"""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.team import Array
from planner.inputs.pay.binary import Binary

LEFT, RIGHT = 0, 1
Side = NDArray[np.intp]


def smaller_side(part: Binary, sides: Array) -> Side:
    """Which side has less, a place each member; the one that the part says where both have the same."""
    tie = LEFT if part.ties == "left_weak" else RIGHT
    return np.where(sides[LEFT] < sides[RIGHT], LEFT, np.where(sides[LEFT] > sides[RIGHT], RIGHT, tie))


def weak_side(part: Binary, sides: Array) -> Side:
    """Which side counts as the weak one."""
    if part.strong_side in ("left", "right"):
        return np.full(sides.shape[1], RIGHT if part.strong_side == "left" else LEFT, dtype=np.intp)
    return smaller_side(part, sides)


def by_strength(pair: Array, weak: Side) -> Array:
    """The sides of a pair, (2, members), the strong one first; and the same way back from there."""
    return np.where(weak == RIGHT, pair, pair[::-1])


def times_matched(part: Binary, sides: Array, weak: Side) -> Array:
    """How often the points that are matched at a time are there, whole times for cycles."""
    whole = part.cycle is not None
    strong, weaker = part.points
    if part.strong_side != "either" or strong == weaker:
        has = by_strength(sides, weak)
        times = np.minimum(_into(has[0], strong, whole=whole), _into(has[1], weaker, whole=whole))
        return np.asarray(times)
    low, high = min(strong, weaker), max(strong, weaker)
    times = np.minimum(_into(sides.min(axis=0), low, whole=whole), _into(sides.sum(axis=0), low + high, whole=whole))
    if whole:
        # Of what a cycle takes more of one side than of the other, rounding down on both loses less than two, so one.
        turns = _into(np.maximum(sides - times * low, 0.0), high - low, whole=whole).sum(axis=0)
        times = np.where(turns + NEARLY < times, times - 1, times)
    return np.asarray(times)


def taken_of_sides(part: Binary, sides: Array, weak: Side, times: Array) -> Array:
    """What so many times take of each side; where either may be the strong one, the larger gives all it can."""
    strong, weaker = part.points
    if part.strong_side != "either" or strong == weaker:
        return by_strength(np.stack([times * strong, times * weaker]), weak)
    low, high = min(strong, weaker), max(strong, weaker)
    larger = by_strength(sides, weak)[0]
    turns = _into(np.maximum(larger - times * low, 0.0), high - low, whole=part.cycle is not None)
    from_larger = np.minimum(turns, times)
    step = high - low
    of_both = np.stack([times * low + from_larger * step, times * low + (times - from_larger) * step])
    return by_strength(of_both, weak)


def _into(volume: Array, points: float, *, whole: bool) -> Array:
    """How often points go into a volume."""
    return np.floor((volume + NEARLY) / points) if whole else volume / points
