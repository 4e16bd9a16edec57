"""What an order of goods costs beside the goods, by hand: a fee, freight by share or table, and tax paid ahead.

Goods cost half of the shop price; in a month in which any are bought, all of them are one order.
"""

from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.company.joining_cost import joining_cost
from planner.analysis.measures.measure import measure
from planner.analysis.origin.tree import origin
from planner.inputs.terms import resolve_terms
from planner.projection.engine import project
from tests.examples.by_month import line, nearly
from tests.properties.situations import INVENTED, bare_plan, figure, invented_company

BOUGHT = {"opening_stock": 200, "standing_order": 50}


def orders(**terms: Any) -> dict[str, Any]:
    """What a company charges with an order: figures by their names, and a table of freight."""
    units = {"fee": "money"}
    return {
        name: {"steps": [{"from_cost": cost, "amount": amount} for cost, amount in value], **INVENTED}
        if name == "freight_table"
        else figure(value, units.get(name, "share"))
        for name, value in terms.items()
    }


def test_a_fee_is_paid_for_each_order():
    """4.95 for the first order of 200 and for that of each month, of 50; nothing where nothing is ordered."""
    company = invented_company(website=10, orders=orders(fee=4.95))
    result = project(bare_plan(horizon_months=2, stock=BOUGHT), company)
    assert line(result, "company_fees") == nearly(4.95, 14.95, 14.95)
    assert line(result, "freight") == nearly(0, 0, 0)
    nothing = project(bare_plan(horizon_months=2, stock={"opening_stock": 200}), company)
    assert line(nothing, "company_fees") == nearly(4.95, 10, 10)


def test_freight_by_a_share_of_the_company_and_not_of_the_plan():
    """8 % of 200 and of 50; the 20 % of the plan is not counted too."""
    plan = bare_plan(horizon_months=1, stock={**BOUGHT, "freight_share": 0.2})
    assert line(project(plan, invented_company(orders=orders(freight_share=0.08))), "freight") == nearly(16, 4)
    assert line(project(plan, invented_company(orders=orders(freight_share=0))), "freight") == nearly(0, 0)
    assert line(project(plan, invented_company(orders=orders(fee=1))), "freight") == nearly(40, 10)


def test_freight_by_a_table():
    """9.50 for an order below 50, 6 from 50, nothing from 200: nothing, 6, 6; orders of 20 pay 9.50 each."""
    table = orders(freight_table=((0, 9.5), (50, 6), (200, 0)))
    assert line(
        project(bare_plan(horizon_months=2, stock=BOUGHT), invented_company(orders=table)), "freight"
    ) == nearly(0, 6, 6)
    small = bare_plan(horizon_months=2, stock={"standing_order": 20, "freight_share": 0.2})
    assert line(project(small, invented_company(orders=table)), "freight") == nearly(0, 9.5, 9.5)


def test_tax_paid_ahead_on_what_is_paid_or_on_the_shop_price():
    """7 % of 200 and 50; of the shop price, 400 and 100: twice as much."""
    plan = bare_plan(horizon_months=1, stock=BOUGHT)
    assert line(project(plan, invented_company(orders=orders(tax_on_paid=0.07))), "tax_on_goods") == nearly(14, 3.5)
    result = project(plan, invented_company(orders=orders(tax_on_shop_price=0.07)))
    assert line(result, "tax_on_goods") == nearly(28, 7)
    assert line(result, "cumulative_cash_flow") == nearly(-228, -285)


