"""Compression: who left is passed over, so that the level of everyone below falls. Exact in expectation.

A person's level counts the active people from the frontline down to them. Each of those above leaves with the chance of
their age, and only the first months of a member have a chance of their own. Whoever recruits joined earlier than the
recruit, so the newcomers above a person have rising ages, and which ages there are says everything: a state is the set
of ages in the first months found among a person and those above, the person's own the lowest; all others are older.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from planner.projection.assumptions import Array

State = tuple[int, ...]


def states(first_months: int) -> tuple[State, ...]:
    """Every set of ages below first_months, the empty one first; (0,) is that of a new frontline recruit."""
    ages = range(first_months)
    return tuple(found for size in range(first_months + 1) for found in combinations(ages, size))


@dataclass(frozen=True, slots=True)
class Moves:
    """Shares by level and state at the start of a month (l, s) and at its end (k, t): (l, s, k, t, scenarios).

    staying: of the people there, who have stayed. joining: of one recruit of each, where that recruit stands.
    """

    staying: Array
    joining: Array

    def stayed(self, people: Array) -> Array:
        """People a month later by level and state; people: (levels + 1, states, scenarios)."""
        return np.asarray(np.einsum("lsx,lsktx->ktx", people, self.staying))

    def joined(self, recruits: Array) -> Array:
        """Recruits of the month by their own level and state; recruits: by those of who recruits, as in `stayed`."""
        return np.asarray(np.einsum("lsx,lsktx->ktx", recruits, self.joining))


def compression_moves(levels: int, leaving: Array) -> Moves:
    """The moves of a month. leaving: chance by age, (first months + 1, scenarios), the last for all who are older.

    The deepest level stands for itself and all below, and is moved as if nobody stood below it. Those of one scenario
    are kept, since a person turns many inputs under the same chances of leaving.
    """
    if leaving.shape[-1] == 1 and (leaving[:-1] == leaving[0]).all():
        return _of_one_scenario(levels, len(leaving) - 1, float(leaving[0, 0]), float(leaving[-1, 0]))
    return _computed(levels, leaving)


@lru_cache(maxsize=64)
def _of_one_scenario(levels: int, first_months: int, early: float, later: float) -> Moves:
    """Of less than a fifth of a megabyte each, at twelve levels."""
    moves = _computed(levels, np.array([*[early] * first_months, later])[:, None])
    for shared in (moves.staying, moves.joining):
        shared.flags.writeable = False
    return moves


def _computed(levels: int, leaving: Array) -> Moves:
    known = states(len(leaving) - 1)
    shape = (levels + 1, len(known), levels + 1, len(known), leaving.shape[-1])
    staying, joining = np.zeros(shape), np.zeros(shape)
    old = [np.ones((1, leaving.shape[-1]))]  # of so many old ones: chances of how many stay
    while len(old) <= levels:
        old.append(one_more(old[-1], 1 - leaving[-1]))
    for place, state in enumerate(known):
        own, above = state[:1], state[1:]
        stays = 1 - leaving[own[0] if own else -1]
        for level in range(max(len(state), 1), levels + 1):
            for later, shift, chance in later_chains(above, old[level - len(above) - 1], leaving):
                aged = (own[0] + 1, *later) if own and own[0] + 1 < len(leaving) - 1 else later
                staying[level, place, shift + len(later) + 1, known.index(aged)] += chance * stays
            for later, shift, chance in later_chains(state, old[level - len(state)], leaving):
                chain = (0, *later) if len(leaving) > 1 else later
                below = min(shift + len(later) + 1, levels)
                joining[level, place, below, known.index(chain)] += chance
    return Moves(staying, joining)


def later_chains(young: State, odds: Array, leaving: Array) -> Iterator[tuple[State, int, Array]]:
    """What becomes of those above in a month: the young who are left and still young, how many old ones, its chance.

    young: their ages; odds: of how many of the others stay. Whoever is past the first months is old from then on.
    """
    still = [age for age in young if age + 1 < len(leaving) - 1]
    ripe = [age for age in young if age + 1 == len(leaving) - 1]
    for age in ripe:
        odds = one_more(odds, 1 - leaving[age])
    for size in range(len(still) + 1):
        for stay in combinations(still, size):
            parts = [1 - leaving[age] if age in stay else leaving[age] for age in still]
            share = np.prod(parts, axis=0) if parts else 1.0
            for number, chance in enumerate(odds):
                yield tuple(age + 1 for age in stay), number, chance * share


def one_more(odds: Array, staying: Array) -> Array:
    """Chances of 0, 1, ... who stay among so many, (number + 1, scenarios), with one more who stays with `staying`."""
    more = np.zeros((len(odds) + 1, odds.shape[-1]))
    more[:-1] = odds * (1 - staying)
    more[1:] += odds * staying
    return more
