"""What a projection comes to: the measures of one scenario, each as the model document defines it."""

from dataclasses import dataclass

import numpy as np
import numpy_financial as npf

from planner.analysis import reasons
from planner.analysis.milestones import CENT, Array, Milestone, at_least_zero, first_lasting, peak_funding
from planner.analysis.rate_of_return import RateOfReturn, find_rate_of_return
from planner.inputs.plan import Plan
from planner.projection.engine import Projection
from planner.timeline import WEEKS_PER_MONTH, monthly_rate


@dataclass(frozen=True, slots=True)
class Measures:
    """One scenario in figures; money in the plan's currency, over the whole horizon.

    total: cumulative net cash flow at the horizon. money_runs_out: first month in which the own cash does not cover the
    running total, None where it does to the horizon. contribution_per_order: what an order leaves after its goods, at
    the last month's price. fixed_costs_a_month: average fees and running costs of a trading month. break_even_orders:
    orders a month that cover them, None where an order leaves less than half a cent. planned_orders: of the last month.
    margin_of_safety: share by which planned orders exceed break-even, None without either. earnings_per_hour: None
    without hours.
    """

    peak_funding_need: float
    peak_funding_month: int
    money_runs_out: int | None
    total: float
    operating_break_even: Milestone
    payback: Milestone
    payback_with_time: Milestone
    contribution_per_order: float
    fixed_costs_a_month: float
    break_even_orders: int | None
    planned_orders: float
    margin_of_safety: float | None
    hours: float
    earnings_per_hour: float | None
    net_present_value: float
    rate_of_return: RateOfReturn
    return_on_money: float | None


def time_cost(plan: Plan) -> Array:
    """Every hour at the reference wage, by month, shape (horizon + 1,); none in month 0."""
    cost = np.full(plan.horizon_months + 1, monthly_hours(plan) * plan.money_and_time.reference_wage)
    cost[0] = 0.0
    return cost


def monthly_hours(plan: Plan) -> float:
    """Hours of an average month, from the hours a week."""
    return plan.money_and_time.hours_a_week * WEEKS_PER_MONTH


def measure(plan: Plan, projection: Projection, scenario: int = 0) -> Measures:
    """The measures of one scenario. plan supplies hours, wage and saving rate."""
    statement = projection.statement
    flows = statement.net_cash_flow[:, scenario]
    cumulative = np.cumsum(flows)
    need, month = (float(value[0]) for value in peak_funding(cumulative[:, None]))
    total = float(cumulative[-1])
    fixed = float((statement.spread_fees + statement.spread_expenses)[1:, scenario].mean())
    contribution = contribution_per_order(projection, scenario)
    orders = float(projection.sales.orders[-1, scenario])
    break_even = int(np.ceil(fixed / contribution - 1e-9)) if contribution >= CENT else None
    hours = monthly_hours(plan) * plan.horizon_months
    rate = monthly_rate(plan.money_and_time.annual_saving_rate)
    return Measures(
        peak_funding_need=need,
        peak_funding_month=int(month),
        money_runs_out=money_runs_out(plan.money_and_time.own_cash, cumulative),
        total=total,
        operating_break_even=operating_break_even(projection, scenario),
        payback=payback(cumulative, reasons.money_not_back),
        payback_with_time=payback(cumulative - np.cumsum(time_cost(plan)), reasons.time_not_paid),
        contribution_per_order=contribution,
        fixed_costs_a_month=fixed,
        break_even_orders=break_even,
        planned_orders=orders,
        margin_of_safety=(orders - break_even) / orders if orders > 0 and break_even is not None else None,
        hours=hours,
        earnings_per_hour=total / hours if hours >= 1 else None,
        net_present_value=float(npf.npv(rate, flows)),
        rate_of_return=find_rate_of_return(flows),
        return_on_money=total / need if need >= CENT else None,
    )


def money_runs_out(own_cash: float, cumulative: Array) -> int | None:
    """First month in which own cash and running total together are below zero; cumulative: (horizon + 1,)."""
    short = ~at_least_zero(own_cash + cumulative)
    return int(short.argmax()) if short.any() else None


def contribution_per_order(projection: Projection, scenario: int) -> float:
    """What one order leaves after its goods: shop price less discount, less what the goods cost in the last month."""
    price, discount, share = (
        float(np.broadcast_to(value, projection.assumptions.scenarios)[scenario])
        for value in (
            projection.assumptions.retail_per_order,
            projection.assumptions.discount,
            projection.wholesale_share[-1],
        )
    )
    left = 1 - discount - share
    return 0.0 if abs(left) < reasons.NOTHING else price * left


def operating_break_even(projection: Projection, scenario: int) -> Milestone:
    """First month from which a month pays for itself, with yearly costs spread, and goes on doing so."""
    flow = projection.statement.spread_operating_cash_flow[:, [scenario]]
    month, reached, touch = (value[0] for value in first_lasting(at_least_zero(flow)))
    lost = int(touch) if touch and (not reached or touch < month) else None
    if reached:
        return Milestone(int(month), lost=lost)
    return Milestone(None, reasons.month_not_covered(projection, scenario), lost)


def payback(cumulative: Array, reason: reasons.OfRunningTotal) -> Milestone:
    """First month from which the running total is zero or more to the horizon; cumulative: (horizon + 1,).

    A first touch counts only once money is out: before that there is nothing to be back.
    """
    back = at_least_zero(cumulative)
    if back.all():
        return Milestone(None, reasons.nothing_to_pay_back())
    month, reached, touch = (value[0] for value in first_lasting((back & (np.cumsum(~back) > 0))[:, None]))
    lost = int(touch) if touch and (not reached or touch < month) else None
    return Milestone(int(month), lost=lost) if reached else Milestone(None, reason(cumulative), lost)
