"""Which inputs of two plans differ, worked out by hand, and putting each back."""

import pytest
from hypothesis import Phase, given, settings

from planner.inputs.changes.difference import Difference, differing_inputs, rows_only_in, with_input_of
from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.schedule import Ramp
from tests.planner.inputs.plan_values import plans
from tests.plans import small_seller
from tests.random_cases import tried


def test_equal_plans_differ_in_nothing() -> None:
    assert differing_inputs(small_seller(), small_seller()) == ()


def test_each_differing_input_in_the_order_of_the_plan() -> None:
    after = small_seller(customers={"attrition": 0.1, "new_a_month": 2.0}, horizon_months=36)
    assert differing_inputs(small_seller(), after) == (
        Difference(("horizon_months",), "Months to look ahead", "months", 24, 36),
        Difference(("customers", "new_a_month"), "New customers a month", "people", 0.5, 2.0),
        Difference(("customers", "attrition"), "Customers who stop, each month", "share", 0.2, 0.1),
    )


def test_a_list_is_one_input_and_so_is_a_schedule() -> None:
    ramp = Ramp(first=1, last=2, months=6)
    costs = (RunningCost(name="Phone", amount=20),)
    after = small_seller(customers={"new_a_month": ramp}, running_costs=costs)
    found = differing_inputs(small_seller(), after)
    assert [(each.path, each.after) for each in found] == [
        (("customers", "new_a_month"), ramp),
        (("running_costs",), costs),
    ]


def test_two_ramps_are_compared_as_a_whole() -> None:
    one, other = Ramp(first=1, last=2, months=6), Ramp(first=1, last=3, months=6)
    [found] = differing_inputs(
        small_seller(team={"recruits_a_month": one}), small_seller(team={"recruits_a_month": other})
    )
    assert (found.path, found.before, found.after) == (("team", "recruits_a_month"), one, other)


def test_what_is_left_empty_is_none() -> None:
    [found] = differing_inputs(small_seller(), small_seller(stock={"shelf_life_months": 6}))
    assert (found.before, found.after, found.unit) == (None, 6, "months")


def test_each_rate_and_answer_is_an_input_of_its_own() -> None:
    before = small_seller(exchange_rates={"EUR": 1.1, "SEK": 0.1})
    after = small_seller(exchange_rates={"EUR": 1.2, "SEK": 0.1}, company_answers={"a": {"points_per_100_retail": 3}})
    found = differing_inputs(before, after)
    assert [(each.path, each.before, each.after) for each in found] == [
        (("exchange_rates", "EUR"), 1.1, 1.2),
        (("company_answers", "a", "points_per_100_retail"), None, 3),
    ]


def test_rows_only_in_one_list() -> None:
    assert rows_only_in((1, 2, 2, 3), (2, 3, 4)) == (1, 2)
    assert rows_only_in((), (1,)) == ()


def test_an_input_that_cannot_go_back_alone_says_why() -> None:
    before = small_seller(team={"first_months_attrition": 0.5, "annual_attrition": 0.8})
    after = small_seller(team={"first_months_attrition": 0.1, "annual_attrition": 0.3})
    plan, faults = with_input_of(after, before, ("team", "first_months_attrition"))
    assert plan is None
    assert [fault.path for fault in faults] == ["team.first_months_attrition"]


@pytest.mark.parametrize("path", [("exchange_rates", "EUR"), ("company_answers", "a", "points_per_100_retail")])
def test_what_was_not_stated_is_taken_away_again(path: tuple[str, ...]) -> None:
    after = small_seller(exchange_rates={"EUR": 1.2}, company_answers={"a": {"points_per_100_retail": 3}})
    plan, faults = with_input_of(after, small_seller(), path)
    assert plan is not None
    assert not faults
    assert len(differing_inputs(small_seller(), plan)) == 1


@settings(tried(25), phases=[Phase.explicit, Phase.generate])
@given(before=plans, after=plans)
def test_with_every_differing_input_taken_over_the_plans_are_equal(before: Plan, after: Plan) -> None:
    before, after = saying_something(before), saying_something(after)
    found = differing_inputs(before, after)
    assert bool(found) == (before != after)
    # All at once, since one alone may contradict another input that has not gone back yet.
    data, theirs = after.model_dump(), before.model_dump()
    for difference in found:
        data[difference.path[0]] = theirs[difference.path[0]]
    assert Plan.model_validate(data) == before


def saying_something(plan: Plan) -> Plan:
    """The plan without companies of which it answers nothing."""
    answers = {company: stated for company, stated in plan.company_answers.items() if stated}
    return Plan.model_validate(plan.model_dump() | {"company_answers": answers})
