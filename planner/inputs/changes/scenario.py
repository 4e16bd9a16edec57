"""A named set of changes to a plan, stored as what differs: laid on the plan, it gives another one."""

import difflib
import json
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError, field_validator
from pydantic_core import PydanticKnownError

from planner.errors import Fault
from planner.inputs.cited.source import WITHOUT_UNSEEN, Record
from planner.inputs.faults import checked, cut_short, fault_of, shown
from planner.inputs.file_text import short
from planner.inputs.path import Path, Written, at, put, written
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.wanted import WANTED
from planner.language import mark

LONGEST_NAME = 60
MOST_CHANGES = 200
OF_THE_PLAN_ITSELF = (("name",), ("currency",))
# Every input that a scenario may change.
CHANGEABLE = {path: declared for path, declared in INPUTS.items() if path not in OF_THE_PLAN_ITSELF}
SAME_IN_ALL = mark(
    "The name and the currency are those of the plan itself, and so the same in every scenario. Remove it."
)


ScenarioName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME), WITHOUT_UNSEEN
]


class Scenario(Record):
    """What is different, and nothing else. changes: a path of the plan and its value.

    Values are as the plan's file writes them. Lists, and named values such as exchange rates, are changed as a whole.
    """

    name: ScenarioName
    about: str = Field("", max_length=500)
    changes: dict[Written, Any] = Field({}, max_length=MOST_CHANGES)

    @field_validator("changes")
    @classmethod
    def _as_written(cls, value: dict[Path, Any]) -> dict[Path, Any]:
        return {path: _plain(changed) for path, changed in value.items()}


def apply_scenario(plan: Plan, scenario: Scenario) -> tuple[Plan | None, tuple[Fault, ...]]:
    """The plan with the changes made; or None and all that is wrong with them and with the plan that they give."""
    data = plan.model_dump(mode="json")
    unknown = []
    for path, value in scenario.changes.items():
        if path in CHANGEABLE:
            put(data, path, value)
        else:
            unknown.append(_unknown(path, value))
    changed, faults = checked(Plan, data)
    return (changed if not unknown else None), (*unknown, *faults)


def scenario_of(name: str, plan: Plan, changed_plan: Plan, about: str = "") -> Scenario:
    """What the changed plan states differently, apart from its name and currency, in the order of the plan."""
    before, after = plan.model_dump(mode="json"), changed_plan.model_dump(mode="json")
    changes = {path: at(after, path) for path in CHANGEABLE if at(after, path) != at(before, path)}
    return Scenario(name=name, about=about, changes=changes)


def without_change(scenario: Scenario, path: Path) -> Scenario:
    """The scenario with one field as the plan states it."""
    return _with(scenario, changes={key: value for key, value in scenario.changes.items() if key != path})


def renamed(scenario: Scenario, name: str) -> Scenario:
    """The same changes by another name."""
    return _with(scenario, name=name)


def copied(scenario: Scenario, taken: Collection[str]) -> Scenario:
    """The same changes by a name that is not taken: the name with the first number that is free."""
    number = 2
    while (name := f"{scenario.name[: LONGEST_NAME - len(f' {number}')]} {number}") in taken:
        number += 1
    return _with(scenario, name=name)


def faults_of_changes(changes: Mapping[Path, Any], file: str = "", front: str = "") -> tuple[Fault, ...]:
    """Changes of what the plan does not have, or to values that their field never takes, whatever the plan.

    Whether they go together with the rest of a plan is known when they are laid on it. front: the path of the changes
    in the file, with a point at its end.
    """
    return tuple(fault for path, value in changes.items() for fault in _faults_of_change(path, value, file, front))


def _with(scenario: Scenario, **changed: Any) -> Scenario:
    return Scenario.model_validate(scenario.model_dump() | changed)


def _faults_of_change(path: Path, value: Any, file: str, front: str) -> Iterator[Fault]:
    if path not in CHANGEABLE:
        yield _unknown(path, value, file, front)
        return
    record, name = CHANGEABLE[path].record, CHANGEABLE[path].name
    before = front + written(path).removesuffix(name)
    few, too_long = cut_short(record, {name: value}, file)
    yield from (replace(fault, path=before + fault.path) for fault in too_long)
    try:
        record.model_validate_json(json.dumps(few), strict=True)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if detail["loc"]:  # what has no place is about the field together with others, and those are the plan's
                fault = fault_of(detail, record, file)
                yield Fault(before + fault.path, fault.message, fault.found, file, fault.parameters)


def _unknown(path: Path, value: Any, file: str = "", front: str = "") -> Fault:
    key = written(path)
    if path in OF_THE_PLAN_ITSELF:
        return Fault(front + key, SAME_IN_ALL, shown(value), file)
    alike = difflib.get_close_matches(key[:100], map(written, CHANGEABLE), n=1)
    message, parameters = (WANTED["misspelt_key"], {"suggestion": alike[0]}) if alike else (WANTED["unknown_key"], {})
    return Fault(front + short(key), message, shown(value), file, parameters)


def _plain(value: Any) -> Any:
    """A value as JSON holds it, so that a scenario equals the one that is read back."""
    if isinstance(value, Record):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise PydanticKnownError("finite_number")
    return value
