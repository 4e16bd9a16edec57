"""Leaving, by hand: what goods given back bring, what is not taken off, and until when leaving is cheap."""

from typing import Any

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.analysis.measures.quitting import Quitting, quitting
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.leaving import exit_value
from planner.speech import Speech
from tests.properties.situations import bare_plan, figure, invented_company

ALL_BACK = {"marketable_share": 1, "return_freight_share": 0, "cover_months": 0}


def buying_back(
    share: float | None = 1,
    window: int | None = 12,
    clawback: float | None = None,
    freight: bool | None = None,
    **figures: Any,
) -> Company:
    """An invented company with these terms of buying back; None is not disclosed."""
    terms = {
        "share": figure(share, "share"),
        "window_months": figure(window, "months"),
        "clawback_share": None if clawback is None else figure(clawback, "share"),
        "company_pays_freight": freight,
    }
    return Company.model_validate(invented_company(**figures).model_dump() | {"buy_back": terms})


def leaving(plan: Plan, company: Company) -> Quitting:
    return quitting(Case.of(plan, company))


def said(left: Quitting) -> str:
    return " ".join(map(Speech("en", "USD", "2027-01").say, left.notes))


# Of 7,500 of stock, 6,000 can be given back: 90 % of that are 5,400, less 10 % clawback, 600; freight is 5 % of 7,500.
@pytest.mark.parametrize(
    ("freight", "clawback", "value"), [(None, 0.1, 4425), (False, 0.1, 4425), (True, 0.1, 4800), (None, None, 5025)]
)
def test_stock_of_7500(freight: bool | None, clawback: float | None, value: float) -> None:
    stock = {"opening_stock": 7500, "marketable_share": 0.8, "return_freight_share": 0.05}
    plan = bare_plan(horizon_months=1, stock=stock)
    company = buying_back(0.9, 12, clawback, freight)
    assert exit_value(plan, company.buy_back, np.array([7500.0])) == pytest.approx([value])
    left = leaving(plan, company)
    assert left.exit_value == pytest.approx([value, value])
    assert left.on_leaving == pytest.approx([value - 7500] * 2)


def test_nobody_sends_goods_back_at_a_loss() -> None:
    plan = bare_plan(stock={"opening_stock": 100, "marketable_share": 0.1, "return_freight_share": 0.2})
    assert leaving(plan, buying_back(0.9)).exit_value.max() == 0  # 9 back, 20 of freight


def test_goods_leave_the_window() -> None:
    # 1,000 at launch and 100 a month, of which nothing is sold; two months: this one and the one before.
    plan = bare_plan(horizon_months=4, stock=ALL_BACK | {"opening_stock": 1000, "standing_order": 100})
    left = leaving(plan, buying_back(1, 2))
    assert left.stock == pytest.approx([1000, 1100, 1200, 1300, 1400])
    assert left.returnable == pytest.approx([1000, 1100, 200, 200, 200])
    assert left.window_closes == 2
    assert left.last_cheap_month == 1
    assert left.on_leaving == pytest.approx([0, 0, -1000, -1100, -1200])


def test_the_oldest_goods_are_sold_first() -> None:
    # 100 at launch, 100 a month, 50 sold a month for 100: after month 3 there are 250, of which 200 bought in 2 and 3.
    plan = bare_plan(
        horizon_months=3,
        stock=ALL_BACK | {"opening_stock": 100, "standing_order": 100},
        customers={"new_a_month": (1, 0)},
    )
    left = leaving(plan, buying_back(1, 2))
    assert left.stock == pytest.approx([100, 150, 200, 250])
    assert left.returnable == pytest.approx([100, 150, 200, 200])


def test_goods_used_up_at_once_cannot_be_given_back() -> None:
    company = buying_back(1, 2, on="sales", minimum=100)
    plan = bare_plan(horizon_months=2, stock=ALL_BACK | {"opening_stock": 100, "buys_to_qualify": "always"})
    assert leaving(plan, company).returnable == pytest.approx([100, 100, 0])


def test_where_no_buy_back_is_disclosed_nothing_is_counted_and_it_is_said() -> None:
    plan = bare_plan(stock=ALL_BACK | {"opening_stock": 1000})
    left = leaving(plan, buying_back(None, 12))
    assert left.exit_value.max() == 0
    assert left.window_closes is None
    assert "nothing is counted" in said(left)


