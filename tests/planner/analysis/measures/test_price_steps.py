"""From shelf price to pocket, by hand."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from planner.analysis.case import Case
from planner.analysis.measures.measure import measure
from planner.analysis.measures.price_steps import PriceSteps, price_steps
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.tax_terms import TaxTerms
from planner.inputs.terms import resolve_terms
from planner.line_items import LINE_ITEMS
from planner.projection.assumptions import Array
from planner.projection.engine import project_scenarios
from planner.projection.plan_assumptions import plan_assumptions
from tests.properties.situations import bare_plan, figure, invented_company

# 4 customers from month 1 on, one order of 100 each with 10 % off; costs of 40 a month; 3 * 52 / 12 = 13 hours a month.
FOUR_ORDERS = {
    "horizon_months": 6,
    "customers": {"new_a_month": (4, 0), "retail_per_order": 100, "discount": 0.1},
    "running_costs": [{"name": "Telephone", "amount": 40}],
    "money_and_time": {"hours_a_week": 3},
}

# Goods for 60 of 100; a website for 20 a month; 10 % of 80 of every 100 bought, from 100 points on.
TEN_PER_CENT = {
    "steps": ((0, 0.6),),
    "website": 20,
    "commissionable": 80,
    "breakaway": False,
    "ranks": ({"name": "One", "group_volume": 100, "rate": 0.1},),
}


def steps_of(plan: Plan, company: Company) -> PriceSteps:
    return price_steps(Case.of(plan, company))


def test_every_step_of_an_order() -> None:
    found = steps_of(bare_plan(**FOUR_ORDERS), invented_company(**TEN_PER_CENT))
    assert {step.name: step.amount for step in found.steps} == pytest.approx(
        {
            "shelf_price": 100,
            "discount": -10,
            "goods": -60,
            "contribution": 30,
            "own_pay": 8,  # 400 bought * 80 % * 10 % = 32, over 4 orders
            "fixed_costs": -15,  # (40 + 20) / 4
            "pocket": 23,  # 30 + 8 - 15
        }
    )
    assert found.hours_per_order == pytest.approx(3.25)  # 13 / 4
    assert found.earnings_per_hour == pytest.approx(23 / 3.25)


def test_each_result_is_the_sum_of_the_steps_before_it() -> None:
    found = steps_of(bare_plan(**FOUR_ORDERS), invented_company(**TEN_PER_CENT))
    running = 0.0
    for step in found.steps:
        if step.result:
            assert step.amount == pytest.approx(running)
        else:
            running += step.amount
    assert [step.name for step in found.steps if step.result] == ["contribution", "pocket"]


def test_without_orders_the_steps_end_with_what_an_order_leaves() -> None:
    nobody = FOUR_ORDERS | {"customers": {"new_a_month": 0, "retail_per_order": 100, "discount": 0.1}}
    found = steps_of(bare_plan(**nobody), invented_company(**TEN_PER_CENT))
    assert [step.name for step in found.steps] == ["shelf_price", "discount", "goods", "contribution"]
    assert (found.hours_per_order, found.earnings_per_hour) == (None, None)


def test_without_hours_an_order_has_no_hourly_pay() -> None:
    idle = FOUR_ORDERS | {"money_and_time": {"hours_a_week": 0}}
    found = steps_of(bare_plan(**idle), invented_company(**TEN_PER_CENT))
    assert (found.hours_per_order, found.earnings_per_hour) == (None, None)
    assert found.steps[-1].amount == pytest.approx(23)


# The worked example of a small seller in Sweden: an order of 499 whose goods cost 349, freight 20 and delivery 25.
VAT_EXAMPLE = {
    "horizon_months": 6,
    "customers": {"new_a_month": (4, 0), "retail_per_order": 499, "cost_per_order": 25},
    "stock": {"freight_share": 20 / 349},
}


def with_vat(on_goods: float, on_costs: float) -> PriceSteps:
    """The example once registered, at rates on prices without VAT."""
    plan = bare_plan(**VAT_EXAMPLE)
    tax = TaxTerms(vat_registered="from_start", vat_rate=on_goods, vat_rate_on_costs=on_costs)
    company = invented_company(steps=((0, 349 / 499),))
    terms = resolve_terms(company, plan)
    projection = project_scenarios(replace(plan_assumptions(plan), tax=tax), terms)
    return price_steps(Case(plan, company, projection, measure(plan, projection)))


def amounts_of(found: PriceSteps) -> dict[str, float]:
    return {step.name: step.amount for step in found.steps}


def test_an_order_without_vat() -> None:
    found = steps_of(bare_plan(**VAT_EXAMPLE), invented_company(steps=((0, 349 / 499),)))
    assert amounts_of(found) == pytest.approx(
        {
            "shelf_price": 499,
            "discount": 0,
            "goods": -349,
            "freight": -20,
            "delivery": -25,
            "contribution": 105,
            "own_pay": 0,
            "fixed_costs": 0,
            "pocket": 105,
        }
    )


@pytest.mark.parametrize(
    ("on_goods", "on_costs", "vat", "goods", "left"),
    [
        (0.25, 0.25, 99.80 - 9.00, 279.20, 84.0),  # a fifth of 499, less a fifth of 45; four fifths of 349
        (0.12, 0.25, 53.464286 - 9.00, 311.607143, 97.928571),
        (0.06, 0.25, 28.245283 - 9.00, 329.245283, 105.509434),
    ],
)
def test_an_order_with_vat(on_goods: float, on_costs: float, vat: float, goods: float, left: float) -> None:
    found = amounts_of(with_vat(on_goods, on_costs))
    assert found["vat"] == pytest.approx(-vat)
    assert found["goods"] == pytest.approx(-goods)
    assert found["contribution"] == pytest.approx(left)
    assert found["shelf_price"] + found["vat"] + found["goods"] - 20 - 25 == pytest.approx(left)


def test_refunds_take_money_and_give_goods_back() -> None:
    changed = FOUR_ORDERS | {
        "customers": {
            "new_a_month": (4, 0),
            "retail_per_order": 100,
            "discount": 0.1,
            "refund_share": 0.2,
            "returned_to_shelf": 0.5,
        }
    }
    found = amounts_of(steps_of(bare_plan(**changed), invented_company(**TEN_PER_CENT)))
    assert found["refunds"] == pytest.approx(-(0.2 * 90 - 0.2 * 0.5 * 60))
    assert found["contribution"] == pytest.approx(100 - 10 - 60 - 12)


def test_orders_sent_direct_carry_no_freight_and_no_delivery() -> None:
    # Half of the orders: freight 6 and delivery 5 on the others; refunds a tenth of 90, and of the margin of 30.
    changed = FOUR_ORDERS | {
        "stock": {"freight_share": 0.1, "ship_direct_share": 0.5},
        "customers": {
            "new_a_month": (4, 0),
            "retail_per_order": 100,
            "discount": 0.1,
            "cost_per_order": 5,
            "refund_share": 0.1,
            "returned_to_shelf": 0.0,
        },
    }
    found = amounts_of(steps_of(bare_plan(**changed), invented_company(**TEN_PER_CENT)))
    assert found["freight"] == pytest.approx(-3)
    assert found["delivery"] == pytest.approx(-2.5)
    assert found["refunds"] == pytest.approx(-(0.5 * 9 + 0.5 * 3))
    assert found["contribution"] == pytest.approx(30 - 3 - 2.5 - 6)


def test_what_is_left_is_the_measure() -> None:
    plan = bare_plan(**VAT_EXAMPLE)
    case = Case.of(plan, invented_company(**TEN_PER_CENT))
    found = amounts_of(price_steps(case))
    assert found["contribution"] == pytest.approx(case.measures.contribution_per_order)


# What an order may cost beside its goods, each 3: a new input of customers in money is among them.
COSTS_OF_AN_ORDER = {
    each.name: 3.0
    for each in INPUTS.values()
    if each.path[0] == "customers" and each.unit == "money" and each.declared.default == 0
}
# Plans in which every month is like the next, so that orders times steps are the month. Together they hold every line
# that an order bears: whoever adds one gives a plan here some of it, and sees whether the steps count it.
KEPT = {"handed_on_share": 0.4}
STEADY = {
    "profit": {
        "customers": FOUR_ORDERS["customers"]
        | COSTS_OF_AN_ORDER
        | KEPT
        | {"refund_share": 0.2, "returned_to_shelf": 0},
        "stock": {"opening_stock": 1000, "cover_months": 0, "freight_share": 0.1, "ship_direct_share": 0.25},
        "tax": {"vat_registered": "from_start", "vat_rate": 0.25, "vat_rate_on_costs": 0.05, "sales_tax_rate": 0.02},
    },
    "cash": {
        "customers": FOUR_ORDERS["customers"] | COSTS_OF_AN_ORDER | {"refund_share": 0.2, "returned_to_shelf": 0.5},
        "stock": {"buys_to_qualify": "always", "cover_months": 0, "opening_stock": 0},
        "tax": {"sales_tax_rate": 0.08},
    },
}


def steady(view: str) -> tuple[Mapping[str, Array], PriceSteps]:
    """The lines and the steps of one of these plans; of 500 points that the company asks for, 400 are of own sales."""
    plan = bare_plan(**FOUR_ORDERS | STEADY[view] | {"horizon_months": 24})
    ahead = {"tax_on_paid": figure(0.05, "share")}
    case = Case.of(plan, invented_company(**TEN_PER_CENT, lag=0, minimum=500, on="sales", orders=ahead))
    return case.projection.statement.lines, price_steps(case)


@pytest.mark.parametrize("view", STEADY)
def test_the_steps_of_an_order_come_to_the_lines_that_it_bears(view: str) -> None:
    lines, found = steady(view)
    borne = {
        line.name: float(getattr(line, view) * lines[line.name][-1, 0])
        for line in LINE_ITEMS
        if line.step is not None and getattr(line, view)
    }
    assert sum(borne.values()) == pytest.approx(4 * amounts_of(found)["pocket"]), f"not all are counted: {borne}"


def test_every_line_that_an_order_bears_is_tried_here_and_has_a_step() -> None:
    tried = [steady(view) for view in STEADY]
    steps = {step.name for _lines, found in tried for step in found.steps}
    borne = {line.name: line.step for line in LINE_ITEMS if line.step is not None}
    assert [name for name in borne if not any(lines[name].any() for lines, _found in tried)] == []
    assert [name for name, step in borne.items() if step not in steps] == []
