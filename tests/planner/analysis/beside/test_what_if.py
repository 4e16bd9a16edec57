"""Each switch by hand on a small plan; switches together; and the plan stays as it is."""

from typing import Any

import numpy as np
import pytest

from planner.analysis.beside.what_if import SWITCHES, Switch, differences, explained, what_if
from planner.analysis.case import Case
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.speech import Speech
from tests.properties.situations import bare_plan, invented_company

# Goods at 60 of 100, and 10 % of what the frontline buys; paid a month late.
COMPANY = {"steps": ((0, 0.6),), "rates": (0.1,), "kit": 50}
# Two customers from month 1 on with an order of 100 each: 200 - 120 = 80 a month, over four months.
TWO_ORDERS = {"new_a_month": (2, 0)}


def switch(key: str) -> Switch:
    (found,) = (each for each in SWITCHES if each.key == key)
    return found


def four_months(**groups: Any) -> Plan:
    return bare_plan(horizon_months=4, customers=TWO_ORDERS, money_and_time={"hours_a_week": 3}, **groups)


def company() -> Company:
    return invented_company(**COMPANY)


def otherwise(plan: Plan, *keys: str) -> Case:
    return what_if(Case.of(plan, company()), [switch(key) for key in keys])


def flows(found: Case) -> list[float]:
    return [float(flow) for flow in found.projection.statement.net_cash_flow[:, 0]]


def test_without_switches_it_is_the_plan() -> None:
    found = otherwise(four_months())
    assert flows(found) == pytest.approx([-50, 80, 80, 80, 80])
    assert found.projection.statement.net_cash_flow == pytest.approx(
        project(four_months(), company()).statement.net_cash_flow
    )


def test_half_the_customers() -> None:
    assert flows(otherwise(four_months(), "half_the_customers")) == pytest.approx([-50, 40, 40, 40, 40])


def test_half_the_customers_of_the_address_book() -> None:
    # 100 people, a tenth asked each month, half of whom buy: 5, 4.5, ... ; with the switch half as many.
    book = four_months(address_book={"contacts": 100, "share_approached": 0.1, "become_customers": 0.5})
    plan = Plan.model_validate(
        book.model_dump() | {"customers": book.customers.model_dump() | {"new_from": "address_book"}}
    )
    found = otherwise(plan, "half_the_customers")
    assert found.projection.sales.new_customers[1:3, 0].tolist() == pytest.approx([2.5, 2.25])


def test_twice_the_attrition_of_customers() -> None:
    plan = four_months()
    data = plan.model_dump()
    data["customers"] |= {"new_a_month": (8, 0), "attrition": 0.25}
    # 8 customers, of whom half are left each month instead of three quarters; 40 is left of an order.
    found = otherwise(Plan.model_validate(data), "twice_the_attrition")
    assert flows(found) == pytest.approx([-50, 320, 160, 80, 40])


def test_twice_the_attrition_of_members_is_counted_by_the_month() -> None:
    # A fifth leaves each month: 1 - 0.8 ** 12 a year. With the switch two fifths do.
    team = {"recruits_a_month": (1, 0), "annual_attrition": 1 - 0.8**12}
    found = otherwise(four_months(team=team), "twice_the_attrition")
    assert found.projection.network.active[1:, 1, 0].tolist() == pytest.approx([1, 0.6, 0.36, 0.216])


def test_twice_the_attrition_in_the_first_months() -> None:
    # 1 - 0.9 ** 3 gone after three months is a tenth a month, as long as a member is new; then 1 - 0.8: a fifth.
    team = {
        "recruits_a_month": (1, 0),
        "annual_attrition": 1 - 0.9**3 * 0.8**9,
        "first_months_attrition": 1 - 0.9**3,
    }
    found = otherwise(bare_plan(horizon_months=5, team=team), "twice_the_attrition")
    after_three = 0.8**3
    assert found.projection.network.active[1:, 1, 0].tolist() == pytest.approx(
        [1, 0.8, 0.64, after_three, after_three * 0.6]
    )


def test_somebody_always_stays() -> None:
    data = four_months().model_dump()
    data["customers"]["attrition"] = 0.7
    found = otherwise(Plan.model_validate(data), "twice_the_attrition")
    assert float(found.projection.assumptions.customer_attrition[0]) == pytest.approx(0.999)


def test_nobody_recruited_drops_its_hours_and_costs() -> None:
    plan = bare_plan(
        horizon_months=4,
        customers=TWO_ORDERS,
        team={"recruits_a_month": 1, "member_monthly_purchases": 100},
        running_costs=[
            {"name": "Telephone", "amount": 10},
            {"name": "Meetings", "amount": 30, "for_recruiting": True},
        ],
        money_and_time={"hours_a_week": 4, "recruiting_hours_share": 0.25, "meeting_hours_share": 0.0},
    )
    found = otherwise(plan, "nobody_recruited")
    assert flows(found) == pytest.approx([-50, 70, 70, 70, 70])
    assert found.measures.hours == pytest.approx(3 * 52 / 12 * 4)
    assert found.measures.earnings_per_hour == pytest.approx(230 / 52)