def test_where_only_the_window_is_not_disclosed_nothing_is_counted_either_and_it_is_said() -> None:
    """What is unknown is never taken as generous. Once it is stated, 90 % of 1,000 for so long."""
    plan = bare_plan(horizon_months=24, stock=ALL_BACK | {"opening_stock": 1000})
    left = leaving(plan, buying_back(0.9, None, clawback=0))
    assert left.exit_value == pytest.approx([0] * 25)
    assert left.window_closes is None
    assert said(left) == (
        "The company pays back 90% of what unsold goods cost. No source says for how long after the purchase, so "
        "nothing is counted for them. Ask for it in writing."
    )
    assert leaving(plan, buying_back(0.9, 3, clawback=0)).exit_value == pytest.approx([900] * 3 + [0] * 22)


def test_of_a_company_of_ones_own_it_is_said_that_the_person_has_not_stated_it() -> None:
    own = {"yours": True}
    for share, window, words in ((None, 12, "stated what the company pays back"), (0.9, None, "stated for how long")):
        company = Company.model_validate(buying_back(share, window).model_dump() | own)
        left = leaving(bare_plan(stock=ALL_BACK | {"opening_stock": 1000}), company)
        assert left.exit_value.max() == 0
        assert f"You have not {words}" in said(left)
        assert "so nothing is counted for them" in said(left)


def test_that_pay_may_be_taken_back_is_said_where_nothing_is_known() -> None:
    plan = bare_plan()
    assert "is taken back" in said(leaving(plan, buying_back()))
    assert leaving(plan, buying_back(clawback=0.1)).notes == ()


@pytest.mark.parametrize(("window", "closes"), [(12, 12), (13, None), (1, 1)])
def test_when_the_opening_stock_is_too_old(window: int, closes: int | None) -> None:
    plan = bare_plan(horizon_months=12, stock=ALL_BACK | {"opening_stock": 100})
    left = leaving(plan, buying_back(1, window))
    assert left.window_closes == closes
    last_within = 12 if closes is None else closes - 1
    assert left.exit_value[last_within] == pytest.approx(100)
    assert closes is None or left.exit_value[closes] == 0
    assert leaving(bare_plan(), buying_back(1, window)).window_closes is None  # no opening stock


def test_borrowed_money_is_not_counted_twice() -> None:
    # Own 300 and a loan of 1,000 without interest; 400 a month go in months 1 to 4, 100 of them by the card.
    plan = bare_plan(
        horizon_months=4,
        running_costs=[{"name": "Rent", "amount": 400}],
        money_and_time={"own_cash": 300, "loan": 1000, "loan_annual_rate": 0, "loan_months": 10, "card_limit": 5000}
        | {"card_annual_rate": 0},
    )
    case = Case.of(plan, buying_back())
    left = quitting(case)
    assert left.result == pytest.approx([0, -400, -800, -1200, -1600])
    assert left.debt[0] == pytest.approx(1000)
    cash = case.projection.statement.cash_balance[:, 0]
    assert cash - left.debt - 300 == pytest.approx(left.cumulative)


def test_pay_still_to_come_counts() -> None:
    plan = bare_plan(horizon_months=2, customers={"new_a_month": (1, 0)}, stock={"ship_direct_share": 1})
    left = leaving(plan, buying_back())
    assert left.cumulative == pytest.approx([0, 0, 50])  # the margin of month 1 arrives in month 2
    assert left.to_come == pytest.approx([0, 50, 50])
    assert left.result == pytest.approx([0, 50, 100])


def test_tax_owed_is_taken_off() -> None:
    plan = bare_plan(horizon_months=2, customers={"new_a_month": (1, 0)}, tax={"rules": "flat", "income_share": 0.3})
    left = leaving(plan, buying_back())
    assert left.cumulative == pytest.approx([0, 50, 100])
    assert left.owed == pytest.approx([0, 15, 30])
    assert left.result == pytest.approx([0, 35, 70])


def test_the_last_cheap_month_is_the_last_and_not_the_first_to_be_lost() -> None:
    # -100 at launch; -30 in month 1, +60 in 2, -100 in 3: -100, -130, -70, -170.
    plan = bare_plan(
        horizon_months=3,
        getting_started={"items": [{"name": "Bag", "amount": 100, "month": 0}], "contingency_share": 0},
        customers={"new_a_month": (0, 1.2, 0), "attrition": 0},
        running_costs=[
            {"name": "A", "amount": 30, "first_month": 1, "last_month": 1},
            {"name": "B", "amount": 160, "first_month": 3, "last_month": 3},
        ],
    )
    left = leaving(plan, buying_back())
    assert left.result == pytest.approx([-100, -130, -70, -170])
    assert left.last_cheap_month == 2
    assert left.dearest_month == 3
