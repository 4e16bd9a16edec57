"""Many runs of any plan on any company: odds, and the result of each run, to be laid beside those of others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pages.shared.runs import odds_state
from pages.shared.runs.keeper import Question, Work
from pages.shared.session import state
from planner.analysis.chance.odds import Odds, expected_seconds, odds
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import Simulation, simulate

PATHS = odds_state.RUNS  # as many as elsewhere, so that the plan's own runs serve here too


@dataclass(frozen=True, slots=True)
class Runs:
    """What is kept of a simulation. result: of each run, (paths,); the same run has the same luck in all of them."""

    plan: Plan
    company: Company
    odds: Odds
    result: NDArray[np.float64]

    @classmethod
    def of(cls, simulation: Simulation, found: Odds) -> "Runs":
        """The runs of a simulation that is finished."""
        return cls(simulation.plan, simulation.company, found, simulation.outcome.result)


def runs_of(plan: Plan, company: Company, name: str) -> Question[Runs]:
    """The runs of a plan on a company; name: what is tried, as it is told."""
    known = odds_state.kept_for(plan, company)  # from the headline of the plan, if they are of this one

    def find(work: Work) -> Runs:
        if known is not None:
            return Runs.of(known.simulation, known.headline.odds)
        simulation = simulate(plan, company, PATHS, work.executor, work.part())
        return Runs.of(simulation, odds(simulation))

    _ = state.speech().text
    doing = _("{name} is being tried many times").format(name=name)
    return Question("runs", (plan, company), 0.0 if known else expected_seconds(plan, PATHS), doing, find)
