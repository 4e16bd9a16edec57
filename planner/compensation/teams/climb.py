"""Up and down a team, a generation at a time: sums of everyone below, and the next above who meets something."""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.team import ROOT, Array, Index, Team

Number = TypeVar("Number", bound=np.generic)


def with_below(team: Team, amounts: Array) -> Array:
    """What each member and everyone below come to."""
    total = amounts.astype(np.float64, copy=True)
    for upper, rows in pairs_from_below(team):
        total[upper] += np.bincount(
            team.above[rows] - upper.start, weights=total[rows], minlength=upper.stop - upper.start
        )
    return total


def of_children(team: Team, amounts: Array | NDArray[np.bool_]) -> Array:
    """What the personal recruits of each come to."""
    first = team.tops.stop
    return np.asarray(np.bincount(team.above[first:], weights=amounts[first:], minlength=len(team)), dtype=np.float64)


def legs_with(team: Team, flags: NDArray[np.bool_], absent: NDArray[np.bool_] | None) -> Array:
    """How many legs of each have a flagged head; of whoever is absent the legs below them are."""
    if absent is None:
        return of_children(team, flags)
    up = team.above[np.flatnonzero(flags & ~absent)]
    up = up[up != ROOT]
    count = np.bincount(up, minlength=len(team)).astype(np.float64)
    while len(up := up[absent[up]]):  # few, as a rule; by generations it would be everybody for each thing asked
        up = team.above[up]
        up = up[up != ROOT]
        np.add.at(count, up, 1.0)
    return count


def pairs_from_below(team: Team) -> Iterator[tuple[slice, slice]]:
    """Each generation but the tops with the one above it, which comes first, from the deepest on."""
    for generation in range(len(team.generations) - 1, 0, -1):
        yield team.generations[generation - 1], team.generations[generation]


def next_above(team: Team, qualified: NDArray[np.bool_]) -> Index:
    """Of each member, the nearest above them who is qualified; ROOT where nobody is."""
    up = team.above.copy()
    for rows in team.generations[1:]:
        above = team.above[rows]
        up[rows] = np.where(qualified[above], above, up[above])
    return up


def level_below_top(team: Team, counts: NDArray[np.bool_] | None = None) -> Index:
    """How many levels each stands below whoever is at the top above them; of a top itself 0.

    counts: who is a level to those below; None: everybody. Tops are, whoever counts.
    """
    if counts is None:
        return np.repeat(np.arange(len(team.generations)), [rows.stop - rows.start for rows in team.generations])
    level = np.zeros(len(team), dtype=np.int64)
    for number, rows in enumerate(team.generations[1:]):
        above = team.above[rows]
        level[rows] = level[above] + counts[above] if number else 1
    return level


def highest_below_top(team: Team, values: NDArray[Number]) -> NDArray[Number]:
    """The highest value from each member up to the last below the top, the member among them; of flags, whether any."""
    highest = values.copy()
    for rows in team.generations[2:]:
        highest[rows] = np.maximum(highest[rows], highest[team.above[rows]])
    return highest


def last_below_top(team: Team, counts: NDArray[np.bool_]) -> Index:
    """Of each, the last below the top who counts, themselves among them; themselves too where nobody does."""
    found = np.arange(len(team), dtype=np.int64)
    for rows in team.generations[2:]:
        head = found[team.above[rows]]
        found[rows] = np.where(counts[head], head, found[rows])
    return found


def step_up(pointers: Index, at: Index) -> Index:
    """Where the pointers of those who are pointed at point to; ROOT stays ROOT."""
    return np.where(at == ROOT, ROOT, pointers[at])


def so_many_up(team: Team, flags: NDArray[np.bool_]) -> Index:
    """How many are flagged from each member up to the top, the member among them."""
    count = flags.astype(np.int64)
    for rows in team.generations[1:]:
        count[rows] += count[team.above[rows]]
    return count
