"""Gates, caps and rounding on a receipt, in words and in the tables; what pay rests on is what is paid."""

import pytest

from planner.analysis.team.adjusted import adjustment_in_words, adjustments_of
from planner.analysis.team.paid import Payer, TeamPaid, pay_table
from planner.analysis.team.receipt import receipt_of
from planner.analysis.team.rests_on import rests_on
from planner.errors import Fault
from planner.export.team import members_frame, receipts_frame, team_record
from planner.inputs.team_file.read import read_team_file
from planner.speech import Speech
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

ENGLISH = Speech("en", "USD", "2026-01")
LEVELS = {"rule": "unilevel", "rates": [0.1]}
OWN = {"rule": "own_sales", "brackets": [{"from_volume": 0.0, "rate": 0.5}]}
TEAM = """member,sponsor,month,personal_volume,customer_sales,customers
Ann,,2026-01,100,60,3
Bo,Ann,2026-01,200,50,0
"""


def paid_by(text: str = TEAM, **more):
    table, faults = read_team_file(text.encode(), "team.csv")
    assert faults == ()
    assert table is not None
    return pay_table(table, Payer("The plan", "USD", plan_of(OWN, LEVELS, **more)))


# Ann has 30 on her customers' 60 and 20 on Bo's 200; Bo 25 on his customers' 50.
CASES = [
    (
        {"gates": [{"gate": "customers", "least": 10, "parts": [2]}]},
        30.0,
        ["outside customers who bought: 3 of 10, so that 20.00 USD is not paid"],
    ),
    (
        {"gates": [{"gate": "outside_share", "least": 0.7}]},
        0.0,
        ["share of the points that outside customers bought: 60% of 70%, so that 50.00 USD is not paid"],
    ),
    ({"caps": [{"most": 40.0}]}, 40.0, ["Most of a month, 40.00 USD: of 50.00 USD that counts, 10.00 USD is cut"]),
    (
        {"payout_cap": {"share": 0.1}},
        20.0,
        ["Most of all pay together, 30.00 USD: everybody's comes to 75.00 USD, and 30.00 USD is cut here"],
    ),
    ({"rounding": {"to": 20.0}}, 60.0, ["Rounding: 10.0000 USD more"]),
    ({}, 50.0, []),
]


@pytest.mark.parametrize(("more", "pay", "said"), CASES)
def test_a_receipt_with_what_was_taken(more, pay, said):
    paid = paid_by(**more)
    assert isinstance(paid, TeamPaid)
    assert float(paid.month.pay[0]) == pytest.approx(pay)
    taken = adjustments_of(paid, 0)
    assert [adjustment_in_words(each, paid, ENGLISH).replace("\u00a0", " ") for each in taken] == said
    lines = sum(line.amount for line in receipt_of(paid, 0))
    assert lines + sum(each.amount for each in taken) == pytest.approx(pay)
    assert sum(rests_on(paid.month).of(0).values()) == pytest.approx(pay)


@pytest.mark.parametrize(("more", "pay", "said"), CASES)
def test_the_tables_come_to_what_is_paid(more, pay, said):
    paid = paid_by(**more)
    assert isinstance(paid, TeamPaid)
    rows = receipts_frame(paid, ENGLISH)
    assert rows[rows.member == "Ann"].amount.sum() == pytest.approx(pay)
    assert len(rows[(rows.member == "Ann") & (rows.part == 0)]) == len(said)
    record = team_record(paid, ENGLISH)
    assert sum(part["amount"] for part in record["parts"]) == pytest.approx(record["total"])
    assert members_frame(paid, ENGLISH).pay[0] == pytest.approx(pay)


def test_a_file_that_does_not_count_customers_is_told_so():
    found = paid_by("member,sponsor,pv\nAnn,,100\n", gates=[{"gate": "customers", "least": 10}])
    assert isinstance(found, Fault)
    assert "column customers" in found.message
