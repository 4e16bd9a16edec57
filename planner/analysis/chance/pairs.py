"""What it takes of two inputs together where none alone reaches a goal: a curve of pairs, and the nearest of them."""

from dataclasses import dataclass, field

from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import Seconds, Told, estimated_seconds, seek
from planner.analysis.chance.goals import Goal
from planner.analysis.chance.odds import FEW_RUNS
from planner.analysis.chance.search import usable
from planner.analysis.chance.turnable import FAR, Turnable, turnable, turnables
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.simulation.workers import Maps

BUDGET = 20.0  # expected seconds of all pairs; of each search for one point, an equal part
RUNS = FEW_RUNS  # of a trial: a curve is read off by eye, and from so many on a share is told as one number
# The second of two is moved so far of the way to what is good for the plan, the first then searched for.
STEPS = (0.25, 0.5, 0.75, 1.0)
# Two inputs that a person could change together, and whether more of the second is better: customers and the money for
# their goods, customers who order more, recruits who stay, customers at lower running costs.
PAIRS: tuple[tuple[Path, Path, bool], ...] = (
    (("customers", "new_a_month"), ("money_and_time", "own_cash"), True),
    (("customers", "new_a_month"), ("customers", "retail_per_order"), True),
    (("team", "recruits_a_month"), ("team", "annual_attrition"), False),
    (("customers", "new_a_month"), ("running_costs",), False),
)
FARTHEST = 4.0  # times the plan's value, or the default where that is nothing: how far up the second is moved


@dataclass(frozen=True, slots=True)
class Point:
    """Two values that reach the goal together, each in the unit of its input; lose: share of the runs that lose.

    case: the plan with both.
    """

    first: float
    second: float
    lose: float
    runs: int
    case: Case = field(compare=False)  # follows from the values


@dataclass(frozen=True, slots=True)
class Pair:
    """Two inputs, and the pairs of values that reach the goal, by the second from what the plan states on; maybe none.

    None of them takes effort that nobody has, unless the plan does.

    nearest: the pair that changes both least, by the larger of the two changes as a share of the plan's own values.
    end: how far the second was moved. left_out: whether pairs were, since trying them takes too long.
    """

    first: Turnable
    second: Turnable
    end: float
    points: tuple[Point, ...]
    left_out: bool = False

    @property
    def nearest(self) -> Point | None:
        """The pair whose larger change is the smallest; None where there is none."""
        return min(self.points, key=self._change, default=None)

    def _change(self, point: Point) -> float:
        moved = ((point.first, self.first), (point.second, self.second))
        return max(abs(value - turned.now) / max(turned.now, turned.far / 10, 1e-9) for value, turned in moved)


def pairs_of(plan: Plan) -> tuple[tuple[Path, Path, bool], ...]:
    """The pairs of which both have an effect in a plan."""
    there = {turned.path for turned in turnables(plan, hours=False)}
    return tuple(pair for pair in PAIRS if there.issuperset(pair[:2]))


def seconds_for_pairs(plan: Plan, paths: int = RUNS) -> float:
    """About how long all of them take."""
    return min(BUDGET, len(STEPS) * sum(estimated_seconds(plan, first, paths) for first, _, _ in pairs_of(plan)))


def seek_pairs(
    case: Case, goal: Goal, paths: int = RUNS, told: Told | None = None, executor: Maps | None = None
) -> tuple[Pair, ...]:
    """Every pair of which both have an effect in the plan."""
    pairs = pairs_of(case.plan)
    budget = BUDGET / max(len(pairs), 1)
    return tuple(
        seek_pair(case, goal, (first, second), paths, told, executor, more=more, budget=budget)
        for first, second, more in pairs
    )


def seek_pair(
    case: Case,
    goal: Goal,
    paths_of: tuple[Path, Path],
    paths: int = RUNS,
    told: Told | None = None,
    executor: Maps | None = None,
    *,
    more: bool,
    budget: float = BUDGET,
) -> Pair:
    """The curve of two inputs. more: whether more of the second is better for the plan; budget: expected seconds."""
    first, second = (turnable(case.plan, path) for path in paths_of)
    end = min(second.high, FARTHEST * (second.now or second.far / FAR)) if more else second.low
    points, left_out = [], False
    for part in STEPS:
        value = usable(second.now + (end - second.now) * part, second)
        laid = second.laid(case.plan, value)
        if laid is None:
            continue
        with_second, seconds = Case.of(laid, case.company), Seconds(budget / len(STEPS))
        answer = seek(with_second, goal, first.path, paths, told, None, seconds, executor)
        found = answer.sampled
        left_out |= found.left_out
        if answer.beyond:
            continue
        if found.at.reached and found.at.lose is not None and found.at.runs is not None:
            points.append(Point(found.value, value, found.at.lose, found.at.runs, answer.then or answer.case))
    return Pair(first, second, end, tuple(points), left_out)
