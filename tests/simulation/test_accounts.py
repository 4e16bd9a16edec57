"""On every path the accounts are true: goods and money roll forward, profit and cash differ by what is known."""

import numpy as np
from hypothesis import given

from planner.line_items import LINE_ITEMS
from planner.projection.inventory import Inventory
from planner.simulation.engine import draws_of
from planner.simulation.paths import Paths, draw_paths
from planner.simulation.result import outcome
from tests.properties.adding_up import assert_same, changed
from tests.properties.random_plans import plans
from tests.properties.situations import companies
from tests.random_cases import tried

SOME = tried(8)
NUMBER = 5


def some_paths(plan, company) -> Paths:
    return draw_paths(draws_of(plan, company), plan.chance.seed, 0, NUMBER)


def few_within_reach(plan):
    return changed(plan, "team", people_within_reach=min(plan.team.people_within_reach, 200))


def gross(paths: Paths) -> list[np.ndarray]:
    return [np.cumsum(line, axis=0) for line in paths.statement.lines.values()]


@SOME
@given(plans(longest=40), companies())
def test_goods_roll_forward_and_nothing_comes_from_nothing(plan, company):
    goods: Inventory = some_paths(few_within_reach(plan), company).trading.inventory
    came = goods.purchased + goods.returned + goods.qualifying - goods.used_up
    went = goods.spoiled + goods.sold + goods.own_use + goods.samples
    opening = np.vstack([np.zeros(NUMBER), goods.closing[:-1]])
    assert_same(opening + came - went, goods.closing, came.cumsum(axis=0), went.cumsum(axis=0))
    for name in Inventory.__slots__:
        assert getattr(goods, name).min() >= 0, name


@SOME
@given(plans(longest=40), companies())
def test_the_statement_adds_up_on_every_path(plan, company):
    """Cash: own money, loan and card, less what was paid back; and the lines with their signs."""
    paths = some_paths(few_within_reach(plan), company)
    statement, money = paths.statement, plan.money_and_time
    lines = {name: np.broadcast_to(line, (plan.horizon_months + 1, NUMBER)) for name, line in statement.lines.items()}
    for view in ("cash", "profit"):
        total = sum(getattr(item, view) * lines[item.name] for item in LINE_ITEMS)
        named = statement.net_cash_flow if view == "cash" else statement.profit
        assert_same(total, named, *lines.values())
    paid_back = money.loan - statement.loan_balance
    balance = money.own_cash + money.loan + statement.net_cash_flow.cumsum(axis=0) - paid_back + statement.card_balance
    assert_same(balance, statement.cash_balance, *gross(paths))
    assert statement.card_balance.max() <= money.card_limit * (1 + 1e-9) + 1e-9


@SOME
@given(plans(longest=40), companies())
def test_cash_and_profit_differ_by_stock_and_by_what_is_owed_either_way(plan, company):
    paths = some_paths(few_within_reach(plan), company)
    statement = paths.statement
    owned = statement.closing_stock_value + statement.commission_receivable + statement.margin_receivable
    # VAT owed is less by what is got back on goods, which are in stock without it: both sides of it are in profit.
    owed = statement.tax_owed + statement.vat_owed
    made_of = (*gross(paths), owned, owed)
    assert_same(statement.profit.cumsum(axis=0), statement.net_cash_flow.cumsum(axis=0) + owned - owed, *made_of)


@SOME
@given(plans(longest=40), companies())
def test_people_and_customers_roll_forward(plan, company):
    """Nobody leaves who is not there; the team is never larger than all who joined, nor they than who is in reach."""
    paths = some_paths(few_within_reach(plan), company)
    customers, new = paths.sales.closing_customers, paths.sales.new_customers
    left = customers[:-1] + new[1:] - customers[1:]
    assert left.min() >= 0
    assert (left <= customers[:-1]).all()
    assert (np.diff(paths.joined, axis=0) >= 0).all()
    assert (paths.team[1:] <= paths.joined[:-1]).all()
    assert paths.joined.max() <= min(plan.team.people_within_reach, 200)
    assert paths.sales.demand[paths.sales.orders == 0].max(initial=0) == 0


@SOME
@given(plans(longest=40), companies())
def test_where_a_path_ends_is_where_its_result_is_taken(plan, company):
    """By loops over paths: the first month of the rule that stops it, and what is owed and still to come then."""
    plan = few_within_reach(plan)
    paths = some_paths(plan, company)
    statement, found, chance = paths.statement, outcome(plan, company.buy_back, paths), plan.chance
    size = max(float(np.abs(part).max()) for part in gross(paths)) + 1
    for path in range(NUMBER):
        cumulative, last = statement.cumulative_cash_flow[:, path], plan.horizon_months
        to_come = statement.commission_receivable + statement.margin_receivable - statement.refunds_to_come
        result = cumulative + (to_come - statement.tax_owed - statement.vat_owed)[:, path]
        for month in range(plan.horizon_months, 0, -1):
            lost = chance.most_to_lose is not None and result[month] < -chance.most_to_lose
            reviewed = month == chance.review_month and result[month] < result[max(month - 3, 0)]
            lacking = statement.cash_balance[month, path] - min(statement.cash_balance[0, path], 0)
            gone = chance.when_money_runs_out == "stops" and lacking <= -0.005
            leaves = chance.quits == "as_others" and month == paths.own_life[path]
            last = month if lost or reviewed or gone or leaves else last
        assert found.last_month[path] == last
        assert abs(found.result[path] - result[last]) <= 1e-9 * size
        commission, margin = (
            np.broadcast_to(statement.lines[name], (plan.horizon_months + 1, NUMBER))[: last + 1, path]
            for name in ("commission_earned", "margin_earned")
        )
        assert abs(found.commission[path] - commission.sum()) <= 1e-9 * size
        assert abs(found.gross_pay[path] - max((commission + margin).sum(), 0)) <= 1e-9 * size
        shelf = sum(
            sign * np.broadcast_to(statement.lines[name], (plan.horizon_months + 1, NUMBER))[: last + 1, path]
            for name, sign in (("revenue", 1), ("refunds", -1), ("cost_of_goods_sold", -1), ("returned_goods", 1))
        )
        income = max((commission + margin + shelf)[:13].sum(), 0)
        assert abs(found.first_year_income[path] - income) <= 1e-9 * size
        assert abs(found.first_year_pay[path] - max((commission + margin)[:13].sum(), 0)) <= 1e-9 * size
