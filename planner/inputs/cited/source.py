"""Where a figure comes from: the source that a file's figures name, and the basis of a plan's default."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from planner.language import mark

LEAST_AMOUNT = 1e-6  # what is nearer to zero is nothing: no customer, no cent, no share that anyone could mean


class Record(BaseModel):
    """What every input shares: frozen, no unknown keys, no NaN or infinity, and no number between 0 and a millionth.

    Such a number is taken as 0 and not refused, since halving and dividing make some, as a scenario or a search does.
    Where 0 has no meaning either, the field's own bound is a millionth.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @field_validator("*")
    @classmethod
    def _no_tiny_numbers(cls, value: Any) -> Any:
        return without_tiny(value)


def without_tiny(value: Any) -> Any:
    """The value with 0 in place of every number nearer to zero than LEAST_AMOUNT, in lists and groups too."""
    if isinstance(value, float):
        return value if abs(value) >= LEAST_AMOUNT else 0.0
    if isinstance(value, tuple):
        return tuple(map(without_tiny, value))
    if isinstance(value, dict):
        return {key: without_tiny(each) for key, each in value.items()}
    return value


def _readable(value: str) -> str:
    if not value.strip() or not value.isprintable():
        raise PydanticCustomError("unreadable", "blank, or with control characters")
    return value


# Control characters but tabs and ends of lines, and those that turn the direction of reading around.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _seen(value: object) -> object:
    return UNSEEN.sub("", value) if isinstance(value, str) else value


WITHOUT_UNSEEN = BeforeValidator(_seen)
Text = Annotated[str, WITHOUT_UNSEEN]  # what a person typed, without what nobody sees or means
Name = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_readable)]


# The title of the source of what a fictional company states; every other one is as it was published, in no other words.
INVENTED = mark("Invented for illustration by this project")


class Source(Record):
    """Who says it, and where it was read. Only what was invented for a fictional company has no address."""

    title: str = Field(min_length=1, max_length=500)
    address: str | None = Field(None, max_length=2000, pattern=r"^https?://[^\s?#]+[^\s]*$")


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a default of the plan is what it is.

    kind "published": somebody measured it, and its source says who and where. kind "assumed": a judgement, and reason
    says why. reason is a marked English text, sources are addresses.
    """

    kind: Literal["published", "assumed"]
    reason: str
    sources: tuple[str, ...] = ()
