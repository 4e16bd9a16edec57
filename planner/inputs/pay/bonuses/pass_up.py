"""Passing up: some recruits of everybody count as those of somebody above, who is paid on what they order."""

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT
from planner.inputs.pay.bonuses.fast_start import Amounts
from planner.inputs.pay.part import Part
from planner.inputs.pay.rates import Rates

Places = Annotated[tuple[Annotated[int, Field(ge=1, le=10_000)], ...], Field(min_length=1, max_length=100)]


class PassUp(Part):
    """passed: which recruits of each are passed up, by their place in the order of joining, and of the file within a
    month: (1, 2) are the first two. to: the "sponsors_sponsor", or the "receiver" of the sponsor:
    whose recruit the sponsor counts as, who may have been passed up too.

    rates: of the money that is ordered, for each level, level 1 being whose recruit somebody counts as; or amounts in
    their place for each recruit who orders. moves: what climbs past a recruit who was passed up goes on with
    their sponsor, since the "recruit" alone was passed up, or with the receiver, to whom they came "with_downline"; it
    matters from level 2 on. orders: those at "joining", or "all" that count as volume in the month. base_per_value: the
    money that rates are applied to for 1 of commissionable value. unqualified: what falls to somebody who is not active
    or has not the rank is "lost", or "passed_on" to the next above who is paid, as the same level.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["pass_up"]
    passed: Places
    to: Literal["sponsors_sponsor", "receiver"] = "sponsors_sponsor"
    rates: Rates | None = None
    amounts: Amounts | None = None
    moves: Literal["recruit", "with_downline"] = "recruit"
    orders: Literal["joining", "all"] = "joining"
    base_per_value: float = Field(1.0, ge=LEAST_AMOUNT, le=MOST_VALUE)
    unqualified: Literal["lost", "passed_on"] = "lost"

    @model_validator(mode="after")
    def _one_way_of_paying(self) -> "PassUp":
        if self.rates is None and self.amounts is None:
            raise PydanticCustomError("missing", "neither rates nor amounts", {"key": "rates"})
        if self.rates is not None and self.amounts is not None:
            raise PydanticCustomError("two_forms", "both rates and amounts", {"key": "amounts"})
        for lower, higher in pairwise(self.passed):
            if higher <= lower:
                raise PydanticCustomError("places_order", "places do not rise", {"key": "passed", "found": higher})
        return self
