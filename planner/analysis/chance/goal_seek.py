"""What it takes of one input alone to reach a goal: all else stays as planned, and every trial meets the same luck."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf

from planner.analysis.case import Case
from planner.analysis.chance import effort
from planner.analysis.chance.goals import Goal, Tried, as_entered, in_runs
from planner.analysis.chance.odds import expected_seconds
from planner.analysis.chance.search import Found, search, ways_of
from planner.analysis.chance.turnable import Turnable, turnable, turnables
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from planner.simulation.workers import Maps

RUNS = 1_000
GLANCED = 100  # runs by which it is seen where to look closely
FEWEST = 100  # of the runs asked for, where more take too long
TRIALS = 12  # of one input, about, were each as long as with all runs; of them with all runs:
CLOSE_TRIALS = 8
# Expected seconds of a search: of one input, and of each of them alone. What takes longer is left out, as is then said.
BUDGET, BUDGET_OF_EACH = 20.0, 45.0

Told = Callable[[Turnable, float], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """One goal and one input on one company: over the runs, and if everything goes exactly as entered.

    asked: how many runs were asked for; sampled.at.runs says how many there were. then: the plan with the value that
    reaches the goal over the runs; None where no other value than the plan's does. beyond: whether that takes effort
    that nobody has, and the plan itself does not.
    """

    case: Case
    goal: Goal
    turned: Turnable
    asked: int
    sampled: Found
    expected: Found
    then: Case | None = field(compare=False)  # follows from the rest
    beyond: bool = False


@dataclass(slots=True)
class Seconds:
    """How many expected seconds are left, which trials use up."""

    left: float

    def for_trial(self, plan: Plan, paths: int) -> bool:
        """Whether there are enough for a trial, which then has them."""
        seconds = expected_seconds(plan, paths)
        if seconds > self.left:
            return False
        self.left -= seconds
        return True


def seek(
    case: Case,
    goal: Goal,
    path: Path,
    paths: int = RUNS,
    told: Told | None = None,
    now: Tried | None = None,
    seconds: Seconds | None = None,
    executor: Maps | None = None,
) -> Answer:
    """What one input (a path of turnable.TURNED) would have to be.

    told: hears of every value before it is first tried. now: what the plan comes to over the runs, where that is known.
    seconds: BUDGET unless stated; where all runs take too long fewer are made, and then values are left out. executor:
    as in `engine.simulate`.
    """
    turned, seconds = turnable(case.plan, path), seconds or Seconds(BUDGET)
    if now is None:
        runs = paths_within(case.plan, paths, seconds.left)
        seconds.left -= expected_seconds(case.plan, runs)
        now = in_runs(goal, simulate(case.plan, case.company, runs, executor))
    runs = min(paths, max(now.runs or 0, FEWEST))  # as many as the plan has, but of large teams more than can be drawn
    heard: set[float] = {turned.now}
    as_many_as_drawn: dict[float, Tried] = {}  # of large teams no more are, however many are asked for

    def trial(value: float, paths: int = runs) -> Tried | None:
        laid = turned.laid(case.plan, value)
        if laid is None:
            return _impossible()
        if value in as_many_as_drawn:
            return as_many_as_drawn[value]
        if not seconds.for_trial(laid, paths):
            return None
        if told is not None and value not in heard:
            told(turned, value)
        heard.add(value)
        simulation = simulate(laid, case.company, paths, executor)
        tried = in_runs(goal, simulation)
        if simulation.paths < paths:
            as_many_as_drawn[value] = tried
        return tried

    def exactly(value: float) -> Tried:
        laid = turned.laid(case.plan, value)
        return _impossible() if laid is None else as_entered(goal, Case.of(laid, case.company))

    glanced = min(runs, GLANCED)
    ways = within_reach(case.plan, turned, seconds.left, glanced)
    sampled = search(turned, now, trial, (lambda value: trial(value, glanced)) if glanced < runs else None, ways)
    expected = search(turned, as_entered(goal, case), exactly)
    laid = turned.laid(case.plan, sampled.value) if sampled.status == "reached" else None
    then = None if laid is None else Case.of(laid, case.company)
    beyond = then is not None and effort.that_nobody_has(then) and not effort.that_nobody_has(case)
    return Answer(case, goal, turned, paths, sampled, expected, then, beyond)


def paths_within(plan: Plan, paths: int, budget: float) -> int:
    """How many runs a trial has, so that half of the budget is enough to close in: half as many, until they fit."""
    while paths >= 2 * FEWEST and CLOSE_TRIALS * expected_seconds(plan, paths) > budget / 2:
        paths //= 2
    return paths


def within_reach(plan: Plan, turned: Turnable, seconds: float, paths: int) -> list[tuple[float, ...]]:
    """The ways down and up, without values that there is no time to look at: near ones first, of the others the end.

    The way down has half of the time, and the way up what that leaves.
    """
    ways = []
    for share, values in zip((0.5, 1.0), ways_of(turned), strict=True):
        laid = ((value, turned.laid(plan, value)) for value in values)
        costs = {value: 0.0 if each is None else expected_seconds(each, paths) for value, each in laid}
        kept = thinned(values[1:], costs, share * seconds)
        seconds -= sum(costs[value] for value in kept)
        ways.append((values[0], *kept))
    return ways


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


def estimated_seconds(plan: Plan, path: Path, paths: int = RUNS, budget: float = BUDGET) -> float:
    """About how long a search takes, were all trials as large as the plan, or as the input at its low end or far up.

    path: of turnable.TURNED.
    """
    turned = turnable(plan, path)
    tried = (plan, *(turned.laid(plan, bound) for bound in (turned.low, turned.far)))
    return min(budget, TRIALS * max(expected_seconds(each, paths) for each in tried if each is not None))


def estimated_seconds_of_each(plan: Plan, *, hours: bool) -> float:
    """The same of each input alone. hours: whether those count."""
    return min(BUDGET_OF_EACH, sum(estimated_seconds(plan, turned.path) for turned in turnables(plan, hours=hours)))


def seek_each(
    case: Case, goal: Goal, paths: int = RUNS, told: Told | None = None, executor: Maps | None = None
) -> tuple[Answer, ...]:
    """What each input alone would have to be, in the order of the plan.

    The seconds are given in equal parts, and what one input leaves to the next ones.
    """
    each, left = turnables(case.plan, hours=goal.kind == "wage"), BUDGET_OF_EACH
    runs = paths_within(case.plan, paths, left / len(each))
    left -= expected_seconds(case.plan, runs)
    now = in_runs(goal, simulate(case.plan, case.company, runs, executor))
    found = []
    for place, turned in enumerate(each):
        seconds = Seconds(left / (len(each) - place))
        left -= seconds.left
        found.append(seek(case, goal, turned.path, paths, told, now, seconds, executor))
        left += seconds.left
    return tuple(found)


def seek_all(
    cases: Sequence[Case],
    goal: Goal,
    path: Path,
    paths: int = RUNS,
    told: Told | None = None,
    executor: Maps | None = None,
) -> tuple[Answer, ...]:
    """What one input would have to be on each of several companies, on the same draws."""
    budget = BUDGET if len(cases) == 1 else BUDGET_OF_EACH / len(cases)
    return tuple(seek(case, goal, path, paths, told, None, Seconds(budget), executor) for case in cases)


def _impossible() -> Tried:
    """Of a value that the rest of the plan does not allow."""
    return Tried(reached=False, figure=None, close=-inf)
