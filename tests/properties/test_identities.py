"""What must add up, on plans and companies at random: stock, people, cash, profit against cash, legs against levels."""

import numpy as np
import pytest
from hypothesis import given, settings

from planner.analysis.metrics import measure
from planner.projection.engine import Projection, project
from tests.properties.situations import companies, plans

SOME = settings(max_examples=30, deadline=None)


def assert_same(left: np.ndarray, right: np.ndarray, *made_of: np.ndarray) -> None:
    """Equal but for rounding, measured by the largest amount that either side is made of."""
    size = max(float(np.abs(part).max()) for part in (left, right, *made_of))
    assert np.abs(left - right).max() <= 1e-9 * size


def gross(projection: Projection) -> list[np.ndarray]:
    return list(projection.statement.lines.values())


@SOME
@given(plans(longest=60), companies())
def test_stock_rolls_forward_in_goods_and_in_money(plan, company):
    """What was there and what was bought was sold or is there still; never less than nothing."""
    result = project(plan, company)
    goods, lines, value = result.inventory, result.statement.lines, result.statement.closing_stock_value
    assert_same(goods.closing[:-1] + goods.purchased[1:], goods.sold[1:] + goods.closing[1:], goods.purchased)
    bought = lines["inventory_purchases"]
    assert_same(value[:-1] + bought[1:], lines["cost_of_goods_sold"][1:] + value[1:], value, bought)
    assert_same(value[:1], lines["opening_stock"][:1])
    assert goods.closing.min() >= 0
    assert value.min() >= -1e-9 * max(value.max(), bought.max())


@SOME
@given(plans(longest=60), companies())
def test_nothing_is_sold_that_nobody_ordered_and_every_order_is_met(plan, company):
    """The forecast is the plan's own, so no order is lost."""
    result = project(plan, company)
    months = plan.horizon_months + 1
    assert_same(result.inventory.sold, result.sales.demand[:months], result.inventory.purchased)


@SOME
@given(plans(longest=60), companies())
def test_people_roll_forward(plan, company):
    """Those who are there are those who were, less the share who left, and those who joined; on whichever level."""
    result = project(plan, company)
    staying = (1 - plan.team.annual_attrition) ** (1 / 12)
    people, joined = (array[:, 1:].sum(axis=1) for array in (result.network.active, result.network.joined))
    assert_same(people[1:], people[:-1] * staying + joined[1:])
    front = result.network.frontline
    assert_same(front[1:], front[:-1] * staying + result.network.joined[1:, 1])
    assert joined.sum() <= plan.team.people_within_reach * (1 + 1e-12)
    assert result.network.active.min() >= 0


@SOME
@given(plans(longest=60), companies())
def test_legs_together_are_the_team(plan, company):
    """Legs times people in each is everybody below, whether levels are compressed or not."""
    network = project(plan, company).network
    for month in range(plan.horizon_months + 1):
        count, people = network.legs(month)
        everybody = network.active[max(month - 1, 0), 1:].sum(axis=0)
        assert_same((count * people).sum(axis=0), everybody, network.joined.sum(axis=(0, 1)))
        assert (count <= network.joined[: max(month, 1), 1] * (1 + 1e-12)).all()
        if plan.team.people_within_reach > 1e6 * network.joined.sum():
            # A leg with somebody in it has at least one. Not so where the people run out: the chance that a leg lives
            # does not know of it, so there are more legs, and smaller ones, than there would be.
            assert (people >= 1 - 1e-6).all()


@SOME
@given(plans(longest=60), companies())
def test_profit_and_cash_differ_by_stock_and_by_pay_not_yet_received(plan, company):
    """Goods on the shelf and pay that is owed are worth something and are not cash."""
    result = project(plan, company)
    statement = result.statement
    owned = statement.closing_stock_value + statement.commission_receivable
    difference = np.cumsum(statement.profit - statement.net_cash_flow, axis=0)
    assert_same(difference, owned, *(np.cumsum(line, axis=0) for line in gross(result)))


@SOME
@given(plans(longest=60), companies())
def test_cash_adds_up(plan, company):
    """The running total is the sum; the lines of starting are all in month 0; pay earned is received or still owed."""
    result = project(plan, company)
    statement, lines = result.statement, result.statement.lines
    assert_same(statement.cumulative_cash_flow[-1], statement.net_cash_flow.sum(axis=0), *gross(result))
    started = lines["starter_kit_fee"] + lines["startup_costs"] + lines["contingency"] + lines["opening_stock"]
    assert_same(statement.operating_cash_flow - started, statement.net_cash_flow, *gross(result))
    assert (started[1:] == 0).all()
    earned, received = lines["commission_earned"].sum(axis=0), lines["commission_received"].sum(axis=0)
    assert_same(earned - received, statement.commission_receivable[-1], earned)
    own_and_team = result.commission_on_own + result.commission_on_team
    assert_same(own_and_team, lines["commission_earned"])


@SOME
@given(plans(longest=36), companies())
def test_at_no_interest_the_present_value_is_the_sum(plan, company):
    plan = plan.model_validate(plan.model_dump() | {"money_and_time": {"annual_saving_rate": 0}})
    result = project(plan, company)
    measures = measure(plan, result)
    size = sum(float(np.abs(line).sum()) for line in gross(result))
    assert measures.net_present_value == pytest.approx(measures.total, abs=1e-9 * size)


def test_the_sums_themselves_would_notice():
    """The check of equality is not blind: a millionth is enough to fail it."""
    with pytest.raises(AssertionError):
        assert_same(np.array([1.0, 2.0]), np.array([1.0, 2.000001]))
