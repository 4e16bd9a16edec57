"""The range of the headline, and the inputs that the person knows and that it leaves as they are."""

from collections.abc import Collection

from streamlit.delta_generator import DeltaGenerator

from pages.shared.runs import keeper, memory
from pages.shared.runs.question import Question, Work
from pages.shared.session import samples, state
from planner.analysis.chance.range_of_loss import RangeOfLoss, estimated_seconds, in_one_go, range_of_loss
from planner.analysis.chance.sensitivity import trial
from planner.analysis.chance.tried import Tried
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.path import Path
from planner.inputs.plan_file import with_changes

NAME = "range"
IN_ONE_GO = 2.0  # expected seconds, of one worker: what is shorter costs this process least as one call


def known_for(found: Tried) -> RangeOfLoss | None:
    """The range of a plan that was tried, where it was found."""
    known: RangeOfLoss | None = memory.kept((NAME, _of(found)))
    return known


def last_finished() -> RangeOfLoss | None:
    """The last range that was found, whichever plan it is of; None before the first."""
    last: RangeOfLoss | None = memory.last_of(NAME)
    return last


def want(found: Tried, place: DeltaGenerator) -> RangeOfLoss | None:
    """The same; where it was not found it is, once nothing was done for a moment, or it is offered in the place."""
    plan, known = found.case.plan, state.plan_file().known

    def find(work: Work) -> RangeOfLoss:
        simulation = found.simulation
        if work.executor is None or seconds > IN_ONE_GO:
            return range_of_loss(found.case, simulation, load_ranges(), known, work.part(), work.executor)
        asked = plan, found.case.company, trial(simulation), simulation.asked, known
        [span] = work.executor.map(in_one_go, *([each] for each in asked))
        return span

    _ = state.speech().text
    seconds, doing = estimated_seconds(plan, load_ranges(), found.case.company), _("Each input is moved alone")

    def for_all() -> bool:
        return not known and samples.is_as_shipped(found.case)

    what = _("how far one input alone moves the number")
    return keeper.when_quiet(Question(NAME, _of(found), seconds, doing, find, what, for_all), place)


def know(paths: Collection[Path]) -> None:
    """Takes these as all that the person knows, as a step that can be taken back."""
    state.store(with_changes(state.plan_file(), known=tuple(paths)))


def _of(found: Tried) -> tuple[object, ...]:
    return found.case.plan, found.case.company, state.plan_file().known
