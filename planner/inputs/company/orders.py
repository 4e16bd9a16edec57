"""What an order of goods costs beside the goods: a fee, freight, and sales tax or VAT that is paid ahead."""

from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE, Cited, Figure, Known, in_unit
from planner.inputs.cited.source import Record

Share = Annotated[Figure, in_unit("share")]


class FreightStep(Record):
    """From so much that the goods of an order cost, its freight is this amount."""

    from_cost: float = Field(ge=0, le=MOST_VALUE)
    amount: float = Field(ge=0, le=MOST_VALUE)


class FreightTable(Cited):
    """Freight by what the goods of an order cost you, both in the company's currency."""

    steps: tuple[FreightStep, ...] = Field(min_length=1, max_length=30)

    @model_validator(mode="after")
    def _ascending(self) -> "FreightTable":
        costs = [step.from_cost for step in self.steps]
        if costs[0] != 0 or any(low >= high for low, high in pairwise(costs)):
            found = ", ".join(f"{cost:.15g}" for cost in costs)
            raise PydanticCustomError("freight_order", "steps overlap", {"key": "steps", "found": found})
        return self


class Orders(Record):
    """What comes on top of the goods of each order that a distributor places; None where nothing is known.

    fee: for each order. freight_share: of what the goods cost; freight_table: by what they cost; not both. They stand
    in the place of the freight that a plan states. tax_on_paid, tax_on_shop_price: sales tax or VAT that is charged
    with the order, of what the goods cost or of their shop price.
    """

    fee: Annotated[Known, in_unit("money")] | None = None
    freight_share: Share | None = None
    freight_table: FreightTable | None = None
    tax_on_paid: Share | None = None
    tax_on_shop_price: Share | None = None

    @model_validator(mode="after")
    def _one_of_each(self) -> "Orders":
        for one, other in (("freight_share", "freight_table"), ("tax_on_paid", "tax_on_shop_price")):
            if getattr(self, one) is not None and getattr(self, other) is not None:
                raise PydanticCustomError("stated_twice", "stated twice", {"key": other, "wanted": one})
        return self
