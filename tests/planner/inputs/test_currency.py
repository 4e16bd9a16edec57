"""A plan's file in another currency: what follows, what keeps its number, and that nothing is lost."""

from planner.inputs.changes.scenario import Scenario
from planner.inputs.currency import file_in_currency, in_currency, states_amounts
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, with_changes

DEAR = Scenario(name="Dear", changes={"customers.retail_per_order": 80})
MANY = Scenario(name="Many", changes={"customers.new_a_month": 2})


def test_with_changes_carries_everything_else_along() -> None:
    file = PlanFile(company="a", compared=("a", "b"), plan=default_plan(), scenarios=(MANY,))
    changed = with_changes(file, company="c")
    assert changed == PlanFile(company="c", compared=("a", "b"), plan=default_plan(), scenarios=(MANY,))
    assert changed.plan is file.plan  # so that what was computed for it is known still


def test_default_amounts_follow_while_no_amount_is_stated() -> None:
    file = PlanFile(plan=default_plan("USD"), scenarios=(MANY,))
    assert not states_amounts(file)
    assert file_in_currency(file, "SEK") == PlanFile(plan=default_plan("SEK"), scenarios=(MANY,))


def test_an_amount_in_a_scenario_is_a_stated_one() -> None:
    file = PlanFile(plan=default_plan("USD"), scenarios=(DEAR,))
    assert states_amounts(file)
    changed = file_in_currency(file, "SEK")
    assert changed.scenarios == (DEAR,)
    assert changed.plan.currency == "SEK"
    assert changed.plan.customers == file.plan.customers  # the numbers stay on both sides


def test_rates_against_the_currency_that_is_left_are_dropped() -> None:
    rates = Scenario(name="Rates", changes={"exchange_rates": {"EUR": 1.1}, "customers.new_a_month": 2})
    changed = file_in_currency(PlanFile(plan=default_plan("USD"), scenarios=(rates,)), "SEK")
    assert changed.scenarios[0].changes == {("customers", "new_a_month"): 2}


def test_the_same_currency_changes_nothing() -> None:
    file = PlanFile(plan=default_plan("USD"), scenarios=(DEAR,))
    assert file_in_currency(file, "USD") is file


def test_the_wage_follows_the_currency_while_nobody_has_stated_one() -> None:
    dear = Plan.model_validate({"customers": {"retail_per_order": 80}})  # amounts are stated, the wage is not
    changed = file_in_currency(PlanFile(plan=dear), "SEK").plan
    assert (changed.customers.retail_per_order, changed.money_and_time.reference_wage) == (80, 190.20)
    francs = in_currency(changed, "CHF")
    assert francs.money_and_time.reference_wage is None  # no source gives one
    assert in_currency(francs, "USD").money_and_time.reference_wage == 17.03


def test_a_wage_that_was_stated_keeps_its_number_as_do_all_amounts_beside_it() -> None:
    stated = Plan.model_validate({"money_and_time": {"reference_wage": 20}})
    changed = file_in_currency(PlanFile(plan=stated), "SEK").plan
    assert (changed.money_and_time.reference_wage, changed.customers.retail_per_order) == (20, 50)
    emptied = Plan.model_validate({"money_and_time": {"reference_wage": None}})
    assert in_currency(emptied, "SEK").money_and_time.reference_wage is None
