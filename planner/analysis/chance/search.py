"""The search for the nearest value of one input that reaches a goal, to both ends of what is possible.

It looks at few values with few runs all the way, then closes in with all runs where the goal is first reached. Between
two neighbouring values that were looked at, the goal is taken to be reached on one side of one place only.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import floor, isfinite, log10
from typing import Literal

from planner.analysis.chance.goals import EXACT, Tried
from planner.analysis.chance.turnable import Turnable

# How far towards each end it is looked first: each step is as long as the way behind it.
GRID = (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)
BEYOND = 8  # steps from what is far up to the end, each longer than the one before by the same factor, twice or more
ROUNDS = 3  # in which the way around a summit is halved on both sides

Status = Literal["reached", "already", "out_of_reach", "without_effect", "not_known"]
Try = Callable[[float], Tried | None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to; values in the unit of the input, rounded so that a person can use them.

    status: "reached" by another value than the plan's; "already" reached by the plan; "out_of_reach": by this input
    alone nothing that is possible reaches it; "without_effect": nor does anything change how near the plan comes;
    "not_known": nothing that was tried reaches it, and values were left out.
    value: the one nearest to the plan's that reaches it, or that comes nearest to it; the plan's own where already
    reached. now, at: what the plan, and the plan with that value, comes to. down, up: where the plan reaches it
    already, the last value on each side that still does; None where all up to the bound do. low, high: between which
    values it was tried. left_out: whether values were left out since trying them takes too long, so that a nearer
    value may reach it too.
    """

    status: Status
    value: float
    now: Tried
    at: Tried
    down: float | None = None
    up: float | None = None
    low: float = 0.0
    high: float = 0.0
    left_out: bool = False


@dataclass(slots=True)
class Trials:
    """What is known of one input: by all runs, and by a glance at few of them; None of what takes too long to try."""

    turned: Turnable
    now: Tried
    trial: Try
    glimpse: Try
    known: dict[float, Tried | None] = field(default_factory=dict)
    seen: dict[float, Tried | None] = field(default_factory=dict)
    left_out: bool = False

    def glance(self, value: float) -> Tried | None:
        """By few runs."""
        if value not in self.seen:
            self.seen[value] = self.glimpse(value)
            self.left_out |= self.seen[value] is None
        return self.seen[value]

    def of(self, value: float) -> Tried | None:
        """By all runs; by few where all take too long."""
        if value == self.turned.now:
            return self.now
        if value not in self.known:
            tried = self.trial(value)
            self.left_out |= tried is None
            self.known[value] = self.seen.get(value) if tried is None else tried
        return self.known[value]

    def closeness(self, value: float) -> float:
        """How near to the goal it is at a glance."""
        seen = self.seen.get(value)
        return float("-inf") if seen is None else seen.close

    @property
    def seen_reached(self) -> bool:
        """Whether a glance saw the goal reached anywhere."""
        return any(seen is not None and seen.reached for seen in self.seen.values())

    @property
    def tried(self) -> list[float]:
        """Every value that was tried at all, and the plan's."""
        both = (*self.known.items(), *self.seen.items())
        return sorted({self.turned.now, *(value for value, tried in both if tried is not None)})


def search(
    turned: Turnable,
    now: Tried,
    trial: Try,
    glimpse: Try | None = None,
    ways: Sequence[tuple[float, ...]] | None = None,
) -> Found:
    """The change of the input that is smallest among those that reach the goal, or how much worse it could be.

    now: of the plan. trial, glimpse: by all runs and by few; None where that takes too long. ways: down and up, each
    from the plan's value on; fewer values than of `way` where not all can be tried.
    """
    trials = Trials(turned, now, trial, trial if glimpse is None else glimpse)
    if glimpse is None:
        trials.seen = trials.known = {turned.now: now}
    whole = ways_of(turned)
    ways = whole if ways is None else ways
    trials.left_out = list(ways) != whole
    if now.reached:
        down, up = (last_that_holds(values, trials) for values in ways)
        return Found("already", turned.now, now, now, down, up, *_ends(trials))
    value = _nearest(ways, trials)
    summit = _summit(trials, value)
    if summit is not None:
        _look_around(summit, trials, trials.glance)
    if value is None:
        best = trials.of(_best_seen(trials))
        if trials.seen_reached and not (best is not None and best.reached):
            _look_around(_best_seen(trials), trials, trials.of)
    if summit is not None or value is None:
        value = _nearest(_with_all_tried(ways, trials), trials)
    at = None if value is None else trials.of(value)
    if value is not None and at is not None:
        return Found("reached", value, now, at, None, None, *_ends(trials))
    return _not_reached(trials)


