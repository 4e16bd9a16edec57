"""Pay on a unit: a share of what everyone in it bought, the rate by how much that is."""

from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Name
from planner.inputs.pay.brackets import Bracketed


class Unit(Bracketed):
    """unit: "until_leader", everyone below down to the next who is paid as leader_rank or a higher rank; "everyone"
    below. Each unit of money is paid on in the units of all above who have one that it is in.

    next_leaders_goods: whether what the next leaders buy themselves is in the unit that ends at them. unqualified:
    of somebody who had the leader's rank once and has not in the month, whether the unit ends at them all the same
    ("counts") or goes on below them ("skipped"). own_goods: whether what one buys oneself is in one's unit:
    "nowhere"; in its "volume", but not paid on; "paid" on too. measured_in: what decides the bracket, "points" or
    commissionable "value". pays_on_inactive: whether what somebody below buys who is not active is in the unit.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["unit"]
    unit: Literal["until_leader", "everyone"] = "until_leader"
    leader_rank: Name | None = None
    next_leaders_goods: bool = False
    unqualified: Literal["counts", "skipped"] = "counts"
    own_goods: Literal["nowhere", "volume", "paid"] = "nowhere"
    measured_in: Literal["points", "value"] = "points"
    pays_on_inactive: bool = False

    def ranks_named(self) -> tuple[str, ...]:
        """The leader's too."""
        return (*super().ranks_named(), *((self.leader_rank,) if self.leader_rank else ()))

    @model_validator(mode="after")
    def _somewhere_it_ends(self) -> "Unit":
        if self.unit == "until_leader" and self.leader_rank is None:
            raise PydanticCustomError("missing", "no rank", {"key": "leader_rank"})
        return self
