"""Pay on what somebody sells or buys themselves, by how much it is: in a month, or in an order."""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT, Record
from planner.inputs.pay.part import Part

Volume = Literal["customers", "all"]


class Bracket(Record):
    """From this much volume on, this rate."""

    from_volume: float = Field(ge=0, le=MOST_VALUE)
    rate: float = Field(ge=0, le=1)


class OwnSales(Part):
    """brackets: rising; below the first nothing is paid. volume: what is paid on: what outside "customers" bought, or
    "all", own use with it. reached_by: what decides the bracket, in the same two words; measured_in "points",
    the commissionable "value", or "base": the money that is paid on.

    by: whether the volume of a "month" or of each single "order" decides; by order a team's file states its orders.
    pays: "whole": the rate that is reached, on everything; "marginal": each bracket's rate on what falls in it.
    threshold: whether a bracket is entered when its volume is just "reached", or must be "passed".
    base_per_value: the money that is paid on for 1 of commissionable value: 1.25 where shop price is paid on and goods
    count for 80 % of it. needs_active: whether somebody who is not active is paid nothing.
    """

    rule: Literal["own_sales"]
    brackets: Annotated[tuple[Bracket, ...], Field(min_length=1, max_length=40)]
    volume: Volume = "customers"
    reached_by: Volume = "customers"
    measured_in: Literal["points", "value", "base"] = "points"
    by: Literal["month", "order"] = "month"
    pays: Literal["whole", "marginal"] = "marginal"
    threshold: Literal["reached", "passed"] = "passed"
    base_per_value: float = Field(1.0, ge=LEAST_AMOUNT, le=MOST_VALUE)
    needs_active: bool = True

    def wants_orders(self) -> bool:
        """Each order by itself decides."""
        return self.by == "order"

    @model_validator(mode="after")
    def _brackets_rise(self) -> "OwnSales":
        for lower, higher in pairwise(self.brackets):
            if higher.from_volume <= lower.from_volume:
                found = {"key": "brackets", "found": higher.from_volume}
                raise PydanticCustomError("brackets_order", "brackets do not rise", found)
        return self
