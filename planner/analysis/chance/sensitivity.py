"""What matters most: each input of a plan moved alone from its low to its high end, on the same draws."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from planner.analysis.case import Case
from planner.analysis.chance.duration import ABOUT_PEOPLE, expected_seconds, is_by_plan, seconds_of
from planner.analysis.chance.odds import left_per_hour, share_that_loses
from planner.analysis.measures.milestones import CENT
from planner.inputs.changes.one_figure import figure_at, with_figure
from planner.inputs.company.company import Company
from planner.inputs.evidence.ranges import Range, Ranges, ends
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan
from planner.simulation.beside import simulate_beside
from planner.simulation.engine import Simulation, simulate
from planner.simulation.workers import Maps

PATHS = 1_000
FEWEST_PATHS = 200
HALF = 0.5
AT_ONCE = 10  # inputs that are tried in one call

Progress = Callable[[float, Path], None]  # the share done, and the path of the input that is being tried


@dataclass(frozen=True, slots=True)
class Trial:
    """The plan with one figure in one input. lose: share of runs that end below zero, of all `runs`.

    figure: in the unit of the input. median: result of the middle run, in the plan's currency. per_hour: of the middle
    run, None without hours.
    """

    figure: float
    lose: float
    median: float
    per_hour: float | None
    runs: int

    @property
    def loses(self) -> bool:
        """Whether more than half of the runs lose money."""
        return self.lose > HALF


@dataclass(frozen=True, slots=True)
class Bar:
    """One input: the plan with its low and its high end, and as it is."""

    path: Path
    range: Range
    low: Trial
    stated: Trial
    high: Trial

    @property
    def swing(self) -> float:
        """From the lowest to the highest median result of the three; 0 or more, in the plan's currency."""
        medians = [trial.median for trial in (self.low, self.stated, self.high)]
        return max(medians) - min(medians)

    @property
    def outside(self) -> bool:
        """Whether what the plan states lies outside the range."""
        return not self.low.figure <= self.stated.figure <= self.high.figure

    @property
    def effect(self) -> bool:
        """Whether anything of the result hangs on it."""
        lose = {trial.lose for trial in (self.low, self.stated, self.high)}
        return self.swing >= CENT or len(lose) > 1

    @property
    def moves_an_hour(self) -> bool:
        """Whether what an hour comes to hangs on it."""
        low, high = self.low.per_hour, self.high.per_hour
        return low is not None and high is not None and abs(low - high) >= CENT


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a case hangs on. bars: of the inputs with an effect, the largest swing first.

    stated: the plan as it is, its figure 0. hours: the input that changes no result but what an hour comes to, None
    where no hours are worked. without_effect: paths of inputs on which nothing hangs here. not_tried: paths of inputs
    whose ends do not go with the rest of the plan; known: of those that count and that the person knows. runs: of the
    trial with fewest.
    """

    case: Case
    paths: int
    stated: Trial
    bars: tuple[Bar, ...]
    hours: Bar | None
    without_effect: tuple[Path, ...]
    not_tried: tuple[Path, ...]
    known: tuple[Path, ...]
    runs: int


def sensitivity(
    case: Case,
    ranges: Ranges,
    paths: int = PATHS,
    progress: Progress | None = None,
    known: Collection[Path] = (),
    executor: Maps | None = None,
) -> Sensitivity:
    """Every input that counts in the plan, moved alone. known: those that the person knows, which are not moved.

    executor: as in `engine.simulate`.
    """
    plan, stated = case.plan, trial(simulate(case.plan, case.company, paths, executor))
    counting = {path: each for path, each in ranges.ranges.items() if ends(plan, path, each) is not None}
    idle = {path for path in counting if not INPUTS[path].idle_without(plan)}  # known without trying them
    wanted = [path for path in counting if path not in idle and path not in known]
    tried = bars_of(case, {path: counting[path] for path in wanted}, stated, paths, progress, executor)
    found = [bar for bar in tried.values() if bar is not None]
    moving = sorted((bar for bar in found if bar.effect), key=lambda bar: -bar.swing)
    hours = [bar for bar in found if not bar.effect and bar.moves_an_hour]
    without = {bar.path for bar in found if not bar.effect and bar not in hours} | idle
    return Sensitivity(
        case=case,
        paths=paths,
        stated=stated,
        bars=tuple(moving),
        hours=hours[0] if hours else None,
        without_effect=tuple(path for path in counting if path in without),
        not_tried=tuple(path for path, bar in tried.items() if bar is None),
        known=tuple(path for path in counting if path in known),
        runs=min(end.runs for end in (stated, *(end for bar in found for end in (bar.low, bar.high)))),
    )


def bars_of(
    case: Case,
    moved: Mapping[Path, Range],
    as_it_is: Trial,
    paths: int,
    progress: Progress | None = None,
    executor: Maps | None = None,
) -> dict[Path, Bar | None]:
    """The plan at both ends of each input; None where an end does not go with the rest of it.

    as_it_is: the plan, tried already. Some inputs are tried at once, since most of a trial is the same for all.
    """
    found: dict[Path, Bar | None] = {}
    for before in range(0, len(moved), AT_ONCE):
        now = list(moved)[before : before + AT_ONCE]

        def tell(share: float, before: int = before, now: Sequence[Path] = now) -> None:
            if progress is not None and share < 1:
                progress((before + share * len(now)) / len(moved), now[int(share * len(now))])

        tell(0.0)
        plans = {path: both_ends(case.plan, path, moved[path]) for path in now}
        each = [plan for ends_of in plans.values() if ends_of is not None for plan in ends_of.values()]
        simulations = dict(zip(map(id, each), simulate_beside(each, case.company, paths, executor, tell), strict=True))
        for path, ends_of in plans.items():
            found[path] = None
            if ends_of is not None:
                trials = {end: trial(simulations[id(plan)], end) for end, plan in ends_of.items()}
                found[path] = bar_of(case.plan, path, moved[path], as_it_is, trials)
    return found


def both_ends(plan: Plan, path: Path, stated: Range) -> dict[float, Plan] | None:
    """The plan with each end that it does not state already, by the end; None where one does not go with the rest."""
    now, span = figure_at(plan, path), ends(plan, path, stated)
    if now is None or span is None:
        return None
    plans = {end: with_figure(plan, path, end) for end in span if end != now}
    whole = {end: moved for end, moved in plans.items() if moved is not None}
    return whole if len(whole) == len(plans) else None


def bar_of(plan: Plan, path: Path, stated: Range, as_it_is: Trial, trials: Mapping[float, Trial]) -> Bar:
    """One input; trials: of the ends that the plan does not state itself."""
    now, span = figure_at(plan, path), ends(plan, path, stated)
    if now is None or span is None:
        raise ValueError(f"{path} has no figure or no ends in this plan")
    stands = replace(as_it_is, figure=now)
    low, high = (trials.get(end, stands) for end in span)
    return Bar(path, stated, low, stands, high)


def trial(simulation: Simulation, figure: float = 0.0) -> Trial:
    """What the runs of a plan come to. figure: of the input that is moved in it."""
    results, per_hour = simulation.outcome.result, left_per_hour(simulation)
    hour = None if per_hour is None else float(np.median(per_hour))
    return Trial(figure, share_that_loses(simulation), float(np.median(results)), hour, simulation.paths)


def estimated_seconds(plan: Plan, ranges: Ranges, paths: int = PATHS, *, company: Company | None = None) -> float:
    """About how long `sensitivity` takes, from how many people are expected below; the machine may be slower.

    Inputs that leave the people as they are have them once for all that are tried in one call, unless a pay plan pays
    them: it pays the people of each. company: that pays, where it is known.
    """
    people, calls, seconds = expected_seconds(plan, paths, company=company), 0.0, 0.0
    money = people if is_by_plan(company) else seconds_of(0.0, paths)
    for path, each in ranges.ranges.items():
        span = ends(plan, path, each)
        if span is None or not INPUTS[path].idle_without(plan):
            continue
        calls += 1 / AT_ONCE
        if path[0] not in ABOUT_PEOPLE:
            seconds += len(span) * money
            continue
        moved = (with_figure(plan, path, end) for end in span)
        seconds += sum(expected_seconds(each, paths, company=company) for each in moved if each is not None)
    return seconds + ceil(calls) * (people - money)


def affordable_paths(plan: Plan, ranges: Ranges, seconds: float, *, company: Company | None = None) -> int:
    """As many runs of each trial as take about so long, PATHS at most and FEWEST_PATHS at least."""
    needed = estimated_seconds(plan, ranges, company=company)
    return PATHS if needed <= seconds else max(int(PATHS * seconds / needed), FEWEST_PATHS)
