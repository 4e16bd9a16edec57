"""Caps on what is paid in a month, to one member or to all, and to what it is rounded."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE, FewWords
from planner.inputs.cited.source import LEAST_AMOUNT, Name, Record
from planner.inputs.pay.limits.gates import PartNumbers
from planner.inputs.pay.part import each_rank_once

Most = Annotated[float, Field(ge=0, le=MOST_VALUE)]


class MostOfRank(Record):
    """The most for whoever is paid as this rank, and above it up to the next that is listed."""

    rank: Name
    most: Most


class MemberCap(Record):
    """most: money that one member is paid in a month; by_rank in its place from a rank on. None, and no rank listed as
    low: no cap. parts: those that count and are cut, in proportion; all where none is named.
    """

    name: FewWords | None = None
    most: Most | None = None
    by_rank: tuple[MostOfRank, ...] = Field((), max_length=40)
    parts: PartNumbers = ()

    @model_validator(mode="after")
    def _some_cap(self) -> "MemberCap":
        if self.most is None and not self.by_rank:
            raise PydanticCustomError("missing", "no cap", {"key": "most"})
        each_rank_once("by_rank", [row.rank for row in self.by_rank])
        return self


class PayoutCap(Record):
    """share: the most that all pay of a month may come to, of the commissionable money of the whole team, joining
    orders with it, times base_per_value. What is too much is cut from everybody in proportion.

    exempt: parts that are not cut; exempt_count: whether they use up the share all the same.
    """

    share: float = Field(ge=0, le=1)
    base_per_value: float = Field(1.0, ge=LEAST_AMOUNT, le=MOST_VALUE)
    exempt: PartNumbers = ()
    exempt_count: bool = True


class Rounding(Record):
    """to: the smallest money that is paid. per: each "line" of a receipt, or the "cheque". when: before caps or after
    them; rounded up after them, pay may pass a cap by that much. how: to the nearest, the half up, or always "down".
    """

    to: float = Field(0.01, ge=1e-4, le=1e6)
    per: Literal["line", "cheque"] = "cheque"
    when: Literal["before_caps", "after_caps"] = "after_caps"
    how: Literal["half_up", "down"] = "half_up"
