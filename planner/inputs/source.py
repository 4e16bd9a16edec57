"""Where a figure comes from: the source that a file's figures name, and the basis of a plan's default."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """What every input shares: frozen, no unknown keys, no NaN or infinity."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Source(Record):
    """Who says it, and where it was read. Only what was invented for a fictional company has no address."""

    title: str = Field(min_length=1)
    address: str | None = Field(None, pattern=r"^https?://[^\s?#]+[^\s]*$")


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a default of the plan is what it is.

    kind "published": somebody measured it, and its source says who and where. kind "assumed": a judgement, and reason
    says why. reason is a marked English text, sources are addresses.
    """

    kind: Literal["published", "assumed"]
    reason: str
    sources: tuple[str, ...] = ()
