"""A month of a team as pay rules meet it: who is active, everyone's rank, and what earlier months left."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.compensation.activity import LONGEST, meets
from planner.compensation.teams.ranks import Ranks, Standing
from planner.compensation.teams.team import Array, Bought, Team
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.terms import MONTHS_OF_A_QUARTER


@dataclass(frozen=True, slots=True)
class TeamMonth:
    """What the rules of a month rest on; a place each member, as in the team.

    levels: down to how many levels below those at the tops it is asked what a part pays, 0 the tops alone; None: of
    everybody.

    number: of the month, as Team.joined counts. name: 2026-11. bought: what counts as volume; all_bought: with it the
    orders at joining that only a fast start is paid on. stands: active, points of the groups, legs, and the rank
    that everyone is paid as. title: the highest rank so far, and
    title_before: as it was before this month.
    """

    team: Team
    plan: PayPlan
    number: int
    name: str
    bought: Bought
    all_bought: Bought
    stands: Standing
    title: Ranks
    title_before: Ranks
    levels: int | None = None

    @property
    def active(self) -> NDArray[np.bool_]:
        """Who has what the company asks for."""
        return self.stands.active

    @property
    def rank(self) -> Ranks:
        """Paid as, 0 none, i the plan's i-th."""
        return self.stands.rank

    def paid_from(self, name: str | None) -> NDArray[np.bool_]:
        """Who is active and paid as the rank of that name or a higher one; everyone active without a name."""
        paid = self.active
        if self.levels is not None:
            paid = np.zeros_like(paid)
            paid[self.asked] = self.active[self.asked]
        if name is None:
            return paid
        return paid & (self.rank >= self.plan.rank_names.index(name) + 1)

    @property
    def tops_alone(self) -> bool:
        """Whether it is asked of nobody but the tops what a part pays."""
        return self.levels == 0

    @property
    def asked(self) -> slice:
        """Of whom it is asked what a part pays."""
        generations = self.team.generations
        if self.levels is None or self.levels >= len(generations):
            return slice(0, len(self.team))
        return slice(0, generations[self.levels].stop)


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier months left. points, sales: of each month before, the latest first. lifetime: own points so far,
    where a rank asks for them.

    in_row, title: as in Standing and TeamMonth. kept: what a part of the plan keeps for the next month, by its place;
    gates: what each of its gates does.
    """

    lifetime: Array
    title: Ranks
    points: tuple[Array, ...] = ()
    sales: tuple[Array, ...] = ()
    in_row: Ranks | None = None
    kept: dict[int, Any] = field(default_factory=dict)
    gates: tuple[Any, ...] = ()

    def after(self, plan: PayPlan, bought: Bought) -> "Past":
        """The same once a month has gone by, as far as activity asks."""
        points, sales = months_kept(plan)
        counts = any(rule.lifetime_volume for rule in plan.ranks)
        return replace(
            self,
            lifetime=self.lifetime + bought.points if counts else self.lifetime,
            points=(bought.points, *self.points)[:points],
            sales=(sales_of(plan, bought), *self.sales)[:sales] if sales else (),
        )


def months_kept(plan: PayPlan) -> tuple[int, int]:
    """Of how many months before own points, and sales, are kept, as far as activity asks."""
    window = plan.activity_window
    longest = (2 if window == "quarter" else 1) * LONGEST[window] - 1  # of a quarter the one before it counts too
    return longest * (plan.minimum_personal_volume > 0), longest * (plan.minimum_sales > 0)


def sales_of(plan: PayPlan, bought: Bought) -> Array:
    """Sales to outside customers at shop price; their points where the plan does not say what 100 of it bring."""
    each = 1.0 if plan.points_per_100_retail is None else 100 / plan.points_per_100_retail
    return bought.by_customers * each


def who_is_active(
    plan: PayPlan, team: Team, number: int, calendar_month: int, bought: Bought, past: Past
) -> NDArray[np.bool_]:
    """Who is a member and has what the company asks for, over its window. calendar_month: 1 to 12."""
    new_from = team.joined if team.new_from is None else team.new_from
    place, since = (calendar_month - 1) % MONTHS_OF_A_QUARTER, number - new_from
    demands, active = [], team.there(number)
    if plan.minimum_personal_volume > 0:
        demands.append((plan.minimum_personal_volume, (bought.points, *past.points)))
    if plan.minimum_sales > 0:
        demands.append((plan.minimum_sales, (sales_of(plan, bought), *past.sales)))
    for asked, months in demands:
        nothing = np.zeros(len(team))

        def back(ago: int, months: tuple[Array, ...] = months, nothing: Array = nothing) -> Array:
            return months[ago] if ago < len(months) else nothing

        active = active & meets(plan.activity_window, asked, back, since, place)
    return active
