"""A plan that goes on from a team of today: the same points pay by how many legs they stand in."""

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.analysis.whose_orders.over_runs import whose_orders
from planner.compensation.teams.team import TeamMonths
from planner.inputs.company.company import Company
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.projection.plan_assumptions import plan_assumptions
from planner.projection.team.network import project_network
from planner.simulation.engine import draws_of
from planner.simulation.paths import draw_paths
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, team_of
from tests.properties.situations import bare_plan, invented_company
from tests.simulation.plans import NO_SPREADS

STEPS = ((200, 0.03), (400, 0.06), (600, 0.09), (1000, 0.12), (1400, 0.15), (2200, 0.18), (3600, 0.22), (5000, 0.25))
RANKS = tuple({"name": f"{rate:.0%}", "group_volume": points, "rate": rate} for points, rate in STEPS)
COMPANY = invented_company(ranks=RANKS, breakaway=False, lag=0, steps=((0, 1.0),))


def with_legs(legs: int, **team: object) -> Plan:
    """600 points of one's own, and 4,400 of so many legs alike, of one person each; nobody leaves or recruits."""
    today = [{"under": 0, "buys": 4400 / legs, "months": 12, "alike": legs}]
    stock = {"own_use": 600}
    return bare_plan(horizon_months=3, team={"today": today, **team}, stock=stock, chance=NO_SPREADS)


@pytest.mark.parametrize(
    ("legs", "pay"),
    [
        (1, 282),  # 25 % on own 600, and 25 - 22 % on a leg of 4,400: 150 + 132
        (2, 458),  # 25 - 18 % on two legs of 2,200: 150 + 308
        (4, 722),  # 25 - 12 % on four legs of 1,100: 150 + 572
        (8, 986),  # 25 - 6 % on eight legs of 550: 150 + 836
    ],
)
def test_the_same_points_pay_by_the_number_of_legs(legs, pay):
    """In the plan as entered, which is the mean of runs that are all alike."""
    lines = Case.of(with_legs(legs), COMPANY, 20).projection.statement.lines
    assert lines["commission_earned"][1:, 0] == pytest.approx([pay] * 3)


def test_a_line_is_one_leg():
    """4,400 points in a line of four: 22 % for the leg, whoever stands how deep in it, so 282 as of one person."""
    today = [{"under": under, "buys": 1100, "months": 12} for under in range(4)]
    plan = with_legs(1).model_copy(update={"team": Plan.model_validate({"team": {"today": today}}).team})
    still = plan.team.model_copy(update={"annual_attrition": 0.0, "duplication": 0.0})
    lines = Case.of(plan.model_copy(update={"team": still}), COMPANY, 20).projection.statement.lines
    assert lines["commission_earned"][1:, 0] == pytest.approx([282] * 3)


def test_they_leave_and_recruit_as_members_do():
    """By hand: a line of two and two more on level 1, of whom 10 % leave a month, or 20 % in their first three.

    One of level 1 joined a month ago: 20 % leave in months 1 and 2, then 10 %. Each recruits 0.5 a month.
    """
    today = [
        {"under": 0, "buys": 100, "months": 1},
        {"under": 1, "buys": 40, "months": 9},
        {"under": 0, "buys": 10, "months": 24, "alike": 2},
    ]
    first, year = 1 - 0.8**3, 1 - 0.8**3 * 0.9**9
    plan = bare_plan(
        team={
            "today": today,
            "duplication": 0.5,
            "annual_attrition": year,
            "first_months_attrition": first,
            "people_within_reach": 1e10,
        }
    )
    given = plan_assumptions(plan)
    network = project_network(given, np.zeros((13, 1)), 8, compression=False)
    assert network.active[0, 1:4, 0] == pytest.approx([3, 1, 0])
    assert network.frontline[:3, 0] == pytest.approx([3, 0.8 + 1.8, 0.64 + 1.62])
    assert network.joined[1, 1:4, 0] == pytest.approx([0, 1.5, 0.5])
    assert network.active[1, 1:4, 0] == pytest.approx([2.6, 0.9 + 1.5, 0.5])
    # On levels counted over everyone pay of 10 and 5 % is exact: goods at 100 points per 100, month 1 and 2 by hand.
    lines = project(plan, invented_company(rates=(0.1, 0.05), lag=0)).statement.lines["commission_earned"][:, 0]
    monthly = plan.team.member_monthly_purchases
    assert lines[1] == pytest.approx(0.1 * (100 + 20) + 0.05 * 40)
    assert lines[2] == pytest.approx(0.1 * (80 + 18) + 0.05 * (36 + 1.5 * monthly))


