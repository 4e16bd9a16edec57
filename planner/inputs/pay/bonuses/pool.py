"""Pools: a share of all that is sold, divided among those of a rank."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT, Name, Record
from planner.inputs.pay.part import Part, each_rank_once


class Tier(Record):
    """rate: of all that is sold, for those of a rank. elsewhere: shares of those who are not in the team's file."""

    rank: Name
    rate: float = Field(ge=0, le=1)
    elsewhere: float | None = Field(None, ge=0, le=MOST_VALUE)


class Pool(Part):
    """each_in: whether somebody shares in the pool of their "highest" rank that has one alone, or in "all" up to it.
    divided: "equally", or by their "own_points" or "group_points" of the month, legs that broke away not in these;
    shares elsewhere are counted in the same.

    company_value: commissionable money of the whole company in a month, where a team is a part of it; then every tier
    states the shares elsewhere. None: of the team as far as its file goes. base_per_value: the money that rates are
    applied to for 1 of it. unclaimed: a pool in which nobody shares is "kept" by the company, or "passed_down" to the
    next lower rank of the list; below the lowest it is kept.
    """

    on_orders: ClassVar[bool] = False

    rule: Literal["pool"]
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1, max_length=40)]
    each_in: Literal["highest", "all"] = "highest"
    divided: Literal["equally", "own_points", "group_points"] = "equally"
    company_value: float | None = Field(None, ge=0, le=MOST_VALUE)
    base_per_value: float = Field(1.0, ge=LEAST_AMOUNT, le=MOST_VALUE)
    unclaimed: Literal["kept", "passed_down"] = "kept"

    def ranks_named(self) -> tuple[str, ...]:
        """Those with a pool too."""
        return (*super().ranks_named(), *(tier.rank for tier in self.tiers))

    @model_validator(mode="after")
    def _ranks_and_shares(self) -> "Pool":
        each_rank_once("tiers", [tier.rank for tier in self.tiers])
        for number, tier in enumerate(self.tiers):
            if self.company_value is not None and tier.elsewhere is None:
                raise PydanticCustomError("missing", "shares elsewhere", {"key": f"tiers[{number + 1}].elsewhere"})
        return self
