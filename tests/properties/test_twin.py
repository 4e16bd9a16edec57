"""The engine against its slow readable twin, on plans and companies at random: every line, every month, to 1e-9."""

import os

import numpy as np
from hypothesis import given, settings

from planner.inputs.company import Company
from planner.inputs.plan import Plan
from planner.projection.engine import Projection, project
from tests.planner.twin import project_slowly
from tests.properties.situations import companies, plans

# As many as take some ten seconds. For thousands: TWIN_EXAMPLES=5000 .venv/bin/python -m pytest tests/properties
EXAMPLES = int(os.environ.get("TWIN_EXAMPLES", "150"))
CLOSE = 1e-9
NOTHING = 1e-30  # what is smaller loses its digits to underflow, and is nothing


def as_the_twin_names_it(projection: Projection, scenario: int = 0) -> dict[str, np.ndarray]:
    """The engine's arrays of one scenario, without the scenario axis."""
    statement, network, stock = projection.statement, projection.network, projection.inventory
    arrays = {
        **statement.lines,
        "customers": projection.sales.closing_customers,
        "orders": projection.sales.orders,
        "demand": projection.sales.demand,
        "purchased": stock.purchased,
        "sold": stock.sold,
        "closing": stock.closing,
        "closing_stock_value": statement.closing_stock_value,
        "wholesale_share": projection.wholesale_share,
        "joined": network.joined,
        "active": network.active[:, 1:],
        "frontline": network.frontline,
        "growth": network.growth,
        "alive": network.alive,
        "personal_volume": projection.personal_volume,
        "group_volume": projection.group_volume,
        "paid_as_rank": projection.paid_as_rank,
        "on_own": projection.commission_on_own,
        "on_team": projection.commission_on_team,
        "net_cash_flow": statement.net_cash_flow,
        "cumulative_cash_flow": statement.cumulative_cash_flow,
        "profit": statement.profit,
        "commission_receivable": statement.commission_receivable,
        "spread_fees": statement.spread_fees,
        "spread_expenses": statement.spread_expenses,
    }
    # What no scenario changes is there once for all.
    return {name: array[..., scenario if array.shape[-1] > 1 else 0] for name, array in arrays.items()}


# What is a difference of larger amounts is as exact as they are; everything else by its own size.
MADE_OF = {
    "closing": ("purchased",),
    "purchased": ("demand", "closing"),
    "closing_stock_value": ("inventory_purchases", "opening_stock"),
    "commission_receivable": ("commission_earned",),
    "net_cash_flow": ("revenue", "commission_received", "inventory_purchases", "operating_expenses", "company_fees"),
    "profit": ("revenue", "commission_earned", "cost_of_goods_sold", "operating_expenses", "company_fees"),
}
MADE_OF["spread_fees"] = ("company_fees",)
MADE_OF["cumulative_cash_flow"] = MADE_OF["net_cash_flow"]
MADE_OF["inventory_purchases"] = MADE_OF["personal_volume"] = MADE_OF["sold"] = MADE_OF["purchased"]


def differences(plan: Plan, company: Company) -> list[str]:
    engine, twin = as_the_twin_names_it(project(plan, company)), project_slowly(plan, company)
    found = []
    nearly_all_joined = sum(map(sum, twin["joined"])) > (1 - 1e-6) * plan.team.people_within_reach
    for name, array in engine.items():
        expected = np.array(twin[name])
        assert array.shape == expected.shape, name
        size = np.abs(expected)
        for part in MADE_OF.get(name, ()):
            size = np.maximum(size, np.abs(np.array(twin[part])).max())
        if nearly_all_joined:  # the room that is left is a difference of large numbers, and all that follows from it
            size = np.full_like(size, size.max())
        wrong = np.argwhere(np.abs(array - expected) > CLOSE * size + NOTHING)
        if len(wrong):
            place = tuple(int(index) for index in wrong[0])
            found.append(f"{name}{place}: engine {array[place]!r}, twin {expected[place]!r}")
    return found


@settings(max_examples=EXAMPLES, deadline=None)
@given(plans(longest=40), companies())
def test_engine_and_twin_agree(plan, company):
    assert differences(plan, company) == []
