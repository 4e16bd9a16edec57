"""What passes through: shipping and order fees that customers pay beside the price, and sales tax on top of it.

Ten customers order for 50 a month: 35 of goods that cost 60 % of it, and 15 of goods that cost 80 %. So a month brings
500, of which 350 leaves 140 and 150 leaves 30; running costs are 30.
"""

from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.measures.income_sources import income_sources
from planner.analysis.measures.price_steps import price_steps
from planner.inputs.company.company import Company
from planner.projection.engine import Projection
from tests.examples.by_month import line, nearly
from tests.properties.situations import bare_plan, figure, invented_company

PRODUCTS = (
    {"name": "At 40 %", "retail_price": 35, "wholesale_share": 0.6},
    {"name": "At 20 %", "retail_price": 15, "wholesale_share": 0.8},
)
TEN = {"new_a_month": (10, 0), "products": PRODUCTS}


def case_of(company: Company | None = None, months: int = 1, **groups: Any) -> Case:
    stated = {"customers": TEN | groups.pop("customers", {}), "running_costs": [{"name": "Phone", "amount": 30}]}
    return Case.of(bare_plan(horizon_months=months, **stated | groups), company or invented_company())


def projected(company: Company | None = None, months: int = 1, **groups: Any) -> Projection:
    return case_of(company, months, **groups).projection


def ahead(**shares: float) -> Company:
    """A company that takes sales tax with each order of goods."""
    return invented_company(orders={name: figure(share, "share") for name, share in shares.items()})


def test_an_order_fee_of_ten_customers_is_kept() -> None:
    """140 + 30 + 10 * 0.75 - 30 = 147.50, in the month's profit and, with goods bought as they are sold, its cash."""
    case = case_of(customers={"charged_per_order": 0.75, "handed_on_share": 0})
    assert line(case.projection, "profit") == nearly(0, 147.50)
    assert line(case.projection, "net_cash_flow") == nearly(0, 147.50)
    assert line(case.projection, "revenue") == nearly(0, 500)
    assert line(case.projection, "charges") == nearly(0, 7.50)
    assert income_sources(case.projection).retail_profit == pytest.approx(177.50)
    # An order of 50 leaves 17 and the fee; 30 of costs want two orders.
    assert case.measures.contribution_per_order == pytest.approx(17.75)
    assert case.measures.break_even_orders == 2
    assert {step.name: step.amount for step in price_steps(case).steps} == pytest.approx(
        {
            "shelf_price": 50,
            "charges": 0.75,
            "discount": 0,
            "goods": -33,
            "contribution": 17.75,
            "own_pay": 0,
            "fixed_costs": -3,
            "pocket": 14.75,
        }
    )


def test_shipping_that_is_handed_on_is_seen_and_comes_to_nothing() -> None:
    """5 an order: 50 charged, 50 handed on, and the month leaves 140 as it does without."""
    result = projected(customers={"charged_per_order": 5})
    assert line(result, "charges") == line(result, "charges_handed_on") == nearly(0, 50)
    assert line(result, "profit") == line(result, "net_cash_flow") == nearly(0, 140)


def test_nothing_is_charged_for_what_the_company_sends_or_nobody_orders() -> None:
    assert line(projected(customers={"charged_per_order": 5}, stock={"ship_direct_share": 1.0}), "charges") == nearly(
        0, 0
    )
    assert line(projected(customers={"charged_per_order": 5, "new_a_month": 0}), "charges") == nearly(0, 0)


def test_guests_of_parties_pay_it_too() -> None:
    """Two parties with five guests who buy: ten orders more."""
    parties = {"a_month": 2, "orders_each": 5, "host_credit": 0}
    assert line(projected(customers={"charged_per_order": 5}, parties=parties), "charges") == nearly(0, 100)


def test_vat_is_in_what_is_charged_and_got_back_of_what_is_handed_on() -> None:
    """5 an order and 5 handed on, ten orders. At 25 % 10 of the 50 is owed and 10 got back: as without shipping.

    Of food at 12 % what is charged has the rate of the goods, 50 * 12 / 112 = 5.36, and the carrier's bill that of
    other costs, 10: 4.64 more is left.
    """
    for rate, more in ((0.25, 0.0), (0.12, 10 - 50 * 0.12 / 1.12)):
        tax = {"vat_registered": "from_start", "vat_rate": rate, "vat_rate_on_costs": 0.25}
        without, shipped = (projected(customers={"charged_per_order": each}, tax=tax) for each in (0, 5))
        assert line(shipped, "profit")[1] - line(without, "profit")[1] == pytest.approx(more)
        assert line(shipped, "vat_on_sales")[1] == pytest.approx(550 * rate / (1 + rate))


