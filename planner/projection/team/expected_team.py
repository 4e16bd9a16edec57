"""What everyone below buys in a month, in expectation: by level and by leg, as pay is computed on it."""

from dataclasses import replace

import numpy as np

from planner.compensation.volumes import Legs, TeamVolumes
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions
from planner.projection.team.active_members import ActiveMembers
from planner.projection.team.activity import heads_may_lack_points, passed_over
from planner.projection.team.network import Network
from planner.projection.team.people import of_today, still_there


def counted_by_company(assumptions: Assumptions, terms: Terms) -> Assumptions:
    """With what members buy less what they are to give back of it, where the company takes pay on refunds back.

    Of what a member resells the plan's share is refunded; that a refund comes a month later is left aside.
    """
    if not terms.refunds_taken_back:
        return assumptions
    kept = 1 - assumptions.refund_share * assumptions.member_resold_share
    return replace(
        assumptions,
        member_monthly_purchases=assumptions.member_monthly_purchases * kept,
        member_joining_order=assumptions.member_joining_order * kept,
        today_counted=assumptions.today_counted * kept,
    )


class ExpectedTeam:
    """Volumes below, call it with a month: who was there at its start buys in it, and who joined the month before for
    the first time.
    """

    def __init__(self, assumptions: Assumptions, terms: Terms, network: Network) -> None:
        """Nothing is counted yet."""
        assumptions = counted_by_company(assumptions, terms)
        self._given, self._terms, self._network = assumptions, terms, network
        self._members = ActiveMembers(assumptions, terms, network)
        unilevel = terms.unilevel
        self._passes_over = terms.asks_activity and unilevel is not None and unilevel.compression
        self._active_only = terms.asks_activity and unilevel is not None and not unilevel.pays_on_inactive
        self._moves: tuple[bytes, Array] | None = None  # of the last share of active members
        self._nobody: TeamVolumes | None = None  # what nobody buys in any month, where nobody ever joins
        self._today: tuple[Array, Array] | None = None  # people by level and month, and what they buy
        today = of_today(assumptions, network.joined.shape[1] - 1, len(network.leaving))
        if today is not None:
            left, buys = (still_there(each, network.leaving, assumptions.horizon) for each in today)
            self._today = left[:, 1:], buys[:, 1:] * assumptions.today_counted
        elif not network.joined.any():
            levels = np.zeros_like(network.joined[0, 1:])
            self._nobody = TeamVolumes(levels, levels, network.frontline[0], Legs.none(assumptions.scenarios))
        self._first_orders = bool(assumptions.member_joining_order.any())

    def on_levels(self, people: Array, month: int) -> Array:
        """People by level counted over the active ones, where the company passes over the others; level 1 first.

        people: by level over everyone, (levels, scenarios).
        """
        if not self._passes_over:
            return people
        active = self._members.longer(month)
        if self._moves is None or self._moves[0] != active.tobytes():
            self._moves = active.tobytes(), passed_over(active, len(people))
        return np.asarray(np.einsum("lx,lkx->kx", people, self._moves[1]))

    def active(self, month: int) -> Array:
        """Share of the members who are active, newcomers left aside, (scenarios,)."""
        return self._members.longer(month)

    def frontline(self, month: int) -> Array:
        """Active personal recruits, (scenarios,)."""
        if not self._terms.asks_activity:
            return np.asarray(self._network.frontline[max(month - 1, 0)])
        return self._members.frontline(month)

    def each_buys(self, month: int) -> tuple[Array, Array]:
        """What is paid on of one member's month at shop price, and beside it of their first order."""
        if not self._active_only:
            return self._given.member_monthly_purchases, self._given.member_joining_order
        longer, first = self._members.bought(month)
        return longer, first - longer

    def __call__(self, month: int) -> TeamVolumes:
        """The month's volumes below."""
        if self._nobody is not None:
            return self._nobody
        network, terms, before = self._network, self._terms, max(month - 1, 0)
        value = terms.commissionable_per_retail
        monthly, first = self.each_buys(month)
        level_value = self.on_levels(network.active[before, 1:], month) * monthly
        if self._today is not None:
            people, bought = self._today[0][month], self._today[1][month]
            level_value = level_value + bought - people * self._given.member_monthly_purchases
        joining = np.zeros_like(level_value)
        if self._first_orders or self._active_only:
            newcomers = self.on_levels(network.newcomers[before, 1:], month)
            level_value, joining = level_value + newcomers * first, newcomers * self._joining_paid(month)
        return TeamVolumes(level_value * value, joining * value, self.frontline(month), self._legs(month))

    def _joining_paid(self, month: int) -> Array:
        """Of one newcomer's first order, what is paid on."""
        order = self._given.member_joining_order
        return order * self._members.newcomers(month) if self._active_only else order

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
        heads = self._members.heads(month) if heads_may_lack_points(terms) else None
        return Legs(count, bought * terms.points_per_retail, bought * value, joining * value, heads=heads)
