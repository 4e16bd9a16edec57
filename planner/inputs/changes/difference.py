"""Which inputs of two plans differ, and one of them put back as it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planner.errors import Fault
from planner.inputs.cited.source import Record
from planner.inputs.faults import checked
from planner.inputs.path import Path, at, put, take_away
from planner.inputs.plan.plan import INPUTS, Plan


@dataclass(frozen=True, slots=True)
class Difference:
    """An input that two plans state differently. Whole lists (costs, seasons, products) are one input.

    Named values that say nothing, such as no answers about a company, are no difference.

    title: the marked English title of the field. unit: as the field declares it. before, after: the values of the two
    plans; None where the field may be left empty and is, or where a rate or an answer is not stated.
    """

    path: Path
    title: str
    unit: str
    before: Any
    after: Any


def differing_inputs(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Every input whose value differs, in the order in which the plan declares them."""
    return tuple(_differing(before, after, ()))


def with_input_of(plan: Plan, other: Plan, path: Path) -> tuple[Plan | None, tuple[Fault, ...]]:
    """The plan with one input as the other plan states it; or None and what is wrong with the two together."""
    data = plan.model_dump(mode="json")
    state_as(data, other.model_dump(mode="json"), path)
    return checked(Plan, data)


def state_as(data: dict[str, Any], other: dict[str, Any], path: Path) -> None:
    """States one input of a plan's data, in place, as another plan's data do, or leaves it out as they do."""
    theirs = at(other, path[:-1])
    if theirs is not None and path[-1] in theirs:
        put(data, path, theirs[path[-1]])
    else:
        take_away(data, path)


def rows_only_in(rows: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    """The rows of a list that the other list does not hold as often, in their order."""
    left = list(others)
    only = []
    for row in rows:
        if row in left:
            left.remove(row)
        else:
            only.append(row)
    return tuple(only)


def _differing(before: Record, after: Record, front: Path) -> Iterator[Difference]:
    for name in type(before).model_fields:
        old, new, path = getattr(before, name), getattr(after, name), (*front, name)
        if old == new:
            continue
        if path not in INPUTS:  # a group of the plan
            yield from _differing(old, new, path)
        else:
            yield from _differing_values(old, new, path, path)


def _differing_values(old: Any, new: Any, path: Path, declared: Path) -> Iterator[Difference]:
    """A differing value; of a field that holds named ones, such as a rate for each currency, each that differs."""
    if not (isinstance(old, Mapping) or isinstance(new, Mapping)):
        yield Difference(path, INPUTS[declared].title, INPUTS[declared].unit, old, new)
        return
    old, new = old or {}, new or {}
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield from _differing_values(old.get(key), new.get(key), (*path, key), declared)
