"""Many runs of any plan on any company: odds, and the result of each run, to be laid beside those of others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pages.shared.runs import odds_state
from pages.shared.runs.keeper import Question, Work
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds, expected_seconds, odds
from planner.analysis.chance.tried import RUNS
from planner.simulation.engine import simulate

PATHS = RUNS  # as many as elsewhere, so that the plan's own runs serve here too


@dataclass(frozen=True, slots=True)
class Runs:
    """What is kept of a simulation. result: of each run, (paths,); the same run has the same luck in all of them."""

    case: Case
    odds: Odds
    result: NDArray[np.float64]


def runs_of(case: Case, name: str) -> Question[Runs]:
    """The runs of a case; name: what is tried, as it is told."""
    plan, company = case.plan, case.company
    known = odds_state.kept_for(case)  # from the headline of the plan, if they are of this one

    def find(work: Work) -> Runs:
        if known is not None:
            return Runs(case, known.odds, known.simulation.outcome.result)
        simulation = simulate(plan, company, PATHS, work.executor, work.part())
        return Runs(case, odds(simulation), simulation.outcome.result)

    _ = state.speech().text
    doing = _("{name} is being tried many times").format(name=name)
    return Question("runs", (plan, company), 0.0 if known else expected_seconds(plan, PATHS), doing, find)
