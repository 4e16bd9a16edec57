"""Presets: a plan as the evidence says is typical, about the best tenth, and as a recruiter may tell it, each cited."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path as FilePath
from typing import Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.changes.one_figure import RUNNING_COSTS, figure_at
from planner.inputs.changes.scenario import Scenario, faults_of_changes, scenario_of
from planner.inputs.cited.figure import Words, Year
from planner.inputs.cited.file import SAMPLE_DATA, read_cited
from planner.inputs.cited.source import Record, Source
from planner.inputs.path import Path, Written, put, written
from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.plan.plan import DEFAULT_RUNNING_COSTS, DEFAULT_SCALE, INPUTS, Plan
from planner.inputs.plan.schedule import Schedule
from planner.language import Language

PRESETS = SAMPLE_DATA / "presets.toml"
TYPICAL, TOP_TENTH = "typical", "top_tenth"

Answer = Literal["yes", "no", "unknown"]


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
    """A set of figures by the path of their input; of running costs, what all of them come to in a month."""

    name: Words
    about: Words
    figures: dict[Written, PresetFigure] = Field(min_length=1)


class PresetFile(Record):
    """The presets by their key, and which direction of each field is the rosier one."""

    presets: dict[str, Preset]
    rosier: dict[Written, Literal["higher", "lower", "neither"]]
    sources: dict[str, Source]

    @model_validator(mode="after")
    def _each_has_a_direction(self) -> "PresetFile":
        for preset in self.presets.values():
            for path in preset.figures:
                if path not in self.rosier:
                    raise PydanticCustomError("rosier_missing", "no direction", {"key": f"rosier.{written(path)}"})
        return self


@dataclass(frozen=True, slots=True)
class Presets:
    """The presets in the order of the file, none where it cannot be used, and what is wrong with it."""

    presets: Mapping[str, Preset]
    rosier: Mapping[Path, str]
    sources: Mapping[str, Source]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Beyond:
    """An input that is rosier than that of about the best tenth. Both as an average month; money in the plan's own."""

    path: Path
    stated: float
    top_tenth: float
    rosier: str


@cache
def load_presets(path: FilePath = PRESETS) -> Presets:
    """The presets that are shipped, read once."""
    file, faults = read_cited(PresetFile, path.read_bytes(), path.name)
    if file is not None:
        for key, preset in file.presets.items():
            front = f"presets.{key}.figures."
            faults = (*faults, *faults_of_changes(_changes(preset, Plan().currency), path.name, front))
    if file is None or faults:
        return Presets({}, {}, {}, faults)
    return Presets(file.presets, file.rosier, file.sources)


def preset_scenario(preset: Preset, plan: Plan, language: Language = "en") -> Scenario:
    """The preset as changes to the plan: only what the plan states otherwise, in its currency, round numbers scaled."""
    name, about = (words.sv if language == "sv" else words.en for words in (preset.name, preset.about))
    return scenario_of(name, plan, _laid_on(plan, preset), about)


def with_preset(plan: Plan, presets: Presets, key: str) -> Plan | None:
    """The plan with all figures of a preset; None where the file of presets has faults."""
    preset = presets.presets.get(key)
    return None if preset is None else _laid_on(plan, preset)


def beyond_top_tenth(plan: Plan, presets: Presets) -> tuple[Beyond, ...]:
    """The inputs of the plan that are rosier than those of about the best tenth: the optimism gap, in their order.

    An input that has no effect in this plan, since something else counts in its place, is not among them.
    """
    if TOP_TENTH not in presets.presets:
        return ()
    found, top_tenth = [], presets.presets[TOP_TENTH]
    laid = _laid_on(plan, top_tenth)
    for path in top_tenth.figures:
        stated, limit = figure_at(plan, path), figure_at(laid, path)
        direction = presets.rosier[path]
        if stated is None or limit is None or direction == "neither" or math.isclose(stated, limit):
            continue
        if (stated > limit) == (direction == "higher"):
            found.append(Beyond(path, stated, limit, direction))
    return tuple(found)


def _laid_on(plan: Plan, preset: Preset) -> Plan:
    """The plan with all figures of the preset, and with what they need beside them to have their effect."""
    data = plan.model_dump(mode="json")
    for path, value in _changes(preset, plan.currency).items():
        for name, needed in INPUTS[path].laid_with.items():
            put(data, (*path[:-1], name), needed)
        put(data, path, value)
    return Plan.model_validate(data)


def _changes(preset: Preset, currency: str) -> dict[Path, Any]:
    """The values of the figures as a plan in this currency states them."""
    values = {path: figure.model_dump(mode="json")["value"] for path, figure in preset.figures.items()}
    return {path: _in_currency(path, value, currency) for path, value in values.items()}


def _in_currency(path: Path, value: Any, currency: str) -> Any:
    is_money = path in INPUTS and INPUTS[path].unit == "money"
    if not is_money or not isinstance(value, (int, float)):
        whole = isinstance(value, float) and value.is_integer()  # as months are stated
        return int(value) if whole else value
    amount = value * DEFAULT_SCALE.get(currency, 1)
    if path != RUNNING_COSTS:
        return amount
    rows = (RunningCost(name=DEFAULT_RUNNING_COSTS[0].name, amount=amount),) if amount else ()
    return [row.model_dump(mode="json") for row in rows]