def _not_reached(trials: Trials) -> Found:
    """How near the plan comes to the goal, where nothing that was tried reaches it."""
    turned, now = trials.turned, trials.now
    best, closes = _best_seen(trials), [seen.close for seen in trials.seen.values() if seen and isfinite(seen.close)]
    if not closes or max(closes) - min(closes) <= EXACT:
        known = [trials.of(value) for value in (trials.tried[0], trials.tried[-1])]
        closes = [each.close for each in (now, *known) if each is not None and isfinite(each.close)]
    at = trials.of(best)
    if at is None or at.close <= now.close + EXACT:
        best, at = turned.now, now
    status: Status = "out_of_reach"
    if trials.left_out:
        status = "not_known"
    elif not closes or max(closes) - min(closes) <= EXACT:
        status = "without_effect"
    return Found(status, best, now, at, None, None, *_ends(trials))


def _ends(trials: Trials) -> tuple[float, float, bool]:
    return trials.tried[0], trials.tried[-1], trials.left_out


def ways_of(turned: Turnable) -> list[tuple[float, ...]]:
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


def _nearest(ways: Iterable[Sequence[float]], trials: Trials) -> float | None:
    """The nearest value that reaches the goal; None where none was found."""
    turns = [_turn(values, trials, reached=True) for values in ways]
    now = trials.turned.now
    return min((turn[1] for turn in turns if turn is not None), key=lambda value: abs(value - now), default=None)


def last_that_holds(values: Sequence[float], trials: Trials) -> float | None:
    """The last usable value that reaches the goal, from the first of values on, which does; None where all do."""
    turn = _turn(values, trials, reached=False)
    return None if turn is None else turn[0]


def _between(value: float, start: float, end: float) -> bool:
    return start <= value < end or end < value <= start


def _turn(values: Sequence[float], trials: Trials, *, reached: bool) -> tuple[float, float] | None:
    """The last usable value as the first of values is, and the one after it, at which the goal is reached, or is not.

    A glance says where, or all runs that were made before, since few may say too little; all runs say whether.
    """

    def so(tried: Tried | None) -> bool:
        return tried is not None and tried.reached is reached

    for place, value in enumerate(values[1:], 1):
        if not (so(trials.known.get(value)) or so(trials.glance(value))) or not so(trials.of(value)):
            continue
        far = place
        while far > 1 and so(trials.of(values[far - 1])):
            far -= 1
        return _closed_in(values[far - 1], values[far], trials, so)
    return None


def _closed_in(near: float, far: float, trials: Trials, so: Callable[[Tried | None], bool]) -> tuple[float, float]:
    """Two usable values, at the second of which it is so as at far, by halves as long as trials can be had."""
    between = [near, *usable_between(near, far, trials.turned), far]
    low, high = 0, len(between) - 1
    while high - low > 1:
        middle = (low + high) // 2
        tried = trials.of(between[middle])
        if tried is None:
            break
        low, high = (low, middle) if so(tried) else (middle, high)
    return between[low], between[high]


def _best_seen(trials: Trials) -> float:
    return max(trials.seen, key=trials.closeness, default=trials.turned.now)


def _summit(trials: Trials, found: float | None) -> float | None:
    """The value seen that comes nearest to the goal among those nearer than its neighbours; the plan's may be one.

    found: what reaches it; only what lies nearer to the plan's than that is asked about then.
    """
    now = trials.turned.now
    trials.glance(now)
    seen = [(value, tried.close) for value, tried in sorted(trials.seen.items()) if tried and not tried.reached]
    summits = [
        (close, value)
        for (_, before), (value, close), (_, after) in zip(seen, seen[1:], seen[2:], strict=False)
        if before < close - EXACT and close >= after - EXACT
        if found is None or abs(value - now) < abs(found - now)
    ]
    return max(summits)[1] if summits else None


def _look_around(best: float, trials: Trials, look: Try) -> None:
    """Looks to both sides of the best, ever nearer to it, until the goal is reached or the way is narrow.

    look: by few runs, or by all.
    """

    def closeness(value: float) -> float:
        tried = look(value)
        return float("-inf") if tried is None else tried.close

    for _ in range(ROUNDS):
        tried = trials.tried
        place = tried.index(best)
        for near, far in pairwise(tried[max(place - 1, 0) : place + 2]):
            between = usable_between(near, far, trials.turned)
            if between:
                best = max(best, between[len(between) // 2], key=closeness)
        found = look(best)
        if found is not None and found.reached:
            return


def _with_all_tried(ways: Iterable[Sequence[float]], trials: Trials) -> list[list[float]]:
    """The ways with every value on them that was tried since."""
    now = trials.turned.now
    return [
        sorted(
            {*values, *(each for each in trials.tried if _between(each, now, values[-1]))},
            key=lambda each: abs(each - now),
        )
        for values in ways
    ]


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
