"""The team with which a plan begins: who stands under whom today, and what each buys; nobody's name."""

from collections.abc import Sequence

from pydantic import Field

from planner.inputs.cited.source import Record
from planner.inputs.plan.entry import Money

MOST_TODAY = 4_000
MOST_MONTHS = 600


class MemberToday(Record):
    """Somebody below, and so many alike beside each other.

    under: the number of an earlier row, from 1, or 0 for the distributor. buys: in a month, at shop price, on average
    from now on. months: full months since they joined. alike: how many such people stand there; nobody can stand under
    more than one.
    """

    under: int = Field(0, ge=0, le=MOST_TODAY)
    buys: Money = 80.0
    months: int = Field(12, ge=1, le=MOST_MONTHS)
    alike: int = Field(1, ge=1, le=MOST_TODAY)


TeamToday = tuple[MemberToday, ...]


def people_in(rows: Sequence[MemberToday]) -> int:
    """How many there are."""
    return sum(row.alike for row in rows)


def row_out_of_place(rows: Sequence[MemberToday]) -> tuple[int, str] | None:
    """The first row, from 0, that cannot stand where it is said to, and why, by the kind of message; None if all can.

    It stands under one that comes later or is not there, or under several people at once.
    """
    for place, row in enumerate(rows):
        if row.under > place:
            return place, "today_order"
        if row.under and rows[row.under - 1].alike > 1:
            return place, "today_several"
    return None
