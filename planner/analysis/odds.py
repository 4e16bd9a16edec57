"""What many runs of one plan come to: odds as shares of runs, and what the middle and the tails get.

Every share is of `runs`; its standard error from chance alone is the square root of share * (1 - share) / runs.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from planner.analysis.metrics import monthly_hours
from planner.analysis.milestones import CENT, at_least_zero, first_lasting, peak_funding
from planner.inputs.chance import HIGH_SPREAD, LOW_SPREAD, with_spread
from planner.inputs.company import Company
from planner.inputs.plan import Plan
from planner.projection.assumptions import Array
from planner.simulation.engine import Simulation, simulate

FAN = (0.10, 0.25, 0.50, 0.75, 0.90)


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
class Odds:
    """The runs in figures; money in the plan's currency, shares between 0 and 1.

    lose: end below zero by half a cent or more, after tax, what unsold goods would bring not counted. earn_wage: get
    the reference wage or more for every hour worked; None without hours. fan: cumulative cash by month at the shares in
    FAN, (5, horizon + 1). payback_by: share whose money is back, for good, by the end of each month, (horizon + 1,).
    never_back: those whose money is not back at the end. result, deepest_hole, per_hour: over the runs; per_hour None
    without hours. ranks: share that was ever paid as each rank of the company, or a higher one. alone: share with
    nobody below at the end. worst_third: the average result of the worst third. stopped: share that stopped early,
    by_limit and by_review: share whom the stop rule's limit and its review would stop.
    """

    runs: int
    lose: float
    earn_wage: float | None
    fan: Array
    payback_by: Array
    result: Spread
    deepest_hole: Spread
    per_hour: Spread | None
    exit_value: Spread
    commission: Spread
    team: Spread
    joined: Spread
    ranks: tuple[float, ...]
    alone: float
    worst_third: float
    stopped: float
    by_limit: float
    by_review: float

    @property
    def never_back(self) -> float:
        """Share whose money is not back within the horizon; those who never had any out count as back."""
        return 1 - float(self.payback_by[-1])


def odds(simulation: Simulation) -> Odds:
    """The runs in figures."""
    plan, found = simulation.plan, simulation.outcome
    hours = monthly_hours(plan) * found.last_month
    per_hour = found.result / np.maximum(hours, 1.0) if monthly_hours(plan) * plan.horizon_months >= 1 else None
    back, reached, _ = first_lasting(at_least_zero(found.cumulative))
    back = np.where(at_least_zero(found.cumulative).all(axis=0), 0, back)
    by_month = np.bincount(back[reached], minlength=plan.horizon_months + 1)[: plan.horizon_months + 1]
    ranks = len(simulation.company.ranks.rows) if simulation.company.ranks is not None else 0
    worst = np.sort(found.result)[: max(simulation.paths // 3, 1)]
    wage = plan.money_and_time.reference_wage
    return Odds(
        runs=simulation.paths,
        lose=share(found.result <= -CENT),
        earn_wage=None if per_hour is None else share(per_hour >= wage),
        fan=np.quantile(found.cumulative, FAN, axis=1),
        payback_by=np.cumsum(by_month) / simulation.paths,
        result=Spread.of(found.result),
        deepest_hole=Spread.of(peak_funding(found.cumulative)[0]),
        per_hour=None if per_hour is None else Spread.of(per_hour),
        exit_value=Spread.of(found.exit_value),
        commission=Spread.of(found.commission),
        team=Spread.of(found.team),
        joined=Spread.of(found.joined),
        ranks=tuple(share(found.best_rank >= rank) for rank in range(1, ranks + 1)),
        alone=share(found.joined < 1),
        worst_third=float(worst.mean()),
        stopped=share(found.last_month < plan.horizon_months),
        by_limit=share(found.limit_month > 0),
        by_review=share(found.review_month > 0),
    )


def share(holds: NDArray[np.bool_]) -> float:
    """Of all runs, those of which it holds."""
    return float(holds.mean())


def standard_error(share_of_runs: float, runs: int) -> float:
    """How far chance alone moves a share of so many runs."""
    return sqrt(max(share_of_runs * (1 - share_of_runs), 0.0) / runs)


@dataclass(frozen=True, slots=True)
class Headline:
    """The odds of a plan, and how far they move over the plausible span of the spreads (chance.LOW_SPREAD and HIGH).

    lose, earn_wage: lowest and highest share over low, stated and high spread; earn_wage None without hours.
    """

    odds: Odds
    lose: tuple[float, float]
    earn_wage: tuple[float, float] | None


def headline(plan: Plan, company: Company, simulation: Simulation, paths: int) -> Headline:
    """simulation: of the plan as stated; paths: how many of each of the two others, on the same draws."""
    stated = odds(simulation)
    found = [stated, *(odds(simulate(spread_out(plan, times), company, paths)) for times in (LOW_SPREAD, HIGH_SPREAD))]
    wages = [each.earn_wage for each in found if each.earn_wage is not None]
    return Headline(
        odds=stated,
        lose=(min(each.lose for each in found), max(each.lose for each in found)),
        earn_wage=(min(wages), max(wages)) if wages else None,
    )


def spread_out(plan: Plan, times: float) -> Plan:
    """The plan with all spreads so many times as large."""
    return Plan.model_validate(plan.model_dump() | {"chance": with_spread(plan.chance, times).model_dump()})
