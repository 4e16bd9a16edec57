"""A team's file in which each row is an order, and what went off the shelf: read, added up, paid, and refused."""

import numpy as np
import pytest

from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import pay_team
from planner.inputs.team_file.read import read_team_file
from planner.speech import Speech
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

AVON = """member,sponsor,month,order,personal_volume,customer_sales,joining_order,value
Ann,,2026-01,1,265,265,0,
Bo,Ann,2026-01,2,100,0,100,80
Ann,,2026-01,3,395,395,0,
Ann,,2026-02,4,24.5,0,0,20
Bo,Ann,2026-02,,0,0,0,
"""
LADDER = {
    "rule": "own_sales",
    "by": "order",
    "pays": "whole",
    "brackets": [
        {"from_volume": 0.0, "rate": 0.2},
        {"from_volume": 150.0, "rate": 0.3},
        {"from_volume": 375.0, "rate": 0.35},
    ],
}


def read(text):
    return read_team_file(text.encode(), "orders.csv")


def table_of(text):
    table, faults = read(text)
    assert faults == ()
    assert table is not None
    return table


def test_orders_are_added_up_and_kept():
    first, second = table_of(AVON).orders
    assert (first.points.tolist(), first.by_customers.tolist()) == ([660, 100], [660, 0])
    assert (first.joining.tolist(), second.points.tolist()) == ([0, 100], [24.5, 0])
    assert first.single is not None
    assert second.single is not None
    assert first.single.points.tolist() == [265, 100, 395]
    assert (first.single.by_customer.tolist(), first.single.joining.tolist()) == (
        [True, False, True],
        [False, True, False],
    )
    assert second.single.member.tolist() == [0]


def test_each_order_is_paid_by_itself():
    """W25a and W25c: 79.50 on 265 and 138.25 on 395; points are worth 1, and of Bo's 100 points 80 is stated."""
    plan = plan_of(LADDER)
    months = team_months(table_of(AVON), plan)
    first, second = pay_team(plan, months)
    assert first.pay.tolist() == pytest.approx([217.75, 0.0])
    assert second.pay.tolist() == pytest.approx([0.0, 0.0])
    assert months.bought[0].value.tolist() == pytest.approx([660, 80])
    assert months.bought[1].value.tolist() == pytest.approx([20, 0])
    everything = plan_of(LADDER | {"volume": "all", "reached_by": "all"})
    assert pay_team(everything, months)[0].pay.tolist() == pytest.approx([217.75, 16.0])


def test_what_went_off_the_shelf():
    """70 of the last 100 points are sold or used by the second month."""
    text = """member,sponsor,month,personal_volume,sold,used
Ann,,2026-01,100,5,5
Ann,,2026-02,0,50,20
Bo,Ann,2026-02,200,0,0
"""
    gate = {"gate": "sold_share", "least": 0.7, "own_use_counts": True}
    plan = plan_of({"rule": "unilevel", "rates": [0.1]}, gates=[gate])
    assert float(pay_team(plan, team_months(table_of(text), plan))[1].pay[0]) == pytest.approx(20)
    strict = plan_of({"rule": "unilevel", "rates": [0.1]}, gates=[gate | {"own_use_counts": False}])
    assert float(pay_team(strict, team_months(table_of(text), strict))[1].pay[0]) == 0


def test_what_a_file_does_not_state_is_none():
    (month,) = table_of("member,sponsor,month,pv\nAnn,,2026-01,5\n").orders
    assert (month.sold, month.used, month.single) == (None, None, None)
    assert np.isnan(month.value[0])


FAULTS = [
    ("Ann,,2026-01,1,5,5,0,\nAnn,,2026-01,1,6,0,0,\n", "Ann has this order of 2026-01 in line 2 already"),
    ("Ann,,2026-01,1,5,5,0,\nAnn,,2026-01,,6,0,0,\nAnn,,2026-01,,7,0,0,\n", "Put the two into one"),
    ("Ann,,2026-01,1,5,3,0,\n", "of this order's 5 points 3 stand here"),
]


@pytest.mark.parametrize(("rows", "said"), FAULTS)
def test_what_is_no_order_is_refused(rows, said):
    table, faults = read(AVON.splitlines()[0] + "\n" + rows)
    assert table is None
    speech = Speech("en", "USD", "2026-01")
    assert said in " ".join(speech.say_fault(fault) for fault in faults)
