"""What hangs on what somebody said, as a question that the keeper answers."""

from pages.shared.runs.question import Question, Work
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.together.who_said import WhoSaid, affordable_paths, estimated_seconds, who_said

LONGEST = 10.0  # seconds: a plan with larger teams is tried with fewer runs


def what_hangs_on_it(case: Case) -> Question[WhoSaid]:
    """Asks for the plan with a typical figure in the place of each of its own."""
    paths = affordable_paths(case.plan, LONGEST, company=case.company)

    def find(work: Work) -> WhoSaid:
        return who_said(case, paths, work.executor, work.part())

    _ = state.speech().text
    seconds = estimated_seconds(case.plan, paths, company=case.company)
    doing = _("A typical figure is tried in the place of each of yours")
    return Question("who_said", (case.plan, case.company), seconds, doing, find, _("a typical figure in each place"))
