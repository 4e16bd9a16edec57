"""Up and down a team, a generation at a time: sums of everyone below, and the next above who meets something."""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.team import ROOT, Array, Index, Team


def with_below(team: Team, amounts: Array) -> Array:
    """What each member and everyone below come to."""
    total = amounts.astype(np.float64, copy=True)
    for upper, rows in reversed(list(zip(team.generations[:-1], team.generations[1:], strict=True))):
        total[upper] += np.bincount(
            team.above[rows] - upper.start, weights=total[rows], minlength=upper.stop - upper.start
        )
    return total


def of_children(team: Team, amounts: Array) -> Array:
    """What the personal recruits of each come to."""
    below = team.above != ROOT
    return np.asarray(np.bincount(team.above[below], weights=amounts[below], minlength=len(team)), dtype=np.float64)


def next_above(team: Team, qualified: NDArray[np.bool_]) -> Index:
    """Of each member, the nearest above them who is qualified; ROOT where nobody is."""
    up = team.above.copy()
    for rows in team.generations[1:]:
        above = team.above[rows]
        up[rows] = np.where(qualified[above], above, up[above])
    return up


def step_up(pointers: Index, at: Index) -> Index:
    """Where the pointers of those who are pointed at point to; ROOT stays ROOT."""
    return np.where(at == ROOT, ROOT, pointers[at])


def so_many_up(team: Team, flags: NDArray[np.bool_]) -> Index:
    """How many are flagged from each member up to the top, the member among them."""
    count = flags.astype(np.int64)
    for rows in team.generations[1:]:
        count[rows] += count[team.above[rows]]
    return count
