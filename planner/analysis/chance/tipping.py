"""Tipping points: how far one input alone must go for the plan to begin or cease losing money, on the same draws."""

from dataclasses import dataclass

from planner.analysis.chance.sensitivity import Bar, Progress, Sensitivity, Trial, trial
from planner.inputs.changes.one_figure import with_figure
from planner.inputs.plan.plan import INPUTS
from planner.simulation.engine import simulate
from planner.simulation.workers import Maps

FINENESS = 200  # of a range: a tipping point is found within a part of it as small as this
MOST_TRIALS = 12


@dataclass(frozen=True, slots=True)
class Tipping:
    """Where one input tips the plan. at: the first figure found from which it is the other way round, tried.

    at None: no figure from the one stated to either end of the range tips it. share: how far `at` is from what the plan
    states, as a share of the range from low to high. outside: whether `at` lies outside the range, towards what the
    plan states.
    """

    bar: Bar
    at: Trial | None

    @property
    def share(self) -> float | None:
        """0 or more; above 1 where it is further than the range is wide."""
        if self.at is None:
            return None
        return abs(self.at.figure - self.bar.stated.figure) / (self.bar.high.figure - self.bar.low.figure)

    @property
    def outside(self) -> bool:
        """Whether the figure lies outside the range."""
        return self.at is not None and not self.bar.low.figure <= self.at.figure <= self.bar.high.figure

    @property
    def nearest(self) -> Trial:
        """The end of the range at which fewest lose where the plan loses money, and at which most lose where not."""
        ends = (self.bar.low, self.bar.high)
        order = [(end.lose, -end.median) for end in ends]
        best = order.index(min(order) if self.bar.stated.loses else max(order))
        return ends[best]


@dataclass(frozen=True, slots=True)
class Breaking:
    """The smallest change of one input alone that turns the plan. saves: whether it keeps a losing plan from losing.

    tipping: None where no input alone does it within its range; closest: the one that comes nearest to it then, None
    where nothing has an effect.
    """

    saves: bool
    tipping: Tipping | None
    closest: Tipping | None


def tipping_points(
    found: Sensitivity, progress: Progress | None = None, executor: Maps | None = None
) -> tuple[Tipping, ...]:
    """One for each bar, in their order. Where a plan tips more than once on the way, one of the points is found.

    executor: as in `engine.simulate`.
    """
    points = []
    for place, bar in enumerate(found.bars):
        if progress is not None:
            progress(place / len(found.bars), bar.path)
        points.append(Tipping(bar, _nearest_crossing(found, bar, executor)))
    return tuple(points)


def breaking(found: Sensitivity, points: tuple[Tipping, ...]) -> Breaking:
    """The change that is the smallest share of its range; points: of all bars."""
    tips = [point for point in points if point.at is not None]
    if tips:
        return Breaking(found.stated.loses, min(tips, key=lambda point: point.share or 0.0), None)
    least = min if found.stated.loses else max
    closest = least(points, key=lambda point: (point.nearest.lose, -point.nearest.median), default=None)
    return Breaking(found.stated.loses, None, closest)


def _nearest_crossing(found: Sensitivity, bar: Bar, executor: Maps | None) -> Trial | None:
    """From what the plan states towards each end, the nearer point at which the plan turns."""
    below = [end for end in (bar.high, bar.low) if end.figure < bar.stated.figure]
    above = [end for end in (bar.low, bar.high) if end.figure > bar.stated.figure]
    crossings = [_crossing_on(found, bar, way, executor) for way in (below, above)]
    there = [crossing for crossing in crossings if crossing is not None]
    return min(there, key=lambda end: abs(end.figure - bar.stated.figure), default=None)


def _crossing_on(found: Sensitivity, bar: Bar, way: list[Trial], executor: Maps | None) -> Trial | None:
    """The first point on a way from the plan outwards at which it turns; way: trials, the nearer ones first."""
    near = bar.stated
    for far in way:
        if far.loses != near.loses:
            return _narrowed(found, bar, near, far, executor)
        near = far
    return None


def _narrowed(found: Sensitivity, bar: Bar, near: Trial, far: Trial, executor: Maps | None) -> Trial:
    """The turned side of a bracket that is narrow enough.

    By turns a guess on the straight line between the medians, a trial just beside it, and the middle, so that both a
    straight and a jumping result are found in a few trials.
    """
    step = (bar.high.figure - bar.low.figure) / FINENESS
    if INPUTS[bar.path].unit == "months":
        step = 1.0
    for number in range(MOST_TRIALS):
        width = far.figure - near.figure
        if abs(width) <= step * 1.001:
            break
        figure = _guess(number, near, far, step)
        if INPUTS[bar.path].unit == "months":
            figure = float(round(figure))
        if not min(near.figure, far.figure) < figure < max(near.figure, far.figure):
            figure = near.figure + width / 2
        moved = with_figure(found.case.plan, bar.path, figure)
        if moved is None:
            break
        tried = trial(simulate(moved, found.case.company, found.paths, executor), figure)
        near, far = (near, tried) if tried.loses == far.loses else (tried, far)
    return far


def _guess(number: int, near: Trial, far: Trial, step: float) -> float:
    width = far.figure - near.figure
    rise = far.median - near.median
    if number % 3 == 2 or rise == 0:
        return near.figure + width / 2
    straight = near.figure - near.median * width / rise
    if number % 3 == 0:
        return straight
    # The guess before was on the line and has become one of the two ends: the other end is put just beside it.
    beside = step if width > 0 else -step
    closer_to_near = abs(straight - near.figure) <= abs(far.figure - straight)
    return near.figure + beside if closer_to_near else far.figure - beside
