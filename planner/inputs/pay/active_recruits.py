"""Pay on personal recruits: the rate by how many of them are active, and by what they bought together."""

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import Record
from planner.inputs.pay.part import Part
from planner.inputs.pay.ranks import MOST_PEOPLE


class RecruitsStep(Record):
    """From so many active recruits on, who bought so much together, this rate.

    each: points that each of so many of them bought in the month by themselves; own: points that one bought oneself.
    """

    recruits: int = Field(0, ge=0, le=MOST_PEOPLE)
    volume: float = Field(0, ge=0, le=MOST_VALUE)
    each: float = Field(0, ge=0, le=MOST_VALUE)
    own: float = Field(0, ge=0, le=MOST_VALUE)
    rate: float = Field(ge=0, le=1)

    @property
    def asks(self) -> tuple[float, ...]:
        """All that it asks for."""
        return (self.recruits, self.volume, self.each, self.own)


class ActiveRecruits(Part):
    """steps: each asks for more of something than the one before; the last of which all is there is paid.

    volume_of: whose goods decide the step, those of recruits who are "active" or of "all"; pays_on: whose are paid on.
    measured_in: what decides, "points" or commissionable "value". threshold: whether the volume of a step is enough
    when it is just "reached", or must be "passed".
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["active_recruits"]
    steps: Annotated[tuple[RecruitsStep, ...], Field(min_length=1, max_length=40)]
    volume_of: Literal["active", "all"] = "active"
    pays_on: Literal["active", "all"] = "active"
    measured_in: Literal["points", "value"] = "points"
    threshold: Literal["reached", "passed"] = "passed"

    @model_validator(mode="after")
    def _steps_rise(self) -> "ActiveRecruits":
        for lower, higher in pairwise(self.steps):
            if all(more <= less for more, less in zip(higher.asks, lower.asks, strict=True)):
                raise PydanticCustomError("recruits_order", "steps do not rise", {"key": "steps", "found": higher.rate})
        return self
