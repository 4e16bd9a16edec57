"""What the income rests on, by hand."""

import pytest

from planner.analysis.measures.income_sources import IncomeSources, income_by_month, income_sources
from planner.line_items import LINE_ITEMS
from planner.projection.engine import project
from tests.examples.by_month import EVERYBODY
from tests.properties.situations import bare_plan, invented_company

# One joins in month 1 and buys for 100 in each month after, with a first order of 200 in month 2.
ONE_MEMBER = {
    "recruits_a_month": (1, 0),
    "member_monthly_purchases": 100,
    "member_joining_order": 200,
    "member_resold_share": 0.5,
    "people_within_reach": EVERYBODY,
}
ONE_CUSTOMER = {"new_a_month": (1, 0)}
TENTH = (({"name": "A", "group_volume": 1, "rate": 0.1}),)


def sources(months: int, *, company=None, **groups) -> IncomeSources:
    """Of a company that pays 10 of 100 on the first level and takes half of the shop price."""
    plan = bare_plan(horizon_months=months, **groups)
    return income_sources(project(plan, company or invented_company(rates=(0.1,))))


def test_sales_a_member_and_a_joining_order() -> None:
    found = sources(3, customers=ONE_CUSTOMER, team=ONE_MEMBER)
    assert found.retail_profit == pytest.approx(150)  # three orders of 100 that cost 50
    assert found.on_joining == pytest.approx(20)  # 10 of 100 of 200
    assert (found.team_sold_on, found.team_used) == pytest.approx((10, 10))  # of 10 of 100 of 2 * 100, half each
    assert found.total == pytest.approx(190)
    assert found.recruiting_strict == pytest.approx(30 / 190)  # 10 used and 20 on joining
    assert found.recruiting_lenient == pytest.approx(20 / 190)  # the 10 are less than a third of 40


def test_own_use_counts_up_to_a_third_of_all_pay() -> None:
    found = sources(3, team=ONE_MEMBER | {"member_resold_share": 0, "member_joining_order": 0})
    assert found.pay == pytest.approx(20)
    assert found.recruiting_strict == pytest.approx(1)
    assert found.recruiting_lenient == pytest.approx(2 / 3)


@pytest.mark.parametrize(("on", "sold_on"), [("purchases", 30), ("sales", 30)])
def test_pay_on_own_purchases_rests_on_the_part_that_customers_bought(on: str, sold_on: float) -> None:
    # Goods for 200 a month arrive (100 at cost), or are sold and used; customers buy those for 100. Pay is 20 a month.
    stock = {"standing_order": 100} if on == "purchases" else {"own_use": 50}
    company = invented_company(on=on, breakaway=False, ranks=TENTH)
    found = sources(3, company=company, customers=ONE_CUSTOMER, stock=stock)
    assert found.own_sold_on == pytest.approx(sold_on)
    assert found.own_used == pytest.approx(30)


def test_what_was_bought_at_launch_and_sold_later_is_sold() -> None:
    company = invented_company(breakaway=False, ranks=TENTH)
    found = sources(1, company=company, customers={"new_a_month": 2}, stock={"opening_stock": 75})
    # 200 are sold in month 1: 150 of launch, on which 15 was paid then, and 50 bought in month 1, on which 5 is paid.
    assert (found.own_sold_on, found.own_used) == pytest.approx((20, 0))


def test_goods_bought_in_bulk_and_sold_later_are_sold() -> None:
    """One order of 100 a month, bought 250 at a time: in 5 months 500 are bought in months 1 and 3, and all sold."""
    company = invented_company(breakaway=False, ranks=TENTH)
    found = sources(5, company=company, customers=ONE_CUSTOMER, stock={"minimum_order": 125})
    assert (found.own_sold_on, found.own_used) == pytest.approx((50, 0))


def test_what_sales_leave_is_after_refunds_delivery_and_vat() -> None:
    found = sources(
        2,
        customers={"new_a_month": (1, 0), "cost_per_order": 3, "refund_share": 0.2, "returned_to_shelf": 0.5},
        tax={"vat_registered": "from_start", "vat_rate": 0.25},
    )
    # Month 1: 100 - 20 VAT - 40 goods - 3 = 37. Month 2: the same, less a refund of 20 with 4 VAT in it, and of its
    # goods for 8 the half is back on the shelf: 37 - 16 + 4 = 25.
    assert found.retail_profit == pytest.approx(62)


def test_margin_on_direct_orders_is_retail() -> None:
    found = sources(2, customers=ONE_CUSTOMER, stock={"ship_direct_share": 1})
    assert found.retail_profit == pytest.approx(100)
    assert found.recruiting_strict == pytest.approx(0)