def test_joining_costs_the_freight_and_the_tax_of_the_kit_too():
    """Kit 100, sent for 12, 7 % tax on it: 119. Goods of 200 at the start: 8 % freight, 16, and 4.95: 339.95 in all.

    A website for 10 a month, and no order after the first: 120 more in a year.
    """
    company = invented_company(
        kit=100,
        demanded_stock=200,
        website=10,
        kit_freight=12,
        kit_tax=0.07,
        orders=orders(fee=4.95, freight_share=0.08),
    )
    plan = bare_plan(horizon_months=1)
    result = project(plan, company)
    assert line(result, "freight")[0] == pytest.approx(28)
    assert line(result, "tax_on_goods")[0] == pytest.approx(7)
    assert line(result, "cumulative_cash_flow")[0] == pytest.approx(-339.95)
    found = joining_cost(company, resolve_terms(company, plan))
    assert (found.at_start, found.first_year) == pytest.approx((339.95, 459.95))


def test_a_fee_that_exists_and_is_not_disclosed_leaves_the_year_unknown():
    company = invented_company(orders={"fee": figure(None, "money")})
    terms = resolve_terms(company, bare_plan())
    assert "orders.fee" in terms.unknown
    assert "order_fee" in terms.unknown_costs
    assert not joining_cost(company, terms).year_whole


def test_amounts_are_in_the_currency_of_the_plan():
    """Ten of the plan's for one of the company's: a fee of 50, and freight of 95 below 500."""
    company = invented_company(currency="EUR", orders=orders(fee=5, freight_table=((0, 9.5), (50, 6))))
    plan = bare_plan(
        currency="SEK",
        horizon_months=2,
        exchange_rates={"EUR": 10},
        stock={"standing_order": 499, "opening_stock": 500},
    )
    result = project(plan, company)
    assert line(result, "freight") == nearly(60, 95, 95)
    assert line(result, "company_fees") == nearly(50, 50, 50)


def test_what_is_bought_to_be_paid_has_to_be_worth_its_order_too():
    """100 points lack: goods of 100 for 50. From the order on, 10 for it; the team pays 55: not worth 60, worth 50."""
    team = {"recruits_a_month": (1, 0), "member_monthly_purchases": 550}
    plan = bare_plan(horizon_months=4, stock={"buys_to_qualify": "while_it_pays"}, team=team)
    for fee, bought in ((10, 0), (4, 50)):
        company = invented_company(minimum=100, rates=(0.1,), orders=orders(fee=fee))
        assert line(project(plan, company), "qualifying_purchases")[-1] == pytest.approx(bought, abs=0.01)


def test_an_order_leaves_what_its_freight_and_tax_leave():
    """One order of 100 a month, goods 50: 8 % freight, 4; 7 % of 100 tax, 7: 39 is left. By a table, 6: 37."""
    plan = bare_plan(horizon_months=6, customers={"new_a_month": (1, 0)})
    company = invented_company(orders=orders(freight_share=0.08, tax_on_shop_price=0.07))
    assert measure(plan, project(plan, company)).contribution_per_order == pytest.approx(39)
    company = invented_company(orders=orders(freight_table=((0, 9), (50, 6)), tax_on_shop_price=0.07))
    assert measure(plan, project(plan, company)).contribution_per_order == pytest.approx(37)


@pytest.mark.parametrize(
    "terms",
    [
        {"fee": 4.95, "freight_share": 0.08, "tax_on_paid": 0.07},
        {"freight_table": ((0, 9.5), (50, 6)), "tax_on_shop_price": 0.07},
    ],
)
def test_every_amount_is_told_from_its_parts(terms):
    company = invented_company(kit=100, kit_freight=12, kit_tax=0.07, orders=orders(**terms))
    case = Case.of(bare_plan(horizon_months=2, stock=BOUGHT), company)
    for name in ("freight", "tax_on_goods", "company_fees"):
        for month in (0, 1):
            told = origin(case, name, month)
            assert told.check == pytest.approx(told.value.value)
    [goods, kit] = origin(case, "freight", 0).parts
    assert kit.value.value == 12
    assert {part.input_path for part in origin(case, "freight", 1).parts} >= {
        ("company", "orders", "freight_share")
    } or (origin(case, "freight", 1).input_path == ("company", "orders", "freight_table"))
    assert goods.value.value == pytest.approx(16 if "freight_share" in terms else 6)
