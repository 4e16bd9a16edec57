"""The values of an input at which a search looks: on the way to both ends of what is possible, and between two."""

from collections.abc import Sequence
from math import floor, log10

from planner.analysis.chance.turnable import Turnable

# How far towards each end it is looked first: each step is as long as the way behind it.
GRID = (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)
BEYOND = 8  # steps from what is far up to the end, each longer than the one before by the same factor, twice or more

Way = Sequence[float]  # from the plan's own value on


def ways_of(turned: Turnable) -> list[Way]:
    """Down and up."""
    return [way(turned, turned.low), way(turned, turned.high)]


def way(turned: Turnable, bound: float) -> tuple[float, ...]:
    """The values looked at on the way to an end, the plan's own before them; rounded, each once."""
    forward = 1 if bound > turned.now else -1
    near = min(max(turned.far, turned.now), bound) if forward > 0 else bound
    ahead = [turned.now + (near - turned.now) * part for part in GRID]
    if near < bound:
        step = max(2.0, (bound / near) ** (1 / BEYOND))
        while ahead[-1] < bound:
            ahead.append(min(step * ahead[-1], bound))
    values = [turned.now, *(usable(value, turned) for value in ahead[:-1]), bound]
    kept = values[:1]
    for value in values[1:]:
        if (value - kept[-1]) * forward > 0 and (bound - value) * forward >= 0:
            kept.append(value)
    return tuple(kept)


def thinned(values: Sequence[float], costs: dict[float, float], most: float) -> tuple[float, ...]:
    """Of values from near to far so many as may be looked at: those that half of it is enough for, of the rest a part.

    Every second, fourth … of the rest, its end among them where that can be; without that, the farthest that can.
    """
    near = 0
    while near < len(values) and sum(costs[value] for value in values[: near + 1]) <= most / 2:
        near += 1
    rest = values[near:]
    most -= sum(costs[value] for value in values[:near])
    for every in (1, 2, 4, 8, 16):
        kept = rest[::-1][::every][::-1]
        if sum(costs[value] for value in kept) <= most:
            return (*values[:near], *kept)
    return (*values[:near], *[value for value in rest if costs[value] <= most][-1:])


def with_others(values: Way, others: Sequence[float]) -> Way:
    """A way with all of the others that lie on it."""
    now, end = values[0], values[-1]
    on_it = (each for each in others if now <= each < end or end < each <= now)
    return sorted({*values, *on_it}, key=lambda each: abs(each - now))


def usable(value: float, turned: Turnable) -> float:
    """Rounded to what a person can use: three digits where the number begins with 1, else two."""
    step = _step(value, turned)
    return round(round(value / step) * step, 9)


def usable_between(near: float, far: float, turned: Turnable) -> list[float]:
    """The usable values strictly between two, from the nearer on."""
    step = _step(max(abs(near), abs(far)), turned)
    low, high = sorted((near, far))
    places = range(floor(low / step + 1e-9) + 1, floor(high / step - 1e-9) + 1)
    values = [round(place * step, 9) for place in places]
    return [value for value in (values if near < far else reversed(values)) if low < value < high]


def _step(value: float, turned: Turnable) -> float:
    if turned.whole:
        return 1.0
    if value <= 0:
        return 0.01
    digits = floor(log10(value) + 1e-9)
    return float(10.0 ** (digits - 2 if value < 2 * 10.0**digits else digits - 1))
