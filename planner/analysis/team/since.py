"""What came and left between two looks at a team: two months of one file, or an earlier file and a later one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.analysis.team.paid import TeamPaid, numbered
from planner.analysis.team.whole import month_in_words
from planner.compensation.teams.team import ROOT, Array, Index
from planner.inputs.team_file.people import loosely
from planner.inputs.team_file.read import TeamTable
from planner.language import mark
from planner.speech import Speech

T = TypeVar("T")
Flags = NDArray[np.bool_]

# What can have changed, in the order in which a list has it; of who does several things the first decides.
KINDS = {
    "gone": mark("no longer in the file"),
    "inactive": mark("no longer active"),
    "stopped": mark("bought nothing any more"),
    "lower_rank": mark("lower rank"),
    "sponsor": mark("another sponsor"),
    "new": mark("new"),
    "active_again": mark("active again"),
    "bought_again": mark("bought again"),
    "higher_rank": mark("higher rank"),
}
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Since:
    """Two looks at a team, both paid by the same plan: everyone who had joined by either, by name, a place each.

    then_at, now_at: their places in the earlier and the later team; ROOT where they are not in it. what: who did what,
    by its name in KINDS. file: the earlier one's name, "" for an earlier month of the same file.
    """

    then: TeamPaid
    now: TeamPaid
    file: str
    members: tuple[str, ...]
    then_at: Index
    now_at: Index
    what: dict[str, Flags]

    def places(self) -> list[int]:
        """Who did anything, what left first; within each kind who had or has the most points."""
        points = np.maximum(self.points(self.then, self.then_at), self.points(self.now, self.now_at))
        kind = np.full(len(self.members), len(KINDS))
        for number, flags in reversed(list(enumerate(self.what.values()))):
            kind[flags] = number
        order = np.lexsort((-points, kind))
        return [int(each) for each in order[kind[order] < len(KINDS)]]

    def points(self, paid: TeamPaid, at: Index) -> Array:
        """Everyone's points of the month on one side; 0 for who is not in it."""
        return taken(paid.month.month.all_bought.points, at)


def taken(values: Array, at: Index) -> Array:
    """Values of a team by these places; 0 where there is none."""
    return np.where(at == ROOT, 0.0, values[at])


def since(then: TeamPaid, now: TeamPaid, file: str = "") -> Since:
    """Who came, who left and who changed between two looks. Members are the same where their names are."""
    places: dict[str, int] = {}
    for paid in (then, now):
        for name, joined in zip(paid.members, paid.team.team.joined.tolist(), strict=True):
            if joined <= paid.at:
                places.setdefault(name, len(places))
    then_at, now_at = (np.full(len(places), ROOT, dtype=np.int64) for _ in range(2))
    for paid, at in ((then, then_at), (now, now_at)):
        here = np.flatnonzero(paid.team.team.joined <= paid.at)
        at[[places[paid.members[place]] for place in here.tolist()]] = here
    return Since(then, now, file, tuple(places), then_at, now_at, changed(then, now, then_at, now_at))


def changed(then: TeamPaid, now: TeamPaid, then_at: Index, now_at: Index) -> dict[str, Flags]:
    """Who did what, by its name in KINDS. Where a plan asks for nothing to be active, whether somebody buys counts."""
    was, is_now = then_at != ROOT, now_at != ROOT
    both = was & is_now
    sponsors = [np.array([*(paid.sponsor(each) for each in range(len(paid.members))), ""]) for paid in (then, now)]
    ranks = [np.where(at == ROOT, 0, paid.month.month.rank[at]) for paid, at in ((then, then_at), (now, now_at))]
    is_active = [
        (at != ROOT)
        & (paid.month.month.active if paid.payer.plan.asks_to_be_active else paid.month.month.all_bought.points > 0)[at]
        for paid, at in ((then, then_at), (now, now_at))
    ]
    lost, again = ("inactive", "active_again") if now.payer.plan.asks_to_be_active else ("stopped", "bought_again")
    found = {
        "gone": was & ~is_now,
        lost: both & is_active[0] & ~is_active[1],
        "lower_rank": both & (ranks[1] < ranks[0]),
        "sponsor": both & (sponsors[0][then_at] != sponsors[1][now_at]),
        "new": is_now & ~was,
        again: both & ~is_active[0] & is_active[1],
        "higher_rank": both & (ranks[1] > ranks[0]),
    }
    return {name: found[name] for name in KINDS if name in found}


def named_alike(then: TeamTable, now: TeamTable) -> tuple[tuple[str, str], ...]:
    """Names of the earlier file that are not in the later one, each with one that is new and differs in capitals or
    spaces alone: maybe one person.
    """
    gone, new = set(then.members) - set(now.members), set(now.members) - set(then.members)
    known = {loosely(name): name for name in new}
    return tuple((name, known[loosely(name)]) for name in then.members if name in gone and loosely(name) in known)


