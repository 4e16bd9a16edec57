"""What is said of a team that is paid, held against a pencil: receipts, what pay rests on, gates, ranks lost."""

from typing import Literal

import numpy as np
import pytest

from planner.analysis.team.as_plan import as_today
from planner.analysis.team.gates import activity_gates, gate_in_words, next_rank
from planner.analysis.team.otherwise import active_in_words, had_been_active
from planner.analysis.team.paid import Payer, TeamPaid, pay_table, payer_of, unpaid_table, without_names
from planner.analysis.team.payout import breakage, breakage_in_words, payout_in_words, without_most_in_words
from planner.analysis.team.receipt import KINDS, line_in_words, receipt_of
from planner.analysis.team.rests_on import SOURCES, rests_on
from planner.analysis.team.unstated import unstated_in_words
from planner.analysis.team.whole import answer, lost_in_words, rests_in_words, standing_in_words
from planner.compensation.teams.kinds import RULES
from planner.errors import Fault
from planner.inputs.company.catalog import load_catalog
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.part import Part
from planner.inputs.team_file.read import read_team_file
from planner.speech import Speech
from tests.data.sample_teams import FOLDER
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

ENGLISH, SWEDISH = Speech("en", "USD", "2026-01"), Speech("sv", "USD", "2026-01")
UNILEVEL = {"rule": "unilevel", "rates": (0.1, 0.05)}
TEAM = """member,sponsor,joined,month,personal_volume,customer_sales,joining_order
Ann,,2026-01,2026-01,100,60,0
Bo,Ann,2026-01,2026-01,200,50,30
Cy,Bo,2026-01,2026-01,400,0,0
"""
RANKS = [
    {"name": "One", "personal_volume": 50},
    {"name": "Two", "personal_volume": 50, "group_volume": 1000, "frontline": 2},
]


def paid_by(*parts, text: str = TEAM, month: str | None = None, **more) -> TeamPaid:
    table, faults = read_team_file(text.encode(), "team.csv")
    assert faults == ()
    assert table is not None
    found = pay_table(table, Payer("The plan", "USD", plan_of(*parts, **more)), month)
    assert isinstance(found, TeamPaid)
    return found


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_receipt_names_whose_order_which_step_and_what_it_comes_to():
    """Bo's 200 at 10 % and Cy's 400 at 5 %: 20 each."""
    paid = paid_by(UNILEVEL)
    lines = receipt_of(paid, 0)
    assert [plain(line_in_words(line, paid, ENGLISH)) for line in lines] == [
        "Bo, 200 points: 10% of 200.00 USD is 20.00 USD (level 1)",
        "Cy, 400 points: 5% of 400.00 USD is 20.00 USD (level 2)",
    ]
    hidden = pay_table(without_names(paid.table, SWEDISH), paid.payer)
    assert isinstance(hidden, TeamPaid)
    assert line_in_words(lines[0], hidden, SWEDISH).startswith("Medlem 2, 200 poäng")
    assert sum(line.amount for line in lines) == pytest.approx(float(paid.month.pay[0]))


def test_what_pay_rests_on():
    """Of Ann's 20 on Bo's 200, 50 are of customers and 30 the joining order: 5 and 3; the other 12, and 20 on Cy's."""
    paid = paid_by(UNILEVEL)
    rests = rests_on(paid.month)
    assert rests.of(0) == pytest.approx(
        {"customers": 5, "own_buying": 0, "recruits_buying": 32, "joining_orders": 3, "other": 0}
    )
    assert rests.total()["recruits_buying"] == pytest.approx(72)
    said = plain(rests_in_words(rests.of(0), ENGLISH))
    assert said == (
        "It rests on: what recruits buy themselves: 32.00 USD (80%); outside customers: 5.00 USD (12%); "
        "orders at joining: 3.00 USD (8%)."
    )


