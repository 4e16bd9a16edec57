"""What counts for nothing as the plan stands is said with its place and its reason, and changes nothing indeed."""

from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.cautions.without_effect import without_effect
from planner.inputs.company.catalog import load_catalog
from planner.inputs.path import Path, written
from planner.inputs.plan.plan import Plan
from planner.speech import Speech
from tests.plans import small_seller

EXAMPLE = load_catalog().companies["example-company"]
LATE = "the plan ends after 12 months, before this happens"
GONE = {"name": "A line", "share": 0.5, "every": "in_second_year"}


def said(**groups: Any) -> dict[Path, str]:
    plan = small_seller(horizon_months=12, **groups)
    return {place: Speech.of("en", plan).say(why) for place, why in without_effect(plan).items()}


def test_what_begins_after_the_plan_has_ended() -> None:
    late: dict[str, dict[str, Any]] = {
        "stock.out_of_season.0": {"stock": {"out_of_season": [GONE]}},
        "stock.standing_order_from": {"stock": {"standing_order": 30, "standing_order_from": 13}},
        "running_costs.0": {"running_costs": [{"name": "Car", "amount": 9, "first_month": 13}]},
        "getting_started.items.0": {"getting_started": {"items": [{"name": "Fair", "amount": 9, "month": 13}]}},
        "pay_in_kind.0": {"pay_in_kind": [{"name": "Trip", "value": 9, "first_month": 13}]},
        "chance.review_month": {"chance": {"review_month": 13}},
    }
    for place, groups in late.items():
        [(found, words)] = said(**groups).items()
        assert (written(found), LATE in words) == (place, True)


def test_what_begins_in_its_last_month_is_not_said_of() -> None:
    assert not said(
        stock={"out_of_season": [GONE | {"every": "in_first_year"}], "standing_order": 5, "standing_order_from": 12},
        running_costs=[{"name": "Car", "amount": 9, "first_month": 12, "last_month": 12}],
        getting_started={"items": [{"name": "Fair", "amount": 9, "month": 12}]},
        pay_in_kind=[{"name": "Trip", "value": 9, "first_month": 12, "every_months": 1, "last_month": 12}],
        chance={"review_month": 12},
    )


def test_a_row_of_which_one_part_says_nothing() -> None:
    [(place, words)] = said(pay_in_kind=[{"name": "Trip", "value": 9, "first_month": 2, "last_month": 8}]).items()
    assert place == ("pay_in_kind", 0)
    assert words.startswith("It comes once, in month 2")
    [(place, words)] = said(running_costs=[{"name": "x", "amount": 1, "every_months": 3, "every_weeks": 2}]).items()
    assert place == ("running_costs", 0)
    assert "every how many months is not counted" in words


@pytest.mark.parametrize("name", ["shop_price_rise", "cost_rise", "wage_rise"])
def test_a_rise_from_month_13_in_a_plan_of_a_year(name: str) -> None:
    rate = {"money_and_time": {name: 0.05}}
    [(place, words)] = said(**rate).items()
    assert place == ("money_and_time", name)
    assert "from month 13 on, and the plan ends after 12 months" in words
    assert without_effect(small_seller(horizon_months=13, **rate)) == {}


def test_what_is_said_to_count_for_nothing_does() -> None:
    groups: dict[str, Any] = {
        "stock": {"out_of_season": [GONE], "standing_order": 0},
        "running_costs": [{"name": "Car", "amount": 9, "first_month": 13}],
        "money_and_time": {"shop_price_rise": 0.2, "cost_rise": 0.2},
    }
    plan, bare = small_seller(horizon_months=12, **groups), small_seller(horizon_months=12, running_costs=[])
    results = [Case.of(each, EXAMPLE).projection.statement.result for each in (plan, bare)]
    assert results[0].tolist() == results[1].tolist()
    assert len(without_effect(plan)) == 4
    assert without_effect(Plan()) == {}
