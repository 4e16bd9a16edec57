"""What it takes of two inputs together where none alone reaches a goal: a curve of pairs, and the nearest of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import Answer, estimated_seconds, seek_beside
from planner.analysis.chance.goals import Goal
from planner.analysis.chance.in_step import Told
from planner.analysis.chance.odds import FEW_RUNS
from planner.analysis.chance.turnable import FAR, Turnable, turnable, turnables
from planner.analysis.chance.ways import usable
from planner.inputs.company.company import Company
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


def seconds_for_pairs(plan: Plan, paths: int = RUNS, *, company: Company | None = None) -> float:
    """About how long all of them take."""
    each = (estimated_seconds(plan, first, paths, company=company) for first, _, _ in pairs_of(plan))
    return min(BUDGET, len(STEPS) * sum(each))


def seek_pairs(
    case: Case, goal: Goal, paths: int = RUNS, told: Told | None = None, executor: Maps | None = None
) -> tuple[Pair, ...]:
    """Every pair of which both have an effect in the plan."""
    return curves(case, goal, pairs_of(case.plan), paths, told, executor)


def curves(
    case: Case,
    goal: Goal,
    pairs: Sequence[tuple[Path, Path, bool]],
    paths: int = RUNS,
    told: Told | None = None,
    executor: Maps | None = None,
    *,
    budget: float = BUDGET,
) -> tuple[Pair, ...]:
    """The curve of each of the pairs. budget: expected seconds of all."""
    wanted: list[tuple[Case, Path]] = []
    moved: list[tuple[int, float]] = []
    for number, (first, second, more) in enumerate(pairs):
        for value in steps_of(turnable(case.plan, second), more=more):
            laid = turnable(case.plan, second).laid(case.plan, value)
            if laid is not None:
                wanted.append((Case.of(laid, case.company), first))
                moved.append((number, value))
    answers = list(zip(moved, seek_beside(wanted, goal, paths, told, executor, budget=budget), strict=True))
    found = []
    for number, (first, second, more) in enumerate(pairs):
        of_pair = [(value, answer) for (which, value), answer in answers if which == number]
        points = [_point(value, answer) for value, answer in of_pair if answer.sampled.at.reached and not answer.beyond]
        end = steps_of(turnable(case.plan, second), more=more)[-1]
        left_out = any(answer.sampled.left_out for _, answer in of_pair)
        found.append(Pair(turnable(case.plan, first), turnable(case.plan, second), end, tuple(points), left_out))
    return tuple(found)


def steps_of(second: Turnable, *, more: bool) -> list[float]:
    """The values to which the second of a pair is moved. more: whether more of it is better for the plan."""
    end = min(second.high, FARTHEST * (second.now or second.far / FAR)) if more else second.low
    return [usable(second.now + (end - second.now) * part, second) for part in STEPS]


def _point(second: float, answer: Answer) -> Point:
    at = answer.sampled.at
    return Point(answer.sampled.value, second, at.lose or 0.0, at.runs or 0, answer.then or answer.case)
