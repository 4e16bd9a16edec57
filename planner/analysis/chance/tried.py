"""A plan on a company tried many times: the runs, and what they come to."""

from dataclasses import dataclass

from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds, odds
from planner.analysis.mean_of_runs import simulated
from planner.simulation.engine import USUAL_PATHS, Progress, Simulation
from planner.simulation.workers import Maps

RUNS = USUAL_PATHS


@dataclass(frozen=True, slots=True)
class Tried:
    """Finished runs, and the case that they are of. whole: whether no more of them are to come."""

    case: Case
    simulation: Simulation
    odds: Odds
    whole: bool

    @classmethod
    def of(
        cls, case: Case, runs: int = RUNS, executor: Maps | None = None, progress: Progress | None = None
    ) -> "Tried":
        """The case tried so many times, its pay the mean of these where it is one; progress: told how far that is."""
        simulation = simulated(case.plan, case.company, runs, executor, progress)
        if case.projection.given is not None and case.runs != runs:
            case = Case.of(case.plan, case.company, runs)
        return cls(case, simulation, odds(simulation), runs == RUNS)
