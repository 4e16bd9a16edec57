"""The search for the nearest value of one input that reaches a goal, to both ends of what is possible.

It looks at few values with few runs all the way, then closes in with all runs where the goal is first reached. Between
two neighbouring values that were looked at, the goal is taken to be reached on one side of one place only. It says what
is to be tried and is told what that comes to (trials.py), so that several searches have theirs tried in one go.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from math import ceil, isfinite
from typing import Literal

from planner.analysis.chance.goals import EXACT, Tried
from planner.analysis.chance.trials import Search, Trials
from planner.analysis.chance.ways import Way, usable_between, with_others

ROUNDS = 3  # in which the way around a summit is halved on both sides

Status = Literal["reached", "already", "out_of_reach", "without_effect", "not_known"]


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


def search(trials: Trials, ways: Sequence[Way]) -> Search[Found]:
    """The change of the input that is smallest among those that reach the goal, or how much worse it could be.

    trials: what is known before; left_out where the ways hold fewer values than `ways_of`. ways: down and up.
    """
    ahead = [value for each in zip_longest(*(values[1:] for values in ways)) for value in each if value is not None]
    if ahead:
        yield from trials.glance(ahead)  # the near ones of both ways first
    if trials.now.reached:
        turns = yield from _turns(ways, trials, reached=False)
        down, up = (None if turn is None else turn[0] for turn in turns)
        return Found("already", trials.turned.now, trials.now, trials.now, down, up, *_tried_between(trials))
    value = yield from _nearest(ways, trials)
    summit = yield from _summit(trials, value)
    if summit is not None:
        yield from _look_around(summit, trials, closely=False)
    if value is None:
        best = yield from trials.of(trials.best_seen)
        if trials.seen_reached and not (best is not None and best.reached):
            yield from _look_around(trials.best_seen, trials, closely=True)
    if summit is not None or value is None:
        value = yield from _nearest([with_others(values, trials.tried) for values in ways], trials)
    at = None if value is None else (yield from trials.of(value))
    if value is not None and at is not None:
        return Found("reached", value, trials.now, at, None, None, *_tried_between(trials))
    return (yield from _not_reached(trials))


def _not_reached(trials: Trials) -> Search[Found]:
    """How near the plan comes to the goal, where nothing that was tried reaches it."""
    now, best = trials.now, trials.best_seen
    closes = [seen.close for seen in trials.seen.values() if seen and isfinite(seen.close)]
    if _all_alike(closes):
        low, high = trials.tried[0], trials.tried[-1]
        ends = (now, (yield from trials.of(low)), (yield from trials.of(high)))
        closes = [each.close for each in ends if each is not None and isfinite(each.close)]
    at = yield from trials.of(best)
    if at is None or at.close <= now.close + EXACT:
        best, at = trials.turned.now, now
    status: Status = "out_of_reach"
    if trials.left_out:
        status = "not_known"
    elif _all_alike(closes):
        status = "without_effect"
    return Found(status, best, now, at, None, None, *_tried_between(trials))


def _all_alike(closes: Sequence[float]) -> bool:
    return not closes or max(closes) - min(closes) <= EXACT


def _tried_between(trials: Trials) -> tuple[float, float, bool]:
    return trials.tried[0], trials.tried[-1], trials.left_out


def _nearest(ways: Sequence[Way], trials: Trials) -> Search[float | None]:
    """The nearest value that reaches the goal; None where none was found."""
    turns = yield from _turns(ways, trials, reached=True)
    now = trials.turned.now
    return min((turn[1] for turn in turns if turn is not None), key=lambda value: abs(value - now), default=None)


def _turns(ways: Sequence[Way], trials: Trials, *, reached: bool) -> Search[list[tuple[float, float] | None]]:
    """On each way the last usable value as the plan's is, and the one after it, which reaches the goal, or does not.

    A glance says where, or all runs that were made before, since few may say too little; all runs say whether.
    """

    def so(tried: Tried | None) -> bool:
        return tried is not None and tried.reached is reached

    turns: list[tuple[float, float] | None] = []
    for values in ways:
        turns.append(None)
        for place, value in enumerate(values[1:], 1):
            seen = trials.known.get(value)
            if not so(seen):
                seen = yield from trials.glance(values[place:])
            if not so(seen) or not so((yield from trials.of(value))):
                continue
            far = place
            while far > 1 and so((yield from trials.of(values[far - 1]))):
                far -= 1
            turns[-1] = yield from _closed_in(values[far - 1], values[far], trials, so)
            break
    return turns


def _closed_in(
    near: float, far: float, trials: Trials, so: Callable[[Tried | None], bool]
) -> Search[tuple[float, float]]:
    """Two usable values, at the second of which it is so as at far, as close as trials can be had."""
    between = [near, *usable_between(near, far, trials.turned), far]
    low, high, number = 0, len(between) - 1, 0
    while high - low > 1:
        place = _guess(number, (low, high), [trials.known.get(between[end]) for end in (low, high)])
        tried, number = (yield from trials.of(between[place])), number + 1
        if tried is None:
            break
        low, high = (low, place) if so(tried) else (place, high)
    return between[low], between[high]


def _guess(number: int, ends: tuple[int, int], tried: Sequence[Tried | None]) -> int:
    """A place strictly between two: by turns twice on the straight line through how close they come, and the middle."""
    low, high = ends
    closes = [each.close for each in tried if each is not None and isfinite(each.close)]
    if number % 3 == 2 or len(closes) < 2 or closes[0] * closes[1] >= 0:
        return (low + high) // 2
    straight = low + (high - low) * closes[0] / (closes[0] - closes[1])
    return min(max(ceil(straight), low + 1), high - 1)


def _summit(trials: Trials, found: float | None) -> Search[float | None]:
    """The value seen that comes nearest to the goal among those nearer than its neighbours; the plan's may be one.

    found: what reaches it; only what lies nearer to the plan's than that is asked about then.
    """
    now = trials.turned.now
    yield from trials.glance([now])
    seen = [(value, tried.close) for value, tried in sorted(trials.seen.items()) if tried and not tried.reached]
    summits = [
        (close, value)
        for (_, before), (value, close), (_, after) in zip(seen, seen[1:], seen[2:], strict=False)
        if before < close - EXACT and close >= after - EXACT
        if found is None or abs(value - now) < abs(found - now)
    ]
    return max(summits)[1] if summits else None


def _look_around(best: float, trials: Trials, *, closely: bool) -> Search[None]:
    """Looks to both sides of the best, ever nearer to it, until the goal is reached or the way is narrow.

    closely: by all runs, and not at a glance.
    """

    def look(values: Sequence[float]) -> Search[Tried | None]:
        return trials.of(values[0]) if closely else trials.glance(values)

    for _ in range(ROUNDS):
        tried = trials.tried
        place = tried.index(best)
        halves = [
            between[len(between) // 2]
            for between in (
                usable_between(near, far, trials.turned) for near, far in pairwise(tried[max(place - 1, 0) : place + 2])
            )
            if between
        ]
        close = {best: _closeness((yield from look([best])))}
        for number, value in enumerate(halves):
            close[value] = _closeness((yield from look(halves[number:])))
        best = max(close, key=close.__getitem__)
        found = yield from look([best])
        if found is not None and found.reached:
            return


def _closeness(tried: Tried | None) -> float:
    return float("-inf") if tried is None else tried.close
