"""A team that exists as the beginning of a plan: one member's people, and what their months measure."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.analysis.team.paid import TeamPaid
from planner.compensation.teams.team import Array
from planner.inputs.path import Path
from planner.inputs.plan.entry import MOST_MONEY
from planner.inputs.plan.team import MOST_EACH
from planner.inputs.plan.team_today import MOST_TODAY, MemberToday, TeamToday
from planner.timeline import MONTHS_PER_YEAR

LATEST = 3  # months: what somebody bought in these says what they buy
LONGEST = 120  # months since joining that are told apart
QUIET = 3  # months without an order, after which somebody is taken to have left
WATCHED = 6  # months of a file, the fewest from which staying is measured


@dataclass(frozen=True, slots=True)
class Measured:
    """An input of a plan as a team has it. people: how many it rests on."""

    path: Path
    value: float
    people: int


@dataclass(frozen=True, slots=True)
class Below:
    """The people below one member who have joined by the month that is looked at, a place each in the team.

    points, by_customers: by month of the file up to that month, (months, people), of months in which each was there.
    joined: on the count of the file's months.
    """

    places: NDArray[np.int64]
    joined: NDArray[np.int64]
    points: Array
    by_customers: Array

    @property
    def there(self) -> NDArray[np.bool_]:
        """Who had joined by each month, (months, people)."""
        return np.asarray(self.joined <= np.arange(len(self.points))[:, None])


def below(paid: TeamPaid, member: int) -> Below:
    """Everybody below a member, whoever stands above somebody before them."""
    team, at = paid.team.team, paid.at
    found = np.zeros(len(team), dtype=np.bool_)
    found[member] = True
    for rows in team.generations[1:]:
        found[rows] |= found[team.above[rows]]
    found[member] = False
    places = np.flatnonzero(found & (team.joined <= at))
    months = paid.team.bought[: at + 1]
    points, customers = (
        np.array([getattr(each, name)[places] for each in months]) for name in ("points", "by_customers")
    )
    return Below(places, team.joined[places].astype(np.int64), points, customers)


def as_today(paid: TeamPaid, member: int, goods: float, *, without_quiet: bool = False) -> TeamToday | None:
    """The people below a member as a plan begins with them; None where they are, or one buys, more than a plan takes.

    goods: at shop price, in the plan's currency, for one point. without_quiet: whether who bought nothing lately is
    left out; those below them stand under whoever is next above.
    """
    people = below(paid, member)
    bought = latest(people)
    comes = bought > 0 if without_quiet else np.ones(len(bought), dtype=np.bool_)
    if int(comes.sum()) > MOST_TODAY or (bought * goods > MOST_MONEY).any():
        return None
    since = np.clip(paid.at - people.joined, 1, LONGEST)
    number = {member: 0}  # of the row of each by their place in the team, that of whoever is next above for the quiet
    rows: list[MemberToday] = []
    above = paid.team.team.above[people.places].tolist()
    for place, up, buys, months, here in zip(people.places.tolist(), above, bought * goods, since, comes, strict=True):
        under = number.get(up, 0)
        if here:
            rows.append(MemberToday(under=under, buys=round(float(buys), 2), months=int(months)))
        number[place] = len(rows) if here else under
    return tuple(rows)


def quiet(paid: TeamPaid, member: int) -> int:
    """How many of the people below a member bought nothing in the latest months."""
    return int(np.count_nonzero(latest(below(paid, member)) <= 0))


def latest(people: Below) -> Array:
    """What each bought in a month, in points, over the latest months in which they were there."""
    points, there = people.points[-LATEST:], people.there[-LATEST:]
    return np.asarray(np.where(there, points, 0.0).sum(axis=0) / np.maximum(there.sum(axis=0), 1))


def measured(paid: TeamPaid, member: int, goods: float) -> tuple[Measured, ...]:
    """What the months of the people below a member say of inputs of a plan; nothing of what they cannot say."""
    people = below(paid, member)
    return tuple(_measured(people, paid, goods)) if len(people.places) else ()


def _measured(people: Below, paid: TeamPaid, goods: float) -> Iterator[Measured]:
    number = len(people.places)
    each = round(float(latest(people).mean() * goods), 2)
    if each <= MOST_EACH:  # beyond it the file's points are something else than goods
        yield Measured(("team", "member_monthly_purchases"), each, number)
    bought = float(people.points.sum())
    if bought > 0:
        sold = min(max(float(people.by_customers.sum()) / bought, 0.0), 1.0)
        yield Measured(("team", "member_resold_share"), round(sold, 4), number)
    yield from _recruiting(people, paid)
    yield from _staying(people)


def _recruiting(people: Below, paid: TeamPaid) -> Iterator[Measured]:
    """Whom each recruits a month, and which share of newcomers does in the month of joining: of the file's months after
    the first, since who is in that one may have joined in it.
    """
    months = len(people.points) - 1
    if months < 1:
        return
    joined_of = dict(zip(people.places.tolist(), people.joined.tolist(), strict=True))
    above = paid.team.team.above[people.places].tolist()
    at_once = later = 0
    for up, when in zip(above, people.joined.tolist(), strict=True):
        if up not in joined_of or when < 1:
            continue
        at_once += joined_of[up] == when
        later += joined_of[up] < when
    member_months = float(np.clip(months - np.maximum(people.joined, 0), 0, None).sum())
    newcomers = int((people.joined >= 1).sum())
    if member_months <= 0:
        return
    each = later / member_months
    yield Measured(("team", "duplication"), round(min(each, 10.0), 4), len(people.places))
    if newcomers and each > 0:
        # The share with which newcomers of the plan bring as many in that month as those of the team did.
        yield Measured(("team", "recruit_at_once"), round(min(at_once / newcomers / each, 1.0), 4), newcomers)


def _staying(people: Below) -> Iterator[Measured]:
    """Of those who bought in the first months, who bought nothing in the last ones, as if so many left in a year."""
    months = len(people.points)
    if months < WATCHED:
        return
    first = people.points[:QUIET].sum(axis=0) > 0
    gone = first & (people.points[-QUIET:].sum(axis=0) <= 0)
    watched, left = int(first.sum()), int(gone.sum())
    if watched:
        stayed = 1 - left / watched
        year = 1 - stayed ** (MONTHS_PER_YEAR / (months - QUIET))
        yield Measured(("team", "annual_attrition"), round(min(year, 0.9999), 4), watched)
