"""Pay of many downlines at once by a company's pay plan: every person of a forest, month by month.

Each distributor stands at the top of a team of their own; everybody who ever joins below stands in it from the start,
and is a member from their first order until they leave.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.pay import MonthPay, OwnMonth
from planner.compensation.teams.flow import Flow
from planner.compensation.teams.month import Past, TeamMonth, months_kept, sales_of
from planner.compensation.teams.on_orders import joining_share
from planner.compensation.teams.pay import Moment, PaidMonth, Told, pay_month
from planner.compensation.teams.ranks import by_total
from planner.compensation.teams.team import ROOT, Bought, Index, Team
from planner.inputs.pay.in_a_plan import unpaid_parts
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.team import Placing
from planner.inputs.terms import Terms
from planner.simulation.forest import Forest
from planner.simulation.needed import levels_needed, ranks_of_tops, without_those_gone
from planner.simulation.person_months import ForestMonths
from planner.simulation.sampling import Array
from planner.simulation.team_of_forest import TeamByMonth, first_past, past_of, placements_of, team_of

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Watch:
    """Somebody who looks on while runs are paid. see: is shown each month once, by its number, with the distributors in
    the first places, one a run, and what the months before left to it; amounts are the company's own, at the prices of
    the launch. everyone: whether all who ever join have their place in every month. receipts: whether receipts are
    asked for, whose rows say of which step they are.
    """

    see: Callable[[int, PaidMonth, Past], None]
    everyone: bool = False
    receipts: bool = False


class ForestPayer:
    """A Payer (compensation.pay) of the distributors of a forest. All of them pay in the company's own currency, and
    what a distributor is paid is multiplied by the rate.
    """

    def __init__(
        self,
        forest: Forest,
        people: ForestMonths,
        terms: Terms,
        plan: PayPlan,
        placing: Placing,
        watch: Watch | None = None,
    ) -> None:
        """people: the months of the forest. plan: of the terms. placing: of whoever is placed on one of two legs."""
        self._terms, self._paths, self._watch = terms, forest.paths, watch
        self._plan = plan.model_copy(update={"payout_cap": None})  # a cap on all pay is not known from one downline
        levels = {} if watch is not None and watch.receipts else levels_needed(plan)
        self._told = Told(unpaid=unpaid_parts(plan), levels=levels, ranks_of_tops=ranks_of_tops(plan) and bool(levels))
        drops = without_those_gone(plan) and not (watch is not None and watch.everyone)
        self._below, self._members = Below(forest, people, terms), team_of(forest, people)
        self._past = first_past(self._plan, self._members, placing, levels)
        self._team = TeamByMonth(self._members, placements_of(self._past), drops=drops)
        self._before, self._bought = self._past, self._below.nobody

    def __call__(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> MonthPay:
        """As of a Payer."""
        self._members, moved = self._team.of(month)
        if not month:
            self._members = from_month_one(self._members)
        self._before = self._past if moved is None else past_of(self._past, moved)
        self._bought = self._below.bought(month, self._members, self._team.rows)
        pay, self._past, paid = self._paid(month, own, active)
        if self._watch is not None:
            self._watch.see(month, paid, self._before)
        if not month:
            self._past = self._below.with_months_before(self._plan, self._past, self._team.rows)
        return pay

    def would_pay(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> MonthPay:
        """As of a Payer."""
        return self._paid(month, own, active)[0]

    def _paid(self, month: int, own: OwnMonth, active: NDArray[np.bool_]) -> tuple[MonthPay, Past, PaidMonth]:
        """The pay of a month, what it leaves for the next, and the month of everybody."""
        terms, tops = self._terms, slice(0, self._paths)
        moment = Moment(month, (terms.launch_month - 1 + month) % MONTHS_A_YEAR + 1)
        bought = with_own(self._bought, own, self._paths, terms.rate)
        rests = RestsOn(self._plan, self._paths)
        told = replace(self._told, tops_active=active, watch=rests.see)
        paid, past = pay_month(self._plan, self._members, moment, bought, self._before, told)
        on_own, on_team, on_joining = (each * terms.pay_times for each in rests.of(paid))
        stands = paid.month.stands
        group = (stands.total if by_total(self._plan) else stands.group)[tops]
        return MonthPay(on_own, on_team, on_joining, group, stands.rank[tops], active), past, paid


def from_month_one(team: Team) -> Team:
    """The team at launch, when nobody below is there yet: those who were before the plan act from month 1."""
    joined = np.maximum(team.joined, 1)
    joined[team.tops] = team.joined[team.tops]
    return replace(team, joined=joined)


class RestsOn:
    """What the distributors are paid of a month, by what it rests on, gathered from the rows of each part."""

    def __init__(self, plan: PayPlan, paths: int) -> None:
        """Nothing is gathered yet."""
        self._plan, self._paths = plan, paths
        self._own, self._joining = (np.zeros((len(plan.parts), paths)) for _ in range(2))
        self._shares: dict[int, Array] = {}

    def see(self, place: int, month: TeamMonth, rows: Flow) -> None:
        """Some rows of the part at this place."""
        part = self._plan.parts[place]
        if not part.rests_on_orders():
            return
        mine = rows.earner < self._paths
        own = np.flatnonzero(mine & (rows.source == rows.earner))
        if len(own):
            self._own[place] += self._of(rows, own, 1.0)
        if place not in self._shares:
            self._shares[place] = joining_share(part, month)
        share = self._shares[place][rows.source]  # of nobody's orders, the last one's; but such rows are left out
        others = np.flatnonzero(mine & (share > 0) & (rows.source != rows.earner) & (rows.source != ROOT))
        if len(others):
            self._joining[place] += self._of(rows, others, share[others])

    def _of(self, rows: Flow, some: NDArray[np.intp], share: Array | float) -> Array:
        """What the distributors are paid of some of the rows, or of a share of them."""
        amounts = rows.base[some] * rows.rate[some] * share
        return np.asarray(np.bincount(rows.earner[some], weights=amounts, minlength=self._paths), dtype=np.float64)

    def of(self, paid: PaidMonth) -> tuple[Array, Array, Array]:
        """What is paid on one's own orders, on those of others or nobody's, and of the latter on joining orders."""
        own, team, joining = (np.zeros(self._paths) for _ in range(3))
        for place, part in enumerate(paid.parts):
            gross, left = part.gross[: self._paths], paid.left[place][: self._paths]
            share = np.divide(left, gross, out=np.ones_like(gross), where=gross != 0)
            on_own = self._own[place] * share
            own, team = own + on_own, team + (left - on_own)
            joining = joining + self._joining[place] * share
        return own, team, joining


class Below:
    """What everybody below buys, month by month, a place each as in the team; nothing at the places of the tops."""

    def __init__(self, forest: Forest, people: ForestMonths, terms: Terms) -> None:
        """Nothing is laid out yet."""
        self._people, self._terms, self._paths = people, terms, forest.paths
        self._first_row = np.cumsum(forest.acts) - forest.acts - forest.born - 1  # of month 0, were there one
        resold = people.resold_by_path
        self._resold = resold[:1] if (resold == resold[:1]).all() else resold  # the same of all, or of each path

    @property
    def nobody(self) -> Bought:
        """A month without anybody below."""
        nothing = np.zeros(self._paths)
        return Bought(nothing, nothing, nothing, nothing, nothing, nothing, nothing)

    def bought(self, month: int, team: Team, members: Index) -> Bought:
        """Of one month; members: who of the forest stand in the team, by their rows there. What members do not resell
        they use themselves.
        """
        people, terms, paths = self._people, self._terms, self._paths
        nothing = np.zeros(len(team))
        acts = team.there(month)[paths:]
        there = np.flatnonzero(acts) if month else members[:0]  # before it nobody buys
        if not len(there):
            return Bought(nothing, nothing, nothing, nothing, nothing, nothing, nothing)
        goods = nothing.copy()
        goods[paths:][there] = people.bought[self._first_row[members[there]] + month]
        points = goods * terms.points_per_retail
        by_customers = points * (self._resold if len(self._resold) == 1 else self._resold[team.top_of()])
        joining = nothing
        if people.joining is not None:
            new = np.flatnonzero(acts & (team.joined[paths:] == month))
            joining = nothing.copy()
            joining[paths:][new] = people.joining[self._first_row[members[new]] + month] * terms.points_per_retail
        return Bought(
            points=points,
            value=goods * terms.commissionable_per_retail / terms.rate,
            by_customers=by_customers,
            joining=joining,
            customers=nothing,
            sold=nothing,
            used=points - by_customers,
        )

    def with_months_before(self, plan: PayPlan, past: Past, members: Index) -> Past:
        """The same with what those who were there before the plan had bought by its launch, month by month, but for
        the first months of each where a fast start alone is paid on what they order in these.

        members: as of bought().
        """
        people, first = self._people, self._paths
        if people.tenure is None or people.own_average is None:
            return past
        points, tenure = np.zeros(first + len(members)), np.zeros(first + len(members), dtype=np.int64)
        points[first:] = np.maximum(people.own_average[members], 0.0) * self._terms.points_per_retail
        tenure[first:] = np.maximum(people.tenure[members] - plan.volume_from, 0)
        resold = np.zeros(len(points))
        resold[first:] = people.resold_share[members]
        sales = sales_of(plan, replace(self.nobody, by_customers=points * resold))
        kept = months_kept(plan)

        def before(known: tuple[Array, ...], each: Array, number: int) -> tuple[Array, ...]:
            """By how many months before the first of the plan."""
            months = [np.where(tenure > ago, each, 0.0) for ago in range(number)]
            months[: len(known)] = [some + had for some, had in zip(months, known, strict=False)]
            return tuple(months)

        return replace(
            past,
            lifetime=past.lifetime + points * tenure,
            points=before(past.points, points, kept[0]),
            sales=before(past.sales, sales, kept[1]),
        )


def with_own(below: Bought, own: OwnMonth, paths: int, rate: float) -> Bought:
    """The month with what the distributors bought themselves, who come first.

    What customers got is of the month's goods as far as these go, and of the shelf beyond it.
    """

    def first(of_others: Array | None, own: Array | float) -> Array:
        found = np.zeros_like(below.points) if of_others is None else of_others.copy()
        found[:paths] = own
        return found

    at_once = np.minimum(own.by_customers, own.volume)
    return replace(
        below,
        points=first(below.points, own.volume),
        value=first(below.value, own.value / rate),
        by_customers=first(below.by_customers, at_once),
        customers=first(below.customers, own.customers),
        sold=first(below.sold, own.by_customers - at_once),
    )
