"""Where an amount comes from: every cell is what its formula makes of its parts, down to the inputs."""

from collections.abc import Iterator
from functools import cache
from math import isfinite
from string import Formatter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.case import Case
from planner.analysis.origin import tree as trees
from planner.analysis.origin.parts import Origin
from planner.analysis.origin.tree import LINES, SUMS, origin
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.line_items import LINE_ITEMS
from planner.messages import Message
from planner.projection.engine import Projection, project
from tests.properties.random_plans import plans, plans_under_rules
from tests.properties.situations import bare_plan, companies, figure, invented_company
from tests.random_cases import FEW_RUNS, tried

LAST_DIGITS = 1e-9  # of the largest amount that a formula is made of
NOT_IN_THE_PLAN = {"company", "tax_rules", "exchange_rates"}


def cell(projection: Projection, name: str, month: int) -> float:
    statement = projection.statement
    by_month = getattr(statement, name) if name in SUMS else statement.lines[name]
    return float(by_month[month, 0])


def origins(case: Case, month: int) -> dict[str, Origin]:
    """Of every line of a month and of the sums, which are made of the lines' own trees: each is made once."""
    found: dict[str, Origin] = {}

    def made_once(case: Case, name: str, month: int) -> Origin:
        if name not in found:
            found[name] = origin(case, name, month)
        return found[name]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(trees, "origin", made_once)
        return {name: made_once(case, name, month) for name in LINES}


def everything_in(*of: Origin) -> Iterator[Origin]:
    """Each origin once, though several be made of it."""
    found, seen = [*of], set[int]()
    while found:
        each = found.pop()
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            found += each.parts


def assert_follows(projection: Projection, *of: Origin) -> None:
    """The formula gives the value, everywhere in the trees, but for the last digits of what it is made of."""
    in_statement = max(float(np.abs(line).max()) for line in projection.statement.lines.values())
    for each in everything_in(*of):
        made_of = [abs(part.value.value) for part in each.parts if part.value.unit == "money"]
        size = max([abs(each.value.value), *made_of, in_statement if each.value.unit == "money" else 1.0])
        assert isfinite(each.value.value)
        assert isfinite(each.check)
        assert abs(each.value.value - each.check) <= LAST_DIGITS * size, (each.title, each.value, each.check)


def assert_said(*of: Origin) -> None:
    """Every title and formula can be filled; what has neither a formula nor parts is an input that says where."""
    for each in everything_in(*of):
        for message in filter(None, (each.title, each.formula)):
            assert wanted(message.template) <= set(message.parameters), message
        if not each.parts:
            assert each.formula is not None or each.input_path is not None or each.value.unit == "money"


@cache
def wanted(template: str) -> set[str]:
    return {name for _text, name, *_rest in Formatter().parse(template) if name}


@tried(24)
@given(plans(longest=40) | plans_under_rules(longest=40), companies(), st.data())
def test_every_cell_follows_from_its_parts(plan, company, data):
    case = Case.of(plan, company, FEW_RUNS)
    months = [0, 1, plan.horizon_months, data.draw(st.integers(0, plan.horizon_months))]
    for month in set(months):
        found = origins(case, month)
        for name, tree in found.items():
            assert tree.value.value == cell(case.projection, name, month)
        assert_follows(case.projection, *found.values())
        assert_said(*found.values())


@pytest.mark.parametrize("rules", ["sweden-sole-trader-2026", "united-states-self-employment-2025"])
@pytest.mark.parametrize("company", ["example-company", "amway-eu", "young-living-us", "scentsy-us", "lularoe-us-2017"])
def test_the_companies_and_tax_rules_that_come_along(rules: str, company: str) -> None:
    plan = busy_plan(
        tax={"rules": rules, "income_share": 0.3, "vat_registered": "past_threshold", "vat_threshold": 900}
    )
    laid_on = load_catalog().companies[company]
    case = Case.of(plan, laid_on)
    for month in (0, 1, 2, 6, 7, 13, 14, 17, 18, 19, 26):
        found = origins(case, month)
        for name, tree in found.items():
            assert tree.value.value == cell(case.projection, name, month)
        assert_follows(case.projection, *found.values())


