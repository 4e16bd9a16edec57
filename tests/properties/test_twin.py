"""The engine against its slow readable twin, on plans and companies at random: every line, every month, to 1e-9."""

import numpy as np
from hypothesis import given

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import Projection, project
from planner.projection.given_pay import GivenPay
from tests.planner.twin import project_slowly
from tests.properties.given_pay import as_the_twin_has_it
from tests.properties.random_plans import plans, plans_under_rules
from tests.properties.situations import companies
from tests.random_cases import tried

CLOSE = 1e-9
NOTHING = 1e-30  # what is smaller loses its digits to underflow, and is nothing


def as_the_twin_names_it(projection: Projection, scenario: int = 0) -> dict[str, np.ndarray]:
    """The engine's arrays of one scenario, without the scenario axis."""
    statement, network, goods, sales = projection.statement, projection.network, projection.inventory, projection.sales
    arrays = {
        **statement.lines,
        **{name: getattr(statement, name) for name in AT_THE_END_OF_A_MONTH},
        **{
            name: getattr(goods, name) for name in ("purchased", "sold", "spoiled", "returned", "qualifying", "closing")
        },
        "own_use_goods": goods.own_use,
        "samples_goods": goods.samples,
        "approached": projection.contacts.approached,
        "remaining": projection.contacts.remaining,
        "customers": sales.closing_customers,
        "orders": sales.orders,
        "demand": sales.demand,
        "direct": sales.direct,
        "wholesale_share": projection.wholesale_share,
        "joined": network.joined,
        "active": network.active[:, 1:],
        "newcomers": network.newcomers[:, 1:],
        "frontline": network.frontline,
        "alive": network.alive,
        "personal_volume": projection.personal_volume,
        "group_volume": projection.group_volume,
        "paid_as_rank": projection.paid_as_rank,
        "is_active": projection.active.astype(float),
        "on_own": projection.commission_on_own,
        "on_team": projection.commission_on_team,
        "net_cash_flow": statement.net_cash_flow,
        "cumulative_cash_flow": statement.cumulative_cash_flow,
        "result": statement.result,
        "profit": statement.profit,
        "spread_fees": statement.spread_fees,
        "spread_expenses": statement.spread_expenses,
    }
    # What no scenario changes is there once for all; what is forecast past the horizon is not compared.
    months = len(statement.net_cash_flow)
    return {name: array[:months, ..., scenario if array.shape[-1] > 1 else 0] for name, array in arrays.items()}


AT_THE_END_OF_A_MONTH = ("closing_stock_value", "commission_receivable", "margin_receivable", "vat_owed", "tax_owed")
AT_THE_END_OF_A_MONTH += ("loan_balance", "card_balance", "cash_balance")

# What is a difference of larger amounts is as exact as they are; everything else by its own size.
GOODS = ("purchased", "qualifying", "demand")
BOUGHT = ("opening_stock", "inventory_purchases", "qualifying_purchases")
EARNED = ("revenue", "commission_earned", "margin_earned", "charges", "sales_tax_collected", "in_kind_received")
SPENT = (
    "freight",
    "delivery_costs",
    "startup_costs",
    "company_fees",
    "operating_expenses",
    "interest",
    "starter_kit_fee",
)
MONEY = (*BOUGHT, *EARNED, *SPENT)
OF_GOODS = ("closing", "purchased", "sold", "spoiled", "returned", "qualifying", "own_use_goods", "samples_goods")
OF_BOUGHT = ("closing_stock_value", "inventory_purchases", "qualifying_purchases", "freight", "cost_of_goods_sold")
OF_BOUGHT += ("returned_goods", "spoilage", "own_use", "own_use_anyway", "samples")
OF_MONEY = (
    "net_cash_flow",
    "cumulative_cash_flow",
    "result",
    "profit",
    "vat_on_sales",
    "vat_on_costs",
    "vat_paid",
    "vat_refunded",
)
OF_MONEY += ("vat_owed", "tax_accrued", "tax_paid", "tax_owed", "interest", "card_balance", "cash_balance")
MADE_OF = {
    **dict.fromkeys(OF_GOODS, GOODS),
    **dict.fromkeys(OF_BOUGHT, (*BOUGHT, "demand")),
    **dict.fromkeys(OF_MONEY, (*MONEY, "loan_balance")),
    "credit_used": (*BOUGHT, "demand", "in_kind_received"),
    "personal_volume": ("personal_volume",),
    "lacking": (*GOODS, "lacking"),
    "group_volume": ("group_volume",),
    **dict.fromkeys(("on_own", "on_team", "commission_earned", "commission_received"), (*GOODS, "commission_earned")),
    "commission_receivable": (*GOODS, "commission_earned"),
    "margin_earned": ("direct",),
    "margin_received": ("direct",),
    "margin_receivable": ("direct",),
    "loan_balance": ("loan_balance",),
    "refunds": ("revenue",),
    "sales_tax_handed_on": ("sales_tax_collected",),
    "revenue": ("demand",),
    "spread_fees": ("company_fees",),
}


def differences(plan: Plan, company: Company, pay: GivenPay | None = None) -> list[str]:
    projection = project(plan, company, pay)
    twin = project_slowly(plan, company, None if pay is None else as_the_twin_has_it(pay))
    engine = as_the_twin_names_it(projection) | {"lacking": projection.lacking[:, 0]}
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


@tried(90)
@given(plans(longest=40), companies())
def test_engine_and_twin_agree(plan, company):
    assert differences(plan, company) == []


@tried(24)
@given(plans_under_rules(longest=40), companies())
def test_engine_and_twin_agree_under_the_shipped_tax_rules(plan, company):
    assert differences(plan, company) == []
