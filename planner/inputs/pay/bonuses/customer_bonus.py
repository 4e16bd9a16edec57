"""Pay for personal customers: by how many of them bought in a month, and how much."""

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT, Record
from planner.inputs.pay.part import Part


class CustomerStep(Record):
    """customers, volume: so many outside customers who bought in the month, and so many points of theirs: both.

    What it pays: an amount of money, or a rate of what they bought.
    """

    customers: int = Field(0, ge=0, le=1_000_000)
    volume: float = Field(0, ge=0, le=MOST_VALUE)
    amount: float | None = Field(None, ge=0, le=MOST_VALUE)
    rate: float | None = Field(None, ge=0, le=1)

    @model_validator(mode="after")
    def _one_way_of_paying(self) -> "CustomerStep":
        if self.amount is None and self.rate is None:
            raise PydanticCustomError("missing", "neither amount nor rate", {"key": "amount"})
        if self.amount is not None and self.rate is not None:
            raise PydanticCustomError("two_forms", "both amount and rate", {"key": "rate"})
        return self


class CustomerBonus(Part):
    """steps: rising; the highest that is met pays, alone. base_per_value: the money that rates are applied to for 1 of
    commissionable value of what customers bought. needs_active: whether who is not active is paid nothing.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["customer_bonus"]
    steps: Annotated[tuple[CustomerStep, ...], Field(min_length=1, max_length=40)]
    base_per_value: float = Field(1.0, ge=LEAST_AMOUNT, le=MOST_VALUE)
    needs_active: bool = True

    def wants_customers(self) -> bool:
        """A step counts them."""
        return any(step.customers > 0 for step in self.steps)

    @model_validator(mode="after")
    def _steps_rise(self) -> "CustomerBonus":
        for number, (lower, higher) in enumerate(pairwise(self.steps), start=2):
            asked = [(step.customers, step.volume) for step in (lower, higher)]
            if asked[0] == asked[1] or any(less > more for less, more in zip(*asked, strict=True)):
                raise PydanticCustomError("brackets_order", "steps do not rise", {"key": "steps", "found": number})
        return self
