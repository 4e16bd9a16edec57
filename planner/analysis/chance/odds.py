"""What many runs of one plan come to: odds as shares of runs, and what the middle and the tails get.

Every share is of `runs`; its standard error from chance alone is the square root of share * (1 - share) / runs.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from planner.analysis.chance.middle import Middle, middle
from planner.analysis.measures.measure import hours_by_month, in_todays_money, wages_so_far
from planner.analysis.measures.milestones import CENT, at_least_zero, first_lasting, peak_funding
from planner.projection.assumptions import Array
from planner.simulation.engine import Simulation
from planner.simulation.result import Outcome

FAN = (0.10, 0.25, 0.50, 0.75, 0.90)
PEOPLE = 100  # whom the runs are told of
TWO_SIDED = 1.96  # standard errors that 95 of 100 samples stay within
FEW_RUNS = 400  # with fewer, chance alone moves a share by more than 5 of 100
SIZES = ((0, 0), (1, 2), (3, 5), (6, 10), (11, 20), (21, 50), (51, 100), (101, 1_000), (1_001, 1_000_000))


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over the runs: what one in ten stay below, the middle one, what one in ten get more than."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, values: NDArray[np.floating]) -> "Spread":
        """Of one value a run, (paths,)."""
        low, median, high = (float(value) for value in np.quantile(values, (FAN[0], 0.5, FAN[-1])))
        return cls(low, median, high)


@dataclass(frozen=True, slots=True)
class SizeShare:
    """Share of runs in which from `fewest` to `most` people ever join below."""

    fewest: int
    most: int
    share: float


@dataclass(frozen=True, slots=True)
class Odds:
    """The runs in figures; money in the plan's currency, shares between 0 and 1.

    lose: the result is below zero by half a cent or more, what unsold goods would bring not counted. earn_wage: get
    the reference wage or more for every hour worked; None without hours or such a wage. fan: the result after each
    month at the shares in FAN, (5, horizon + 1). payback_by: share whose money is back, for good, by the end of each
    month, (horizon + 1,). never_back: those whose money is not back at the end. result_today: the result in today's
    money. result, deepest_hole, per_hour: over
    the runs; the hole is that of carrying the plan through, deepest_month the middle one of the months in which those
    who have one reach it, 0 where nobody does; per_hour None without hours. commission, gross_pay: over the plan;
    gross_pay holds the margin that the company pays too, as what companies publish does, and first_year_pay is the same
    of months 1 to 12, first_year_income with the margin on goods from the own shelf. ranks: share that was ever paid as
    each rank of the company, or a higher one. alone: share where nobody ever joins below. worst_third: the average
    result of the worst third. stopped: share that stopped early, by_limit and by_review: share whom the stop rule's
    limit and its review would stop; stopped_for_money: share that
    stopped since the money was gone, half of them by half_stopped_by, None where nobody did. people: the results of 100
    people who stand for all runs, worst first, (100,). downline: how many ever join below, up to the largest size met.
    lose_otherwise: as lose, with the other answer of staying, leaving as members do or not. waiting: what customers
    would pay, on average, for orders that still wait for goods at the end. middle: averages of the runs around the
    middle one.
    """

    runs: int
    lose: float
    lose_otherwise: float
    earn_wage: float | None
    fan: Array
    payback_by: Array
    result: Spread
    result_today: Spread
    deepest_hole: Spread
    deepest_month: int
    per_hour: Spread | None
    exit_value: Spread
    waiting: float
    commission: Spread
    gross_pay: Spread
    first_year_pay: Spread
    first_year_income: Spread
    team: Spread
    joined: Spread
    ranks: tuple[float, ...]
    alone: float
    worst_third: float
    stopped: float
    by_limit: float
    by_review: float
    stopped_for_money: float
    half_stopped_by: int | None
    people: Array
    downline: tuple[SizeShare, ...]
    middle: Middle

    @property
    def stopped_otherwise(self) -> float:
        """Share that stopped early for another reason than that the money was gone; a whole number of runs."""
        return round((self.stopped - self.stopped_for_money) * self.runs) / self.runs

    @property
    def never_back(self) -> float:
        """Share whose money is not back within the horizon; those who never had any out count as back."""
        return 1 - float(self.payback_by[-1])

    @property
    def median_payback(self) -> int | None:
        """First month by whose end the money of half the runs is back; None where it is not within the horizon."""
        back = self.payback_by >= 1 / 2
        return int(back.argmax()) if back.any() else None


def _middle_month(months: NDArray[np.intp]) -> int:
    """By which half of those who reach something have reached it, (paths,); 0 where nobody does."""
    return int(np.quantile(months, 0.5, method="inverted_cdf")) if len(months) else 0


def share_that_loses(simulation: Simulation) -> float:
    """Share of the runs whose result is below zero by half a cent or more."""
    return share(simulation.outcome.result <= -CENT)


def odds(simulation: Simulation) -> Odds:
    """The runs in figures."""
    plan, found = simulation.plan, simulation.outcome
    per_hour = left_per_hour(simulation)
    ranks = len(simulation.company.rank_names)
    worst = np.sort(found.result)[: max(simulation.paths // 3, 1)]
    wages = wages_so_far(plan)
    hole, hole_month = peak_funding(found.cumulative)
    return Odds(
        runs=simulation.paths,
        lose=share_that_loses(simulation),
        lose_otherwise=share(found.result_otherwise <= -CENT),
        earn_wage=None if per_hour is None or wages is None else share(per_hour >= wages[found.last_month]),
        fan=np.quantile(found.results, FAN, axis=1),
        payback_by=share_paid_back(found, plan.horizon_months),
        result=Spread.of(found.result),
        result_today=Spread.of(in_todays_money(plan, found.results)[-1]),
        deepest_hole=Spread.of(hole),
        deepest_month=_middle_month(hole_month[hole >= CENT]),
        per_hour=None if per_hour is None else Spread.of(per_hour),
        exit_value=Spread.of(found.exit_value),
        waiting=float(found.waiting.mean()),
        commission=Spread.of(found.commission),
        gross_pay=Spread.of(found.gross_pay),
        first_year_pay=Spread.of(found.first_year_pay),
        first_year_income=Spread.of(found.first_year_income),
        team=Spread.of(found.team),
        joined=Spread.of(found.joined),
        ranks=tuple(share(found.best_rank >= rank) for rank in range(1, ranks + 1)),
        alone=share(found.joined < 1),
        worst_third=float(worst.mean()),
        stopped=share(found.last_month < plan.horizon_months),
        by_limit=share(found.limit_month > 0),
        by_review=share(found.review_month > 0),
        stopped_for_money=share(found.for_money),
        half_stopped_by=half_stopped_by(found),
        people=np.quantile(found.result, (np.arange(PEOPLE) + 0.5) / PEOPLE, method="hazen"),
        downline=downline_sizes(found.joined),
        middle=middle(simulation),
    )


def half_stopped_by(found: Outcome) -> int | None:
    """The month by which half of those have stopped who stop since the money is gone; None where nobody does."""
    months = np.sort(found.last_month[found.for_money])
    return int(months[(len(months) - 1) // 2]) if len(months) else None


def share_paid_back(found: Outcome, horizon: int) -> Array:
    """Share of the runs whose money is back, for good, by the end of each month, (horizon + 1,)."""
    holds = at_least_zero(money_back(found))
    back, reached, _ = first_lasting(holds)
    back = np.where(holds.all(axis=0), 0, back)
    by_month = np.bincount(back[reached], minlength=horizon + 1)[: horizon + 1]
    return np.asarray(np.cumsum(by_month) / len(back))


def money_back(found: Outcome) -> Array:
    """What is zero or more while the money is back, (horizon + 1, paths): the lower of cash and result."""
    return np.minimum(found.settled, found.results)


def left_per_hour(simulation: Simulation) -> Array | None:
    """What is left for each hour worked up to the last month, (paths,); None where the plan has less than one hour."""
    hours = np.cumsum(hours_by_month(simulation.plan))
    if hours[-1] < 1:
        return None
    return np.asarray(simulation.outcome.result / hours[simulation.outcome.last_month])


def downline_sizes(joined: Array) -> tuple[SizeShare, ...]:
    """How many runs have a downline of each size; joined: people who ever joined, whole numbers, (paths,)."""
    sizes = [SizeShare(few, most, share((joined >= few) & (joined <= most))) for few, most in SIZES]
    met = max(place for place, size in enumerate(sizes) if size.share > 0)
    return tuple(sizes[: met + 1])


def share(holds: NDArray[np.bool_]) -> float:
    """Of all runs, those of which it holds."""
    return float(holds.mean())


def standard_error(share_of_runs: float, runs: int) -> float:
    """How far chance alone moves a share of so many runs."""
    return sqrt(max(share_of_runs * (1 - share_of_runs), 0.0) / runs)


def likely_range(share_of_runs: float, runs: int) -> tuple[float, float]:
    """Where the true share lies in 95 of 100 samples of so many runs (Wilson's interval, good at 0 and 1 too)."""
    square = TWO_SIDED**2
    middle = (share_of_runs + square / (2 * runs)) / (1 + square / runs)
    inner = share_of_runs * (1 - share_of_runs) / runs + square / (4 * runs**2)
    half = TWO_SIDED * sqrt(max(inner, 0.0)) / (1 + square / runs)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def of_100(share_of_runs: float, runs: int) -> tuple[int, int]:
    """Between how many people of 100 a share of the runs stands for: but for few runs, one number twice."""
    ends = likely_range(share_of_runs, runs) if runs < FEW_RUNS else (share_of_runs, share_of_runs)
    return round(PEOPLE * ends[0]), round(PEOPLE * ends[1])
