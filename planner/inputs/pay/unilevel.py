"""Unilevel: a share of what each level buys, level 1 being the personal recruits."""

from typing import ClassVar, Literal

from planner.inputs.pay.rates import Compression, Rated


class Unilevel(Rated):
    """compression: "none": whoever joined is a level, active or not. "standard": who is not active is no level to those
    below. "dynamic": a level is paid to the next above who is active and paid on it, and counted there.
    pays_on_inactive: whether what somebody buys who is not active is paid on; not, where a file says nothing.
    own_goods: one's own are "not_paid"; paid at the rate of level 1 beside what recruits buy ("as_level_1"), as an
    override on one's whole first line is; or they "are_level_1", so that recruits are level 2. own_goods_of: all of
    them, or what outside "customers" bought.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["unilevel"]
    compression: Compression = "none"
    pays_on_inactive: bool = False
    own_goods: Literal["not_paid", "as_level_1", "are_level_1"] = "not_paid"
    own_goods_of: Literal["customers", "all"] = "customers"
