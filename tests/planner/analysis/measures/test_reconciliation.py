"""From profit to cash and to the money in hand: complete, signed, and adding up to the cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.measures.reconciliation import (
    Step,
    from_cash_to_money,
    from_profit_to_cash,
    in_cents,
    largest_between,
    to_the_cent,
)
from planner.projection.engine import project
from tests.properties.random_plans import plans
from tests.properties.situations import bare_plan, companies, invented_company
from tests.random_cases import tried


def cents(amount: float) -> int:
    return round(amount * 100)


@tried(24)
@given(plans(longest=36), companies())
def test_it_adds_up_to_the_cent(plan, company):
    statement = project(plan, company).statement
    *parts, cash = from_profit_to_cash(statement)
    assert cash.amount == in_cents(float(statement.cumulative_cash_flow[-1, 0]))
    largest = max(abs(step.amount) for step in (*parts, cash))
    if largest < 1e9:  # beyond, a float has no cents
        assert sum(cents(step.amount) for step in parts) == cents(cash.amount)
        *money, in_hand = from_cash_to_money(statement, plan.money_and_time.own_cash)
        if max([abs(in_hand.amount), *(abs(step.amount) for step in money)]) < 1e9:
            assert cents(cash.amount) + sum(cents(step.amount) for step in money) == cents(in_hand.amount)
    for step in parts:  # and no line is more than a cent from what it is
        name = {"profit": None}.get(step.name, step.name)
        exact = abs(float(getattr(statement, name)[-1, 0])) if name else abs(float(statement.profit.sum()))
        assert abs(abs(step.amount) - exact) <= 0.011 + 1e-9 * largest


@given(st.lists(st.floats(-1e4, 1e4), max_size=8))
def test_rounded_parts_come_to_the_rounded_total(amounts):
    rounded = to_the_cent(amounts, sum(amounts))
    if amounts:
        assert sum(map(cents, rounded)) == cents(sum(amounts))
    for amount, written in zip(amounts, rounded, strict=True):
        assert abs(amount - written) < 0.01 + 1e-9


def test_tax_lies_between() -> None:
    """Two orders of 100, half of it for the goods; a tenth of the profit is owed in tax."""
    plan = bare_plan(
        horizon_months=2,
        stock={"opening_stock": 80},
        customers={"new_a_month": (1, 0)},
        tax={"rules": "flat", "income_share": 0.1},
    )
    steps = {step.name: step for step in from_profit_to_cash(project(plan, invented_company()).statement)}
    # Bought: 80, then 20 more for the second order; sold: 200 for goods of 100. Tax: a tenth of 100.
    assert {name: step.amount for name, step in steps.items()} == pytest.approx(
        {"profit": 90, "tax_owed": 10, "cumulative_cash_flow": 100}
    )
    assert [name for name, step in steps.items() if step.total] == ["cumulative_cash_flow"]


def test_what_the_state_owes_has_its_own_words() -> None:
    plan = bare_plan(
        horizon_months=1,
        stock={"opening_stock": 125},
        tax={"vat_registered": "from_start", "vat_rate": 0.25},
    )
    steps = {step.name: step for step in from_profit_to_cash(project(plan, invented_company()).statement)}
    # Goods of 125 hold 25 of VAT, which is got back: 100 on the shelf, 25 still to come, 125 paid.
    assert steps["vat_owed"].title == "VAT still to be paid back to you"
    assert (steps["vat_owed"].amount, steps["closing_stock_value"].amount) == pytest.approx((-25, -100))
    assert steps["cumulative_cash_flow"].amount == pytest.approx(-125)


def test_money_in_hand_is_own_and_borrowed_money_and_cash() -> None:
    money = {"own_cash": 100, "loan": 60, "loan_annual_rate": 0, "loan_months": 12, "card_limit": 500}
    plan = bare_plan(horizon_months=3, money_and_time={**money, "card_annual_rate": 0})
    steps = from_cash_to_money(project(plan, invented_company(kit=200)).statement, 100)
    # The kit takes 200 of 160: 40 on the card, and 5 more for each of three payments of the loan.
    assert {step.name: step.amount for step in steps} == pytest.approx(
        {"own_cash": 100, "loan_balance": 45, "card_balance": 55, "cash_balance": 0}
    )


def test_the_largest_reasons_come_first_and_small_ones_not_at_all() -> None:
    steps = [
        Step(name, "", amount, what=name) for name, amount in (("a", 3), ("b", -70), ("c", 0.4), ("d", 9), ("e", 5))
    ]
    assert [step.name for step in largest_between((Step("profit", "", 99), *steps))] == ["b", "d", "e"]
