"""Two legs: what the left and the right side of a member have in common is paid, by a rate or by the cycle."""

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT, Name, Record
from planner.inputs.pay.part import Part, each_rank_once

Rate = Annotated[float, Field(ge=0, le=1)]
Above = Annotated[float, Field(ge=LEAST_AMOUNT, le=MOST_VALUE)]

RATIOS = {"1:1": (1.0, 1.0), "2:1": (2.0, 1.0), "1:2": (1.0, 2.0)}  # of the strong side and of the weak one


class Cycle(Record):
    """strong, weak: points that a cycle takes on each side. pays: money for each cycle."""

    strong: Above
    weak: Above
    pays: float = Field(ge=0, le=MOST_VALUE)


class Block(Record):
    """The rate of what is matched in a month above so many points, up to where the next block begins."""

    above: float = Field(ge=0, le=MOST_VALUE)
    rate: Rate


class BinaryOfRank(Record):
    """What holds from a rank on in place of the same field of the part; what is left out is as below that rank."""

    rank: Name
    rate: Rate | None = None
    pays: float | None = Field(None, ge=0, le=MOST_VALUE)
    cap_money: Above | None = None
    cap_volume: Above | None = None


class Binary(Part):
    """Exactly one of rate, blocks and cycle says what is paid. Months, and points unless said.

    counts: the points of everyone below on a side, each worth value_of_point; or the commissionable "money" of them.
    pays_on_inactive: whether what somebody buys who is not active counts. own_volume: where one's own counts: nowhere,
    or on the side that has less.
    strong_side: the one that has more, always the left, always the right, or "either": whichever way matches most,
    which for cycles is decided cycle by cycle. ties: which side is the weak one where both have the same.
    strong_to_weak: of a rate or blocks, how much of the strong side is matched with how much of the weak one. rate_on:
    the matched volume of the weak side, or the total of both.
    recruits_each_side: so many active personal recruits on each side are asked for before anything is paid.
    cap_volume: at most so much of what the rate is on, for cycles of the weak side's points, is paid in a month;
    cap_money: at most so much money; of cycles in "whole_cycles", or "exact" to the cent. capped: what matched beyond a
    cap stays on its sides ("kept"), is used up all the same ("consumed"), or takes all that is left on both sides with
    it ("flushed").
    unmatched: whether what no cycle or other side takes is kept for the next month; remainder: of a cycle's points on
    a side, what is less than one cycle takes there. keep_at_most: on each side, whatever it is kept for.
    inactive: who is not active keeps what was kept before ("keeps"), loses it ("loses"), or goes on collecting
    ("accrues"); unqualified: the same of who is active and lacks the rank or the recruits.
    """

    on_orders: ClassVar[bool] = False

    rule: Literal["binary"]
    rate: Rate | None = None
    blocks: tuple[Block, ...] = Field((), max_length=30)
    cycle: Cycle | None = None
    by_rank: tuple[BinaryOfRank, ...] = Field((), max_length=40)
    counts: Literal["points", "money"] = "points"
    pays_on_inactive: bool = False
    own_volume: Literal["nowhere", "weak"] = "nowhere"
    strong_side: Literal["larger", "left", "right", "either"] = "larger"
    ties: Literal["left_weak", "right_weak"] = "left_weak"
    strong_to_weak: Literal["1:1", "2:1", "1:2"] = "1:1"
    rate_on: Literal["weak", "total"] = "weak"
    recruits_each_side: int = Field(0, ge=0, le=1000)
    cap_volume: Above | None = None
    cap_money: Above | None = None
    cap_money_in: Literal["whole_cycles", "exact"] = "whole_cycles"
    capped: Literal["kept", "consumed", "flushed"] = "flushed"
    unmatched: Literal["kept", "flushed"] = "flushed"
    remainder: Literal["kept", "flushed"] = "flushed"
    keep_at_most: float | None = Field(None, ge=0, le=MOST_VALUE)
    inactive: Literal["keeps", "loses", "accrues"] = "loses"
    unqualified: Literal["keeps", "loses", "accrues"] = "loses"

    @property
    def points(self) -> tuple[float, float]:
        """What is matched at a time on the strong side and on the weak one."""
        return RATIOS[self.strong_to_weak] if self.cycle is None else (self.cycle.strong, self.cycle.weak)

    def ranks_named(self) -> tuple[str, ...]:
        """Those with a row of their own too."""
        return (*super().ranks_named(), *(row.rank for row in self.by_rank))

    @model_validator(mode="after")
    def _one_way_of_paying(self) -> "Binary":
        ways = [name for name in ("rate", "blocks", "cycle") if getattr(self, name) not in (None, ())]
        if not ways:
            raise PydanticCustomError("missing", "no rate", {"key": "rate"})
        if len(ways) > 1:
            raise PydanticCustomError("stated_twice", "two ways", {"key": ways[1], "wanted": ways[0]})
        each_rank_once("by_rank", [row.rank for row in self.by_rank])
        for row in self.by_rank:
            for name, way in (("rate", "rate"), ("pays", "cycle")):
                if getattr(row, name) is not None and way != ways[0]:
                    raise PydanticCustomError("stated_twice", "two ways", {"key": "by_rank", "wanted": ways[0]})
        if self.cycle is not None and self.strong_to_weak != "1:1":
            raise PydanticCustomError("stated_twice", "two ratios", {"key": "strong_to_weak", "wanted": "cycle"})
        return self

    @model_validator(mode="after")
    def _blocks_rise(self) -> "Binary":
        starts = [block.above for block in self.blocks]
        if starts and (starts[0] != 0 or any(then <= first for first, then in pairwise(starts))):
            raise PydanticCustomError("steps_order", "blocks", {"key": "blocks"})
        return self
