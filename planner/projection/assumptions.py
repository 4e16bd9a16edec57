"""The plan as arrays: one number or one row a month for every scenario, the scenario axis last."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.inputs.plan import Plan
from planner.inputs.schedule import monthly_values
from planner.timeline import monthly_attrition

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What a projection rests on, ready for many scenarios at once.

    Every array ends with the scenario axis, of length 1 where all scenarios share the value: to vary an input, put an
    array of the number of scenarios in its place (dataclasses.replace). By month: new_customers and recruits, shape
    (horizon + cover + 1, scenarios), since the forecast that stock is ordered from looks past the horizon;
    operating_expenses as paid and operating_expenses_spread over the months they cover, (horizon + 1, scenarios).
    Rates are monthly fractions, money nominal.
    """

    horizon: int
    cover_months: int
    new_customers: Array
    customer_attrition: Array
    orders_per_customer: Array
    retail_per_order: Array
    discount: Array
    recruits: Array
    duplication: Array
    member_attrition: Array
    member_monthly_purchases: Array
    people_within_reach: Array
    startup_costs: Array
    contingency: Array
    opening_stock: Array
    operating_expenses: Array
    operating_expenses_spread: Array

    @property
    def scenarios(self) -> int:
        """How many scenarios the arrays hold, after broadcasting."""
        shapes = [value.shape[-1:] for name in self.__slots__ if isinstance(value := getattr(self, name), np.ndarray)]
        return int(np.broadcast_shapes(*shapes)[0])


def running_costs(plan: Plan) -> tuple[Array, Array]:
    """Running costs by month as paid, and spread over the months each payment covers; each (horizon + 1, 1)."""
    paid = np.zeros((plan.horizon_months + 1, 1))
    spread = np.zeros((plan.horizon_months + 1, 1))
    for row in plan.running_costs:
        paid[row.first_month :: row.every_months] += row.amount
        spread[row.first_month :] += row.amount / row.every_months
    return paid, spread


def plan_assumptions(plan: Plan) -> Assumptions:
    """The plan as a single scenario."""
    months = plan.horizon_months + plan.stock.cover_months
    startup = sum(item.amount for item in plan.getting_started.items)
    paid, spread = running_costs(plan)

    def one(value: float) -> Array:
        return np.array([float(value)])

    return Assumptions(
        horizon=plan.horizon_months,
        cover_months=plan.stock.cover_months,
        new_customers=monthly_values(plan.customers.new_a_month, months)[:, None],
        customer_attrition=one(plan.customers.attrition),
        orders_per_customer=one(plan.customers.orders_per_customer),
        retail_per_order=one(plan.customers.retail_per_order),
        discount=one(plan.customers.discount),
        recruits=monthly_values(plan.team.recruits_a_month, months)[:, None],
        duplication=one(plan.team.duplication),
        member_attrition=one(monthly_attrition(plan.team.annual_attrition)),
        member_monthly_purchases=one(plan.team.member_monthly_purchases),
        people_within_reach=one(plan.team.people_within_reach),
        startup_costs=one(startup),
        contingency=one(startup * plan.getting_started.contingency_share),
        opening_stock=one(plan.stock.opening_stock),
        operating_expenses=paid,
        operating_expenses_spread=spread,
    )