def test_own_goods_joining_orders_and_what_is_on_nobodys_orders():
    """5 % of Ann's own 100, of which 60 are customers'. A fast start on Bo's 30: joining alone. A bonus: nobody's."""
    ranks = [{"name": "One", "personal_volume": 50, "rate": 0.05}]
    steps = rests_on(paid_by({"rule": "stairstep"}, ranks=ranks).month)
    assert (steps.customers[0], steps.own_buying[0]) == (pytest.approx(3), pytest.approx(2))
    start = rests_on(paid_by({"rule": "fast_start", "rates": (0.2,)}).month)
    assert start.of(0) == pytest.approx(dict.fromkeys(SOURCES, 0.0) | {"joining_orders": 6})
    own = rests_on(paid_by({"rule": "own_sales", "brackets": [{"from_volume": 0, "rate": 0.1}]}).month)
    assert own.of(0) == pytest.approx(dict.fromkeys(SOURCES, 0.0) | {"customers": 6})
    two = rests_on(paid_by({"rule": "binary", "rate": 0.1}, text=TEAM + "Di,Ann,2026-01,2026-01,50,0,0\n").month)
    assert two.of(0) == pytest.approx(dict.fromkeys(SOURCES, 0.0) | {"other": 5})


@pytest.mark.parametrize("name", ["forty-members.csv", "three-hundred-members.csv"])
@pytest.mark.parametrize("company", ["example-company", "amway-eu", "young-living-us"])
def test_receipts_and_what_pay_rests_on_are_what_is_paid(name, company):
    table, _ = read_team_file((FOLDER / name).read_bytes(), name)
    payer = payer_of(load_catalog().companies[company], {})
    assert table is not None
    assert isinstance(payer, Payer)
    paid = pay_table(table, payer)
    assert isinstance(paid, TeamPaid)
    rests = rests_on(paid.month)
    for member in range(len(paid.members)):
        pay = float(paid.month.pay[member])
        assert sum(line.amount for line in receipt_of(paid, member)) == pytest.approx(pay, abs=1e-9)
        assert sum(rests.of(member).values()) == pytest.approx(pay, abs=1e-9)


def test_a_gate_says_by_how_much_it_is_failed_and_what_being_active_would_have_brought():
    """Ann has 100 of 120 points: 20 more, and her 40 are paid."""
    paid = paid_by(UNILEVEL, minimum_personal_volume=120)
    (gate,) = activity_gates(paid, 0)
    assert (gate.met, gate.lacking) == (False, 20)
    assert gate_in_words(gate, ENGLISH) == "own points, to be active, in the month: 100 of 120, 20 short"
    found = had_been_active(paid, 0)
    assert found is not None
    assert (found.points, found.paid, found.pay) == (20, 0, pytest.approx(40))
    assert "With 20 points more" in active_in_words(found, ENGLISH)
    assert had_been_active(paid, 1) is None
    assert activity_gates(paid, 1)[0].met


def test_sales_to_customers_that_are_asked_for_beside_own_points():
    """Points are half of shop price: Ann's 60 are 120 of the 300 asked for, and 90 points of customers are lacking."""
    paid = paid_by(UNILEVEL | {"pays_on_inactive": True}, minimum_sales=300, points_per_100_retail=50)
    (gate,) = activity_gates(paid, 0)
    assert (gate.had, gate.lacking) == (120, 180)
    found = had_been_active(paid, 0)
    assert found is not None
    assert (found.points, found.sold, found.pay) == (90, 90, pytest.approx(40))


def test_over_the_best_of_three_months_the_month_itself_is_what_lacks():
    """Ann had 30 in January and 60 in February: of 100 the best is 60, and February lacks 40."""
    text = "member,sponsor,month,pv\nAnn,,2026-01,30\nAnn,,2026-02,60\nBo,Ann,2026-02,100\n"
    paid = paid_by(UNILEVEL, text=text, minimum_personal_volume=100, activity_window="one_of_three")
    assert activity_gates(paid, 0)[0].had == 60
    found = had_been_active(paid, 0)
    assert found is not None
    assert (found.points, found.pay) == (40, pytest.approx(10))


def test_what_the_next_rank_would_need():
    paid = paid_by(UNILEVEL, ranks=RANKS, minimum_personal_volume=50)
    rank, gates = next_rank(paid, 0) or ("", ())
    assert rank == "Two"
    assert [gate_in_words(gate, ENGLISH) for gate in gates] == [
        "own points, to be active, in the month: 100 of 50, met",
        "own points: 100 of 50, met",
        "points of the group: 700 of 1,000, 300 short",
        "active personal recruits: 1 of 2, 1 short",
    ]
    top = paid_by(UNILEVEL, ranks=RANKS[:1])
    assert next_rank(top, 0) is None


