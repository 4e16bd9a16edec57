"""Leadership: a share of the groups that broke away, by generation, with what a leader guarantees the one above."""

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.pay.generations import ByGeneration


class Leadership(ByGeneration):
    """Generations that end at everybody whose group broke away; paid from that rank on where from_rank says no other.

    guarantee: "none"; "at_least", each of the groups that broke away is paid on as if it were floor, where it is
    smaller, the rest at the company's cost; "passed_up", whoever leads one passes up what is paid on floor: what their
    group lacks of it is taken from what they are paid themselves, as far as it goes, and paid to the next above. It is
    taken whether or not the file says who stands above. floor: commissionable money.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["leadership"]
    guarantee: Literal["none", "at_least", "passed_up"] = "none"
    floor: float = Field(0, ge=0, le=MOST_VALUE)

    @model_validator(mode="after")
    def _guaranteed(self) -> "Leadership":
        if self.guarantee != "none" and not self.floor:
            raise PydanticCustomError("missing", "no floor", {"key": "floor"})
        alone = self.rates is not None and len(self.rates) == 1 and not self.by_rank and self.from_rank is None
        simple = alone and self.starts == "first_leader" and self.deeper == "nothing"
        if self.guarantee == "passed_up" and not simple:
            raise PydanticCustomError("passed_up", "more than one generation", {"key": "guarantee"})
        return self
