"""What a projection of a single scenario comes to: its measures, each as the model document defines it."""

from dataclasses import dataclass

import numpy as np
import numpy_financial as npf

from planner.analysis.measures import reasons
from planner.analysis.measures.fixed_costs import fixed_costs_a_month
from planner.analysis.measures.milestones import CENT, Array, Milestone, at_least_zero, first_lasting, peak_funding
from planner.analysis.measures.order_margin import order_margin
from planner.analysis.measures.rate_of_return import RateOfReturn, find_rate_of_return
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.schedule import monthly_values
from planner.inputs.tax_terms import reference_wage
from planner.projection.engine import Projection
from planner.projection.plan_assumptions import cost_level
from planner.simulation.result import LAST_MONTHS
from planner.timeline import MONTHS_PER_YEAR, WEEKS_PER_MONTH, monthly_rate, risen

FEWEST_ORDERS = 1 / 12  # a month: with fewer than one a year no share of them says how safe the plan is


@dataclass(frozen=True, slots=True)
class Measures:
    """A plan in figures; money in the plan's currency, over the whole horizon.

    result: of the statement, at the horizon. result_today: the same in today's money. left_a_month: what a month of the
    last LAST_MONTHS leaves, or of all after the start where there are fewer; goods count when sold, getting started
    does not. money_runs_out: first month that own cash, loan and card do not cover, None where they do to the horizon.
    contribution_per_order: what an order leaves after its goods, at the last month's price. fixed_costs_a_month:
    average fees, running costs and goods bought only to be paid of a trading month, less the VAT that is got back, at
    the last month's prices too.
    break_even_orders: orders a month that cover them, None where an order leaves less than half a cent. planned_orders:
    of the last month. margin_of_safety: share by which planned orders exceed break-even, None without either, or with
    fewer than FEWEST_ORDERS planned. earnings_per_hour: of the result; None without hours. payback_with_time: None
    without a reference wage. In present value and rate of return, what is still to come or owed at the horizon counts
    in its month.
    """

    peak_funding_need: float
    peak_funding_month: int
    money_runs_out: int | None
    result: float
    result_today: float
    left_a_month: float
    operating_break_even: Milestone
    payback: Milestone
    payback_with_time: Milestone | None
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

    @property
    def on_its_way(self) -> bool:
        """Whether the money is not back at the end only since pay is still to come."""
        return self.payback.month is None and self.peak_funding_need >= CENT and self.result > -CENT


def time_cost(plan: Plan) -> Array | None:
    """Every hour at the reference wage, as it has risen by then, by month, shape (horizon + 1,); none in month 0.

    None without such a wage.
    """
    wage = reference_wage(plan)
    return None if wage is None else hours_by_month(plan) * wage * wage_level(plan)


def wage_level(plan: Plan) -> Array:
    """What the wage elsewhere has risen to in each month, from 1 at launch, (horizon + 1,)."""
    return risen(plan.money_and_time.wage_rise, plan.horizon_months)


def wages_so_far(plan: Plan) -> Array | None:
    """The reference wage, on average of the hours worked up to the end of each month, (horizon + 1,).

    As tax counts in the plan; None without such a wage. It is today's where nothing is worked.
    """
    wage, hours = reference_wage(plan), hours_by_month(plan)
    if wage is None:
        return None
    worked, level = np.cumsum(hours), np.cumsum(hours * wage_level(plan))
    return np.asarray(wage * np.divide(level, worked, out=np.ones_like(level), where=worked > 0))


def average_wage(plan: Plan) -> float | None:
    """The same over all hours of the plan: what an hour of it is compared with in one figure."""
    wages = wages_so_far(plan)
    return None if wages is None else float(wages[-1])


def costs_rise(plan: Plan) -> bool:
    """Whether money of later months is worth less, or more, than today's; the first rise comes after a year."""
    return plan.money_and_time.cost_rise != 0 and plan.horizon_months > MONTHS_PER_YEAR


def in_todays_money(plan: Plan, results: Array) -> Array:
    """Results after each month, (horizon + 1, scenarios), in what could be bought for them at launch.

    What a month adds to the result is divided by what costs have risen to in it: each amount at the prices of its time.
    """
    if not costs_rise(plan):
        return results
    level = cost_level(plan)[:, None]
    return np.asarray(np.cumsum(np.diff(results, axis=0, prepend=0.0) / level, axis=0))


