"""What each changed input did alone, by hand."""

from typing import Any

import pytest

from planner.analysis.beside.versions import Effect, effects, put_back
from planner.analysis.case import Case
from planner.inputs.changes.difference import differing_inputs
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.properties.situations import bare_plan, invented_company

CUSTOMERS = {"new_a_month": (2, 0)}


def company(name: str = "invented", **terms: Any) -> Company:
    return Company.model_validate({**invented_company(**({"steps": ((0, 0.6),)} | terms)).model_dump(), "id": name})


def plan(**groups: Any) -> Plan:
    """Two orders of 100 a month for four months; goods for 60 of each."""
    return bare_plan(**({"horizon_months": 4, "customers": CUSTOMERS} | groups))


def paths(found: tuple[Effect, ...]) -> list[tuple[str | int, ...] | None]:
    return [effect.difference and effect.difference.path for effect in found]


def test_each_input_alone() -> None:
    ours = company()
    before = Case.of(plan(), ours)
    changed = plan(
        customers=CUSTOMERS | {"retail_per_order": 200},
        running_costs=[{"name": "Telephone", "amount": 10}, {"name": "Site", "amount": 5}],
        name="Another",
    )
    # At 200 an order leaves 80, at 100 it leaves 40: 8 orders bring 320 more. The costs take 4 * 15, as one list.
    found = effects(before, Case.of(changed, ours))
    assert paths(found) == [("customers", "retail_per_order"), ("running_costs",)]
    assert [effect.change for effect in found] == pytest.approx([320, -60])


def test_inputs_that_work_together_do_not_add_up() -> None:
    ours = company()
    before = Case.of(plan(), ours)
    after = Case.of(plan(customers={"new_a_month": (4, 0), "retail_per_order": 200}), ours)
    # 16 orders of 80 are 1,280, against 320 before. With 8 orders it is 640, with 40 an order it is 640 too.
    assert [effect.change for effect in effects(before, after)] == pytest.approx([640, 640])


def test_an_input_that_the_others_do_not_allow_cannot_be_put_back_alone() -> None:
    ours = company()
    before = Case.of(plan(team={"annual_attrition": 0.2}), ours)
    after = Case.of(plan(team={"annual_attrition": 0.6, "first_months_attrition": 0.4}), ours)
    found = effects(before, after)
    assert paths(found) == [("team", "first_months_attrition"), ("team", "annual_attrition")]
    assert [effect.change for effect in found] == [pytest.approx(0), None]


def test_another_company_is_a_change_of_its_own() -> None:
    before, after = Case.of(plan(), company()), Case.of(plan(), company("other", steps=((0, 0.5),)))
    (found,) = effects(before, after)
    assert found.difference is None
    assert found.change == pytest.approx(80)  # 10 more of each of 8 orders


def test_a_company_without_a_rate_cannot_be_put_back() -> None:
    before = Case.of(plan(exchange_rates={"EUR": 1.1}), company("euro", currency="EUR"))
    found = effects(before, Case.of(plan(), company()))
    assert paths(found) == [("exchange_rates", "EUR"), None]
    assert [effect.change for effect in found] == [pytest.approx(0), None]


def test_two_currencies_have_no_difference() -> None:
    with pytest.raises(ValueError, match="currencies"):
        effects(Case.of(plan(), company()), Case.of(plan(currency="EUR", exchange_rates={"USD": 1}), company()))


def test_the_same_plan_has_no_effects() -> None:
    same = Case.of(plan(), company())
    assert effects(same, same) == ()


def test_putting_back_touches_nothing_else() -> None:
    ours = company()
    before = Case.of(plan(stock={"cover_months": 0}, running_costs=[]), ours)
    after = Case.of(plan(stock={"cover_months": 2}, running_costs=[{"name": "Telephone", "amount": 10}]), ours)
    cover, _costs = differing_inputs(before.plan, after.plan)
    found = put_back(before, after, cover)
    assert found is not None
    assert found.plan.stock.cover_months == 0
    assert found.plan.running_costs == after.plan.running_costs
