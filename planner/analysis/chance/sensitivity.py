"""What matters most: each input of a plan moved alone from its low to its high end, on the same draws."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from planner.analysis.case import Case
from planner.analysis.chance.odds import expected_seconds, odds
from planner.analysis.measures.milestones import CENT
from planner.inputs.changes.one_figure import figure_at, with_figure
from planner.inputs.evidence.ranges import Range, Ranges, ends
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan
from planner.simulation.engine import Simulation, simulate

PATHS = 1_000
FEWEST_PATHS = 200
HALF = 0.5

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
) -> Sensitivity:
    """Every input that counts in the plan, moved alone. known: those that the person knows, which are not moved."""
    plan, stated = case.plan, trial(simulate(case.plan, case.company, paths))
    counting = {path: each for path, each in ranges.ranges.items() if ends(plan, path, each) is not None}
    idle = {path for path in counting if not INPUTS[path].idle_without(plan)}  # known without trying them
    wanted = [path for path in counting if path not in idle and path not in known]
    found: list[Bar] = []
    not_tried = []
    for place, path in enumerate(wanted):
        if progress is not None:
            progress(place / len(wanted), path)
        bar = bar_of(case, path, counting[path], stated, paths)
        if bar is None:
            not_tried.append(path)
        else:
            found.append(bar)
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
        not_tried=tuple(not_tried),
        known=tuple(path for path in counting if path in known),
        runs=min(end.runs for end in (stated, *(end for bar in found for end in (bar.low, bar.high)))),
    )


def bar_of(case: Case, path: Path, stated: Range, as_it_is: Trial, paths: int) -> Bar | None:
    """The plan at both ends of one input; None where an end does not go with the rest of it.

    as_it_is: the plan, tried already.
    """
    plan = case.plan
    now, span = figure_at(plan, path), ends(plan, path, stated)
    if now is None or span is None:
        return None
    tried = []
    for end in span:
        if end == now:
            tried.append(replace(as_it_is, figure=now))
            continue
        moved = with_figure(plan, path, end)
        if moved is None:
            return None
        tried.append(trial(simulate(moved, case.company, paths), end))
    return Bar(path, stated, tried[0], replace(as_it_is, figure=now), tried[1])


def trial(simulation: Simulation, figure: float = 0.0) -> Trial:
    """What the runs of a plan come to. figure: of the input that is moved in it."""
    found = odds(simulation)
    per_hour = None if found.per_hour is None else found.per_hour.median
    return Trial(figure, found.lose, found.result.median, per_hour, simulation.paths)


def estimated_seconds(plan: Plan, ranges: Ranges, paths: int = PATHS) -> float:
    """About how long `sensitivity` takes, from how many people are expected below; the machine may be slower."""
    seconds = 0.0
    for path, each in ranges.ranges.items():
        span = ends(plan, path, each)
        if span is None or not INPUTS[path].idle_without(plan):
            continue
        for end in span:
            moved = with_figure(plan, path, end)
            if moved is not None:
                seconds += expected_seconds(moved, paths)
    return seconds


def affordable_paths(plan: Plan, ranges: Ranges, seconds: float) -> int:
    """As many runs of each trial as take about so long, PATHS at most and FEWEST_PATHS at least."""
    needed = estimated_seconds(plan, ranges)
    return PATHS if needed <= seconds else max(int(PATHS * seconds / needed), FEWEST_PATHS)
