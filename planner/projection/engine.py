"""The projection: the order of the model on one screen.

Expected values: exact where the company's rules are linear, approximate where ranks or a weakest leg decide.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.pay import MonthPay, pay_month
from planner.compensation.volumes import Legs, MonthVolumes
from planner.inputs.company import Company
from planner.inputs.plan import Plan
from planner.inputs.terms import Terms, resolve_terms
from planner.projection.assumptions import Array, Assumptions, plan_assumptions
from planner.projection.fees import company_fees
from planner.projection.inventory import Inventory, StockCost, cost_stock, project_inventory, wholesale_share
from planner.projection.network import Network, project_network
from planner.projection.sales import Sales, project_sales
from planner.projection.statement import Statement

FEWEST_LEVELS_KEPT = 8
LEVELS_KEPT_BELOW_PAY = 3


@dataclass(frozen=True, slots=True)
class Projection:
    """Everything that follows from the assumptions, month axis first, scenario axis last.

    personal_volume and group_volume: points a month, legs that broke away not counted in the group. paid_as_rank: 0
    none, i the i-th rank of the company. active: whether own points reached what the company asks for before it pays.
    commission_on_own and commission_on_team: money earned in the month, received after the payout lag.
    """

    terms: Terms
    assumptions: Assumptions
    sales: Sales
    network: Network
    inventory: Inventory
    personal_volume: Array
    group_volume: Array
    paid_as_rank: NDArray[np.intp]
    active: NDArray[np.bool_]
    commission_on_own: Array
    commission_on_team: Array
    wholesale_share: Array
    statement: Statement


def project(plan: Plan, company: Company) -> Projection:
    """One plan on one company: a single scenario. The exchange rate must be there (terms.missing_rate)."""
    return project_scenarios(plan_assumptions(plan), resolve_terms(company, plan))


def project_scenarios(assumptions: Assumptions, terms: Terms) -> Projection:
    """Many scenarios on one company's terms at once."""
    sales = project_sales(assumptions)
    opening_cost = np.maximum(assumptions.opening_stock, terms.minimum_opening_stock)
    opening = np.broadcast_to(opening_cost / terms.price_steps[0][1], assumptions.scenarios)
    inventory = project_inventory(assumptions, opening, sales.demand)
    network = project_network(assumptions, levels_kept(terms), compression=compresses(terms))
    moved = inventory.sold if terms.volume_on_sales else inventory.purchased
    personal_volume = moved * terms.points_per_retail
    share = wholesale_share(terms.price_steps, personal_volume)
    pays = [
        pay_month(month_volumes(assumptions, terms, network, moved[month], month), terms)
        for month in range(assumptions.horizon + 1)
    ]
    return Projection(
        terms=terms,
        assumptions=assumptions,
        sales=sales,
        network=network,
        inventory=inventory,
        personal_volume=personal_volume,
        group_volume=np.array([pay.group_volume for pay in pays]),
        paid_as_rank=np.array([pay.rank for pay in pays]),
        active=np.array([pay.active for pay in pays]),
        commission_on_own=np.array([pay.on_own for pay in pays]),
        commission_on_team=np.array([pay.on_team for pay in pays]),
        wholesale_share=share,
        statement=make_statement(assumptions, terms, inventory, cost_stock(inventory, share), pays),
    )


def levels_kept(terms: Terms) -> int:
    """How many levels of the downline are told apart; the deepest absorbs all below it."""
    paid = len(terms.unilevel.rates) if terms.unilevel is not None else 0
    return max(FEWEST_LEVELS_KEPT, paid + LEVELS_KEPT_BELOW_PAY)


def compresses(terms: Terms) -> bool:
    """Whether those who left are passed over when levels are counted."""
    return terms.unilevel is not None and terms.unilevel.compression


def month_volumes(assumptions: Assumptions, terms: Terms, network: Network, moved: Array, month: int) -> MonthVolumes:
    """Volumes of one month: who was there at its start buys in it. moved: own goods at shop price, (scenarios,)."""
    member_points = assumptions.member_monthly_purchases * terms.points_per_retail
    member_value = assumptions.member_monthly_purchases * terms.commissionable_per_retail
    acting = network.active[max(month - 1, 0), 1:]
    count, people = network.legs(month)
    return MonthVolumes(
        personal_volume=moved * terms.points_per_retail,
        personal_value=moved * terms.commissionable_per_retail,
        level_value=acting * member_value,
        frontline=network.frontline[max(month - 1, 0)],
        legs=Legs(count, people * member_points, people * member_value),
    )


def delayed(earned: Array, lag: int) -> Array:
    """What is earned each month, as it arrives `lag` months later; what falls past the horizon is not in it."""
    received = np.zeros_like(earned)
    received[lag:] = earned[: max(len(earned) - lag, 0)]
    return received


def make_statement(
    assumptions: Assumptions, terms: Terms, inventory: Inventory, stock: StockCost, pays: list[MonthPay]
) -> Statement:
    """Every line of money; month 0 holds what is paid at launch."""
    shape = inventory.sold.shape
    earned = np.array([pay.on_own + pay.on_team for pay in pays])
    received = delayed(earned, terms.payout_lag_months)
    fees, fees_spread = company_fees(terms, assumptions.horizon)

    def at_launch(amount: Array | float) -> Array:
        line = np.zeros(shape)
        line[0] = amount
        return line

    purchases = stock.purchases.copy()
    purchases[0] = 0.0
    lines = {
        "revenue": inventory.sold * (1 - assumptions.discount),
        "commission_received": received,
        "commission_earned": earned,
        "starter_kit_fee": at_launch(terms.starter_kit_fee),
        "startup_costs": at_launch(assumptions.startup_costs),
        "contingency": at_launch(assumptions.contingency),
        "opening_stock": at_launch(stock.purchases[0]),
        "inventory_purchases": purchases,
        "cost_of_goods_sold": stock.cost_of_goods_sold,
        "company_fees": np.broadcast_to(fees, shape),
        "operating_expenses": np.broadcast_to(assumptions.operating_expenses, shape),
    }
    return Statement(
        lines=lines,
        spread_fees=np.broadcast_to(fees_spread, shape),
        spread_expenses=np.broadcast_to(assumptions.operating_expenses_spread, shape),
        closing_stock_value=stock.closing_value,
        commission_receivable=np.cumsum(earned - received, axis=0),
    )
