"""A scenario holds only what differs, and laid on its plan gives the changed plan again."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from planner.inputs.changes.scenario import (
    CHANGEABLE,
    Scenario,
    apply_scenario,
    copied,
    faults_of_changes,
    renamed,
    scenario_of,
    without_change,
)
from planner.inputs.path import parse
from planner.inputs.plan.plan import Plan
from tests.planner.inputs.plan_values import plans
from tests.plans import small_seller
from tests.random_cases import tried


@tried(40)
@given(plans, plans)
def test_what_differs_laid_on_the_plan_gives_the_other_plan(plan: Plan, other: Plan):
    scenario = scenario_of("Another", plan, other)
    changed, faults = apply_scenario(plan, scenario)
    assert faults == ()
    assert changed is not None
    assert changed == Plan.model_validate(other.model_dump() | {"name": plan.name, "currency": plan.currency})
    assert scenario_of("Another", plan, changed) == scenario
    assert faults_of_changes(scenario.changes) == ()


def test_only_what_differs_is_held_in_the_order_of_the_plan():
    other = small_seller(
        name="Mine",
        tax={"rules": "flat"},
        customers={"new_a_month": (1, 2), "seasons": (1,) * 12},
        exchange_rates={"EUR": 1.1},
        running_costs=(),
        chance={"seed": 2},
    ).model_copy(update={"currency": "SEK"})
    assert list(scenario_of("Another", small_seller(), other).changes.items()) == [
        (("customers", "new_a_month"), [1, 2]),
        (("customers", "seasons"), [1] * 12),
        (("chance", "seed"), 2),
        (("running_costs",), []),
        (("tax", "rules"), "flat"),
        (("exchange_rates",), {"EUR": 1.1}),
    ]
    assert scenario_of("None", small_seller(), small_seller()).changes == {}


def test_a_whole_number_is_no_change_of_the_same_number():
    assert scenario_of("a", small_seller(stock={"samples": 5}), small_seller(stock={"samples": 5.0})).changes == {}


def test_all_faults_are_told_at_once_and_name_their_field():
    changes = {
        "team.recruits_a_month": -1,
        "team.recruits": 2,
        "customers.retail_per_order": "50",
        "running_costs": [{"name": "x", "amount": -1}],
        "name": "Other",
        "team": {},
        "": 1,
        "team.recruits_a_month.first": 1,
    }
    plan, faults = apply_scenario(small_seller(), Scenario(name="Bad", changes=changes))
    assert plan is None
    assert [(fault.path, fault.found) for fault in faults] == [
        ("team.recruits", "2"),
        ("name", '"Other"'),
        ("team", "{}"),
        ("", "1"),
        ("team.recruits_a_month.first", "1"),
        ("customers.retail_per_order", '"50"'),
        ("team.recruits_a_month", "-1"),
        ("running_costs[1].amount", "-1"),
    ]
    assert parse(str(faults[0].parameters["suggestion"])) in CHANGEABLE


def test_a_change_that_no_longer_goes_with_the_plan_is_a_fault_when_laid_on_it():
    scenario = Scenario(name="Few leave", changes={"team.annual_attrition": 0.1})
    plan, faults = apply_scenario(small_seller(team={"first_months_attrition": 0.3}), scenario)
    assert plan is None
    assert [fault.path for fault in faults] == ["team.first_months_attrition"]
    assert faults_of_changes(scenario.changes) == ()
    assert (
        faults_of_changes({("money_and_time", "recruiting_hours_share"): 0.9}) == ()
    )  # more than all hours by default


def test_the_plan_itself_is_left_as_it_was():
    plan = small_seller()
    assert apply_scenario(plan, Scenario(name="a", changes={"exchange_rates": {"EUR": 2}, "stock.samples": 3}))[0]
    assert plan == small_seller()


def test_a_field_is_taken_back_alone():
    scenario = Scenario(name="a", about="b", changes={"stock.samples": 3, "horizon_months": 12})
    assert without_change(scenario, ("stock", "samples")) == Scenario(
        name="a", about="b", changes={"horizon_months": 12}
    )
    assert without_change(scenario, ("tax", "rules")) == scenario


def test_a_copy_has_a_name_of_its_own():
    scenario = Scenario(name="Half", changes={"horizon_months": 12})
    assert renamed(scenario, "Third") == Scenario(name="Third", changes=scenario.changes)
    assert copied(scenario, ("Half",)).name == "Half 2"
    assert copied(scenario, ("Half", "Half 2", "Half 3")).name == "Half 4"
    long = copied(Scenario(name="x" * 60), ())
    assert long.name == "x" * 58 + " 2"


@pytest.mark.parametrize("name", ["", "x" * 61])
def test_a_name_has_one_to_sixty_characters(name: str):
    with pytest.raises(ValidationError):
        Scenario(name=name)
    with pytest.raises(ValidationError):
        renamed(Scenario(name="a"), name)


def test_values_are_held_as_a_file_writes_them():
    rows = small_seller().running_costs
    scenario = Scenario(name="a", changes={"running_costs": rows, "customers.new_a_month": (1, 2)})
    assert scenario.changes["running_costs",][0]["amount"] == 50
    assert scenario.changes["customers", "new_a_month"] == [1, 2]
    with pytest.raises(ValidationError):
        Scenario(name="a", changes={"customers.new_a_month": [1, float("nan")]})
