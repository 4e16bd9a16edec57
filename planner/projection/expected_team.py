"""What everyone below buys in a month, in expectation: by level and by leg, as pay is computed on it."""

import numpy as np

from planner.compensation.volumes import Legs, TeamVolumes
from planner.inputs.terms import Terms
from planner.projection.activity import Activity, asks_for_points, heads_may_lack_points
from planner.projection.assumptions import Array, Assumptions
from planner.projection.network import Network


class ExpectedTeam:
    """Volumes below, call it with a month: who was there at its start buys in it, and who joined the month before for
    the first time.
    """

    def __init__(self, assumptions: Assumptions, terms: Terms, network: Network) -> None:
        """Nothing is counted yet but the shares that hold in every month."""
        self._given, self._terms, self._network = assumptions, terms, network
        unilevel, order = terms.unilevel, assumptions.member_joining_order
        self._active: tuple[Array, Array] | None = None  # share of members, and of those in their first month
        self._moves: Array | None = None
        self._each_buys, self._joining_paid = (assumptions.member_monthly_purchases, order), order
        if asks_for_points(terms):
            activity = Activity(assumptions, terms)
            self._active = activity.active(), activity.active(first_order=True)
            if unilevel is not None and unilevel.compression:
                self._moves = activity.passed_over(network.active.shape[1] - 1)
            if unilevel is not None and not unilevel.pays_on_inactive:
                longer, first = activity.bought_by_active(), activity.bought_by_active(first_order=True)
                self._each_buys, self._joining_paid = (longer, first - longer), order * self._active[1]
        self._nobody: TeamVolumes | None = None  # what nobody buys in any month, where nobody ever joins
        if not network.joined.any():
            levels = np.zeros_like(network.joined[0, 1:])
            self._nobody = TeamVolumes(levels, levels, network.frontline[0], Legs.none(assumptions.scenarios))
        self._first_orders = bool(order.any())
        self._heads = heads_by_rank(assumptions, terms) if self._nobody is None else None

    def on_levels(self, people: Array) -> Array:
        """People by level counted over the active ones, where the company passes over the others; level 1 first.

        people: by level over everyone, (levels, scenarios).
        """
        return people if self._moves is None else np.asarray(np.einsum("lx,lkx->kx", people, self._moves))

    def frontline(self, month: int) -> Array:
        """Active personal recruits, (scenarios,)."""
        before = max(month - 1, 0)
        front: Array = self._network.frontline[before]
        if self._active is None:
            return front
        new: Array = self._network.joined[before, 1]
        longer, first = self._active
        return np.asarray((front - new) * longer + new * first)

    def each_buys(self) -> tuple[Array, Array]:
        """What is paid on of one member's month at shop price, and beside it of their first order."""
        return self._each_buys

    def __call__(self, month: int) -> TeamVolumes:
        """The month's volumes below."""
        if self._nobody is not None:
            return self._nobody
        network, terms, before = self._network, self._terms, max(month - 1, 0)
        value = terms.commissionable_per_retail
        monthly, first = self._each_buys
        level_value = self.on_levels(network.active[before, 1:]) * monthly
        joining = np.zeros_like(level_value)
        if self._first_orders:
            newcomers = self.on_levels(network.newcomers[before, 1:])
            level_value, joining = level_value + newcomers * first, newcomers * self._joining_paid
        return TeamVolumes(level_value * value, joining * value, self.frontline(month), self._legs(month))

    def _legs(self, month: int) -> Legs:
        """The legs of each join month, whether their members are active or not: what they buy counts in the group."""
        given, terms = self._given, self._terms
        count, people = self._network.legs(month)
        bought = people * given.member_monthly_purchases
        joining = np.zeros_like(bought)
        if self._first_orders:
            joining = self._network.leg_joiners(month) * given.member_joining_order
            bought = bought + joining
        value = terms.commissionable_per_retail
        heads = None
        if self._heads is not None:
            older, new = self._heads
            heads = np.repeat(older[:, None], len(count), axis=1)
            heads[:, -1] = new  # who joined the month before
        return Legs(count, bought * terms.points_per_retail, bought * value, joining * value, heads=heads)


def heads_by_rank(assumptions: Assumptions, terms: Terms) -> tuple[Array, Array] | None:
    """Share of members who have the own points that each rank asks for, (ranks, scenarios): later, and in their first
    month. None where all have.
    """
    ranks = terms.ranks
    if ranks is None or not heads_may_lack_points(terms):
        return None
    activity = Activity(assumptions, terms)
    asked = [max(row.personal_volume, terms.minimum_personal_volume) for row in ranks.rows]
    shares = {points: [activity.share(points, first_order=first) for first in (False, True)] for points in set(asked)}
    older, new = (np.array([shares[points][first] for points in asked]) for first in (False, True))
    older, new = np.broadcast_arrays(older, new)
    return older, new
