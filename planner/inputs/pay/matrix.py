"""Forced matrix: so many places below everybody, and pay on what stands on them, so many levels down."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.pay.rates import MOST_LEVELS, Compression, Rated

MOST_WIDTH = 100
Amounts = Annotated[
    tuple[Annotated[float, Field(ge=0, le=MOST_VALUE)], ...], Field(min_length=1, max_length=MOST_LEVELS)
]


class Matrix(Rated):
    """width: places below everybody. depth: levels of places that are paid, level 1 next below.

    Exactly one of rates, with by_rank or without, of what is bought on each level, and amounts: money for each position
    filled on each level, the last one for all levels below it too. paid: for a position once, in the month of joining
    ("when_filled"), or in "each_month".
    compression, pays_on_inactive: as in Unilevel; places count as levels with "none".
    spillover: how places fill where the team's file states no placement: in the order of joining, each on the first
    open place below their own "sponsor", or below whoever stands at the "top", level by level from the left.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["matrix"]
    width: int = Field(ge=1, le=MOST_WIDTH)
    depth: int = Field(ge=1, le=MOST_LEVELS)
    amounts: Amounts | None = None
    paid: Literal["when_filled", "each_month"] = "when_filled"
    compression: Compression = "none"
    pays_on_inactive: bool = False
    spillover: Literal["sponsor", "top"] = "sponsor"

    def rests_on_orders(self) -> bool:
        """A place that is paid by itself is no share of anybody's orders."""
        return self.amounts is None

    @model_validator(mode="after")
    def _some_rates(self) -> "Matrix":
        by_rate = self.rates is not None or bool(self.by_rank)
        if not by_rate and self.amounts is None:
            raise PydanticCustomError("missing", "no rates", {"key": "rates"})
        if by_rate and self.amounts is not None:
            wanted = "rates" if self.rates is not None else "by_rank"
            raise PydanticCustomError("stated_twice", "two ways", {"key": "amounts", "wanted": wanted})
        return self

    @model_validator(mode="after")
    def _no_deeper_than_the_matrix(self) -> "Matrix":
        stated = (("rates", self.rates), ("amounts", self.amounts), *(("by_rank", row.rates) for row in self.by_rank))
        for key, levels in stated:
            if levels is not None and len(levels) > self.depth:
                raise PydanticCustomError("deeper_than_paid", "too deep", {"key": key, "known": self.depth})
        return self