def busy_plan(**groups: object) -> Plan:
    """A plan in which every line of the statement is something in some month."""
    return bare_plan(
        horizon_months=26,
        start_month="2026-11",
        exchange_rates={"EUR": 1.1, "USD": 1.0, "SEK": 0.1},
        getting_started={
            "items": [{"name": "Table", "amount": 80}, {"name": "Course", "amount": 60, "month": 3}],
            "contingency_share": 0.1,
        },
        stock={
            "opening_stock": 500,
            "cover_months": 2,
            "standing_order": 40,
            "standing_order_from": 3,
            "buys_to_qualify": "always",
            "own_use": 15,
            "own_use_anyway": 9,
            "samples": 12,
            "freight_share": 0.05,
            "spoilage_share": 0.02,
            "out_of_season": [
                {"name": "Spring", "share": 0.1, "month": "march"},
                {"name": "Soap", "share": 0.07, "month": "march", "every": "in_first_year"},
            ],
            "shelf_life_months": 6,
            "ship_direct_share": 0.3,
        },
        customers={
            "new_from": "address_book",
            "attrition": 0.1,
            "retail_per_order": 60,
            "discount": 0.05,
            "cost_per_order": 2,
            "charged_per_order": 3,
            "handed_on_share": 0.7,
            "refund_share": 0.04,
            "seasons": [0.8, 0.9, 1, 1, 1.1, 1, 0.6, 0.8, 1, 1.1, 1.3, 1.4],
        },
        team={
            "recruits_a_month": 0.7,
            "duplication": 0.05,
            "annual_attrition": 0.5,
            "member_monthly_purchases": 90,
            "member_joining_order": 120,
        },
        running_costs=[{"name": "Phone", "amount": 20}, {"name": "Fair", "amount": 90, "every_months": 6}],
        pay_in_kind=[
            {"name": "Credit", "value": 15, "first_month": 2, "every_months": 2, "worth": "pays_for_goods"},
            {"name": "Bag", "value": 25, "first_month": 3, "worth": "bought_anyway"},
            {"name": "Trip", "value": 200, "first_month": 5},
        ],
        money_and_time={"own_cash": 300, "loan": 900, "card_limit": 600},
        **{
            "tax": {
                "rules": "flat",
                "income_share": 0.3,
                "vat_registered": "from_start",
                "vat_rate": 0.25,
                "vat_rate_on_costs": 0.25,
                "sales_tax_rate": 0.06,
            },
            **groups,
        },
    )


def test_a_busy_plan_leaves_no_line_empty() -> None:
    ahead = {"tax_on_paid": figure(0.05, "share")}
    terms = {"minimum": 400, "rates": (0.1,), "kit": 50, "renewal": 30, "website": 10, "orders": ahead}
    plan, company = busy_plan(), invented_company(**terms)
    lines = project(plan, company).statement.lines
    assert [name for name, line in lines.items() if not line.any()] in ([], ["vat_refunded"])


@pytest.fixture
def shop() -> Case:
    """Ten customers who order for 10 each, at a discount of 4 %, in a shop that pays half."""
    plan = bare_plan(customers={"new_a_month": (10, 0), "retail_per_order": 10, "discount": 0.04})
    return Case.of(plan, invented_company())


def part(tree: Origin, *titles: str) -> Origin:
    """The part of a part of a tree, by their titles."""
    for title in titles:
        [tree] = [each for each in tree.parts if each.title.template == title]
    return tree


def test_sales_open_into_goods_and_discount_and_end_in_inputs(shop: Case) -> None:
    tree = origin(shop, "revenue", 2)
    assert tree.value.value == pytest.approx(96)  # 10 * 10 * 0.96
    assert tree.formula is not None
    assert tree.formula.template == "{sold} of goods sold, less {discount} discount"
    assert part(tree, "Discount you give").input_path == ("customers", "discount")
    ordered = part(
        tree,
        "Goods sold from your shelf, at shop price",
        "Orders that you deliver, at shop price",
        "What customers order, at shop price",
    )
    assert part(ordered, "Price of an order in the shop list").input_path == ("customers", "retail_per_order")
    people = part(ordered, "Orders of the month", "Customers at the end of the month")
    assert people.value.value == 10
    assert part(people, "New customers a month").input_path == ("customers", "new_a_month")
    before = part(people, "Customers at the end of the month before")
    assert (before.month, before.parts, before.value.value) == (1, (), 10)


def test_pay_by_level_names_its_members_and_the_rate_of_the_company() -> None:
    # One recruit in month 1, who buys for 200 from month 2; 80 of 100 counts, at 5 %: 8, received a month later.
    plan = bare_plan(team={"recruits_a_month": (1, 0), "member_monthly_purchases": 200})
    company = invented_company(rates=(0.05,), commissionable=80)
    tree = origin(Case.of(plan, company), "commission_received", 3)
    assert tree.value.value == pytest.approx(8)
    level = part(tree, "Pay from the company, earned", "Pay by level", "Pay on level {level}")
    assert part(level, "Rate on level {level}").input_path == ("company", "pay", "unilevel")
    counted = part(level, "Part of the shop price that pay is counted on")
    assert counted.input_path == ("company", "volume", "commissionable_per_100_retail")
    assert part(level, "What level {level} buys, at shop price").value.value == pytest.approx(200)


