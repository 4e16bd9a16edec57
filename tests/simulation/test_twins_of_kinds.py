"""Kinds of pay in a plan's runs, held against the slow twins of teams that exist, and a team brought as a file."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import PaidMonth, pay_team
from planner.compensation.teams.team import ROOT, TeamMonths
from planner.inputs.plan.plan import Plan
from planner.inputs.team_file.read import read_team_file
from planner.simulation.engine import draws_of
from planner.simulation.paths import draw_paths
from tests.planner.compensation.teams_that_exist import twin_binary, twin_matrix
from tests.planner.compensation.teams_that_exist.twin_generations import twin_generations, twin_leadership
from tests.planner.compensation.teams_that_exist.twin_levels import twin_levels
from tests.planner.compensation.teams_that_exist.twin_stairstep import twin_stairstep
from tests.planner.compensation.teams_that_exist.twin_unit import twin_active_recruits, twin_unit
from tests.random_cases import TIMES
from tests.simulation.path_team import team_of_path
from tests.simulation.test_pay_of_kinds import drawn

Twin = Callable[[Any, list[TeamMonth]], list[list[float]]]


def of_each(twin: Callable[[Any, TeamMonth], list[float]]) -> Twin:
    return lambda part, months: [twin(part, month) for month in months]


TWINS: dict[str, Twin] = {
    "unilevel": of_each(twin_levels),
    "stairstep": of_each(twin_stairstep),
    "generations": of_each(twin_generations),
    "leadership": of_each(twin_leadership),
    "unit": of_each(twin_unit),
    "active_recruits": of_each(twin_active_recruits),
    "binary": twin_binary.pay_slowly,
    "matrix": of_each(twin_matrix.pay_slowly),
}


@pytest.mark.parametrize("rule", TWINS)
def test_a_run_is_paid_as_the_twin_pays_its_people_one_by_one(rule: str) -> None:
    """Without gates and caps, of which the twins know nothing; people come, buy too little and leave."""
    paid_something = 0.0
    for number in range(0, 8 * TIMES, 2):
        plan, company = drawn(np.random.default_rng([3, number]), rule, number)
        paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, 2)
        pay = paths.terms.pay_plan
        assert pay is not None
        for path in range(2):
            months = [each.month for each in pay_team(pay, team_of_path(plan, paths, path, two_legs=pay.has_two_legs))]
            if rule == "matrix" and pay.parts[-1].amounts is not None:  # type: ignore[union-attr]
                continue  # the twin pays a place whoever left it
            slow = TWINS[rule](pay.parts[-1], months)
            for month, told in enumerate(slow):
                found = paths.trading.pays[month]
                amount = float(found.on_own[path] + found.on_team[path])
                assert amount == pytest.approx(told[0], rel=1e-9, abs=1e-9), (rule, number, path, month)
                paid_something += amount
    assert paid_something > 0


def as_file(months: TeamMonths) -> bytes:
    """A team as its CSV file, everybody's place and points in it."""
    team = months.team
    lines = [
        "member,sponsor,joined,month,personal_volume,customer_sales,joining_order,value,customers,placed_under,side"
    ]
    names = [*months.names]
    for member in range(len(team)):
        if team.joined[member] >= len(names):
            continue  # whoever joins in the last month orders after it
        since = names[int(team.joined[member])]
        above, under = int(team.above[member]), ROOT if team.placed_under is None else int(team.placed_under[member])
        where = [f"m{under}", "LR"[int(team.side[member])]] if under != ROOT and team.side is not None else ["", ""]
        for number, bought in enumerate(months.bought):
            if number < team.joined[member]:
                continue
            columns = (bought.points, bought.by_customers, bought.joining, bought.value, bought.customers)
            amounts = [repr(float(each[member])) for each in columns if each is not None]
            sponsor = "" if above == ROOT else f"m{above}"
            lines.append(",".join([f"m{member}", sponsor, since, names[number], *amounts, *where]))
    return "\n".join(lines).encode()


@pytest.mark.parametrize("rule", ["unilevel", "stairstep", "generations", "binary", "fast_start", "rank_bonus", "unit"])
def test_a_whole_team_of_which_nobody_leaves_is_paid_alike_from_its_file(rule: str) -> None:
    for number in range(0, 6, 2):
        plan, company = drawn(np.random.default_rng([5, number]), rule, number)
        stays = {"annual_attrition": 0.0, "first_months_attrition": None, "member_joining_order": 20.0}
        still = {"activity_window": "month"}
        data = plan.model_dump()
        alike = data["chance"] | {"purchase_spread": 0.0}  # so that no first order is more than what customers leave
        plan = Plan.model_validate(data | {"team": data["team"] | stays, "chance": alike, "horizon_months": 8})
        pay = company.pay.plan
        assert pay is not None
        company = company.model_copy(
            update={"pay": company.pay.model_copy(update={"plan": pay.model_copy(update=still)})}
        )
        paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, 2)
        pay = paths.terms.pay_plan
        assert pay is not None
        for path in range(2):
            table, faults = read_team_file(
                as_file(team_of_path(plan, paths, path, two_legs=pay.has_two_legs)), "team.csv"
            )
            assert table is not None, faults
            for month, alone in enumerate(pay_team(pay, team_months(table, pay))):
                assert of_top(alone) == pytest.approx(
                    float(paths.trading.pays[month].on_own[path] + paths.trading.pays[month].on_team[path]), abs=0.005
                ), (rule, number, path, month)


def of_top(paid: PaidMonth) -> float:
    return float(paid.pay[0])
