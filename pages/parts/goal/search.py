"""The searches of "What must happen", as questions that the keeper answers."""

from dataclasses import dataclass

from pages.parts.goal.choice import EACH
from pages.parts.goal.words import input_title, valued
from pages.shared.fields import comparison_choice
from pages.shared.runs.question import Question, Work
from pages.shared.session import state
from planner.analysis.beside.comparison import FEWEST_COMPANIES
from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import (
    BUDGET,
    BUDGET_OF_EACH,
    RUNS,
    Answer,
    estimated_seconds,
    estimated_seconds_of_each,
    seek_all,
    seek_each,
)
from planner.analysis.chance.goals import Goal
from planner.analysis.chance.turnable import Turnable
from planner.inputs.company.company import Company
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. key: the input that was asked about, EACH for every one."""

    key: Path
    answers: tuple[Answer, ...]


def searched(case: Case, goal: Goal, key: Path) -> Question[Found]:
    """Asks what one input, or each, would have to be on the plan's own company."""
    return _question("goal", case, goal, key, (case.company,))


def searched_companies(case: Case, goal: Goal, key: Path) -> Question[Found] | None:
    """Asks the same on all compared companies, where there are some and one input is asked about."""
    chosen = compared(case.plan)
    return None if key == EACH or not chosen else _question("goal_companies", case, goal, key, chosen)


def compared(plan: Plan) -> tuple[Company, ...]:
    """The companies of the person's comparison that the plan can be laid on; none where there is no comparison."""
    if not state.plan_file().compared:
        return ()
    chosen = tuple(each for each in comparison_choice.compared() if missing_rate(each, plan) is None)
    return chosen if len(chosen) >= FEWEST_COMPANIES else ()


def _question(name: str, case: Case, goal: Goal, key: Path, companies: tuple[Company, ...]) -> Question[Found]:
    plan, speech = case.plan, state.speech()
    _ = speech.text

    def find(work: Work) -> Found:
        number = 0

        def told(turned: Turnable, value: float) -> None:
            nonlocal number
            number += 1
            title, tried = input_title(turned, speech), valued(turned, value, speech)
            words = _("Trial {number}: {input}, {value}")
            work.tell(None, words.format(number=number, input=title, value=tried))

        if key == EACH:
            return Found(key, seek_each(case, goal, RUNS, told, work.executor))
        cases = [case if each is case.company else Case.of(plan, each) for each in companies]
        return Found(key, seek_all(cases, goal, key, RUNS, told, work.executor))

    if key == EACH:
        seconds = estimated_seconds_of_each(plan, hours=goal.kind == "wage", company=case.company)
    else:
        budget = BUDGET if len(companies) == 1 else BUDGET_OF_EACH
        seconds = min(sum(estimated_seconds(plan, key, company=each) for each in companies), budget)
    what = _("each input alone") if key == EACH else _(INPUTS[key].title)
    if len(companies) > 1:
        what = _("{input}, on each company").format(input=what)
    return Question(name, (plan, companies, goal, key), seconds, _("What would have to be is searched for"), find, what)
