"""What a visit of a step changed in the plan, as the log of the talk keeps it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from planner.inputs.changes.difference import differing_inputs
from planner.inputs.changes.one_figure import LISTS, stated_figure
from planner.inputs.path import Path, at
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.plan.schedule import Ramp
from planner.inputs.together.talk import MOST_CHANGES, MOST_MOMENTS, InputChange, Moment, Step


def moment_of(step: Step, day: date, before: tuple[Plan, float], after: tuple[Plan, float]) -> Moment | None:
    """What a step changed; None where nothing. before, after: the plan, and the share of its runs that loses."""
    changes = tuple(changes_between(before[0], after[0]))[:MOST_CHANGES]
    if not changes:
        return None
    return Moment(step=step, day=day, changes=changes, lose_before=before[1], lose_after=after[1])


def with_moment(log: tuple[Moment, ...], moment: Moment | None) -> tuple[Moment, ...]:
    """The log with a moment at its end; of very many the oldest is left out."""
    return log if moment is None else (*log, moment)[-MOST_MOMENTS:]


def changes_between(before: Plan, after: Plan) -> Iterator[InputChange]:
    """Every input that differs, in the order of the plan, as one figure where it is one."""
    paths = {difference.path: None for difference in differing_inputs(before, after)}
    for path in dict.fromkeys(each if each in INPUTS else each[:1] for each in paths):
        chosen = at(after, path) if INPUTS[path].choices else ""
        yield InputChange(path=path, before=figure_of(before, path), after=figure_of(after, path), chosen=chosen)


def figure_of(plan: Plan, path: Path) -> float | None:
    """What a plan states in an input as one figure; None for what is left empty, or is none."""
    value: Any = at(plan, path)
    numbers = isinstance(value, int | float | Ramp) or (
        isinstance(value, tuple) and bool(value) and all(isinstance(each, int | float) for each in value)
    )
    return stated_figure(plan, path) if numbers or path in LISTS else None
