"""The same whole team, of which nobody joins or leaves, is paid alike as a plan's run, as the mean of runs, and as a
team that exists and is brought as a file: of every kind of part, to the cent.
"""

from dataclasses import replace

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import pay_team
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.team_file.read import read_team_file
from planner.simulation.engine import draws_of
from planner.simulation.paths import Paths, draw_paths
from planner.timeline import calendar_month
from tests.simulation.plans import NO_SPREADS
from tests.simulation.plans_by_kind import BY_KIND, plan_by_kind

RUNS = 3
# Everybody by name: recruited by whom ("" for the distributor), how many months before the plan, and points a month.
PEOPLE = {
    "Al": ("", 9, 80.0),
    "Bo": ("Al", 7, 45.0),
    "Cy": ("", 6, 35.0),
    "Di": ("Cy", 4, 60.0),
    "Ed": ("", 3, 50.0),
    "Flo": ("Bo", 2, 30.0),
    "Gus": ("Ed", 1, 40.0),
}
# By hand. On the weaker leg: Cy right of Al and Bo; with two on both sides Ed goes left, to the right of Al, where Bo
# is the other side. In turns: Ed is the distributor's third, so left again, at the outer end below Bo; Flo, Bo's first,
# goes on below Ed, and Gus below Flo.
PLACES = {
    "weaker_leg": {
        "Al": ("Ann", "L"),
        "Bo": ("Al", "L"),
        "Cy": ("Ann", "R"),
        "Di": ("Cy", "L"),
        "Ed": ("Al", "R"),
        "Flo": ("Bo", "L"),
        "Gus": ("Ed", "L"),
    },
    "alternating": {
        "Al": ("Ann", "L"),
        "Bo": ("Al", "L"),
        "Cy": ("Ann", "R"),
        "Di": ("Cy", "L"),
        "Ed": ("Bo", "L"),
        "Flo": ("Ed", "L"),
        "Gus": ("Flo", "L"),
    },
}
WITH_CUSTOMERS = ("own sales", "customers", "gates, caps and rounding")  # whose numbers are drawn: of a single run


def whole_team(kind: str) -> tuple[Plan, Company, int]:
    """The plan of the kind with just these people, and of how many runs its pay is the mean."""
    plan, company = plan_by_kind(kind)
    names = [*PEOPLE]
    rows = [
        {"under": names.index(sponsor) + 1 if sponsor else 0, "months": months, "buys": points * 2}
        for sponsor, months, points in PEOPLE.values()
    ]
    still = {"recruits_a_month": 0, "duplication": 0, "annual_attrition": 0, "first_months_attrition": None}
    data = plan.model_dump()
    team = data["team"] | still | {"today": rows, "member_resold_share": 0, "recruit_at_once": 0}
    customers = data["customers"] | {"new_a_month": 2 if kind in WITH_CUSTOMERS else 0, "refund_share": 0}
    stock = data["stock"] | {"ship_direct_share": 1, "own_use": 84, "opening_stock": 0, "cover_months": 0}
    chance = data["chance"] | NO_SPREADS
    changed = data | {"team": team, "customers": customers, "stock": stock, "chance": chance}
    return Plan.model_validate(changed), company, 1 if kind in WITH_CUSTOMERS else RUNS


def as_file(plan: Plan, paths: Paths, *, two_legs: bool) -> bytes:
    """The team from month 1 on, as its file; what the distributor bought and sold is that of the first run."""
    places = PLACES[plan.team.placing] if two_legs else {}
    lines = ["member,sponsor,joined,month,personal_volume,customer_sales,value,customers"]
    lines[0] += ",placed_under,side" if places else ""
    for month in range(1, plan.horizon_months + 1):
        name = calendar_month(plan.start_month, month).strftime("%Y-%m")
        own, sold = float(paths.trading.personal_volume[month, 0]), float(paths.sales.direct[month, 0]) * 0.5
        there = min(paths.sales.orders[month, 0], paths.sales.closing_customers[month, 0])
        joined = calendar_month(plan.start_month, -12).strftime("%Y-%m")
        lines.append(f"Ann,,{joined},{name},{own!r},{sold!r},{own * 0.8!r},{int(there)}" + ",," * bool(places))
        for member, (sponsor, months, points) in PEOPLE.items():
            joined = calendar_month(plan.start_month, 1 - months).strftime("%Y-%m")
            row = (member, sponsor or "Ann", joined, name, points, 0, points * 0.8, 0, *places.get(member, ()))
            lines.append(",".join(map(str, row)))
    return "\n".join(lines).encode()


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_whole_team_is_paid_alike_three_ways(kind: str) -> None:
    plan, company, runs = whole_team(kind)
    paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, runs)
    rules = paths.terms.pay_plan
    assert rules is not None
    table, faults = read_team_file(as_file(plan, paths, two_legs=rules.has_two_legs), "team.csv")
    assert table is not None, faults
    months = team_months(table, rules)
    joined = months.team.joined.copy()
    joined[0] = -1  # a plan's distributor joins at its launch, which no file says of whoever has recruits from before
    months = replace(months, team=replace(months.team, joined=joined))
    told = [float(month.pay[0]) for month in pay_team(rules, months)]
    mean = Case.of(plan, company, runs).projection
    by_run = np.array([pay.on_own + pay.on_team for pay in paths.trading.pays])
    assert by_run[0] == pytest.approx(0)
    assert sum(told) > 10
    for path in range(runs):
        assert by_run[1:, path] == pytest.approx(told, abs=0.005)
    assert (mean.commission_on_own + mean.commission_on_team)[1:, 0] == pytest.approx(told, abs=0.005)
