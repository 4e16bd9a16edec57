"""Presets: a plan as the evidence says is typical, about the best tenth, and as a recruiter may tell it, each cited."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.changes.one_figure import a_month
from planner.inputs.changes.scenario import Scenario, changeable_fields, faults_of_changes, lay_on, scenario_of
from planner.inputs.cited.figure import Words, Year
from planner.inputs.cited.file import SAMPLE_DATA, faults_of_sources, read_tables
from planner.inputs.cited.source import Record, Source
from planner.inputs.faults import checked
from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.plan.plan import DEFAULT_RUNNING_COSTS, DEFAULT_SCALE, Plan
from planner.inputs.plan.schedule import Ramp, Schedule, monthly_values
from planner.language import Language

PRESETS = SAMPLE_DATA / "presets.toml"
TYPICAL, TOP_TENTH = "typical", "top_tenth"
RUNNING_COSTS = "running_costs"  # a list in the plan; a preset states what all of them come to in a month

Answer = Literal["yes", "no", "unknown"]

# What a plan may state beside a figure, and which would keep the figure from having its effect.
GIVES_WAY: dict[str, dict[str, Any]] = {
    "customers.new_a_month": {"customers.new_from": "schedule"},
    "customers.retail_per_order": {"customers.products": []},
    "team.recruits_a_month": {"team.recruits_from": "schedule"},
    "team.annual_attrition": {"team.first_months_attrition": None},
}


class PresetFigure(Record):
    """What a preset states in one field of the plan: money in dollars or euros, by month where it is a list.

    kind "published": somebody measured just this. kind "judgement": a choice, with the source that it leans on where
    there is one. year, read, who: of what the source measured. costs_included: whether costs had been taken off, stated
    where money was measured; zero_earners_included: whether those who got nothing were counted, where sellers were.
    """

    value: Schedule
    kind: Literal["published", "judgement"]
    source: str | None = None
    year: Year | None = None
    read: date | None = None
    who: Words | None = None
    costs_included: Answer | None = None
    zero_earners_included: Answer | None = None
    reason: Words

    @model_validator(mode="after")
    def _cited(self) -> "PresetFigure":
        if self.kind == "published" and self.source is None:
            raise PydanticCustomError("source_missing", "published by nobody", {"key": "source"})
        if self.source is not None and (self.year is None or self.who is None):
            raise PydanticCustomError("measured_missing", "year or people missing", {"key": "year"})
        if self.year == "undated" and self.read is None:
            raise PydanticCustomError("read_missing", "undated without the date it was read", {"key": "read"})
        return self


class Preset(Record):
    """A set of figures by the path of their field, such as team.recruits_a_month."""

    name: Words
    about: Words
    figures: dict[str, PresetFigure] = Field(min_length=1)


class PresetFile(Record):
    """The presets by their key, and which direction of each field is the rosier one."""

    presets: dict[str, Preset]
    rosier: dict[str, Literal["higher", "lower", "neither"]]
    sources: dict[str, Source]

    @model_validator(mode="after")
    def _each_has_a_direction(self) -> "PresetFile":
        for preset in self.presets.values():
            for path in preset.figures:
                if path not in self.rosier:
                    raise PydanticCustomError("rosier_missing", "no direction", {"key": f"rosier.{path}"})
        return self


@dataclass(frozen=True, slots=True)
class Presets:
    """The presets in the order of the file, none where it cannot be used, and what is wrong with it."""

    presets: Mapping[str, Preset]
    rosier: Mapping[str, str]
    sources: Mapping[str, Source]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Beyond:
    """An input that is rosier than that of about the best tenth. Both as an average month; money in the plan's own."""

    path: str
    stated: float
    top_tenth: float
    rosier: str


