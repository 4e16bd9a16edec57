"""A company states how it pays a team once: by a pay plan, or by levels, steps and ranks; never both."""

from typing import Any

import pytest

from planner.inputs.company.company import Company
from planner.inputs.faults import checked
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from tests.properties.situations import figure, invented_company

PLAN: dict[str, Any] = {
    "minimum_personal_volume": 60,
    "minimum_sales": 20,
    "activity_window": "quarter",
    "ranks": [{"name": "Leader", "group_volume": 500}],
    "parts": [{"rule": "unilevel", "rates": [0.1]}],
}


def stated(**pay: Any) -> dict[str, Any]:
    """A company of a pay plan, with more beside it."""
    data = invented_company(minimum=60, minimum_sales=20, window="quarter", points=50, commissionable=40).model_dump()
    return {**data, "pay": data["pay"] | {"plan": PLAN} | pay}


def faults(data: dict[str, Any]) -> list[tuple[str, str]]:
    _, found = checked(Company, data, "some.toml")
    return [(fault.path, fault.message.format(**fault.parameters)) for fault in found]


def test_two_sets_of_rules_are_refused_by_the_name_of_the_older_one() -> None:
    assert faults(stated()) == []
    levels = invented_company(rates=(0.1,)).model_dump()["pay"]["unilevel"]
    steps = invented_company(breakaway=True, ranks=({"name": "One", "group_volume": 1, "rate": 0.1},)).model_dump()
    for data, path in (
        (stated(unilevel=levels), "pay.unilevel"),
        (stated(stairstep=steps["pay"]["stairstep"]), "pay.stairstep"),
        (stated() | {"ranks": steps["ranks"]}, "ranks"),
    ):
        ((found, said),) = faults(data)
        assert found == path
        assert "pay.plan already" in said


@pytest.mark.parametrize(
    ("pay", "path"),
    [
        ({"minimum_personal_volume": figure(50, "points")}, "pay.minimum_personal_volume"),
        ({"minimum_sales": figure(21, "money")}, "pay.minimum_sales"),
    ],
)
def test_what_keeps_somebody_active_is_the_same_in_both(pay: dict[str, Any], path: str) -> None:
    ((found, said),) = faults(stated(**pay))
    assert found == path
    assert f"pay.plan.{path.removeprefix('pay.')} says" in said


def test_terms_ask_for_what_the_pay_plan_asks_for() -> None:
    """Minimums and window are the plan's, sales in the currency of the person's plan; ranks by its names."""
    company = Company.model_validate(stated(minimum_personal_volume=figure(None, "points"), minimum_sales=None))
    plan = Plan.model_validate({"currency": "EUR", "exchange_rates": {"USD": 0.5}})
    terms = resolve_terms(company, plan)
    assert (terms.minimum_personal_volume, terms.minimum_sales, terms.activity_window) == (60, 10, "quarter")
    assert (terms.rank_name(0), terms.rank_name(1), company.rank_names) == ("", "Leader", ("Leader",))
    assert terms.pay_plan is not None
    assert (terms.points_per_retail, terms.commissionable_per_retail, terms.pay_times) == (1.0, 0.4, 0.5)
    assert (terms.pay_plan.value_of_point, terms.pay_plan.points_per_100_retail) == (0.8, 50)


def test_points_or_money_that_nobody_found_follow_from_what_a_point_stands_for() -> None:
    for missing in ("points_per_100_retail", "commissionable_per_100_retail"):
        data = stated(plan=PLAN | {"value_of_point": 0.8, "minimum_sales": 0}, minimum_sales=None)
        data["volume"] |= {missing: {"not_found": {"en": "Nowhere.", "sv": "Ingenstans."}}}
        terms = resolve_terms(Company.model_validate(data), Plan(currency="USD"))
        assert (terms.points_per_retail, terms.commissionable_per_retail) == (0.5, 0.4)
    data["volume"] |= {"points_per_100_retail": {"not_found": {"en": "Nowhere.", "sv": "Ingenstans."}}}
    assert [path for path, _ in faults(data)] == ["volume"]