def test_who_lost_a_rank_and_the_whole_in_a_sentence():
    text = TEAM + "Ann,,2026-01,2026-02,10,0,0\nBo,Ann,2026-01,2026-02,100,0,0\n"
    paid = paid_by(UNILEVEL, ranks=RANKS, text=text)
    assert list(lost_in_words(paid, ENGLISH)) == [
        "Ann: One in January 2026, no rank now",
        "Cy: One in January 2026, no rank now",
    ]
    assert plain(answer(paid, ENGLISH)) == (
        "In February 2026 The plan pays 1 of the 3 members, 10.00 USD in all; 10.00 USD of it goes to one of them."
    )
    said = plain(standing_in_words(paid, rests_on(paid.month), 0, ENGLISH))
    assert said.startswith(
        "Ann is paid 10.00 USD: active, without a rank, in February 2026. It rests on: what recruits"
    )
    first = paid_by(UNILEVEL, ranks=RANKS, text=text, month="2026-01")
    assert list(lost_in_words(first, ENGLISH)) == []
    nobody = paid_by(UNILEVEL, minimum_personal_volume=1000)
    assert answer(nobody, ENGLISH).startswith("In January 2026 The plan pays none of the 3 members.")


def test_why_a_team_cannot_be_paid():
    companies = load_catalog().companies
    refused = next(each for each in companies.values() if pay_plan_of(each, {}) is None)
    fault = payer_of(refused, {})
    assert isinstance(fault, Fault)
    assert refused.name in ENGLISH.say_fault(fault)
    table, _ = read_team_file(TEAM.encode(), "team.csv")
    assert table is not None
    by_order = {"rule": "own_sales", "by": "order", "brackets": [{"from_volume": 0, "rate": 0.1}]}
    fault = pay_table(table, Payer("The plan", "USD", plan_of(by_order)))
    assert isinstance(fault, Fault)
    assert "single orders" in ENGLISH.say_fault(fault)
    wide, _ = read_team_file((TEAM + "".join(f"{n},Ann,,2026-01,1,0,0\n" for n in "XYZ")).encode(), "team.csv")
    assert wide is not None
    fault = pay_table(wide, Payer("The plan", "USD", plan_of({"rule": "binary", "rate": 0.1})))
    assert isinstance(fault, Fault)
    assert "needs a placement" in ENGLISH.say_fault(fault)
    standing = unpaid_table(wide, Payer("The plan", "USD", plan_of({"rule": "binary", "rate": 0.1})))
    assert isinstance(standing, TeamPaid)
    today = as_today(standing, 0, goods=1.0)  # whom a plan begins with all the same, since it places people itself
    assert today is not None
    assert [row.under for row in today] == [0, 0, 0, 0, 1]


def test_every_kind_of_pay_has_a_title():
    rules = {kind.model_fields["rule"].annotation.__args__[0] for kind in RULES}
    assert rules <= set(KINDS)
    with pytest.raises(TypeError, match="on_orders"):

        class Forgetful(Part):
            rule: Literal["forgetful"]


def test_those_below_are_counted():
    paid = paid_by(UNILEVEL)
    assert (paid.below.tolist(), paid.depth.tolist()) == ([2, 1, 0], [0, 1, 2])
    assert np.array_equal(paid.month.month.active, [True, True, True])


def test_what_is_paid_out_and_what_goes_to_nobody():
    """700 bought; 10 and 5 % of it are 105 at most. Paid: Bo's 20 and Cy's 20 to Ann, Cy's 40 to Bo.

    Above Ann, and two levels above Bo, nobody is in the file: 15 of Ann's 100 and 10 of Bo's 200.
    """
    paid = paid_by(UNILEVEL)
    (part,) = paid.month.parts
    assert breakage(part, paid.month.month) == pytest.approx(25)
    said = plain(payout_in_words(paid, ENGLISH))
    assert said == "Of 700.00 USD that the team's orders count for, 80.00 USD is paid out: 11.4%."
    assert "at most 15.0% of 700.00 USD" in plain(breakage_in_words(part, paid, ENGLISH))
    assert "25.00 USD goes to nobody" in plain(breakage_in_words(part, paid, ENGLISH))


