"""What a company's goods cost the distributor: a share of the shop price, by the points bought."""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE, Asked, Cited, in_unit
from planner.inputs.cited.source import Record
from planner.inputs.company.pay_rules import Choice, listed
from planner.inputs.plan.plan import LEAST_PAID


class PriceStep(Record):
    """From so many points bought since joining, you pay this share of the shop price."""

    lifetime_points: float = Field(ge=0, le=MOST_VALUE)
    wholesale_share: float = Field(ge=LEAST_PAID, le=1)


ReachedStep = Literal["next_month", "whole_order", "beyond"]


class StepReached(Choice):
    """Of a step that a month's goods reach: whether it holds from the next month on, for all goods of that month, or
    for those of them beyond it.
    """

    value: ReachedStep


class Prices(Cited):
    """What the distributor pays the company for goods, as a share of the shop price."""

    reached_step: StepReached | None = None
    steps: tuple[PriceStep, ...] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _ascending(self) -> "Prices":
        points = [step.lifetime_points for step in self.steps]
        if points[0] != 0 or any(low >= high for low, high in pairwise(points)):
            raise PydanticCustomError("steps_order", "steps overlap", {"key": "steps", "found": listed(points)})
        paid = [step.wholesale_share for step in self.steps]
        whole = self.reached_step is not None and self.reached_step.value == "whole_order"
        if whole and any(low < high for low, high in pairwise(paid)):
            raise PydanticCustomError("steps_rise", "a price rises", {"key": "steps", "found": listed(paid)})
        return self


def _price_form(value: object) -> str:
    """Steps that somebody published, or one share that is asked of the person."""
    return (
        "form:asked" if isinstance(value, Asked) or (isinstance(value, dict) and "assumed" in value) else "form:steps"
    )


def _of_the_shop_price(figure: Asked) -> Asked:
    if not LEAST_PAID <= figure.assumed <= 1:
        kind, bound = (
            ("less_than_equal", {"le": 1.0}) if figure.assumed > 1 else ("greater_than_equal", {"ge": LEAST_PAID})
        )
        raise PydanticCustomError(kind, "no share that is paid", {"key": "assumed", **bound})
    return figure


AnyPrices = Annotated[
    Annotated[Prices, Tag("form:steps")]
    | Annotated[Asked, in_unit("share"), AfterValidator(_of_the_shop_price), Tag("form:asked")],
    Discriminator(_price_form),
]
