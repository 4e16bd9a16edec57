"""Ranges: the low and the high end of what is known about an input, each end cited or marked as a judgement."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.changes.one_figure import LISTS, figure_at
from planner.inputs.changes.scenario import faults_of_changes
from planner.inputs.cited.file import SAMPLE_DATA, read_cited
from planner.inputs.cited.source import Record, Source
from planner.inputs.evidence.presets import PresetFigure
from planner.inputs.path import Path, Written, at
from planner.inputs.plan.plan import DEFAULT_SCALE, INPUTS, Plan

FRONT = "ranges."  # of the path of an input, in the file
RANGES = SAMPLE_DATA / "ranges.toml"


class RangeEnd(PresetFigure):
    """One end of a range, cited as the figure of a preset is; value: by the measure of the range."""

    value: float = Field(ge=0, le=1e6)


class Range(Record):
    """What an input may plausibly be. measure "value": both ends in the unit of the input, money in dollars.

    measure "times": both ends as so many times what a plan states, where no figure makes sense for every plan.
    """

    measure: Literal["value", "times"]
    low: RangeEnd
    high: RangeEnd

    @model_validator(mode="after")
    def _low_below_high(self) -> "Range":
        if self.low.value >= self.high.value:
            raise PydanticCustomError("range_order", "the low end is not below the high one", {"key": "high"})
        return self


class RangeFile(Record):
    """The ranges by the path of their input, such as team.duplication."""

    ranges: dict[Written, Range] = Field(min_length=1)
    sources: dict[str, Source]


@dataclass(frozen=True, slots=True)
class Ranges:
    """The ranges in the order of the file, none where it cannot be used, and what is wrong with it."""

    ranges: Mapping[Path, Range]
    sources: Mapping[str, Source]
    faults: tuple[Fault, ...] = ()


@cache
def load_ranges(path: FilePath = RANGES) -> Ranges:
    """The ranges that are shipped, read once."""
    file, faults = read_cited(RangeFile, path.read_bytes(), path.name)
    for input_path, stated in (file.ranges if file is not None else {}).items():
        faults = (*faults, *_faults_of_range(input_path, stated, path.name))
    if file is None or faults:
        return Ranges({}, {}, faults)
    return Ranges(file.ranges, file.sources)


def ends(plan: Plan, path: Path, stated: Range) -> tuple[float, float] | None:
    """Both ends as the plan would state them, low first, money in its currency.

    None where something else counts in place of the input, or where there is nothing to take so many times.
    """
    now = figure_at(plan, path)
    if now is None or (stated.measure == "times" and now == 0):
        return None
    if stated.measure == "times":
        return now * stated.low.value, now * stated.high.value
    scale = DEFAULT_SCALE.get(plan.currency, 1) if INPUTS[path].unit == "money" else 1
    return stated.low.value * scale, stated.high.value * scale


def _faults_of_range(path: Path, stated: Range, file: str) -> tuple[Fault, ...]:
    """An input that no plan has, or an end that its field never takes."""
    if path in LISTS:
        return ()
    if stated.measure == "times":  # of whatever a plan states, so any value will do
        return faults_of_changes({path: at(Plan().model_dump(mode="json"), path)}, file, FRONT)
    whole = path in INPUTS and INPUTS[path].unit == "months"
    values = [int(end.value) if whole and end.value.is_integer() else end.value for end in (stated.low, stated.high)]
    found = [fault for value in values for fault in faults_of_changes({path: value}, file, FRONT)]
    return tuple(found[:1])  # an unknown input is one fault, not two
