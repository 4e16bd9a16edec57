"""What must add up in money, on plans and companies at random: cash and profit, balance, loan, card, tax, VAT."""

import numpy as np
import pytest
from hypothesis import given

from planner.analysis.measures.measure import measure
from planner.projection.engine import project
from tests.properties.adding_up import SOME, assert_same, changed, gross, summed
from tests.properties.random_plans import plans, plans_under_rules
from tests.properties.situations import companies


@SOME
@given(plans(longest=60), companies())
def test_profit_and_cash_differ_by_what_is_owned_and_owed(plan, company):
    """Goods, and pay and margin not yet received, are worth something and are not cash; tax and VAT are owed."""
    result = project(plan, company)
    statement = result.statement
    owned = statement.closing_stock_value + statement.commission_receivable + statement.margin_receivable
    difference = np.cumsum(statement.profit - statement.net_cash_flow, axis=0)
    assert_same(difference, owned - statement.tax_owed - statement.vat_owed, *summed(result))


@SOME
@given(plans(longest=60), companies())
def test_cash_adds_up(plan, company):
    """The running total is the sum; kit and first goods are of month 0; what is earned is received or still owed."""
    result = project(plan, company)
    statement, lines = result.statement, result.statement.lines
    assert_same(statement.cumulative_cash_flow[-1], statement.net_cash_flow.sum(axis=0), *gross(result))
    started = lines["starter_kit_fee"] + lines["startup_costs"] + lines["contingency"] + lines["opening_stock"]
    assert_same(statement.operating_cash_flow - started, statement.net_cash_flow, *gross(result))
    for name in ("starter_kit_fee", "opening_stock"):
        assert (lines[name][1:] == 0).all()
    for pay in ("commission", "margin"):
        earned, received = lines[f"{pay}_earned"].cumsum(axis=0), lines[f"{pay}_received"].cumsum(axis=0)
        assert_same(earned - received, getattr(statement, f"{pay}_receivable"), earned, lines[f"{pay}_earned"])
    assert_same(result.commission_on_own + result.commission_on_team, lines["commission_earned"])


@SOME
@given(plans(longest=60), companies())
def test_the_balance_is_own_money_borrowed_money_and_all_that_came_and_went(plan, company):
    """own cash + loan + cumulative flow - paid back + card; the card is drawn only where nothing else is left."""
    statement = project(plan, company).statement
    money = plan.money_and_time
    paid_back = money.loan - statement.loan_balance
    card, balance = statement.card_balance, statement.cash_balance
    expected = money.own_cash + money.loan + statement.cumulative_cash_flow - paid_back + card
    lines = [np.cumsum(line, axis=0) for line in statement.lines.values()]
    assert_same(balance, expected, *lines)
    slack = 1e-9 * max(float(np.abs(part).max()) for part in (balance, card, *lines))
    assert (card >= -slack).all()
    assert (card <= money.card_limit + slack).all()
    assert ((card <= slack) | (balance <= slack)).all()
    assert ((balance >= -slack) | (card >= money.card_limit - slack)).all()


@SOME
@given(plans(longest=60), companies())
def test_a_loan_is_paid_back_in_equal_payments(plan, company):
    """Interest of a month is that of loan and card as they stood before; the payment is the same every month."""
    statement = project(plan, company).statement
    money = plan.money_and_time
    owed, card = statement.loan_balance[:, 0], statement.card_balance[:, 0]
    on_card = card[:-1] * money.card_annual_rate / 12
    on_loan = statement.lines["interest"][1:, 0] - on_card
    assert_same(on_loan, owed[:-1] * money.loan_annual_rate / 12, on_card)
    months = min(money.loan_months, plan.horizon_months)
    payments = (on_loan + owed[:-1] - owed[1:])[:months]
    assert_same(payments, np.full_like(payments, payments[0]), on_card, owed)
    if months == money.loan_months:
        assert np.abs(owed[months:]).max() <= 1e-9 * money.loan


@SOME
@given(plans(longest=60) | plans_under_rules(longest=60), companies())
def test_tax_and_vat_that_arise_are_settled_or_owed(plan, company):
    """Nothing without rules or registration; tax owed is below zero only where losses lower that on other income."""
    result = project(plan, company)
    statement, lines = result.statement, result.statement.lines
    accrued, paid = lines["tax_accrued"].cumsum(axis=0), lines["tax_paid"].cumsum(axis=0)
    assert_same(accrued - paid, statement.tax_owed, accrued, *gross(result))
    if plan.tax.losses == "by_the_rules":
        assert lines["tax_paid"].min() >= 0
        assert statement.tax_owed.min() >= -1e-9 * max(float(np.abs(line).max()) for line in summed(result))
    if plan.tax.rules == "none":
        assert not lines["tax_accrued"].any()
    if plan.tax.vat_registered == "never":
        for name in ("vat_on_sales", "vat_on_costs", "vat_paid", "vat_refunded"):
            assert not lines[name].any()
    assert ((lines["vat_paid"] == 0) | (lines["vat_refunded"] == 0)).all()


@SOME
@given(plans(longest=60), companies())
def test_what_would_have_been_bought_anyway_is_no_more_than_what_is_used(plan, company):
    projection = project(plan, company)
    lines, stated = projection.statement.lines, plan.stock.own_use_anyway * projection.assumptions.price_level
    assert (lines["own_use_anyway"] <= np.minimum(lines["own_use"], stated)).all()


@SOME
@given(plans(longest=36), companies())
def test_at_no_interest_the_present_value_is_the_sum(plan, company):
    plan = changed(plan, "money_and_time", annual_saving_rate=0)
    result = project(plan, company)
    measures = measure(plan, result)
    size = sum(float(np.abs(line).sum()) for line in gross(result))
    assert measures.net_present_value == pytest.approx(measures.result, abs=1e-9 * size)


def test_the_sums_themselves_would_notice():
    """The check of equality is not blind: a millionth is enough to fail it."""
    with pytest.raises(AssertionError):
        assert_same(np.array([1.0, 2.0]), np.array([1.0, 2.000001]))
