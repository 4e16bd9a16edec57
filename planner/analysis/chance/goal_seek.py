"""What it takes of one input alone to reach a goal: all else stays as planned, and every trial meets the same luck."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.analysis.case import Case
from planner.analysis.chance import effort
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.goals import Goal
from planner.analysis.chance.in_step import (
    CLOSE_TRIALS,
    Seeking,
    Told,
    if_as_entered,
    over_runs,
    shared_out,
    try_beside,
)
from planner.analysis.chance.search import Found
from planner.analysis.chance.turnable import Turnable, turnable, turnables
from planner.inputs.company.company import Company
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.simulation.workers import Maps

RUNS = 1_000
FEWEST = 100  # of the runs asked for, where more take too long
TRIALS = 12  # of one input, about, were each as long as with all runs; of them with all runs:
# Expected seconds of a search: of one input, and of each of them alone. What takes longer is left out, as is then said.
BUDGET, BUDGET_OF_EACH = 20.0, 7.0
ENTERED = 3.0  # beside them, of what is found exactly as entered where pay is the mean of runs


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


def seek(
    case: Case,
    goal: Goal,
    path: Path,
    paths: int = RUNS,
    told: Told | None = None,
    executor: Maps | None = None,
    *,
    budget: float = BUDGET,
) -> Answer:
    """What one input (a path of turnable.TURNED) would have to be.

    told: hears of every value before it is first tried. budget: expected seconds; where all runs take too long fewer
    are made, and then values are left out. executor: as in `engine.simulate`.
    """
    return seek_beside([(case, path)], goal, paths, told, executor, budget=budget)[0]


def seek_each(
    case: Case, goal: Goal, paths: int = RUNS, told: Told | None = None, executor: Maps | None = None
) -> tuple[Answer, ...]:
    """What each input alone would have to be, in the order of the plan."""
    wanted = [(case, turned.path) for turned in turnables(case.plan, hours=goal.kind == "wage")]
    return seek_beside(wanted, goal, paths, told, executor, budget=BUDGET_OF_EACH)


def seek_all(
    cases: Sequence[Case],
    goal: Goal,
    path: Path,
    paths: int = RUNS,
    told: Told | None = None,
    executor: Maps | None = None,
) -> tuple[Answer, ...]:
    """What one input would have to be on each of several companies, on the same draws."""
    budget = BUDGET if len(cases) == 1 else BUDGET_OF_EACH
    return seek_beside([(case, path) for case in cases], goal, paths, told, executor, budget=budget)


def seek_beside(
    wanted: Sequence[tuple[Case, Path]],
    goal: Goal,
    paths: int = RUNS,
    told: Told | None = None,
    executor: Maps | None = None,
    *,
    budget: float,
) -> tuple[Answer, ...]:
    """What an input of each case would have to be. budget: expected seconds of all of them, of each an equal part."""
    cases = list({id(case): case for case, _ in wanted}.values())
    plans = [
        (case.plan, case.company, paths_within(case.plan, paths, budget / len(cases), case.company)) for case in cases
    ]
    tried = dict(zip(map(id, cases), try_beside(plans, goal, executor), strict=True))
    seeking = []
    for case, path in wanted:
        now = tried[id(case)]
        runs = min(paths, max(now.runs or 0, FEWEST))  # as the plan has, but of large teams more than can be drawn
        seeking.append(Seeking(case, goal, turnable(case.plan, path), now, runs))
    for its in seeking:
        its.sharing = sum(each.case is its.case and not each.moves_people for each in seeking)
    left = budget - sum(expected_seconds(plan, runs, company=company) for plan, company, runs in plans)
    for its, seconds in zip(seeking, shared_out(left, [each.needed for each in seeking]), strict=True):
        its.left, its.left_entered = seconds, ENTERED / len(seeking)
    found = zip(seeking, over_runs(seeking, told, executor), if_as_entered(seeking), strict=True)
    return tuple(_answer(its, paths, sampled, expected) for its, sampled, expected in found)


def _answer(its: Seeking, asked: int, sampled: Found, expected: Found) -> Answer:
    laid = its.plan(sampled.value) if sampled.status == "reached" else None
    then = None if laid is None else Case.of(laid, its.case.company)
    beyond = then is not None and effort.that_nobody_has(then) and not effort.that_nobody_has(its.case)
    return Answer(its.case, its.goal, its.turned, asked, sampled, expected, then, beyond)


def paths_within(plan: Plan, paths: int, budget: float, company: Company | None = None) -> int:
    """How many runs a trial has, so that half of the budget is enough to close in: half as many, until they fit."""
    while paths >= 2 * FEWEST and CLOSE_TRIALS * expected_seconds(plan, paths, company=company) > budget / 2:
        paths //= 2
    return paths


def estimated_seconds(
    plan: Plan, path: Path, paths: int = RUNS, budget: float = BUDGET, *, company: Company | None = None
) -> float:
    """About how long a search takes, were all trials as large as the plan, or as the input at its low end or far up.

    path: of turnable.TURNED. company: that pays, where it is known.
    """
    turned = turnable(plan, path)
    tried = (plan, *(turned.laid(plan, bound) for bound in (turned.low, turned.far)))
    return min(
        budget, TRIALS * max(expected_seconds(each, paths, company=company) for each in tried if each is not None)
    )


def estimated_seconds_of_each(plan: Plan, *, hours: bool, company: Company | None = None) -> float:
    """The same of each input alone. hours: whether those count."""
    each = (estimated_seconds(plan, turned.path, company=company) for turned in turnables(plan, hours=hours))
    return min(BUDGET_OF_EACH, sum(each))
