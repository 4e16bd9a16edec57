"""Matching: a share of what recruits earn of other parts of the plan."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT, Name
from planner.inputs.pay.generations import ByGeneration
from planner.inputs.pay.rates import Compression

OF_GENERATIONS = ("deeper", "starts", "leader_volume", "unqualified")


class Matching(ByGeneration):
    """of: the parts that are matched, by their place in the plan, 1 for the first; all stand before this one.

    rates, by_rank: of what each level of recruits earns, personal recruits first; with ends_rank of each generation,
    which ends at whoever is paid as that rank or a higher one, as in Generations, what somebody earns standing in the
    place of what they buy. compression: of levels, as in Unilevel. What somebody earns below 0 counts as nothing.
    amounts: matched as they are ("exact"), or each part's amount in whole "cents", the half up. capped: what is left of
    a part "after" its own cap, and after the plan's caps on parts that all stand before this one; or what it would have
    been "before". Other caps of the plan come once every part is told, and a gate that is closed to a recruit always
    counts. on_itself: whether what recruits earn of this very part is matched too. cap_money: at most so much of this
    part in a month.
    """

    on_orders: ClassVar[bool] = False

    rule: Literal["matching"]
    of: Annotated[tuple[Annotated[int, Field(ge=1, le=30)], ...], Field(min_length=1, max_length=30)]
    ends_rank: Name | None = None
    compression: Compression = "none"
    amounts: Literal["exact", "cents"] = "exact"
    capped: Literal["after", "before"] = "after"
    on_itself: bool = False
    cap_money: float | None = Field(None, ge=LEAST_AMOUNT, le=MOST_VALUE)

    def ranks_named(self) -> tuple[str, ...]:
        """The one that ends a generation too."""
        return (*super().ranks_named(), *((self.ends_rank,) if self.ends_rank else ()))

    def parts_named(self) -> tuple[int, ...]:
        """Those that are matched."""
        return self.of

    @model_validator(mode="after")
    def _levels_or_generations(self) -> "Matching":
        fields = Matching.model_fields
        said = [name for name in OF_GENERATIONS if getattr(self, name) != fields[name].default]
        if said and self.ends_rank is None:
            raise PydanticCustomError("missing", "no rank", {"key": "ends_rank"})
        if self.ends_rank is not None and self.compression != "none":
            raise PydanticCustomError("stated_twice", "two ways", {"key": "compression", "wanted": "ends_rank"})
        if self.own_goods:
            raise PydanticCustomError("own_earnings", "one's own", {"key": "own_goods"})
        if len(set(self.of)) < len(self.of):
            raise PydanticCustomError("part_before", "twice", {"key": "of"})
        return self
