"""What nobody published and the person states: a price, and rates of levels. Empty rates pay nothing."""

from typing import Any

import pytest

from planner.inputs.company.company import Company
from planner.inputs.faults import checked
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.projection.engine import project
from tests.examples.by_month import EVERYBODY, line, nearly
from tests.properties.situations import BOTH, bare_plan, invented_company


def half_told() -> Company:
    """Pays 10 % on level 1 and something on levels 2 and 3; what goods cost is assumed to be 70 % of the shop price."""
    data = invented_company(rates=(0.1,), commissionable=80).model_dump(mode="json")
    data["prices"] = {"assumed": 0.7, "unit": "share", "title": BOTH, "reason": BOTH}
    data["pay"]["unilevel"]["missing"] = [{"level": level, "title": BOTH, "reason": BOTH} for level in (2, 3)]
    return Company.model_validate(data)


def one_recruit(**answers: float) -> Plan:
    """One person joins in month 1, buys for 100 a month from month 2 and recruits half a person a month.

    Your one customer orders for 60 every month.
    """
    return bare_plan(
        horizon_months=4,
        customers={"new_a_month": (1, 0), "retail_per_order": 60},
        team={
            "recruits_a_month": (1, 0),
            "duplication": 0.5,
            "member_monthly_purchases": 100,
            "people_within_reach": EVERYBODY,
        },
        company_answers={"invented": answers},
    )


# Level 1 is one person from month 2 on; level 2 is 0.5 person in month 3 and 1 in month 4. Paid a month late.
@pytest.mark.parametrize(
    ("answers", "received"),
    [
        ({}, (0, 0, 8, 8)),  # 100 x 80 % x 10 %
        ({"level_2": 0.05}, (0, 0, 8, 8 + 50 * 0.8 * 0.05)),
        ({"level_2": 0}, (0, 0, 8, 8)),
        ({"level_3": 0.5}, (0, 0, 8, 8)),  # nobody is on level 3 yet, and level 2 stays unpaid
    ],
)
def test_a_rate_that_the_person_states_is_paid(answers: dict[str, float], received: tuple[float, ...]) -> None:
    result = project(one_recruit(**answers), half_told())
    own = line(result, "commission_received")
    nobody = line(project(bare_plan(horizon_months=4), half_told()), "commission_received")
    assert nobody == [0, 0, 0, 0, 0]
    assert own[1:] == nearly(*received)


@pytest.mark.parametrize(("answers", "cost"), [({}, 42), ({"wholesale_share": 0.6}, 36), ({"wholesale_share": 1}, 60)])
def test_a_price_that_the_person_states_is_paid(answers: dict[str, float], cost: float) -> None:
    result = project(one_recruit(**answers), half_told())
    assert line(result, "inventory_purchases") == nearly(0, cost, cost, cost, cost)


def test_what_is_left_empty_is_named() -> None:
    terms = resolve_terms(half_told(), one_recruit(level_3=0.02))
    assert terms.unstated == ("level_2",)
    assert terms.assumed == ("wholesale_share",)
    assert terms.unilevel is not None
    assert terms.unilevel.rates == (0.1, 0, 0.02)


def test_levels_nobody_published_and_nobody_stated_are_no_pay_at_all() -> None:
    data = half_told().model_dump(mode="json")
    data["pay"]["unilevel"]["rates"] = []
    data["pay"]["unilevel"]["missing"] = [{"level": level, "title": BOTH, "reason": BOTH} for level in (1, 2)]
    company = Company.model_validate(data)
    assert resolve_terms(company, one_recruit()).unilevel is None
    paid = line(project(one_recruit(level_1=0.2), company), "commission_received")
    assert paid[1:] == nearly(0, 0, 16, 16)


@pytest.mark.parametrize("key", ["wholesale_share", "level_4"])
def test_an_answer_that_is_a_share_is_at_most_all_of_it(key: str) -> None:
    plan: dict[str, Any] = Plan().model_dump(mode="json")
    plan["company_answers"] = {"x": {key: 1.01, "points_per_100_retail": 250}}
    found, faults = checked(Plan, plan)
    assert found is None
    assert [fault.path for fault in faults] == [f"company_answers.x.{key}"]
    assert "5 % as 0.05" in faults[0].message


@pytest.mark.parametrize("least", [0, 1e-320, 0.0099])
def test_goods_are_never_for_nothing(least: float) -> None:
    plan: dict[str, Any] = Plan().model_dump(mode="json")
    plan["company_answers"] = {"x": {"wholesale_share": least}}
    company = half_told().model_dump(mode="json")
    company["prices"]["assumed"] = least
    for record, data, path in (
        (Plan, plan, "company_answers.x.wholesale_share"),
        (Company, company, "prices.assumed"),
    ):
        found, (fault,) = checked(record, data)
        assert found is None
        assert (fault.path, fault.parameters) == (path, {"bound": 0.01})
        assert fault.message == "This is too low. State {bound} or more."


def test_the_lowest_price_gives_finite_figures() -> None:
    result = project(one_recruit(wholesale_share=0.01), half_told())
    assert line(result, "inventory_purchases") == nearly(0, 0.6, 0.6, 0.6, 0.6)


def test_rates_that_a_person_states_come_to_at_most_all_of_it() -> None:
    plan: dict[str, Any] = Plan().model_dump(mode="json")
    plan["company_answers"] = {"x": {"level_2": 0.7, "level_3": 0.3}}
    assert checked(Plan, plan)[1] == ()
    plan["company_answers"] = {"x": {"level_2": 0.7, "level_3": 0.4}, "y": {"level_2": 0.7}}
    _, (fault,) = checked(Plan, plan)
    assert (fault.path, fault.found) == ("company_answers.x.level_3", "1.1")


@pytest.mark.parametrize("key", ["level_0", "level_13", "level_01", "wholesale_shares", "anything"])
def test_an_answer_that_nobody_asked_for_is_an_unknown_key(key: str) -> None:
    plan: dict[str, Any] = Plan().model_dump(mode="json")
    plan["company_answers"] = {"x": {key: 0.5}}
    _, (fault,) = checked(Plan, plan)
    assert fault.path == f"company_answers.x.{key}"
    assert fault.message.startswith("Nothing by this name is read")


@pytest.mark.parametrize(
    ("rates", "levels", "problem"),
    [
        ([0.1], [3], "come right after those with one"),
        ([0.1], [2, 2], "come right after those with one"),
        ([], [], "at least one level"),
        ([0.7, 0.4], [], "at most 1 together"),
    ],
)
def test_levels_stand_in_order_without_gaps(rates: list[float], levels: list[int], problem: str) -> None:
    data = half_told().model_dump(mode="json")
    data["pay"]["unilevel"] |= {
        "rates": rates,
        "missing": [{"level": level, "title": BOTH, "reason": BOTH} for level in levels],
    }
    company, faults = checked(Company, data)
    assert company is None
    assert problem in faults[0].message