# The cases of teams that exist, each laid as the team of today of a plan. As entered, in every run and as a team of a
# file they are paid alike, month after month, to the cent.
LINE_OF_65 = [{"under": under, "buys": 65} for under in range(6)]
TEN_PAID_LEVELS = (3, 7, 25, 41, 77, 106, 109, 126, 305, 210)
BELOW = (205, 247, 257, 256, 203, 248, 197, 181, 123, 161, 124, 67, 65, 16, 30, 2, 4)
FOR_LIFE = ({"name": "20 %", "group_volume": 0, "rate": 0.20}, {"name": "24 %", "group_volume": 1000, "rate": 0.24})


def by_level(people: tuple[int, ...], each: float) -> list[dict[str, float]]:
    """So many people on each level, shared out evenly under those of the level above."""
    rows: list[dict[str, float]] = []
    above = [0]
    for number in people:
        first = len(rows) + 1
        rows += [{"under": above[place % len(above)], "buys": each} for place in range(number)]
        above = list(range(first, first + number))
    return rows


def steps_company(ranks: tuple[dict[str, object], ...]) -> Company:
    return invented_company(ranks=ranks, breakaway=False, lag=0, steps=((0, 1.0),))


CASES = {
    # 600 of one's own alone are 9 %: 54. A leg of 4,400 has 22 %, and the group of 5,000 has 25 %: 150 + 132.
    "w2, alone": (steps_company(RANKS), 600, [], 54),
    "w2, a leg of 4,400": (steps_company(RANKS), 600, [{"under": 0, "buys": 4400}], 150 + 132),
    # 900 of one's own and legs of 300 and 150 are 1,350: 24 % of 900 is 216, and 4 % are left of 450: 18.
    "w4": (steps_company(FOR_LIFE), 900, [{"under": 0, "buys": 300}, {"under": 0, "buys": 150}], 234),
    # 10, 4, 3, 2 and 2 % of 65 on each of five levels are 21 % of 65; the sixth is paid nothing.
    "w6": (invented_company(rates=(0.10, 0.04, 0.03, 0.02, 0.02), lag=0), 0, LINE_OF_65, 13.65),
    # 1 % of 100 for each of the 1,009 people on the ten levels that are paid; the other 2,386 stand deeper.
    "d1": (invented_company(rates=(0.01,) * 10, lag=0), 0, by_level((*TEN_PAID_LEVELS, *BELOW), 100), 1009),
}


def as_file(rows: list[dict[str, float]], own: float) -> TeamMonths:
    """The same people as a team of a file, with oneself at the top, in a month."""
    names = {0: "You", **{place: f"P{place}" for place in range(1, len(rows) + 1)}}
    sponsors = {"You": None, **{names[place]: names[int(row["under"])] for place, row in enumerate(rows, start=1)}}
    bought = {"You": own, **{names[place]: row["buys"] for place, row in enumerate(rows, start=1)}}
    return team_of(sponsors, [bought])


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_paid_alike_as_entered_in_each_run_and_as_a_file(case):
    company, own, rows, pay = CASES[case]
    stock = {"own_use": own}
    plan = bare_plan(horizon_months=3, team={"today": rows}, stock=stock, chance=NO_SPREADS)
    lines = Case.of(plan, company, 20).projection.statement.lines
    assert lines["commission_earned"][1:, 0] == pytest.approx([pay] * 3, abs=0.005)
    paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, 2)
    for month in paths.trading.pays[1:]:
        assert month.on_own + month.on_team == pytest.approx([pay] * 2, abs=0.005)
    rules = pay_plan_of(company, {})
    assert rules is not None
    assert pay_of(rules, as_file(rows, own))["You"] == pytest.approx(pay, abs=0.005)
    found = whose_orders(plan, company, 4)
    assert found is not None
    assert found.pay(2) == pytest.approx(pay, abs=0.005)
