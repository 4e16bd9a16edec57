"""A plan on a company tried many times: the runs, and what they come to with how far that moves."""

from concurrent.futures import Executor
from dataclasses import dataclass

from planner.analysis.case import Case
from planner.analysis.chance.odds import Headline, headline
from planner.simulation.engine import USUAL_PATHS, Progress, Simulation, simulate

RUNS = USUAL_PATHS
OTHER_RUNS = RUNS  # with the spreads at each end of what is plausible
ALL_RUNS = (RUNS, OTHER_RUNS, OTHER_RUNS)


@dataclass(frozen=True, slots=True)
class Tried:
    """Finished runs, and the case that they are of. whole: whether no more of them are to come."""

    case: Case
    simulation: Simulation
    headline: Headline
    whole: bool

    @classmethod
    def of(
        cls,
        case: Case,
        runs: tuple[int, ...] = ALL_RUNS,
        executor: Executor | None = None,
        first: Progress | None = None,
        others: Progress | None = None,
    ) -> "Tried":
        """The case tried so many times as stated, and so many more with either end of the spreads.

        first, others: told how far those are.
        """
        simulation = simulate(case.plan, case.company, runs[0], executor, first)
        found = headline(simulation, runs[1], executor, others)
        return cls(case, simulation, found, runs == ALL_RUNS)
