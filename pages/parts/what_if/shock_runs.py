"""The runs with shocks on: those that are chosen together, and each alone."""

from dataclasses import dataclass

from pages.shared.runs import keeper
from pages.shared.runs.question import Question, Work
from pages.shared.session import state
from planner.analysis.beside.shocks import FROM_OUTSIDE, Shock, simulate_with
from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.odds import Odds, odds
from planner.analysis.chance.tried import RUNS


@dataclass(frozen=True, slots=True)
class Shocked:
    """The runs of a plan without any shock and with those that are on; None where none is."""

    case: Case
    shocks: tuple[Shock, ...]
    plan: Odds
    shocked: Odds | None


@dataclass(frozen=True, slots=True)
class Alone:
    """The runs of a plan without any shock, and with each alone, what costs most first."""

    case: Case
    plan: Odds
    each: tuple[tuple[Shock, Odds], ...]


def runs_with(case: Case, shocks: tuple[Shock, ...]) -> Question[Odds]:
    """Asks what the runs of the plan come to with these shocks together."""
    plan, company = case.plan, case.company

    def find(work: Work) -> Odds:
        return odds(simulate_with(case, shocks, RUNS, work.executor, work.part()))

    _ = state.speech().text
    title = " · ".join(_(shock.switch.title) for shock in shocks) or _("Nothing unexpected")
    keys = tuple(shock.switch.key for shock in shocks)
    doing = _("{name} is being tried many times").format(name=title)
    return Question("shocked_runs", (plan, company, keys), expected_seconds(plan, RUNS, company=company), doing, find)


def with_chosen(case: Case, shocks: tuple[Shock, ...]) -> Question[Shocked]:
    """Asks for the runs without shocks beside those with the chosen ones."""
    parts = [runs_with(case, ()), *([runs_with(case, shocks)] if shocks else [])]
    _ = state.speech().text

    def made(found: tuple[Odds, ...]) -> Shocked:
        return Shocked(case, shocks, found[0], found[1] if shocks else None)

    return keeper.together("shocks", (), parts, made, _("what is switched on"))


def each_alone(case: Case) -> Question[Alone]:
    """Asks for the runs with each shock alone that comes from outside; a switch is told once, exactly as entered."""

    def made(found: tuple[Odds, ...]) -> Alone:
        pairs = zip(FROM_OUTSIDE, found[1:], strict=True)
        return Alone(case, found[0], tuple(sorted(pairs, key=lambda pair: pair[1].result.median)))

    _ = state.speech().text
    parts = [runs_with(case, shocks) for shocks in ((), *((each,) for each in FROM_OUTSIDE))]
    return keeper.together("each_shock", (), parts, made, _("each shock alone"))