def test_what_a_differential_keeps_is_what_is_above_everybody():
    """Steps of 3 and 6 %: 42 on the group of 700, and as much at most. With 9 % at the top, 21 is left."""
    ranks = [{"name": "Three", "group_volume": 100, "rate": 0.03}, {"name": "Six", "group_volume": 700, "rate": 0.06}]
    paid = paid_by({"rule": "stairstep"}, ranks=ranks)
    assert breakage(paid.month.parts[0], paid.month.month) == pytest.approx(0)
    more = [*ranks, {"name": "Nine", "group_volume": 701, "rate": 0.09}]
    paid = paid_by({"rule": "stairstep"}, ranks=more)
    assert breakage(paid.month.parts[0], paid.month.month) == pytest.approx(21)


def test_what_other_kinds_pay_at_most_and_which_have_no_most():
    """700 bought, 110 of it by customers; Bo's order at joining is 30. Below each what is left of it.

    A unit and generations of leaders: 10 % of 700. Own sales of customers: 20 % of 110, and nobody reaches 1,000.
    Recruits who are active: Ann's 10 % of Bo's 200, and Bo's of Cy's 400. A fast start: 20 % of 30, which Ann has. A
    pool of 1 % of 700 that nobody claims. Customers' step of 5 % from 60 points, which Ann alone has.
    """
    ranks = [{"name": "One", "group_volume": 10_000}]
    sales = [{"from_volume": 0, "rate": 0.1}, {"from_volume": 1000, "rate": 0.2}]
    leads = {"from_rank": "One", "rates": (0.1,)}
    expected = (
        ({"rule": "unit", "leader_rank": "One", "from_rank": "One", "brackets": sales[:1]}, 70),
        ({"rule": "generations", "ends_rank": "One", **leads}, 70),
        ({"rule": "generations", "ends_rank": "One", "rates": (0.1,)}, None),
        ({"rule": "own_sales", "brackets": sales}, 22 - 11),
        ({"rule": "active_recruits", "steps": [{"recruits": 1, "rate": 0.1}], "threshold": "reached"}, 70 - 60),
        ({"rule": "fast_start", "rates": (0.2,), "counts_as_volume": True}, 0),
        ({"rule": "pool", "tiers": [{"rank": "One", "rate": 0.01}]}, 7),
        ({"rule": "customer_bonus", "steps": [{"volume": 60, "rate": 0.05}]}, 0.05 * 50),
        ({"rule": "unilevel", "rates": (0.1, 0.05), "own_goods": "are_level_1"}, 0.1 * 110 + 35 - 11 - 30),
        ({"rule": "rank_bonus", "amounts": [{"rank": "One", "amount": 5}]}, None),
    )
    for stated, left in expected:
        paid = paid_by(stated, ranks=ranks)
        found = breakage(paid.month.parts[0], paid.month.month)
        assert found == (None if left is None else pytest.approx(left)), stated["rule"]
        assert bool(without_most_in_words(paid, ENGLISH)) == (left is None)


NEW = """member,sponsor,joined,month,personal_volume,joining_order
Ann,,2025-01,2026-10,100,0
Bo,Ann,2026-10,2026-10,700,500
"""


def test_orders_that_a_fast_start_alone_is_paid_on_are_in_what_is_paid_out():
    """Of 800, 500 are Bo's order at joining: 10 % of it are 50, and 10 % of the 200 that he bought beside it 20."""
    fast_start = {"rule": "fast_start", "rates": (0.1,), "counts_as_volume": False}
    paid = paid_by(fast_start, {"rule": "unilevel", "rates": (0.1,)}, text=NEW)
    said = plain(payout_in_words(paid, ENGLISH))
    assert said == "Of 800.00 USD that the team's orders count for, 70.00 USD is paid out: 8.8%."
    assert "at most 10.0% of 300.00 USD" in plain(breakage_in_words(paid.month.parts[1], paid, ENGLISH))
    first, second = (plain(line_in_words(line, paid, ENGLISH)) for line in receipt_of(paid, 0))
    assert first.startswith("Bo, 700 points: 10% of 500.00 USD is 50.00 USD")
    assert "500 points ordered" in first
    assert second == "Bo, 200 points: 10% of 200.00 USD is 20.00 USD (level 1)"