def hours_by_month(plan: Plan) -> Array:
    """Hours worked in each month, (horizon + 1,), none in month 0: those of the week, and those of parties beside."""
    hours = monthly_values(plan.parties.a_month, plan.horizon_months) * plan.parties.hours_each
    hours[1:] += plan.money_and_time.hours_a_week * WEEKS_PER_MONTH
    return hours


def monthly_hours(plan: Plan) -> float:
    """Hours of an average month."""
    return float(hours_by_month(plan)[1:].mean())


def measure(plan: Plan, projection: Projection) -> Measures:
    """The measures of a projection of the plan, which supplies hours, wage and saving rate."""
    statement = projection.statement
    cumulative, results = statement.cumulative_cash_flow[:, 0], statement.result[:, 0]
    need, month = (float(value[0]) for value in peak_funding(cumulative[:, None]))
    result, time = float(results[-1]), time_cost(plan)
    flows = statement.net_cash_flow[:, 0].copy()
    flows[-1] += result - cumulative[-1]
    fixed = fixed_costs_a_month(plan, projection)
    contribution = contribution_per_order(projection)
    orders = float(projection.sales.orders[-1, 0])
    break_even = int(np.ceil(fixed / contribution - 1e-9)) if contribution >= CENT else None
    hours = float(hours_by_month(plan).sum())
    rate = monthly_rate(plan.money_and_time.annual_saving_rate)
    return Measures(
        peak_funding_need=need,
        peak_funding_month=int(month),
        money_runs_out=money_runs_out(statement.cash_balance[:, 0]),
        result=result,
        result_today=float(in_todays_money(plan, statement.result)[-1, 0]),
        left_a_month=left_a_month(statement.trading_result[:, 0]),
        operating_break_even=operating_break_even(projection),
        payback=payback(cumulative, results, reasons.money_not_back),
        payback_with_time=(
            None
            if time is None
            else payback(cumulative - np.cumsum(time), results - np.cumsum(time), reasons.time_not_paid)
        ),
        contribution_per_order=contribution,
        fixed_costs_a_month=fixed,
        break_even_orders=break_even,
        planned_orders=orders,
        margin_of_safety=(orders - break_even) / orders if orders >= FEWEST_ORDERS and break_even is not None else None,
        hours=hours,
        earnings_per_hour=result / hours if hours >= 1 else None,
        net_present_value=float(npf.npv(rate, flows)),
        rate_of_return=find_rate_of_return(flows),
        return_on_money=result / need if need >= CENT else None,
    )


def left_a_month(trading_result: Array) -> float:
    """What a month of the last LAST_MONTHS leaves, or of all after the start; trading_result: (horizon + 1,)."""
    months = min(len(trading_result) - 1, LAST_MONTHS)
    return float(trading_result[-1] - trading_result[-1 - months]) / months


def money_runs_out(cash_balance: Array) -> int | None:
    """First month in which own cash, loan and card are used up; cash_balance: (horizon + 1,)."""
    short = ~at_least_zero(cash_balance)
    return int(short.argmax()) if short.any() else None


def contribution_per_order(projection: Projection) -> float:
    """What one order of the last month leaves after its goods and all that comes with them."""
    margin = order_margin(projection)
    return 0.0 if abs(margin.left) < reasons.NOTHING * margin.price else margin.left


def operating_break_even(projection: Projection) -> Milestone:
    """First month from which a month pays for itself, with yearly costs spread, and goes on doing so."""
    flow = projection.statement.spread_operating_cash_flow[:, [0]]
    month, reached, touch = (value[0] for value in first_lasting(at_least_zero(flow)))
    lost = int(touch) if touch and (not reached or touch < month) else None
    if reached:
        return Milestone(int(month), lost=lost)
    return Milestone(None, reasons.month_not_covered(projection), lost)


def payback(cumulative: Array, result: Array, reason: reasons.OfRunningTotal) -> Milestone:
    """First month from which running total and result are zero or more to the horizon; both (horizon + 1,).

    A first touch counts only once money is out: before that there is nothing to be back.
    """
    both = np.minimum(cumulative, result)
    back = at_least_zero(both)
    if back.all():
        return Milestone(None, reasons.nothing_to_pay_back())
    month, reached, touch = (value[0] for value in first_lasting((back & (np.cumsum(~back) > 0))[:, None]))
    lost = int(touch) if touch and (not reached or touch < month) else None
    if reached:
        return Milestone(int(month), lost=lost)
    why = reasons.on_its_way(cumulative, result) if at_least_zero(result[-1]) else reason(both)
    return Milestone(None, why, lost)
