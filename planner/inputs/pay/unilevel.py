"""Unilevel: a share of what each level buys, level 1 being the personal recruits."""

from typing import Literal

from planner.inputs.pay.rates import Rated


class Unilevel(Rated):
    """compression: "none": whoever joined is a level, active or not. "standard": who is not active is no level to those
    below. "dynamic": a level is paid to the next above who is active and paid on it, and counted there.
    pays_on_inactive: whether what somebody buys who is not active is paid on.
    """

    rule: Literal["unilevel"]
    compression: Literal["none", "standard", "dynamic"] = "none"
    pays_on_inactive: bool = True
