"""Ranks of a pay plan: what each asks for in a month, of oneself, of everyone below and of the legs."""

from typing import Literal

from pydantic import Field

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import Name, Record

MOST_RANKS = 40
MOST_PEOPLE = 10_000


class RankedLegs(Record):
    """So many legs in which somebody is paid as this rank, a lower one of the same plan, or a higher one."""

    rank: Name
    legs: int = Field(ge=1, le=MOST_PEOPLE)


class RankRule(Record):
    """What a rank asks for; all of it together. Points unless said; 0 asks for nothing.

    personal_volume: one's own of the month; lifetime_volume: one's own since joining, as far as the team's file goes.
    group_volume: one's own and that of everyone below; where legs break away, theirs is not in it, unless ranks go by
    the total. outside_largest_leg: of it, what is not in the largest leg. leg_count legs of leg_volume each, with all
    that is below their heads, whether it broke away or not.
    active_legs: with somebody active in them. frontline: active personal recruits. ranked_legs: a leg counts for each
    of them that it meets. months_in_row: so many months one after the other, this one the last; in_row_for
    "first_time": whoever had the rank before needs this month alone. rate: of a stairstep, a fraction.
    kept: "for_life": whoever had the rank once is paid as it in every month in which they are active, whatever else it
    asks for; "as_filed": so is whoever comes into a team's file with it, and nobody reaches it in a month, since what
    it asks for is not known. after: a lower rank that must be held too, reached in the month or kept.
    """

    name: Name
    personal_volume: float = Field(0, ge=0, le=MOST_VALUE)
    lifetime_volume: float = Field(0, ge=0, le=MOST_VALUE)
    group_volume: float = Field(0, ge=0, le=MOST_VALUE)
    outside_largest_leg: float = Field(0, ge=0, le=MOST_VALUE)
    leg_count: int = Field(0, ge=0, le=MOST_PEOPLE)
    leg_volume: float = Field(0, ge=0, le=MOST_VALUE)
    active_legs: int = Field(0, ge=0, le=MOST_PEOPLE)
    frontline: int = Field(0, ge=0, le=MOST_PEOPLE)
    ranked_legs: tuple[RankedLegs, ...] = Field((), max_length=10)
    months_in_row: int = Field(1, ge=1, le=60)
    in_row_for: Literal["first_time", "always"] = "always"
    rate: float | None = Field(None, ge=0, le=1)
    kept: Literal["no", "for_life", "as_filed"] = "no"
    after: Name | None = None

    def asks_no_more_than(self, other: "RankRule") -> bool:
        """Whether whoever meets the other meets this one too, so that the other could never be told from it."""
        if self.kept == "as_filed":
            return False
        numbers = (
            "personal_volume",
            "lifetime_volume",
            "group_volume",
            "outside_largest_leg",
            "active_legs",
            "frontline",
            "months_in_row",
        )
        legs = self.leg_count == 0 or (other.leg_count >= self.leg_count and other.leg_volume >= self.leg_volume)
        return (
            all(getattr(self, name) <= getattr(other, name) for name in numbers)
            and legs
            and set(self.ranked_legs) <= set(other.ranked_legs)
            and self.after in (None, other.after)
        )