def test_who_moves_up_to_a_level_is_told_apart_from_who_stands_on_it() -> None:
    # As in tests/examples/test_active.py: of half a person on level 2, 0.3307 are paid on level 1 in month 3.
    team = {
        "recruits_a_month": (1, 0),
        "duplication": 0.5,
        "member_monthly_purchases": 100,
        "people_within_reach": 1e10,
    }
    plan = bare_plan(stock={"own_use": 100}, team=team, chance={"purchase_spread": 1})
    company = invented_company(rates=(0.10, 0.05), compression=True, minimum=100)
    tree = origin(Case.of(plan, company), "commission_earned", 3)
    bought = part(part(tree, "Pay by level").parts[0], "What level {level} buys, at shop price")
    counted = part(bought, "Members who are paid on level {level}")
    assert counted.value.value == pytest.approx(1.3307, abs=1e-4)
    assert part(counted, "Members who have what the company asks for").value.value == pytest.approx(0.3386, abs=1e-4)
    assert part(counted, "Members on level {level} at the end of the month").value.value == pytest.approx(1)
    unpaid = invented_company(rates=(0.10, 0.05), minimum=100, pays_on_inactive=False)
    tree = origin(Case.of(plan, unpaid), "commission_earned", 3)
    bought = part(part(tree, "Pay by level").parts[0], "What level {level} buys, at shop price")
    paid = part(bought, "What a member buys that is paid on, on average")
    assert paid.value.value == pytest.approx(66.14, abs=1e-2)
    assert paid.input_path == ("chance", "purchase_spread")


def test_too_few_own_points_are_said() -> None:
    plan = bare_plan(team={"recruits_a_month": (1, 0), "member_monthly_purchases": 200})
    company = invented_company(rates=(0.05,), minimum=60)
    tree = origin(Case.of(plan, company), "commission_earned", 2)
    assert tree.value.value == 0
    assert tree.formula is not None
    assert tree.formula.template.startswith("Nothing: {points} own points are fewer than the {asked}")
    assert part(tree, "Own points before the company pays on a team").value.value == 60


def test_a_step_names_the_rank_and_the_legs() -> None:
    # 100 own points a month at 10 %: 10. A leg of 50 points has the first rank's 5 %: 50 * (0.10 - 0.05) = 2.5.
    ranks = ({"name": "One", "group_volume": 40, "rate": 0.05}, {"name": "Two", "group_volume": 120, "rate": 0.1})
    plan = bare_plan(stock={"standing_order": 50}, team={"recruits_a_month": (1, 0), "member_monthly_purchases": 50})
    company = invented_company(breakaway=False, ranks=ranks)
    tree = origin(Case.of(plan, company), "commission_earned", 2)
    assert tree.value.value == pytest.approx(12.5)
    rate = part(tree, "Pay on your own goods", "Rate of your rank")
    assert rate.formula == Message(
        "{rank}, with {group} points in the group and {own} own points", rate.formula.parameters if rate.formula else {}
    )
    assert rate.formula.parameters["rank"] == "Two"
    assert part(tree, "Pay on your legs", "Legs whose first member joined in {joined}").value.value == pytest.approx(
        2.5
    )


def test_vat_is_settled_by_the_months_of_its_period() -> None:
    # Registered from January 2027 on; the quarter to March, months 0 to 2, is paid in May, month 4.
    plan = bare_plan(
        customers={"new_a_month": (10, 0), "retail_per_order": 10},
        tax={"vat_registered": "from_start", "vat_rate": 0.25},
    )
    case = Case.of(plan, invented_company())
    tree = origin(case, "vat_paid", 4)
    assert [each.month for each in tree.parts] == [0, 1, 2]
    assert tree.value.value == pytest.approx(20)  # two months of a fifth of 100 sold less a fifth of 50 bought
    assert origin(case, "vat_paid", 5).parts == ()


def test_every_line_has_an_origin() -> None:
    assert set(LINES) == {line.name for line in LINE_ITEMS} | set(SUMS)


@tried(9)
@given(plans(longest=24), companies(), st.data())
def test_inputs_are_those_of_the_plan(plan, company, data):
    """Every path that a tree ends in is there in the plan, but for those of the company and of the rules."""
    month = data.draw(st.integers(0, plan.horizon_months))
    case = Case.of(plan, company, FEW_RUNS)
    for each in everything_in(*origins(case, month).values()):
        if each.input_path is None or each.input_path[0] in NOT_IN_THE_PLAN:
            continue
        value: object = plan
        for step in each.input_path:
            value = value[step] if isinstance(step, int) else getattr(value, step)


def test_a_price_that_falls_and_rises_again_within_the_first_order() -> None:
    """1 point is 100 at shop price: 100 at 75 %, 50,210 at 50 %, that is 25,180, and from 503.1 points 75 % again."""
    company = invented_company(
        demanded_stock=25_180,
        steps=((0, 0.75), (1, 0.5), (503.1, 0.75)),
        reached_step="beyond",
        points=1,
        orders={"tax_on_shop_price": figure(0.08, "share")},
    )
    case = Case.of(bare_plan(horizon_months=1), company)
    tree = origin(case, "tax_on_goods", 0)
    assert tree.value.value == pytest.approx(0.08 * 50_310)
    assert_follows(case.projection, tree)
