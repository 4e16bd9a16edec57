"""Scenarios laid on a plan, and the inputs in which they differ."""

import pytest

from planner.analysis.beside.versions import changes_since, differing_rows, laid_on
from planner.inputs.changes.scenario import Scenario, apply_scenario
from planner.inputs.company.catalog import load_catalog
from tests.plans import small_seller

COMPANIES = load_catalog().companies
EXAMPLE, AMWAY = COMPANIES["example-company"], COMPANIES["amway-eu"]


def test_a_scenario_is_the_plan_with_its_changes() -> None:
    plan, faults = laid_on(small_seller(), EXAMPLE, Scenario(name="More", changes={"customers.new_a_month": 2}))
    assert faults == ()
    assert plan == small_seller(customers={"new_a_month": 2})


def test_a_scenario_that_does_not_fit_says_why() -> None:
    few_leave = Scenario(name="Few", changes={"team.annual_attrition": 0.1})
    plan, faults = laid_on(small_seller(team={"first_months_attrition": 0.3}), EXAMPLE, few_leave)
    assert plan is None
    assert len(faults) == 1


def test_a_scenario_without_the_rate_that_the_company_needs_says_so() -> None:
    plan, [fault] = laid_on(small_seller(), AMWAY, Scenario(name="Same"))
    assert plan is None
    assert "EUR" in fault.path + str(fault.parameters)
    assert laid_on(small_seller(), AMWAY, Scenario(name="Rate", changes={"exchange_rates": {"EUR": 1.1}}))[1] == ()


def test_only_inputs_that_differ_in_any_are_listed_in_the_order_of_the_plan() -> None:
    plan = small_seller(exchange_rates={"EUR": 1.1})
    one = small_seller(exchange_rates={"EUR": 1.1}, money_and_time={"hours_a_week": 9}, customers={"attrition": 0.1})
    other = small_seller(exchange_rates={"EUR": 1.2}, running_costs=(), customers={"attrition": 0.3})
    rows = [(row.difference.path, row.values) for row in differing_rows(plan, (one, other))]
    assert rows == [
        (("customers", "attrition"), (0.2, 0.1, 0.3)),
        (("running_costs",), (plan.running_costs, plan.running_costs, ())),
        (("money_and_time", "hours_a_week"), (6, 9, 6)),
        (("exchange_rates", "EUR"), (1.1, 1.1, 1.2)),
    ]


def test_nothing_differs_from_itself() -> None:
    assert differing_rows(small_seller(), (small_seller(), small_seller())) == ()
    assert differing_rows(small_seller(), ()) == ()


def test_changes_become_a_scenario_and_the_plan_is_as_it_was() -> None:
    before = small_seller(name="Before")
    answers = {"amway-eu": {"points_per_100_retail": 25.0}}
    now = small_seller(name="Now", team={"recruits_a_month": 2}, exchange_rates={"EUR": 1.1}, company_answers=answers)
    scenario, earlier = changes_since("Two recruits", before, now)
    assert scenario.changes == {("team", "recruits_a_month"): 2}
    # What is known about the world, and the name, stay as they are now.
    assert earlier == small_seller(name="Now", exchange_rates={"EUR": 1.1}, company_answers=answers)
    assert apply_scenario(earlier, scenario) == (now, ())


def test_two_currencies_have_no_scenario_in_common() -> None:
    with pytest.raises(ValueError, match="currencies"):
        changes_since("Kronor", small_seller("SEK"), small_seller("USD"))