def test_names_that_a_person_takes_for_one_are_told():
    """Ann and ANN are two members, and the numbers that may stand in their place are not alike."""
    paid = paid_by(UNILEVEL, text=TEAM + "ANN,Ann,2026-01,2026-01,10,0,0\n")
    assert "differ in capital letters or spaces alone: Ann / ANN." in unstated_in_words(paid, ENGLISH)
    hidden = pay_table(without_names(paid.table, ENGLISH), paid.payer)
    assert isinstance(hidden, TeamPaid)
    assert unstated_in_words(hidden, ENGLISH) == ""
    alone = paid_by(
        UNILEVEL, text="member,sponsor,month,personal_volume,customer_sales,joining_order\nAnn,,2026-01,1,0,0\n"
    )
    assert plain(answer(alone, ENGLISH)) == "In January 2026 The plan pays none of the 1 member."


def test_why_nobody_is_paid_where_nobody_is_active():
    """500 are asked for; Cy has most of them, 400."""
    said = plain(answer(paid_by(UNILEVEL, minimum_personal_volume=500), ENGLISH))
    assert said.endswith(
        "pays none of the 3 members. Nobody is active. Cy, who has the most points, has: own points, to be active, "
        "in the month: 400 of 500, 100 short."
    )
    assert "Nobody is active" not in answer(paid_by({"rule": "unilevel", "rates": (0.0,)}), ENGLISH)


def test_a_month_that_the_file_leaves_out_is_said():
    """A mistyped year would otherwise be paid as the last month, 36 years later."""
    text = "member,sponsor,month,personal_volume,customer_sales,joining_order\nAnn,,2026-10,100,0,0\n"
    assert unstated_in_words(paid_by(UNILEVEL, text=text), ENGLISH) == ""
    said = plain(unstated_in_words(paid_by(UNILEVEL, text=text + "Ann,,2026-12,100,0,0\n"), ENGLISH))
    assert said.startswith("The file has no orders of 2026-11 (1 month in all): nobody is counted as having bought")
    said = plain(unstated_in_words(paid_by(UNILEVEL, text=text + "Ann,,2062-10,100,0,0\n"), ENGLISH))
    assert "2026-11 – 2062-09 (431 months in all)" in said


def test_what_a_point_counts_for_is_said_where_the_file_does_not_state_its_money():
    text = "member,sponsor,month,personal_volume,customer_sales,joining_order,value\nAnn,,2026-10,100,0,0,90\n"
    assert unstated_in_words(paid_by(UNILEVEL, text=text, value_of_point=2), ENGLISH) == ""
    said = plain(unstated_in_words(paid_by(UNILEVEL, value_of_point=2), ENGLISH))
    assert said == "A point counts as 2.00 USD, as the plan says, since the file has no column value."
    payer = payer_of(load_catalog().companies["scentsy-us"], {})
    table, _ = read_team_file(TEAM.encode(), "team.csv")
    assert table is not None
    assert isinstance(payer, Payer)
    paid = pay_table(table, payer)
    assert isinstance(paid, TeamPaid)
    assert "a point counts as 0.75 USD here" in plain(unstated_in_words(paid, ENGLISH))


def test_a_rank_of_the_file_that_the_plan_does_not_have_is_said():
    """A mistyped one would be paid its bonus as if it were reached for the first time."""
    header = "member,sponsor,month,personal_volume,customer_sales,joining_order,rank"
    text = f"{header}\nAnn,,2026-10,100,0,0,One\nBo,Ann,2026-10,50,0,0,Onne\n"
    said = plain(unstated_in_words(paid_by(UNILEVEL, ranks=RANKS, text=text), ENGLISH))
    assert said == "The plan has no rank by these names of the file, and they count as none: Onne."
    assert unstated_in_words(paid_by(UNILEVEL, text=text), ENGLISH) == ""
