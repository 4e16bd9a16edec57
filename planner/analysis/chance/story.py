"""One run of a plan told in full: who came, what was ordered, who joined, what was paid and on what, month by month."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.analysis.measures import reasons
from planner.analysis.measures.measure import payback
from planner.analysis.measures.milestones import Milestone, peak_funding
from planner.inputs.plan.chance import Chance
from planner.inputs.plan.team_today import people_in
from planner.simulation.engine import Simulation, draws_of
from planner.simulation.paths import Paths, draw_paths
from planner.simulation.result import Outcome, outcome

Stop = Literal["limit", "review", "money", "as_others"]


@dataclass(frozen=True, slots=True)
class StoryMonth:
    """A month of the run. customers: at its end; joined: below, in the month; team: those below who act in it.

    rank: the company's name of what is paid as, "" without; place: which of its ranks that is from the lowest, 0 none.
    Pay from the company as earned, by what it rests on: pay_own on own purchases, pay_team on what others buy,
    pay_joining the part of pay_team on first orders. cash: in less out. total: running total of it.
    """

    month: int
    new_customers: int
    customers: int
    orders: int
    joined: int
    team: int
    rank: str
    place: int
    pay_own: float
    pay_team: float
    pay_joining: float
    cash: float
    total: float

    @property
    def pay(self) -> float:
        """All pay of the month."""
        return self.pay_own + self.pay_team


@dataclass(frozen=True, slots=True)
class Story:
    """A run from launch to its last month worked. number: which of the runs, counted from 1.

    share: of the runs that do worse. result: as in Outcome. ranked: whether the
    company has ranks. deepest_hole: a positive amount or 0, in hole_month. back: when the money is back for good.
    stopped: why the distributor stops before the horizon; None where the plan is carried through. today: people with
    whom the plan begins, whom nobody's joining counts.
    """

    number: int
    share: float
    months: tuple[StoryMonth, ...]
    result: float
    ranked: bool
    deepest_hole: float
    hole_month: int
    back: Milestone
    stopped: Stop | None
    today: int = 0

    @property
    def last(self) -> StoryMonth:
        """The last month worked."""
        return self.months[-1]


def story_at(simulation: Simulation, share: float) -> Story:
    """The run below which this share of the runs ends; drawn again, the same as it was."""
    order = np.argsort(simulation.outcome.result, kind="stable")
    index = int(order[round(share * (simulation.paths - 1))])
    return story_of(simulation, index, share)


def story_of(simulation: Simulation, index: int, share: float) -> Story:
    """The run of this index, from 0."""
    plan, company = simulation.plan, simulation.company
    draws = draws_of(plan, company)
    paths = draw_paths(draws, plan.chance.seed, index, 1)
    found = outcome(plan, company.buy_back, paths)
    last = int(found.last_month[0])
    # With the month after stopping, in which what is still to come has come and what is owed is paid.
    told = slice(min(last + 2, len(found.results)))
    total = found.settled[told, 0]
    hole, month = peak_funding(total[:, None])
    return Story(
        number=index + 1,
        share=share,
        months=tuple(month_of(paths, number, draws.terms.rank_name) for number in range(last + 1)),
        result=float(found.result[0]),
        ranked=bool(company.rank_names),
        deepest_hole=float(hole[0]),
        hole_month=int(month[0]),
        back=payback(total, found.results[told, 0], reasons.money_not_back),
        stopped=why_stopped(plan.chance, found, plan.horizon_months),
        today=people_in(plan.team.today),
    )


def month_of(paths: Paths, month: int, name: Callable[[int], str]) -> StoryMonth:
    """One month of a single path; name: of a rank."""
    pay, statement = paths.trading.pays[month], paths.statement
    before = paths.joined[month - 1, 0] if month else 0.0
    return StoryMonth(
        month=month,
        new_customers=int(paths.sales.new_customers[month, 0]),
        customers=int(paths.sales.closing_customers[month, 0]),
        orders=int(paths.sales.orders[month, 0]),
        joined=int(paths.joined[month, 0] - before),
        team=int(paths.team[month, 0]),
        rank=name(int(pay.rank[0])),
        place=int(pay.rank[0]),
        pay_own=float(pay.on_own[0]),
        pay_team=float(pay.on_team[0]),
        pay_joining=float(pay.on_joining[0]),
        cash=float(statement.net_cash_flow[month, 0]),
        total=float(statement.cumulative_cash_flow[month, 0]),
    )


def why_stopped(chance: Chance, found: Outcome, horizon: int) -> Stop | None:
    """What makes the distributor of a single path stop before the horizon; the stop rule first where both would."""
    last = int(found.last_month[0])
    if last >= horizon:
        return None
    if chance.most_to_lose is not None and int(found.limit_month[0]) == last:
        return "limit"
    if int(found.review_month[0]) == last:
        return "review"
    return "money" if found.for_money[0] else "as_others"
