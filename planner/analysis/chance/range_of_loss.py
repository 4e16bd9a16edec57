"""The range of the headline: how many lose money where one input is otherwise than stated, and which moves it most."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import ceil

from planner.analysis.case import Case
from planner.analysis.chance.duration import ABOUT_PEOPLE, expected_people, seconds_of
from planner.analysis.chance.sensitivity import AT_ONCE, FEWEST_PATHS, Bar, Trial, bars_of, sensitivity, trial
from planner.inputs.company.company import Company
from planner.inputs.evidence.ranges import Ranges, load_ranges
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import USUAL_PATHS, Simulation
from planner.simulation.workers import Maps

FIRST_PATHS = FEWEST_PATHS  # of every input, to see which are worth all runs: those that move the share furthest, and
AT_MOST_AGAIN = 4  # those that give the lowest and the highest share

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class RangeOfLoss:
    """Between what shares of the runs lose money, one input at a time at either end of its range, the rest as stated.

    low, high: shares of all runs, what the plan states among them. widest: the input that moves the share furthest,
    None where none moves it. moving: the inputs that move it, the furthest first. known: inputs that the person knows,
    which are not moved. runs: of each trial that low, high and widest rest on.
    """

    low: float
    high: float
    widest: Bar | None
    moving: tuple[Path, ...]
    known: tuple[Path, ...]
    runs: int


def range_of_loss(
    case: Case,
    simulation: Simulation,
    ranges: Ranges,
    known: Collection[Path] = (),
    progress: Progress | None = None,
    executor: Maps | None = None,
) -> RangeOfLoss:
    """simulation: of the case as it is; the others are on the same draws, so that a difference is not chance.

    Every input is tried with few runs, and those on which the answer hangs with as many as the plan itself.
    """
    return range_around(case, trial(simulation), simulation.asked, ranges, known, progress, executor)


def in_one_go(plan: Plan, company: Company, stated: Trial, asked: int, known: tuple[Path, ...]) -> RangeOfLoss:
    """The same as one call for another process. stated: the plan as it is, tried with so many runs as were asked."""
    case = Case.of(plan, company, 1)  # nothing here rests on what is exactly as entered
    return range_around(case, stated, asked, load_ranges(), known)


def range_around(
    case: Case,
    stated: Trial,
    asked: int,
    ranges: Ranges,
    known: Collection[Path] = (),
    progress: Progress | None = None,
    executor: Maps | None = None,
) -> RangeOfLoss:
    """The range around what the runs of the case came to; asked: how many these were asked to be."""
    few = min(FIRST_PATHS, asked)
    share_of_first = trials(ranges) * few / (trials(ranges) * few + 2 * AT_MOST_AGAIN * asked)

    def tell(done: float) -> None:
        if progress is not None:
            progress(done)

    first = sensitivity(case, ranges, few, lambda done, _path: tell(done * share_of_first), known, executor).bars
    again = {path: ranges.ranges[path] for path in worth_all_runs(first)}
    tried = bars_of(
        case,
        again,
        stated,
        asked,
        lambda done, _path: tell(share_of_first + (1 - share_of_first) * done),
        executor,
    )
    bars = [bar for bar in tried.values() if bar is not None]
    shares = [stated.lose, *(end.lose for bar in bars for end in (bar.low, bar.high))]
    moving = sorted((bar for bar in bars if swing(bar) > 0), key=lambda bar: -swing(bar))
    return RangeOfLoss(
        low=min(shares),
        high=max(shares),
        widest=moving[0] if moving else None,
        moving=tuple(bar.path for bar in sorted(first, key=lambda bar: -swing(bar)) if swing(bar) > 0),
        known=tuple(known),
        runs=min(end.runs for end in (stated, *(end for bar in bars for end in (bar.low, bar.high)))),
    )


def swing(bar: Bar) -> float:
    """From the lowest to the highest share that loses money, of an input at its low end, as stated and at its high."""
    shares = [each.lose for each in (bar.low, bar.stated, bar.high)]
    return max(shares) - min(shares)


def worth_all_runs(bars: Collection[Bar]) -> tuple[Path, ...]:
    """The inputs with the lowest and the highest share of all, and those that move it furthest."""
    if not bars:
        return ()
    lowest = min(bars, key=lambda bar: min(bar.low.lose, bar.high.lose))
    highest = max(bars, key=lambda bar: max(bar.low.lose, bar.high.lose))
    furthest = sorted(bars, key=lambda bar: -swing(bar))[: AT_MOST_AGAIN - 2]
    return tuple(dict.fromkeys(bar.path for bar in (lowest, highest, *furthest)))


def trials(ranges: Ranges) -> int:
    """How many trials with few runs there are at most: two of each input."""
    return 2 * len(ranges.ranges)


def estimated_seconds(plan: Plan, ranges: Ranges, company: Company | None = None) -> float:
    """About how long `range_of_loss` takes, were there always as many people as in the plan; the machine may be slower.

    Inputs that leave the people as they are have them once for all that are tried in one call.
    """
    people = expected_people(plan)
    first, money, all_runs = (
        seconds_of(*of, company=company) for of in ((people, FIRST_PATHS), (0.0, FIRST_PATHS), (people, USUAL_PATHS))
    )
    with_others = sum(path[0] in ABOUT_PEOPLE for path in ranges.ranges)
    as_many_draws = 2 * with_others + ceil((len(ranges.ranges) - with_others) / AT_ONCE)
    return trials(ranges) * money + as_many_draws * (first - money) + 2 * AT_MOST_AGAIN * all_runs
