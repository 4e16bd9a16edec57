"""What it takes of one input alone to reach a goal: all else stays as planned, and every trial meets the same luck."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import floor, isfinite, log10
from typing import Literal

from planner.analysis.case import Case
from planner.analysis.chance.goals import EXACT, Goal, Tried, as_entered, in_runs
from planner.analysis.chance.odds import expected_seconds
from planner.analysis.chance.turnable import Turnable, turnable, turnables
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate

RUNS = 1_000
TRIALS = 12  # of one input, about
# How far towards each end it is tried first: each step is as long as the way behind it. Beyond what is far, the same.
GRID = (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)

Status = Literal["reached", "already", "out_of_reach", "without_effect"]
Try = Callable[[float], Tried]
Told = Callable[[Turnable, float], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to; values in the unit of the input, rounded so that a person can use them.

    status: "reached" by another value than the plan's; "already" reached by the plan; "out_of_reach": by this input
    alone nothing that is possible reaches it; "without_effect": nor does anything change how near the plan comes.
    value: the one nearest to the plan's that reaches it, or that comes nearest to it; the plan's own where already
    reached. now, at: what the plan, and the plan with that value, comes to. down, up: where the plan reaches it
    already, the last value on each side that still does; None where all up to the bound do. low, high: how far it was
    tried, to the end of what is possible or to where twice as far brought it no nearer.
    Between two values that were tried the goal is taken to be reached on one side of one place only.
    """

    status: Status
    value: float
    now: Tried
    at: Tried
    down: float | None = None
    up: float | None = None
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """One goal and one input on one company: over the runs, and if everything goes exactly as entered.

    asked: how many runs were asked for; sampled.at.runs says how many there were. then: the plan with the value that
    reaches the goal over the runs; None where no other value than the plan's does.
    """

    case: Case
    goal: Goal
    turned: Turnable
    asked: int
    sampled: Found
    expected: Found
    then: Case | None = field(compare=False)  # follows from the rest


def seek(
    case: Case,
    goal: Goal,
    path: Path,
    paths: int = RUNS,
    told: Told | None = None,
    now: Tried | None = None,
) -> Answer:
    """What one input (a path of turnable.TURNED) would have to be.

    told: hears of every value before it is tried. now: what the plan comes to over the runs, where that is known.
    """
    plan, company = case.plan, case.company
    turned = turnable(plan, path)

    def over_runs(value: float) -> Tried:
        if told is not None:
            told(turned, value)
        laid = turned.laid(plan, value)
        return _impossible() if laid is None else in_runs(goal, simulate(laid, company, paths))

    def exactly(value: float) -> Tried:
        laid = turned.laid(plan, value)
        return _impossible() if laid is None else as_entered(goal, Case.of(laid, company))

    today = in_runs(goal, simulate(plan, company, paths)) if now is None else now
    expected = search(turned, as_entered(goal, case), exactly)
    sampled = search(turned, today, over_runs, 2 * expected.value if expected.status == "reached" else 0.0)
    laid = turned.laid(plan, sampled.value) if sampled.status == "reached" else None
    then = None if laid is None else Case.of(laid, company)
    return Answer(case, goal, turned, paths, sampled, expected, then)


def estimated_seconds(plan: Plan, path: Path, paths: int = RUNS) -> float:
    """About how long a search takes, were all trials as large as the plan, or as the input at its low end or far up.

    path: of turnable.TURNED.
    """
    turned = turnable(plan, path)
    tried = (plan, *(turned.laid(plan, bound) for bound in (turned.low, turned.far)))
    return TRIALS * max(expected_seconds(each, paths) for each in tried if each is not None)


def seek_each(case: Case, goal: Goal, paths: int = RUNS, told: Told | None = None) -> tuple[Answer, ...]:
    """What each input alone would have to be, in the order of the plan."""
    now = in_runs(goal, simulate(case.plan, case.company, paths))
    each = turnables(case.plan, hours=goal.kind == "wage")
    return tuple(seek(case, goal, turned.path, paths, told, now) for turned in each)


def seek_all(
    cases: Sequence[Case], goal: Goal, path: Path, paths: int = RUNS, told: Told | None = None
) -> tuple[Answer, ...]:
    """What one input would have to be on each of several companies, on the same draws."""
    return tuple(seek(case, goal, path, paths, told) for case in cases)


def search(turned: Turnable, now: Tried, tried: Try, at_least: float = 0.0) -> Found:
    """The change of the input that is smallest among those that reach the goal, or how much worse it could be.

    at_least: how far up it is tried though nothing brings it nearer before, such as a share that is nothing till then.
    """
    known: dict[float, Tried] = {turned.now: now}

    def of(value: float) -> Tried:
        if value not in known:
            known[value] = tried(value)
        return known[value]

    ways = [way(turned, bound) for bound in (turned.low, turned.high)]
    if now.reached:
        down, up = (last_that_holds(values, of, turned) for values in ways)
        return Found("already", turned.now, now, now, down, up, min(known), max(known))
    far = max(turned.far, at_least)
    found = [value for values in ways if (value := first_that_holds(values, of, turned, far)) is not None]
    ends = {"low": min(known), "high": max(known)}
    if found:
        value = min(found, key=lambda each: abs(each - turned.now))
        return Found("reached", value, now, known[value], **ends)
    possible = [each.close for each in known.values() if isfinite(each.close)]
    if not possible or max(possible) - min(possible) <= EXACT:
        return Found("without_effect", turned.now, now, now, **ends)
    best = max(known, key=lambda value: known[value].close)
    if known[best].close <= now.close + EXACT:
        best = turned.now
    return Found("out_of_reach", best, now, known[best], **ends)


def way(turned: Turnable, bound: float) -> tuple[float, ...]:
    """The values tried first on the way to an end, the plan's own before them; rounded, each once."""
    forward = 1 if bound > turned.now else -1
    near = max(turned.far, turned.now) if forward > 0 else bound
    ahead = [turned.now + (near - turned.now) * part for part in GRID]
    while ahead[-1] < bound:
        ahead.append(min(2 * ahead[-1], bound))
    values = [turned.now, *(usable(value, turned) for value in ahead[:-1]), bound]
    kept = values[:1]
    for value in values[1:]:
        if (value - kept[-1]) * forward > 0 and (bound - value) * forward >= 0:
            kept.append(value)
    return tuple(kept)


def first_that_holds(values: Sequence[float], of: Try, turned: Turnable, far: float) -> float | None:
    """The first usable value that reaches the goal, on the way from the first of values, which does not.

    Beyond what is far, a step that brings it no nearer is the last.
    """
    for near, next_one in pairwise(values):
        if of(next_one).reached:
            between = [*usable_between(near, next_one, turned), next_one]
            return between[_first(between, lambda value: of(value).reached)]
        if next_one > far and of(next_one).close <= of(near).close + EXACT:
            return None
    return None


def last_that_holds(values: Sequence[float], of: Try, turned: Turnable) -> float | None:
    """The last usable value that reaches the goal, from the first of values on, which does; None where all do."""
    for near, far in pairwise(values):
        if not of(far).reached:
            between = [near, *usable_between(near, far, turned), far]
            return between[_first(between, lambda value: not of(value).reached) - 1]
    return None


def _first(values: Sequence[float], holds: Callable[[float], bool]) -> int:
    """The place of the first of which it holds, by halves; it holds of the last, and from one place on."""
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if holds(values[middle]):
            high = middle
        else:
            low = middle + 1
    return low


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


def _impossible() -> Tried:
    """Of a value that the rest of the plan does not allow."""
    return Tried(reached=False, figure=None, close=float("-inf"))
