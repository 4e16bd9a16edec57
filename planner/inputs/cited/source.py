"""Where a figure comes from: the source that a file's figures name, and the basis of a plan's default."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """What every input shares: frozen, no unknown keys, no NaN or infinity."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _readable(value: str) -> str:
    if not value.strip() or not value.isprintable():
        raise PydanticCustomError("unreadable", "blank, or with control characters")
    return value


Name = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_readable)]


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
