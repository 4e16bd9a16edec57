"""A team that exists: who recruited whom, and what each member bought in a month."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Index = NDArray[np.int64]
Months = NDArray[np.integer]
ROOT = -1  # above whoever stands at the top


@dataclass(frozen=True, slots=True)
class Team:
    """Members by generation, so that a sponsor stands before everyone whom they recruited.

    One stands at the top of a team of a file; of the people of a plan many do, each at the top of a team of their own.

    above: the sponsor's place, ROOT for the top. joined: month number of joining, in which the first order is
    placed, on the count of the months that are paid. generations: the places of each, the tops in the first.
    new_from: month from which the time is counted that newcomers have to become active; None: that of joining.
    last: the last month in which each is a member; None where nobody leaves. Who is not there is passed over where
    legs are counted. placed_under, side: where the company places members in another tree than the one of sponsors:
    under whom, and on which of their places from 0; None where the file states none. top: of each, the place of whoever
    stands at the top above them, where that is known already.
    """

    members: Sequence[str]
    above: Index
    joined: Months
    generations: tuple[slice, ...]
    placed_under: Index | None = None
    side: Index | None = None
    new_from: Months | None = None
    last: Months | None = None
    top: Index | None = None

    @classmethod
    def of(
        cls,
        members: Sequence[str],
        above: Index,
        joined: Months | None = None,
        placed_under: Index | None = None,
        side: Index | None = None,
    ) -> "tuple[Team, Index]":
        """The team, and where each of the members as given now stands. above: their places as given, ROOT for the top.

        Raises ValueError where somebody stands above themselves; a file's faults are told before (inputs.team_file).
        """
        order, place, generations = by_generation(above)

        def moved(pointers: Index) -> Index:
            return np.where(pointers[order] == ROOT, ROOT, place[pointers[order]])

        team = cls(
            members=tuple(map(members.__getitem__, order.tolist())),
            above=moved(above),
            joined=(np.zeros(len(order), dtype=np.int64) if joined is None else joined)[order],
            generations=generations,
            placed_under=None if placed_under is None else moved(placed_under),
            side=None if side is None else side[order],
        )
        return team, place

    def __len__(self) -> int:
        return len(self.members)

    @property
    def tops(self) -> slice:
        """The places of those above whom nobody stands."""
        return self.generations[0] if self.generations else slice(0, 0)

    def top_of(self) -> Index:
        """The place of whoever stands at the top above each, a place each."""
        if self.top is not None:
            return self.top
        found = np.arange(len(self), dtype=np.int64)
        for rows in self.generations[1:]:
            found[rows] = found[self.above[rows]]
        return found

    def there(self, number: int) -> NDArray[np.bool_]:
        """Who is a member in a month."""
        joined = self.joined <= number
        return joined if self.last is None else joined & (self.last >= number)

    def absent(self, number: int) -> NDArray[np.bool_] | None:
        """Who left before a month, or joins after it; None where nobody ever leaves."""
        return None if self.last is None else ~self.there(number)


def by_generation(above: Index) -> tuple[Index, Index, tuple[slice, ...]]:
    """Members in the order of their generations, as given within each; the place of each in it; and each generation.

    Raises ValueError where somebody stands above themselves.
    """
    depth = depth_of(above)
    order = by_small(depth)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    ends = [0, *np.cumsum(np.bincount(depth)).tolist()]
    return order, place, tuple(slice(start, end) for start, end in pairwise(ends))


def by_small(numbers: NDArray[np.integer]) -> Index:
    """The order of whole numbers, those that are alike as they stand: in few bytes, which are sorted soonest."""
    from_none = numbers - numbers.min(initial=0)
    return np.argsort(from_none.astype(np.min_scalar_type(from_none.max(initial=0))), kind="stable")


def depth_of(above: Index) -> Index:
    """How many stand above each, by doubling the steps: 20 rounds for a million. Raises ValueError for a circle."""
    depth = np.where(above == ROOT, 0, 1)
    up = above.copy()
    for _ in range(max(len(above), 1).bit_length() + 1):
        further = np.flatnonzero(up != ROOT)
        if not len(further):
            return depth
        depth[further] += depth[up[further]]
        up[further] = up[up[further]]
    raise ValueError("somebody stands above themselves")


@dataclass(frozen=True, slots=True)
class Orders:
    """The single orders of one month, a row each, for rules that an order by itself decides.

    member: whose it is. points, value: of the order. by_customer: whether an outside customer's. joining: whether the
    one at joining. Together they are what Bought sums.
    """

    member: Index
    points: Array
    value: Array
    by_customer: NDArray[np.bool_]
    joining: NDArray[np.bool_]

    def with_one(self, member: int, points: float, value: float, *, by_customer: bool) -> "Orders":
        """The same with one more order."""
        return Orders(
            np.append(self.member, member),
            np.append(self.points, points),
            np.append(self.value, value),
            np.append(self.by_customer, by_customer),
            np.append(self.joining, False),
        )


@dataclass(frozen=True, slots=True)
class Bought:
    """What the members bought in one month, a place each as in the team. Points unless said.

    points: everything. value: the commissionable money of it. by_customers: the part of the points that outside
    customers bought of them. joining: the part that is an order at joining. customers: how many outside customers
    bought; None where the file does not count them. sold, used: what went from a member's shelf to outside customers,
    and what they used themselves, whenever it was bought; None where the file states none. orders: single ones; None
    where the file states sums alone.
    """

    points: Array
    value: Array
    by_customers: Array
    joining: Array
    customers: Array | None = None
    sold: Array | None = None
    used: Array | None = None
    orders: Orders | None = None


@dataclass(frozen=True, slots=True)
class TeamMonths:
    """A team and what it bought in each of the months that are paid, in order; names: of the months, 2026-11.

    title: the rank's name with which each came in, "" for none; None where the file states none. point: the money
    that a point of each stands for, a place each member; None where the plan alone says it.
    """

    team: Team
    names: tuple[str, ...]
    bought: tuple[Bought, ...]
    title: tuple[str, ...] | None = field(default=None)
    point: Array | None = None
