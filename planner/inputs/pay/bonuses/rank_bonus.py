"""Amounts for a rank: every month in which it is held, as money for a car, or once when it is first reached."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT, Name, Record
from planner.inputs.pay.part import Part, each_rank_once


class AmountOfRank(Record):
    """The money for a rank; of a rank that is not listed there is none."""

    rank: Name
    amount: float = Field(ge=LEAST_AMOUNT, le=MOST_VALUE)


class RankBonus(Part):
    """paid: "while_held": every month in which somebody is paid as the rank or a higher one; "once": when it is first
    reached, a rank with which somebody came into the file being reached already.

    of_ranks: of several listed ranks at a time, for the "highest" alone or for "each": of those that are held, or of
    those that one and the same month reached. over_months: once, in so many equal parts, a month each from that month
    on. needs: what a month's part asks for, which is lost otherwise: being paid as the "rank" again, being "active", or
    "nothing".
    """

    on_orders: ClassVar[bool] = False

    rule: Literal["rank_bonus"]
    amounts: Annotated[tuple[AmountOfRank, ...], Field(min_length=1, max_length=40)]
    paid: Literal["while_held", "once"] = "once"
    of_ranks: Literal["highest", "each"] = "highest"
    over_months: int = Field(1, ge=1, le=60)
    needs: Literal["rank", "active", "nothing"] = "rank"

    def ranks_named(self) -> tuple[str, ...]:
        """Those with an amount too."""
        return (*super().ranks_named(), *(row.rank for row in self.amounts))

    @model_validator(mode="after")
    def _what_goes_together(self) -> "RankBonus":
        each_rank_once("amounts", [row.rank for row in self.amounts])
        if self.paid == "while_held":
            for key, usual in (("over_months", 1), ("needs", "rank")):
                if getattr(self, key) != usual:
                    raise PydanticCustomError("two_forms", "of what is paid once", {"key": key})
        return self