def test_a_price_rise() -> None:
    # 66 of 100 instead of 60: 34 is left of an order.
    assert flows(otherwise(four_months(), "price_rise")) == pytest.approx([-50, 68, 68, 68, 68])


def test_a_price_rise_stops_at_the_shop_price() -> None:
    dear = invented_company(steps=((0, 0.95), (1000, 0.5)))
    found = what_if(Case.of(four_months(), dear), [switch("price_rise")])
    assert found.projection.terms.price_steps == ((0, 1.0), (1000, pytest.approx(0.55)))


def test_a_price_rise_of_products_with_a_price_of_their_own() -> None:
    data = four_months().model_dump()
    data["customers"]["products"] = [
        {"name": "Soap", "retail_price": 50, "wholesale_share": 0.5},
        {"name": "Cream", "retail_price": 50},
    ]
    # 25 + 30 for an order of 100 becomes 27.50 + 33.
    found = otherwise(Plan.model_validate(data), "price_rise")
    assert flows(found) == pytest.approx([-50, 79, 79, 79, 79])


def test_pay_a_month_late() -> None:
    # Somebody joins in month 1 and stays: 10 earned in months 2, 3 and 4. A month late 2 of them arrive, two months
    # late 1.
    plan = four_months(team={"recruits_a_month": (1, 0), "member_monthly_purchases": 100})
    assert flows(otherwise(plan)) == pytest.approx([-50, 80, 80, 90, 90])
    assert flows(otherwise(plan, "later_pay")) == pytest.approx([-50, 80, 80, 80, 90])


def test_freight_goes_up() -> None:
    # 5 % of 120 is 6, 15 % is 18.
    plan = four_months(stock={"freight_share": 0.05})
    assert flows(otherwise(plan)) == pytest.approx([-50, 74, 74, 74, 74])
    assert flows(otherwise(plan, "freight_up")) == pytest.approx([-50, 62, 62, 62, 62])


def test_switches_go_together() -> None:
    # One order of 100, goods for 66, freight 6.60: 27.40.
    found = otherwise(four_months(), "half_the_customers", "price_rise", "freight_up")
    assert flows(found) == pytest.approx([-50, 27.4, 27.4, 27.4, 27.4])


def test_switches_go_together_in_any_order() -> None:
    plan = four_months(team={"recruits_a_month": 1, "member_monthly_purchases": 100, "annual_attrition": 0.5})
    there, back = (what_if(Case.of(plan, company()), order) for order in (SWITCHES, SWITCHES[::-1]))
    np.testing.assert_allclose(there.projection.statement.net_cash_flow, back.projection.statement.net_cash_flow)


def test_nobody_touches_the_plan() -> None:
    plan, terms_of = four_months(team={"recruits_a_month": 1}), company()
    before, terms_before = plan.model_dump_json(), terms_of.model_dump_json()
    what_if(Case.of(plan, terms_of), SWITCHES)
    differences(Case.of(plan, terms_of))
    assert (plan.model_dump_json(), terms_of.model_dump_json()) == (before, terms_before)


def test_what_each_does_alone() -> None:
    found = {each.switch.key: each for each in differences(Case.of(four_months(), company()))}
    assert list(found) == [each.key for each in SWITCHES]
    half = found["half_the_customers"]
    # 270 becomes 110; the money is back in month 1 as planned, in month 2 with 40 a month; 52 hours.
    assert (half.deepest_hole, half.result) == pytest.approx((0, -160))
    assert half.per_hour == pytest.approx(-160 / 52)
    assert (half.payback_before, half.payback) == (1, 2)
    assert found["later_pay"].result == pytest.approx(0)


def test_without_hours_there_is_nothing_an_hour() -> None:
    idle = bare_plan(horizon_months=4, customers=TWO_ORDERS, money_and_time={"hours_a_week": 0})
    assert {each.per_hour for each in differences(Case.of(idle, company()))} == {None}


def test_nobody_recruited_says_that_a_team_of_today_stays() -> None:
    alone, with_team = four_months(), four_months(team={"today": [{"under": 0, "buys": 80, "months": 12}]})
    said = [explained(switch("nobody_recruited"), plan, Speech.of("en", plan)) for plan in (alone, with_team)]
    assert said[0].endswith("all else stays.")
    assert said[1].endswith("and nobody is added to it.")
