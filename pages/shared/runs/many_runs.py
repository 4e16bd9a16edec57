"""A plan on a company tried many times: that of the page, of larger teams a few runs first; and any other beside it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from streamlit.delta_generator import DeltaGenerator

from pages.shared.runs import keeper, memory
from pages.shared.runs.question import Question, Work
from pages.shared.session import once, samples, state
from planner.analysis import mean_of_runs
from planner.analysis.beside.comparison import without_recruits
from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.odds import Odds, odds
from planner.analysis.chance.tried import RUNS, Tried

SEEDS = 1_000_000
FEW_OF_ALL = 2  # the first runs come before all only where these take so many times as long
KEPT = 3  # of the plan: every run of it is kept, which is a megabyte or two
NAME, SECONDS, ALONE = "odds", "seconds_of_runs", "with_nobody_recruited"


def of_all_runs(case: Case) -> Question[Tried]:
    """What all runs of the plan come to."""
    return _question(case, RUNS)


def known_for(case: Case) -> Tried | None:
    """The runs of the plan that are there with the page, all or as many as are quick; None where not even a few are."""
    asked = of_all_runs(case)
    found = keeper.quick(asked)
    if found is None and asked.seconds > keeper.AT_ONCE:
        found = keeper.quick(_question(case, first_runs(case)))
    return found


def last_finished(case: Case) -> Tried | None:
    """The last runs that were finished, whichever plan they are of; None before the first."""
    return memory.last(of_all_runs(case))


def want(case: Case, place: DeltaGenerator) -> None:
    """Has all runs drawn once the page stands, or offers to; told in a place of it.

    Of teams so large that not even the first are there with the page, these first: a page that is then drawn has them.
    Where even they would have to be asked for, whoever asks means all of them.
    """
    first, every = _question(case, first_runs(case)), of_all_runs(case)
    are_quick = FEW_OF_ALL * first.seconds < every.seconds and first.seconds <= keeper.UNASKED
    keeper.answer(first if are_quick and memory.kept(first.key) is None else every, place)


def first_runs(case: Case) -> int:
    """As many runs as are quick enough to be drawn with a page, and a few at least."""
    return mean_of_runs.first_runs(case.plan, case.company, keeper.AT_ONCE)


def before_last_edit(found: Tried) -> Odds | None:
    """What the runs of the plan before its last edit came to, if all of them were finished, and all of these are."""
    before = state.before_last_edit()
    if before is None or not found.whole or before.plan.currency != found.case.plan.currency:
        return None
    known = kept_for(before)
    return None if known is None else known.odds


def kept_for(case: Case) -> Tried | None:
    """All runs of a plan on a company, where they were finished."""
    known: Tried | None = memory.kept((NAME, (case.plan, case.company, RUNS)))
    return known


def draw_again() -> None:
    """The next seed, as a step that can be taken back."""
    state.change(("chance", "seed"), (state.plan_file().plan.chance.seed + 1) % SEEDS)
    state.reseed()


def _question(case: Case, runs: int) -> Question[Tried]:
    plan, company = case.plan, case.company

    def find(work: Work) -> Tried:
        return Tried.of(case, runs, work.executor, work.part())

    _ = state.speech().text
    doing = _("The plan is being tried many times")
    key, seconds = (plan, company, runs), _seconds(case, runs)
    return Question(NAME, key, seconds, doing, find, _("the plan"), lambda: samples.is_as_shipped(case), KEPT)


def _seconds(case: Case, runs: int) -> float:
    """About how long so many runs of the plan take; a page asks several times, so that the session keeps the last."""
    known: dict[int, float] = once.made(SECONDS, (case,), dict)
    if runs not in known:
        known[runs] = expected_seconds(case.plan, runs, company=case.company)
    return known[runs]


def with_nobody_recruited(case: Case) -> Case:
    """The same plan so, projected once for each case."""
    return once.made(ALONE, (case,), lambda: Case.of(without_recruits(case.plan), case.company, case.runs))


@dataclass(frozen=True, slots=True)
class Runs:
    """What is kept of runs beside others. result: of each run, (paths,); the same run has the same luck in all."""

    case: Case
    odds: Odds
    result: NDArray[np.float64]


def runs_of(case: Case, name: str) -> Question[Runs]:
    """As many runs as the plan of the page has, whose own serve here too; name: what is tried, as it is told."""
    plan, company = case.plan, case.company
    known = kept_for(case)  # from the headline of the plan, if they are of this one

    def find(work: Work) -> Runs:
        if known is not None:
            return Runs(case, known.odds, known.simulation.outcome.result)
        simulation = mean_of_runs.simulated(plan, company, RUNS, work.executor, work.part())
        return Runs(case, odds(simulation), simulation.outcome.result)

    _ = state.speech().text
    doing = _("{name} is being tried many times").format(name=name)
    seconds = 0.0 if known else expected_seconds(plan, RUNS, company=company)
    return Question("runs", (plan, company), seconds, doing, find)
