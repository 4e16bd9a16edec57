"""How many members of an expected team are active in each month, and what these buy: by how long ago they joined."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions
from planner.projection.team.activity import Activity
from planner.projection.team.network import Network

Share = Callable[[int, int], Array]  # by months since joining, and place in the calendar quarter


class ActiveMembers:
    """Averages over the members of one network, (scenarios,); of a month those who were there at its start.

    A month's newcomers joined in the month before. Who is where among the levels is not asked for: of all levels the
    same share is active.
    """

    def __init__(self, assumptions: Assumptions, terms: Terms, network: Network) -> None:
        """Nothing is counted yet."""
        self._terms, self._network = terms, network
        self._activity = Activity(assumptions, terms)
        self._active: Share = lru_cache(maxsize=None)(self._activity.active)
        self._bought: Share = lru_cache(maxsize=None)(self._activity.bought_by_active)
        self._heads = lru_cache(maxsize=None)(self._heads_by_since)
        self._joined = network.joined[:, 1:].sum(axis=1)
        self._there = network.active[:, 1:].sum(axis=1)

    def newcomers(self, month: int) -> Array:
        """Share of the newcomers who are active."""
        return self._active(1, self._terms.place_in_quarter(month))

    def longer(self, month: int) -> Array:
        """Share of the others."""
        return self._of_longer(self._active, self._joined, self._there, month)

    def bought(self, month: int) -> tuple[Array, Array]:
        """What the active of the others buy at shop price, averaged over all of these; and of the newcomers."""
        longer = self._of_longer(self._bought, self._joined, self._there, month)
        return longer, self._bought(1, self._terms.place_in_quarter(month))

    def frontline(self, month: int) -> Array:
        """Active personal recruits."""
        before = max(month - 1, 0)
        there, joined = self._network.frontline, self._network.joined[:, 1]
        longer = self._of_longer(self._active, joined, there, month)
        return np.asarray((there[before] - joined[before]) * longer + joined[before] * self.newcomers(month))

    def heads(self, month: int) -> Array:
        """Share of the heads of legs who are active and bring the own points of each rank, by their join month from 0.

        (ranks, max(month, 1), scenarios), as network.legs.
        """
        since = np.minimum(np.arange(max(month, 1), 0, -1), self._activity.settled)
        return self._heads(self._terms.place_in_quarter(month)).take(since - 1, axis=1)

    def _heads_by_since(self, place: int) -> Array:
        """The same by months since joining, from 1 to those from which on all are alike."""
        rows = () if self._terms.ranks is None else self._terms.ranks.rows
        months, scenarios = range(1, self._activity.settled + 1), self._there.shape[-1]
        found = {
            points: [np.broadcast_to(self._activity.with_points(points, since, place), scenarios) for since in months]
            for points in {row.personal_volume for row in rows}
        }
        return np.array([found[row.personal_volume] for row in rows])

    def _of_longer(self, share: Share, joined: Array, there: Array, month: int) -> Array:
        """The average over who joined two months ago or earlier.

        joined and there: people by month, (horizon + 1, scenarios).
        """
        place, settled, before = self._terms.place_in_quarter(month), self._activity.settled, max(month - 1, 0)
        of_rest = share(settled, place)
        if settled == 2:
            return of_rest
        whole = rest = there[before] - joined[before]
        total = np.zeros_like(rest)
        for since in range(2, min(settled, month)):
            people = joined[month - since] * self._staying(since - 1)
            total, rest = total + people * share(since, place), rest - people
        some = whole > 0
        average = (total + np.maximum(rest, 0.0) * of_rest) / np.where(some, whole, 1.0)
        return np.where(some, average, of_rest)

    def _staying(self, months: int) -> Array:
        """Chance to be there so many months after joining."""
        leaving = self._network.leaving
        return np.asarray(np.prod([1 - leaving[min(age, len(leaving) - 1)] for age in range(months)], axis=0))
