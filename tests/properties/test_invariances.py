"""What must not change the answer, and what may change it in one direction only."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.analysis.measures.measure import in_todays_money
from planner.inputs.cited.source import LEAST_AMOUNT
from planner.inputs.path import at, put
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.terms import resolve_terms
from planner.projection import engine
from planner.projection.assumptions import Assumptions
from planner.projection.engine import Projection, project, project_scenarios
from planner.projection.plan_assumptions import plan_assumptions
from tests.declared_values import Allowed
from tests.properties.random_plans import number, plans
from tests.properties.situations import beside_each_other, companies, company_figures, invented_company
from tests.properties.test_twin import MADE_OF, as_the_twin_names_it
from tests.random_cases import tried

SOME = tried(15)


def changed(plan: Plan, **stated: Any) -> Plan:
    """The plan with some of its values replaced, group by group, and validated again."""
    data = plan.model_dump()
    for name, value in stated.items():
        data[name] = data[name] | value if isinstance(value, dict) else value
    return Plan.model_validate(data)


def assert_equal(
    left: dict[str, np.ndarray], right: dict[str, np.ndarray], close: float = 0.0, where: str = ""
) -> None:
    for name, array in left.items():
        assert array.shape == right[name].shape, (where, name)
        made_of = [left[part] for part in MADE_OF.get(name, ()) if part in left]
        size = max(np.abs(part.astype(float)).max(initial=0.0) for part in (array, *made_of))
        difference = np.abs(array.astype(float) - right[name].astype(float))  # some are yes or no
        assert difference.max(initial=0.0) <= close * size, (where, name)


# --- nothing changes -------------------------------------------------------------------------------------------------


@SOME
@given(plans(longest=40), companies(), st.integers(1, 40))
def test_a_shorter_look_ahead_is_the_beginning_of_a_longer_one(plan, company, longer_by):
    """Stock is ordered from the forecast, which goes on past either horizon."""
    short = as_the_twin_names_it(project(plan, company))
    long = as_the_twin_names_it(project(changed(plan, horizon_months=plan.horizon_months + longer_by), company))
    assert_equal(short, {name: long[name][: len(array)] for name, array in short.items()}, close=1e-12)


@SOME
@given(plans(longest=40), company_figures(), st.sets(st.integers(0, 5), min_size=2, max_size=3))
def test_the_result_does_not_hang_on_when_pay_arrives(plan, figures, lags):
    """Nor does tax, VAT or what is refunded: nobody borrows, so that no interest does."""
    plan = changed(plan, money_and_time={"loan": 0, "card_limit": 0})
    found = [as_the_twin_names_it(project(plan, invented_company(**figures | {"lag": lag}))) for lag in sorted(lags)]
    for other in found[1:]:
        assert_equal({"result": found[0]["result"]} | found[0], found[0] | {"result": other["result"]}, close=1e-9)


@SOME
@given(plans(longest=40), companies(), number(0, 1000, 0, 1.3), st.integers(2, 60))
def test_a_schedule_may_be_written_in_any_form(plan, company, each, months):
    forms = (each, (each,), (each,) * months, {"first": each, "last": each, "months": months})
    results = [
        as_the_twin_names_it(
            project(changed(plan, customers={"new_a_month": form}, team={"recruits_a_month": form}), company)
        )
        for form in forms
    ]
    for result in results[1:]:
        assert_equal(results[0], result)


@SOME
@given(plans(longest=40), companies())
def test_months_that_are_paid_in_one_call_are_paid_as_one_by_one(plan, company):
    together = as_the_twin_names_it(project(plan, company))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "FEW_SCENARIOS", 0)
        assert_equal(together, as_the_twin_names_it(project(plan, company)), close=1e-12)


@SOME
@given(st.lists(plans(longest=1), min_size=2, max_size=5), companies(), st.integers(1, 40), st.sampled_from((0, 1, 3)))
def test_many_scenarios_at_once_are_each_as_alone(several, company, horizon, cover):
    first = several[0]
    alike = {
        "start_month": first.start_month,
        "horizon_months": horizon,
        "exchange_rates": {"EUR": 1.1},
        "stock": {
            "cover_months": cover,
            "shelf_life_months": first.stock.shelf_life_months,
            "buys_to_qualify": first.stock.buys_to_qualify,
            "demanded_order": first.stock.demanded_order,
        },
        "customers": {"new_from": first.customers.new_from},
        "team": {"recruits_from": first.team.recruits_from},
        "money_and_time": {"loan_months": first.money_and_time.loan_months},
        "tax": first.tax.model_dump(),
        "pay_in_kind": [row.model_dump() for row in first.pay_in_kind],
    }
    several = [changed(plan, **alike) for plan in several]
    assumptions = beside_each_other(several)
    together = project_scenarios(assumptions, resolve_terms(company, several[0]))
    for index, plan in enumerate(several):
        alone = as_the_twin_names_it(project(plan, company))
        assert_equal(alone, as_the_twin_names_it(together, index), close=1e-12)


# What varies from one scenario to the next is an array; the rest is the same in all of them.
ONE_PLAN = plan_assumptions(Plan())
VARIED = [field.name for field in fields(Assumptions) if isinstance(getattr(ONE_PLAN, field.name), np.ndarray)]
SOME_OF_THEM = [VARIED[place::8] for place in range(8)]  # tried with the same plans, which take as long to draw


@pytest.mark.parametrize("some", SOME_OF_THEM, ids=" ".join)
@tried(5)
@given(plan=plans(longest=30), company=companies())
def test_one_input_may_vary_while_all_others_are_shared(some, plan, company):
    base, terms = plan_assumptions(plan), resolve_terms(company, plan)
    unchanged = project_scenarios(base, terms)
    assume(people_are_left(unchanged))
    for varied in some:
        values = [getattr(base, varied) * factor for factor in (0.5, 0.75, 1.0)]
        together = project_scenarios(replace(base, **{varied: np.concatenate(values, axis=-1)}), terms)
        less = [project_scenarios(replace(base, **{varied: value}), terms) for value in values[:-1]]
        for index, alone in enumerate((*less, unchanged)):
            if people_are_left(alone):
                assert_equal(as_the_twin_names_it(alone), as_the_twin_names_it(together, index), 1e-12, varied)


def people_are_left(projection: Projection) -> bool:
    """Once they run out, the room that is left is a difference of large numbers."""
    joined = projection.network.joined.sum(axis=(0, 1))
    return bool((joined < (1 - 1e-6) * projection.assumptions.people_within_reach).all())


# --- money is only a unit --------------------------------------------------------------------------------------------

NOT_MONEY = {"approached", "remaining", "customers", "orders", "joined", "active", "newcomers", "frontline", "alive"}
NOT_MONEY |= {"wholesale_share", "personal_volume", "group_volume", "paid_as_rank", "is_active"}


@SOME
@given(plans(longest=40), company_figures(), st.sampled_from((0.125, 4.0)))
def test_all_prices_times_so_much_is_all_money_times_so_much(plan, figures, times):
    """People and points stay, since a point then stands for so much more money. Powers of two: the digits stay too."""
    figures |= {"currency": "USD", "orders": None}  # an order of less than half a cent is none, in any money
    data = plan.model_dump()
    amounts = [
        each for path, each in INPUTS.items() if each.unit == "money" and isinstance(at(data, path), int | float)
    ]
    if any(at(data, each.path) * times > Allowed.of(each).high for each in amounts):
        times = 0.125
    assume(not any(0 < at(data, each.path) * times < LEAST_AMOUNT for each in amounts))  # which a plan takes for 0
    for row in (*data["getting_started"]["items"], *data["running_costs"]):
        row["amount"] *= times
    for row in data["pay_in_kind"]:
        row["value"] *= times
    for product in data["customers"]["products"]:
        product["retail_price"] *= times
    for each in amounts:
        put(data, each.path, at(data, each.path) * times)
    of_money = ("kit", "demanded_stock", "renewal", "website", "minimum_sales", "kit_freight")
    dearer = {name: figures[name] and figures[name] * times for name in of_money}
    dearer["points"] = figures["points"] / times
    if figures["ordering"] and figures["ordering"][1] == "money_a_month":
        dearer["ordering"] = (figures["ordering"][0] * times, "money_a_month")
    before = as_the_twin_names_it(project(plan, invented_company(**figures)))
    after = as_the_twin_names_it(project(Plan.model_validate(data), invented_company(**figures | dearer)))
    expected = {name: array if name in NOT_MONEY else array * times for name, array in before.items()}
    # Sales that are asked for are met a billionth before they are, in any money, by a share of the members.
    assert_equal(expected, after, close=1e-8 if figures["minimum_sales"] else 1e-12)


@SOME
@given(plans(longest=40), companies(), st.sampled_from((-0.2, 0.03, 0.5)), st.sampled_from(("never", "from_start")))
def test_where_everything_rises_alike_nothing_changes_in_todays_money(plan, company, rate, vat):
    """But for what stays nominal: loans, pay in kind, the thresholds of VAT and tax, and tax on goods that were bought
    cheaper, be it on profit or sales tax that was paid ahead on them.
    """
    plan = changed(
        plan,
        tax={"rules": "none", "income_share": None, "vat_registered": vat, "sales_tax_rate": 0},
        pay_in_kind=(),
        money_and_time={"loan": 0, "card_limit": 0, "shop_price_rise": 0, "cost_rise": 0},
    )
    risen = changed(plan, money_and_time={"shop_price_rise": rate, "cost_rise": rate})
    before, after = project(plan, company), project(risen, company)
    same = ("purchased", "sold", "closing", "own_use_goods", "samples_goods", "personal_volume", "paid_as_rank")
    before_named, after_named = as_the_twin_names_it(before), as_the_twin_names_it(after)
    assert_equal({name: before_named[name] for name in same}, after_named)
    today = in_todays_money(risen, after.statement.result)[:, 0]
    assert_equal(before_named | {"result": today}, before_named, close=1e-9)


# --- one direction only ----------------------------------------------------------------------------------------------


@SOME
@given(plans(longest=40), companies(), st.integers(0, 1000), st.integers(0, 1000))
def test_more_customers_never_bring_less_revenue(plan, company, few, more):
    few, more = sorted((few, more))
    less, much = (project(changed(plan, customers={"new_a_month": new}), company) for new in (few, more))
    assert (much.statement.lines["revenue"] >= less.statement.lines["revenue"] * (1 - 1e-12)).all()


@SOME
@given(plans(longest=40), company_figures(), st.sampled_from(("kit", "renewal", "website")), number(0, 1e6))
def test_a_higher_fee_never_leaves_more_cash(plan, figures, fee, higher_by):
    cheap, dear = (
        project(plan, invented_company(**figures | {fee: (figures[fee] or 0) + more})) for more in (0, higher_by)
    )
    size = sum(np.abs(line).sum() for line in dear.statement.lines.values())
    change = dear.statement.cumulative_cash_flow - cheap.statement.cumulative_cash_flow
    assert (change <= 1e-12 * size).all()


@SOME
@given(plans(longest=40), company_figures(), st.integers(0, 6), st.integers(0, 6))
def test_pay_that_comes_later_never_leaves_more_cash_and_earns_the_same(plan, figures, lag, later_by):
    # Waiting costs interest where it is bridged with a card, and a margin that refunds eat up is gladly paid late.
    plan = changed(plan, money_and_time={"card_limit": 0}, stock={"ship_direct_share": 0})
    soon, late = (project(plan, invented_company(**figures | {"lag": months})) for months in (lag, lag + later_by))
    size = sum(np.abs(line).sum() for line in soon.statement.lines.values())
    change = late.statement.cumulative_cash_flow - soon.statement.cumulative_cash_flow
    assert (change <= 1e-12 * size).all()
    assert (late.statement.profit == soon.statement.profit).all()


@SOME
@given(plans(longest=40), company_figures(), number(0, 1e5))
def test_more_recruits_never_earn_less_under_a_unilevel_without_ranks(plan, figures, reach):
    """Linear pay: more people below never pay less, as long as there are enough people to join."""
    company = invented_company(**figures | {"ranks": (), "breakaway": None, "rates": (0.08, 0.03)})
    team = {"people_within_reach": 1e10, "duplication": min(plan.team.duplication, 0.1)}
    plan = changed(plan, team=team, stock={"buys_to_qualify": "never"})
    few, more = (
        project(changed(plan, team={"recruits_a_month": new}), company) for new in sorted((reach / 1e3, reach / 1e2))
    )
    earned = (result.statement.lines["commission_earned"] for result in (few, more))
    less, much = earned
    assert (much >= less * (1 - 1e-9)).all()
