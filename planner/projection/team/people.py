"""Everyone below by level and age: who is there when a plan starts, who stays as a month passes, and who leaves."""

import numpy as np

from planner.projection.assumptions import FIRST_MONTHS, Array, Assumptions
from planner.projection.team.compression import compression_moves


def leaving_by_age(assumptions: Assumptions) -> Array:
    """Chance of leaving in a month by age, (ages, scenarios): of the first months each, then of all later ones.

    A single row where newcomers leave as others do.
    """
    early, later = np.broadcast_arrays(assumptions.early_attrition, assumptions.member_attrition)
    return later[None] if np.array_equal(early, later) else np.stack([*[early] * FIRST_MONTHS, later])


def grow_older(people: Array, leaving: Array) -> Array:
    """Those who stay, a month older; people: (..., ages, scenarios), leaving: (ages, scenarios)."""
    staying = people * (1 - leaving)
    if len(leaving) == 1:
        return staying
    older = np.zeros_like(staying)
    older[..., 1:, :] = staying[..., :-1, :]
    older[..., -1, :] += staying[..., -1, :]
    return older


class People:
    """Everyone below by level and age; whoever leaves still counts as a level for those below."""

    def __init__(self, levels: int, leaving: Array, scenarios: int) -> None:
        """Nobody at first. leaving: (ages, scenarios)."""
        self._leaving = leaving
        self._people = np.zeros((levels + 1, len(leaving), scenarios))

    def pass_month(self, joined: Array, _recruited: Array) -> Array:
        """Those who stay grow older, those who joined come in; the newcomers by level, (levels + 1, scenarios)."""
        self._people = grow_older(self._people, self._leaving)
        self._people[:, 0] += joined
        return joined

    def begin_with(self, people: Array) -> None:
        """Who is there before the first month, (levels + 1, ages, 1)."""
        self._people = self._people + people

    def by_level(self) -> Array:
        """Active people, (levels + 1, scenarios)."""
        return np.asarray(self._people.sum(axis=1))


class CompressedPeople:
    """Everyone below by level, counted over active people only, and by the state of those above (compression.py)."""

    def __init__(self, levels: int, leaving: Array, scenarios: int) -> None:
        """Nobody at first. leaving: (ages, scenarios)."""
        self._moves = compression_moves(levels, leaving)
        self._new = 1 if len(leaving) > 1 else 0  # the state of a new frontline recruit
        self._people = np.zeros((levels + 1, self._moves.staying.shape[1], scenarios))

    def pass_month(self, joined: Array, recruited: Array) -> Array:
        """As of People; recruited: whom each active member recruits, (scenarios,)."""
        fresh = self._moves.joined(self._people * recruited)
        fresh[1, self._new] += joined[1]
        self._people = self._moves.stayed(self._people) + fresh
        return np.asarray(fresh.sum(axis=1))

    def by_level(self) -> Array:
        """Active people, (levels + 1, scenarios)."""
        return np.asarray(self._people.sum(axis=1))


def of_today(assumptions: Assumptions, levels: int, ages: int) -> tuple[Array, Array] | None:
    """Who is there when a plan starts, and what they buy in a month at shop price; None where nobody is.

    Both (levels + 1, ages, 1), by as many ages as leave differently. The deepest level absorbs all below it.
    """
    if not assumptions.today:
        return None
    people, bought = (np.zeros((levels + 1, ages, 1)) for _ in range(2))
    level_of: list[int] = []
    for row in assumptions.today:
        level_of.append(1 if row.under == 0 else min(level_of[row.under - 1] + 1, levels))
        place = level_of[-1], min(row.months, ages - 1), 0
        people[place] += row.alike
        bought[place] += row.alike * row.buys
    return people, bought


def still_there(of_first: Array, leaving: Array, horizon: int) -> Array:
    """What is left of people, or of what they buy, at the start of each month, (horizon + 1, levels + 1, scenarios).

    of_first: before the first month, (levels + 1, ages, 1).
    """
    left, found = of_first * np.ones(leaving.shape[-1]), [of_first.sum(axis=1) * np.zeros(leaving.shape[-1])]
    for _ in range(horizon):
        found.append(left.sum(axis=1))
        left = grow_older(left, leaving)
    return np.array(found)
