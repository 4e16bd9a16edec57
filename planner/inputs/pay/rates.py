"""Rates of the steps of a part, levels or generations: for everybody, or by rank."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Name, Record
from planner.inputs.pay.part import Part, each_rank_once

MOST_LEVELS = 30
Compression = Literal["none", "standard", "dynamic"]  # what each means: unilevel.Unilevel
Rates = Annotated[tuple[Annotated[float, Field(ge=0, le=1)], ...], Field(min_length=1, max_length=MOST_LEVELS)]


class RatesOfRank(Record):
    """The rates of whoever is paid as this rank, level 1 first."""

    rank: Name
    rates: Rates


class Rated(Part):
    """rates: of each level, level 1 first. by_rank: in their place for a rank and those above it without a row."""

    rates: Rates | None = None
    by_rank: tuple[RatesOfRank, ...] = Field((), max_length=40)

    def ranks_named(self) -> tuple[str, ...]:
        """Those with rates of their own too."""
        return (*super().ranks_named(), *(row.rank for row in self.by_rank))

    @model_validator(mode="after")
    def _some_rates(self) -> "Rated":
        if self.rates is None and not self.by_rank:
            raise PydanticCustomError("missing", "no rates", {"key": "rates"})
        each_rank_once("by_rank", [row.rank for row in self.by_rank])
        return self
