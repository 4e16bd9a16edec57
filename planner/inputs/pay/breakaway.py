"""Breaking away: from a rank on, somebody's group is no longer part of the group of whoever recruited them."""

from typing import Literal

from planner.inputs.cited.source import Name, Record


class Breakaway(Record):
    """rank: from which on a group breaks away. ranks_by: whether ranks count the points of the group alone, those of
    groups that broke away not among them, or the total of everyone below.
    """

    rank: Name
    ranks_by: Literal["group", "total"] = "group"
