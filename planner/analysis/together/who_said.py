"""Who said what, and what hangs on it: each input that is otherwise than at a typical start, with the typical figure in
its place, on the same draws.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.sensitivity import Trial, trial
from planner.inputs.changes.difference import with_input_of
from planner.inputs.company.company import Company
from planner.inputs.path import Path, at, parse
from planner.inputs.plan.plan import INPUTS, Plan, default_plan
from planner.inputs.together.ledger import Said
from planner.simulation.beside import simulate_beside
from planner.simulation.engine import simulate
from planner.simulation.workers import Maps

PATHS, FEWEST_PATHS = 1_000, 200
AT_ONCE = 20  # plans that are tried in one call
Progress = Callable[[float], None]
# What the plan is called and counted in, and what nobody says of their business.
NO_ASSUMPTIONS = tuple(
    map(parse, ("name", "currency", "start_month", "exchange_rates", "company_answers", "chance.seed"))
)
NOBODY = Said()


@dataclass(frozen=True, slots=True)
class Row:
    """An input that counts in the plan. said: by whom, NOBODY where that was not stated.

    typical: whether it is as at a typical start, which is an assumption of the program unless somebody owns it.
    """

    path: Path
    said: Said
    typical: bool

    @property
    def assumed(self) -> bool:
        """Whether it is an assumption of the program alone."""
        return self.typical and self.said.owner is None


@dataclass(frozen=True, slots=True)
class Effect:
    """An input and what hangs on it: the plan as it is, and with the typical figure in the place of its own.

    typical: None where that does not go with the rest of the plan.
    """

    path: Path
    stated: Trial
    typical: Trial | None

    @property
    def moved(self) -> tuple[float, float]:
        """How far the share that loses moves, and how far the middle result does; both 0 or more."""
        if self.typical is None:
            return 0.0, 0.0
        return abs(self.typical.lose - self.stated.lose), abs(self.typical.median - self.stated.median)


@dataclass(frozen=True, slots=True)
class WhoSaid:
    """Of a case, the effects of what it states otherwise than a typical start, the widest first."""

    case: Case
    paths: int
    stated: Trial
    effects: tuple[Effect, ...]


def rows(plan: Plan, ledger: Mapping[Path, Said]) -> tuple[Row, ...]:
    """Every input that counts in the plan, or of which something was said, in the order of the plan."""
    typical = default_plan(plan.currency)
    return tuple(
        Row(path, ledger.get(path, NOBODY), at(plan, path) == at(typical, path))
        for path, declared in INPUTS.items()
        if path not in NO_ASSUMPTIONS and (declared.counts(plan) or path in ledger)
    )


def otherwise(plan: Plan) -> dict[Path, Plan | None]:
    """The inputs that are otherwise than at a typical start, each with the plan that has the typical figure there."""
    typical = default_plan(plan.currency)
    stated = [row.path for row in rows(plan, {}) if not row.typical]
    return {path: with_input_of(plan, typical, path)[0] for path in stated}


def who_said(case: Case, paths: int = PATHS, executor: Maps | None = None, progress: Progress | None = None) -> WhoSaid:
    """What hangs on each of them. executor: as in `engine.simulate`; progress: told the share done."""
    as_it_is = trial(simulate(case.plan, case.company, paths, executor))
    plans = otherwise(case.plan)
    whole = {path: plan for path, plan in plans.items() if plan is not None}
    found: dict[Path, Trial] = {}
    for first in range(0, len(whole), AT_ONCE):
        now = list(whole)[first : first + AT_ONCE]

        def tell(share: float, first: int = first, now: Sequence[Path] = now) -> None:
            if progress is not None:
                progress((first + share * len(now)) / len(whole))

        tried = simulate_beside([whole[path] for path in now], case.company, paths, executor, tell)
        found.update(zip(now, map(trial, tried), strict=True))
    effects = [Effect(path, as_it_is, found.get(path)) for path in plans]
    return WhoSaid(case, paths, as_it_is, tuple(sorted(effects, key=lambda each: each.moved, reverse=True)))


def estimated_seconds(plan: Plan, paths: int = PATHS, *, company: Company | None = None) -> float:
    """About how long `who_said` takes; the machine may be slower. company: that pays, where it is known."""
    tried = [plan, *(each for each in otherwise(plan).values() if each is not None)]
    return sum(expected_seconds(each, paths, company=company) for each in tried)


def affordable_paths(plan: Plan, seconds: float, *, company: Company | None = None) -> int:
    """As many runs of each as take about so long, PATHS at most and FEWEST_PATHS at least."""
    needed = estimated_seconds(plan, company=company)
    return PATHS if needed <= seconds else max(int(PATHS * seconds / needed), FEWEST_PATHS)
