"""Rates by brackets of a volume: the rate that is reached on all of it, or each bracket's on what falls in it."""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import Record
from planner.inputs.pay.part import Part


class Bracket(Record):
    """From this much volume on, this rate."""

    from_volume: float = Field(ge=0, le=MOST_VALUE)
    rate: float = Field(ge=0, le=1)


class Bracketed(Part):
    """brackets: rising; below the first nothing is paid.

    pays: "whole": the rate that is reached, on everything; "marginal": each bracket's rate on what falls in it.
    threshold: whether a bracket is entered when its volume is just "reached", or must be "passed".
    """

    brackets: Annotated[tuple[Bracket, ...], Field(min_length=1, max_length=40)]
    pays: Literal["whole", "marginal"] = "marginal"
    threshold: Literal["reached", "passed"] = "passed"

    @model_validator(mode="after")
    def _brackets_rise(self) -> "Bracketed":
        for lower, higher in pairwise(self.brackets):
            if higher.from_volume <= lower.from_volume:
                found = {"key": "brackets", "found": higher.from_volume}
                raise PydanticCustomError("brackets_order", "brackets do not rise", found)
        return self