def month_before(then: TeamTable, month: str) -> str | None:
    """The month of an earlier file that is laid beside a month: its last one that is not after it; None without one."""
    return max((name for name in then.months if name <= month), default=None)


def since_in_words(found: Since, speech: Speech) -> str:
    """How many came, left and changed, and the team's points and pay on both sides."""
    _ = speech.text
    lead = _(mark("Since {month}")).format(month=month_in_words(found.then.month.name, speech))
    if found.file:
        lead = _(mark("{since} in {file}")).format(since=lead, file=found.file)
    counts = [counted(name, int(flags.sum()), speech) for name, flags in found.what.items() if flags.any()]
    said = _(mark("{since}: nobody came, left or changed sponsor or rank.")).format(since=lead)
    if counts:
        said = _(mark("{since}: {changes}.")).format(since=lead, changes=", ".join(counts))
    then, now = (paid.month for paid in (found.then, found.now))
    figures = _(
        mark("Points of the team were {points_then} and are {points_now}; its pay was {pay_then} and is {pay_now}.")
    )
    figures = figures.format(
        points_then=speech.number(float(then.month.all_bought.points.sum())),
        points_now=speech.number(float(now.month.all_bought.points.sum())),
        pay_then=speech.money(float(then.pay.sum()), 2),
        pay_now=speech.money(float(now.pay.sum()), 2),
    )
    return f"{said} {figures}"


def counted(name: str, count: int, speech: Speech) -> str:
    """How many did something, by its name in KINDS."""
    plural = speech.plural
    return {
        "gone": plural("{count} no longer in the file", "{count} no longer in the file", count),
        "inactive": plural("{count} no longer active", "{count} no longer active", count),
        "stopped": plural("{count} who bought nothing any more", "{count} who bought nothing any more", count),
        "lower_rank": plural("{count} with a lower rank", "{count} with a lower rank", count),
        "sponsor": plural("{count} with another sponsor", "{count} with another sponsor", count),
        "new": plural("{count} new", "{count} new", count),
        "active_again": plural("{count} active again", "{count} active again", count),
        "bought_again": plural("{count} who bought again", "{count} who bought again", count),
        "higher_rank": plural("{count} with a higher rank", "{count} with a higher rank", count),
    }[name]


def alike_in_words(alike: tuple[tuple[str, str], ...], speech: Speech) -> str:
    """That somebody who is gone and somebody who is new may be one; "" where nobody may."""
    if not alike:
        return ""
    text = speech.text(
        mark(
            "Counted as gone and as new, though they differ in capital letters or spaces alone: {names}. If they are "
            "the same people, write them alike in both files."
        )
    )
    listed = [f"{then} / {now}" for then, now in alike[:MOST_NAMED]]
    return text.format(names=", ".join([*listed, *(["…"] if len(alike) > MOST_NAMED else [])]))


@dataclass(frozen=True, slots=True)
class Changed:
    """Somebody who did anything. what: by its names in KINDS. Of each pair the first is then and the second now; None
    where they are not in that file, or had not joined.
    """

    member: str
    what: tuple[str, ...]
    sponsors: tuple[str | None, str | None]
    ranks: tuple[str | None, str | None]
    points: tuple[float | None, float | None]
    pay: tuple[float | None, float | None]


def rows_of(found: Since) -> Iterator[Changed]:
    """Everyone who did anything, what left first."""
    sides = ((found.then, found.then_at), (found.now, found.now_at))
    for place in found.places():
        at = [int(places[place]) for _, places in sides]

        def both(values: Callable[[TeamPaid, int], T], at: list[int] = at) -> tuple[T | None, T | None]:
            then, now = (
                None if here == ROOT else values(paid, here) for (paid, _), here in zip(sides, at, strict=True)
            )
            return then, now

        yield Changed(
            member=found.members[place],
            what=tuple(name for name, flags in found.what.items() if flags[place]),
            sponsors=both(lambda paid, here: paid.sponsor(here)),
            ranks=both(lambda paid, here: paid.rank_name(int(paid.month.month.rank[here]))),
            points=both(lambda paid, here: float(paid.month.month.all_bought.points[here])),
            pay=both(lambda paid, here: float(paid.month.pay[here])),
        )


def then_and_now(pair: tuple[str | None, str | None]) -> str:
    """A cell of what was and what is: once where it is the same, or where there is one of the two alone."""
    told = [each or "–" for each in pair if each is not None]
    return told[0] if len(set(told)) == 1 else " → ".join(told)


def numbered_alike(then: TeamTable, now: TeamTable, speech: Speech) -> TeamTable:
    """The earlier team with the numbers that the later one has in place of names; who is gone counts on from there."""
    numbers = {name: number for number, name in enumerate(now.members, start=1)}
    for name in then.members:
        numbers.setdefault(name, len(numbers) + 1)
    return replace(then, members=tuple(numbered(numbers[name], speech) for name in then.members))
