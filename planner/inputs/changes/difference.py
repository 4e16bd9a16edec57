"""Which inputs of two plans differ, and one of them put back as it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from planner.errors import Fault
from planner.inputs.cited.source import Record
from planner.inputs.faults import checked
from planner.inputs.plan.plan import Plan

# Where an input stands in a plan: ("customers", "attrition"), ("exchange_rates", "EUR").
InputPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """An input that two plans state differently. Whole lists (costs, seasons, products) are one input.

    Named values that say nothing, such as no answers about a company, are no difference.

    title: the marked English title of the field. unit: as the field declares it. before, after: the values of the two
    plans; None where the field may be left empty and is, or where a rate or an answer is not stated.
    """

    path: InputPath
    title: str
    unit: str
    before: Any
    after: Any


def differing_inputs(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Every input whose value differs, in the order in which the plan declares them."""
    return tuple(_differing(before, after, ()))


def with_input_of(plan: Plan, other: Plan, path: InputPath) -> tuple[Plan | None, tuple[Fault, ...]]:
    """The plan with one input as the other plan states it; or None and what is wrong with the two together."""
    data, theirs = plan.model_dump(mode="json"), other.model_dump(mode="json")
    place: Any = data
    for part in path[:-1]:
        place, theirs = place.setdefault(part, {}), theirs.get(part, {})
    last = path[-1]
    if last in theirs:
        place[last] = theirs[last]
    else:
        place.pop(last, None)
        _drop_empty(data, path[:-1])
    return checked(Plan, data)


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


def _differing(before: Record, after: Record, front: InputPath) -> Iterator[Difference]:
    for name, field in type(before).model_fields.items():
        old, new, path = getattr(before, name), getattr(after, name), (*front, name)
        if old == new:
            continue
        if isinstance(old, Record) and field.title is None:  # a group of the plan; a ramp is the value of a field
            yield from _differing(old, new, path)
        elif isinstance(old, Mapping):
            yield from _differing_keys(old, new, path, field)
        else:
            yield _difference(path, field, old, new)


def _differing_keys(
    old: Mapping[str, Any], new: Mapping[str, Any], path: InputPath, field: FieldInfo
) -> Iterator[Difference]:
    """The differing values of a field that holds named ones, such as a rate for each currency."""
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if one == other:
            continue
        if isinstance(one, Mapping) or isinstance(other, Mapping):
            yield from _differing_keys(one or {}, other or {}, (*path, key), field)
        else:
            yield _difference((*path, key), field, one, other)


def _difference(path: InputPath, field: FieldInfo, before: Any, after: Any) -> Difference:
    extra: Any = field.json_schema_extra
    return Difference(path, field.title or "", extra["unit"], before, after)


def _drop_empty(data: dict[str, Any], path: InputPath) -> None:
    """Takes away a group of named values that is left without any, since stating none of them means the same."""
    for depth in range(len(path), 1, -1):
        *front, last = path[:depth]
        place: Any = data
        for part in front:
            place = place[part]
        if place.get(last) == {}:
            del place[last]
