"""Generations: a share of what is bought down to the next leaders, of what is bought from there to the next, and on."""

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import Name
from planner.inputs.pay.rates import Rated


class ByGeneration(Rated):
    """What is said of generations, whoever the leaders are at which they end.

    rates: of each generation, the first one first; deeper: whether generations beyond the rates are paid nothing, or
    the last of them however deep.
    starts: whether the first is the group of the nearest leaders below ("first_leader") or one's own, down to them
    ("own_group"); own_goods: whether one's own goods are in the latter.
    leader_volume: whether what a leader buys is in the group that they lead ("in_own"), in that which ends at them
    ("in_above"), or in none ("left_out").
    unqualified: of somebody who had what makes a leader once, and is not active or does not have it in the month.
    "ends": nobody above is paid on what those below them bought. "counts": a generation ends at them all the same.
    "skipped": none does, and those below them move up.
    """

    deeper: Literal["nothing", "last_rate"] = "nothing"
    starts: Literal["first_leader", "own_group"] = "first_leader"
    own_goods: bool = False
    leader_volume: Literal["in_own", "in_above", "left_out"] = "in_own"
    unqualified: Literal["ends", "counts", "skipped"] = "ends"


class Generations(ByGeneration):
    """ends_at: who ends a generation. "rank": whoever is paid as ends_rank or a higher one. "own_rank": as one's own
    rank or a higher one, so that without a rank nothing is paid. "volume": whoever is active with ends_volume points of
    their group, as ranks count it.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["generations"]
    ends_at: Literal["rank", "own_rank", "volume"] = "rank"
    ends_rank: Name | None = None
    ends_volume: float = Field(0, ge=0, le=MOST_VALUE)

    def ranks_named(self) -> tuple[str, ...]:
        """The one that ends a generation too."""
        return (*super().ranks_named(), *((self.ends_rank,) if self.ends_rank else ()))

    @model_validator(mode="after")
    def _some_end(self) -> "Generations":
        if self.ends_at == "rank" and self.ends_rank is None:
            raise PydanticCustomError("missing", "no rank", {"key": "ends_rank"})
        if self.ends_at == "volume" and not self.ends_volume:
            raise PydanticCustomError("missing", "no volume", {"key": "ends_volume"})
        return self
