"""Kinds of pay in a plan's runs, held against the slow twins of teams that exist, and a team brought as a file."""

import numpy as np
import pytest

from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import PaidMonth, pay_team
from planner.compensation.teams.team import ROOT, TeamMonths
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.team_file.read import read_team_file
from planner.simulation.engine import draws_of
from planner.simulation.paths import Paths, draw_paths
from tests.planner.compensation.teams_that_exist.drawn_plans import KINDS
from tests.planner.compensation.teams_that_exist.limits.test_limits_at_random import draw_plan
from tests.random_cases import for_seeds
from tests.simulation.as_objects import members_of, sales_of
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.drawn_runs import draw_run
from tests.simulation.naive_path import lived
from tests.simulation.naive_plan_pay import PlanPayer
from tests.simulation.path_team import team_of_path
from tests.simulation.test_pay_of_kinds import drawn

PATHS = 2


def by_one(plan: Plan, company: Company, paths: Paths, path: int) -> dict[str, list[float]]:
    """What the distributor of a path is paid, its people gone through one by one."""
    everyone, _ = members_of(paths)
    people = [member for member, whose in zip(everyone, paths.forest.path.tolist(), strict=True) if whose == path]
    sales = sales_of(paths, path)
    return lived(plan, company, sales, [], PlanPayer(plan, company, people, sales).month_pay)


def assert_paid_one_by_one(plan: Plan, company: Company) -> None:
    """Pay, rank, points of the group and activity of some paths in every month."""
    paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, PATHS)
    for path in range(PATHS):
        slow = by_one(plan, company, paths, path)
        for month, pay in enumerate(paths.trading.pays):
            found = {"on_team": float(pay.on_own[path] + pay.on_team[path]), "paid_as_rank": float(pay.rank[path])}
            found |= {"group_volume": float(pay.group_volume[path]), "is_active": float(pay.active[path])}
            told = {name: slow[name][month] for name in found}
            assert found == pytest.approx(told, rel=1e-9, abs=1e-9), (path, month)


def drawn_from(seed: int, rule: str) -> tuple[Plan, Company]:
    return draw_run(np.random.default_rng([seed, sorted(KINDS).index(rule)]), rule)


@pytest.mark.parametrize("rule", sorted(KINDS))
@for_seeds(7)
def test_a_run_is_paid_as_its_people_are_one_by_one(seed: int, rule: str) -> None:
    """Whatever a plan of the kind may say, with gates and caps; people come, buy too little, recruit and leave."""
    assert_paid_one_by_one(*drawn_from(seed, rule))


def test_something_is_paid_in_those_runs() -> None:
    """Or they would be alike whatever the rules: in some of those of each kind."""
    for rule in KINDS:
        some = 0
        for seed in range(5):
            plan, company = drawn_from(seed, rule)
            pays = draw_paths(draws_of(plan, company), plan.chance.seed, 0, PATHS).trading.pays
            some += any((pay.on_own + pay.on_team != 0).any() for pay in pays)
        assert some, rule


@for_seeds(12)
def test_gates_caps_and_rounding_of_a_run_are_those_of_its_people_one_by_one(seed: int) -> None:
    """Of levels, own sales and ranks together, each line rounded in some."""
    random = np.random.default_rng([seed, 99])
    plan, company = draw_run(random, "unilevel")
    assert_paid_one_by_one(plan, paid_by(company, draw_plan(random)))


def test_who_was_there_before_the_plan_is_placed_as_they_joined_whatever_the_order_of_the_rows() -> None:
    rows = ((0, 100, 2), (0, 200, 30), (0, 50, 12), (2, 0, 60), (3, 80, 1), (1, 500, 9))
    today = [{"under": under, "buys": buys, "months": months} for under, buys, months in rows]
    for rule in ("binary", "matrix"):
        for seed in range(6):
            plan, company = drawn_from(seed, rule)
            data = plan.model_dump()
            assert_paid_one_by_one(Plan.model_validate(data | {"team": data["team"] | {"today": today}}), company)


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
