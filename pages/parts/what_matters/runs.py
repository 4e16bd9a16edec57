"""What the plan hangs on, and where each input tips it, as questions that the keeper answers."""

from pages.shared.runs import keeper
from pages.shared.runs.question import Question, Work
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.chance.sensitivity import Sensitivity, affordable_paths, estimated_seconds, sensitivity
from planner.analysis.chance.tipping import Tipping, tipping_points
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS

LONGEST = 20.0  # seconds: a plan with larger teams is tried with fewer runs


def what_matters(case: Case) -> Question[Sensitivity]:
    """Asks what the plan hangs on."""
    known = state.plan_file().known
    paths = affordable_paths(case.plan, load_ranges(), LONGEST, company=case.company)

    def find(work: Work) -> Sensitivity:
        def tell(share: float, path: Path) -> None:
            work.tell(share, _("Each input is moved alone, now {input}").format(input=_(INPUTS[path].title)))

        return sensitivity(case, load_ranges(), paths, tell, known, work.executor)

    _ = state.speech().text
    seconds = estimated_seconds(case.plan, load_ranges(), paths, company=case.company)
    of, doing = (case.plan, case.company, known), _("Each input is moved alone")
    return Question("matters", of, seconds, doing, find, _("each input alone"))


def tips(found: Sensitivity) -> Question[tuple[Tipping, ...]]:
    """Asks where each input tips the plan; it begins by itself, since what it takes longest after was asked for."""
    plan, company, known = found.case.plan, found.case.company, found.known

    def find(work: Work) -> tuple[Tipping, ...]:
        def tell(share: float, path: Path) -> None:
            words = _("The figure that tips the plan is looked for, now {input}")
            work.tell(share, words.format(input=_(INPUTS[path].title)))

        return tipping_points(found, tell, work.executor)

    _ = state.speech().text
    seconds = min(estimated_seconds(plan, load_ranges(), found.paths, company=company), keeper.UNASKED)
    doing, what = _("The figure that tips the plan is looked for"), _("what single figure tips the plan")
    return Question("tips", (plan, company, known), seconds, doing, find, what)
