"""A drawn path gone through again month by month by the slow twin: the same statement, to a thousand-millionth."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import draws_of
from planner.simulation.paths import Paths, draw_paths
from tests.properties.random_plans import plans
from tests.properties.situations import companies
from tests.random_cases import tried
from tests.simulation.as_objects import frontlines_of, members_of, sales_of
from tests.simulation.naive_path import lived
from tests.simulation.naive_pay import Rules, team_month
from tests.simulation.plans import COMPANIES, team_plan

CLOSE = 1e-9
STATES = ("closing_stock_value", "commission_receivable", "margin_receivable", "vat_owed", "tax_owed")
STATES += ("loan_balance", "card_balance", "cash_balance", "net_cash_flow", "cumulative_cash_flow", "profit")
GOODS = ("purchased", "sold", "spoiled", "returned", "qualifying", "closing")


def by_engine(paths: Paths, path: int) -> dict[str, np.ndarray]:
    """The lines of one path, as the twin names them."""
    statement, trading = paths.statement, paths.trading
    arrays = dict(statement.lines)
    arrays |= {name: getattr(statement, name) for name in STATES}
    arrays |= {name: getattr(trading.inventory, name) for name in GOODS}
    arrays |= {"wholesale_share": trading.wholesale_share, "personal_volume": trading.personal_volume}
    for name, field in (("paid_as_rank", "rank"), ("group_volume", "group_volume"), ("on_own", "on_own")):
        arrays[name] = np.array([getattr(pay, field) for pay in trading.pays])
    arrays["on_team"] = np.array([pay.on_team for pay in trading.pays])
    return {name: array[:, path if array.shape[1] > 1 else 0] for name, array in arrays.items()}


def by_twin(plan: Plan, company: Company, paths: Paths, path: int) -> dict[str, list[float]]:
    everyone, _ = members_of(paths)
    frontline, rules = frontlines_of(paths, everyone)[path], Rules.of(plan, company)
    teams = [team_month(rules, frontline, month) for month in range(plan.horizon_months + 1)]
    return lived(plan, company, sales_of(paths, path), teams)


def assert_told_alike(plan: Plan, company: Company, first: int = 0, number: int = 1) -> None:
    paths = draw_paths(draws_of(plan, company), plan.chance.seed, first, number)
    for path in range(number):
        engine, twin = by_engine(paths, path), by_twin(plan, company, paths, path)
        money = max(np.abs(np.cumsum(engine[name])).max() for name in paths.statement.lines)
        points = max(np.abs(engine["group_volume"]).max(), 1.0)
        goods = max(np.abs(np.cumsum(engine[name])).max() for name in GOODS)
        for name, values in engine.items():
            size = {"group_volume": points, "personal_volume": points, "wholesale_share": 1.0, "paid_as_rank": 1.0}
            allowed = CLOSE * size.get(name, max(goods, money, np.abs(values).max())) + 1e-12
            wrong = np.flatnonzero(np.abs(values - np.array(twin[name])) > allowed)
            assert not len(wrong), (name, path, wrong[:3], values[wrong[:3]], np.array(twin[name])[wrong[:3]])


def small(plan: Plan) -> Plan:
    """The plan with no more within reach than the twin goes through in a moment."""
    return replace_group(plan, "team", people_within_reach=min(plan.team.people_within_reach, 80))


def replace_group(plan: Plan, group: str, **stated: object) -> Plan:
    data = plan.model_dump()
    return Plan.model_validate(data | {group: data[group] | stated})


@tried(36)
@given(plans(longest=40), companies())
def test_a_path_of_any_plan_is_told_alike_by_both(plan, company):
    """Loan, card, VAT, tax, refunds, shelf lives, address books, products: whatever a plan may state."""
    assert_told_alike(small(plan), company)


def test_paths_of_plans_with_a_team_are_told_alike_by_both():
    """Real pay rules at their work: about ten active members, some paths with many more."""
    for company in COMPANIES.values():
        money = {"own_cash": 300, "loan": 900, "loan_months": 18, "loan_annual_rate": 0.12, "card_limit": 400}
        tax = {"rules": "flat", "income_share": 0.3, "vat_registered": "past_threshold", "vat_threshold": 2000}
        tax |= {"vat_rate": 0.25, "vat_rate_on_costs": 0.2}
        plan = team_plan(company, money_and_time=money, tax=tax, team={"duplication": 0.15})
        assert_told_alike(plan, company, first=100, number=12)


def test_the_comparison_would_notice_a_wrong_forecast():
    """A thousandth less expected is another order of goods, and found."""
    company = COMPANIES["uncompressed"]
    plan = team_plan(company)
    paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, 1)
    told = by_engine(paths, 0)["inventory_purchases"]
    wrong = replace(paths, sales=replace(paths.sales, expected=paths.sales.expected * 0.999))
    assert np.abs(told - by_twin(plan, company, wrong, 0)["inventory_purchases"]).max() > 0.01
