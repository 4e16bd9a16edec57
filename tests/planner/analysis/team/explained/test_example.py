"""The small invented team and one sale of it going up the line, by pencil; its shares are rows of everyone's pay."""

import re
from pathlib import Path

import numpy as np
import pytest

from planner.analysis.team.explained.example import SELLER, example_of, orders_of
from planner.analysis.team.explained.sale import alone
from planner.analysis.team.paid import Payer, payer_of, payer_of_file
from planner.errors import Fault
from planner.inputs.company.catalog import load_catalog
from planner.inputs.pay.pay_file import read_pay_file
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, receipts_add_up

PAGE = Path(__file__).parents[5] / "docs" / "plan-files.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


def paid_by(*parts, **more):
    found = example_of(Payer("The plan", "USD", plan_of(*parts, **more)))
    assert found is not None
    return found


def pay(example):
    names = example.team.team.members
    return {name: float(each) for name, each in zip(names, example.month.pay, strict=True) if each}


def shares(example):
    names = example.team.team.members
    return [(names[each.earner], each.step, each.rate, pytest.approx(each.amount)) for each in example.shares]


def test_two_levels_by_pencil():
    """Ada 100; Bo 200 and Cia 100 below her; Dan and Eva 100 below Bo, Finn 100 below Cia; Gil 200 below Dan.

    10 % and 5 %: Ada 30 + 15, Bo 20 + 10, Cia 10, Dan 20. Of 100 of Gil's, Dan has 10 and Bo 5; Ada is too far up.
    """
    example = paid_by({"rule": "unilevel", "rates": [0.1, 0.05]})
    assert example.order == 100
    assert pay(example) == pytest.approx({"Ada": 45, "Bo": 30, "Cia": 10, "Dan": 20})
    assert shares(example) == [("Dan", 1, 0.1, 10), ("Bo", 2, 0.05, 5)]


def test_a_cap_leaves_less_of_the_sale():
    """Bo's 30 are cut to 15, so that of 100 of Gil's orders half of 5 is paid to him."""
    example = paid_by({"rule": "unilevel", "rates": [0.1, 0.05]}, caps=[{"most": 15}])
    assert shares(example) == [("Dan", 1, 0.1, 7.5), ("Bo", 2, 0.05, 2.5)]


def test_what_rests_on_no_single_order_has_no_share():
    """Of Ada's legs of 600 and 200 a tenth of 200 is hers, of Bo's of 300 and 100 a tenth of 100."""
    example = paid_by({"rule": "binary", "rate": 0.1})
    assert pay(example) == pytest.approx({"Ada": 20, "Bo": 10})
    assert example.shares == ()
    assert alone(example.month) == (0,)


def test_orders_are_enough_to_be_active_and_to_be_paid():
    """150 points at least, so 200. With 500 Ada would have the rank, but only Dan is paid on Gil's orders: his group of
    three orders reaches the 4,000 of the rank with 2,000.
    """
    ranks = [{"name": "Up", "group_volume": 4000}]
    part = {"rule": "unilevel", "by_rank": [{"rank": "Up", "rates": [0.1]}]}
    plan = plan_of(part, ranks=ranks, minimum_personal_volume=150)
    assert list(orders_of(plan))[:4] == [200, 400, 1000, 2000]
    example = paid_by(part, ranks=ranks, minimum_personal_volume=150)
    assert example.order == 2000
    assert bool(np.all(example.month.month.active))


def test_sales_at_shop_price_are_enough_too():
    """40 at shop price are 32 points, of half of what is ordered: 64, less than the least of 100."""
    assert next(orders_of(plan_of(minimum_sales=40, points_per_100_retail=80))) == 100
    assert next(orders_of(plan_of(minimum_sales=400, points_per_100_retail=80))) == 1000


@pytest.mark.parametrize(
    "gate",
    [
        {"gate": "customers", "least": 25},
        {"gate": "customer_volume", "least": 50},
        {"gate": "sold_share", "least": 0.7},
        {"gate": "outside_share", "least": 0.8, "of": "with_downline"},
    ],
)
def test_gates_are_met_by_those_who_were_there_before(gate):
    example = paid_by({"rule": "unilevel", "rates": [0.1]}, gates=[gate])
    assert pay(example) == pytest.approx({"Ada": 30, "Bo": 20, "Cia": 10, "Dan": 20})


def payers():
    for company in load_catalog().companies.values():
        if not isinstance(payer := payer_of(company, {}), Fault):
            yield payer
    for text in EXAMPLES:
        plan, _faults = read_pay_file(text.encode(), "example.toml")
        if plan is not None and plan.parts:
            yield payer_of_file(plan)


PAYERS = list(payers())


@pytest.mark.parametrize("payer", PAYERS, ids=[each.name for each in PAYERS])
def test_every_plan_pays_it_and_the_shares_are_rows_of_pay(payer):
    example = example_of(payer)
    assert example is not None
    assert receipts_add_up(example.month)
    seller = example.team.team.members.index(SELLER)
    value = float(example.month.month.all_bought.value[seller])
    for share in example.shares:
        rows = [
            float(amount)
            for part, flows in example.month.receipt(share.earner)
            if part is example.month.parts[share.part] and flows.step == share.step
            for amount, source in zip(flows.amount, flows.source, strict=True)
            if source == seller
        ]
        left = float(example.month.share_paid(share.part)[share.earner])
        assert share.amount in [pytest.approx(each * left * 100 / value) for each in rows]
