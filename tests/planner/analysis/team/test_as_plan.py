"""A team that exists as the beginning of a plan, held against a pencil."""

import pytest

from planner.analysis.team.as_plan import as_today, measured, quiet
from planner.inputs.path import put
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan.team_today import MemberToday
from tests.planner.analysis.team.test_since import paid, table_of

# Ann at the top. Bo and Cy were there before; Di joins in February under Bo, Ed in February under Di, who recruits in
# the month of joining, and Flo in March under Cy. Bo buys nothing from March on.
TEAM = "member,sponsor,joined,month,personal_volume,customer_sales\n" + "".join(
    f"{member},{sponsor},{joined},2026-{month:02d},{points},{sold}\n"
    for member, sponsor, joined, orders in (
        ("Ann", "", "2020-01", {1: (100, 0)}),
        ("Bo", "Ann", "2025-11", {1: (60, 30), 2: (60, 0)}),
        ("Cy", "Ann", "2025-01", dict.fromkeys(range(1, 7), (90, 30))),
        ("Di", "Bo", "2026-02", dict.fromkeys(range(2, 7), (30, 0))),
        ("Ed", "Di", "2026-02", {2: (40, 0), 6: (20, 0)}),
        ("Flo", "Cy", "2026-03", {3: (50, 50)}),
    )
    for month, (points, sold) in orders.items()
)


def test_the_people_below_are_rows_with_what_they_bought_lately():
    """In June, a point being goods of 2: Cy 90, Di 30, Ed 20 / 3, the others nothing in April, May and June."""
    team = paid(table_of(TEAM))
    ann, cy = team.members.index("Ann"), team.members.index("Cy")
    rows = as_today(team, ann, 2.0)
    by_name = dict(zip([each for each in team.members if each != "Ann"], rows, strict=True))
    assert by_name["Bo"] == MemberToday(under=0, buys=0, months=7)
    assert by_name["Cy"] == MemberToday(under=0, buys=180, months=17)
    number = {name: row for row, name in enumerate(by_name, start=1)}
    assert by_name["Di"] == MemberToday(under=number["Bo"], buys=60, months=4)
    assert by_name["Ed"] == MemberToday(under=number["Di"], buys=13.33, months=4)
    assert by_name["Flo"] == MemberToday(under=number["Cy"], buys=0, months=3)
    assert as_today(team, cy, 2.0) == (MemberToday(under=0, buys=0, months=3),)
    assert as_today(team, team.members.index("Flo"), 2.0) == ()


def test_who_bought_nothing_lately_is_counted_and_can_be_left_out():
    """Bo and Flo are quiet. Without them Di, below Bo, stands under Ann, and Cy has nobody below."""
    team = paid(table_of(TEAM))
    ann, cy = team.members.index("Ann"), team.members.index("Cy")
    assert quiet(team, ann) == 2
    rows = as_today(team, ann, 2.0, without_quiet=True)
    assert sorted((row.under, row.buys) for row in rows) == [(0, 60), (0, 180), (2, 13.33)]
    assert rows[1].buys == 60
    assert quiet(team, cy) == 1
    assert as_today(team, cy, 2.0, without_quiet=True) == ()


def test_what_the_months_measure():
    """Lately the five buy (90 + 30 + 20 / 3) / 5 points each. In all 900 points, of which customers 30 + 180 + 50.

    Of the months after the first, Bo and Cy were members in five each before whom they recruit, Di and Ed in four, Flo
    in three: 21. Whoever was there before recruited Di and Flo: 2 / 21 a month. Of three newcomers Di brought one in
    that month, a third each, which is more than members bring in a month: so all of them recruit at once. Of Bo, Cy,
    Di, Ed and Flo, who bought in January to March, Bo and Flo bought nothing in April to June: 2 of 5 in three months.
    """
    found = {each.path[-1]: each for each in measured(paid(table_of(TEAM)), 0, 2.0)}
    assert found["member_monthly_purchases"].value == pytest.approx(2 * (90 + 30 + 20 / 3) / 5, abs=0.005)
    assert found["member_resold_share"].value == pytest.approx(260 / 920, abs=1e-4)
    assert found["duplication"].value == pytest.approx(2 / 21, abs=1e-4)
    assert (found["recruit_at_once"].value, found["recruit_at_once"].people) == (1, 3)
    assert found["annual_attrition"].value == pytest.approx(1 - 0.6**4, abs=1e-4)
    assert found["annual_attrition"].people == 5
    one_month = TEAM.split("\n")[0] + "\nAnn,,2020-01,2026-01,100,0\nBo,Ann,2025-11,2026-01,60,30\n"
    assert [each.path[-1] for each in measured(paid(table_of(one_month)), 0, 1.0)] == [
        "member_monthly_purchases",
        "member_resold_share",
    ]


def test_purchases_that_no_plan_takes_are_not_measured():
    """A file whose points are coins: what is left of the measured still makes a plan, as who recruits at once does."""
    rows = ["Ann,,2020-01,2026-01,100,0", "Bo,Ann,2020-01,2026-01,100,0", "Cy,Bo,2026-02,2026-02,100,0"]
    rows += [f"Di {number},Cy,2026-02,2026-02,100,0" for number in range(20)]
    team = paid(table_of(TEAM.split("\n")[0] + "\n" + "\n".join(rows) + "\n"))
    found = measured(team, team.members.index("Ann"), 1e5)
    data = default_plan("USD").model_dump(mode="json")
    for each in found:
        put(data, each.path, each.value)
    plan = Plan.model_validate(data)
    assert plan.team.member_monthly_purchases == default_plan("USD").team.member_monthly_purchases
    assert (plan.team.duplication, plan.team.recruit_at_once) == (1, pytest.approx(20 / 21, abs=1e-4))
