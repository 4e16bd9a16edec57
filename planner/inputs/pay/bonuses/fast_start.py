"""Fast start: pay on what recruits order when they join, or in their first months."""

import itertools
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT, Record
from planner.inputs.pay.part import Part
from planner.inputs.pay.rates import MOST_LEVELS, Rates

Amounts = Annotated[
    tuple[Annotated[float, Field(ge=0, le=MOST_VALUE)], ...], Field(min_length=1, max_length=MOST_LEVELS)
]


class Package(Record):
    """amounts: money for each level, level 1 first, when a recruit orders so many points or more."""

    from_points: float = Field(ge=0, le=MOST_VALUE)
    amounts: Amounts


class FastStart(Part):
    """rates: of the money that is ordered, for each level, level 1 the sponsor; or packages in their place, of which
    the highest whose points are reached holds; who orders nothing brings nothing.

    orders: "joining": those at joining; "all": everything that a recruit buys. months: in so many months, that of
    joining the first; each is paid by itself. base_per_value: the money that rates are applied to for 1 of
    commissionable value. compression: as of a unilevel. counts_as_volume: whether these orders also count for
    activity, ranks and every other part; otherwise this part alone is paid on them.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["fast_start"]
    rates: Rates | None = None
    packages: tuple[Package, ...] = Field((), max_length=40)
    orders: Literal["joining", "all"] = "joining"
    months: int = Field(1, ge=1, le=60)
    base_per_value: float = Field(1.0, ge=LEAST_AMOUNT, le=MOST_VALUE)
    compression: Literal["none", "standard", "dynamic"] = "none"
    counts_as_volume: bool = False

    @model_validator(mode="after")
    def _rates_or_packages(self) -> "FastStart":
        if self.rates is None and not self.packages:
            raise PydanticCustomError("missing", "neither rates nor packages", {"key": "rates"})
        if self.rates is not None and self.packages:
            raise PydanticCustomError("two_forms", "both rates and packages", {"key": "packages"})
        points = [package.from_points for package in self.packages]
        if any(higher <= lower for lower, higher in itertools.pairwise(points)):
            raise PydanticCustomError("brackets_order", "packages do not rise", {"key": "packages"})
        return self