@cache
def load_presets(path: Path = PRESETS) -> Presets:
    """The presets that are shipped, read once."""
    tables = read_tables(path.read_bytes(), path.name)
    if isinstance(tables, Fault):
        return Presets({}, {}, {}, (tables,))
    file, faults = checked(PresetFile, tables, path.name)
    faults = (*faults, *faults_of_sources(tables, path.name))
    if file is not None:
        for key, preset in file.presets.items():
            front = f"presets.{key}.figures."
            faults = (*faults, *faults_of_changes(_changes(preset, Plan().currency), path.name, front))
    if file is None or faults:
        return Presets({}, {}, {}, faults)
    return Presets(file.presets, file.rosier, file.sources)


def preset_scenario(preset: Preset, plan: Plan, language: Language = "en") -> Scenario:
    """The preset as changes to the plan: only what the plan states otherwise, in its currency, round numbers scaled."""
    data = plan.model_dump(mode="json")
    for path, value in _changes(preset, plan.currency).items():
        for beside, gives_way in GIVES_WAY.get(path, {}).items():
            lay_on(data, beside, gives_way)
        lay_on(data, path, value)
    name, about = (words.sv if language == "sv" else words.en for words in (preset.name, preset.about))
    return scenario_of(name, plan, Plan.model_validate(data), about)


def beyond_top_tenth(plan: Plan, presets: Presets) -> tuple[Beyond, ...]:
    """The inputs of the plan that are rosier than those of about the best tenth: the optimism gap, in their order.

    An input that has no effect in this plan, since something else counts in its place, is not among them.
    """
    if TOP_TENTH not in presets.presets:
        return ()
    found = []
    for path, value in _changes(presets.presets[TOP_TENTH], plan.currency).items():
        stated, limit = _a_month(plan, path), _average(plan, path, value)
        direction = presets.rosier[path]
        if stated is None or limit is None or direction == "neither" or math.isclose(stated, limit):
            continue
        if (stated > limit) == (direction == "higher"):
            found.append(Beyond(path, stated, limit, direction))
    return tuple(found)


def _changes(preset: Preset, currency: str) -> dict[str, Any]:
    """The values of the figures as a plan in this currency states them."""
    figures = preset.model_dump(mode="json")["figures"]
    return {path: _in_currency(path, figure["value"], currency) for path, figure in figures.items()}


def _in_currency(path: str, value: Any, currency: str) -> Any:
    if _unit(path) != "money" or not isinstance(value, (int, float)):
        whole = isinstance(value, float) and value.is_integer()  # as months are stated
        return int(value) if whole else value
    amount = value * DEFAULT_SCALE.get(currency, 1)
    if path != RUNNING_COSTS:
        return amount
    rows = (RunningCost(name=DEFAULT_RUNNING_COSTS[0].name, amount=amount),) if amount else ()
    return [row.model_dump(mode="json") for row in rows]


def _unit(path: str) -> str:
    if path not in changeable_fields():
        return ""
    record, name = changeable_fields()[path]
    extra: Any = record.model_fields[name].json_schema_extra
    return extra["unit"] if isinstance(extra, dict) else ""


def _a_month(plan: Plan, path: str) -> float | None:
    """What the plan states in a field, as an average month; None where it has no effect there."""
    for beside, gives_way in GIVES_WAY.get(path, {}).items():
        if beside.endswith("_from") and _value(plan, beside) != gives_way:
            return None
    if path == "customers.retail_per_order":
        return plan.customers.order_price
    return _average(plan, path, _value(plan, path))


def _average(plan: Plan, path: str, value: Any) -> float | None:
    months = plan.horizon_months
    if path == RUNNING_COSTS:
        rows = [row if isinstance(row, RunningCost) else RunningCost.model_validate(row) for row in value]
        return sum(a_month(row, months) for row in rows)
    if isinstance(value, (tuple, list, Ramp)):
        schedule = tuple(value) if isinstance(value, list) else value
        return float(np.mean(monthly_values(schedule, months)[1:]))
    return float(value) if isinstance(value, (int, float)) else None


def _value(plan: Plan, path: str) -> Any:
    value: Any = plan
    for part in path.split("."):
        value = getattr(value, part)
    return value