def test_a_loss_on_sales_is_taken_off_the_total_and_has_no_share() -> None:
    """Two orders of 100 at 60 off, 40 each, whose goods cost 50: -20. 10 on what the member buys, 20 on the first."""
    found = sources(2, customers=ONE_CUSTOMER | {"discount": 0.6}, team=ONE_MEMBER)
    assert found.retail_profit == pytest.approx(-20)
    assert (found.pay, found.total, found.came_in) == pytest.approx((30, 10, 30))
    assert found.shares == {
        "own_sales": None,
        "own_buying": 0,
        "team_purchases": pytest.approx(1 / 3),
        "joining_orders": pytest.approx(2 / 3),
        "in_kind": 0,
    }
    # What is sold at a loss is no income from customers: the 5 on what the member sells on are all of it.
    assert found.from_customers == pytest.approx(5)
    assert found.recruiting_strict == pytest.approx(25 / 30)


def test_what_more_own_sales_would_have_to_leave_for_half() -> None:
    """Of 40 of pay 10 lead back. Sales that leave 5 are half of it all with 15 more: 20 + 10 of 60; a loss of 5 wants
    25 more, and credit, of which nobody knows what it rests on, changes nothing.
    """
    pay = {"own_sold_on": 4, "own_used": 10, "team_sold_on": 6, "team_used": 10, "on_joining": 10}
    for left, more in ((5, 15), (-5, 25)):
        found = IncomeSources(left, **pay, in_kind=100)
        assert found.profit_for_half == more
        assert IncomeSources(left + more, **pay, in_kind=100).recruiting_strict == pytest.approx(0.5)


def test_where_sales_only_lose_nothing_came_in() -> None:
    found = sources(2, customers=ONE_CUSTOMER | {"discount": 0.6})
    assert (found.total, found.came_in) == (pytest.approx(-20), 0)
    assert set(found.shares.values()) == {None}
    assert found.recruiting_strict is None


def test_without_income_there_is_no_share() -> None:
    found = sources(3)
    assert found.total == 0
    assert found.recruiting_strict is None
    assert found.recruiting_lenient is None


def test_every_line_that_counts_as_income_is_in_it() -> None:
    """Whoever adds a line of sales or of pay sees here whether it is counted, and where."""
    plan = bare_plan(
        customers=ONE_CUSTOMER
        | {"cost_per_order": 3, "charged_per_order": 4, "refund_share": 0.2, "returned_to_shelf": 0.5},
        stock={"ship_direct_share": 0.25},
        team=ONE_MEMBER,
        tax={"vat_registered": "from_start", "vat_rate": 0.25},
        pay_in_kind=[{"name": "Credit", "value": 5, "worth": "pays_for_goods"}],
    )
    projection = project(plan, invented_company(rates=(0.1,)))
    found, lines = income_sources(projection), projection.statement.lines
    income = {
        line.name: (line.income, float(line.profit * lines[line.name].sum())) for line in LINE_ITEMS if line.income
    }
    assert [name for name, (_kind, amount) in income.items() if not amount] == []
    for kind, counted in (("sales", found.retail_profit), ("pay", found.pay), ("in_kind", found.in_kind)):
        assert sum(amount for of, amount in income.values() if of == kind) == pytest.approx(counted), (
            f"not all are counted: {income}"
        )


def test_the_sources_are_all_income_over_the_plan_and_by_month() -> None:
    plan = bare_plan(horizon_months=3, customers=ONE_CUSTOMER, team=ONE_MEMBER)
    projection = project(plan, invented_company(rates=(0.1,)))
    # An order of 100 that cost 50 in each month; 10 of 100 of what the member buys: a first order of 200 and 100 in
    # month 2, 100 in month 3. Nothing is paid on what you buy yourself.
    by_month = {name: amounts.tolist() for name, amounts in income_by_month(projection).items()}
    assert by_month == {
        "own_sales": pytest.approx([0, 50, 50, 50]),
        "own_buying": pytest.approx([0, 0, 0, 0]),
        "team_purchases": pytest.approx([0, 0, 10, 10]),
        "joining_orders": pytest.approx([0, 0, 20, 0]),
        "in_kind": pytest.approx([0, 0, 0, 0]),
    }
    found = income_sources(projection)
    assert found.by_source == {
        "own_sales": pytest.approx(150),
        "own_buying": pytest.approx(0),
        "team_purchases": pytest.approx(20),
        "joining_orders": pytest.approx(20),
        "in_kind": 0,
    }
    assert sum(found.by_source.values()) == pytest.approx(found.total)
    assert found.leading_to_customers == {  # the member sells half on
        "own_sales": pytest.approx(150),
        "own_buying": pytest.approx(0),
        "team_purchases": pytest.approx(10),
        "joining_orders": 0,
        "in_kind": None,  # nobody knows what it rests on
    }
    assert found.from_customers == pytest.approx(160)
