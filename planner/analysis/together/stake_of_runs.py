"""What whoever stands right above would be paid on a person and their team, in the mean of runs: by a pay plan's rules.

In each run the mentor is put above the person. The mentor buys nothing, has what the company asks for, is paid as a
rank that is said, passes its gates, and has nobody else below, so that what rests on others of theirs is not counted.
Two legs pay on the weaker one alone, so that they pay from nothing, without another leg, to what the person's leg
brings where another is always stronger: somebody who buys without end stands for it.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.analysis.whose_orders.run_draws import draws_by_pay_plan
from planner.compensation.teams.flow import Flow
from planner.compensation.teams.month import Past
from planner.compensation.teams.pay import Moment, PaidMonth, Told, pay_month
from planner.compensation.teams.team import ROOT, Array, Bought, Team
from planner.inputs.company.company import Company
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.in_a_plan import unpaid_parts
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import blocks, expected_person_months, paths_drawn
from planner.simulation.forest_payer import MONTHS_A_YEAR, Watch
from planner.simulation.needed import levels_needed, ranks_of_tops
from planner.simulation.paths import Draws, draw_paths
from planner.simulation.team_of_forest import first_past

TIMES_A_WAY = 2  # as long as a run alone takes what is paid above it: everybody has a place there in every month
STRONGER = 1e9  # points a month of the other leg, where it is always the stronger one


@dataclass(frozen=True, slots=True)
class Above:
    """As what the mentor is paid: the number of a rank, 0 for none. other_leg: of two legs alone, where another leg of
    theirs is always the stronger one; without it everything is paid, on one leg.
    """

    rank: int
    other_leg: bool = False


@dataclass(frozen=True, slots=True)
class PaidAbove:
    """Money over the plan in its currency, by each way of being above; runs: how many it is the mean of."""

    amounts: tuple[float, ...]
    runs: int


def paid_above(plan: Plan, company: Company, ways: tuple[Above, ...], runs: int) -> PaidAbove | None:
    """What one right above is paid in the mean of so many runs, fewer where teams are large; None where no rule of the
    company's is computed.
    """
    draws = draws_by_pay_plan(plan, company)
    if draws is None or draws.terms.pay_plan is None:
        return None
    people = expected_person_months(draws.assumptions)
    number = paths_drawn(float(people.max()) * (1 + TIMES_A_WAY * len(ways)), runs)
    paid = np.zeros(len(ways))
    for first, paths in zip(*blocks(people, 1, number), strict=True):
        mentors = [Mentors(draws, draws.terms.pay_plan, way, paths) for way in ways]

        def see(month: int, below: PaidMonth, before: Past, mentors: list[Mentors] = mentors) -> None:
            for each in mentors:
                each.see(month, below, before)

        draw_paths(draws, plan.chance.seed, first, paths, Watch(see, everyone=True))
        paid += [each.paid for each in mentors]
    return PaidAbove(tuple((paid / number).tolist()), number)


class Mentors:
    """The mentors of some runs, each above the distributor of one: looks on, and pays them month by month.

    Of the team the mentors come first, then the distributors, then whoever heads the mentors' other legs, then all the
    others. paid: by all months so far, of all runs together, in the plan's currency.
    """

    def __init__(self, draws: Draws, plan: PayPlan, way: Above, runs: int) -> None:
        """plan: of the draws."""
        self._draws, self._way, self._runs = draws, way, runs
        self._plan = plan.model_copy(update={"payout_cap": None})
        others = {number for number, part in enumerate(plan.parts, start=1) if not isinstance(part, Binary)}
        self._unpaid = unpaid_parts(plan) | (others if way.other_leg else set())
        self._team: Team | None = None
        self._past: Past | None = None
        self.paid = 0.0

    def see(self, month: int, below: PaidMonth, before: Past) -> None:
        """As of a Watch that is shown everyone."""
        if self._team is None or self._past is None:
            self._team = self._with_mentors(below.month.team)
            self._past = first_past(self._plan, self._team, self._draws.assumptions.placing, levels_needed(self._plan))
        terms, level = self._draws.terms, float(self._draws.assumptions.price_level[month, 0])
        moment = Moment(month, (terms.launch_month - 1 + month) % MONTHS_A_YEAR + 1)
        told = Told(
            unpaid=self._unpaid,
            levels=levels_needed(self._plan),
            ranks_of_tops=ranks_of_tops(self._plan),
            active=self._active(below.month.active),
            tops_rank=self._way.rank,
            watch=(counted := Counted(self._plan, self._runs)).see,
        )
        bought = self._bought(below.month.all_bought)
        paid, self._past = pay_month(self._plan, self._team, moment, bought, self._known(self._past, before), told)
        if terms.pays_in(month):
            self.paid += counted.of(paid) * terms.pay_times * level

    def _with_mentors(self, team: Team) -> Team:
        """The same people with a mentor above each distributor, and the head of another leg beside."""
        runs, tops = self._runs, np.arange(self._runs)
        above = np.where(team.above < runs, team.above + runs, team.above + 2 * runs)[runs:]
        generations = (slice(0, runs), slice(runs, 3 * runs))
        below = (slice(rows.start + 2 * runs, rows.stop + 2 * runs) for rows in team.generations[1:])
        return replace(
            team,
            members=("",) * (len(team) + 2 * runs),
            above=np.concatenate([np.full(runs, ROOT), tops, tops, above]),
            joined=self._in_place(team.joined),
            generations=(*generations, *below),
            new_from=None if team.new_from is None else self._in_place(team.new_from),
            last=None if team.last is None else self._in_place(team.last),
            top=None if team.top is None else self._in_place(team.top),
        )

    def _in_place(self, of_team: Any) -> Any:
        """A value each: mentors and heads of other legs have that of the distributor, who are there all the time."""
        own = of_team[: self._runs]
        return np.concatenate([own, own, own, of_team[self._runs :]])

    def _lifted(self, of_team: Array) -> Array:
        """A value each: nothing of mentors and of heads of other legs."""
        runs, nothing = self._runs, np.zeros(self._runs)
        return np.concatenate([nothing, of_team[:runs], nothing, of_team[runs:]])

    def _active(self, of_team: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Who is active: mentors always, and heads of other legs where there are any."""
        runs, yes = self._runs, np.ones(self._runs, dtype=np.bool_)
        return np.concatenate([yes, of_team[:runs], yes & self._way.other_leg, of_team[runs:]])

    def _bought(self, everything: Bought) -> Bought:
        """What everybody bought, and the head of the other leg without end, where there is one that is stronger."""
        heads = slice(2 * self._runs, 3 * self._runs)

        def lifted(each: Array, of_heads: float = 0.0) -> Array:
            found = self._lifted(each)
            found[heads] = of_heads
            return found

        def if_known(each: Array | None) -> Array | None:
            return None if each is None else lifted(each)

        endless = STRONGER if self._way.other_leg else 0.0
        return Bought(
            points=lifted(everything.points, endless),
            value=lifted(everything.value, endless),
            by_customers=lifted(everything.by_customers),
            joining=lifted(everything.joining),
            customers=if_known(everything.customers),
            sold=if_known(everything.sold),
            used=if_known(everything.used),
        )

    def _known(self, past: Past, before: Past) -> Past:
        """What the months before left: of those in the run as they were paid there, before the plan too."""
        return replace(
            past,
            lifetime=self._lifted(before.lifetime),
            points=tuple(map(self._lifted, before.points)),
            sales=tuple(map(self._lifted, before.sales)),
        )


class Counted:
    """What the mentors are paid of a month on the distributor's orders and on those of everybody below them."""

    def __init__(self, plan: PayPlan, runs: int) -> None:
        """Nothing is counted yet."""
        self._plan, self._runs = plan, runs
        self._amounts: Array = np.zeros((len(plan.parts), runs))

    def see(self, place: int, _month: Any, rows: Flow) -> None:
        """Some rows of a part; amounts for a rank and shares of a pool rest on nobody's orders alone."""
        heads = (rows.source >= 2 * self._runs) & (rows.source < 3 * self._runs)
        theirs = (rows.source >= self._runs) & ~heads
        if isinstance(self._plan.parts[place], Binary):
            theirs = theirs | (rows.source == ROOT)
        mine = np.flatnonzero((rows.earner < self._runs) & theirs)
        self._amounts[place] += np.bincount(rows.earner[mine], weights=rows.amount[mine], minlength=self._runs)

    def of(self, paid: PaidMonth) -> float:
        """Of all runs, what is left of it after caps and rounding."""
        shares = [paid.share_paid(place)[: self._runs] for place in range(len(paid.parts))]
        return float(sum((amounts * share).sum() for amounts, share in zip(self._amounts, shares, strict=True)))