def test_what_is_charged_counts_towards_the_threshold_of_vat() -> None:
    """Sales of 500 and 50 beside them pass 540 in month 1, so that VAT begins in month 2; without, a month later."""
    tax = {"vat_registered": "past_threshold", "vat_rate": 0.25, "vat_rate_on_costs": 0.25, "vat_threshold": 540}
    begun = {
        each: projected(months=3, customers={"charged_per_order": each}, tax=tax).statement.vat_charged[:, 0].tolist()
        for each in (5, 0)
    }
    assert begun == {5: [False, False, True, True], 0: [False, False, False, True]}


def test_sales_tax_is_handed_on() -> None:
    """8 % of 500: 40 collected and handed on in the month."""
    result = projected(tax={"sales_tax_rate": 0.08})
    assert line(result, "sales_tax_collected") == line(result, "sales_tax_handed_on") == nearly(0, 40)
    assert line(result, "revenue") == nearly(0, 500)
    assert line(result, "profit") == nearly(0, 140)


@pytest.mark.parametrize(
    ("taken", "discount", "in_advance", "collected", "handed_on"),
    [
        ({"tax_on_shop_price": 0.08}, 0, 40, 40, 0),
        ({"tax_on_paid": 0.08}, 0, 26.40, 40, 13.60),  # 8 % of the 330 that the goods cost
        ({"tax_on_shop_price": 0.08}, 0.1, 40, 36, 0),  # customers pay 450: 4 stay with the seller
        ({"tax_on_shop_price": 0.05}, 0, 25, 40, 15),
    ],
)
def test_tax_taken_ahead_is_not_handed_on_again(
    taken: dict[str, float], discount: float, in_advance: float, collected: float, handed_on: float
) -> None:
    result = projected(ahead(**taken), customers={"discount": discount}, tax={"sales_tax_rate": 0.08})
    assert line(result, "tax_on_goods") == nearly(0, in_advance)
    assert line(result, "sales_tax_collected") == nearly(0, collected)
    assert line(result, "sales_tax_handed_on") == nearly(0, handed_on)
    assert line(result, "profit") == nearly(0, 140 - 500 * discount - in_advance + collected - handed_on)


def test_tax_on_goods_that_are_not_sold_stays_a_cost() -> None:
    """Goods for two months are bought in month 1: 80 ahead, 40 back from customers; in month 2 40 and 40."""
    tax = {"sales_tax_rate": 0.08}
    result = projected(ahead(tax_on_shop_price=0.08), months=2, stock={"cover_months": 1}, tax=tax)
    assert line(result, "tax_on_goods") == nearly(0, 80, 40)
    assert line(result, "sales_tax_collected") == nearly(0, 40, 40)
    assert line(result, "sales_tax_handed_on") == nearly(0, 0, 0)
    assert line(result, "profit") == nearly(0, 100, 140)


def test_refunds_give_the_tax_back() -> None:
    """A fifth of 500 is refunded the month after, and 8 of tax with it: the state bears that, but for tax taken ahead.

    Without tax ahead 40 is handed on in each month, of which 8 to customers in month 2. Where the company took it all,
    those 8 are the seller's: the goods are back to be sold again, with their tax paid. They are to come at the end too.
    """
    refunds, tax = {"refund_share": 0.2, "returned_to_shelf": 1.0}, {"sales_tax_rate": 0.08}
    found = projected(months=2, customers=refunds, tax=tax)
    assert line(found, "sales_tax_handed_on") == nearly(0, 40, 40)
    result = projected(ahead(tax_on_shop_price=0.08), months=2, customers=refunds, tax=tax)
    assert line(result, "sales_tax_handed_on") == nearly(0, 0, 8)
    assert line(result, "tax_on_goods") == nearly(0, 40, 32)  # goods for 100 are back, so that for 400 are bought
    assert line(result, "refunds_to_come") == nearly(0, 108, 108)
    assert line(found, "refunds_to_come") == nearly(0, 100, 100)


def test_a_hobby_is_taxed_on_what_it_keeps_of_what_it_charges() -> None:
    """500 less 330 of goods, and 0.75 of each 3 that ten customers pay for shipping: 177.50, of which a tenth."""
    rules = {"rules": "united-states-self-employment-2026", "activity": "hobby", "income_share": 0.1}
    tax = rules | {"sales_tax_rate": 0.08}
    result = projected(customers={"charged_per_order": 3, "handed_on_share": 0.75}, tax=tax)
    assert line(result, "tax_accrued") == nearly(0, 17.75)
