"""By pencil: orders that meet an empty shelf wait for the next goods; the shelf is gone through by hand."""

from dataclasses import replace

import numpy as np

from planner.compensation.pay import VolumesPayer
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.projection.accounts import make_statement
from planner.projection.contacts import project_contacts
from planner.projection.plan_assumptions import plan_assumptions
from planner.projection.sales import Sales, project_sales
from planner.projection.team.expected_team import ExpectedTeam
from planner.projection.team.network import project_network
from planner.projection.trading import Trading, project_trading
from tests.examples.by_month import by_month, nearly
from tests.properties.situations import bare_plan, invented_company

SHOP = invented_company()  # goods cost half of the shop price


def asked_for(plan: Plan, asked: list[float], expected: list[float]) -> tuple[Trading, Sales]:
    """Trading where goods are ordered for what is expected of each month, and customers ask for something else."""
    given, terms = plan_assumptions(plan), resolve_terms(SHOP, plan)
    contacts = project_contacts(given)
    network = project_network(given, contacts.recruits, 8, compression=False)  # nobody joins
    as_array = [np.array(values, dtype=float)[:, None] for values in (asked, expected)]
    orders = as_array[0] / 10  # of 10 each
    sales = replace(project_sales(given, contacts.new_customers), forecast=as_array[0], expected=as_array[1])
    sales = replace(sales, orders=orders)
    return project_trading(given, terms, sales, VolumesPayer(ExpectedTeam(given, terms, network), terms)), sales


def test_what_waits_is_ordered_for_and_sold_with_the_next_goods() -> None:
    """month  expected  asked  waited  ordered  sold  waiting
    1      50        80     0       50       50    30
    2      50        20     30      80       50    0   (30 left on the shelf)
    3      50        60     0       20       50    10
    """
    plan = bare_plan(horizon_months=3)
    trading, _sales = asked_for(plan, [0, 80, 20, 60], [0, 50, 50, 50])
    assert by_month(trading.inventory.purchased) == nearly(0, 50, 80, 20)
    assert by_month(trading.inventory.sold) == nearly(0, 50, 50, 50)
    assert by_month(trading.inventory.waiting) == nearly(0, 30, 0, 10)
    assert by_month(trading.inventory.lost) == nearly(0, 0, 0, 0)
    assert by_month(trading.inventory.closing) == nearly(0, 0, 30, 0)


def test_of_those_who_meet_an_empty_shelf_a_share_is_lost() -> None:
    """Of 30 in month 1, 40 % go: 12 lost and 18 waiting. In month 2 goods for 68 come, and 38 are sold.

    In month 3, 30 are there, so 20 are ordered: 50 of 60 are sold, 4 lost and 6 waiting.
    """
    trading, _sales = asked_for(
        bare_plan(horizon_months=3, stock={"share_lost": 0.4}), [0, 80, 20, 60], [0, 50, 50, 50]
    )
    assert by_month(trading.inventory.lost) == nearly(0, 12, 0, 4)
    assert by_month(trading.inventory.waiting) == nearly(0, 18, 0, 6)
    assert by_month(trading.inventory.sold) == nearly(0, 50, 38, 50)


def test_an_order_is_paid_for_and_brought_out_in_the_month_of_its_delivery() -> None:
    """Orders of 10 each, 1 to bring out; 8, 2 and 6 are placed, 5, 5 and 5 delivered."""
    plan = bare_plan(horizon_months=3, customers={"cost_per_order": 1})
    trading, sales = asked_for(plan, [0, 80, 20, 60], [0, 50, 50, 50])
    given, terms = plan_assumptions(plan), resolve_terms(SHOP, plan)
    lines = make_statement(given, terms, sales, trading).lines
    assert by_month(lines["revenue"]) == nearly(0, 50, 50, 50)
    assert by_month(lines["delivery_costs"]) == nearly(0, 5, 5, 5)
