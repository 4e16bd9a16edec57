"""What a plan is asked to reach, and whether it does: over many runs, and if everything goes exactly as entered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.analysis.case import Case
from planner.analysis.chance.odds import left_per_hour, money_back, share
from planner.analysis.measures.measure import average_wage, left_a_month, monthly_hours
from planner.analysis.measures.milestones import CENT, Array, at_least_zero, first_lasting, peak_funding
from planner.analysis.projected import projected_beside
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import DEFAULT_SCALE, Plan
from planner.language import mark
from planner.messages import Unit
from planner.projection.statement import Statement
from planner.simulation.engine import Simulation
from planner.simulation.result import LAST_MONTHS

GoalKind = Literal["income", "payback", "hole", "loss", "wage"]

HALF = 0.5  # of the runs, which a median reaches
A_THIRD = 1 / 3
EXACT = 1e-9
SMALL_INCOME = 200.0  # dollars a month, to begin with: a judgement, any amount is as good

TITLES: dict[GoalKind, str] = {
    "loss": mark("Chance of losing money"),
    "payback": mark("Money back by month"),
    "hole": mark("Deepest hole"),
    "income": mark("Net income a month"),
    "wage": mark("Per hour worked"),
}
UNITS: dict[GoalKind, Unit] = {
    "loss": "share",
    "payback": "month",
    "hole": "money",
    "income": "money",
    "wage": "money",
}
MEANINGS: dict[GoalKind, str] = {
    "loss": mark(
        "Losing money: the result is below zero, after the tax that the plan counts; unsold goods are not counted."
    ),
    "payback": mark("Money back: running total and result are zero or more from that month to the end."),
    "hole": mark(
        "Deepest hole: the lowest that the running total of all money in and out gets if you go on, also in runs in "
        "which you stop early."
    ),
    "income": mark(
        "Net income a month: what the last 12 months leave, or all months after the start where there are fewer, "
        "divided by their number. Goods count when they are sold, pay, tax and VAT when they arise, and what it cost "
        "to get started is left out."
    ),
    "wage": mark("Per hour worked: what is left at the end, after the tax that the plan counts, divided by all hours."),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked. figure, by kind:

    income: at least so much a month; payback: by this month, beyond the horizon as at its end; hole: at most so much;
    wage: at least so much an hour. These are asked of half of the runs or more. loss: the share of runs, at most, that
    lose money.
    """

    kind: GoalKind
    figure: float


@dataclass(frozen=True, slots=True)
class Tried:
    """What a plan comes to, asked for a goal.

    reached: whether it does. figure: in runs, what half of them reach (income, hole, wage), or the share of them
    (payback: back by the month, loss: that lose); as entered, income, month of payback, hole, what is left at the end
    (loss) or earnings per hour; None where there is none. close: the higher, the nearer to the goal, where it is 0.
    lose: share of runs that lose money, and runs their number; both None as entered.
    """

    reached: bool
    figure: float | None
    close: float
    lose: float | None = None
    runs: int | None = None


def usual_goal(kind: GoalKind, plan: Plan) -> Goal:
    """The goal that is asked where no figure is stated: own cash, own wage, a year, a third of the runs.

    Without a reference wage: that no hour costs anything.
    """
    money = plan.money_and_time
    figures: dict[GoalKind, float] = {
        "income": SMALL_INCOME * DEFAULT_SCALE.get(plan.currency, 1),
        "payback": float(min(plan.horizon_months, LAST_MONTHS)),
        "hole": money.own_cash,
        "loss": A_THIRD,
        "wage": average_wage(plan) or 0.0,
    }
    return Goal(kind, figures[kind])


def in_runs(goal: Goal, simulation: Simulation) -> Tried:
    """Whether enough runs reach it."""
    found, runs = simulation.outcome, simulation.paths
    lose = share(found.result <= -CENT)
    match goal.kind:
        case "loss":
            return Tried(lose <= goal.figure + EXACT, lose, goal.figure - lose, lose, runs)
        case "payback":
            back = share(at_least_zero(least_from(goal, money_back(found))))
            return Tried(back >= HALF, back, back - HALF, lose, runs)
        case "hole":
            return _of_figure(goal, half_at_most(peak_funding(found.cumulative)[0]), lose, runs)
        case "income":
            return _of_figure(goal, half_at_least(found.income), lose, runs)
        case "wage":
            return _of_figure(goal, half_at_least(left_per_hour(simulation)), lose, runs)


def as_entered(goal: Goal, case: Case) -> Tried:
    """Whether it is reached if everything goes exactly as entered."""
    return _as_entered(goal, [case.plan], case.projection.statement)[0]


def as_entered_beside(goal: Goal, plans: Sequence[Plan], company: Company, runs: int) -> list[Tried]:
    """The same of several plans on a company. runs: how many pay is the mean of, where it is one."""
    found: dict[int, Tried] = {}
    for places, projection in projected_beside(plans, company, runs):
        of_these = _as_entered(goal, [plans[place] for place in places], projection.statement)
        found.update(zip(places, of_these, strict=True))
    return [found[place] for place in range(len(plans))]


def _as_entered(goal: Goal, plans: Sequence[Plan], statement: Statement) -> list[Tried]:
    """Of plans that are the scenarios of a statement."""
    match goal.kind:
        case "loss":
            return [Tried(left > -CENT, left, left) for left in statement.result[-1].tolist()]
        case "payback":
            both = np.minimum(statement.cumulative_cash_flow, statement.result)
            months, back, _ = first_lasting(at_least_zero(both))
            ways = zip(months.tolist(), back.tolist(), least_from(goal, both).tolist(), strict=True)
            return [Tried(least > -CENT, float(month) if there else None, least) for month, there, least in ways]
        case "hole":
            figures = peak_funding(statement.cumulative_cash_flow)[0].tolist()
        case "income":
            figures = [left_a_month(each) for each in statement.trading_result.T]
        case "wage":
            hours = [monthly_hours(plan) * plan.horizon_months for plan in plans]
            results = zip(statement.result[-1].tolist(), hours, strict=True)
            figures = [left / worked if worked >= 1 else None for left, worked in results]
    return [_of_figure(goal, figure) for figure in figures]


def least_from(goal: Goal, both: Array) -> Array:
    """The lowest from the goal's month to the end, of the lower of cash and result: the money is back if it is zero."""
    return np.asarray(both[min(int(goal.figure), len(both) - 1) :].min(axis=0))


def half_at_least(values: Array | None) -> float | None:
    """The highest amount that half of the runs or more reach."""
    return None if values is None else float(np.quantile(values, HALF, method="higher"))


def half_at_most(values: Array) -> float:
    """The lowest amount that half of the runs or more stay within."""
    return float(np.quantile(values, HALF, method="lower"))


def _of_figure(goal: Goal, figure: float | None, lose: float | None = None, runs: int | None = None) -> Tried:
    if figure is None:
        return Tried(reached=False, figure=None, close=-np.inf, lose=lose, runs=runs)
    close = goal.figure - figure if goal.kind == "hole" else figure - goal.figure
    return Tried(close > -CENT, figure, close, lose, runs)
